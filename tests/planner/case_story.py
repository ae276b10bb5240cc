"""What a scenario can tell of the people, the picture, the assessment and what happened."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from caseform.model import (
    AbsenceIdea,
    AbsenceType,
    Agreement,
    Answer,
    CareLevel,
    CareSystem,
    Case,
    CaseEvent,
    DayReason,
    DistressRating,
    Factor,
    FamilyAccommodation,
    Goal,
    GoalState,
    LogDay,
    NetworkMember,
    Observation,
    Perspective,
    Region,
    SafetyCheck,
    TriedAction,
)
from planner.mees import PEOPLE, WEEKDAYS, school_with


def _cards_by(case: Case, names: list[str]) -> Case:
    ids = {PEOPLE[name].id for name in names}
    return case.with_items("factors", tuple(f for f in case.factors if f.said_by in ids))


def _tier(case: Case, level: int) -> Case:
    told = CareLevel(id="z-1", system=CareSystem.TIER, level=level)
    return case.with_items("assessment.levels", (told,))


def _absent_since(case: Case, on: date) -> Case:
    known = case.assessment.model_copy(update={"absent_since": on})
    return case.model_copy(update={"assessment": known})


def _happens(case: Case, events: dict[str, date], *, is_transition: bool = False) -> Case:
    return case.with_items(
        "events",
        tuple(
            CaseEvent(id=f"x-{on}", on=on, words=words, is_transition=is_transition)
            for words, on in events.items()
        ),
    )


def _unanswered(case: Case, points: list[str]) -> Case:
    left = tuple(one for one in case.return_plan.ready if one.about not in points)
    return case.with_items("return_plan.ready", left)


def _answered_on(case: Case, days: dict[str, date]) -> Case:
    told = [
        one.model_copy(update={"recorded_on": days.get(one.about)})
        for one in case.return_plan.ready
    ]
    return case.with_items("return_plan.ready", tuple(told))


def _answered(collection: str) -> Callable[[Case, dict[str, str]], Case]:
    """Return what answers questions of the assessment, or points of the plan."""

    def answer(case: Case, answers: dict[str, str]) -> Case:
        for about, given in answers.items():
            told = Observation(id=f"y-{about}", about=about, answer=Answer(given))
            case = case.with_item(collection, told)
        return case

    return answer


def _ideas(case: Case, ideas: dict[str, str]) -> Case:
    told = (AbsenceIdea(id=f"i-{k}", kind=AbsenceType(k), reason=why) for k, why in ideas.items())
    return case.with_items("assessment.ideas", tuple(told))


def _tried(case: Case, days: list[date]) -> Case:
    rows = (TriedAction(id=f"t-{on}", who="p-mother", did="samen fietsen", on=on) for on in days)
    return case.with_items("tried", tuple(rows))


def _phase_2_since(case: Case, on: date) -> Case:
    told = CareLevel(id="z-2", system=CareSystem.PHASE, level=2, recorded_on=on)
    return case.with_item("assessment.levels", told)


def _also_on_the_board(case: Case, cards: list[dict[str, Any]]) -> Case:
    for card in cards:
        told = {"id": f"f-{card['entry']}", "bearing": "away-from-school", **card}
        case = case.with_item("factors", Factor.model_validate_json(json.dumps(told)))
    return case


def _safety_asked_on(case: Case, days: list[date]) -> Case:
    asked = (SafetyCheck(id=f"q-{on}", on=on, answer=Answer.NO) for on in days)
    return case.with_items("assessment.safety", tuple(asked))


def _views(case: Case, names: list[str]) -> Case:
    told = (
        Perspective(id=f"w-{n}", who=PEOPLE[n].id, words="het is te druk", on=date(2026, 11, 2))
        for n in names
    )
    return case.with_items("assessment.perspectives", tuple(told))


def _age(case: Case, years: int) -> Case:
    return case.with_item("people", PEOPLE["Mees"].model_copy(update={"age": years}))


def _spared(case: Case, days: dict[str, date]) -> Case:
    told = FamilyAccommodation(
        id="s-1",
        who="p-mother",
        what="blijft zitten tot hij slaapt",
        stopped_on=days.get("stopped"),
        came_back_on=days.get("back"),
    )
    return case.with_items("accommodations", (told,))


def _minutes_and_tension(case: Case, days: list[str]) -> Case:
    for line in days:
        when, _, what = line.partition(": ")
        on = datetime.strptime(f"{when[4:]} 2026", "%d %b %Y").date()
        assert WEEKDAYS[on.weekday()] == when[:3], f"{when} is another weekday"
        minutes, _, tension = what.partition(" minutes, ")
        rated = DistressRating(value=int(tension.removesuffix("/10")))
        day = LogDay(id=f"l-{on}", on=on, minutes=int(minutes), tension=rated)
        case = case.with_item("log", day)
    return case


def _logged(**fields: Any) -> Callable[[Case, list[date]], Case]:
    """Return what writes days up in the log, each with the same fields."""

    def write_up(case: Case, days: list[date]) -> Case:
        for on in days:
            case = case.with_item("log", LogDay(id=f"l-{on}", on=on, **fields))
        return case

    return write_up


def _network(case: Case, days: list[date]) -> Case:
    return case.with_items(
        "network",
        tuple(NetworkMember(id=f"n-{on}", person="p-grandpa", last_contact_on=on) for on in days),
    )


# What a scenario can tell otherwise, and what that is in a case.
DIFFERENCES: dict[str, Any] = {
    "region": lambda case, name: case.model_copy(update={"region": Region(name)}),
    "tier": _tier,
    "absent_since": _absent_since,
    "happens": _happens,
    "changes_ahead": lambda case, changes: _happens(case, changes, is_transition=True),
    "unanswered": _unanswered,
    "answered": _answered("return_plan.ready"),
    "answered_on": _answered_on,
    "noted": _answered("assessment.observations"),
    "ideas": _ideas,
    "tried": _tried,
    "phase_2_since": _phase_2_since,
    "also_on_the_board": _also_on_the_board,
    "safety_asked_on": _safety_asked_on,
    "views": _views,
    "age": _age,
    "classmates_age": lambda case, years: school_with(case, classmates_age=years),
    "spared": _spared,
    "minutes_and_tension": _minutes_and_tension,
    "ill_on": _logged(reason=DayReason.ILL),
    "away_without_leave": _logged(authorised=False),
    "away_with_leave": _logged(authorised=True),
    "cards_by": _cards_by,
    "begun": lambda case, words: case.with_items(
        "goals",
        tuple(Goal(id=f"g-{n}", words=w, state=GoalState.BEGUN) for n, w in enumerate(words)),
    ),
    "goals": lambda case, words: case.with_items(
        "goals", tuple(Goal(id=f"g-{n}", words=w) for n, w in enumerate(words))
    ),
    "agreements": lambda case, words: case.with_items(
        "agreements",
        tuple(Agreement(id=f"a-{n}", who="p-mentor", what=w) for n, w in enumerate(words)),
    ),
    "network_last_heard_on": _network,
}
