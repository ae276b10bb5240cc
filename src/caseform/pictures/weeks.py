"""The coming days as a strip: what is planned, who goes along, who waits.

A day for which nothing is written has no tile, whatever the reason.
"""

from itertools import groupby
from typing import TYPE_CHECKING

from caseform.pictures._cards import PAPER_SIZE, PAPER_WIDTH
from caseform.pictures._text import one_line
from caseform.pictures._tiles import Tiles, Told, placed
from caseform.projection.rooms import Paper, ShownDay
from caseform.text import Language, day_words, say, short_day_words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_SCHOOL_WEEK, _WEEK = 5, 7


def layout(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> Tiles:
    """Place the coming days, a week to a row, from Monday on.

    Args:
        projection: The room.
        width: How wide the picture is: points on paper, pixels on a screen.
        size: How large the words are, in the same unit.

    Returns:
        Where each day stands; no tiles where no day is planned.
    """
    language = projection.language
    told = [_told(day, projection) for day in projection.days]
    columns = _WEEK if any(one.on.weekday() >= _SCHOOL_WEEK for one in told) else _SCHOOL_WEEK
    rows = [
        [(one.on.weekday(), one) for one in week]
        for _, week in groupby(told, key=lambda one: one.on.isocalendar()[:2])
    ]
    is_further = any(one.is_marked for one in told)
    legend = say("papers.day-further", language) if is_further else ""
    return placed(rows, columns=columns, width=width, size=size, legend=legend)


def draw(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> "Figure":
    """Draw the coming days.

    Returns:
        A new figure that belongs to the caller; each day has a ``gid`` such as ``weeks-day-0``.
    """
    from caseform.pictures._draw_tiles import figure_of

    days = layout(projection, width=width, size=size)
    return figure_of(days, name="weeks", mark="further")


def alt_text(projection: Paper) -> str:
    """Return what the strip says, for someone who cannot see it.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import YouthRoom
        >>> day = ShownDay(on=date(2026, 11, 25), step="tot het hek", received_by="Jansen")
        >>> room = YouthRoom(
        ...     language="nl", is_invented=True, today=date(2026, 11, 24), days=(day,)
        ... )
        >>> alt_text(room)
        'Woensdag 25 november: tot het hek, Jansen wacht.'
    """
    language = projection.language
    sentences = [_sentence(day, language) for day in projection.days]
    return " ".join(sentences) or say("papers.days-none", language)


def left_over(projection: Paper) -> tuple[str, ...]:
    """Return the words of the days that the strip shows only in part, whole."""
    tiles = layout(projection).tiles
    words = (day.step for day, tile in zip(projection.days, tiles, strict=True) if tile.is_cut)
    return tuple(dict.fromkeys(words))


def _told(day: ShownDay, projection: Paper) -> Told:
    return Told(
        on=day.on,
        date_words=short_day_words(day.on, projection.language),
        words=one_line(day.step),
        small=_people(day, projection.language),
        is_today=day.on == projection.today,
        is_marked=day.direction == "up",
    )


def _people(day: ShownDay, language: Language) -> tuple[str, ...]:
    people: list[str] = []
    if day.travel_with:
        people.append(say("papers.day-with", language, who=one_line(day.travel_with)))
    if day.received_by:
        people.append(say("papers.day-waits", language, who=one_line(day.received_by)))
    return tuple(people)


def _sentence(day: ShownDay, language: Language) -> str:
    on = day_words(day.on, language)
    parts = [one_line(day.step), *_people(day, language)]
    if day.direction == "up":
        parts.append(say("papers.day-further", language))
    return f"{on[:1].upper()}{on[1:]}: {', '.join(parts)}."
