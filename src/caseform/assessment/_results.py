"""A threshold beside what the log says, and how that is said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from caseform.assessment._days import SchoolDay
from caseform.catalogue import ThresholdEntry
from caseform.model import Phrase
from caseform.school_calendar import SchoolCalendar

# Below this share of school days with a known answer a count says too little. Our own choice; no
# source names a share.
ENOUGH_LOGGED = Fraction(4, 5)

_SATURDAY = 5


class ThresholdState(StrEnum):
    """Where the log stands against a threshold."""

    REACHED = "reached"
    NOT_REACHED = "not-reached"
    ON_THE_LINE = "on-the-line"
    TOO_FEW_DAYS = "too-few-days"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdResult:
    """One threshold beside what the log says.

    Args:
        entry: The threshold, with its number, unit and source.
        state: Where the log stands.
        is_stale: Whether nobody held the entry against its source in the last twelve months.
        sentences: What is to be said beside it, each by itself. Where the log was read, the last
            one reminds that it is one's own log and not the school's register.
        value: What was counted on the days that are known, in the unit of the entry; None where
            there was nothing to count.
        first: First day of what was counted over; None where there is none.
        last: Its last day.
        school_days: How many school days lie in it. Today is one of them once it has a line.
        logged_days: How many of these have a line in the log.
        known_days: How many of these say enough to be counted.
    """

    entry: ThresholdEntry
    state: ThresholdState
    is_stale: bool
    sentences: tuple[Phrase, ...] = ()
    value: float | None = None
    first: date | None = None
    last: date | None = None
    school_days: int = 0
    logged_days: int = 0
    known_days: int = 0


def state_of(entry: ThresholdEntry, value: Fraction) -> ThresholdState:
    """Return where `value`, in the unit of the entry, stands against its number."""
    number = entry.number or 0
    if value == number:
        return ThresholdState(entry.at_number)
    if value < number:
        return ThresholdState.NOT_REACHED
    if entry.up_to is not None and value <= entry.up_to:
        return ThresholdState.ON_THE_LINE
    return ThresholdState.REACHED


def with_days(result: ThresholdResult, days: Sequence[SchoolDay], *, known: int) -> ThresholdResult:
    """Return the result with how many school days it rests on, and how many of them tell."""
    return replace(
        result,
        school_days=len(days),
        logged_days=sum(day.line is not None for day in days),
        known_days=known,
    )


def closed(result: ThresholdResult, *said: Phrase) -> ThresholdResult:
    """Return the result with what is said of it, the reminder of whose log it is last."""
    return replace(result, sentences=(*said, Phrase("absence.own-log")))


def counted(result: ThresholdResult, **blanks: Any) -> tuple[Phrase, ...]:
    """Return the sentence that says the count; none where there was nothing to count."""
    if result.value is None:
        return ()
    return (Phrase(f"absence.counted-{result.entry.unit}", blanks),)


def about_the_days(result: ThresholdResult, calendar: SchoolCalendar) -> tuple[Phrase, ...]:
    """Return over which days it was counted, what they lacked, and what that means."""
    said: list[Phrase] = []
    if result.first is not None and result.last is not None:
        said.append(Phrase("absence.counted-over", {"first": result.first, "last": result.last}))
        days = {
            "school_days": result.school_days,
            "logged": result.logged_days,
            "known": result.known_days,
        }
        said.append(Phrase("absence.school-days", days))
        if off := _days_off(result.first, result.last, calendar):
            said.append(Phrase("absence.days-off", {"number": off}))
    if result.state is ThresholdState.TOO_FEW_DAYS:
        said.append(Phrase("absence.too-few-days", {"percent": int(ENOUGH_LOGGED * 100)}))
    if result.state is ThresholdState.ON_THE_LINE:
        said.append(Phrase("absence.on-the-line"))
    return tuple(said)


def _days_off(first: date, last: date, calendar: SchoolCalendar) -> int:
    days = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    return sum(day.weekday() < _SATURDAY and not calendar.is_school_day(day) for day in days)
