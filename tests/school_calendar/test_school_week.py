"""Which lessons there are on a day."""

from datetime import date, time, timedelta

import pytest

from caseform.errors import InvalidCaseError
from caseform.model import (
    BlockKind,
    FreeDay,
    LessonBlock,
    School,
    SpecialWeek,
    SpecialWeekKind,
    WeekCycle,
)
from caseform.school_calendar import blocks_on, lessons_on, new_timetables, week_of

MONDAY = date(2026, 11, 23)


def block(name: str, *, starts: time = time(9), **more) -> LessonBlock:
    """One hour on a Monday, unless told otherwise."""
    ends = time(starts.hour + 1)
    return LessonBlock(
        **{"id": f"b-{name}", "weekday": 0, "starts": starts, "ends": ends, "subject": name, **more}
    )


def subjects(school: School, day: date) -> list[str]:
    return [one.subject for one in blocks_on(school, day)]


def test_a_lesson_of_week_b_is_there_every_second_week():
    """A therapist plans on the week that it is."""
    school = School(
        timetable=(block("always"), block("b-only", starts=time(10), week=WeekCycle.B)),
        a_week=MONDAY + timedelta(days=3),
    )
    weeks = [subjects(school, MONDAY + timedelta(weeks=n)) for n in range(4)]
    assert weeks == [["always"], ["always", "b-only"]] * 2
    assert week_of(school, MONDAY - timedelta(days=1)) is WeekCycle.B


def test_without_a_known_week_a_every_block_is_shown():
    """Better one lesson too many in sight than one that nobody sees."""
    school = School(timetable=(block("one", week=WeekCycle.A), block("other", week=WeekCycle.B)))
    assert week_of(school, MONDAY) is None
    assert subjects(school, MONDAY) == ["one", "other"]


def test_a_new_timetable_holds_from_its_first_day():
    """After the half year nobody plans on the old lessons."""
    changes = MONDAY + timedelta(weeks=1)
    school = School(
        timetable=(
            block("old", until=changes - timedelta(days=1)),
            block("new", since=changes),
        )
    )
    assert subjects(school, MONDAY) == ["old"]
    assert subjects(school, changes) == ["new"]
    assert new_timetables(school) == (changes,)


def test_the_first_timetable_of_all_is_no_new_one():
    """A timetable that was written down with its first day asks for no calm week."""
    later = MONDAY + timedelta(weeks=6)
    school = School(timetable=(block("first", since=MONDAY), block("second", since=later)))
    assert new_timetables(school) == (later,)


@pytest.mark.parametrize("kind", SpecialWeekKind)
def test_in_a_special_week_no_lesson_runs(kind):
    """Exams and placement take the place of the timetable."""
    week = SpecialWeek(id="w-1", kind=kind, starts=MONDAY, ends=MONDAY + timedelta(days=4))
    school = School(timetable=(block("maths"),), special_weeks=(week,))
    assert subjects(school, MONDAY) == []
    assert subjects(school, MONDAY + timedelta(weeks=1)) == ["maths"]


def test_breaks_and_free_periods_are_blocks_but_no_lessons():
    """A planner picks lessons, never the break."""
    others = [
        block(kind.value, starts=time(10 + n), kind=kind)
        for n, kind in enumerate(kind for kind in BlockKind if kind is not BlockKind.LESSON)
    ]
    school = School(timetable=(block("maths"), *others))
    assert len(blocks_on(school, MONDAY)) == 4
    assert [one.subject for one in lessons_on(school, MONDAY)] == ["maths"]


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: FreeDay(id="x-1", on=MONDAY, until=MONDAY - timedelta(days=1)),
        lambda: block("x", since=MONDAY, until=MONDAY - timedelta(days=1)),
        lambda: SpecialWeek(
            id="w-1",
            kind=SpecialWeekKind.EXAMS,
            starts=MONDAY,
            ends=MONDAY - timedelta(days=1),
        ),
    ],
    ids=["free days", "block", "special week"],
)
def test_a_row_of_days_that_ends_before_it_starts_is_refused(impossible):
    """Two dates are easily swapped."""
    with pytest.raises(InvalidCaseError) as refused:
        impossible()
    assert refused.value.key == "errors.ends-before-start"
