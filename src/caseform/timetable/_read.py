"""A school week from text: what could be read, and what could not and why."""

from dataclasses import dataclass
from datetime import date, time
from typing import NoReturn

from caseform.errors import InvalidCaseError
from caseform.model import LessonBlock, Phrase, new_id
from caseform.school_calendar import overlapping
from caseform.timetable._cells import Lesson, lessons_in
from caseform.timetable._marks import FRIDAY, Day, kind_of, span_in
from caseform.timetable._sheet import decoded, rows_of
from caseform.timetable._slots import Slot, Slots, slots_of

__all__ = ["ReadTimetable", "decoded", "read_timetable"]


@dataclass(frozen=True, slots=True)
class ReadTimetable:
    """A school week as it was read, to be looked at before anything changes.

    Args:
        blocks: What could be read, in the order of the week; each with a new id.
        notes: What could not be read and why, and what was taken to mean what.
        a_week: A day of a week A, where the source has dates and weeks A and B.
    """

    blocks: tuple[LessonBlock, ...]
    notes: tuple[Phrase, ...] = ()
    a_week: date | None = None


def read_timetable(text: str, *, today: date) -> ReadTimetable:
    r"""Return the school week in `text`: cells of a spreadsheet, CSV, or a calendar file.

    Args:
        text: What was pasted, or the text of a file.
        today: The day from which the weeks of a calendar file are read.

    Raises:
        InvalidCaseError: It is no timetable, too long, or a week that cannot be.

    Example:
        >>> pasted = "\tma\tdi\n8:30-9:20\tgym\twiskunde"
        >>> read = read_timetable(pasted, today=date(2026, 11, 24))
        >>> [(block.weekday, block.subject) for block in read.blocks]
        [(0, 'gym'), (1, 'wiskunde')]
    """
    if text.removeprefix("\ufeff").lstrip()[:15].upper() == "BEGIN:VCALENDAR":
        # Only a calendar file needs its library, which takes a while to import.
        from caseform.timetable._ics import read_ics

        blocks, notes, a_week = read_ics(text, today=today)
        lines: dict[LessonBlock, int] = {}
    else:
        found = slots_of(rows_of(text))
        if found is None:
            raise InvalidCaseError("timetable.no-days")
        lines, notes = _placed(found)
        blocks, a_week = tuple(lines), None
    if not blocks:
        raise InvalidCaseError("timetable.nothing-read")
    if together := overlapping(blocks):
        _refuse(*together[0], lines)
    return ReadTimetable(tuple(sorted(blocks, key=_in_the_week)), notes, a_week)


def _placed(found: Slots) -> tuple[dict[LessonBlock, int], tuple[Phrase, ...]]:
    """Return the blocks with their lines, and what there is to say of the other lines."""
    placed: dict[LessonBlock, int] = {}
    seen: set[tuple[object, ...]] = set()
    notes = list(found.notes)
    for slot in found.slots:
        span = span_in(slot.words)
        starts, ends = (span.starts, span.ends) if span else (slot.starts, slot.ends)
        lessons = lessons_in(span.words if span else slot.words)
        if slot.day.weekday > FRIDAY:
            notes.append(Phrase("timetable.note-weekend", {"line": slot.line}))
        elif starts is None or ends is None:
            lacks = "start" if starts is None else "end"
            notes.append(Phrase(f"timetable.note-no-{lacks}", {"line": slot.line}))
        elif not lessons:
            notes.append(Phrase("timetable.note-no-subject", {"line": slot.line}))
        elif ends <= starts:
            raise InvalidCaseError("timetable.ends-before-start", line=slot.line)
        elif not slot.is_wide or _goes_on(slot, found.slots):
            for lesson in lessons:
                block = _block(slot.day, starts, ends, lesson)
                # The same line twice is the same lesson.
                if (same := tuple(block.model_dump(exclude={"id"}).values())) not in seen:
                    seen.add(same)
                    placed[block] = slot.line
            if slot.day.by_number or any(x.week and x.week.by_number for x in lessons):
                notes.append(Phrase("timetable.note-odd-is-a"))
    notes.sort(key=lambda note: note.blanks.get("line", 0))  # type: ignore[arg-type, return-value]
    return placed, tuple(note for at, note in enumerate(notes) if note not in notes[:at])


def _block(day: Day, starts: time, ends: time, lesson: Lesson) -> LessonBlock:
    week = lesson.week.cycle if lesson.week else day.week
    return LessonBlock(
        id=new_id("b"),
        weekday=day.weekday,
        starts=starts,
        ends=ends,
        subject=lesson.subject,
        teacher=lesson.teacher,
        room=lesson.room,
        kind=kind_of(lesson.subject),
        week=week,
    )


def _goes_on(wide: Slot, slots: tuple[Slot, ...]) -> bool:
    """Return whether what stands for a whole row fits a day: it goes on after it, and is free."""
    times = [
        (slot.starts, slot.ends)
        for slot in slots
        if slot.day.weekday == wide.day.weekday and not slot.is_wide and slot.starts and slot.ends
    ]
    if wide.starts is None or wide.ends is None:
        return False
    is_free = all(ends <= wide.starts or wide.ends <= starts for starts, ends in times)
    return is_free and any(wide.ends <= starts for starts, _ in times)


def _refuse(first: LessonBlock, second: LessonBlock, lines: dict[LessonBlock, int]) -> NoReturn:
    at = f"{max(first.starts, second.starts):%H:%M}"
    if not lines:
        raise InvalidCaseError("timetable.overlap-ics", at=at)
    line, other = sorted((lines[first], lines[second]))
    raise InvalidCaseError("timetable.overlap", at=at, line=line, other=other)


def _in_the_week(block: LessonBlock) -> tuple[int, time, str]:
    return block.weekday, block.starts, str(block.week or "")
