"""The school week as schools hand it out: pasted, as CSV, or as a calendar file.

What could be read is offered with what could not be, line by line; nothing is half read, and no
date is ever guessed. A school week that is impossible is refused in one sentence.
"""

from caseform.timetable._marks import kind_of, times_in
from caseform.timetable._read import ReadTimetable, decoded, read_timetable
from caseform.timetable._replace import Replacement, replacing

__all__ = [
    "ReadTimetable",
    "Replacement",
    "decoded",
    "kind_of",
    "read_timetable",
    "replacing",
    "times_in",
]
