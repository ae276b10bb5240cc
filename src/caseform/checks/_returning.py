"""Coming back: after a day that did not work, after days off, and how a curve is read."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import fmean

from caseform.checks._ahead import days_ahead
from caseform.model import Case, DayReason, DistressScale, Finding, HowFar, LogDay, Severity, ladder
from caseform.school_calendar import SchoolCalendar

# R-L3 speaks of about five days before the first day after a break.
_SOON = 5

# Fewer written days say nothing about where a plan goes; beyond five it has time to rise again.
_FALLS_AT_LEAST, _LOOKED_AT = 2, 5

# R-L5 reads a curve: two weeks beside the two before, with at least so many days in each.
_STRETCH = timedelta(weeks=2)
_ENOUGH = 3

_FURTHER = {reached: place for place, reached in enumerate(HowFar)}


def about_returning(case: Case, *, today: date, calendar: SchoolCalendar) -> Iterator[Finding]:
    """Yield what helps after a miss or a break, and how more school with more fear is read."""
    if not ladder(case):
        return
    yield from _all_the_way_back(case, today)
    yield from _restart(case, today, calendar)
    yield from _more_school_more_fear(case, today)


def _all_the_way_back(case: Case, today: date) -> Iterator[Finding]:
    places = {step.id: place for place, step in enumerate(ladder(case))}
    told = sorted(
        (day for day in case.log if day.step in places and day.done is not None),
        key=lambda day: day.on,
    )
    worked = [places[day.step or ""] for day in told if day.done]
    if not worked or told[-1].done:
        return
    ahead = [day for day in days_ahead(case, today) if day.step in places][:_LOOKED_AT]
    is_bottom = all(places[day.step] == 0 for day in ahead)
    if worked[-1] > 0 and len(ahead) >= _FALLS_AT_LEAST and is_bottom:
        yield Finding("R-L2", Severity.SOFT, ahead[0].on.isoformat())


def _restart(case: Case, today: date, calendar: SchoolCalendar) -> Iterator[Finding]:
    if case.return_plan.restart:
        return
    soon = [today + timedelta(days=n) for n in range(_SOON + 1)]
    first = next(
        (day for day in soon if calendar.is_known(day) and calendar.is_first_after_break(day)), None
    )
    where = "return_plan.restart"
    if first is not None:
        yield Finding("R-L3", Severity.SOFT, where, {"day": first}, "plan.restart-near")
        return
    last = max((day for day in case.log if day.on <= today), key=lambda day: day.on, default=None)
    if last and last.reason is DayReason.ILL and today - last.on <= timedelta(days=_SOON):
        yield Finding("R-L3", Severity.SOFT, where)


def _more_school_more_fear(case: Case, today: date) -> Iterator[Finding]:
    late = [day for day in case.log if timedelta() <= today - day.on < _STRETCH]
    early = [day for day in case.log if _STRETCH <= today - day.on < 2 * _STRETCH]
    went_further = _rose(
        [d.minutes for d in early if d.minutes is not None],
        [d.minutes for d in late if d.minutes is not None],
    ) or _rose(
        [_FURTHER[d.reached] for d in early if d.reached],
        [_FURTHER[d.reached] for d in late if d.reached],
    )
    is_more_afraid = any(
        _rose(_tension(early, scale), _tension(late, scale)) for scale in DistressScale
    )
    if went_further and is_more_afraid:
        yield Finding("R-L5", Severity.ADVICE, "log")


def _tension(days: Sequence[LogDay], scale: DistressScale) -> list[int]:
    # What was said on one scale is never laid beside what was said on another.
    return [d.tension.value for d in days if d.tension and d.tension.scale is scale]


def _rose(early: Sequence[int], late: Sequence[int]) -> bool:
    return min(len(early), len(late)) >= _ENOUGH and fmean(late) > fmean(early)
