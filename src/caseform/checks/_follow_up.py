"""Whether the log and the support network are kept up, and what stopped at home stays so."""

from collections.abc import Iterator
from datetime import date, timedelta

from caseform.model import Case, Finding, Severity
from caseform.school_calendar import SchoolCalendar

# R-F6 speaks of about three weeks without contact.
_UNASKED_FOR = timedelta(weeks=3)

# R-E2 speaks of more than one school day without a line in the log.
_SCHOOL_DAYS_MISSED = 1


def about_follow_up(case: Case, *, today: date, calendar: SchoolCalendar) -> Iterator[Finding]:
    """Yield what has not been looked at or asked for a while, and what is back at home.

    R-E2 was written for the heaviest support, which a case does not record; it is asked, softly,
    of every case whose log was begun.
    """
    last = max((day.on for day in case.log if day.on <= today), default=None)
    if last is not None and calendar.is_known(last) and calendar.is_known(today):
        missed = [
            day
            for day in calendar.known_school_days(last + timedelta(days=1), _SCHOOL_DAYS_MISSED + 1)
            if day < today
        ]
        if len(missed) > _SCHOOL_DAYS_MISSED:
            yield Finding("R-E2", Severity.SOFT, last.isoformat(), {"day": last}, "plan.log-gap")
    asked = [m.last_contact_on for m in case.network if m.last_contact_on is not None]
    if any(today - on >= _UNASKED_FOR for on in asked):
        yield Finding("R-F6", Severity.SOFT, "network")
    for spared in case.accommodations:
        stopped, back = spared.stopped_on, spared.came_back_on
        if back is not None and (stopped is None or back >= stopped):
            yield Finding("R-L6", Severity.SOFT, spared.id)
