"""The page for school: one sheet, filled in together in half an hour.

It holds nothing of how tense a day is, of what someone has, or of the family. What is still open
is a line to write on. It stays one sheet whatever was typed: words that have no room end in three
dots, and a line at the foot says so.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from caseform.exports._parts import (
    A_LINE,
    A_NAME,
    IN_A_DAY,
    IN_AN_ENTRY,
    cut,
    facts_of,
    is_cut,
    section,
)
from caseform.exports._summary import Entry, Fact, Facts, Listing, Section, Table
from caseform.projection.rooms import SchoolRoom, ShownAgreement
from caseform.text import say, short_day_words

_IN_A_CELL = 19
_EXEMPTS = 86
_ADJUSTMENTS = 4
_IN_AN_AGREEMENT = 88
_AGREEMENTS = 3
# Lines for what is still open: a sentence that is found together takes two.
_TO_WRITE = 2
_UNDATED = 3

_WEEK, _DAYS = 5, 10
_SATURDAY = 5
# How it goes, for how many letters there is room, and how many lines are left for what is open.
_HOW = (
    (("receiver", "stand-in"), A_NAME, 1),
    (("spot", "goodbye"), A_LINE, 1),
    (("refuge", "reply"), 155, _TO_WRITE),
)


def two_weeks(room: SchoolRoom) -> Section:
    """Return the coming ten weekdays as a strip; what is not planned yet can be written in.

    Where no day at all is planned there are lines instead: a date that nobody gave is not asked.
    """
    language = room.language
    if not room.days:
        coming = Fact(label=say("papers.how-coming-weeks", language), lines=_UNDATED)
        return section(language, "days", "days-school", Facts(facts=(coming,)))
    planned = {day.on: day for day in room.days}
    free = {day.on: day.words for day in room.free}
    days = tuple(islice(_weekdays(room.today), _DAYS))

    def cell(on: date) -> str:
        day = planned.get(on)
        if day is None:
            return cut(free.get(on, ""), A_NAME)
        waits = day.received_by
        parts = [
            cut(day.step, IN_A_DAY),
            f"→ {cut(waits, _IN_A_CELL)}" if waits else "",
            "" if day.is_agreed else say("papers.pencil", language),
        ]
        return "\n".join(part for part in parts if part)

    weeks = (days[:_WEEK], days[_WEEK:])
    tables = (
        Table(
            heads=tuple(short_day_words(on, language) for on in week),
            rows=(tuple(cell(on) for on in week),),
        )
        for week in weeks
    )
    return section(language, "days", "days-school", *tables)


def how_at_school(room: SchoolRoom) -> Section:
    """Return who receives, where, and where to go when it becomes too much."""
    facts = tuple(
        replace(fact, lines=lines)
        for fields, most, lines in _HOW
        for fact in facts_of(room.how, room.language, fields, most=most)
    )
    return section(room.language, "how", "how-school", Facts(facts=facts))


def not_asked(room: SchoolRoom) -> Section:
    """Return what is not asked for yet, and what the school changes."""
    language = room.language
    exempts = Fact(
        label=say("papers.how-exempts", language),
        words=cut(", ".join(room.exempts), _EXEMPTS),
        lines=_TO_WRITE,
    )
    facts = (*facts_of(room.how, language, ("demands",), most=A_LINE), exempts)
    entries = tuple(
        Entry(words=cut(words, IN_AN_ENTRY)) for words in room.adjustments[:_ADJUSTMENTS]
    )
    listed = Listing(entries=entries) if entries else None
    return section(language, "not-asked", "not-asked", Facts(facts=facts), listed)


def contact(room: SchoolRoom) -> Section:
    """Return who calls whom, and what was agreed and is still to be done."""
    language = room.language
    entries = tuple(_entry(one, room) for one in _open(room)[:_AGREEMENTS])
    line = Fact(label=say("papers.how-who-calls", language), lines=1 if entries else _TO_WRITE)
    listed = Listing(entries=entries) if entries else None
    return section(language, "contact", "contact", listed, Facts(facts=(line,)))


def decided(room: SchoolRoom) -> Section:
    """Return the lines that are filled in at the table: the class, today, and the next time."""
    lines = {"class-hears": _TO_WRITE, "today": 3, "next-time": 1}
    facts = tuple(
        Fact(label=say(f"papers.how-{key}", room.language), lines=count)
        for key, count in lines.items()
    )
    return section(room.language, "decided", "decided", Facts(facts=facts))


def has_more(room: SchoolRoom) -> bool:
    """Return whether there is more than the sheet holds."""
    if len(room.adjustments) > _ADJUSTMENTS or len(_open(room)) > _AGREEMENTS:
        return True
    parts = (two_weeks(room), how_at_school(room), not_asked(room), contact(room))
    return any(is_cut(part) for part in parts)


def _weekdays(start: date) -> Iterator[date]:
    day = start
    while True:
        if day.weekday() < _SATURDAY:
            yield day
        day += timedelta(days=1)


def _open(room: SchoolRoom) -> tuple[ShownAgreement, ...]:
    return tuple(one for one in room.agreements if not one.is_done)


def _entry(one: ShownAgreement, room: SchoolRoom) -> Entry:
    language = room.language
    day = short_day_words(one.by, language) if one.by else ""
    by = say("papers.agreement-by", language, day=day) if day else ""
    who = cut(one.who, A_NAME)
    what = say("papers.agreement", language, who=who, what=one.what) if who else one.what
    return Entry(words=cut(what, _IN_AN_AGREEMENT), detail=by, is_done=False)
