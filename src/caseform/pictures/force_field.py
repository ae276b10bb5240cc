"""The board as a picture: what pushes away from school, what draws home, what draws toward school.

Columns are sides, rows are places; a card stands where both meet. Nothing is numbered or sorted:
cards stand in the order in which they were given, and a place without cards has no row.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseform.pictures._cards import (
    BETWEEN,
    GAP,
    LEGEND,
    PAD,
    PAPER_SIZE,
    PAPER_WIDTH,
    PlacedCard,
    PlacedLink,
    Points,
    Side,
    Sign,
    legend_of,
    link_words,
    place_card,
    spoken,
)
from caseform.pictures._grid import Grid, PlacedColumn, Standing, placed
from caseform.projection.rooms import Paper, ShownLink
from caseform.text import listed, say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SIDES: tuple[Side, ...] = ("away", "home", "toward")
PLACES = ("youth", "family", "school", "peers", "community", "help-system")

# All in ems, so that the same picture fits a page and a wall.
_LABEL = 4.6
_BULGES = (1.2, 1.55, 1.9, 2.25)  # beside each other in one gutter


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceField:
    """The whole picture in plain numbers.

    Args:
        width: Width, in the unit that was asked for.
        height: Height, in the same unit.
        size: Size of the words on the cards.
        grid: The three sides and the places that have cards.
        cards: The cards, in the order of the projection; those without a side stand below.
        links: The ties between them.
        tray: The words above the cards that have no side yet, or none.
        legend: What the kinds of curve mean, each with its sign.
        legend_y: Middle of the line that says so, below the columns.
    """

    width: float
    height: float
    size: float
    grid: Grid
    cards: tuple[PlacedCard, ...]
    links: tuple[PlacedLink, ...]
    tray: str
    legend: tuple[tuple[Sign, str], ...]
    legend_y: float


def layout(
    projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE
) -> ForceField:
    """Place the board of a room; no drawing happens here.

    Args:
        projection: The room.
        width: How wide the picture is: points on paper, pixels on a screen.
        size: How large the words on the cards are, in the same unit.

    Returns:
        Where everything stands. The height follows from what is on the board.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import ShownCard, YouthRoom
        >>> buikpijn = ShownCard(words="buikpijn", place="youth", side="away")
        >>> room = YouthRoom(
        ...     language="nl", is_invented=True, today=date(2026, 11, 24), cards=(buikpijn,)
        ... )
        >>> board = layout(room)
        >>> [card.lines for card in board.cards], [row.lines for row in board.grid.rows]
        ([('buikpijn',)], [('zelf',)])
    """
    language = projection.language
    sided = [(n, card) for n, card in enumerate(projection.cards) if card.side]
    grid = placed(
        [
            Standing(card=card, column=card.side or "", row=place_of(card.place))
            for _, card in sided
        ],
        columns=[(side, say(f"papers.side-{side}", language)) for side in SIDES],
        rows=rows_of_places(projection),
        width=width,
        size=size,
        label=_LABEL,
    )
    found = {n: card for (n, _), card in zip(sided, grid.cards, strict=True)}
    tray, lowest = _tray(projection, grid, grid.height + GAP * size, size)
    found |= tray
    links = _links(projection, found, grid, size)
    legend = legend_of(links, language)
    height = lowest if tray else grid.height
    if legend and not tray:
        height += (GAP + LEGEND) * size
    return ForceField(
        width=width,
        height=height,
        size=size,
        grid=grid,
        cards=tuple(found[n] for n in range(len(projection.cards))),
        links=links,
        tray=say("papers.no-side", language) if tray else "",
        legend=legend,
        legend_y=grid.height + (GAP + LEGEND / 2) * size,
    )


def rows_of_places(projection: Paper) -> list[tuple[str | None, str]]:
    """Return the rows of a picture that has one for each place, from the young person outwards."""
    places = [(place, say(f"papers.place-{place}", projection.language)) for place in PLACES]
    return [*places, (None, "")]


def place_of(place: str | None) -> str | None:
    """Return the row of `place`; what has none stands last."""
    return place if place in PLACES else None


def draw(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> "Figure":
    """Draw the board of a room.

    Args:
        projection: The room.
        width: How wide the picture is, in points.
        size: How large the words on the cards are, in points.

    Returns:
        A new figure that belongs to the caller; no global Matplotlib state is used. Each drawn
        thing has a ``gid`` such as ``force-field-card-0``.
    """
    from caseform.pictures._draw_force_field import figure_of

    return figure_of(layout(projection, width=width, size=size))


def alt_text(projection: Paper) -> str:
    """Return what the board says, for someone who cannot see it; nothing is counted.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import ShownCard, YouthRoom
        >>> kookles = ShownCard(words="kookles", speaker="Sem", side="toward", strong=True)
        >>> room = YouthRoom(
        ...     language="nl", is_invented=True, today=date(2026, 11, 24), cards=(kookles,)
        ... )
        >>> alt_text(room)
        'Trekt naar school: “kookles” (Sem, dit is een kracht).'
    """
    language = projection.language
    sentences: list[str] = []
    for side in (*SIDES, None):
        cards = [spoken(card, language) for card in projection.cards if card.side == side]
        if cards:
            key = f"papers.alt-{side or 'no-side'}"
            sentences.append(say(key, language, cards=listed(cards, language)))
    sentences += [link_words(projection, link) for link in _drawable(projection)]
    return " ".join(sentences) or say("papers.alt-no-cards", language)


def left_over(projection: Paper) -> tuple[str, ...]:
    """Return the words of the cards that the picture shows only in part, whole."""
    shown = layout(projection).cards
    return tuple(
        card.words for card, one in zip(projection.cards, shown, strict=True) if one.is_cut
    )


def _drawable(projection: Paper) -> Iterable[ShownLink]:
    cards = range(len(projection.cards))
    return (
        link
        for link in projection.links
        if link.source != link.target and link.source in cards and link.target in cards
    )


def _tray(
    projection: Paper, grid: Grid, y: float, em: float
) -> tuple[dict[int, PlacedCard], float]:
    """Place the cards that have no side yet below the columns, three beside each other."""
    here = [n for n, card in enumerate(projection.cards) if not card.side]
    found: dict[int, PlacedCard] = {}
    at = y + (LEGEND + 0.3) * em
    for start in range(0, len(here), len(SIDES)):
        beside = here[start : start + len(SIDES)]
        for column, n in zip(grid.columns, beside, strict=False):
            room = column.width - 2 * PAD * em
            found[n] = place_card(projection.cards[n], column.x + PAD * em, at, room, em)
        at += max(found[n].height for n in beside) + BETWEEN * em
    return found, at


def _links(
    projection: Paper, cards: Mapping[int, PlacedCard], grid: Grid, em: float
) -> tuple[PlacedLink, ...]:
    return tuple(
        PlacedLink(
            points=_curve(
                cards[link.source],
                cards[link.target],
                _BULGES[n % len(_BULGES)] * em,
                grid.columns[-1],
            ),
            sign=link.sign,
        )
        for n, link in enumerate(_drawable(projection))
    )


def _curve(a: PlacedCard, b: PlacedCard, bulge: float, last: PlacedColumn) -> Points:
    """Leave and arrive at an edge, through the gutters between columns."""
    # Out above the middle and in below it, so that there and back are two curves.
    a_y, b_y = a.y + a.height * 0.36, b.y + b.height * 0.64
    if a.x < b.x:
        start, end = a.x + a.width, b.x
        bend = max((end - start) / 2, bulge)
        return (start, a_y), (start + bend, a_y), (end - bend, b_y), (end, b_y)
    if a.x > b.x:
        start, end = a.x, b.x + b.width
        bend = max((start - end) / 2, bulge)
        return (start, a_y), (start - bend, a_y), (end + bend, b_y), (end, b_y)
    # In one column: around the outside, on the side where there is a gutter.
    is_last = a.x >= last.x
    edge = a.x if is_last else a.x + a.width
    out = edge - bulge if is_last else edge + bulge
    return (edge, a_y), (out, a_y), (out, b_y), (edge, b_y)
