"""What a scenario can tell of other ways than school, of formal measures, and of what was noted."""

import json
from datetime import date
from typing import Any

from caseform.model import (
    AbsenceIdea,
    AbsenceType,
    Alternative,
    Answer,
    Case,
    Factor,
    FormalMeasure,
    LogDay,
    Observation,
    Person,
)

EVERYONE = ("p-mees", "p-mother", "p-mentor")


def _aged(case: Case, age: int) -> Case:
    young = case.young_person
    assert isinstance(young, Person)
    return case.with_item("people", young.model_copy(update={"age": age}))


def _other_way(case: Case, told: dict[str, Any]) -> Case:
    """Return `case` with one way on which everything was written, but for what is told."""
    ways = {
        "id": "w-1",
        "is_meaningful": "yes",
        "is_possible": "yes",
        "is_favourable": "yes",
        "return_link": "na de kerst opnieuw kijken met school",
        "contact": "meneer Bakker belt elke week",
        "agreed_by": EVERYONE,
        **told,
    }
    way = Alternative.model_validate_json(json.dumps(ways))
    return case.with_items("return_plan.alternatives", (way,))


def _measure(case: Case, told: dict[str, Any]) -> Case:
    taken = FormalMeasure.model_validate_json(json.dumps({"id": "m-1", **told}))
    return case.with_items("return_plan.measures", (taken,))


def _thought_of_as(case: Case, kind: str) -> Case:
    return case.with_items("assessment.ideas", (AbsenceIdea(id="i-1", kind=AbsenceType(kind)),))


def _noted(case: Case, answers: dict[str, str]) -> Case:
    return case.with_items(
        "assessment.observations",
        tuple(
            Observation(id=f"o-{about}", about=about, answer=Answer(answer))
            for about, answer in answers.items()
        ),
    )


def _card_of(case: Case, entry: str) -> Case:
    return case.with_item("factors", Factor(id=f"f-{entry}", words="zo gezegd", entry=entry))


def _away_without_leave(case: Case, days: list[date]) -> Case:
    for on in days:
        case = case.with_item("log", LogDay(id=f"l-{on}", on=on, authorised=False))
    return case


def _day_with_leave(case: Case, on: date) -> Case:
    return case.with_item("log", LogDay(id=f"l-{on}", on=on, authorised=True))


DIFFERENCES: dict[str, Any] = {
    "age": _aged,
    "other_way": _other_way,
    "measure": _measure,
    "thought_of_as": _thought_of_as,
    "noted": _noted,
    "card_of": _card_of,
    "away_without_leave": _away_without_leave,
    "day_with_leave": _day_with_leave,
}
