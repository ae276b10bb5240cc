"""What if? Each question is a change of the case that is planned without being kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from caseform.model import Case, Finding, PlannedDay, SeveralChanges, Severity, new_id
from caseform.planner._ahead import (
    days_to_come,
    lapsed,
    pencilled_again,
    place_of,
    planned_after,
    refused,
    step_above,
)
from caseform.planner._dated import dated_plan
from caseform.planner._plan import DatedPlan, DayPlan, writing
from caseform.planner._rise import may_rise
from caseform.planner._wishes import Come, Wish, cannot, changes_for
from caseform.school_calendar import SchoolCalendar

NewId = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Moved:
    """One day that would become another.

    Args:
        date: The day.
        before: As it is planned now; None where nothing is planned.
        after: As it would be; None where nothing would be planned.
    """

    date: date
    before: DayPlan | None
    after: DayPlan | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What comes of a wish, while nothing was kept yet.

    Args:
        wish: The question.
        change: What would be changed, without the new days; `keeping` puts those beside it.
        plan: The plan as it would be; the plan as it is where the wish cannot be.
        reasons: What speaks against it, or is to be known; a hard one means that it cannot be.
        instead: Up to two other days on which it can.
        moved: The days that would become others.
    """

    wish: Wish
    change: SeveralChanges
    plan: DatedPlan
    reasons: tuple[Finding, ...] = ()
    instead: tuple[date, ...] = ()
    moved: tuple[Moved, ...] = ()

    @property
    def is_possible(self) -> bool:
        """Whether something comes of it, and nothing hard stands in the way."""
        comes_of_it = bool(self.plan.days or self.change.changes)
        return comes_of_it and not any(r.severity is Severity.HARD for r in self.reasons)


def what_if(
    case: Case, wish: Wish, *, today: date, calendar: SchoolCalendar, new_id: NewId = new_id
) -> WhatIf:
    """Return what would come of `wish`; the case stays as it is.

    Days that were agreed stay agreed as long as the wish leaves them what they were. The others
    are pencilled again, and are named.

    Args:
        case: The case.
        wish: The question.
        today: The day from which to plan.
        calendar: The school days as they are now.
        new_id: Gives an id of a kind.

    Raises:
        InvalidCaseError: The days end before they start.
    """
    now = dated_plan(case, today=today, calendar=calendar)
    if isinstance(wish, Come):
        return _come(case, wish, now, today, calendar)
    reason = cannot(case, wish, today)
    if reason is not None:
        return WhatIf(wish, SeveralChanges(changes=()), now, (reason,))
    change = SeveralChanges(changes=changes_for(case, wish, today, new_id))
    known = {day.id for day in case.school.free_days}
    added = tuple(d for d in change.apply(case).school.free_days if d.id not in known)
    calendar = SchoolCalendar(calendar.region, (*calendar.free_days, *added))
    change, plan, again = planned_after(case, change, today=today, calendar=calendar)
    new = tuple(one for one in plan.findings if not plan.days or one not in now.findings)
    return WhatIf(wish, change, plan, (*new, *again), moved=_moved(now, plan))


def keeping(case: Case, answer: WhatIf, *, new_id: NewId = new_id) -> SeveralChanges:
    """Return the one change that takes `answer` over: what it changes and its days, in pencil.

    What cannot be changes no days.
    """
    days = (
        writing(answer.change.apply(case), answer.plan, new_id=new_id).changes
        if answer.is_possible
        else ()
    )
    return SeveralChanges(changes=(*answer.change.changes, *days))


def _come(case: Case, wish: Come, now: DatedPlan, today: date, calendar: SchoolCalendar) -> WhatIf:
    none = SeveralChanges(changes=())
    if not now.days:
        return WhatIf(wish, none, now, now.findings)
    where = wish.on.isoformat()
    if wish.on < now.days[0].date:
        return WhatIf(wish, none, now, (refused("what-if.past", where, day=wish.on),))
    if wish.on > now.days[-1].date:
        return WhatIf(wish, none, now, (refused("what-if.too-far", where, day=wish.on),))
    rise = may_rise(case, wish.on, today=today, calendar=calendar)
    step = step_above(case)
    if not rise.is_allowed or step is None:
        return WhatIf(wish, none, now, rise.reasons, rise.instead)
    planned = next((day for day in now.days if day.date == wish.on), None)
    if planned is not None and place_of(case, planned.step) >= place_of(case, step.id):
        return WhatIf(wish, none, now, (_as_planned(case, planned),))
    other = tuple(d for d in days_to_come(case, wish.on) if d.on == wish.on and d.step != step.id)
    change = SeveralChanges(changes=pencilled_again(other))
    asked = _with_day_fixed(change.apply(case), wish.on, step.id)
    plan = dated_plan(asked, today=today, calendar=calendar)
    if plan.clash is not None:
        return WhatIf(wish, none, now, plan.findings)
    if not _is_agreed(case, wish.on, step.id):
        days = tuple(replace(d, is_agreed=False) if d.date == wish.on else d for d in plan.days)
        plan = replace(plan, days=days)
    again = lapsed(case, change.apply(case), today)
    return WhatIf(wish, change, plan, (*rise.reasons, *again), moved=_moved(now, plan))


def _as_planned(case: Case, day: DayPlan) -> Finding:
    """Return that nothing has to change for what was asked, or that more is planned already."""
    step = case.find("return_plan.steps", day.step or "")
    blanks = {"day": day.date, "step": step.words if step else ""}
    return Finding("", Severity.ADVICE, day.date.isoformat(), blanks, "what-if.as-planned")


def _with_day_fixed(case: Case, on: date, step: str) -> Case:
    others = tuple(day for day in case.return_plan.days if day.on != on)
    fixed = PlannedDay(id="d-asked", on=on, step=step, agreed=True)
    return case.with_items("return_plan.days", (*others, fixed))


def _is_agreed(case: Case, on: date, step: str) -> bool:
    days = case.return_plan.days
    return any(day.agreed and (day.on, day.step) == (on, step) for day in days)


def _moved(now: DatedPlan, then: DatedPlan) -> tuple[Moved, ...]:
    if not now.days or not then.days:
        return ()
    before = {day.date: day for day in now.days}
    after = {day.date: day for day in then.days}
    # A day that only comes into sight because another falls away did not move.
    dates = sorted(on for on in before.keys() | after.keys() if on <= now.days[-1].date)
    both = [Moved(on, before.get(on), after.get(on)) for on in dates]
    return tuple(one for one in both if _told(one.before) != _told(one.after))


def _told(day: DayPlan | None) -> tuple[str | None, ...]:
    return () if day is None else (day.step, day.received_by, day.travel_with)
