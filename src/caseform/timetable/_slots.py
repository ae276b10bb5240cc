"""A sheet as places in the week: each with its line, day, times and the words that stand there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import time
from itertools import pairwise
from typing import NamedTuple

from caseform.model import BlockKind, Phrase
from caseform.timetable._marks import (
    Day,
    Week,
    day_in,
    kind_of,
    span_in,
    times_in,
    week_in,
    without_times,
)
from caseform.timetable._sheet import Row

_HEADINGS = {
    "day": ("dag", "day", "weekday", "weekdag"),
    "starts": ("begin", "start", "van", "from", "begintijd", "starttijd", "starts", "start time"),
    "ends": ("eind", "einde", "tot", "end", "until", "to", "eindtijd", "ends", "end time"),
    "span": ("tijd", "tijden", "time", "times", "uur", "lesuur", "hour", "period"),
    "subject": ("vak", "les", "subject", "lesson", "activiteit", "activity", "course"),
    "teacher": ("docent", "leraar", "leerkracht", "teacher"),
    "room": ("lokaal", "room", "plaats", "ruimte", "location"),
    "week": ("week", "weken", "weeks"),
}
_HEADING = {name: column for column, names in _HEADINGS.items() for name in names}
_PERIOD = re.compile(
    r"(?:lesuur |uur |hour |period )?\d{1,2}(?:e|de|ste|st|nd|rd|th)?\.?(?: (?:les)?uur)?"
    r"|(?:les)?uur|tijd|time|period",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the week.

    Args:
        line: The line on which it stands.
        day: Its day, with its week where a heading names one.
        words: What stands there.
        starts: When it starts; None where the line does not say.
        ends: When it ends; None where the line does not say.
        is_wide: Whether one word stands for the whole row, such as a break on every day.
    """

    line: int
    day: Day
    words: str
    starts: time | None = None
    ends: time | None = None
    is_wide: bool = False


class Slots(NamedTuple):
    """What a sheet holds, and the lines of it that no place in the week could be made of."""

    slots: tuple[Slot, ...]
    notes: tuple[Phrase, ...] = ()


def slots_of(rows: tuple[Row, ...]) -> Slots | None:
    """Return the places in the week that `rows` hold; None if they are no timetable.

    Days stand in columns, or in rows, or each lesson has a row of its own.
    """
    if any(_names(row) for row in rows):
        return _row_per_lesson(rows)
    if any(len(_days(row)) >= 2 for row in rows):
        return _days_across(rows)
    if (head := _times_heading(rows)) is not None:
        return _days_down(rows, head)
    if any(_lesson_row(row) for row in rows):
        return _row_per_lesson(rows)
    if any(_days(row) and len(row.filled) <= 2 for row in rows):
        return _days_across(rows)
    return None


def _days_across(rows: tuple[Row, ...]) -> Slots:
    fewest = 2 if any(len(_days(row)) >= 2 for row in rows) else 1
    slots: list[Slot] = []
    notes: list[Phrase] = []
    columns: dict[int, Day] = {}
    section: Week | None = None
    was_heading = False
    started: list[list[Slot]] = []
    for row in rows:
        heading, was_heading = was_heading, False
        if len(row.filled) == 1 and (week := week_in(row.filled[0])):
            section = week
        elif len(days := _days(row)) >= fewest:
            section = next((w for cell in row.cells[: min(days)] if (w := week_in(cell))), section)
            columns = _with_week(days, section)
            was_heading = True
            slots += _until_the_next(started)
            started = []
        elif heading and (weeks := _week_heading(row, columns)):
            columns = weeks
        elif not columns:
            notes.append(_not_a_lesson(row))
        else:
            started.append(_across(row, columns, notes))
    return Slots((*slots, *_until_the_next(started)), tuple(notes))


def _across(row: Row, columns: dict[int, Day], notes: list[Phrase]) -> list[Slot]:
    first = min(columns)
    before = " ".join(row.cells[:first])
    times = times_in(before)
    starts, ends = (*times[:2], None, None)[:2]
    under = {at: row.cells[at] if at < len(row.cells) else "" for at in columns}
    if any(cell for at, cell in enumerate(row.cells) if at >= first and at not in columns):
        notes.append(Phrase("timetable.note-no-day", {"line": row.line}))
    label = without_times(before)
    here = [Slot(row.line, day, under[at], starts, ends) for at, day in columns.items()]
    filled = [words for words in under.values() if words]
    if not filled and not _PERIOD.fullmatch(label) and kind_of(label) is not BlockKind.LESSON:
        return [replace(slot, words=label, is_wide=True) for slot in here]
    if len(columns) > 2 and filled == [under[first]] and kind_of(filled[0]) is BlockKind.BREAK:
        # Cells that were one in the spreadsheet leave their words in the first.
        notes.append(Phrase("timetable.note-break-each-day", {"line": row.line}))
        return [here[0], *(replace(slot, words=filled[0], is_wide=True) for slot in here[1:])]
    # A row without a lesson still says when the row before it ends.
    return [slot for slot in here if slot.words] or [replace(here[0], words="")]


def _until_the_next(rows: Iterable[list[Slot]]) -> Iterator[Slot]:
    """Yield the slots; one that only says when it starts ends where the next row starts."""
    rows = [row for row in rows if row]
    for row, later in pairwise([*rows, []]):
        ends = later[0].starts if later else None
        for slot in row:
            if slot.words:
                yield slot if slot.ends or not slot.starts else replace(slot, ends=ends)


def _days_down(rows: tuple[Row, ...], head: int) -> Slots:
    heading = rows[head]
    notes = [_not_a_lesson(row) for row in rows[:head]]
    spans: dict[int, tuple[time, time | None]] = {}
    timed = [at for at, cell in enumerate(heading.cells) if times_in(cell)]
    for at, following in pairwise([*timed, -1]):
        starts, *rest = times_in(heading.cells[at])
        after = times_in(heading.cells[following])[0] if following >= 0 else None
        spans[at] = (starts, rest[0] if rest else after)
    slots: list[Slot] = []
    section: Week | None = None
    for row in rows[head + 1 :]:
        if len(row.filled) == 1 and (week := week_in(row.filled[0])):
            section = week
            continue
        prefix = " ".join(cell for cell in row.cells[: timed[0]] if cell)
        day = day_in(prefix)
        if day is None:
            notes.append(_not_a_lesson(row))
            continue
        day = _with_week({0: day}, section)[0]
        for at, (starts, ends) in spans.items():
            words = row.cells[at] if at < len(row.cells) else ""
            label = without_times(heading.cells[at])
            if words or kind_of(label) is not BlockKind.LESSON:
                slots.append(Slot(row.line, day, words or label, starts, ends, is_wide=not words))
    return Slots(tuple(slots), tuple(notes))


def _row_per_lesson(rows: tuple[Row, ...]) -> Slots:
    slots: list[Slot] = []
    notes: list[Phrase] = []
    names: dict[int, str] = {}
    for row in rows:
        if heading := _names(row):
            names = heading
            continue
        found = _named(row, names) if names else _lesson_row(row)
        if found is None:
            notes.append(
                Phrase("timetable.note-no-day", {"line": row.line}) if names else _not_a_lesson(row)
            )
        else:
            slots.append(found)
    return Slots(tuple(slots), tuple(notes))


def _named(row: Row, names: dict[int, str]) -> Slot | None:
    by: dict[str, str] = {}
    for at, column in names.items():
        if at < len(row.cells) and row.cells[at]:
            by.setdefault(column, row.cells[at])
    day = day_in(by.get("day", ""))
    if day is None:
        return None
    week = week_in(by["week"]) if "week" in by else None
    times = times_in(" ".join(by.get(name, "") for name in ("starts", "ends")))
    times = times or times_in(by.get("span", ""))
    starts, ends = (*times[:2], None, None)[:2]
    words = "\n".join(by[name] for name in ("subject", "teacher", "room") if name in by)
    return Slot(row.line, _with_week({0: day}, week)[0], words, starts, ends)


def _lesson_row(row: Row) -> Slot | None:
    """Return the lesson of a row that has no heading: day, times and words, in any order."""
    cells = row.filled
    if len(cells) == 1:
        first, _, rest = cells[0].partition(" ")
        cells = (first, rest)
    days = [day for cell in cells if (day := day_in(cell))]
    if len(days) != 1:
        return None
    times: list[time] = []
    words: list[str] = []
    week: Week | None = None
    for cell in cells:
        span = span_in(cell)
        alone = () if span or without_times(cell) else times_in(cell)
        left = "" if alone else span.words if span else cell
        times += (span.starts, span.ends) if span else alone
        if day_in(cell) is None and left:
            week = week or week_in(left)
            words += [left] if week_in(left) is None else []
    if len(times) < 2 or not words:
        return None
    return Slot(row.line, _with_week({0: days[0]}, week)[0], "\n".join(words), times[0], times[1])


def _days(row: Row) -> dict[int, Day]:
    return {at: day for at, cell in enumerate(row.cells) if (day := day_in(cell))}


def _names(row: Row) -> dict[int, str]:
    """Return the columns that a heading names; none if it is no heading of single lessons."""
    named = {
        at: _HEADING[cell.lower().strip(" .:")]
        for at, cell in enumerate(row.cells)
        if cell.lower().strip(" .:") in _HEADING
    }
    return named if {"day", "subject"} <= set(named.values()) else {}


def _times_heading(rows: tuple[Row, ...]) -> int | None:
    for at, (row, below) in enumerate(pairwise(rows)):
        timed = [bool(times_in(cell)) for cell in row.cells]
        beside = timed.index(True) if True in timed else 0
        only_times = all(
            has for has, cell in zip(timed[beside:], row.cells[beside:], strict=True) if cell
        )
        if beside > 0 and only_times and not _days(row) and day_in(below.filled[0]):
            return at
    return None


def _week_heading(row: Row, columns: dict[int, Day]) -> dict[int, Day]:
    """Return the columns with the weeks that stand under the days; none if none stand there."""
    weeks = {at: week_in(cell) for at, cell in enumerate(row.cells) if cell}
    if not weeks or not all(weeks.values()) or min(weeks) < min(columns):
        return {}
    under: dict[int, Day] = {}
    for at, week in weeks.items():
        day = columns[max(column for column in columns if column <= at)]
        under |= _with_week({at: day}, week)
    return under


def _with_week(days: dict[int, Day], week: Week | None) -> dict[int, Day]:
    if week is None:
        return days
    return {at: day if day.week else Day(day.weekday, *week) for at, day in days.items()}


def _not_a_lesson(row: Row) -> Phrase:
    return Phrase("timetable.note-not-a-lesson", {"line": row.line})
