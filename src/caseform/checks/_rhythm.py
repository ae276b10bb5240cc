"""Whether something moves, or a step has been the same for weeks."""

from collections.abc import Iterator
from datetime import date, timedelta

from caseform.checks._amounts import is_full
from caseform.checks._standing import days_done_on_ladder, moves_elsewhere
from caseform.model import Case, Finding, Severity, ladder
from caseform.school_calendar import SchoolCalendar

# R-S6 speaks of the same step for weeks; R-T13 of days that are full but for about an hour. ~
_SAME_STEP_FOR = timedelta(weeks=4)
_ALMOST_FULL_BUT_FOR = 60

_A_WEEK = 5


def about_the_rhythm(case: Case, *, today: date, calendar: SchoolCalendar) -> Iterator[Finding]:
    """Yield where the furthest step has been the same for weeks and nothing else moves.

    Nearly full days may last: being the exception can be a relief, and is no standstill (R-T13).
    """
    places = {step.id: place for place, step in enumerate(ladder(case))}
    done = [day for day in days_done_on_ladder(case) if day.on <= today and day.step in places]
    if not done:
        return
    top = max(places[day.step or ""] for day in done)
    at_top = [day for day in done if day.step and places[day.step] == top]
    step, since = ladder(case)[top], at_top[0].on
    if at_top[-1].on - since <= _SAME_STEP_FOR or moves_elsewhere(case):
        return
    week = calendar.known_school_days(today, _A_WEEK)
    if not is_full(case.school, step, week, but_for=_ALMOST_FULL_BUT_FOR):
        yield Finding(
            "R-S6", Severity.SOFT, step.id, {"step": step.words, "day": since}, key="plan.same-step"
        )
