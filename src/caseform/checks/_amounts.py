"""How much of a school day a step takes in: lessons, minutes, weekdays."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from caseform.model import BlockKind, Case, LessonBlock, ReturnStep, School, WeekCycle
from caseform.school_calendar import blocks_on, lessons_on, minutes_left_out, minutes_of


def blocks_of(case: Case, step: ReturnStep) -> list[LessonBlock]:
    """Return the blocks of the timetable that a step names."""
    named = set(step.blocks)
    return [block for block in case.school.timetable if block.id in named]


def lessons_a_day(case: Case, step: ReturnStep) -> int:
    """Return how many lessons a step takes in on its fullest day."""
    lessons = [block for block in blocks_of(case, step) if block.kind is BlockKind.LESSON]
    if not lessons:
        return step.lessons
    return max(
        max(Counter(b.weekday for b in lessons if b.week in (None, cycle)).values(), default=0)
        for cycle in WeekCycle
    )


def weekdays_of(case: Case, step: ReturnStep) -> int:
    """Return on how many weekdays there are lessons that a step names; 0 where it names none."""
    return len({block.weekday for block in blocks_of(case, step)})


def minutes_on(school: School, step: ReturnStep, day: date) -> int:
    """Return how many minutes at school a step takes on `day`, as the planner counts them."""
    return minutes_of(step, blocks_on(school, day), school, day)


def is_full(school: School, step: ReturnStep, days: Iterable[date], *, but_for: int = 0) -> bool:
    """Return whether a step takes in every one of `days` whole, or all but some minutes of each.

    Days without lessons say nothing; where none of them has lessons, it is not known to be full.

    Args:
        school: The school with its timetable.
        step: The step.
        days: The school days that are looked at.
        but_for: How many minutes of a day may be left out.
    """
    taught = {day: blocks_on(school, day) for day in days if lessons_on(school, day)}
    return bool(taught) and all(
        minutes_on(school, step, day) > 0
        and minutes_left_out(step, running, school, day) <= but_for
        for day, running in taught.items()
    )
