"""How schools write a day, a time, a week A or B, and what is no lesson; in Dutch and English."""

import re
from datetime import time
from itertools import pairwise
from typing import NamedTuple

from caseform.model import BlockKind, WeekCycle

_DAYS = (
    ("maandag", "maan", "ma", "monday", "mon", "mo"),
    ("dinsdag", "dins", "di", "tuesday", "tues", "tue", "tu"),
    ("woensdag", "woens", "woe", "wo", "wednesday", "weds", "wed", "we"),
    ("donderdag", "dond", "don", "do", "thursday", "thurs", "thur", "thu", "th"),
    ("vrijdag", "vrijd", "vr", "friday", "fri", "fr"),
    ("zaterdag", "zat", "za", "saturday", "sat", "sa"),
    ("zondag", "zon", "zo", "sunday", "sun", "su"),
)
_WEEKDAY = {name: weekday for weekday, names in enumerate(_DAYS) for name in names}

FRIDAY = 4

_WEEK = re.compile(
    r"(?:(?:week|wk)[ .-]?(?P<after>[ab])|(?P<before>[ab])[ -]?(?:week|weken|weeks|wk)"
    r"|(?P<only>[ab])|(?P<odd>oneven|odd)(?: (?:week|weken|weeks))?"
    r"|(?P<even>even)(?: (?:week|weken|weeks))?)",
    re.IGNORECASE,
)
# Inside a cell a letter alone is no mark: there it stands in brackets, or beside "week".
_WEEK_IN_CELL = re.compile(
    r"\(\s*(?P<bracketed>[^()]{1,14})\s*\)|\b(?P<plain>week [ab]|[ab]-week"
    r"|(?:on)?even we(?:ek|ken)|(?:odd|even) weeks?)\b",
    re.IGNORECASE,
)
# A date beside the name of a day, as "ma 24-11" or "Mon 24 Nov", says nothing of the week after.
_DATE = re.compile(r"\d{1,2}[-/. ]?(?:\d{1,2}|[a-z]{3,9})?\.?(?:[-/ ]\d{2,4})?", re.IGNORECASE)

_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::\d{2})?"
    r"|\s?(?:uur|u|h)\s?(?P<minute_u>\d{2})?\b)(?:\s?(?P<half>am|pm)\b)?(?![\d.:]\d)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\s*(?:[-–—]|tot|to|until|till)\s*", re.IGNORECASE)

_KINDS = (
    (
        BlockKind.BREAK,
        r"(?:(?:kleine|grote|korte|lange|eerste|tweede) )?(?:lunch|middag|ochtend|namiddag)?-?pauze"
        r"(?: \d)?|speeltijd|lunch|recess"
        r"|(?:(?:lunch|short|long|morning|afternoon) ?)?break(?: \d)?",
    ),
    (BlockKind.FREE, r"tussenuu?r|springuur|vrij(?: uur)?|vrije uren|free(?: period)?"),
    (
        BlockKind.PLACEMENT,
        r"(?:stage(?:dag)?|(?:work )?placement|work experience|internship)(?: .+)?",
    ),
)
_KIND = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


class Day(NamedTuple):
    """A weekday as a heading names it, with its week where it names one."""

    weekday: int
    week: WeekCycle | None = None
    by_number: bool = False


class Week(NamedTuple):
    """A week A or B, and whether it was written as the odd or the even weeks of the year."""

    cycle: WeekCycle
    by_number: bool = False


class Span(NamedTuple):
    """A stretch of time, and the words beside it."""

    starts: time
    ends: time
    words: str


def day_in(cell: str) -> Day | None:
    """Return the weekday that `cell` names; None where it is more, or something else.

    Example:
        >>> day_in("ma."), day_in("Friday (B)").week, day_in("vrij")
        (Day(weekday=0, week=None, by_number=False), <WeekCycle.B: 'b'>, None)
    """
    name, _, rest = cell.strip().partition(" ")
    weekday = _WEEKDAY.get(name.strip(".:,").lower())
    if weekday is None:
        return None
    rest = _DATE.sub("", rest, count=1).strip(" .,") if _DATE.match(rest) else rest.strip()
    if not rest:
        return Day(weekday)
    week = week_in(rest)
    return Day(weekday, week.cycle, week.by_number) if week else None


def week_in(cell: str) -> Week | None:
    """Return the week that `cell` names and nothing else; odd weeks are called A.

    Example:
        >>> week_in("week B"), week_in("oneven weken").cycle, week_in("biologie")
        (Week(cycle=<WeekCycle.B: 'b'>, by_number=False), <WeekCycle.A: 'a'>, None)
    """
    found = _WEEK.fullmatch(cell.strip().strip("()").strip())
    if found is None:
        return None
    if found["odd"] or found["even"]:
        return Week(WeekCycle.A if found["odd"] else WeekCycle.B, by_number=True)
    return Week(WeekCycle((found["after"] or found["before"] or found["only"]).lower()))


def without_week(words: str) -> tuple[str, Week | None]:
    """Return `words` without the week that they name somewhere, and that week.

    Example:
        >>> without_week("gym (A)")
        ('gym', Week(cycle=<WeekCycle.A: 'a'>, by_number=False))
    """
    for found in _WEEK_IN_CELL.finditer(words):
        week = week_in(found["bracketed"] or found["plain"])
        if week is not None:
            left = f"{words[: found.start()].rstrip()} {words[found.end() :].lstrip()}"
            return left.strip(" ,;:-"), week
    return words.strip(), None


def times_in(words: str) -> tuple[time, ...]:
    """Return the times of day in `words`, in order.

    Example:
        >>> [str(one) for one in times_in("1e uur 8u30 – 9.20")]
        ['08:30:00', '09:20:00']
    """
    return tuple(at for at in map(_time, _TIME.finditer(words)) if at is not None)


def span_in(words: str) -> Span | None:
    """Return the first stretch of time in `words` and what is left; None if there is none.

    Example:
        >>> span_in("wiskunde 8.30 tot 9.20").words, span_in("lokaal 2.14") is None
        ('wiskunde', True)
    """
    for first, second in pairwise(list(_TIME.finditer(words))):
        starts, ends = _time(first), _time(second)
        if _UNTIL.fullmatch(words[first.end() : second.start()]) and starts and ends:
            left = f"{words[: first.start()].rstrip(' (')} {words[second.end() :].lstrip(' )')}"
            return Span(starts, ends, left.strip(" ,;:-–—"))
    return None


def without_times(words: str) -> str:
    """Return what is left of `words` without the times in it."""
    left = re.sub(r"\(?\s*(?:[-–—]|\b(?:tot|to|until|till)\b)?\s*\)?$", "", _TIME.sub("", words))
    return left.strip(" -–—:.()\t")


def kind_of(subject: str) -> BlockKind:
    """Return what a block with this `subject` is; a lesson, unless its words say otherwise.

    Example:
        >>> str(kind_of("Middagpauze")), str(kind_of("springuur")), str(kind_of("tekenen"))
        ('break', 'free-period', 'lesson')
    """
    words = subject.strip()
    return next((kind for kind, form in _KIND if form.fullmatch(words)), BlockKind.LESSON)


def _time(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or found["minute_u"] or 0)
    half = (found["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
