"""What adds up over a window: school time, hours, days and half days missed."""

from collections.abc import Sequence
from dataclasses import replace
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
from caseform.model import Case, Phrase
from caseform.school_calendar import SchoolCalendar


def added_up(
    result: ThresholdResult, days: Sequence[SchoolDay], case: Case, calendar: SchoolCalendar
) -> ThresholdResult:
    """Return the result with what was missed on `days`, and where that stands.

    Args:
        result: The window that was looked at.
        days: Its school days.
        case: Holds the timetable.
        calendar: The school days.
    """
    entry = result.entry
    # Whole days can be counted without a timetable; all else needs to know how long they are.
    if entry.unit != "days":
        if not case.school.timetable:
            too_few = replace(result, state=ThresholdState.TOO_FEW_DAYS)
            return closed(too_few, Phrase("absence.no-timetable"))
        days = [day for day in days if day.minutes > 0]
    known = {day.on: amount for day in days if (amount := _missed(entry, day)) is not None}
    is_enough = bool(days) and len(known) >= ENOUGH_LOGGED * len(days)
    total = sum(known.values())
    value = _in_unit(entry, total, [day for day in days if day.on in known])
    # What is not known may have been attended, so the known days alone are the least there was.
    state = state_of(entry, value if is_enough else _in_unit(entry, total, days))
    if state is ThresholdState.NOT_REACHED and not is_enough:
        state = ThresholdState.TOO_FEW_DAYS
    result = with_days(
        replace(result, state=state, value=float(value) if known else None), days, known=len(known)
    )
    said = counted(result, number=int(value), time=f"{total // 60}:{total % 60:02}")
    return closed(result, *said, *about_the_days(result, calendar))


def _missed(entry: ThresholdEntry, day: SchoolDay) -> int | None:
    """Return what one day adds, in minutes, days or half days; None where it does not tell."""
    if entry.unit == "days":
        return None if day.is_absent is None else int(day.is_absent)
    if entry.unit == "half-days":
        return day.missed_halves
    return day.missed_without_leave if entry.counts == "unauthorised" else day.missed


def _in_unit(entry: ThresholdEntry, total: int, days: Sequence[SchoolDay]) -> Fraction:
    if entry.unit == "percent":
        there_was = sum(day.minutes for day in days)
        return Fraction(100 * total, there_was) if there_was else Fraction(0)
    return Fraction(total, 60 if entry.unit == "hours" else 1)
