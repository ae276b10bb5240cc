"""The days on which a change asks enough by itself, so that no step is added (R-T15)."""

from datetime import date, timedelta

from caseform.model import Case
from caseform.school_calendar import SchoolCalendar, new_timetables

# The rule says some four weeks around a change; five school days for a new timetable are our own
# choice.
AROUND_A_CHANGE = timedelta(days=28)
DAYS_AFTER_NEW_TIMETABLE = 5
_BACK = timedelta(days=120)


def unsettled_days(case: Case, calendar: SchoolCalendar, days: tuple[date, ...]) -> frozenset[date]:
    """Return those of `days` that lie close to a change of timetable, school year or school.

    Args:
        case: The case: its timetable, and what happened or is to happen.
        calendar: The school days.
        days: The school days in question, in order.
    """
    if not days:
        return frozenset()
    changes = [event.on for event in case.events if event.is_transition and event.on is not None]
    changes += calendar.new_school_years(days[0] - AROUND_A_CHANGE, days[-1])
    around = {day for day in days for on in changes if abs(day - on) <= AROUND_A_CHANGE}
    for begins in new_timetables(case.school):
        if days[0] - _BACK <= begins <= days[-1]:
            around.update(calendar.known_school_days(begins, DAYS_AFTER_NEW_TIMETABLE))
    return frozenset(around & set(days))
