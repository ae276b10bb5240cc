"""Which paper goes to whom, and what never stands on it."""

import json
import re
from datetime import date

import pytest

from caseform import demo, pictures
from caseform.exports import (
    Facts,
    Listing,
    Paragraph,
    Picture,
    Summary,
    Table,
    summary,
    to_html,
    to_notebook,
)
from caseform.exports import _parts as parts
from caseform.exports._boards import PAGE
from caseform.projection.build import build
from caseform.projection.rooms import (
    Room,
    ShownCard,
    ShownDay,
    ShownEvent,
    ShownFree,
    ShownRole,
    ShownStep,
    ShownVoices,
    TherapistPaper,
)
from caseform.text import LANGUAGES, say
from support.rooms import (
    ROOMS,
    TODAY,
    WORDS,
    parents_room,
    school_room,
    team_room,
    therapist_paper,
    youth_room,
)

FORBIDDEN = {
    "nl": r"\b(weiger|verzuim|toegev|toegeef|terugval|accommodatie)\w*|\beis(en|t|te)?\b",
    "en": r"\b(refus|truan|relaps|accommodat|demand)\w*|\bgiv(e|es|en|ing) in\b",
}


def words_of(paper: Summary) -> str:
    """Everything that can be read on a paper, in its order."""
    said = [paper.title, paper.for_whom, paper.made_on, paper.invented, paper.problem]
    for section in paper.sections:
        said.append(section.heading)
        for block in section.blocks:
            match block:
                case Paragraph():
                    said.append(block.words)
                case Listing():
                    said += [f"{entry.words} {entry.detail}" for entry in block.entries]
                case Facts():
                    said += [f"{fact.label} {fact.words}" for fact in block.facts]
                case Table():
                    said += [*block.heads, *(cell for row in block.rows for cell in row)]
                case Picture():
                    said.append(block.alt_text)
    return "\n".join([*said, paper.closing])


def section(paper: Summary, name: str):
    return next(one for one in paper.sections if one.name == name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ROOMS)
def test_words_that_blame_stand_on_no_paper(kind, language):
    """Kind words for each who reads: the young person, parents, the school, the team."""
    assert not re.search(FORBIDDEN[language], words_of(summary(ROOMS[kind](language))), re.I)


def test_the_young_person_gets_a_step_card_with_only_the_next_step():
    """No ladder above it: one thing is asked."""
    paper = summary(youth_room())
    card = section(paper, "step-card")

    said = words_of(Summary(**{**_fields(paper), "sections": (card,)}))

    assert paper.sections[0] is card
    assert WORDS["nl"]["gate"] in said
    assert WORDS["nl"]["helps"] in said
    assert "Jansen" in said
    assert WORDS["nl"]["cooking-step"] not in said
    assert any(
        isinstance(block, Listing) and block.entries[0].is_done is False for block in card.blocks
    )


def _fields(paper: Summary) -> dict[str, object]:
    return {name: getattr(paper, name) for name in Summary.__dataclass_fields__}


def test_a_young_person_carries_no_date_beyond_next_week():
    """What is further off is nothing to lie awake over."""
    (strip, *_) = section(summary(youth_room()), "days").blocks

    assert max(day.on for day in strip.projection.days) == date(2026, 12, 4)


def test_without_a_step_the_card_invites():
    """Unfinished is normal."""
    paper = summary(youth_room().model_copy(update={"steps": ()}))

    assert section(paper, "step-card").blocks[0].words == (
        "Er staat nog geen stap. Die kiezen we samen."
    )


def test_no_paper_of_the_young_person_or_their_parents_holds_a_rating():
    """No scores of a child."""
    for room in (youth_room(), parents_room()):
        assert "/10" not in words_of(summary(room))


def test_the_team_sees_the_expected_tension_with_its_scale():
    """A rating without its scale means nothing."""
    assert "verwachte spanning 4/10" in words_of(summary(team_room()))


def test_parents_get_one_act_a_day_and_a_place_to_write():
    """The week on one sheet."""
    (table, _) = section(summary(parents_room()), "week").blocks

    assert [row[0] for row in table.rows] == [
        "di 24 nov", "wo 25 nov", "do 26 nov", "vr 27 nov", "ma 30 nov",
    ]  # fmt: skip
    assert table.rows[0] == ("di 24 nov", "", "", "", "")
    assert table.rows[1] == ("wo 25 nov", "tot het hek", "moeder", "Jansen", "")


def test_parents_read_what_to_say_and_what_to_do_instead():
    """At the door there is no time to think."""
    said = words_of(summary(parents_room()))

    assert WORDS["nl"]["reply"] in said
    assert WORDS["nl"]["kitchen"] in said


def test_the_school_page_holds_nothing_of_the_family():
    """What was said at home stays there, even when the school was in the room."""
    paper = words_of(summary(school_room()))

    for word in ("staying", "grandmother", "travel"):
        assert WORDS["nl"][word] not in paper
    assert "met moeder" not in paper
    assert "/10" not in paper


def test_the_school_page_says_who_receives_and_leaves_lines_to_write_on():
    """The conversation itself fills the rest."""
    paper = summary(school_room())
    (how,) = section(paper, "how").blocks
    by_label = {fact.label: fact.words for fact in how.facts}
    open_ = {fact.label: fact for fact in section(paper, "decided").blocks[0].facts}

    assert by_label["Wie wacht"] == "Jansen"
    assert by_label["Wie inspringt"] == "Bakker"
    assert by_label["Rustige plek"] == WORDS["nl"]["refuge"]
    assert set(open_) == {"Wat de klas hoort", "Vandaag besloten", "Wanneer we weer overleggen"}
    assert not any(fact.words for fact in open_.values())
    assert open_["Vandaag besloten"].lines > 1


def test_the_school_page_is_a_strip_of_ten_weekdays_and_room_to_write():
    """One look at two weeks; a day that is not planned yet is filled in together."""
    first, second = section(summary(school_room()), "days").blocks

    assert (first.heads[0], first.heads[-1], second.heads[-1]) == (
        "di 24 nov", "ma 30 nov", "ma 7 dec",
    )  # fmt: skip
    assert first.rows[0][0] == ""
    assert first.rows[0][1] == "tot het hek\n→ Jansen"


def test_where_no_day_is_planned_the_school_is_given_no_dates():
    """Where school is not the goal yet, an empty box with a date would ask for one."""
    (lines,) = section(summary(school_room().model_copy(update={"days": ()})), "days").blocks

    assert isinstance(lines, Facts)
    assert [(fact.words, fact.lines > 1) for fact in lines.facts] == [("", True)]


def test_the_school_page_says_what_is_not_asked_and_what_is_still_to_be_done():
    """What was done already is no longer to be talked about in half an hour."""
    room = school_room().model_copy(update={"exempts": ("spreekbeurt", "voorlezen")})
    facts, not_asked = section(summary(room), "not-asked").blocks
    agreed = section(summary(room), "contact").blocks[0]

    assert [one.words for one in not_asked.entries] == [
        WORDS["nl"]["late"], WORDS["nl"]["seat"],
    ]  # fmt: skip
    assert facts.facts[1].words == "spreekbeurt, voorlezen"
    assert [(one.words, one.is_done) for one in agreed.entries] == [
        (f"moeder: {WORDS['nl']['call']}", False)
    ]


def test_nothing_that_was_read_from_the_board_is_on_the_school_page():
    """What someone has, and what it is like at home, is talked over; it is not left in a tray."""
    paper = words_of(summary(school_room()))

    for word in ("stomach", "row", "gaming", "friend", "said-circle", "mother-sees"):
        assert WORDS["nl"][word] not in paper


@pytest.mark.parametrize("kind", ["parents", "school"])
def test_a_day_in_pencil_says_so_where_it_stands(kind):
    """Whoever plans around it knows that it may still move."""
    room = ROOMS[kind]()
    loose = tuple(day.model_copy(update={"is_agreed": False}) for day in room.days)
    name = {"parents": "week", "school": "days"}[kind]

    assert "in potlood" in words_of(summary(room.model_copy(update={"days": loose})))
    firm = tuple(day.model_copy(update={"is_agreed": True}) for day in room.days)
    assert "potlood" not in words_of(summary(room.model_copy(update={"days": firm})))
    assert section(summary(room), name)


def test_below_a_strip_stands_which_days_may_still_move():
    """The young person reads it in one line, and nothing is said where all was agreed."""
    note = section(summary(youth_room()), "days").blocks[-1]

    assert note.words == "Nog in potlood, dus dit kan schuiven: do 3 dec en vr 4 dec."


def test_parents_read_why_monday_stays_as_it_was():
    """Said kindly, and not where it was decided otherwise."""
    room = parents_room()
    monday = [day.on.weekday() == 0 for day in room.days].index(True)
    risen = room.days[monday].model_copy(update={"direction": "up"})
    days = (*room.days[:monday], risen, *room.days[monday + 1 :])

    assert "Op maandag blijft" in words_of(summary(room))
    assert "Op maandag blijft" not in words_of(summary(room.model_copy(update={"days": days})))
    assert "Op maandag blijft" not in words_of(
        summary(room.model_copy(update={"days": room.days[:2]}))
    )


def test_parents_are_told_what_not_to_do_only_where_there_is_a_way_to_school():
    """Where school is not the goal yet, nobody stands at a door."""
    room = parents_room()
    at_home = room.model_copy(update={"days": (), "how": type(room.how)()})

    assert "Niet trekken of vasthouden" in words_of(summary(room))
    assert not {"reply", "rather-not"} & {one.name for one in summary(at_home).sections}
    (table, *_) = section(summary(at_home), "week").blocks
    assert "Wie wacht" not in table.heads
    assert {len(row) for row in table.rows} == {len(table.heads)}


def test_parents_read_which_step_is_practised_where_no_day_says_it():
    """*The garage door shut* helps with something: with what, the sheet says too."""
    room = ROOMS["parents"]("nl")
    at_home = room.model_copy(update={"days": (), "how": type(room.how)()})

    (facts,) = section(summary(at_home), "how").blocks
    assert facts.facts[0].label == "Waar we mee oefenen"
    (table, *_) = section(summary(at_home), "week").blocks
    assert table.heads == ("Dag", "Wat we doen", "Hoe ging het?")
    assert {len(row) for row in table.rows} == {3}
    with_days = [one.label for one in section(summary(room), "how").blocks[0].facts]
    assert "Waar we mee oefenen" not in with_days


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["parents", "school"])
def test_the_sheets_of_the_invented_case_leave_out_no_word_in_either_language(kind, language):
    """The first sheet that someone holds is whole."""
    today = date(2026, 11, 26)
    case, _ = demo.cases("return", today=today, language=language)

    paper = summary(build(case, Room.parse(kind), language=language, today=today))

    assert say("papers.sheet-more", language) not in paper.closing


@pytest.mark.parametrize(("language", "words"), [("nl", "studiedag"), ("en", "staff training day")])
def test_the_school_reads_its_own_day_off_in_the_strip(language, words):
    """An empty day would look like a day that was forgotten."""
    today = date(2026, 11, 26)
    case, _ = demo.cases("return", today=today, language=language)

    paper = summary(build(case, Room.parse("school"), language=language, today=today))

    assert words in words_of(paper)


def test_a_holiday_is_named_in_its_row_and_a_saturday_has_one_only_if_it_is_used():
    """Nobody is up early for nothing."""
    room = parents_room().model_copy(
        update={
            "free": (ShownFree(on=date(2026, 11, 26), words="studiedag"),),
            "days": (ShownDay(on=date(2026, 11, 28), step="langs school fietsen"),),
        }
    )
    (table, *_) = section(summary(room), "week").blocks

    assert [row[:2] for row in table.rows] == [
        ("di 24 nov", ""),
        ("wo 25 nov", ""),
        ("do 26 nov", "studiedag"),
        ("vr 27 nov", ""),
        ("za 28 nov", "langs school fietsen\nin potlood"),
        ("ma 30 nov", ""),
    ]


def test_what_is_kept_at_home_begins_the_back_of_the_sheet():
    """The front is for the fridge."""
    turned = [one.name for one in summary(parents_room()).sections if one.is_overleaf]

    assert turned == ["goals"]
    assert not any(one.is_overleaf for one in summary(school_room()).sections)


def test_the_young_person_reads_who_waits_and_where():
    """A face at a place."""
    room = youth_room().model_copy(update={"spot": "bij het hek"})
    facts = section(summary(room), "step-card").blocks[1].facts

    assert facts[1].words == "Jansen\nbij het hek"
    alone = room.model_copy(update={"days": ()})
    assert section(summary(alone), "step-card").blocks[1].facts[1].words == ""
    at_home = alone.model_copy(update={"spot": ""})
    assert len(section(summary(at_home), "step-card").blocks[1].facts) == 2


def test_later_steps_have_no_date_and_are_not_asked_now():
    """It comes when this has become ordinary."""
    later = section(summary(youth_room()), "later")

    assert later.heading == "Daarna, als dit gewoon is geworden"
    assert [entry.words for entry in later.blocks[1].entries] == [
        WORDS["nl"]["bench"], WORDS["nl"]["cooking-step"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "most", "cut"),
    [
        ("tot het hek", 30, "tot het hek"),
        ("tot het hek aan de Molenstraat", 14, "tot het hek…"),
        ("tot het hek, en dan verder", 13, "tot het hek…"),
        ("Onafscheidelijk", 8, "Onafsch…"),
        ("", 5, ""),
    ],
)
def test_what_has_no_room_ends_at_a_word(words, most, cut):
    """Half a word reads as a mistake."""
    assert parts.cut(words, most) == cut


def test_every_page_of_an_invented_case_says_so(room):
    """Nobody takes a demo for a child."""
    assert re.search("verzonnen casus|invented case", summary(room).invented)
    assert summary(room.model_copy(update={"is_invented": False})).invented == ""


def test_a_paper_says_whom_it_is_for_and_when_it_was_made():
    """A paper in a drawer still says what it was."""
    paper = summary(youth_room())

    assert paper.for_whom == "Voor Sem en moeder"
    assert paper.made_on == "Gemaakt op dinsdag 24 november 2026"


def test_titles_and_section_names_hold_no_word_of_the_case(room):
    """A title ends up in a print queue and in recent files."""
    paper = summary(room)

    for name in ("Sem", "moeder", "mum", "Jansen"):
        assert name not in paper.title
        assert not any(name in one.heading for one in paper.sections)


def test_an_empty_room_gives_a_paper_with_places_to_fill():
    """The first conversation has a paper too."""
    for kind, room in ROOMS.items():
        empty = type(room())(language="nl", is_invented=False, today=TODAY)

        assert summary(empty).sections, kind


SECTIONS = {
    "youth": "step-card agreements later days said views picture circles done",
    "parents": (
        "week reply rather-not how to-write goals agreements instead picture said views circles"
    ),
    "school": "days how not-asked contact decided",
    "team": (
        "days steps goals how agreements adjustments instead said views picture circles voices"
        " done events"
    ),
    "therapist": (
        "days steps goals how agreements adjustments instead said views picture circles voices"
        " roles done events"
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SECTIONS)
def test_every_format_of_a_paper_has_the_same_parts(kind, language):
    """A page, a notebook and a printed sheet say the same, in either language."""
    room = {**ROOMS, "therapist": therapist_paper}[kind](language)
    names = SECTIONS[kind].split()

    on_page = re.findall(r'<section class="section section-([a-z-]+)[ "]', to_html(room))
    in_notebook = [cell["id"] for cell in json.loads(to_notebook(room))["cells"]]

    assert [one.name for one in summary(room).sections] == names
    assert on_page == names
    assert in_notebook == ["title", *names, "closing"]


def test_what_is_read_from_the_picture_has_no_part_where_it_is_not_shared():
    """A heading with nothing under it would say that there is something."""
    nothing = {"said": (), "views": (), "circles": (), "voices": (), "events": ()}
    names = {one.name for one in summary(team_room().model_copy(update=nothing)).sections}

    assert not names & set(nothing)


def test_the_school_page_never_says_back_what_is_at_home():
    """Sentences and views may speak of the family, and so may a circle."""
    assert not {"said", "views", "circles"} & {one.name for one in summary(school_room()).sections}


def test_a_circle_that_was_said_already_is_not_said_twice():
    """The paper is short enough to be read."""
    room = team_room()
    blocks = section(summary(room), "circles").blocks

    assert [type(block) for block in blocks] == [Picture]
    alone = section(summary(room.model_copy(update={"said": ()})), "circles").blocks
    assert alone[1].words == WORDS["nl"]["said-circle"]


def test_each_circle_is_a_picture_of_its_own():
    """One look at a time, and each with its sentence."""
    room = team_room()
    twice = room.model_copy(update={"circles": room.circles * 2, "said": ()})
    drawn = [one for one in section(summary(twice), "circles").blocks if isinstance(one, Picture)]

    assert [len(one.projection.circles) for one in drawn] == [1, 1]
    assert len({one.part for one in drawn}) == 2


def test_who_says_what_has_no_part_while_nothing_is_laid_side_by_side():
    """Cards alone are the board."""
    broken = (ShownVoices(cards=(0, 99), verdict="agree"),)
    for voices in ((), broken):
        paper = therapist_paper().model_copy(update={"voices": voices})

        assert "voices" not in {one.name for one in summary(paper).sections}


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("events", {"events": tuple(ShownEvent(words=f"dag {n}") for n in range(60))}),
        (
            "roles",
            {
                "roles": tuple(
                    ShownRole(words="woorden " * 6, role="perpetuating", place="family")
                    for _ in range(30)
                )
            },
        ),
        (
            "voices",
            {
                "cards": tuple(ShownCard(words="woorden " * 6, speaker="Sem") for _ in range(30)),
                "links": (),
                "voices": (ShownVoices(cards=(0, 1), verdict="agree"),),
            },
        ),
    ],
)
def test_a_picture_that_is_too_full_for_a_page_becomes_several(name, many):
    """Small print helps nobody, and no words are lost."""
    paper = therapist_paper().model_copy(update=many)
    drawn = [one for one in section(summary(paper), name).blocks if isinstance(one, Picture)]

    assert len(drawn) > 1
    assert len({one.part for one in drawn}) == len(drawn)
    layouts = {"events": "time_line", "roles": "role_grid", "voices": "perspectives"}
    placed = [getattr(pictures, layouts[name]).layout(one.projection) for one in drawn]
    whole = len(many["cards" if name == "voices" else name])
    assert sum(len(one.events if name == "events" else one.cards) for one in placed) == whole
    assert max(one.height for one in placed) <= PAGE


def test_working_ideas_stand_on_the_therapists_own_paper_alone():
    """A role was never said to anyone."""
    assert "houdt het in stand" in words_of(summary(therapist_paper())).lower()
    for room in ROOMS.values():
        assert "roles" not in {one.name for one in summary(room()).sections}


def test_a_board_for_sixty_cards_becomes_several_that_fit_a_page():
    """Small print helps nobody."""
    sides, places = ("away", "home", "toward", None), ("youth", "family", "school", "peers", None)
    cards = tuple(
        ShownCard(words="woorden van iemand " * 3, side=sides[n % 4], place=places[n % 5])
        for n in range(60)
    )
    room = youth_room().model_copy(update={"cards": cards, "links": ()})
    boards = [b for b in section(summary(room), "picture").blocks if isinstance(b, Picture)]

    assert len(boards) > 1
    assert sum(len(board.projection.cards) for board in boards) == 60
    assert len({board.part for board in boards}) == len(boards)


def test_words_that_a_picture_cuts_are_printed_whole_beside_it():
    """Nothing that someone said gets lost."""
    long = "thuis is het rustiger dan op school " * 20
    room = youth_room().model_copy(
        update={
            "cards": (ShownCard(words=long, side="home"),),
            "links": (),
            "days": (ShownDay(on=date(2026, 11, 25), step=long),),
        }
    )

    for name in ("picture", "days"):
        told = [one for one in section(summary(room), name).blocks if isinstance(one, Listing)]
        assert told[-1].entries[0].words == long


def test_who_waits_belongs_to_the_day_of_that_step():
    """A child looks for the face that was promised."""
    days = (
        ShownDay(on=date(2026, 11, 25), step="iets anders", received_by="Bakker"),
        ShownDay(on=date(2026, 11, 26), step="tot het hek", received_by="Jansen"),
    )
    steps = (ShownStep(words="tot het hek", is_now=True),)
    paper = summary(youth_room().model_copy(update={"days": days, "steps": steps}))
    facts = section(paper, "step-card").blocks[1].facts

    assert [fact.words for fact in facts] == ["", "Jansen", ""]


def test_only_the_therapists_own_paper_holds_their_notes():
    """What the therapist wrote for themselves has no place in the type of any room."""
    own = TherapistPaper(language="nl", is_invented=True, today=TODAY, notes=("eerst zelf bellen",))

    assert "eerst zelf bellen" in words_of(summary(own))
    assert not any("notes" in type(room()).model_fields for room in ROOMS.values())
