"""Which paper a room gets and what stands on it: the one visible table is `_SECTIONS`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from caseform import pictures
from caseform.exports import _school_page, _step_card, _week
from caseform.exports._boards import PAGE, in_pages, split, voices_in_pages
from caseform.exports._carried import carried
from caseform.exports._parts import A_LINE, cut, facts_of, in_pencil, known, section
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
    ShownDay,
    ShownEvent,
    ShownRole,
    ShownStep,
    TeamRoom,
    TherapistPaper,
    YouthRoom,
)
from caseform.text import day_words, listed, say, short_day_words

_PLACES: Mapping[str | None, int] = {
    place: n for n, place in enumerate(pictures.force_field.PLACES)
}

_Make = Callable[[Any], Section | None]
# Those who treat: their papers hold what no family or school gets.
_Inside = TeamRoom | TherapistPaper


def summary(projection: Paper) -> Summary:
    """Return the paper that belongs to a room.

    A room with the young person gets the step card; parents get the week; the school gets one
    sheet to fill in together, without ratings and without anything of the family or the picture;
    the team gets it all.

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
    shown = carried(projection)
    language = shown.language
    made = tuple(filter(None, (make(shown) for make in _SECTIONS[shown.kind])))
    on = day_words(shown.today, language)
    return Summary(
        kind=shown.kind,
        language=language,
        title=say(f"papers.title-{shown.kind}", language),
        for_whom=_for_whom(shown),
        made_on=say("papers.made-on", language, day=on, year=shown.today.year),
        invented=say("papers.invented", language) if shown.is_invented else "",
        problem=_problem(shown),
        sections=_with_back(made) if shown.kind == "parents" else made,
        closing=_closing(shown),
    )


def _with_back(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return `sections`, in which what is not of the week begins the back of the sheet."""
    first = next((one for one in sections if one.name in _OVERLEAF), None)
    return tuple(replace(one, is_overleaf=True) if one is first else one for one in sections)


def _problem(projection: Paper) -> str:
    if not projection.problem or isinstance(projection, SchoolRoom):
        # The name that a family has for it is theirs; a sheet in a tray at school does without.
        return ""
    is_one_sheet = isinstance(projection, ParentsRoom)
    problem = cut(projection.problem, A_LINE) if is_one_sheet else projection.problem
    return say("papers.problem", projection.language, problem=problem)


def _closing(projection: Paper) -> str:
    who = "youth" if projection.kind == "youth" else "others"
    closing = say(f"papers.closing-{who}", projection.language)
    is_longer = (isinstance(projection, SchoolRoom) and _school_page.has_more(projection)) or (
        isinstance(projection, ParentsRoom) and _week.has_more(projection)
    )
    if is_longer:
        return say("papers.sheet-more", projection.language)
    return closing


def _for_whom(projection: Paper) -> str:
    # Alone, a school or a team is named by the title.
    is_titled = projection.kind in {"school", "team"} and len(projection.present) == 1
    if is_titled or not projection.present:
        return ""
    names = listed(projection.present, projection.language)
    return say("papers.for-whom", projection.language, names=names)


def _instead(room: ParentsRoom | _Inside) -> Section | None:
    language = room.language
    heads = ("instead-who", "instead-until-now", "instead-from-now")
    rows = tuple((one.who, one.what, one.replaced_by) for one in room.accommodations)
    if not rows:
        return None
    table = Table(heads=tuple(say(f"papers.{head}", language) for head in heads), rows=rows)
    return section(language, "instead", "instead", table)


def _goals(room: ParentsRoom | _Inside) -> Section | None:
    goals = tuple(Entry(words=goal) for goal in room.goals)
    if not goals:
        return None
    return section(room.language, "goals", "goals", Listing(entries=goals))


# What stays with those who treat.


def _adjustments(room: _Inside) -> Section | None:
    entries = tuple(Entry(words=words) for words in (*room.adjustments, *room.exempts))
    if not entries:
        return None
    return section(room.language, "adjustments", "adjustments", Listing(entries=entries))


def _roles(paper: TherapistPaper) -> Section | None:
    def only(roles: Iterable[ShownRole]) -> Paper:
        return paper.model_copy(update={"roles": tuple(roles)})

    # Place by place, so that a row is on one page where that can be.
    order = sorted(paper.roles, key=lambda one: _PLACES.get(one.place, len(_PLACES)))
    pages = in_pages(order, lambda some: pictures.role_grid.layout(only(some)).height > PAGE)
    if not pages:
        return None
    parts = [only(page) for page in pages]
    return section(paper.language, "roles", "roles", *_pictures("role-grid", parts))


def _tried(paper: TherapistPaper) -> Section | None:
    if not paper.tried:
        return None
    heads = tuple(
        say(f"papers.tried-{name}", paper.language) for name in ("who", "did", "effect", "needed")
    )
    rows = tuple((one.who, one.did, one.effect, one.needed) for one in paper.tried)
    return section(paper.language, "tried", "tried", Table(heads=heads, rows=rows))


def _notes(paper: TherapistPaper) -> Section | None:
    if not paper.notes:
        return None
    blocks = tuple(Paragraph(words=words) for words in paper.notes)
    return section(paper.language, "notes", "notes", *blocks)


# What several papers hold.


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
        "hard-week",
    )
    return known(room.language, *facts_of(room.how, room.language, fields))


def _steps(room: _Inside) -> Section | None:
    if not room.steps:
        return None
    entries = tuple(
        Entry(words=step.words, detail=_beside_step(step, room), is_now=step.is_now)
        for step in room.steps
    )
    return section(room.language, "steps", "steps", Listing(entries=entries))


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
    return section(language, "agreements", "agreements", Listing(entries=entries))


def _days(room: YouthRoom | _Inside) -> Section:
    def only(weeks: Iterable[tuple[ShownDay, ...]]) -> Paper:
        return room.model_copy(update={"days": tuple(day for week in weeks for day in week)})

    language = room.language
    if not room.days:
        none = Paragraph(words=say("papers.days-none", language))
        return section(language, "days", "days", none)
    weeks = (tuple(days) for _, days in groupby(room.days, lambda day: day.on.isocalendar()[:2]))
    pages = in_pages(weeks, lambda some: pictures.weeks.layout(only(some)).height > PAGE)
    strip = _pictures("weeks", [only(page) for page in pages])
    return section(language, "days", "days", *strip, in_pencil(room.days, language))


def _board(room: Paper) -> Section | None:
    if not room.cards:
        return None
    boards, ties = split(room)
    blocks = _pictures("force-field", boards)
    if ties:
        blocks.append(Listing(entries=tuple(Entry(words=words) for words in ties)))
    return section(room.language, "picture", "picture", *blocks)


def _said(room: Paper) -> Section | None:
    if not room.said:
        return None
    return section(room.language, "said", "said", Paragraph(words="\n".join(room.said)))


def _circles(room: Paper) -> Section | None:
    blocks: list[Block] = []
    for part, circle in enumerate(pictures.circles.drawable(room)):
        blocks += _picture("circles", room.model_copy(update={"circles": (circle,)}), part)
        if circle.words not in room.said:
            blocks.append(Paragraph(words=circle.words))
    return section(room.language, "circles", "circles", *blocks) if blocks else None


def _views(room: Paper) -> Section | None:
    if not room.views:
        return None
    facts = tuple(
        Fact(label=f"{one.who} · {short_day_words(one.on, room.language)}", words=one.words)
        for one in room.views
    )
    return section(room.language, "views", "views", Facts(facts=facts))


def _voices(room: Paper) -> Section | None:
    if not pictures.perspectives.drawable(room):
        return None
    parts = voices_in_pages(room)
    return section(room.language, "voices", "voices", *_pictures("perspectives", parts))


def _events(room: YouthRoom | ParentsRoom | _Inside) -> Section | None:
    def only(events: Iterable[ShownEvent]) -> Paper:
        return room.model_copy(update={"events": tuple(events)})

    pages = in_pages(room.events, lambda some: pictures.time_line.layout(only(some)).height > PAGE)
    if not pages:
        return None
    parts = [only(page) for page in pages]
    return section(room.language, "events", "events", *_pictures("time-line", parts))


def _done(room: YouthRoom | ParentsRoom | _Inside) -> Section | None:
    if not pictures.done.layout(room).tiles:
        return None
    return section(room.language, "done", "done", *_picture("done", room))


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
        _step_card.step_card,
        _agreements,
        _step_card.next_steps,
        _days,
        _said,
        _views,
        _board,
        _circles,
        _done,
    ),
    "parents": (
        _week.week,
        _week.reply,
        _week.rather_not,
        _week.how_at_home,
        _week.to_write,
        _goals,
        _agreements,
        _instead,
        _board,
        _said,
        _views,
        _circles,
    ),
    "school": (
        _school_page.two_weeks,
        _school_page.how_at_school,
        _school_page.not_asked,
        _school_page.contact,
        _school_page.decided,
    ),
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

# What parents keep at home; the week itself goes on the fridge.
_OVERLEAF = {"goals", "agreements", "instead", "picture", "said", "views", "circles"}
