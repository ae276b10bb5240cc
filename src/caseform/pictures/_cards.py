"""Cards and the ties between them: the half that places, shared by every picture that has them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from caseform.pictures._text import fit, one_line
from caseform.projection.rooms import Paper, ShownCard, ShownLink
from caseform.text import Language, say

Side = Literal["away", "home", "toward"]
Sign = Literal["more", "less"]
Points = tuple[tuple[float, float], ...]

# The width of an A4 page between its margins, in points, and the size of the words on it.
PAPER_WIDTH = 510.0
PAPER_SIZE = 10.0

# All in ems, so that the same picture fits a page and a wall.
GAP = 0.7
PAD = 0.6
LINE = 1.3
SPEAKER = 0.86
LEGEND = 1.4
BETWEEN = 0.5
_BAND = 0.75
_BESIDE = 0.6
_RING = 1.5
_ABOVE = 0.42
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
class PlacedLink:
    """One tie: a curve from card to card with its four control points, drawn under the cards."""

    points: Points
    sign: Sign | None


def place_card(card: ShownCard, x: float, y: float, width: float, em: float) -> PlacedCard:
    """Place a card of this width; its height follows from its words."""
    band = _BAND if card.side else 0.0
    room = width / em - band - 2 * _BESIDE
    words = fit(card.words, room - (_RING if card.strong else 0.0), _MOST_LINES)
    speaker = fit(f"– {card.speaker}", room / SPEAKER, 1).lines[0] if card.speaker else ""
    text_height = len(words.lines) * LINE + (1.2 if speaker else 0.0)
    return PlacedCard(
        x=x,
        y=y,
        width=width,
        height=(2 * _ABOVE + text_height) * em,
        band=band * em,
        text_x=x + (band + _BESIDE) * em,
        text_y=y + (_ABOVE + LINE / 2) * em,
        lines=words.lines,
        speaker=speaker,
        side=card.side,
        strong=card.strong,
        is_cut=words.is_cut,
    )


def spoken(card: ShownCard, language: Language) -> str:
    """Return a card for someone who cannot see it."""
    words = one_line(card.words)
    beside = [one_line(card.speaker)] if card.speaker else []
    if card.strong:
        beside.append(say("papers.alt-strength", language))
    return f"“{words}” ({', '.join(beside)})" if beside else f"“{words}”"


def link_words(projection: Paper, link: ShownLink) -> str:
    """Return what a tie between two cards says, as a sentence."""
    words = (one_line(projection.cards[n].words) for n in (link.source, link.target))
    source, target = (f"“{one}”" for one in words)
    key = f"papers.alt-link-{link.sign or 'plain'}"
    return say(key, projection.language, source=source, target=target)


def legend_of(links: Iterable[PlacedLink], language: Language) -> tuple[tuple[Sign, str], ...]:
    """Return what the kinds of curve among `links` mean, each with its sign."""
    signs: tuple[Sign, ...] = ("more", "less")
    shown = {link.sign for link in links}
    return tuple((sign, say(f"papers.link-{sign}", language)) for sign in signs if sign in shown)
