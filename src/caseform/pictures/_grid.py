"""Cards in columns and rows: the half that places, shared by the pictures that are a grid.

Nothing is numbered or sorted: cards stand in the order in which they were given, and a row
without cards is not there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from caseform.pictures._cards import BETWEEN, GAP, PAD, PlacedCard, place_card
from caseform.pictures._text import fit
from caseform.projection.rooms import ShownCard

# All in ems.
_AROUND_ROW = 0.6
_HEADER = 2.4
HEAD_LINE = 1.15
_MARK = 1.6
LABEL_SIZE = 0.95
_MOST_LABEL_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedColumn:
    """One column: the area behind its cards and the words above them."""

    key: str
    x: float
    width: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRow:
    """One row: a band across the columns, and the words beside it, which may be none."""

    key: str | None
    y: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A card, and in which column and row it stands."""

    card: ShownCard
    column: str
    row: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The whole grid in plain numbers.

    Args:
        width: Width, in the unit that was asked for.
        height: Height of the columns, their heads included.
        size: Size of the words on the cards.
        header: Height of the heads of the columns.
        columns: Left to right.
        rows: Those that have cards, top to bottom.
        cards: The cards, in the order in which they were given.
    """

    width: float
    height: float
    size: float
    header: float
    columns: tuple[PlacedColumn, ...]
    rows: tuple[PlacedRow, ...]
    cards: tuple[PlacedCard, ...]


def placed(
    standing: Sequence[Standing],
    *,
    columns: Sequence[tuple[str, str]],
    rows: Sequence[tuple[str | None, str]],
    width: float,
    size: float,
    label: float,
) -> Grid:
    """Place cards in columns and rows.

    Args:
        standing: The cards.
        columns: Key and words of each column.
        rows: Key and words of each row.
        width: How wide the whole is.
        size: How large the words on the cards are.
        label: How much room there is for the words beside the rows, in ems.
    """
    across = (width - (label + (len(columns) - 1) * GAP) * size) / len(columns)
    heads = tuple(
        PlacedColumn(
            key=key,
            x=(label + n * GAP) * size + n * across,
            width=across,
            lines=fit(words, across / size - 2 * PAD - _MARK, 2).lines,
        )
        for n, (key, words) in enumerate(columns)
    )
    most = max(len(head.lines) for head in heads)
    header = (_HEADER + (most - 1) * HEAD_LINE) * size
    found: dict[int, PlacedCard] = {}
    bands: list[PlacedRow] = []
    y = header
    for key, words in rows:
        here = [(n, one) for n, one in enumerate(standing) if one.row == key]
        if not here:
            continue
        beside = fit(words, label / LABEL_SIZE, _MOST_LABEL_LINES).lines if words else ()
        lowest = y + len(beside) * HEAD_LINE * size
        for head in heads:
            at = y + _AROUND_ROW * size
            for n, one in here:
                if one.column == head.key:
                    room = head.width - 2 * PAD * size
                    found[n] = place_card(one.card, head.x + PAD * size, at, room, size)
                    at += found[n].height + BETWEEN * size
            lowest = max(lowest, at)
        height = lowest - y - BETWEEN * size + _AROUND_ROW * size
        bands.append(PlacedRow(key=key, y=y, height=height, lines=beside))
        y += height
    return Grid(
        width=width,
        # An empty board still looks like a board.
        height=y if bands else y + 3 * size,
        size=size,
        header=header,
        columns=heads,
        rows=tuple(bands),
        cards=tuple(found[n] for n in range(len(standing))),
    )
