"""Which lessons there are on a day: A and B weeks, a new timetable, exams and placement."""

from datetime import date, timedelta

from caseform.model import BlockKind, LessonBlock, School, WeekCycle


def blocks_on(school: School, day: date) -> tuple[LessonBlock, ...]:
    """Return the blocks of the timetable that run on `day`, the earliest first.

    While exams, a placement or another special week take the place of the ordinary timetable, no
    block runs. Whether there is school at all is for the calendar to say.

    Args:
        school: The school with its timetable.
        day: The day.

    Example:
        >>> from datetime import time
        >>> cooking = LessonBlock(
        ...     id="b-1", weekday=3, starts=time(10, 30), ends=time(11, 20), subject="koken",
        ...     week=WeekCycle.B,
        ... )
        >>> school = School(timetable=(cooking,), a_week=date(2026, 11, 23))
        >>> blocks_on(school, date(2026, 11, 26)), blocks_on(school, date(2026, 12, 3))[0].subject
        ((), 'koken')
    """
    if any(week.holds_on(day) for week in school.special_weeks):
        return ()
    cycle = week_of(school, day)
    running = [
        block
        for block in school.timetable
        if block.weekday == day.weekday()
        and (block.week is None or cycle is None or block.week is cycle)
        and block.holds_on(day)
    ]
    return tuple(sorted(running, key=lambda block: (block.starts, block.id)))


def lessons_on(school: School, day: date) -> tuple[LessonBlock, ...]:
    """Return the lessons that run on `day`, without breaks, free periods and placement."""
    return tuple(block for block in blocks_on(school, day) if block.kind is BlockKind.LESSON)


def week_of(school: School, day: date) -> WeekCycle | None:
    """Return whether `day` lies in a week A or B; None where the school has no such weeks.

    Weeks are counted through holidays, which is our own choice: schools differ.
    """
    if school.a_week is None:
        return None
    weeks = (_monday(day) - _monday(school.a_week)).days // 7
    return WeekCycle.A if weeks % 2 == 0 else WeekCycle.B


def new_timetables(school: School) -> tuple[date, ...]:
    """Return the days on which a new timetable begins, in order; the first one of all is not new.

    Example:
        >>> new_timetables(School())
        ()
    """
    begins = {block.since for block in school.timetable if block.since is not None}
    if all(block.since is not None for block in school.timetable):
        begins.discard(min(begins, default=None))
    return tuple(sorted(begins))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
