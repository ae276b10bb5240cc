"""Thresholds of the field and the law, held against the log."""

from dataclasses import replace
from datetime import date, timedelta

from caseform.assessment._days import school_days
from caseform.assessment._heard import heard_on
from caseform.assessment._results import ThresholdResult, ThresholdState, closed
from caseform.assessment._stretches import stretched
from caseform.assessment._sums import added_up
from caseform.catalogue import Catalogue, ThresholdEntry, is_stale
from caseform.model import Answer, Case, Phrase
from caseform.school_calendar import SchoolCalendar

# The question behind the one threshold that is a judgement.
_JUDGED_BY = "kearney-disruption"

_JUDGED = {
    Answer.YES: ThresholdState.REACHED,
    Answer.NO: ThresholdState.NOT_REACHED,
    Answer.UNKNOWN: ThresholdState.ASK,
}


def thresholds(
    case: Case, catalogue: Catalogue, *, today: date, calendar: SchoolCalendar
) -> tuple[ThresholdResult, ...]:
    """Return each threshold that holds for this young person, in the order of the catalogue.

    The law of the other country is left out, and so is a threshold for another age where the age
    is known. A window ends today; a stretch of absence is the one that runs up to today.

    Args:
        case: The case.
        catalogue: Holds the thresholds, and the question behind the one that is a judgement.
        today: The last day that is looked at.
        calendar: The school days.

    Returns:
        For each threshold where the log stands. *Not enough days to tell* is the usual answer: a
        number counts as reached by the known days alone, and as not reached only where at least
        `ENOUGH_LOGGED` of the school days are known.
    """
    return tuple(
        _against_log(entry, case, catalogue, today, calendar)
        for entry in catalogue.thresholds.values()
        if _holds(entry, case)
    )


def _holds(entry: ThresholdEntry, case: Case) -> bool:
    if entry.law not in (None, case.region.law):
        return False
    age = case.young_person.age if case.young_person else None
    return entry.ages is None or age is None or entry.ages[0] <= age <= entry.ages[1]


def _against_log(
    entry: ThresholdEntry,
    case: Case,
    catalogue: Catalogue,
    today: date,
    calendar: SchoolCalendar,
) -> ThresholdResult:
    result = ThresholdResult(
        entry=entry, state=ThresholdState.ASK, is_stale=is_stale(entry.checked_on, today)
    )
    if entry.unit == "judgement":
        return _judged(result, case, catalogue)
    span = _span(entry, case, today)
    if span is None:
        return closed(result, Phrase("absence.choose-period"))
    first, last = span
    if not (calendar.is_known(first) and calendar.is_known(last)):
        too_few = replace(result, state=ThresholdState.TOO_FEW_DAYS, first=first, last=last)
        return closed(too_few, Phrase("absence.holidays-unknown"))
    days = [
        day
        for day in school_days(case, first, last, calendar)
        if day.on != today or day.line is not None
    ]
    if entry.unit in ("weeks", "calendar-days"):
        return stretched(result, days, calendar)
    return added_up(replace(result, first=first, last=last), days, case, calendar)


def _judged(result: ThresholdResult, case: Case, catalogue: Catalogue) -> ThresholdResult:
    known = heard_on(case, catalogue.questions[_JUDGED_BY])
    key = "differs" if known.differs else known.answer
    return replace(
        result, state=_JUDGED[known.answer], sentences=(Phrase(f"absence.judged-{key}"),)
    )


def _span(entry: ThresholdEntry, case: Case, today: date) -> tuple[date, date] | None:
    """Return the first and last day to look at; None where the therapist has to choose them."""
    if entry.weeks is not None:
        return today - timedelta(days=7 * entry.weeks - 1), today
    if entry.unit == "half-days":
        first, last = case.assessment.counted_from, case.assessment.counted_until
        if first is None or last is None or first > min(last, today):
            return None
        return first, min(last, today)
    written = [line.on for line in case.log if line.on <= today]
    return min(written, default=today), today
