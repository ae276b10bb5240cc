"""Thresholds of the field and the law, held against the log."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from caseform.catalogue import Catalogue, ThresholdEntry
from caseform.model import Case, Phrase
from caseform.school_calendar import SchoolCalendar

# Below this share of school days with a known answer a sum says too little. Our own choice; no
# source names a share.
ENOUGH_LOGGED = 0.8


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
        entry: The threshold, with its source.
        state: Where the log stands.
        value: What was counted on the days that are known, in the unit of the entry; None where
            there was nothing to count.
        first: First day of what was counted over; None where there is none.
        last: Its last day.
        school_days: How many school days lie in it.
        logged_days: How many of these have a line in the log.
        known_days: How many of these say enough to be counted.
        is_stale: Whether nobody held the entry against its source in the last twelve months.
        sentences: What is to be said beside it, each as one sentence; the last one reminds that
            this is one's own log and not the school's register.
    """

    entry: ThresholdEntry
    state: ThresholdState
    value: float | None
    first: date | None
    last: date | None
    school_days: int
    logged_days: int
    known_days: int
    is_stale: bool
    sentences: tuple[Phrase, ...]


def thresholds(
    case: Case, catalogue: Catalogue, *, today: date, calendar: SchoolCalendar
) -> tuple[ThresholdResult, ...]:
    """Return each threshold that holds for this young person, in the order of the catalogue.

    Args:
        case: The case.
        catalogue: Holds the thresholds.
        today: The last day that is looked at.
        calendar: The school days.
    """
    return ()
