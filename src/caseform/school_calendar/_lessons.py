"""Which lessons a step takes in on a day, the liked ones first, and how long that is."""

from collections.abc import Sequence
from datetime import date

from caseform.model import BlockKind, LessonBlock, ReturnStep, School


def lessons_of(
    step: ReturnStep,
    running: Sequence[LessonBlock],
    school: School,
    day: date,
) -> tuple[LessonBlock, ...]:
    """Return the blocks that `step` takes in, the earliest first.

    A step names its blocks, or says how many lessons it takes. Of a number, the liked lessons come
    first (R-S7), then those without a moment that asks extra, then the calmer, then the earlier.
    The order says nothing of the date, so where the timetable repeats, the lessons do too.

    Args:
        step: The step.
        running: The blocks of that day, the earliest first.
        school: What it does not ask for on that day does not count.
        day: The day.
    """
    if step.blocks:
        return tuple(block for block in running if block.id in step.blocks)
    lessons = [block for block in running if block.kind is BlockKind.LESSON]
    ranked = sorted(lessons, key=lambda block: _rank(block, lessons, school, day))
    chosen = set(ranked[: step.lessons])
    return tuple(block for block in lessons if block in chosen)


def has_choice(step: ReturnStep, running: Sequence[LessonBlock]) -> bool:
    """Return whether the liked lessons came first: some lessons of that day were left out."""
    lessons = sum(block.kind is BlockKind.LESSON for block in running)
    return not step.blocks and 0 < step.lessons < lessons


def minutes_of(
    step: ReturnStep,
    running: Sequence[LessonBlock],
    school: School,
    day: date,
) -> int:
    """Return how long `step` is on a day: as it says or as its lessons take, within that day."""
    taken = sum(block.minutes for block in lessons_of(step, running, school, day))
    return min(step.minutes or taken, length_of(running) or step.minutes or taken)


def minutes_left_out(
    step: ReturnStep,
    running: Sequence[LessonBlock],
    school: School,
    day: date,
) -> int:
    """Return how much of a whole day `step` leaves out: of its lessons, or of its hours.

    A step that takes every lesson leaves nothing out, whatever is done in the breaks.
    """
    if step.minutes or not step.takes_lessons:
        return max(0, length_of(running) - minutes_of(step, running, school, day))
    taken = {block.id for block in lessons_of(step, running, school, day)}
    return sum(
        block.minutes
        for block in running
        if block.kind is BlockKind.LESSON and block.id not in taken
    )


def length_of(running: Sequence[LessonBlock]) -> int:
    """Return the minutes from the first block of a day to the end of its last; 0 without blocks."""
    if not running:
        return 0
    starts = min(block.starts for block in running)
    ends = max(block.ends for block in running)
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute


def _rank(
    block: LessonBlock,
    lessons: Sequence[LessonBlock],
    school: School,
    day: date,
) -> tuple[object, ...]:
    # Ratings on two scales are never compared, so then tension says nothing here.
    scales = {other.tension.scale for other in lessons if other.tension is not None}
    rated = block.tension is not None and len(scales) == 1
    return (
        -(block.liking or 0),
        bool(school.taxing_on(block, day)),
        block.tension.value if block.tension is not None and rated else 0,
        block.starts,
        block.id,
    )
