"""The cards by the part that each may play: places beside roles, on the therapist's paper alone.

A role is a working idea. It says nothing about a person and stands on no page of a room.
"""

from typing import TYPE_CHECKING

from caseform.pictures._cards import PAPER_SIZE, PAPER_WIDTH, spoken
from caseform.pictures._grid import Grid, Standing, placed
from caseform.pictures.force_field import place_of, rows_of_places
from caseform.projection.rooms import Paper, ShownCard, ShownRole, TherapistPaper
from caseform.text import listed, say

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROLES = ("predisposing", "precipitating", "perpetuating", "protective")
# Two of them have a mark in the look of caseform.
_KEYS = {"perpetuating": "keeps", "protective": "strength"}
_LABEL = 4.6


def layout(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> Grid:
    """Place the cards that have a role.

    Args:
        projection: The therapist's paper; no room has any roles.
        width: How wide the picture is: points on paper, pixels on a screen.
        size: How large the words on the cards are, in the same unit.
    """
    return placed(
        [
            Standing(card=_card(one), column=_key(one.role), row=place_of(one.place))
            for one in _roles(projection)
        ],
        columns=[(_key(role), _head(role, projection)) for role in ROLES],
        rows=rows_of_places(projection),
        width=width,
        size=size,
        label=_LABEL,
    )


def draw(projection: Paper, *, width: float = PAPER_WIDTH, size: float = PAPER_SIZE) -> "Figure":
    """Draw the cards by their roles.

    Returns:
        A new figure that belongs to the caller; each card has a ``gid`` such as
        ``role-grid-card-0``.
    """
    from caseform.pictures._draw_grid import figure_of

    return figure_of(layout(projection, width=width, size=size), name="role-grid")


def alt_text(projection: Paper) -> str:
    """Return what the picture says, for someone who cannot see it.

    Example:
        >>> from datetime import date
        >>> verhuisd = ShownRole(words="verhuisd", role="precipitating")
        >>> paper = TherapistPaper(
        ...     language="nl", is_invented=True, today=date(2026, 11, 24), roles=(verhuisd,)
        ... )
        >>> alt_text(paper)
        'Bracht het op gang: “verhuisd”.'
    """
    language = projection.language
    sentences: list[str] = []
    for role in ROLES:
        held = [one for one in _roles(projection) if one.role == role]
        if held:
            head = _head(role, projection)
            cards = listed([spoken(_card(one), language) for one in held], language)
            sentences.append(f"{head[:1].upper()}{head[1:]}: {cards}.")
    return " ".join(sentences) or say("papers.alt-no-cards", language)


def left_over(projection: Paper) -> tuple[str, ...]:
    """Return the words of the cards that the picture shows only in part, whole."""
    shown = zip(_roles(projection), layout(projection).cards, strict=True)
    return tuple(one.words for one, card in shown if card.is_cut)


def _roles(projection: Paper) -> tuple[ShownRole, ...]:
    return projection.roles if isinstance(projection, TherapistPaper) else ()


def _card(one: ShownRole) -> ShownCard:
    return ShownCard(words=one.words, speaker=one.speaker, place=one.place)


def _key(role: str) -> str:
    return _KEYS.get(role, role)


def _head(role: str, projection: Paper) -> str:
    return say(f"picture.role-{role}", projection.language)
