"""What a scenario can tell of the plan, the ladder, the school week and other ways than school."""

import json
from datetime import date, timedelta
from typing import Any

from caseform.model import (
    Alternative,
    Case,
    EndGoal,
    Escort,
    FormalMeasure,
    FreeDay,
    LessonBlock,
    LogDay,
    ReturnStep,
    RuleOverride,
    SchoolAdjustment,
    SchoolContact,
)
from planner.mees import COOKING, LADDER, PEOPLE, WEEKDAYS, plan_with, school_with


def _days(words: list[str]) -> tuple[int, ...]:
    return tuple(WEEKDAYS.index(word) for word in words)


def _not_agreed_yet(case: Case, names: list[str]) -> Case:
    empty = {name: None if name in ("receiver", "stand_in") else "" for name in names}
    return plan_with(case, how=case.return_plan.how.model_copy(update=empty))


def _receives_on(case: Case, days: dict[str, list[str]]) -> Case:
    return case.with_items(
        "school.contacts",
        tuple(
            SchoolContact(id=f"k-{who}", person=PEOPLE[who].id, available=_days(on))
            for who, on in days.items()
        ),
    )


def _travels_on(case: Case, days: dict[str, list[str]]) -> Case:
    return case.with_items(
        "return_plan.escorts",
        tuple(
            Escort(id=f"e-{who}", person=PEOPLE[who].id, weekdays=_days(on))
            for who, on in days.items()
        ),
    )


def _set_aside(case: Case, rules: list[str]) -> Case:
    return case.with_items(
        "return_plan.overrides",
        tuple(RuleOverride(id=f"o-{r.lower()}", rule=r, reason="zo besproken") for r in rules),
    )


def _taxing(case: Case, moments: list[str]) -> Case:
    blocks = [block.model_copy(update={"taxing": tuple(moments)}) for block in COOKING]
    return case.with_items("school.timetable", tuple(blocks))


def _chosen_by(case: Case, names: list[str]) -> Case:
    chosen = tuple(PEOPLE[name].id for name in names)
    steps = [step.model_copy(update={"chosen_by": chosen}) for step in case.return_plan.steps]
    return case.with_items("return_plan.steps", tuple(steps))


def _steps(case: Case, steps: dict[str, dict[str, Any]]) -> Case:
    for name, fields in steps.items():
        told = {**LADDER[name].model_dump(mode="json"), **fields}
        case = case.with_item("return_plan.steps", ReturnStep.model_validate_json(json.dumps(told)))
    return case


def _also_on_the_timetable(case: Case, blocks: dict[str, dict[str, Any]]) -> Case:
    for name, fields in blocks.items():
        told = {"id": f"b-{name}", "subject": name, **fields}
        told["weekday"] = WEEKDAYS.index(told["weekday"])
        block = LessonBlock.model_validate_json(json.dumps(told, default=str))
        case = case.with_item("school.timetable", block)
    return case


def _cooking_is_liked(case: Case, liking: int) -> Case:
    for block in COOKING:
        liked = block.model_copy(update={"liking": liking})
        case = case.with_item("school.timetable", liked)
    return case


def _exempted(case: Case, changes: list[dict[str, Any]]) -> Case:
    return case.with_items(
        "school.adjustments",
        tuple(
            SchoolAdjustment.model_validate_json(
                json.dumps({"id": f"j-{n}", "words": "zo besproken", **change}, default=str)
            )
            for n, change in enumerate(changes)
        ),
    )


def _done_daily(case: Case, steps: dict[str, list[date]]) -> Case:
    for name, (first, last) in steps.items():
        for n in range((last - first).days + 1):
            on = first + timedelta(days=n)
            if on.weekday() < len(WEEKDAYS):
                day = LogDay(id=f"l-{on}", on=on, step=LADDER[name].id, done=True)
                case = case.with_item("log", day)
    return case


def _other_way(case: Case, told: dict[str, Any]) -> Case:
    """Return `case` with one way on which everything was written, but for what is told."""
    ways = {
        "id": "w-1",
        "is_meaningful": "yes",
        "is_possible": "yes",
        "is_favourable": "yes",
        "return_link": "na de kerst opnieuw kijken met school",
        "contact": "meneer Bakker belt elke week",
        "agreed_by": ("p-mees", "p-mother", "p-mentor"),
        **told,
    }
    way = Alternative.model_validate_json(json.dumps(ways))
    return case.with_items("return_plan.alternatives", (way,))


def _measure(case: Case, told: dict[str, Any]) -> Case:
    taken = FormalMeasure.model_validate_json(json.dumps({"id": "m-1", **told}))
    return case.with_items("return_plan.measures", (taken,))


# What a scenario can tell otherwise, and what that is in a case.
DIFFERENCES: dict[str, Any] = {
    "now": lambda case, step: plan_with(case, current=LADDER[step].id if step else None),
    "ladder": lambda case, names: plan_with(case, steps=tuple(LADDER[name] for name in names)),
    "goal": lambda case, word: plan_with(case, end_goal=EndGoal(word)),
    "is_feasible": lambda case, is_so: plan_with(case, is_feasible=is_so),
    "horizon": lambda case, days: plan_with(case, horizon_days=days),
    "not_agreed_yet": _not_agreed_yet,
    "receives_on": _receives_on,
    "travels_on": _travels_on,
    "set_aside": _set_aside,
    "steps": _steps,
    "also_on_the_timetable": _also_on_the_timetable,
    "cooking_is_liked": _cooking_is_liked,
    "exempted": _exempted,
    "done_daily": _done_daily,
    "restart": lambda case, words: plan_with(case, restart=words),
    "review_on": lambda case, on: plan_with(case, review_on=on or None),
    "free_days": lambda case, days: case.with_items(
        "school.free_days", tuple(FreeDay(id=f"v-{on}", on=on, words="studiedag") for on in days)
    ),
    "school_helps_until": lambda case, on: school_with(case, effort_until=on or None),
    "taxing_moments": _taxing,
    "chosen_by": _chosen_by,
    "other_way": _other_way,
    "measure": _measure,
}
