"""Who says what, side by side: where people agree, where they differ, what only one says.

A column is someone who is present; nobody else is named. Nothing weighs one voice against another.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from caseform.pictures._cards import PAPER_SIZE, PAPER_WIDTH, spoken
from caseform.pictures._grid import Grid, Standing, placed
from caseform.projection.rooms import Paper, ShownCard, ShownVoices
from caseform.text import listed, say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LABEL = 6.4


class _Row(NamedTuple):
    key: str
    kind: str
    cards: tuple[ShownCard, ...]


def drawable(projection: Paper) -> tuple[ShownVoices, ...]:
    """Return what was laid side by side and of which every card is there."""
    known = set(range(len(projection.cards)))
    return tuple(one for one in projection.voices if one.cards and known >= set(one.cards))


def layout(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> Grid:
    """Place the cards: a row for each that were laid side by side, then what only one said.

    Args:
        projection: The room.
        width: How wide the picture is: points on paper, pixels on a screen.
        size: How large the words on the cards are, in the same unit.
    """
    language = projection.language
    rows = list(_rows(projection))
    said = {card.speaker for row in rows for card in row.cards}
    spoke = [one for one in dict.fromkeys(card.speaker for card in projection.cards) if one in said]
    # As they are present, the young person first; who has no name here stands last.
    at = {called: n for n, called in enumerate(projection.present)}
    heads = sorted(spoke, key=lambda one: (one is None, at.get(one or "", len(at)))) or [None]
    # A key is no name, because it becomes an id.
    keys = {speaker: f"voice-{n}" for n, speaker in enumerate(heads)}
    unnamed = say("papers.voices-unnamed", language)
    standing = [
        Standing(card=_without_speaker(card), column=keys[card.speaker], row=row.key)
        for row in rows
        for card in row.cards
    ]
    return placed(
        standing,
        columns=[(keys[speaker], speaker or unnamed) for speaker in heads],
        rows=[(row.key, say(f"papers.voices-{row.kind}", language)) for row in rows],
        width=width,
        size=size,
        label=_LABEL,
    )


def draw(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> "Figure":
    """Draw who says what.

    Returns:
        A new figure that belongs to the caller; each card has a ``gid`` such as
        ``perspectives-card-0``.
    """
    from caseform.pictures._draw_grid import figure_of

    return figure_of(layout(projection, width=width, size=size), name="perspectives")


def alt_text(projection: Paper) -> str:
    """Return what the picture says, for someone who cannot see it.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import YouthRoom
        >>> room = YouthRoom(
        ...     language="nl",
        ...     is_invented=True,
        ...     today=date(2026, 11, 24),
        ...     cards=(
        ...         ShownCard(words="moe", speaker="Sem"),
        ...         ShownCard(words="gamen", speaker="moeder"),
        ...     ),
        ...     voices=(ShownVoices(cards=(0, 1), verdict="differ"),),
        ... )
        >>> alt_text(room)
        'Anders gezien: “moe” (Sem) en “gamen” (moeder).'
    """
    language = projection.language
    sentences: list[str] = []
    for row in _rows(projection):
        head = say(f"papers.voices-{row.kind}", language)
        cards = listed([spoken(card, language) for card in row.cards], language)
        sentences.append(f"{head[:1].upper()}{head[1:]}: {cards}.")
    return " ".join(sentences) or say("papers.alt-no-voices", language)


def left_over(projection: Paper) -> tuple[str, ...]:
    """Return the words of the cards that the picture shows only in part, whole."""
    cards = [card for row in _rows(projection) for card in row.cards]
    shown = zip(cards, layout(projection).cards, strict=True)
    return tuple(dict.fromkeys(card.words for card, one in shown if one.is_cut))


def _rows(projection: Paper) -> Iterator[_Row]:
    """Yield what is laid side by side, and then what nobody laid beside anything."""
    laid: set[int] = set()
    for n, voices in enumerate(drawable(projection)):
        laid |= set(voices.cards)
        cards = tuple(projection.cards[at] for at in voices.cards)
        yield _Row(f"{voices.verdict}-{n}", voices.verdict, cards)
    alone = [card for n, card in enumerate(projection.cards) if n not in laid and card.speaker]
    if alone:
        yield _Row("one", "one", tuple(alone))


def _without_speaker(card: ShownCard) -> ShownCard:
    # The column says who.
    return card.model_copy(update={"speaker": None})
