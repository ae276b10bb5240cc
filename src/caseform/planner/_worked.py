"""What went well lately, as the log tells it: the last steady step, and hard days in a row."""

from datetime import date, timedelta

from caseform.model import Case, DayReason, LogDay, ladder, level_now
from caseform.planner._ahead import place_of
from caseform.school_calendar import SchoolCalendar

# A step that was done on two days is steady enough to come back to: the number of R-T6
# (003:1567-1574). That it says so of coming back is our own choice.
_STEADY_DAYS = 2

# Our own number, no source names one: three school days in a row below the last steady step.
_HARD_DAYS = 3


def last_that_worked(case: Case, *, before: date) -> str | None:
    """Return the id of the step to come back to; None for a ladder without steps.

    It is the step that was done last among those that were done on two days or more; else the
    one that was done last; else the step of now, or the first one. It never lies above the step
    of now: to come back to what the clinician stepped back from would be a rise.

    Args:
        case: The case.
        before: Only what was done before this day counts.
    """
    level = level_now(case)
    if level is None:
        return None
    steps = [step.id for step in ladder(case) if place_of(case, step.id) <= level]
    done = sorted(
        (day.on, day.step) for day in case.log if day.done and day.step in steps and day.on < before
    )
    for _, step in reversed(done):
        if len({on for on, one in done if one == step}) >= _STEADY_DAYS:
            return step
    if done:
        return done[-1][1]
    # Of a step that is passed over, what stays is the one below it.
    return steps[-1] if steps else next((step.id for step in ladder(case)), None)


def hard_days(case: Case, *, today: date, calendar: SchoolCalendar) -> tuple[date, ...]:
    """Return the last three school days, if all three were below the last steady step.

    A day that was not written up says nothing, and neither does one that was ill or free.
    """
    if not calendar.is_known(today):
        return ()
    log = {day.on: day for day in case.log}
    end = today + timedelta(days=1) if today in log else today
    days = calendar.last_school_days(end, _HARD_DAYS)
    steady = place_of(case, last_that_worked(case, before=days[0]))
    below = [on in log and _is_below(case, log[on], steady) for on in days]
    return days if all(below) else ()


def _is_below(case: Case, day: LogDay, steady: int) -> bool:
    if day.done is None or day.reason in (DayReason.ILL, DayReason.FREE):
        return False
    return not day.done or place_of(case, day.step) < steady
