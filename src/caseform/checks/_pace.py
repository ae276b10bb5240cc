"""How fast it goes: one thing at a time, neither too late nor too soon, and until when."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from caseform.checks._ahead import days_ahead
from caseform.checks._amounts import is_full, lessons_a_day, minutes_on, weekdays_of
from caseform.checks._standing import (
    days_done_on_ladder,
    furthest_done,
    has_heaviest_tier,
    still_to_come,
)
from caseform.model import (
    Case,
    Finding,
    HowFar,
    Phrase,
    ReturnStep,
    Severity,
    StepDemand,
    days_done,
    ladder,
)
from caseform.school_calendar import SchoolCalendar, new_timetables

# R-T9 speaks of a short absence and of a first step soon. ~
_SHORT_ABSENCE = timedelta(weeks=4)
_SOON_SCHOOL_DAYS = 5

# R-T10 speaks of a first step of more than about an hour, and of full days within weeks. ~
_FIRST_MINUTES = 60
_FAST_RETURN = timedelta(weeks=4)

# R-T15 speaks of a change within some weeks. ~
_CHANGE_WITHIN = timedelta(weeks=4)

_DISTANCES = tuple(HowFar)
_DEMANDS = tuple(StepDemand)


def about_the_pace(case: Case, *, today: date, calendar: SchoolCalendar) -> Iterator[Finding]:
    """Yield what the ladder and the written days say about how fast it goes."""
    yield from _first_small_step(case, today, calendar)
    if not ladder(case):
        return
    yield from _several_at_once(case)
    yield from _one_good_day(case, today, calendar)
    yield from _term(case, today)
    yield from _change_ahead(case, today, calendar)
    if has_heaviest_tier(case):
        yield Finding("R-T14", Severity.ADVICE, "return_plan.steps")
        yield from _too_fast(case, today, calendar)


def _several_at_once(case: Case) -> Iterator[Finding]:
    coming = {step.id for step in still_to_come(case)}
    for before, step in pairwise(ladder(case)):
        more = _what_rises(case, before, step)
        if step.id in coming and len(more) > 1:
            yield Finding(
                "R-T7",
                Severity.SOFT,
                step.id,
                {"step": step.words, "what": tuple(Phrase(f"plan.more-{one}") for one in more)},
                key="plan.several-at-once",
            )


def _what_rises(case: Case, before: ReturnStep, step: ReturnStep) -> list[str]:
    # How long it takes follows from the lessons, so minutes are compared only without lessons;
    # a first lesson goes with going in to class, so that is one thing too.
    lessons_before, lessons = lessons_a_day(case, before), lessons_a_day(case, step)
    without_lessons = not before.takes_lessons and not step.takes_lessons
    rises = {
        "distance": _rises(_distance(before), _distance(step)),
        "time": without_lessons and 0 < before.minutes < step.minutes,
        "days": 0 < weekdays_of(case, before) < weekdays_of(case, step),
        "lessons": lessons > max(lessons_before, 1),
        "schoolwork": _rises(_demand(before), _demand(step)),
    }
    return [name for name, is_so in rises.items() if is_so]


def _rises(before: int | None, now: int | None) -> bool:
    return before is not None and now is not None and now > before


def _distance(step: ReturnStep) -> int | None:
    reaches = step.reaches or (HowFar.CLASS if step.takes_lessons else None)
    return None if reaches is None else _DISTANCES.index(reaches)


def _demand(step: ReturnStep) -> int | None:
    return None if step.asks is None else _DEMANDS.index(step.asks)


def _one_good_day(case: Case, today: date, calendar: SchoolCalendar) -> Iterator[Finding]:
    step = furthest_done(case, since=calendar.recent_since(today), until=today)
    if step and days_done(case, step.id, since=calendar.recent_since(today), until=today) == 1:
        yield Finding(
            "R-T8", Severity.ADVICE, step.id, {"step": step.words}, key="plan.one-good-day"
        )


def _first_small_step(case: Case, today: date, calendar: SchoolCalendar) -> Iterator[Finding]:
    since = case.assessment.absent_since
    if since is None or not since <= today <= since + _SHORT_ABSENCE:
        return
    if has_heaviest_tier(case) or any(d.on >= since for d in days_done_on_ladder(case)):
        return
    soon = calendar.known_school_days(today, _SOON_SCHOOL_DAYS)
    if not any(day.on in soon for day in days_ahead(case, today)):
        yield Finding("R-T9", Severity.SOFT, "return_plan.days")


def _too_fast(case: Case, today: date, calendar: SchoolCalendar) -> Iterator[Finding]:
    first = ladder(case)[0]
    a_week = calendar.known_school_days(today, 5)
    longest = max((minutes_on(case.school, first, day) for day in a_week), default=first.minutes)
    full = [
        day
        for day in days_ahead(case, today)
        if day.on <= today + _FAST_RETURN
        and is_full(case.school, case.find("return_plan.steps", day.step), [day.on])
    ]
    is_new = first.id not in {day.step for day in days_done_on_ladder(case)}
    if is_new and first.goes_to_class and longest > _FIRST_MINUTES:
        yield Finding("R-T10", Severity.SOFT, first.id)
    elif full:
        yield Finding("R-T10", Severity.SOFT, full[0].on.isoformat())


def _term(case: Case, today: date) -> Iterator[Finding]:
    term = case.return_plan.review_on
    if term is None:
        yield Finding("R-T12", Severity.SOFT, "return_plan.review_on")
    elif term < today:
        yield Finding(
            "R-T12", Severity.SOFT, "return_plan.review_on", {"day": term}, key="plan.term-passed"
        )


def _change_ahead(case: Case, today: date, calendar: SchoolCalendar) -> Iterator[Finding]:
    changes: list[tuple[date, str | Phrase]] = [
        (event.on, event.words) for event in case.events if event.on and event.is_transition
    ]
    changes += [(on, Phrase("plan.new-timetable")) for on in new_timetables(case.school)]
    changes += [
        (on, Phrase("plan.new-school-year"))
        for on in calendar.new_school_years(today, today + _CHANGE_WITHIN)
    ]
    ahead = [(on, what) for on, what in changes if today <= on <= today + _CHANGE_WITHIN]
    if ahead:
        on, what = min(ahead, key=lambda change: change[0])
        blanks = {"day": on, "change": what}
        yield Finding("R-T15", Severity.SOFT, on.isoformat(), blanks, key="plan.change-ahead")
