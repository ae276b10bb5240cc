"""Days as tiles: the half that places, shared by the coming days and by what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from caseform.pictures._text import Fitted, fit

# All in ems.
GAP = 0.6
_PAD = 0.6
_DATE = 1.4
_LINE = 1.25
_SMALL = 0.88
_SMALL_LINE = 1.15
_LEGEND = 1.9
_MOST_LINES = 5
_MOST_SMALL_LINES = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One day and where it stands; y points down, as in SVG.

    Args:
        x: Left edge.
        y: Upper edge.
        width: Width.
        height: Height; the same for all tiles beside each other.
        date_words: The day in words.
        lines: What the day is about, broken into lines.
        small_lines: What stands below it, smaller.
        is_today: Whether it is the day on which the picture is shown.
        is_marked: Whether it carries the mark that the legend explains.
        is_cut: Whether words go on beyond the lines.
    """

    x: float
    y: float
    width: float
    height: float
    date_words: str
    lines: tuple[str, ...]
    small_lines: tuple[str, ...]
    is_today: bool
    is_marked: bool
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """The whole picture in plain numbers.

    Args:
        width: Width, in the unit that was asked for.
        height: Height, in the same unit.
        size: Size of the words.
        line_height: From the middle of one line to the middle of the next.
        small_size: Size of the smaller words.
        small_line_height: The same for the smaller lines.
        tiles: The days, first one first.
        legend: What the mark means, or empty.
    """

    width: float
    height: float
    size: float
    line_height: float
    small_size: float
    small_line_height: float
    tiles: tuple[Tile, ...]
    legend: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one tile tells, before it has a place."""

    on: date
    date_words: str
    words: str
    small: tuple[str, ...] = ()
    is_today: bool = False
    is_marked: bool = False


def placed(
    rows: Sequence[Sequence[tuple[int, Told]]],
    *,
    columns: int,
    width: float,
    size: float,
    legend: str,
) -> Tiles:
    """Place days in rows; each day brings the number of its column."""
    tile_width = (width - (columns - 1) * GAP * size) / columns
    tiles: list[Tile] = []
    y = 0.0
    for row in rows:
        fitted = [(column, told, *_fitted(told, tile_width / size)) for column, told in row]
        height = max(_height(lines, small) for _, _, lines, small in fitted) * size
        tiles += [
            Tile(
                x=column * (tile_width + GAP * size),
                y=y,
                width=tile_width,
                height=height,
                date_words=told.date_words,
                lines=lines.lines if told.words else (),
                small_lines=small.lines if told.small else (),
                is_today=told.is_today,
                is_marked=told.is_marked,
                is_cut=lines.is_cut or small.is_cut,
            )
            for column, told, lines, small in fitted
        ]
        y += height + GAP * size
    below = _LEGEND * size if legend else 0.0
    return Tiles(
        width=width,
        height=max(y - GAP * size, size) + below,
        size=size,
        line_height=_LINE * size,
        small_size=_SMALL * size,
        small_line_height=_SMALL_LINE * size,
        tiles=tuple(tiles),
        legend=legend,
    )


def _fitted(told: Told, width: float) -> tuple[Fitted, Fitted]:
    room = width - 2 * _PAD
    small = [fit(words, room / _SMALL, _MOST_SMALL_LINES) for words in told.small]
    lines = tuple(line for part in small for line in part.lines)
    cut = any(part.is_cut for part in small)
    return fit(told.words, room, _MOST_LINES), Fitted(lines=lines, is_cut=cut)


def _height(lines: Fitted, small: Fitted) -> float:
    words = len(lines.lines) * _LINE if lines.lines != ("",) else 0.0
    below = len(small.lines) * _SMALL_LINE + 0.2 if small.lines else 0.0
    return 2 * _PAD + _DATE + words + below
