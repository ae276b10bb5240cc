"""What comes before any ladder: which kind of absence it is, what was tried, and who is asked."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from caseform.checks._standing import at_hand, has_heaviest_tier
from caseform.model import (
    AbsenceType,
    Answer,
    CareSystem,
    Case,
    EndGoal,
    Finding,
    Severity,
    latest_idea,
)

# R-A3 speaks of the move to phase 2, in which school and the centre for guidance work together.
_SHARED_PHASE = 2

# R-X6 speaks of a part that weighs heavily; on a card that is the highest strength.
_HEAVY = 3

_LOW_MOOD = frozenset({"low-mood", "suicidal-thoughts"})
_BODILY = frozenset({"bodily-complaints", "complaints-fade-at-home"})
_PSYCHOLOGICAL = frozenset(
    {
        *("mental-health-problems", "anxiety-or-panic", "low-mood", "suicidal-thoughts"),
        "traumatic-experiences",
    }
)


def about_before(case: Case) -> Iterator[Finding]:
    """Yield what is asked before a ladder, or because one was begun without it."""
    has_steps = bool(case.return_plan.steps)
    idea = latest_idea(case)
    if has_steps and idea is None:
        yield Finding("R-A1", Severity.HARD, "assessment.ideas")
    elif has_steps and idea and idea.kind is AbsenceType.UNDETERMINED and not idea.reason:
        yield Finding("R-A1", Severity.HARD, "assessment.ideas", key="plan.undetermined-why")
    if idea and idea.kind is AbsenceType.TRUANCY:
        yield Finding("R-P13", Severity.ADVICE, "assessment.ideas")
    if has_steps:
        yield from _tried(case)
    if not case.assessment.safety and (_is_low(case) or has_heaviest_tier(case)):
        yield Finding("R-A7", Severity.SOFT, "assessment.safety")


def _tried(case: Case) -> Iterator[Finding]:
    if not case.tried:
        yield Finding("R-A3", Severity.SOFT, "tried")
        return
    moved = [
        level.recorded_on
        for level in case.assessment.levels
        if level.system is CareSystem.PHASE and level.level >= _SHARED_PHASE and level.recorded_on
    ]
    told = [row.on for row in case.tried if row.on]
    if moved and told and max(told) < min(moved):
        yield Finding("R-A3", Severity.SOFT, "tried", {"day": min(moved)}, "plan.tried-before")


def has_card(case: Case, entries: frozenset[str], *, strength: int = 0) -> bool:
    """Return whether the board has a card of one of `entries` that weighs at least `strength`."""
    return any(f.entry in entries and (f.strength or 0) >= strength for f in case.factors)


def _is_seen(case: Case, *questions: str) -> bool:
    seen = case.assessment.observations
    return any(one.about in questions and one.answer is Answer.YES for one in seen)


def _is_low(case: Case) -> bool:
    return has_card(case, _LOW_MOOD) or _is_seen(case, "early-low-mood")


def _has_complaints(case: Case, today: date) -> bool:
    return (
        has_card(case, _BODILY)
        or _is_seen(case, "early-complaints", "morning-complaints")
        or any(day.complaints for day in case.log)
    )


def _begins_a_return(case: Case, today: date) -> bool:
    return bool(case.return_plan.steps) and case.return_plan.end_goal is not EndGoal.NOT_YET


def _is_not_yet(case: Case, today: date) -> bool:
    return case.return_plan.end_goal is EndGoal.NOT_YET


def _weighs_heavily(case: Case, today: date) -> bool:
    next_at_school = any(step.reaches_school for step in at_hand(case, today))
    is_aim = case.return_plan.end_goal is not EndGoal.NOT_YET
    return is_aim and next_at_school and has_card(case, _PSYCHOLOGICAL, strength=_HEAVY)


# When the points before a ladder matter.
BEFORE: Mapping[str, Callable[[Case, date], bool]] = {
    "R-A6": _has_complaints,
    "R-A8": _begins_a_return,
    "R-A9": _is_not_yet,
    "R-X6": _weighs_heavily,
}
