"""The board as a picture: what pushes away from school, what draws home, what pulls to school.

Columns are sides, rows are places; a card stands where both meet. Nothing is numbered or sorted:
cards stand in the order in which they were given, and a place without cards has no row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from caseform.pictures._text import fit, one_line
from caseform.projection.rooms import Paper, ShownCard, ShownLink
from caseform.text import Language, listed, say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Side = Literal["away", "home", "toward"]

SIDES: tuple[Side, ...] = ("away", "home", "toward")
PLACES = ("youth", "family", "school", "peers", "community", "help-system")

# The width of an A4 page between its margins, in points, and the size of the words on it.
PAPER_WIDTH = 510.0
PAPER_SIZE = 10.0

# All in ems, so that the same picture fits a page and a wall.
_LABEL = 4.6
_GAP = 0.7
_PAD = 0.6
_BAND = 0.75
_BESIDE = 0.6
_RING = 1.5
_ABOVE = 0.42
_LINE = 1.3
_SPEAKER = 0.86
_BETWEEN = 0.5
_AROUND_ROW = 0.6
_HEADER = 2.4
_HEAD_LINE = 1.15
_BULGES = (1.2, 1.55, 1.9, 2.25)  # beside each other in one gutter
_LEGEND = 1.4
_MOST_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCard:
    """One card and where it stands; y points down, as in SVG.

    Args:
        x: Left edge.
        y: Upper edge.
        width: Width of the card, its band included.
        height: Height.
        band: Width of the band along the left edge; 0 for a card without a side.
        text_x: Where its lines start.
        text_y: Middle of its first line.
        lines: Its words, broken into lines.
        speaker: Who said it, with a dash, or empty.
        side: The side that its band and outline show.
        strong: Whether it carries the ring of a strength.
        is_cut: Whether its words go on beyond the lines.
    """

    x: float
    y: float
    width: float
    height: float
    band: float
    text_x: float
    text_y: float
    lines: tuple[str, ...]
    speaker: str
    side: Side | None
    strong: bool
    is_cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedColumn:
    """One side: the area behind its cards and the words above them."""

    side: Side
    x: float
    width: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRow:
    """One place: a band across the columns; `words` is empty for cards without a place."""

    place: str | None
    y: float
    height: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLink:
    """One tie: a curve from card to card with its four control points, drawn under the cards."""

    points: tuple[tuple[float, float], ...]
    sign: Literal["more", "less"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceField:
    """The whole picture in plain numbers.

    Args:
        width: Width, in the unit that was asked for.
        height: Height, in the same unit.
        size: Size of the words on the cards.
        line_height: From the middle of one line to the middle of the next.
        speaker_size: Size of the line that names the speaker.
        header: Height of the heads of the columns.
        area_height: Height of the columns, their heads included.
        columns: The three sides, left to right.
        rows: The places that have cards, top to bottom.
        cards: The cards, in the order of the projection.
        links: The ties between them.
        tray: The row of cards that have no side yet, or None.
        legend: What the kinds of curve mean, each with its sign.
        legend_y: Middle of the line that says so, below the columns.
    """

    width: float
    height: float
    size: float
    line_height: float
    speaker_size: float
    header: float
    area_height: float
    columns: tuple[PlacedColumn, ...]
    rows: tuple[PlacedRow, ...]
    cards: tuple[PlacedCard, ...]
    links: tuple[PlacedLink, ...]
    tray: PlacedRow | None
    legend: tuple[tuple[Literal["more", "less"], str], ...]
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
        >>> from caseform.projection.rooms import YouthRoom
        >>> buikpijn = ShownCard(words="buikpijn", place="youth", side="away")
        >>> room = YouthRoom(
        ...     language="nl", is_invented=True, today=date(2026, 11, 24), cards=(buikpijn,)
        ... )
        >>> [card.lines for card in layout(room).cards], [row.words for row in layout(room).rows]
        ([('buikpijn',)], ['zelf'])
    """
    return _Board(projection, width, size).placed()


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
        >>> from caseform.projection.rooms import YouthRoom
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
        cards = [_spoken(card, language) for card in projection.cards if card.side == side]
        if cards:
            key = f"papers.alt-{side or 'no-side'}"
            sentences.append(say(key, language, cards=listed(cards, language)))
    sentences += [link_words(projection, link) for link in _drawable(projection)]
    return " ".join(sentences) or say("papers.alt-no-cards", language)


def link_words(projection: Paper, link: ShownLink) -> str:
    """Return what a tie between two cards says, as a sentence."""
    words = (one_line(projection.cards[n].words) for n in (link.source, link.target))
    source, target = (f"“{one}”" for one in words)
    key = f"papers.alt-link-{link.sign or 'plain'}"
    return say(key, projection.language, source=source, target=target)


def left_over(projection: Paper) -> tuple[str, ...]:
    """Return the words of the cards that the picture shows only in part, whole."""
    placed = layout(projection).cards
    return tuple(
        card.words for card, shown in zip(projection.cards, placed, strict=True) if shown.is_cut
    )


def _spoken(card: ShownCard, language: Language) -> str:
    words = one_line(card.words)
    beside = [one_line(card.speaker)] if card.speaker else []
    if card.strong:
        beside.append(say("papers.alt-strength", language))
    return f"“{words}” ({', '.join(beside)})" if beside else f"“{words}”"


def _drawable(projection: Paper) -> Iterable[ShownLink]:
    cards = range(len(projection.cards))
    return (
        link
        for link in projection.links
        if link.source != link.target and link.source in cards and link.target in cards
    )


class _Board:
    """One placing: from cards to numbers, row by row."""

    def __init__(self, projection: Paper, width: float, size: float) -> None:
        self._projection = projection
        self._width = width
        self._em = size
        self._placed: dict[int, PlacedCard] = {}
        room = width - (_LABEL + 2 * _GAP) * size
        self._column = room / len(SIDES)
        self._lefts = {
            side: (_LABEL + n * _GAP) * size + n * self._column for n, side in enumerate(SIDES)
        }
        self._columns = self._headed()
        most = max(len(column.lines) for column in self._columns)
        self._header = (_HEADER + (most - 1) * _HEAD_LINE) * size

    def placed(self) -> ForceField:
        em, language = self._em, self._projection.language
        rows: list[PlacedRow] = []
        y = self._header
        for place in (*PLACES, None):
            here = [n for n, card in self._with_side() if _place_of(card) == place]
            if here:
                words = say(f"papers.place-{place}", language) if place else ""
                rows.append(self._row(place, here, y, words))
                y += rows[-1].height
        if not rows:
            y += 3 * em  # an empty board still looks like a board
        area_height = y
        tray = self._tray(y + _GAP * em)
        height = tray.y + tray.height if tray else area_height
        legend = self._legend()
        if legend and not tray:
            height += (_GAP + _LEGEND) * em
        return ForceField(
            width=self._width,
            height=height,
            size=em,
            line_height=_LINE * em,
            speaker_size=_SPEAKER * em,
            header=self._header,
            area_height=area_height,
            columns=self._columns,
            rows=tuple(rows),
            cards=tuple(self._placed[n] for n in range(len(self._projection.cards))),
            links=self._links(),
            tray=tray,
            legend=legend,
            legend_y=area_height + (_GAP + _LEGEND / 2) * em,
        )

    def _with_side(self) -> Iterable[tuple[int, ShownCard]]:
        return ((n, card) for n, card in enumerate(self._projection.cards) if card.side)

    def _headed(self) -> tuple[PlacedColumn, ...]:
        room = self._column / self._em - 2 * _PAD - 1.6
        return tuple(
            PlacedColumn(
                side=side,
                x=self._lefts[side],
                width=self._column,
                lines=fit(say(f"papers.side-{side}", self._projection.language), room, 2).lines,
            )
            for side in SIDES
        )

    def _row(self, place: str | None, here: Sequence[int], y: float, words: str) -> PlacedRow:
        em = self._em
        lowest = y
        for side in SIDES:
            at = y + _AROUND_ROW * em
            for n in here:
                if self._projection.cards[n].side == side:
                    left = self._lefts[side] + _PAD * em
                    self._placed[n] = self._card(n, left, at, self._column - 2 * _PAD * em)
                    at += self._placed[n].height + _BETWEEN * em
            lowest = max(lowest, at)
        height = lowest - y - _BETWEEN * em + _AROUND_ROW * em
        return PlacedRow(place=place, y=y, height=height, words=words)

    def _tray(self, y: float) -> PlacedRow | None:
        """Place the cards that have no side yet below the columns, three beside each other."""
        here = [n for n, card in enumerate(self._projection.cards) if not card.side]
        if not here:
            return None
        em = self._em
        at = y + (_LEGEND + 0.3) * em
        width = self._column - 2 * _PAD * em
        for start in range(0, len(here), len(SIDES)):
            beside = here[start : start + len(SIDES)]
            for side, n in zip(SIDES, beside, strict=False):
                self._placed[n] = self._card(n, self._lefts[side] + _PAD * em, at, width)
            at += max(self._placed[n].height for n in beside) + _BETWEEN * em
        words = say("papers.no-side", self._projection.language)
        return PlacedRow(place=None, y=y, height=at - y, words=words)

    def _card(self, n: int, x: float, y: float, width: float) -> PlacedCard:
        card, em = self._projection.cards[n], self._em
        band = _BAND if card.side else 0.0
        room = width / em - band - 2 * _BESIDE - (_RING if card.strong else 0.0)
        words = fit(card.words, room, _MOST_LINES)
        speaker = self._speaker(card, width / em - band - 2 * _BESIDE)
        text_height = len(words.lines) * _LINE + (1.2 if speaker else 0.0)
        return PlacedCard(
            x=x,
            y=y,
            width=width,
            height=(2 * _ABOVE + text_height) * em,
            band=band * em,
            text_x=x + (band + _BESIDE) * em,
            text_y=y + (_ABOVE + _LINE / 2) * em,
            lines=words.lines,
            speaker=speaker,
            side=card.side,
            strong=card.strong,
            is_cut=words.is_cut,
        )

    @staticmethod
    def _speaker(card: ShownCard, room: float) -> str:
        if not card.speaker:
            return ""
        return fit(f"– {card.speaker}", room / _SPEAKER, 1).lines[0]

    def _links(self) -> tuple[PlacedLink, ...]:
        return tuple(
            PlacedLink(
                points=self._curve(
                    self._placed[link.source],
                    self._placed[link.target],
                    _BULGES[n % len(_BULGES)] * self._em,
                ),
                sign=link.sign,
            )
            for n, link in enumerate(_drawable(self._projection))
        )

    def _legend(self) -> tuple[tuple[Literal["more", "less"], str], ...]:
        signs: tuple[Literal["more", "less"], ...] = ("more", "less")
        shown = {link.sign for link in self._links()}
        language = self._projection.language
        return tuple(
            (sign, say(f"papers.link-{sign}", language)) for sign in signs if sign in shown
        )

    def _curve(self, a: PlacedCard, b: PlacedCard, bulge: float) -> tuple[tuple[float, float], ...]:
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
        is_last = a.x >= self._lefts["toward"]
        edge = a.x if is_last else a.x + a.width
        out = edge - bulge if is_last else edge + bulge
        return (edge, a_y), (out, a_y), (out, b_y), (edge, b_y)


def _place_of(card: ShownCard) -> str | None:
    return card.place if card.place in PLACES else None
