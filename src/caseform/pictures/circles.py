"""What keeps what going: each circle that was chosen, as a ring of cards with arrows.

A ring is read clockwise from its upper left card. It is a way to look at it, not a proof.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from caseform.pictures._cards import (
    GAP,
    LEGEND,
    PAPER_SIZE,
    PAPER_WIDTH,
    PlacedCard,
    PlacedLink,
    Points,
    Sign,
    legend_of,
    link_words,
    place_card,
)
from caseform.projection.rooms import Paper, ShownCircle, ShownLink
from caseform.text import say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MOST_ACROSS = 3
# All in ems.
_WIDEST = 17.0
_BESIDE = 4.2
_BELOW = 2.8
_ARC = 1.8
_BETWEEN_RINGS = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rings:
    """The whole picture in plain numbers.

    Args:
        width: Width, in the unit that was asked for.
        height: Height, in the same unit.
        size: Size of the words on the cards.
        cards: The cards, ring after ring.
        links: The arrows, from each card to the next.
        legend: What the kinds of arrow mean, each with its sign.
        legend_y: Middle of the line that says so.
    """

    width: float
    height: float
    size: float
    cards: tuple[PlacedCard, ...]
    links: tuple[PlacedLink, ...]
    legend: tuple[tuple[Sign, str], ...]
    legend_y: float


def seats(count: int, columns: int) -> tuple[tuple[float, int], ...]:
    """Return column and row of each card of a ring, clockwise from the upper left.

    An odd one out leaves the lowest row with one card fewer, which then stand between columns.

    Example:
        >>> seats(3, 2)
        ((0, 0), (1, 0), (0.5, 1))
        >>> seats(2, 3)
        ((0, 0), (1, 0))
    """
    across = min(columns, max(2, -(-count // 2)))
    if count <= 2:
        return ((0, 0), (1, 0))[:count]
    lowest = across - count % 2
    down = (count - across - lowest) // 2
    bottom = down + 1
    inset = (across - lowest) / 2
    return (
        *((n, 0) for n in range(across)),
        *((across - 1, n) for n in range(1, bottom)),
        *((n + inset if inset else n, bottom) for n in reversed(range(lowest))),
        *((0, n) for n in range(bottom - 1, 0, -1)),
    )


def drawable(projection: Paper) -> tuple[ShownCircle, ...]:
    """Return the circles whose cards are all there."""
    known = set(range(len(projection.cards)))
    return tuple(
        one for one in projection.circles if len(one.cards) > 1 and known >= set(one.cards)
    )


def ties(projection: Paper, circle: ShownCircle) -> tuple[ShownLink, ...]:
    """Return the ties of a circle, from each card to the next and from the last to the first."""
    signs = {(link.source, link.target): link.sign for link in reversed(projection.links)}
    pairs = zip(circle.cards, (*circle.cards[1:], *circle.cards[:1]), strict=True)
    return tuple(
        ShownLink(source=source, target=target, sign=signs.get((source, target)))
        for source, target in pairs
    )


def layout(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> Rings:
    """Place the circles of a room, one below the other.

    Args:
        projection: The room.
        width: How wide the picture is: points on paper, pixels on a screen.
        size: How large the words on the cards are, in the same unit.

    Returns:
        Where everything stands; an empty picture where there is no circle.
    """
    cards: list[PlacedCard] = []
    links: list[PlacedLink] = []
    y = 0.0
    for circle in drawable(projection):
        ring = _ring(projection, circle, y, width, size)
        cards += ring.cards
        links += ring.links
        y = ring.height + _BETWEEN_RINGS * size
    # That one thing makes the next stronger is what a circle is; only the other kind is explained.
    is_mixed = any(link.sign == "less" for link in links)
    legend = legend_of(links, projection.language) if is_mixed else ()
    height = max(y - _BETWEEN_RINGS * size, size)
    return Rings(
        width=width,
        height=height + ((GAP + LEGEND) * size if legend else 0.0),
        size=size,
        cards=tuple(cards),
        links=tuple(links),
        legend=legend,
        legend_y=height + (GAP + LEGEND / 2) * size,
    )


def draw(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> "Figure":
    """Draw the circles of a room.

    Returns:
        A new figure that belongs to the caller; each card has a ``gid`` such as
        ``circles-card-0``.
    """
    from caseform.pictures._draw_circles import figure_of

    return figure_of(layout(projection, width=width, size=size))


def alt_text(projection: Paper) -> str:
    """Return what the rings say, for someone who cannot see them.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import ShownCard, YouthRoom
        >>> room = YouthRoom(
        ...     language="nl",
        ...     is_invented=True,
        ...     today=date(2026, 11, 24),
        ...     cards=(ShownCard(words="buikpijn"), ShownCard(words="thuisblijven")),
        ...     links=(
        ...         ShownLink(source=0, target=1, sign="more"),
        ...         ShownLink(source=1, target=0, sign="more"),
        ...     ),
        ...     circles=(ShownCircle(cards=(0, 1), words="…"),),
        ... )
        >>> alt_text(room).partition(".")[0]
        '“buikpijn” maakt “thuisblijven” sterker'
        >>> alt_text(room).rpartition(". ")[2]
        'Zo gaat het rond.'
    """
    sentences: list[str] = []
    for circle in drawable(projection):
        sentences += [link_words(projection, tie) for tie in ties(projection, circle)]
        sentences.append(say("papers.alt-round", projection.language))
    return " ".join(sentences) or say("papers.alt-no-circles", projection.language)


def left_over(projection: Paper) -> tuple[str, ...]:
    """Return the words of the cards that the picture shows only in part, whole."""
    words = (projection.cards[n].words for circle in drawable(projection) for n in circle.cards)
    shown = zip(words, layout(projection).cards, strict=True)
    return tuple(dict.fromkeys(whole for whole, card in shown if card.is_cut))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ring:
    height: float
    cards: tuple[PlacedCard, ...]
    links: tuple[PlacedLink, ...]


def _ring(projection: Paper, circle: ShownCircle, y: float, width: float, em: float) -> _Ring:
    places = seats(len(circle.cards), _MOST_ACROSS)
    across = max(int(column) for column, _ in places) + 1
    card_width = min((width - (across - 1) * _BESIDE * em) / across, _WIDEST * em)
    left = (width - across * card_width - (across - 1) * _BESIDE * em) / 2
    is_pair = len(places) == 2
    cards: dict[int, PlacedCard] = {}
    at = y + (_ARC * em if is_pair else 0.0)
    for row in sorted({row for _, row in places}):
        here = [n for n, (_, held) in enumerate(places) if held == row]
        loose = {
            n: place_card(
                projection.cards[circle.cards[n]],
                left + places[n][0] * (card_width + _BESIDE * em),
                0.0,
                card_width,
                em,
            )
            for n in here
        }
        tallest = max(card.height for card in loose.values())
        cards |= {n: _moved(card, at + (tallest - card.height) / 2) for n, card in loose.items()}
        at += tallest + _BELOW * em
    lowest = at - _BELOW * em
    ordered = tuple(cards[n] for n in range(len(places)))
    after = (*ordered[1:], *ordered[:1])
    links = tuple(
        PlacedLink(points=_arc(a, b, em) if is_pair else _arrow(a, b), sign=tie.sign)
        for a, b, tie in zip(ordered, after, ties(projection, circle), strict=True)
    )
    return _Ring(height=lowest + (_ARC * em if is_pair else 0.0), cards=ordered, links=links)


def _moved(card: PlacedCard, y: float) -> PlacedCard:
    return replace(card, y=y, text_y=card.text_y + y)


def _arc(a: PlacedCard, b: PlacedCard, em: float) -> Points:
    """There above the cards, and back below them."""
    is_there = a.x < b.x
    way = -1 if is_there else 1
    a_y, b_y = (a.y, b.y) if is_there else (a.y + a.height, b.y + b.height)
    a_x = a.x + a.width * (0.6 if is_there else 0.4)
    b_x = b.x + b.width * (0.4 if is_there else 0.6)
    out = way * _ARC * 4 / 3 * em
    return (a_x, a_y), (a_x, a_y + out), (b_x, b_y + out), (b_x, b_y)


def _arrow(a: PlacedCard, b: PlacedCard) -> Points:
    """From edge to edge: sideways within a row, else down or up."""
    a_middle, b_middle = a.y + a.height / 2, b.y + b.height / 2
    if abs(a_middle - b_middle) < 1e-6:
        start, end = (a.x + a.width, b.x) if a.x < b.x else (a.x, b.x + b.width)
        step = (end - start) / 3
        return (start, a_middle), (start + step, a_middle), (end - step, b_middle), (end, b_middle)
    a_y, b_y = (a.y + a.height, b.y) if a.y < b.y else (a.y, b.y + b.height)
    a_x, b_x = _toward(a, b), _toward(b, a)
    bend = (b_y - a_y) / 2
    return (a_x, a_y), (a_x, a_y + bend), (b_x, b_y - bend), (b_x, b_y)


def _toward(card: PlacedCard, other: PlacedCard) -> float:
    """Where on its edge `card` is left for `other`, or reached from it."""
    middle = other.x + other.width / 2
    return min(max(middle, card.x + 0.25 * card.width), card.x + 0.75 * card.width)
