"""What a room sees on the wall: slides in order, nothing empty, nothing left out aloud."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseform.projection.build import build
from caseform.projection.rooms import Room, ShownAgreement, ShownCard, ShownDone, ShownView
from caseform.text import LANGUAGES
from caseform.widgets.room import (
    CARDS_ON_A_SLIDE,
    DAYS_ON_A_SLIDE,
    LINES_ON_A_SLIDE,
    SAID_LINES_ON_A_SLIDE,
    VIEWS_ON_A_SLIDE,
    RoomPage,
    slides_of,
)
from support.cases import TODAY, cases
from support.rooms import ROOMS, filled, parents_room, ring_room, school_room, team_room, youth_room


def keys(projection):
    return [slide["key"] for slide in slides_of(projection)]


def cards(count, **about):
    return tuple(ShownCard(words=f"kaart {n}", **about) for n in range(count))


def emptied(projection):
    return projection.model_copy(
        update={
            "problem": "",
            "cards": (),
            "links": (),
            "circles": (),
            "said": (),
            "views": (),
            "agreements": (),
            "days": (),
            **({"steps": (), "done": (), "events": ()} if hasattr(projection, "steps") else {}),
        }
    )


def test_the_slides_come_in_the_order_of_a_talk():
    """What draws toward school comes first, what was agreed comes last."""
    assert keys(youth_room()) == [
        "welcome",
        "table",
        "toward",
        "away",
        "home",
        "picture",
        "circle-0",
        "said",
        "views",
        "events",
        "steps",
        "days-0",
        "days-1",
        "done",
        "agreements",
    ]


def test_each_kind_of_room_has_its_own_slides():
    """The school is not shown the programme of the parents."""
    assert not {"instead", "goals", "how"} & set(keys(youth_room()))
    assert not {"instead", "goals", "steps", "done", "events"} & set(keys(school_room()))
    assert {"how", "instead", "goals"} <= set(keys(parents_room()))
    assert {"how", "instead", "goals"} <= set(keys(team_room()))


@pytest.mark.parametrize("name", ROOMS)
def test_nothing_to_show_is_no_slide(name):
    """An empty box hints at a hidden one."""
    room = emptied(ROOMS[name]())
    if name == "school":
        room = room.model_copy(update={"how": type(room.how)(), "adjustments": ()})
    if name in ("parents", "team"):
        room = room.model_copy(update={"how": type(room.how)(), "accommodations": (), "goals": ()})

    slides = slides_of(room)

    assert [slide["key"] for slide in slides] == ["welcome"]
    assert slides[0]["about"] == ""


@given(case=cases(), room=st.sampled_from(["youth", "youth+parent:p-3", "school", "team"]))
def test_no_slide_is_empty_whatever_was_shared(case, room):
    """Unfinished is normal, also on the wall."""
    projection = build(case, Room.parse(room), language="nl", today=date(2026, 11, 20))

    for slide in slides_of(projection):
        held = {"picture": "columns", "circle": "cards", "said": "texts", "welcome": "title"}
        name = held.get(slide["kind"], slide["kind"])
        assert slide[name], slide["key"]
        assert slide["title"]


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_on_the_wall_is_of_the_projection_or_of_the_interface(name, language):
    """Nothing reaches a room by a side door."""
    words = [f"w{n:03}w" for n in range(400)]
    projection = filled(ROOMS[name](language), words)
    told = projection.model_dump_json()

    shown = json.dumps(slides_of(projection))

    assert {word for word in words if word in shown} <= {word for word in words if word in told}


@pytest.mark.parametrize("count", [1, CARDS_ON_A_SLIDE, CARDS_ON_A_SLIDE + 1, 13])
def test_cards_are_split_so_that_a_slide_fits_the_wall(count):
    """Seven cards are two slides, and none is lost."""
    room = youth_room().model_copy(update={"cards": cards(count, side="away"), "links": ()})

    held = [slide["cards"] for slide in slides_of(room) if slide["kind"] == "cards"]

    assert [card for part in held for card in part] == [
        {"words": f"kaart {n}", "speaker": "", "strong": False} for n in range(count)
    ]
    assert max(len(part) for part in held) <= CARDS_ON_A_SLIDE
    assert len(set(keys(room))) == len(keys(room))


def test_agreements_and_days_are_split_too():
    """A list that is longer than the wall goes on on the next slide."""
    many = tuple(ShownAgreement(who="Sem", what=f"ding {n}") for n in range(9))
    room = youth_room().model_copy(update={"agreements": many})

    slides = slides_of(room)

    lines = [len(s["lines"]) for s in slides if s["key"].startswith("agreements")]
    assert lines == [LINES_ON_A_SLIDE, LINES_ON_A_SLIDE, 1]
    days = [len(s["days"]) for s in slides if s["kind"] == "days"]
    assert days == [DAYS_ON_A_SLIDE, DAYS_ON_A_SLIDE]


@pytest.mark.parametrize(
    ("language", "again"),
    [
        ("nl", "Wat duwt weg van school? (vervolg)"),
        ("en", "What pushes away from school? (continued)"),
    ],
)
def test_a_slide_that_goes_on_from_the_one_before_says_so(language, again):
    """Nobody who looks up takes the second slide for the first."""
    held = cards(CARDS_ON_A_SLIDE + 1, side="away")
    room = youth_room(language).model_copy(update={"cards": held, "links": ()})

    titles = [slide["title"] for slide in slides_of(room) if slide["kind"] == "cards"]

    assert titles == [again.rpartition(" (")[0], again]


def test_the_picture_said_back_is_split_so_that_no_line_lies_under_the_edge():
    """A sentence is read whole, or stands on the next slide."""
    texts = tuple(f"zin {n} " + "met wat meer woorden " * 6 for n in range(6))
    room = youth_room().model_copy(update={"said": texts})

    held = [slide["texts"] for slide in slides_of(room) if slide["kind"] == "said"]

    assert [text for part in held for text in part] == list(texts)
    assert [len(part) for part in held] == [SAID_LINES_ON_A_SLIDE // 3] * 2


def test_one_side_alone_makes_no_picture():
    """A picture of one column is a list that was there already."""
    room = youth_room().model_copy(update={"cards": cards(3, side="toward"), "links": ()})

    assert "picture" not in keys(room)


def test_ties_in_the_picture_join_the_cards_that_they_joined():
    """The circle that the family recognised is the circle on the wall."""
    room = youth_room()
    (picture,) = [slide for slide in slides_of(room) if slide["kind"] == "picture"]
    columns = {column["side"]: column["cards"] for column in picture["columns"]}

    for link, drawn in zip(room.links, picture["links"], strict=True):
        for end, card in ((drawn["from"], link.source), (drawn["to"], link.target)):
            side, at = end
            assert columns[side][at]["words"] == room.cards[card].words


def test_ties_in_the_picture_are_also_there_in_words():
    """On a narrow screen, where no arrow fits, nothing is left out."""
    room = youth_room()
    (picture,) = [slide for slide in slides_of(room) if slide["kind"] == "picture"]

    for link, words in zip(room.links, picture["ties"], strict=True):
        assert room.cards[link.source].words in words
        assert room.cards[link.target].words in words


def test_a_circle_is_drawn_round_with_its_sentence_under_it():
    """What keeps what going is one look, and then words for it."""
    room = youth_room()
    (slide,) = [slide for slide in slides_of(room) if slide["kind"] == "circle"]

    assert [card["words"] for card in slide["cards"]] == [
        room.cards[n].words for n in room.circles[0].cards
    ]
    assert [card["sign"] for card in slide["cards"]] == ["more", "more"]
    assert [card["seat"] for card in slide["cards"]] == [
        "1 / 1 / span 1 / span 2",
        "1 / 3 / span 1 / span 2",
    ]
    assert slide["text"] == room.circles[0].words


@pytest.mark.parametrize("count", range(2, 10))
def test_no_two_cards_of_a_circle_share_a_place(count):
    """Nine cards in a ring are nine cards."""
    shown = ring_room(count)
    (slide,) = [slide for slide in slides_of(shown) if slide["kind"] == "circle"]

    for place in ("seat", "narrow"):
        seats = [tuple(map(int, card[place].split(" / ")[:2])) for card in slide["cards"]]
        assert not [
            (one, other)
            for n, one in enumerate(seats)
            for other in seats[n + 1 :]
            if one[0] == other[0] and abs(one[1] - other[1]) < 2
        ]


def test_a_circle_whose_cards_are_not_all_there_has_no_slide():
    """Half a circle is not a circle."""
    room = youth_room()
    fewer = room.model_copy(update={"cards": room.cards[:3], "links": (), "voices": ()})

    assert not [slide for slide in slides_of(fewer) if slide["kind"] == "circle"]


def test_views_are_split_so_that_a_few_fit_the_wall():
    """Each one's words get room, and none is lost."""
    views = tuple(
        ShownView(who=f"w{n}", words=f"zo zie ik het {n}", on=TODAY)
        for n in range(VIEWS_ON_A_SLIDE + 1)
    )
    room = youth_room().model_copy(update={"views": views})

    held = [slide["views"] for slide in slides_of(room) if slide["kind"] == "views"]

    assert [len(part) for part in held] == [VIEWS_ON_A_SLIDE, 1]
    assert [one["who"] for part in held for one in part] == [one.who for one in views]


def test_what_happened_says_when_as_far_as_that_is_known():
    """A year alone, or words for a time, are enough."""
    (slide,) = [slide for slide in slides_of(youth_room()) if slide["key"] == "events"]

    assert [line["on"] for line in slide["lines"]] == [
        "ma 4 mei 2026", "ma 31 aug 2026", "in groep 4",
    ]  # fmt: skip


def test_a_day_that_did_not_get_past_the_bed_is_not_held_against_anyone():
    """What was done is shown, not the gap."""
    done = (
        ShownDone(on=date(2026, 11, 20), reached="bed"),
        ShownDone(on=date(2026, 11, 23), reached="bed", words="een hoofdstuk gelezen"),
        ShownDone(on=TODAY, reached="bench", words="Noah zwaaide"),
    )
    room = youth_room().model_copy(update={"done": done})

    (slide,) = [slide for slide in slides_of(room) if slide["key"] == "done"]

    assert [(line["text"], line["then"]) for line in slide["lines"]] == [
        ("een hoofdstuk gelezen", ""),
        ("tot het bankje", "Noah zwaaide"),
    ]


def test_a_card_that_someone_just_said_comes_into_sight():
    """The young person sees that it was heard."""
    page = RoomPage()
    page.show(youth_room())
    assert page.view["page"]["added"] == ""
    room = youth_room()
    new = ShownCard(words="het busje is te vol", speaker="Sem")

    page.show(room.model_copy(update={"cards": (*room.cards, new)}))

    assert page.view["page"]["added"] == "het busje is te vol"
    assert page.view["page"]["added_on"] == "table"


def test_a_second_card_with_the_same_words_is_new_too():
    """Two people may say the same thing."""
    page = RoomPage()
    one = ShownCard(words="moe", side="away")
    room = youth_room().model_copy(update={"cards": (one,), "links": ()})
    page.show(room)

    page.show(room.model_copy(update={"cards": (one, one)}))

    assert page.view["page"]["added"] == "moe"


def test_taking_a_card_back_brings_nothing_into_sight():
    """A withdrawn card goes without a sound."""
    page = RoomPage()
    page.show(youth_room())

    gone = {"links": (), "circles": (), "voices": (), "said": ()}
    page.show(youth_room().model_copy(update={"cards": youth_room().cards[1:], **gone}))

    assert page.view["page"]["added"] == ""
    assert "buikpijn" not in json.dumps(page.view)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_page_is_told_no_word_of_the_case(language):
    """Blank means gone, also for who looks behind the curtain."""
    page = RoomPage()
    page.show(youth_room(language))

    page.blank()

    assert page.view["language"] == language
    assert set(page.view["page"]) == {"blank", "slides"}
    assert page.view["page"]["slides"] == []
    assert "Sem" not in json.dumps(page.view)


def test_a_page_begins_blank():
    """Before the first projection there is nothing to see."""
    assert RoomPage().view["page"]["blank"] == "Even pauze"


def test_an_invented_case_says_so_on_every_slide():
    """No one takes Sem for a real boy."""
    page = RoomPage()
    page.show(youth_room())

    assert page.view["page"]["invented"] == "Verzonnen casus"


def test_what_comes_later_has_no_day_and_says_when_it_comes():
    """Next is when this has become ordinary, and that is said once."""
    (steps,) = [slide for slide in slides_of(youth_room()) if slide["kind"] == "steps"]

    assert [step["after"] for step in steps["steps"]] == [
        "", "daarna, als dit gewoon is geworden", "",
    ]  # fmt: skip


def test_a_day_that_may_still_move_says_so_on_the_wall():
    """Nobody is held to what was only pencilled."""
    days = [day for s in slides_of(youth_room()) if s["kind"] == "days" for day in s["days"]]

    assert [day["pencil"] for day in days] == [""] * 6 + ["in potlood"] * 4
