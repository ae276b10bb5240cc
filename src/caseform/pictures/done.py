"""What was done: one tile for each day on which something was done, and nothing for other days.

There is no scale and no line from day to day: what was done is shown, not the gap.
"""

from typing import TYPE_CHECKING

from caseform.pictures._cards import PAPER_SIZE, PAPER_WIDTH
from caseform.pictures._text import one_line
from caseform.pictures._tiles import Tiles, Told, placed
from caseform.projection.rooms import Paper, SchoolRoom, ShownDone
from caseform.text import Language, day_words, say, short_day_words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# A day that stayed in bed is no failure and no achievement; it is shown if it has words.
_REACHED = ("downstairs", "under-way", "gate", "bench", "window", "inside", "class")

_BESIDE = 5


def layout(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> Tiles:
    """Place what was done, day after day, without gaps.

    Args:
        projection: The room; a room with the school has none of this.
        width: How wide the picture is: points on paper, pixels on a screen.
        size: How large the words are, in the same unit.

    Returns:
        Where each day stands; no tiles where nothing was written down.
    """
    language = projection.language
    told = [_told(day, language) for day in _shown(projection)]
    rows = [
        list(enumerate(told[start : start + _BESIDE])) for start in range(0, len(told), _BESIDE)
    ]
    return placed(rows, columns=_BESIDE, width=width, size=size, legend="")


def draw(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> "Figure":
    """Draw what was done.

    Returns:
        A new figure that belongs to the caller; each day has a ``gid`` such as ``done-day-0``.
    """
    from caseform.pictures._draw_tiles import figure_of

    days = layout(projection, width=width, size=size)
    return figure_of(days, name="done", mark="done")


def alt_text(projection: Paper) -> str:
    """Return what was done, for someone who cannot see it.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import YouthRoom
        >>> day = ShownDone(on=date(2026, 11, 23), reached="gate", words="Noah zwaaide")
        >>> room = YouthRoom(
        ...     language="nl", is_invented=True, today=date(2026, 11, 24), done=(day,)
        ... )
        >>> alt_text(room)
        'Maandag 23 november: tot het hek, Noah zwaaide.'
    """
    language = projection.language
    sentences = [_sentence(day, language) for day in _shown(projection)]
    return " ".join(sentences) or say("papers.done-none", language)


def left_over(projection: Paper) -> tuple[str, ...]:
    """Return the words of the days that the picture shows only in part, whole."""
    tiles = layout(projection).tiles
    return tuple(
        day.words for day, tile in zip(_shown(projection), tiles, strict=True) if tile.is_cut
    )


def _shown(projection: Paper) -> tuple[ShownDone, ...]:
    if isinstance(projection, SchoolRoom):
        return ()
    return tuple(day for day in projection.done if day.reached in _REACHED or day.words.strip())


def _told(day: ShownDone, language: Language) -> Told:
    return Told(
        on=day.on,
        date_words=short_day_words(day.on, language),
        words=_reached(day, language),
        small=(one_line(day.words),) if day.words.strip() else (),
        is_marked=day.reached in _REACHED,
    )


def _reached(day: ShownDone, language: Language) -> str:
    return say(f"papers.reached-{day.reached}", language) if day.reached in _REACHED else ""


def _sentence(day: ShownDone, language: Language) -> str:
    on = day_words(day.on, language)
    parts = [part for part in (_reached(day, language), one_line(day.words)) if part]
    words = ", ".join(parts)
    return f"{on[:1].upper()}{on[1:]}: {words}{'' if words[-1:] in '.!?' else '.'}"
