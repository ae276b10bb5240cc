"""What is still to ask: a question goes as soon as it has an answer."""

from collections.abc import Callable
from datetime import date, time

import pytest

from caseform.model import (
    Answer,
    Assessment,
    Bearing,
    Case,
    Draw,
    Factor,
    FunctionTotals,
    LessonBlock,
    Perspective,
    Place,
    Region,
    Role,
    SafetyCheck,
)
from caseform.retelling import missing
from caseform.text import LANGUAGES
from support.cases import FATHER, MENTOR, MOTHER, YOUTH

ON = date(2026, 11, 2)
EMPTY = Case(id="c-1", alias="IJsvogel", region=Region.VL, created_on=ON)
PEOPLE = EMPTY.model_copy(update={"people": (YOUTH, MOTHER, FATHER, MENTOR)})
Verb = Callable[[Case], Case]


def asked(case: Case) -> set[str]:
    return {prompt.id for prompt in missing(case)}


def known(**fields: object) -> Verb:
    """Return what fills in part of the assessment."""
    return lambda case: case.model_copy(update={"assessment": Assessment(**fields)})


def card(**fields: object) -> Verb:
    """Return what lays one card."""
    return lambda case: case.with_item("factors", Factor(id="f-1", words="iets", **fields))


def block(**fields: object) -> Verb:
    """Return what writes one lesson on the timetable."""
    lesson = LessonBlock(
        id="b-1", weekday=0, starts=time(8, 30), ends=time(9, 20), subject="gym", **fields
    )
    return lambda case: case.with_item("school.timetable", lesson)


def view(who: str, *, told_by: str | None = None) -> Verb:
    """Return what writes down how someone sees it."""
    return known(
        perspectives=(Perspective(id="v-1", who=who, words="het is druk", on=ON, said_by=told_by),)
    )


def test_an_empty_case_asks_for_everything_once() -> None:
    """To the therapist before the first talk: a list to go by, none of it asked twice."""
    ids = [prompt.id for prompt in missing(EMPTY)]

    assert ids == [
        *("onset", "pattern", "function", "strengths", "safety"),
        *("young-person", "caregiver", "school"),
    ]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("onset", known(onset="na de zomer")),
        ("pattern", known(pattern="maandag is het zwaarst")),
        ("pattern", block(taxing=("omkleden",))),
        ("pattern", block(liking=0)),
        ("function", known(functions=(FunctionTotals(id="t-1", totals=(None, 12, None, None)),))),
        ("function", card(draw=Draw.HOME)),
        ("function", card(bearing=Bearing.AWAY_FROM_SCHOOL)),
        ("strengths", card(role=Role.PROTECTIVE)),
        ("strengths", card(bearing=Bearing.TOWARD_SCHOOL)),
        ("safety", known(safety=(SafetyCheck(id="q-1", on=ON, answer=Answer.NO),))),
        ("voice:p-1", card(said_by="p-1")),
        ("voice:p-2", card(said_by="p-2")),
        ("voice:p-3", view("p-3")),
        ("school", card(said_by="p-4")),
        ("school", view("p-4", told_by="p-4")),
    ],
)
def test_a_question_goes_with_its_answer_and_no_other_goes_along(
    question: str, answer: Verb
) -> None:
    """To the therapist: what was asked is not asked again, and nothing drops off unasked."""
    left = asked(answer(PEOPLE))

    assert question in asked(PEOPLE)
    assert question not in left
    assert left <= asked(PEOPLE)
    assert len(asked(PEOPLE) - left) <= 2


@pytest.mark.parametrize(
    ("question", "no_answer"),
    [
        ("onset", known(onset="   ")),
        ("pattern", block()),
        ("function", known(functions=(FunctionTotals(id="t-1"),))),
        ("function", card(bearing=Bearing.TOWARD_SCHOOL)),
        ("voice:p-1", card(said_by="p-2")),
        ("voice:p-3", view("p-3", told_by="p-2")),
    ],
)
def test_what_is_no_answer_leaves_the_question(question: str, no_answer: Verb) -> None:
    """To the father: what the mother says of his view does not count as his."""
    assert question in asked(no_answer(PEOPLE))


def test_a_few_open_cards_are_a_talk_under_way_and_many_are_asked_about() -> None:
    """To the therapist: nobody is nagged about the card that was laid a second ago."""
    placed = Factor(id="f-9", words="vol", place=Place.YOUTH, bearing=Bearing.TOWARD_SCHOOL)
    cards = [Factor(id=f"f-{n}", words="iets", place=Place.YOUTH) for n in range(3)]
    two = PEOPLE.with_items("factors", (placed, *cards[:2]))
    strong = cards[2].model_copy(update={"role": Role.PROTECTIVE})

    assert "places" not in asked(two)
    assert "places" not in asked(two.with_item("factors", strong))
    assert "places" in asked(two.with_item("factors", cards[2]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_voice_is_asked_for_by_the_name_it_has_at_the_table(language: str) -> None:
    """To the therapist: the question can be read out as it stands."""
    texts = [prompt.in_(language) for prompt in missing(PEOPLE)]

    assert any("Noor" in text for text in texts)
    assert any("moeder" in text for text in texts)
    assert all(text.endswith("?") and "{" not in text for text in texts)
