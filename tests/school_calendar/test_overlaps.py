"""Two lessons at one time: found where they would meet, and only there."""

from datetime import date, time
from typing import Any

import pytest

from caseform.model import LessonBlock, School, WeekCycle
from caseform.school_calendar import overlaps

NEW_YEAR = date(2027, 1, 4)


def block(id: str, **more: Any) -> LessonBlock:
    fields = {"weekday": 0, "starts": time(8, 30), "ends": time(9, 20), "subject": id, **more}
    return LessonBlock(id=id, **fields)


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        ({}, {}, True),
        ({}, {"starts": time(9, 0), "ends": time(9, 50)}, True),
        ({}, {"starts": time(9, 20), "ends": time(9, 50)}, False),
        ({}, {"weekday": 1}, False),
        ({"week": WeekCycle.A}, {"week": WeekCycle.B}, False),
        ({"week": WeekCycle.A}, {}, True),
        ({"until": date(2027, 1, 3)}, {"since": NEW_YEAR}, False),
        ({"until": NEW_YEAR}, {"since": NEW_YEAR}, True),
        ({"since": NEW_YEAR}, {"until": date(2027, 1, 3)}, False),
    ],
)
def test_blocks_meet_only_in_the_same_week(
    first: dict[str, Any], second: dict[str, Any], meet: bool
) -> None:
    """To the planner: a day is never filled twice, and no clash is made up."""
    school = School(timetable=(block("b-1", **first), block("b-2", **second)))

    assert bool(overlaps(school)) is meet
