"""School days: which days there is school, and which come right after days without it.

School and public holidays come from the ``holidays`` package; days that only this school knows
come from the case. Dutch autumn, spring and May holidays are advice to schools, and Good Friday
counts as a public holiday though many Dutch schools are open: a day too many off costs a small
step, a planned day at a closed door costs trust, so such a day counts as off.
"""

from caseform.school_calendar._calendar import SchoolCalendar
from caseform.school_calendar._lessons import (
    has_choice,
    length_of,
    lessons_of,
    minutes_left_out,
    minutes_of,
)
from caseform.school_calendar._overlaps import overlapping, overlaps
from caseform.school_calendar._timetable import blocks_on, lessons_on, new_timetables, week_of

__all__ = [
    "SchoolCalendar",
    "blocks_on",
    "has_choice",
    "length_of",
    "lessons_of",
    "lessons_on",
    "minutes_left_out",
    "minutes_of",
    "new_timetables",
    "overlapping",
    "overlaps",
    "week_of",
]
