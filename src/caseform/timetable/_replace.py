"""A timetable that was read takes the place of the one that was there, or follows it from a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from caseform.model import (
    AddItem,
    Case,
    EditField,
    EditItem,
    LessonBlock,
    Phrase,
    RemoveItem,
    ReturnStep,
    SeveralChanges,
    WeekCycle,
)
from caseform.school_calendar import week_of
from caseform.timetable._read import ReadTimetable

_TIMETABLE = "school.timetable"
_STEPS = "return_plan.steps"


@dataclass(frozen=True, slots=True)
class Replacement:
    """What putting in a timetable changes.

    Args:
        changes: The changes, for one undo.
        notes: The steps that named a lesson which the new timetable lacks.
    """

    changes: SeveralChanges
    notes: tuple[Phrase, ...] = ()


def replacing(case: Case, read: ReadTimetable, since: date | None = None) -> Replacement:
    """Return what puts `read` in the place of the timetable of `case`.

    What the young person said of a subject (liking, tension, taxing moments) goes along to the
    same subject, and a step that named lessons names those of the same subject.

    Args:
        case: The case.
        read: The timetable that was read.
        since: The first day of the new timetable; the old one ends the day before. None replaces
            the old one as if it had never been.

    Example:
        >>> from caseform.model import Region
        >>> from caseform.timetable import read_timetable
        >>> day = date(2026, 11, 24)
        >>> case = Case(id="c-1", alias="Zeester", region=Region.VL, created_on=day)
        >>> read = read_timetable("ma;8:30-9:20;gym", today=day)
        >>> replacing(case, read).changes.apply(case).school.timetable[0].subject
        'gym'
    """
    gone, ending = _old(case, since)
    new = [_carried(case, block, since) for block in _in_our_weeks(case, read)]
    steps, notes = _moved(case, new, gone=gone, ending=ending)
    changes: list[Any] = [
        AddItem(collection=_TIMETABLE, item=block.model_dump(mode="json")) for block in new
    ]
    if since is not None:
        last = (since - timedelta(days=1)).isoformat()
        changes += [
            EditItem(collection=_TIMETABLE, id=block.id, fields={"until": last}) for block in ending
        ]
    changes += steps
    changes += [RemoveItem(collection=_TIMETABLE, id=block.id) for block in gone]
    if read.a_week is not None and case.school.a_week is None:
        changes.append(EditField(path="school.a_week", value=read.a_week.isoformat()))
    return Replacement(SeveralChanges(changes=tuple(changes)), notes)


def _old(case: Case, since: date | None) -> tuple[tuple[LessonBlock, ...], tuple[LessonBlock, ...]]:
    """Return the blocks that go, and those that end the day before `since`."""
    blocks = case.school.timetable
    if since is None:
        return blocks, ()
    gone = tuple(block for block in blocks if block.since is not None and block.since >= since)
    ending = tuple(
        block
        for block in blocks
        if block not in gone and (block.until is None or block.until >= since)
    )
    return gone, ending


def _in_our_weeks(case: Case, read: ReadTimetable) -> Iterable[LessonBlock]:
    """Yield the blocks that were read; where the file and the case call weeks differently, ours."""
    swaps = read.a_week is not None and week_of(case.school, read.a_week) is WeekCycle.B
    other = {WeekCycle.A: WeekCycle.B, WeekCycle.B: WeekCycle.A}
    for block in read.blocks:
        swapped = other[block.week] if swaps and block.week else block.week
        yield block.model_copy(update={"week": swapped})


def _carried(case: Case, block: LessonBlock, since: date | None) -> LessonBlock:
    """Return `block` with what was said of its subject; the same weekday says it best."""
    same = [old for old in case.school.timetable if _subject(old) == _subject(block)]
    same.sort(key=lambda old: (old.weekday != block.weekday, old.until is not None))
    said: dict[str, Any] = {
        name: next((value for old in same if (value := getattr(old, name)) not in (None, ())), None)
        for name in ("liking", "tension")
    }
    said["taxing"] = next((old.taxing for old in same if old.taxing), ())
    return block.model_copy(update={**said, "since": since})


def _moved(
    case: Case,
    new: list[LessonBlock],
    *,
    gone: tuple[LessonBlock, ...],
    ending: tuple[LessonBlock, ...],
) -> tuple[list[EditItem], tuple[Phrase, ...]]:
    """Return the changes of steps that named old lessons, and a note for each left without one."""
    changes: list[EditItem] = []
    notes: list[Phrase] = []
    for step in case.return_plan.steps:
        named = [block for block in (*gone, *ending) if block.id in step.blocks]
        if not named:
            continue
        blocks, lost = _following(step, case, named, new, gone)
        if blocks != list(step.blocks):
            changes.append(EditItem(collection=_STEPS, id=step.id, fields={"blocks": blocks}))
        if lost:
            blanks = {"step": step.words, "names": tuple(dict.fromkeys(lost))}
            notes.append(Phrase("timetable.note-step-left", blanks))
    return changes, tuple(notes)


def _following(
    step: ReturnStep,
    case: Case,
    named: list[LessonBlock],
    new: list[LessonBlock],
    gone: tuple[LessonBlock, ...],
) -> tuple[list[str], list[str]]:
    """Return the ids of the lessons that `step` takes in now, and the subjects that it lost."""
    blocks = list(step.blocks)
    lost: list[str] = []
    for subject in dict.fromkeys(map(_subject, named)):
        old = [block for block in named if _subject(block) == subject]
        all_of_it = [b for b in case.school.timetable if _subject(b) == subject]
        found = [block for block in new if _subject(block) == subject]
        if not found:
            # The step still names what is gone, so that the plan says so instead of asking less.
            lost.append(old[0].subject)
            continue
        if len(old) < len(all_of_it):
            places = {(block.weekday, block.starts) for block in old}
            found.sort(key=lambda b: ((b.weekday, b.starts) not in places, b.weekday, b.starts))
            found = found[: len(old)]
        leaving = {block.id for block in old if block in gone}
        blocks = [*(one for one in blocks if one not in leaving), *(block.id for block in found)]
    return blocks, lost


def _subject(block: LessonBlock) -> str:
    return " ".join(block.subject.split()).casefold()
