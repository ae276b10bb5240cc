"""The ladder and the days ahead, as what-if and re-entry both look at them."""

from collections.abc import Iterable
from datetime import date

from caseform.model import (
    Case,
    Change,
    EditField,
    EditItem,
    Finding,
    PlannedDay,
    ReturnStep,
    SeveralChanges,
    Severity,
    ladder,
    level_now,
)
from caseform.planner._dated import dated_plan
from caseform.planner._plan import DatedPlan
from caseform.school_calendar import SchoolCalendar


def place_of(case: Case, step: str | None) -> int:
    """Return the place of a step on the whole ladder; -1 for a step that is not on it."""
    return next((at for at, one in enumerate(case.return_plan.steps) if one.id == step), -1)


def step_below(case: Case, step: str | None) -> ReturnStep | None:
    """Return the step before this one that is not passed over; None below the first."""
    place = place_of(case, step)
    return next((s for s in reversed(ladder(case)) if place_of(case, s.id) < place), None)


def step_above(case: Case) -> ReturnStep | None:
    """Return the step after the one that is done now; None above the last."""
    level = level_now(case)
    if level is None:
        return None
    return next((step for step in ladder(case) if place_of(case, step.id) > level), None)


def days_to_come(case: Case, today: date) -> tuple[PlannedDay, ...]:
    """Return the written days from `today` on that were not written up yet, earliest first."""
    written_up = {day.on for day in case.log}
    ahead = [d for d in case.return_plan.days if d.on >= today and d.on not in written_up]
    return tuple(sorted(ahead, key=lambda day: (day.on, day.id)))


def pencilled_again(days: Iterable[PlannedDay]) -> tuple[EditItem, ...]:
    """Return the changes after which these days are no longer agreed."""
    return tuple(
        EditItem(collection="return_plan.days", id=day.id, fields={"agreed": False})
        for day in days
        if day.agreed
    )


def agreed_above(case: Case, place: int, today: date) -> tuple[PlannedDay, ...]:
    """Return the agreed days to come that ask more than the step at `place`."""
    return tuple(
        day for day in days_to_come(case, today) if day.agreed and place_of(case, day.step) > place
    )


def back_to(
    case: Case, step: str, today: date, *, hold_until: date | None = None
) -> tuple[Change, ...]:
    """Return the changes after which `step` is the one that is done now.

    What was agreed and asks more is pencilled again.

    Args:
        case: The case.
        step: Id of the step.
        today: Days before it stay as they are.
        hold_until: The last day on which nothing more is asked, where that is wanted.
    """
    changes: list[Change] = []
    if case.return_plan.current != step:
        changes.append(EditField(path="return_plan.current", value=step))
    if hold_until is not None:
        changes.append(EditField(path="return_plan.hold_until", value=hold_until.isoformat()))
    return (*changes, *pencilled_again(agreed_above(case, place_of(case, step), today)))


def planned_after(
    case: Case, change: SeveralChanges, *, today: date, calendar: SchoolCalendar
) -> tuple[SeveralChanges, DatedPlan, tuple[Finding, ...]]:
    """Return `change`, the plan that comes of it, and what was agreed that it cannot keep.

    Where nothing can be planned as long as all that was agreed stands, the agreed days that ask
    more than the step of now are pencilled again; if that is not enough, all that are to come.

    Args:
        case: The case as it is.
        change: What is tried.
        today: The day from which to plan.
        calendar: The school days, as they are after the change.
    """
    after = change.apply(case)
    plan = dated_plan(after, today=today, calendar=calendar)
    level = level_now(after)
    for place in (level, -1) if plan.clash is not None and level is not None else ():
        freed = pencilled_again(agreed_above(after, place, today))
        wider = SeveralChanges(changes=(*change.changes, *freed))
        again = dated_plan(wider.apply(case), today=today, calendar=calendar)
        if again.clash is None:
            change, plan = wider, again
            break
    return change, plan, lapsed(case, change.apply(case), today)


def lapsed(before: Case, after: Case, today: date) -> tuple[Finding, ...]:
    """Return the one finding that names the agreed days that are in pencil again; or none.

    A day that falls away, because of an illness or a holiday, is not agreed on again.
    """
    pencilled = {day.id for day in after.return_plan.days if not day.agreed}
    gone = [day.on for day in days_to_come(before, today) if day.agreed and day.id in pencilled]
    if not gone:
        return ()
    where, days = gone[0].isoformat(), {"days": tuple(gone)}
    return (Finding("", Severity.SOFT, where, days, key="what-if.agree-again"),)


def refused(key: str, where: str = "", **blanks: object) -> Finding:
    """Return why something cannot be done, as a hard finding of no rule."""
    return Finding("", Severity.HARD, where, blanks, key=key)
