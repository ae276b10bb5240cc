"""Does what was written for the days ahead still fit what is known by now?"""

from collections.abc import Iterator
from datetime import date

from caseform.model import (
    Case,
    Finding,
    LogDay,
    PlannedDay,
    Severity,
    days_done,
    finding_about_aim,
    is_set_aside,
    level_now,
)
from caseform.planner._ahead import days_to_come, place_of, step_below
from caseform.planner._dated import dated_plan
from caseform.planner._rules import DAYS_BEFORE_A_RISE
from caseform.school_calendar import SchoolCalendar


def stale(case: Case, *, today: date, calendar: SchoolCalendar) -> Finding | None:
    """Return why the written days ahead no longer fit, naming the first such day; None if they do.

    A day became a day off, its step is gone or passed over, someone it counts on is away, the
    last day that was written up went otherwise and the days ahead would now be others, or a new
    step is written although the one before it has not worked out often enough (R-T6). Days
    beyond the known holidays are left out.

    Args:
        case: The case.
        today: The day of asking.
        calendar: The school days.
    """
    # Before the next school day nothing can be planned any more.
    first = calendar.known_school_days(today, 1)
    ahead = [
        day
        for day in days_to_come(case, today)
        if first and first[0] <= day.on and calendar.is_known(day.on)
    ]
    if not ahead or finding_about_aim(case) is not None:
        return None
    by_itself = (one for day in ahead for one in _by_itself(case, day, calendar))
    return (
        next(by_itself, None)
        or _went_otherwise(case, ahead, today, calendar)
        or _rises_too_soon(case, ahead, today, calendar)
    )


def _by_itself(case: Case, day: PlannedDay, calendar: SchoolCalendar) -> Iterator[Finding]:
    step = case.find("return_plan.steps", day.step)
    if not calendar.is_school_day(day.on):
        yield _no_longer("free", day, rule="")
    elif step is None:
        yield _no_longer("step-gone", day, rule="R-S1")
    elif step.is_skipped:
        yield _no_longer("step-skipped", day, rule="R-S1", step=step.words)
    else:
        for who, rule in ((day.received_by, "R-H1"), (day.travel_with, "R-H11")):
            person = case.person(who)
            if person is not None and _is_away(case, person.id, day.on):
                yield _no_longer("away", day, rule=rule, name=person.called)


def _no_longer(what: str, day: PlannedDay, *, rule: str, **blanks: object) -> Finding:
    blanks["day"] = day.on
    return Finding(rule, Severity.SOFT, day.on.isoformat(), blanks, key=f"what-if.stale-{what}")


def _is_away(case: Case, person: str, on: date) -> bool:
    away = case.return_plan.away
    return any(one.person == person and one.holds_on(on) for one in away)


def _went_otherwise(
    case: Case, ahead: list[PlannedDay], today: date, calendar: SchoolCalendar
) -> Finding | None:
    """Return the last day that was written up, if it went otherwise and that moves days ahead."""
    log = {day.on: day for day in case.log if day.on <= today}
    past = max((d for d in case.return_plan.days if d.on in log), key=_on, default=None)
    if past is None or not _is_otherwise(log[past.on], past):
        return None
    now = dated_plan(case, today=today, calendar=calendar)
    fresh = {day.date: day.step for day in now.days}
    if now.days and all(fresh.get(day.on, day.step) == day.step for day in ahead):
        return None
    return _no_longer("went-otherwise", past, rule="R-T6")


def _on(day: PlannedDay) -> tuple[date, str]:
    return day.on, day.id


def _is_otherwise(lived: LogDay, written: PlannedDay) -> bool:
    return lived.done is False or (lived.step is not None and lived.step != written.step)


def _rises_too_soon(
    case: Case, ahead: list[PlannedDay], today: date, calendar: SchoolCalendar
) -> Finding | None:
    since = calendar.recent_since(today)
    done = {
        step.id: days_done(case, step.id, since=since, until=today)
        for step in case.return_plan.steps
    }
    level = level_now(case) or 0
    for day in ahead:
        place = place_of(case, day.step)
        below = step_below(case, day.step)
        if place > level and below is not None:
            enough = max(DAYS_BEFORE_A_RISE, below.at_least_days)
            aside = is_set_aside(case, "R-T6", day.on.isoformat(), day.step)
            if done[below.id] < enough and not aside:
                words = case.return_plan.steps[place].words
                return _no_longer("too-soon", day, rule="R-T6", step=words, before=below.words)
        level = max(level, place)
        # What is written is taken as done, as in the plan itself.
        done[day.step] += 1
    return None
