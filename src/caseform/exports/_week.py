"""The week for parents: each day the one act, who goes along, and what if it does not work."""

from collections.abc import Iterator
from datetime import date, timedelta

from caseform.exports._parts import (
    A_LINE,
    A_NAME,
    IN_A_DAY,
    cut,
    facts_of,
    is_cut,
    known,
    section,
    step_now,
)
from caseform.exports._summary import Entry, Fact, Facts, Listing, Paragraph, Section, Table
from caseform.projection.rooms import ParentsRoom, ShownDay, ShownHow
from caseform.text import say, short_day_words

_DAYS = 7
_MONDAY, _SATURDAY = 0, 5
# How it goes, and for how many letters there is room.
_HOW_AT_HOME = (
    (("travel", "goodbye", "refuge"), 112),
    (("spot",), A_LINE),
    (("receiver", "stand-in"), A_NAME),
    (("demands",), A_LINE),
)
_IN_A_REPLY = 165
_IN_A_HARD_WEEK = 100
# R-H5, R-H6 and R-H8, as a family reads them.
_RATHER_NOT = ("not-force", "not-home", "not-choose")


def week(room: ParentsRoom) -> Section:
    """Return the coming seven days, a school day to a row, with a place to write how it went.

    A day for which nothing was planned is a row to write in; so the sheet is of use before
    anything is planned.
    """
    language = room.language
    heads = ("day", "what", *(("along", "waits") if _goes_to_school(room) else ()), "note")
    planned = {day.on: day for day in room.days}
    free = {day.on: day.words for day in room.free}
    rows = tuple(
        (
            short_day_words(on, language),
            *_row(room, planned.get(on), free.get(on, ""))[: len(heads) - 2],
            "",
        )
        for on in _coming(room.today, planned)
    )
    table = Table(heads=tuple(say(f"papers.week-{head}", language) for head in heads), rows=rows)
    return section(language, "week", "week", table, _about_monday(room))


def reply(room: ParentsRoom) -> Section | None:
    """Return what to do when it does not work today, in the words that were agreed."""
    if not _goes_to_school(room):
        return None
    said = cut(room.how.reply, _IN_A_REPLY)
    block = Paragraph(words=said) if said else Facts(facts=(Fact(label="", lines=3),))
    return section(room.language, "reply", "reply", block)


def rather_not(room: ParentsRoom) -> Section | None:
    """Return what does not help when it does not work today."""
    if not _goes_to_school(room):
        return None
    entries = tuple(Entry(words=say(f"papers.{key}", room.language)) for key in _RATHER_NOT)
    return section(room.language, "rather-not", "rather-not", Listing(entries=entries))


def how_at_home(room: ParentsRoom) -> Section | None:
    """Return how it goes, without what was not talked about yet.

    Where no day says what is done, the step of now does.
    """
    language = room.language
    step = step_now(room.steps)
    helps = step.helps if step else ""
    words = step.words if step and not room.days else ""
    return known(
        language,
        Fact(label=say("papers.week-step", language), words=cut(words, A_LINE)),
        *(
            fact
            for fields, most in _HOW_AT_HOME
            for fact in facts_of(room.how, language, fields, most=most)
        ),
        Fact(label=say("papers.step-helps", language), words=cut(helps, A_LINE)),
        *facts_of(room.how, language, ("hard-week",), most=_IN_A_HARD_WEEK),
    )


def to_write(room: ParentsRoom) -> Section:
    """Return a place to write what may not be forgotten."""
    return section(room.language, "to-write", "to-write", Facts(facts=(Fact(label="", lines=2),)))


def has_more(room: ParentsRoom) -> bool:
    """Return whether there is more than the front of the sheet holds."""
    parts = (week(room), reply(room), how_at_home(room))
    return any(is_cut(part) for part in parts if part)


def _goes_to_school(room: ParentsRoom) -> bool:
    """Return whether there is a way to school to speak of, as far as these parents know."""
    return bool(room.days) or room.how != ShownHow()


def _coming(today: date, planned: dict[date, ShownDay]) -> Iterator[date]:
    for n in range(_DAYS):
        on = today + timedelta(days=n)
        # A Saturday on which something is practised has a row too.
        if on.weekday() < _SATURDAY or on in planned:
            yield on


def _row(room: ParentsRoom, day: ShownDay | None, free: str) -> tuple[str, str, str]:
    if day is None:
        return cut(free, IN_A_DAY), "", ""
    pencil = "" if day.is_agreed else f"\n{say('papers.pencil', room.language)}"
    along, waits = (cut(who or "", A_NAME) for who in (day.travel_with, day.received_by))
    return f"{cut(day.step, IN_A_DAY)}{pencil}", along, waits


def _about_monday(room: ParentsRoom) -> Paragraph | None:
    """Return why Monday asks no more than Friday did; nothing where it was decided otherwise."""
    until = room.today + timedelta(days=_DAYS)
    mondays = [d for d in room.days if d.on.weekday() == _MONDAY and d.on < until]
    if not mondays or any(day.direction == "up" for day in mondays):
        return None
    return Paragraph(words=say("papers.monday-note", room.language), tone="quiet")
