"""A board that is too full for one page, as several that are not."""

from collections.abc import Iterator, Sequence

from caseform.pictures import force_field
from caseform.projection.rooms import Paper

# What is left of an A4 page below a heading, in points.
_PAGE = 640.0


def with_cards(room: Paper, kept: Sequence[int]) -> Paper:
    """Return `room` with some of its cards and the ties between those."""
    at = {before: now for now, before in enumerate(kept)}
    links = tuple(
        link.model_copy(update={"source": at[link.source], "target": at[link.target]})
        for link in room.links
        if link.source in at and link.target in at
    )
    return room.model_copy(update={"cards": tuple(room.cards[n] for n in kept), "links": links})


def split(room: Paper) -> tuple[tuple[Paper, ...], tuple[str, ...]]:
    """Return the boards of a paper, each of which fits a page, place by place.

    Returns:
        One board for most rooms, and the ties between cards on different boards as sentences.
    """
    if _fits(room, range(len(room.cards))):
        return (room,), ()
    groups: list[list[int]] = []
    for row in _rows(room):
        if groups and _fits(room, sorted([*groups[-1], *row])):
            groups[-1] = sorted([*groups[-1], *row])
        else:
            groups.append(row)
    board_of = {n: board for board, group in enumerate(groups) for n in group}
    ties = tuple(
        force_field.link_words(room, link)
        for link in room.links
        if board_of[link.source] != board_of[link.target]
    )
    return tuple(with_cards(room, group) for group in groups), ties


def _fits(room: Paper, kept: Sequence[int]) -> bool:
    return force_field.layout(with_cards(room, kept)).height <= _PAGE


def _rows(room: Paper) -> Iterator[list[int]]:
    """Yield the cards of each place; a place that fills more than a page is yielded in pieces."""
    with_side = [n for n, card in enumerate(room.cards) if card.side]
    rows = [[n for n in with_side if room.cards[n].place == place] for place in force_field.PLACES]
    rows.append([n for n in with_side if room.cards[n].place not in force_field.PLACES])
    rows.append([n for n, card in enumerate(room.cards) if not card.side])
    for row in rows:
        piece: list[int] = []
        for n in row:
            if piece and not _fits(room, [*piece, n]):
                yield piece
                piece = []
            piece.append(n)
        if piece:
            yield piece
