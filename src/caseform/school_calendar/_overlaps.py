"""Blocks that stand in the same place of the same week."""

from collections.abc import Sequence
from itertools import combinations

from caseform.model import LessonBlock, School


def overlaps(school: School) -> tuple[tuple[LessonBlock, LessonBlock], ...]:
    """Return each pair of blocks of the timetable that would run at the same time.

    Blocks of week A and week B never meet, and neither do an old timetable and a new one.

    Example:
        >>> from datetime import time
        >>> gym = LessonBlock(
        ...     id="b-1", weekday=0, starts=time(8, 30), ends=time(9, 20), subject="gym"
        ... )
        >>> art = gym.model_copy(update={"id": "b-2", "starts": time(9, 0), "subject": "tekenen"})
        >>> [(a.subject, b.subject) for a, b in overlaps(School(timetable=(gym, art)))]
        [('gym', 'tekenen')]
    """
    return overlapping(school.timetable)


def overlapping(blocks: Sequence[LessonBlock]) -> tuple[tuple[LessonBlock, LessonBlock], ...]:
    """Return each pair of `blocks` that would run at the same time, the earlier one first."""
    in_order = sorted(blocks, key=lambda block: (block.weekday, block.starts, block.id))
    return tuple(pair for pair in combinations(in_order, 2) if _meet(*pair))


def _meet(first: LessonBlock, second: LessonBlock) -> bool:
    return (
        first.weekday == second.weekday
        and first.starts < second.ends
        and second.starts < first.ends
        and (first.week is None or second.week is None or first.week is second.week)
        and (first.until is None or second.since is None or second.since <= first.until)
        and (second.until is None or first.since is None or first.since <= second.until)
    )
