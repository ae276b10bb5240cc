"""What one cell of a timetable says: subject, teacher, room, and in which weeks."""

import re
from typing import NamedTuple

from caseform.timetable._marks import Week, without_week

_PARTS = re.compile(r"\s*\n\s*|\s+[/|·•–-]\s+")
_BY_COMMA = re.compile(r"\s*[,;]\s+")
_ROOM = re.compile(
    r"(?:lokaal|lok\.?|room|zaal|leslokaal|classroom)\b.*|.*\d.*|aula|gymzaal|turnzaal|sporthal"
    r"|gym hall|hall|atelier|mediatheek|library|keuken|kitchen|.*lab",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*$")


class Lesson(NamedTuple):
    """What a cell says of one lesson."""

    subject: str
    teacher: str = ""
    room: str = ""
    week: Week | None = None


def lessons_in(cell: str) -> tuple[Lesson, ...]:
    """Return the lessons in `cell`: one, or one for each week that it names; none if it is empty.

    Example:
        >>> lessons_in("wiskunde / dhr. Bos / 012")[0][:3]
        ('wiskunde', 'dhr. Bos', '012')
        >>> [(one.subject, str(one.week.cycle)) for one in lessons_in("gym (A) / koken (B)")]
        [('gym', 'a'), ('koken', 'b')]
    """
    parts = [part for part in _PARTS.split(cell.strip()) if part.strip(" -–—.")]
    if not parts:
        return ()
    marked = [without_week(part) for part in parts]
    begins = [at for at, (words, week) in enumerate(marked) if week and words]
    if len(begins) < 2:
        week = next((week for _, week in marked if week), None)
        words = [words for words, _ in marked if words]
        return (_lesson(words, week),) if words else ()
    begins = [0, *begins[1:]]
    return tuple(
        _lesson([words for words, _ in marked[start:end] if words], marked[start][1])
        for start, end in zip(begins, [*begins[1:], len(marked)], strict=True)
    )


def _lesson(parts: list[str], week: Week | None) -> Lesson:
    if len(parts) == 1:
        parts = _BY_COMMA.split(parts[0]) if _BY_COMMA.search(parts[0]) else _opened(parts[0])
    subject, *rest = parts
    teacher, room = "", ""
    for part in rest:
        if not room and _ROOM.fullmatch(part):
            room = part
        elif not teacher:
            teacher = part
        else:
            room = f"{room}, {part}" if room else part
    return Lesson(subject, teacher, room, week)


def _opened(words: str) -> list[str]:
    """Return "wiskunde (012)" as two parts."""
    found = _IN_BRACKETS.search(words)
    return [words[: found.start()], found[1].strip()] if found and found.start() else [words]
