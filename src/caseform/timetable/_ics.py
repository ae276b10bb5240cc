"""A calendar file as a school week: the weeks from today on say what an ordinary week looks like.

A lesson that comes back only every second week is one of week A or B. What comes once is no part
of an ordinary week; it is named and left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from caseform.errors import InvalidCaseError
from caseform.model import LessonBlock, Phrase, WeekCycle, new_id
from caseform.timetable._cells import lessons_in
from caseform.timetable._marks import FRIDAY, kind_of

MOST_CHARACTERS = 2_000_000
MOST_EVENTS = 4_000
MOST_RULES = 300

# So many weeks with lessons say what is ordinary; a summer holiday fits in the weeks ahead.
_WEEKS = 4
_AHEAD = timedelta(weeks=16)
_BACK = timedelta(weeks=60)

# The time of day in both countries.
_HERE = ZoneInfo("Europe/Amsterdam")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TEACHER = re.compile(
    r"^(?:docent|leraar|leerkracht|teacher)(?:en|s)?\s*:\s*(.+)$", re.IGNORECASE | re.MULTILINE
)
# A rule of another kind is no lesson, and one with such a start could take for ever to work out.
_LIKE_A_LESSON = {"DAILY", "WEEKLY"}
_RULE_PARTS = frozenset({"FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL", "WKST"})
_LATELY = timedelta(days=1100)


class _Kind(NamedTuple):
    """A lesson as it comes back: everything but the week in which it falls."""

    weekday: int
    starts: time
    ends: time
    subject: str
    teacher: str
    room: str


def read_ics(
    text: str, *, today: date
) -> tuple[tuple[LessonBlock, ...], tuple[Phrase, ...], date | None]:
    """Return the blocks of an ordinary week, what there is to say, and a day of a week A.

    Args:
        text: The text of the calendar file.
        today: The day from which weeks are read; where nothing follows, the last weeks before it.

    Raises:
        InvalidCaseError: It cannot be read as a calendar, or holds far too much.
    """
    notes: list[Phrase] = []
    seen: dict[_Kind, set[date]] = defaultdict(set)
    for event in _around(_calendar(text, notes, today), today):
        lesson = _lesson(event, notes)
        if lesson is not None:
            kind, on = lesson
            seen[kind].add(on - timedelta(days=on.weekday()))
    mondays = sorted({monday for weeks in seen.values() for monday in weeks})
    if not mondays:
        return (), tuple(notes), None
    notes.append(
        Phrase("timetable.note-weeks-read", {"day": mondays[0], "other": _friday(mondays[-1])})
    )
    blocks: list[LessonBlock] = []
    for kind, weeks in seen.items():
        days = {m for k, found in seen.items() if k.weekday == kind.weekday for m in found}
        ordinary, cycle = _cycle(weeks, days, mondays)
        if ordinary:
            blocks.append(
                LessonBlock(
                    id=new_id("b"), **kind._asdict(), kind=kind_of(kind.subject), week=cycle
                )
            )
        else:
            once = {"subject": kind.subject, "weekday": kind.weekday}
            notes.append(Phrase("timetable.note-only-once", once))
    a_week = mondays[0] if any(block.week for block in blocks) else None
    if a_week:
        notes.append(Phrase("timetable.note-week-a", {"day": a_week}))
    return tuple(blocks), tuple(n for at, n in enumerate(notes) if n not in notes[:at]), a_week


def _calendar(text: str, notes: list[Phrase], today: date) -> icalendar.Calendar:
    if len(text) > MOST_CHARACTERS:
        raise InvalidCaseError("timetable.ics-too-long")
    try:
        calendar = icalendar.Calendar.from_ical(_CONTROL.sub("", text.removeprefix("\ufeff")))
    except Exception as error:  # whatever the library says of a file from elsewhere
        raise InvalidCaseError("timetable.ics-unreadable") from error
    events = calendar.walk("VEVENT")
    odd = [event for event in events if _comes_back_oddly(event, today)]
    rules = sum("RRULE" in event or "RDATE" in event for event in events)
    if len(events) > MOST_EVENTS or rules > MOST_RULES:
        raise InvalidCaseError("timetable.ics-too-long")
    notes += [Phrase("timetable.note-odd-rule", {"subject": _words(e, "SUMMARY")}) for e in odd]
    calendar.subcomponents = [
        one for one in calendar.subcomponents if all(one is not event for event in odd)
    ]
    return calendar


def _around(calendar: icalendar.Calendar, today: date) -> Iterable[Any]:
    """Return the events of the first weeks from today on; else of the last weeks before."""
    monday = today - timedelta(days=today.weekday())
    try:
        ahead = recurring_ical_events.of(calendar).between(monday, monday + _AHEAD)
        events = ahead or recurring_ical_events.of(calendar).between(monday - _BACK, monday)
        weeks = sorted({_monday_of(event) for event in events})
    except Exception as error:  # as above: dates that contradict each other, twice the same line
        raise InvalidCaseError("timetable.ics-unreadable") from error
    kept = set(weeks[:_WEEKS] if ahead else weeks[-_WEEKS:])
    return [event for event in events if _monday_of(event) in kept]


def _lesson(event: Any, notes: list[Phrase]) -> tuple[_Kind, date] | None:
    """Return a lesson with its day; None, with a note, where an event is no lesson."""
    title = _words(event, "SUMMARY")
    if _words(event, "STATUS").upper() == "CANCELLED":
        return None
    starts, ends = _local(event.start), _local(event.end)
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        notes.append(Phrase("timetable.note-all-day", {"subject": title}))
        return None
    if starts.weekday() > FRIDAY:
        notes.append(Phrase("timetable.note-event-weekend", {"subject": title}))
        return None
    lessons = lessons_in(title)
    if not lessons or ends <= starts or ends.date() != starts.date():
        key = "timetable.note-event-no-times" if lessons else "timetable.note-event-no-title"
        notes.append(Phrase(key, {"subject": title} if lessons else {"day": starts.date()}))
        return None
    lesson = lessons[0]
    told = _TEACHER.search(_words(event, "DESCRIPTION"))
    return (
        _Kind(
            starts.weekday(),
            starts.time().replace(second=0, microsecond=0, tzinfo=None),
            ends.time().replace(second=0, microsecond=0, tzinfo=None),
            lesson.subject,
            told[1].strip() if told else lesson.teacher,
            _words(event, "LOCATION") or lesson.room,
        ),
        starts.date(),
    )


def _cycle(weeks: set[date], days: set[date], mondays: list[date]) -> tuple[bool, WeekCycle | None]:
    """Return whether a lesson is part of an ordinary week, and of which one.

    Args:
        weeks: The weeks (by their Monday) in which it was seen.
        days: The weeks in which anything was seen on its weekday.
        mondays: All weeks that were read.
    """
    parity = {week: (week - mondays[0]).days // 7 % 2 for week in mondays}
    mine = {parity[week] for week in weeks}
    if len(mine) == 2:
        return True, None
    (which,) = mine
    others = [week for week in days or mondays if parity[week] != which]
    same = [week for week in days if parity[week] == which]
    if not others:
        # On other weekdays school went on in the weeks between, again and again.
        others = [week for week in mondays if parity[week] != which] if len(weeks) > 1 else []
    if not others:
        return True, None
    if len(weeks) == 1 and len(same) > 1:
        return False, None
    return True, WeekCycle.A if which == 0 else WeekCycle.B


def _comes_back_oddly(event: Any, today: date) -> bool:
    """Return whether an event comes back as no lesson does; working that out might never end."""
    if "RRULE" not in event and "RDATE" not in event:
        return False
    rule = event.get("RRULE") or {"FREQ": ["DAILY"]}
    try:
        often = {str(one).upper() for one in rule["FREQ"]} <= _LIKE_A_LESSON
        whole = all(int(interval) > 0 for interval in rule.get("INTERVAL", [1]))
        lately = abs(_day_of(event) - today) < _LATELY
        return not (
            often
            and whole
            and lately
            and event.end - event.start < timedelta(days=1)
            and _RULE_PARTS.issuperset(rule)
        )
    except Exception:  # as below: a rule that contradicts itself
        return True


def _words(event: Mapping[str, Any], name: str) -> str:
    return "\n".join(" ".join(line.split()) for line in str(event.get(name) or "").splitlines())


def _local(at: Any) -> Any:
    return at.astimezone(_HERE) if isinstance(at, datetime) and at.tzinfo else at


def _day_of(event: Any) -> date:
    at: date = _local(event.start)
    return at.date() if isinstance(at, datetime) else at


def _monday_of(event: Any) -> date:
    day = _day_of(event)
    return day - timedelta(days=day.weekday())


def _friday(monday: date) -> date:
    return monday + timedelta(days=4)
