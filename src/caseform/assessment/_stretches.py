"""How long an absence lasts that runs up to today."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from caseform.assessment._days import SchoolDay
from caseform.assessment._results import (
    ENOUGH_LOGGED,
    ThresholdResult,
    ThresholdState,
    about_the_days,
    closed,
    counted,
    state_of,
    with_days,
)
from caseform.catalogue import ThresholdEntry
from caseform.model import Phrase
from caseform.school_calendar import SchoolCalendar


def stretched(
    result: ThresholdResult, days: Sequence[SchoolDay], calendar: SchoolCalendar
) -> ThresholdResult:
    """Return the result with how long the present absence lasts, and where that stands.

    A day on which something of school was attended ends a stretch; one that the log does not tell
    of may have done so.

    Args:
        result: The threshold that is looked at.
        days: The school days since the log began.
        calendar: The school days.
    """
    entry = result.entry
    back = next((n for n in range(len(days), 0, -1) if _is_away(entry, days[n - 1]) is False), 0)
    since = days[back:]
    away = [day for day in since if _is_away(entry, day)]
    # What lay before the log began is not known, so a stretch from its first day may be longer.
    is_bounded = back > 0
    unbroken = max(_runs(entry, since), key=len)
    state = _state(entry, unbroken)
    if state is not ThresholdState.NOT_REACHED:
        away = unbroken
    elif not (is_bounded and _state(entry, since) is ThresholdState.NOT_REACHED):
        if len(away) >= ENOUGH_LOGGED * len(since) and away:
            state = _state(entry, _between(away, since))
        else:
            state = ThresholdState.TOO_FEW_DAYS
        if state is ThresholdState.NOT_REACHED and not is_bounded:
            state = ThresholdState.TOO_FEW_DAYS
    between = _between(away, since)
    length = _length(away)
    value = Fraction(length, 7 if entry.unit == "weeks" else 1)
    result = replace(
        result,
        state=state,
        value=float(value) if days else None,
        first=away[0].on if away else None,
        last=away[-1].on if away else None,
    )
    result = with_days(result, between, known=len(away))
    said = [
        *counted(result, number=length),
        *about_the_days(result, calendar),
    ]
    if state is ThresholdState.TOO_FEW_DAYS and not is_bounded and days:
        said.append(Phrase("absence.before-the-log", {"day": days[0].on}))
    return closed(result, *said)


def _is_away(entry: ThresholdEntry, day: SchoolDay) -> bool | None:
    return day.is_absent_without_leave if entry.counts == "unauthorised" else day.is_absent


def _runs(entry: ThresholdEntry, days: Sequence[SchoolDay]) -> list[list[SchoolDay]]:
    runs: list[list[SchoolDay]] = [[]]
    for day in days:
        if _is_away(entry, day):
            runs[-1].append(day)
        else:
            runs.append([])
    return runs


def _between(away: Sequence[SchoolDay], days: Sequence[SchoolDay]) -> list[SchoolDay]:
    return [day for day in days if away and away[0].on <= day.on <= away[-1].on]


def _length(days: Sequence[SchoolDay]) -> int:
    return (days[-1].on - days[0].on).days + 1 if days else 0


def _state(entry: ThresholdEntry, days: Sequence[SchoolDay]) -> ThresholdState:
    """Return where a stretch of these school days, one after the other, stands."""
    if entry.unit == "calendar-days":
        return state_of(entry, Fraction(_length(days)))
    weeks = Fraction(_length(days), 7)
    state = state_of(entry, weeks)
    without_holidays = state_of(entry, weeks - _weeks_off(days))
    return state if state is without_holidays else ThresholdState.ON_THE_LINE


def _weeks_off(days: Sequence[SchoolDay]) -> int:
    """Return how many whole weeks between the first and the last of these days had no school."""
    with_school = {day.on.isocalendar()[:2] for day in days}
    first = days[0].on.toordinal() if days else 0
    all_days = (date.fromordinal(first + n) for n in range(_length(days)))
    return len({day.isocalendar()[:2] for day in all_days} - with_school)
