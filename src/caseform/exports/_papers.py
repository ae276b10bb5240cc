"""Which paper a room gets and what stands on it: the one visible table is `_SECTIONS`."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any

from caseform import pictures
from caseform.exports._boards import PAGE, in_pages, split, voices_in_pages, with_cards
from caseform.exports._summary import (
    Block,
    Entry,
    Fact,
    Facts,
    Listing,
    Paragraph,
    Picture,
    Section,
    Summary,
    Table,
)
from caseform.pictures import PictureName
from caseform.projection.rooms import (
    Paper,
    ParentsRoom,
    SchoolRoom,
    ShownEvent,
    ShownHow,
    ShownRole,
    ShownStep,
    TeamRoom,
    TherapistPaper,
    YouthRoom,
)
from caseform.text import Language, day_words, listed, say, short_day_words

# One school week, and one row of the picture.
_DONE_ON_PAPER = 5

_PLACES: Mapping[str | None, int] = {
    place: n for n, place in enumerate(pictures.force_field.PLACES)
}

_Make = Callable[[Any], Section | None]
# Those who treat: their papers hold what no family or school gets.
_Inside = TeamRoom | TherapistPaper


def summary(projection: Paper) -> Summary:
    """Return the paper that belongs to a room.

    A room with the young person gets the step card; parents get the week at home; the school gets
    a page without tension ratings and without anything of the family, so neither how each one sees
    it nor sentences that may speak of home; the team gets it all.

    Args:
        projection: What this room may see. Nothing else goes in.

    Returns:
        The paper. A part for which there is nothing to show is left out, unless it is a place
        to write.

    Example:
        >>> from datetime import date
        >>> room = YouthRoom(language="nl", is_invented=True, today=date(2026, 11, 24))
        >>> [section.heading for section in summary(room).sections]
        ['Mijn volgende stap', 'De komende dagen']
    """
    shown = _for_paper(projection)
    language = shown.language
    made = (make(shown) for make in _SECTIONS[shown.kind])
    on = day_words(shown.today, language)
    closing = "papers.closing-youth" if shown.kind == "youth" else "papers.closing-others"
    return Summary(
        kind=shown.kind,
        language=language,
        title=say(f"papers.title-{shown.kind}", language),
        for_whom=_for_whom(shown),
        made_on=say("papers.made-on", language, day=on, year=shown.today.year),
        invented=say("papers.invented", language) if shown.is_invented else "",
        problem=say("papers.problem", language, problem=shown.problem) if shown.problem else "",
        sections=tuple(section for section in made if section),
        closing=say(closing, language),
    )


def _for_paper(projection: Paper) -> Paper:
    """Leave out what a paper that is taken along does not hold, though the room may see it."""
    if isinstance(projection, SchoolRoom):
        return _without_family(projection)
    if isinstance(projection, YouthRoom | ParentsRoom):
        # Up to the Sunday of next week: a date further off is nothing to carry around.
        until = projection.today + timedelta(days=13 - projection.today.weekday())
        days = tuple(day for day in projection.days if day.on <= until)
        update = {"days": days, "done": projection.done[-_DONE_ON_PAPER:]}
        return projection.model_copy(update=update)
    return projection


def _without_family(projection: SchoolRoom) -> Paper:
    kept = [n for n, card in enumerate(projection.cards) if card.place != "family"]
    return with_cards(projection, kept).model_copy(
        update={
            "days": tuple(day.model_copy(update={"travel_with": None}) for day in projection.days),
            "how": projection.how.model_copy(update={"travel": ""}),
        }
    )


def _for_whom(projection: Paper) -> str:
    # Alone, a school or a team is named by the title.
    is_titled = projection.kind in {"school", "team"} and len(projection.present) == 1
    if is_titled or not projection.present:
        return ""
    names = listed(projection.present, projection.language)
    return say("papers.for-whom", projection.language, names=names)


def _section(language: Language, name: str, key: str, *blocks: Block | None) -> Section:
    shown = tuple(block for block in blocks if block)
    return Section(name=name, heading=say(f"papers.{key}", language), blocks=shown)


# What the young person takes along.


def _step_card(room: YouthRoom) -> Section:
    language = room.language
    step = _step_now(room.steps)
    if not step:
        none = Paragraph(words=say("papers.step-none", language))
        return _section(language, "step-card", "step-card", none)
    waits = next(
        (day.received_by for day in room.days if day.step == step.words and day.received_by), ""
    )
    facts = (
        Fact(label=say("papers.step-helps", language), words=step.helps),
        Fact(label=say("papers.step-waits", language), words=waits or ""),
        Fact(label=say("papers.step-how-was-it", language)),
    )
    done = Entry(words=say("papers.step-done", language), is_done=False)
    return _section(
        language,
        "step-card",
        "step-card",
        Paragraph(words=step.words, tone="lead"),
        Facts(facts=facts),
        Listing(entries=(done,)),
    )


def _step_now(steps: tuple[ShownStep, ...]) -> ShownStep | None:
    return next((step for step in steps if step.is_now), steps[0] if steps else None)


def _later(room: YouthRoom) -> Section | None:
    now = _step_now(room.steps)
    later = tuple(Entry(words=step.words) for step in room.steps if step is not now)
    if not later:
        return None
    note = Paragraph(words=say("papers.later-note", room.language), tone="quiet")
    return _section(room.language, "later", "later", note, Listing(entries=later))


# What parents take along.


def _week(room: ParentsRoom) -> Section:
    language = room.language
    heads = ("week-day", "week-what", "week-along", "week-waits", "week-note")
    rows = tuple(
        (
            short_day_words(day.on, language),
            day.step,
            day.travel_with or "",
            day.received_by or "",
            "",
        )
        for day in room.days
    )
    if not rows:
        none = Paragraph(words=say("papers.days-none", language))
        return _section(language, "week", "week", none)
    table = Table(heads=tuple(say(f"papers.{head}", language) for head in heads), rows=rows)
    return _section(language, "week", "week", table)


def _reply(room: ParentsRoom) -> Section:
    language = room.language
    fact = Facts(facts=(Fact(label="", words=room.how.reply),))
    said = Paragraph(words=room.how.reply) if room.how.reply else fact
    return _section(language, "reply", "reply", said)


def _instead(room: ParentsRoom | _Inside) -> Section | None:
    language = room.language
    heads = ("instead-who", "instead-until-now", "instead-from-now")
    rows = tuple((one.who, one.what, one.replaced_by) for one in room.accommodations)
    if not rows:
        return None
    table = Table(heads=tuple(say(f"papers.{head}", language) for head in heads), rows=rows)
    return _section(language, "instead", "instead", table)


def _goals(room: ParentsRoom | _Inside) -> Section | None:
    goals = tuple(Entry(words=goal) for goal in room.goals)
    if not goals:
        return None
    return _section(room.language, "goals", "goals", Listing(entries=goals))


_HOW_AT_HOME = ("travel", "goodbye", "receiver", "spot", "stand-in", "refuge", "demands")


def _how_at_home(room: ParentsRoom) -> Section | None:
    language = room.language
    step = _step_now(room.steps)
    return _known(
        language,
        *_facts(room.how, language, _HOW_AT_HOME),
        Fact(label=say("papers.step-helps", language), words=step.helps if step else ""),
    )


# What the school takes along.

_TO_WRITE = ("who-calls", "class-hears", "next-time")


def _how_at_school(room: SchoolRoom) -> Section:
    fields = ("spot", "receiver", "stand-in", "goodbye", "refuge", "demands", "reply")
    facts = [*_facts(room.how, room.language, fields)]
    facts += [Fact(label=say(f"papers.how-{key}", room.language)) for key in _TO_WRITE]
    return _section(room.language, "how", "how-school", Facts(facts=tuple(facts)))


def _adjustments(room: SchoolRoom | _Inside) -> Section | None:
    entries = tuple(Entry(words=words) for words in room.adjustments)
    if not entries:
        return None
    return _section(room.language, "adjustments", "adjustments", Listing(entries=entries))


# What stays with the therapist.


def _roles(paper: TherapistPaper) -> Section | None:
    def only(roles: Iterable[ShownRole]) -> Paper:
        return paper.model_copy(update={"roles": tuple(roles)})

    # Place by place, so that a row is on one page where that can be.
    order = sorted(paper.roles, key=lambda one: _PLACES.get(one.place, len(_PLACES)))
    pages = in_pages(order, lambda some: pictures.role_grid.layout(only(some)).height > PAGE)
    if not pages:
        return None
    parts = [only(page) for page in pages]
    return _section(paper.language, "roles", "roles", *_pictures("role-grid", parts))


def _tried(paper: TherapistPaper) -> Section | None:
    if not paper.tried:
        return None
    heads = tuple(
        say(f"papers.tried-{name}", paper.language) for name in ("who", "did", "effect", "needed")
    )
    rows = tuple((one.who, one.did, one.effect, one.needed) for one in paper.tried)
    return _section(paper.language, "tried", "tried", Table(heads=heads, rows=rows))


def _notes(paper: TherapistPaper) -> Section | None:
    if not paper.notes:
        return None
    blocks = tuple(Paragraph(words=words) for words in paper.notes)
    return _section(paper.language, "notes", "notes", *blocks)


# What several papers hold.


def _known(language: Language, *facts: Fact) -> Section | None:
    """Return how it goes, without what was not talked about yet."""
    known = tuple(fact for fact in facts if fact.words)
    return _section(language, "how", "how", Facts(facts=known)) if known else None


def _facts(how: ShownHow, language: Language, fields: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            label=say(f"papers.how-{field}", language),
            words=getattr(how, field.replace("-", "_")) or "",
        )
        for field in fields
    )


def _how(room: _Inside) -> Section | None:
    fields = (
        "travel",
        "spot",
        "receiver",
        "stand-in",
        "goodbye",
        "refuge",
        "demands",
        "reply",
    )
    return _known(room.language, *_facts(room.how, room.language, fields))


def _steps(room: _Inside) -> Section | None:
    if not room.steps:
        return None
    entries = tuple(
        Entry(words=step.words, detail=_beside_step(step, room), is_now=step.is_now)
        for step in room.steps
    )
    return _section(room.language, "steps", "steps", Listing(entries=entries))


def _beside_step(step: ShownStep, room: _Inside) -> str:
    beside = [say("papers.step-now", room.language)] if step.is_now else []
    if step.helps:
        beside.append(step.helps)
    if step.predicted:
        beside.append(say("papers.step-tension", room.language, rating=step.predicted))
    return " · ".join(beside)


def _agreements(room: Paper) -> Section | None:
    language = room.language
    entries = tuple(
        Entry(
            words=say("papers.agreement", language, who=one.who, what=one.what)
            if one.who
            else one.what,
            detail=say("papers.agreement-by", language, day=short_day_words(one.by, language))
            if one.by
            else "",
            is_done=one.is_done,
        )
        for one in room.agreements
    )
    if not entries:
        return None
    return _section(language, "agreements", "agreements", Listing(entries=entries))


def _days(room: Paper) -> Section:
    language = room.language
    key = "days-school" if room.kind == "school" else "days"
    if room.days:
        return _section(language, "days", key, *_picture("weeks", room))
    none = Paragraph(words=say("papers.days-none", language))
    return _section(language, "days", key, none)


def _board(room: Paper) -> Section | None:
    if not room.cards:
        return None
    boards, ties = split(room)
    blocks = _pictures("force-field", boards)
    if ties:
        blocks.append(Listing(entries=tuple(Entry(words=words) for words in ties)))
    return _section(room.language, "picture", "picture", *blocks)


def _said(room: Paper) -> Section | None:
    if not room.said:
        return None
    return _section(room.language, "said", "said", Paragraph(words="\n".join(room.said)))


def _circles(room: Paper) -> Section | None:
    blocks: list[Block] = []
    for part, circle in enumerate(pictures.circles.drawable(room)):
        blocks += _picture("circles", room.model_copy(update={"circles": (circle,)}), part)
        if circle.words not in room.said:
            blocks.append(Paragraph(words=circle.words))
    return _section(room.language, "circles", "circles", *blocks) if blocks else None


def _views(room: Paper) -> Section | None:
    if not room.views:
        return None
    facts = tuple(
        Fact(label=f"{one.who} · {short_day_words(one.on, room.language)}", words=one.words)
        for one in room.views
    )
    return _section(room.language, "views", "views", Facts(facts=facts))


def _voices(room: Paper) -> Section | None:
    if not pictures.perspectives.drawable(room):
        return None
    parts = voices_in_pages(room)
    return _section(room.language, "voices", "voices", *_pictures("perspectives", parts))


def _events(room: YouthRoom | ParentsRoom | _Inside) -> Section | None:
    def only(events: Iterable[ShownEvent]) -> Paper:
        return room.model_copy(update={"events": tuple(events)})

    pages = in_pages(room.events, lambda some: pictures.time_line.layout(only(some)).height > PAGE)
    if not pages:
        return None
    parts = [only(page) for page in pages]
    return _section(room.language, "events", "events", *_pictures("time-line", parts))


def _done(room: YouthRoom | ParentsRoom | _Inside) -> Section | None:
    if not pictures.done.layout(room).tiles:
        return None
    return _section(room.language, "done", "done", *_picture("done", room))


def _pictures(name: PictureName, parts: Iterable[Paper]) -> list[Block]:
    return [block for n, part in enumerate(parts) for block in _picture(name, part, n)]


def _picture(name: PictureName, room: Paper, part: int = 0) -> tuple[Block, ...]:
    drawn = Picture(name=name, projection=room, part=part)
    whole = pictures.left_over(name, room)
    if not whole:
        return (drawn,)
    note = Paragraph(words=say("papers.whole-words", room.language), tone="quiet")
    return drawn, note, Listing(entries=tuple(Entry(words=words) for words in whole))


# Two pages for a family: what happened, and who says what, are talked over at the table.
_SECTIONS: Mapping[str, tuple[_Make, ...]] = {
    "youth": (
        _step_card,
        _agreements,
        _later,
        _said,
        _views,
        _days,
        _board,
        _circles,
        _done,
    ),
    "parents": (
        _week,
        _reply,
        _goals,
        _agreements,
        _instead,
        _how_at_home,
        _board,
        _said,
        _views,
        _circles,
    ),
    "school": (_days, _how_at_school, _adjustments, _agreements, _board, _circles, _voices),
    "team": (
        _days,
        _steps,
        _goals,
        _how,
        _agreements,
        _adjustments,
        _instead,
        _said,
        _views,
        _board,
        _circles,
        _voices,
        _done,
        _events,
    ),
    "therapist": (
        _days,
        _steps,
        _goals,
        _how,
        _agreements,
        _adjustments,
        _instead,
        _tried,
        _said,
        _views,
        _board,
        _circles,
        _voices,
        _roles,
        _done,
        _events,
        _notes,
    ),
}
