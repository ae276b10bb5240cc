"""What is read from the board, how each one sees it and what happened: shared whole, or not."""

from datetime import date

import pytest

from caseform.model import (
    CaseEvent,
    Comparison,
    EditedSentence,
    Link,
    LinkSign,
    Perspective,
    PlannedDay,
    Role,
    TriedAction,
    Verdict,
)
from caseform.projection.build import build, build_therapist_paper
from caseform.projection.rooms import Room, SchoolRoom, projection_to_json
from caseform.retelling import circle_sentence, retell
from support.cases import FAMILY, TODAY, noor_assessed
from support.rooms import ROOMS

CIRCLE = ("f-1", "f-2")


def shown(case, room="youth+parents", language="nl"):
    return build(case, Room.parse(room), language=language, today=TODAY)


def shared(case, collection, item_id, labels):
    item = case.find(collection, item_id)
    return case.with_item(collection, item.model_copy(update={"shared_with": labels}))


def corrected(case, **about):
    sentence = EditedSentence(
        **{
            "id": "z-1",
            "about": "circle:f-1+f-2",
            "cards": CIRCLE,
            "language": "nl",
            "made": circle_sentence(case, CIRCLE, "nl"),
            "words": "Na een dag thuis is de buikpijn er weer.",
            "shared_with": FAMILY,
            **about,
        }
    )
    return case.with_items("sentences", (sentence,))


def test_a_circle_that_is_shared_whole_is_shown_with_its_sentence():
    """The family sees the circle that they recognised."""
    room = shown(noor_assessed())

    (circle,) = room.circles

    assert [room.cards[n].words for n in circle.cards] == ["buikpijn", "thuis is het rustig"]
    assert circle.words == circle_sentence(noor_assessed(), CIRCLE, "nl")


@pytest.mark.parametrize(
    ("collection", "item"),
    [("circles", "o-1"), ("factors", "f-1"), ("links", "k-1"), ("links", "k-3")],
)
def test_a_circle_of_which_a_part_is_not_shared_does_not_cross(collection, item):
    """Half a circle would tell that there is another half."""
    room = shown(shared(noor_assessed(), collection, item, ("youth",)))

    assert room.circles == ()


def test_a_second_tie_that_is_private_takes_no_circle_away():
    """What the therapist thinks besides changes nothing on the wall."""
    case = noor_assessed()
    private = Link(id="k-9", source="f-1", target="f-2", sign=LinkSign.LESS)

    for links in ((private, *case.links), (*case.links, private)):
        assert shown(case.with_items("links", links)) == shown(case)


def test_a_corrected_sentence_is_used_where_it_may_be_seen():
    """The words of the family replace ours."""
    assert shown(corrected(noor_assessed())).circles[0].words == (
        "Na een dag thuis is de buikpijn er weer."
    )


@pytest.mark.parametrize(
    "about",
    [
        {"shared_with": ("youth",)},
        {"made": "Zoals het vorige maand was."},
        {"language": "en"},
        {"about": "toward"},
        {"cards": (*CIRCLE, "f-4")},
    ],
    ids=["not shared", "facts changed", "another language", "another sentence", "a hidden card"],
)
def test_a_correction_that_is_not_for_this_room_is_not_used(about):
    """It may speak of what those present do not know."""
    case = noor_assessed()

    assert shown(corrected(case, **about)) == shown(case.with_items("sentences", ()))


def test_the_picture_is_said_back_to_those_it_is_shared_with_and_to_no_one_else():
    """The young person hears it first."""
    case = noor_assessed()

    assert shown(case, "youth").said
    assert shown(case, "youth+parents").said == ()


def test_a_room_is_told_five_lines_at_most_and_the_therapist_all():
    """No more than can be held in mind while the talk goes on."""
    case = noor_assessed().model_copy(update={"said_back_shared_with": FAMILY})

    room, paper = shown(case), build_therapist_paper(case, language="nl", today=TODAY)

    assert 0 < len(room.said) <= 5
    assert any("na de verhuizing" in line for line in paper.said)
    assert not any("na de verhuizing" in line for line in room.said)


def test_sentences_speak_of_nothing_that_the_room_does_not_see():
    """Neither of a private card, nor of what the therapist thinks of a shared one."""
    case = noor_assessed().model_copy(update={"said_back_shared_with": FAMILY})
    card = case.find("factors", "f-1")
    thought = {"role": Role.PERPETUATING, "strength": 3, "since": "sinds de verhuizing"}
    weighed = case.with_item("factors", card.model_copy(update=thought))

    assert shown(weighed).said == shown(case).said
    assert shown(case).said
    assert "somber" not in projection_to_json(shown(case))


def test_an_emptied_sentence_is_left_out():
    """What nobody wants to read aloud is not read aloud."""
    case = noor_assessed().model_copy(update={"said_back_shared_with": FAMILY})
    first = shown(case).said[0]
    about = next(one for one in retell(case, "nl") if one.text == first)
    emptied = corrected(case, about=about.about, cards=about.cards, made=first, words="")

    assert first not in shown(emptied).said


def test_voices_cross_only_if_every_one_of_them_may_be_heard():
    """Two of three would say that there is a third."""
    case = noor_assessed()
    both = Comparison(id="v-3", cards=CIRCLE, verdict=Verdict.DIFFER, shared_with=FAMILY)

    assert shown(case).voices == ()
    assert [
        (one.cards, one.verdict) for one in shown(case.with_item("comparisons", both)).voices
    ] == [((0, 1), "differ")]


def test_the_newest_view_of_each_that_is_shared_is_shown_youth_first():
    """Nobody is held to what they said before."""
    case = noor_assessed()
    views = (
        Perspective(
            id="e-2", who="p-2", words="hij is moe", on=date(2026, 11, 1), shared_with=FAMILY
        ),
        Perspective(
            id="e-3", who="p-1", words="het gaat wel", on=date(2026, 11, 20), shared_with=FAMILY
        ),
        Perspective(id="e-4", who="p-1", words="ik durf niet", on=date(2026, 11, 22)),
    )
    for one in views:
        case = case.with_item("assessment.perspectives", one)

    assert [(one.who, one.words) for one in shown(case).views] == [
        ("Noor", "het gaat wel"),
        ("moeder", "hij is moe"),
    ]
    paper = build_therapist_paper(case, language="nl", today=TODAY)
    assert [one.words for one in paper.views] == ["ik durf niet", "hij is moe"]


def test_what_happened_is_told_in_the_order_of_time_to_those_it_is_shared_with():
    """A private event leaves no gap, and an undated one stands first, as on the time line."""
    case = noor_assessed().with_items(
        "events",
        (
            CaseEvent(id="h-1", words="vaak alleen", about="in groep 4", shared_with=FAMILY),
            CaseEvent(id="h-2", words="verhuisd", on=date(2026, 5, 4), shared_with=FAMILY),
            CaseEvent(id="h-3", words="vader opgenomen", on=date(2026, 3, 1)),
            CaseEvent(
                id="h-4", words="nieuwe school", on=date(2026, 4, 1),
                shared_with=(*FAMILY, "school"),
            ),
        ),
    )  # fmt: skip

    assert [one.words for one in shown(case).events] == ["vaak alleen", "nieuwe school", "verhuisd"]
    assert "nieuwe school" not in projection_to_json(shown(case, "school"))
    paper = build_therapist_paper(case, language="nl", today=TODAY)
    assert paper.events[1].words == "vader opgenomen"


def test_the_paper_says_what_was_tried_as_it_was_written_down_last():
    """Of two versions of a row the later one is read; another thing done is another line."""
    case = noor_assessed().with_items(
        "tried",
        (
            TriedAction(id="t-2", who="p-2", did="bellen", effect="rust", on=date(2026, 11, 9)),
            TriedAction(id="t-1", who="p-2", did="bellen", on=date(2026, 11, 2)),
            TriedAction(id="t-3", who="p-3", did="bellen", on=date(2026, 11, 1)),
            TriedAction(id="t-4", who="p-2", did="samen lopen"),
        ),
    )

    paper = build_therapist_paper(case, language="nl", today=TODAY)

    assert [(one.who, one.did, one.effect) for one in paper.tried] == [
        ("moeder", "bellen", "rust"),
        ("vader", "bellen", ""),
        ("moeder", "samen lopen", ""),
    ]


def test_no_room_has_a_place_for_a_working_idea():
    """Not left out: there is no field that could hold a role."""
    assert not any({"roles"} & set(type(room()).model_fields) for room in ROOMS.values())
    assert "events" not in SchoolRoom.model_fields
    (role,) = build_therapist_paper(noor_assessed(), language="nl", today=TODAY).roles
    assert (role.words, role.role) == ("kookles", "protective")


def test_nothing_of_an_assessment_but_shared_views_is_in_any_room():
    """Criteria, ideas, safety and levels are the therapist's."""
    case = noor_assessed()
    bare = case.model_copy(
        update={
            "assessment": type(case.assessment)(perspectives=case.assessment.perspectives),
        }
    )

    for room in ("youth", "parents", "school", "team", "youth+parents", "parents+school"):
        assert shown(case, room) == shown(bare, room)


def test_the_step_of_the_days_that_were_agreed_is_the_step_of_now():
    """To the young person: *later* never names what is agreed for tomorrow."""
    case = noor_assessed()
    shared = {"shared_with": FAMILY}
    first, second = (one.model_copy(update=shared) for one in case.return_plan.steps[:2])
    agreed = PlannedDay(id="d-90", on=TODAY, step=second.id, agreed=True)
    written = {"steps": (first, second), "current": first.id, "days": (agreed,), **shared}
    plan = case.return_plan.model_copy(update=written)
    case = case.model_copy(update={"return_plan": plan})

    assert [(one.words, one.is_now) for one in shown(case).steps] == [(second.words, True)]

    hidden = plan.model_copy(update={"shared_with": ()})
    told = shown(case.model_copy(update={"return_plan": hidden})).steps
    assert [one.is_now for one in told] == [True, False]
