"""What happened, on a line from early to late; what has no day stands above the line.

The line has no scale: it says what came before what, not how long anything took.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseform.pictures._cards import GAP, LINE, PAPER_SIZE, PAPER_WIDTH
from caseform.pictures._text import fit, one_line
from caseform.projection.rooms import Paper, SchoolRoom, ShownEvent
from caseform.text import Language, say, short_day_words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# All in ems.
_WHEN = 9.0
_LINE_AT = 10.0
_WORDS_AT = 11.2
_WHEN_SIZE = 0.9
_MOST_LINES = 5
_MOST_WHEN_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedEvent:
    """One event and where it stands; y points down, as in SVG.

    Args:
        y: Middle of its first line.
        when: The day, or the time in words, broken into lines.
        lines: What happened, broken into lines.
        is_dated: Whether its day is known; only then it stands on the line.
        is_cut: Whether words go on beyond the lines.
    """

    y: float
    when: tuple[str, ...]
    lines: tuple[str, ...]
    is_dated: bool
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """The whole picture in plain numbers.

    Args:
        width: Width, in the unit that was asked for.
        height: Height, in the same unit.
        size: Size of the words.
        line_x: Where the line runs down.
        words_x: Where the words start.
        events: The events, in the order in which they were given.
    """

    width: float
    height: float
    size: float
    line_x: float
    words_x: float
    events: tuple[PlacedEvent, ...]


def layout(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> TimeLine:
    """Place what happened.

    Args:
        projection: The room; one with the school alone has none of this.
        width: How wide the picture is: points on paper, pixels on a screen.
        size: How large the words are, in the same unit.
    """
    placed: list[PlacedEvent] = []
    y = LINE / 2 * size
    for event in _events(projection):
        when = fit(_when(event, projection.language), _WHEN / _WHEN_SIZE, _MOST_WHEN_LINES)
        words = fit(event.words, width / size - _WORDS_AT, _MOST_LINES)
        placed.append(
            PlacedEvent(
                y=y,
                when=when.lines,
                lines=words.lines,
                is_dated=event.on is not None,
                is_cut=when.is_cut or words.is_cut,
            )
        )
        y += (max(len(when.lines), len(words.lines)) * LINE + GAP) * size
    return TimeLine(
        width=width,
        height=max(y - (LINE / 2 + GAP) * size, size),
        size=size,
        line_x=_LINE_AT * size,
        words_x=_WORDS_AT * size,
        events=tuple(placed),
    )


def draw(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> "Figure":
    """Draw what happened.

    Returns:
        A new figure that belongs to the caller; each event has a ``gid`` such as
        ``time-line-event-0``.
    """
    from caseform.pictures._draw_time_line import figure_of

    return figure_of(layout(projection, width=width, size=size))


def alt_text(projection: Paper) -> str:
    """Return what happened, for someone who cannot see it.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import YouthRoom
        >>> moved = ShownEvent(words="verhuisd", on=date(2026, 5, 4))
        >>> room = YouthRoom(
        ...     language="nl", is_invented=True, today=date(2026, 11, 24), events=(moved,)
        ... )
        >>> alt_text(room)
        'Ma 4 mei 2026: verhuisd.'
    """
    sentences = []
    for event in _events(projection):
        parts = [_when(event, projection.language), one_line(event.words)]
        words = ": ".join(part for part in parts if part)
        sentences.append(f"{words[:1].upper()}{words[1:]}{'' if words[-1:] in '.!?' else '.'}")
    return " ".join(sentences) or say("papers.alt-no-events", projection.language)


def left_over(projection: Paper) -> tuple[str, ...]:
    """Return the words of what happened that the picture shows only in part, whole."""
    shown = zip(_events(projection), layout(projection).events, strict=True)
    return tuple(
        ": ".join(part for part in (event.about, event.words) if part)
        for event, one in shown
        if one.is_cut
    )


def _events(projection: Paper) -> tuple[ShownEvent, ...]:
    return () if isinstance(projection, SchoolRoom) else projection.events


def _when(event: ShownEvent, language: Language) -> str:
    if event.on is None:
        return one_line(event.about)
    return f"{short_day_words(event.on, language)} {event.on.year}"
