"""A picture that is too full for one page, as several that are not."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from caseform import pictures
from caseform.pictures import force_field
from caseform.projection.rooms import Paper, ShownCircle, ShownVoices

# What is left of an A4 page below a heading, in points.
PAGE = 640.0

_Unit = TypeVar("_Unit")


def with_cards(room: Paper, kept: Sequence[int]) -> Paper:
    """Return `room` with some of its cards, and what speaks of those alone."""
    at = {before: now for now, before in enumerate(kept)}
    links = tuple(
        link.model_copy(update={"source": at[link.source], "target": at[link.target]})
        for link in room.links
        if link.source in at and link.target in at
    )

    def whole(held: Iterable[ShownCircle | ShownVoices]) -> tuple[ShownCircle | ShownVoices, ...]:
        return tuple(
            one.model_copy(update={"cards": tuple(at[n] for n in one.cards)})
            for one in held
            if at.keys() >= set(one.cards)
        )

    return room.model_copy(
        update={
            "cards": tuple(room.cards[n] for n in kept),
            "links": links,
            "circles": whole(room.circles),
            "voices": whole(room.voices),
        }
    )


def in_pages(
    units: Iterable[_Unit], is_too_full: Callable[[Sequence[_Unit]], bool]
) -> tuple[tuple[_Unit, ...], ...]:
    """Return `units` in their order, in as few groups as fit a page each.

    What is too full by itself is a group of its own.
    """
    pages: list[tuple[_Unit, ...]] = []
    for unit in units:
        if pages and not is_too_full((*pages[-1], unit)):
            pages[-1] = (*pages[-1], unit)
        else:
            pages.append((unit,))
    return tuple(pages)


def split(room: Paper) -> tuple[tuple[Paper, ...], tuple[str, ...]]:
    """Return the boards of a paper, each of which fits a page, place by place.

    Returns:
        One board for most rooms, and the ties between cards on different boards as sentences.
    """

    def is_too_full(rows: Sequence[Sequence[int]]) -> bool:
        return _is_too_full(room, _together(rows))

    if not _is_too_full(room, range(len(room.cards))):
        return (room,), ()
    groups = [_together(rows) for rows in in_pages(_rows(room), is_too_full)]
    board_of = {n: board for board, group in enumerate(groups) for n in group}
    ties = tuple(
        pictures.link_words(room, link)
        for link in room.links
        if board_of[link.source] != board_of[link.target]
    )
    return tuple(with_cards(room, group) for group in groups), ties


def voices_in_pages(room: Paper) -> tuple[Paper, ...]:
    """Return who says what, each part with what was laid side by side kept together."""
    units: list[tuple[int, ...]] = [voices.cards for voices in pictures.perspectives.drawable(room)]
    laid = {n for unit in units for n in unit}
    units += [(n,) for n, card in enumerate(room.cards) if n not in laid and card.speaker]

    def is_too_full(units: Sequence[Sequence[int]]) -> bool:
        return pictures.perspectives.layout(with_cards(room, _together(units))).height > PAGE

    return tuple(with_cards(room, _together(page)) for page in in_pages(units, is_too_full))


def _together(units: Iterable[Iterable[int]]) -> list[int]:
    return sorted({n for unit in units for n in unit})


def _is_too_full(room: Paper, kept: Sequence[int]) -> bool:
    return force_field.layout(with_cards(room, kept)).height > PAGE


def _rows(room: Paper) -> Iterator[tuple[int, ...]]:
    """Yield the cards of each place; a place that fills more than a page is yielded in pieces."""
    with_side = [n for n, card in enumerate(room.cards) if card.side]
    rows = [[n for n in with_side if room.cards[n].place == place] for place in force_field.PLACES]
    rows.append([n for n in with_side if room.cards[n].place not in force_field.PLACES])
    rows.append([n for n, card in enumerate(room.cards) if not card.side])
    for row in rows:
        yield from in_pages(row, lambda kept: _is_too_full(room, sorted(kept)))
