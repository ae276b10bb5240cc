"""Where a case stands: what is at hand, and what the last days brought."""

from datetime import date

from caseform.checks._ahead import days_ahead
from caseform.model import (
    Answer,
    CareSystem,
    Case,
    GoalState,
    LogDay,
    ReturnStep,
    StepKind,
    ladder,
    latest_level,
    place_now,
)

_HEAVIEST_TIER = 3


def days_done_on_ladder(case: Case) -> list[LogDay]:
    """Return the days on which a step of the ladder was done, the oldest first."""
    known = {step.id for step in case.return_plan.steps}
    return sorted((d for d in case.log if d.done and d.step in known), key=lambda day: day.on)


def furthest_done(case: Case, *, since: date, until: date) -> ReturnStep | None:
    """Return the furthest step that was done from `since` to `until`, passed over ones left out.

    A smaller step on a day that asked for less takes nothing away from what works.
    """
    done = {day.step for day in days_done_on_ladder(case) if since <= day.on <= until}
    return next((step for step in reversed(ladder(case)) if step.id in done), None)


def has_begun(case: Case) -> bool:
    """Return whether a step is done now, by what the plan names or by the log."""
    known = {step.id for step in case.return_plan.steps}
    return case.return_plan.current in known or bool(days_done_on_ladder(case))


def at_hand(case: Case, today: date) -> list[ReturnStep]:
    """Return the steps to talk about this week: of now, the next, and what is written ahead."""
    steps, place = ladder(case), place_now(case)
    near = {step.id for step in steps[place : place + 2]}
    near |= {day.step for day in days_ahead(case, today)}
    return [step for step in steps if step.id in near]


def still_to_come(case: Case) -> tuple[ReturnStep, ...]:
    """Return the steps above the one of now; all of them while nothing has begun."""
    return ladder(case)[place_now(case) + 1 :] if has_begun(case) else ladder(case)


def has_heaviest_tier(case: Case) -> bool:
    """Return whether the support was last thought to be of the heaviest tier."""
    tier = latest_level(case, CareSystem.TIER)
    return tier is not None and tier.level == _HEAVIEST_TIER


def moves_elsewhere(case: Case) -> bool:
    """Return whether something is known to move outside the hours at school.

    That is a goal that someone works on, a step with other people that is not at school, or a
    yes to that point of the plan.
    """
    said = any(
        one.about == "moving-elsewhere" and one.answer is Answer.YES
        for one in case.return_plan.ready
    )
    return (
        said
        or any(goal.state in (GoalState.BEGUN, GoalState.REACHED) for goal in case.goals)
        or any(step.kind is StepKind.SOCIAL and not step.reaches_school for step in ladder(case))
    )
