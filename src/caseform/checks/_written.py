"""The dated days that were written down: when they rise, and which days they leave empty."""

from collections.abc import Iterator
from datetime import date, timedelta

from caseform.checks._ahead import days_ahead
from caseform.checks._standing import days_done_on_ladder, furthest_done, has_begun
from caseform.model import Case, Finding, Phrase, PlannedDay, Severity, days_done, ladder, place_now
from caseform.school_calendar import SchoolCalendar

_MONDAY, _TUESDAY, _WEDNESDAY = range(3)

# R-T6 is hard after a step that was done once or never, and soft below three times.
_DONE_AT_LEAST = 2
_DONE_RATHER = 3

# R-S1 speaks of a week; of two days, one without a step is not yet "one day a week".
_A_WEEK_OF = 3

# R-S2 speaks of an effort with two school days or more of nothing after it.
_EMPTY_AFTER = 2


def about_written_days(case: Case, *, today: date, calendar: SchoolCalendar) -> Iterator[Finding]:
    """Yield what the written days break or forget; days beyond the known holidays are left out."""
    days = [day for day in days_ahead(case, today) if calendar.is_known(day.on)]
    if not days:
        return
    yield from _how_before_when(case, days)
    yield from _first_day(case, days[0], calendar)
    yield from _high_start(case, days, today, calendar)
    yield from _rises(case, days, today, calendar)
    yield from _empty_days(case, days, calendar)


def _how_before_when(case: Case, days: list[PlannedDay]) -> Iterator[Finding]:
    first = next((day for day in days if day.agreed), None)
    if first is None:
        return
    how = case.return_plan.how
    missing = tuple(
        Phrase(f"plan.how-{name}")
        for name in ("travel", "spot", "receiver", "demands", "reply")
        if not getattr(how, name)
    )
    if missing:
        yield Finding(
            "R-T5",
            Severity.HARD,
            "return_plan.how",
            {"day": first.on, "missing": missing},
            key="plan.how-before-when",
        )
    if not how.hard_week:
        yield Finding("R-L1", Severity.HARD, "return_plan.how.hard_week")


def _first_day(case: Case, day: PlannedDay, calendar: SchoolCalendar) -> Iterator[Finding]:
    # A later step on such a day is a rise, which R-T1 and R-T2 speak of.
    is_the_first_step = not has_begun(case) and day.step == ladder(case)[0].id
    is_hard_day = day.on.weekday() == _MONDAY or calendar.is_first_after_break(day.on)
    if is_the_first_step and is_hard_day:
        yield Finding(
            "R-T4", Severity.SOFT, day.on.isoformat(), {"day": day.on}, key="plan.first-step-day"
        )


def _high_start(
    case: Case, days: list[PlannedDay], today: date, calendar: SchoolCalendar
) -> Iterator[Finding]:
    steps = ladder(case)
    done = [day.on for day in days_done_on_ladder(case)]
    since = min(calendar.recent_since(today), max(done, default=today))
    works = furthest_done(case, since=since, until=today)
    first = next(step for step in steps if step.id == days[0].step)
    if works and steps.index(first) > steps.index(works) + 1:
        yield Finding("R-S4", Severity.SOFT, days[0].on.isoformat())


def _rises(
    case: Case, days: list[PlannedDay], today: date, calendar: SchoolCalendar
) -> Iterator[Finding]:
    steps = ladder(case)
    since = calendar.recent_since(today)
    done = [days_done(case, step.id, since=since, until=today) for step in steps]
    places = {step.id: place for place, step in enumerate(steps)}
    level = place_now(case)
    for day in days:
        place = places[day.step]
        if place > level:
            yield from _one_rise(day.on, done[place - 1], calendar)
            level = place
        done[place] += 1


def _one_rise(on: date, done_before: int, calendar: SchoolCalendar) -> Iterator[Finding]:
    if on.weekday() == _MONDAY:
        yield _new_step("R-T1", Severity.HARD, on)
    if calendar.is_first_after_break(on):
        yield _new_step("R-T2", Severity.HARD, on)
    if on.weekday() in (_TUESDAY, _WEDNESDAY):
        yield _new_step("R-T3", Severity.SOFT, on)
    if done_before < _DONE_RATHER:
        severity = Severity.HARD if done_before < _DONE_AT_LEAST else Severity.SOFT
        yield _new_step("R-T6", severity, on)


def _new_step(rule: str, severity: Severity, on: date) -> Finding:
    because = (
        "plan.new-step-soon" if severity is Severity.SOFT and rule == "R-T6" else f"plan.why-{rule}"
    )
    return Finding(
        rule, severity, on.isoformat(), {"day": on, "rule": Phrase(because)}, key="plan.new-step"
    )


def _empty_days(case: Case, days: list[PlannedDay], calendar: SchoolCalendar) -> Iterator[Finding]:
    first, last = days[0].on, days[-1].on
    written = {day.on: day.step for day in days}
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    school_days = [day for day in span if calendar.is_school_day(day)]
    weeks: dict[date, list[date]] = {}
    for day in school_days:
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(day)
    alone = set()
    for week in weeks.values():
        with_a_step = [day for day in week if day in written]
        if len(week) >= _A_WEEK_OF and len(with_a_step) == 1:
            only = with_a_step[0]
            alone.add(only)
            yield Finding(
                "R-S1", Severity.HARD, only.isoformat(), {"day": only}, "plan.one-day-week"
            )
    at_school = {step.id for step in ladder(case) if step.reaches_school}
    for place, day in enumerate(school_days):
        after = school_days[place + 1 : place + 1 + _EMPTY_AFTER]
        is_effort = written.get(day) in at_school and day not in alone
        if is_effort and len(after) == _EMPTY_AFTER and not any(one in written for one in after):
            yield Finding("R-S2", Severity.SOFT, day.isoformat(), {"day": day}, "plan.big-day")
    empty = tuple(day for day in school_days if day not in written)
    if empty:
        yield Finding(
            "R-S3", Severity.SOFT, empty[0].isoformat(), {"days": empty}, "plan.empty-days"
        )
