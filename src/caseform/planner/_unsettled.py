"""The days on which a change asks enough by itself, so that no step is added (R-T15)."""

from datetime import date, timedelta
from itertools import pairwise

from caseform.model import Case
from caseform.school_calendar import SchoolCalendar, new_timetables

# The rule says some four weeks around a change; five school days for a new timetable, and four
# weeks without school for a new school year, are our own choice.
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
    changes += _new_school_years(calendar, days)
    around = {day for day in days for on in changes if abs(day - on) <= AROUND_A_CHANGE}
    for begins in new_timetables(case.school):
        if days[0] - _BACK <= begins <= days[-1]:
            around.update(calendar.known_school_days(begins, DAYS_AFTER_NEW_TIMETABLE))
    return frozenset(around & set(days))


def _new_school_years(calendar: SchoolCalendar, days: tuple[date, ...]) -> list[date]:
    # Only the summer is as long as this without school.
    first = days[0] - _BACK
    span = ((days[-1] - first).days + 1) if calendar.is_known(first) else 0
    every = (first + timedelta(days=n) for n in range(span))
    school = [day for day in every if calendar.is_school_day(day)]
    return [day for before, day in pairwise(school) if day - before > AROUND_A_CHANGE]
