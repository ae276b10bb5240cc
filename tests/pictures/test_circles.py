"""Circles as rings, tested by what was drawn."""

import pytest
from matplotlib.patches import PathPatch

from caseform.pictures import circles
from caseform.projection.rooms import ShownCard, ShownCircle
from support.rooms import WORDS, ring_room, youth_room


def _drawn(figure) -> set[str]:
    return {thing.get_gid() for thing in figure.axes[0].findobj(PathPatch) if thing.get_gid()}


def _on_edge(card, point) -> bool:
    x, y = point
    is_beside = min(abs(x - card.x), abs(x - card.x - card.width)) < 1e-6
    is_above = min(abs(y - card.y), abs(y - card.y - card.height)) < 1e-6
    in_width = card.x - 1e-6 <= x <= card.x + card.width + 1e-6
    in_height = card.y - 1e-6 <= y <= card.y + card.height + 1e-6
    return (is_beside and in_height) or (is_above and in_width)


@pytest.mark.parametrize("count", range(2, 10))
def test_each_arrow_leaves_its_card_and_arrives_at_the_next(count):
    """What keeps what going can be followed with a finger."""
    rings = circles.layout(ring_room(count))
    after = (*rings.cards[1:], *rings.cards[:1])

    assert len(rings.cards) == len(rings.links) == count
    for card, link, next_one in zip(rings.cards, rings.links, after, strict=True):
        assert _on_edge(card, link.points[0])
        assert _on_edge(next_one, link.points[3])


@pytest.mark.parametrize("count", range(2, 10))
def test_cards_of_a_ring_do_not_overlap_and_stay_on_the_page(count):
    """Nine cards in a ring can each be read."""
    rings = circles.layout(ring_room(count))

    for n, a in enumerate(rings.cards):
        assert 0 <= a.x <= a.x + a.width <= rings.width + 1e-6
        assert 0 <= a.y <= a.y + a.height <= rings.height
        for b in rings.cards[n + 1 :]:
            apart_x = a.x + a.width <= b.x or b.x + b.width <= a.x
            assert apart_x or a.y + a.height <= b.y or b.y + b.height <= a.y
    for link in rings.links:
        assert all(-1e-6 <= y <= rings.height for _, y in (link.points[0], link.points[3]))


def test_two_circles_stand_below_each_other():
    """One look at a time."""
    room = ring_room(3)
    twice = room.model_copy(update={"circles": room.circles * 2})
    cards = circles.layout(twice).cards

    assert max(card.y + card.height for card in cards[:3]) < min(card.y for card in cards[3:])


def test_a_tie_that_says_less_is_dashed_and_explained():
    """In most circles everything makes the next stronger, which needs no words."""
    assert circles.layout(ring_room(2)).legend == ()
    assert [words for _, words in circles.layout(ring_room(3)).legend] == [
        "maakt sterker", "maakt minder sterk",
    ]  # fmt: skip

    figure = circles.draw(ring_room(3))
    lines = {
        thing.get_gid(): thing.get_linestyle()
        for thing in figure.axes[0].findobj(PathPatch)
        if thing.get_gid() in {"circles-link-0", "circles-link-2"}
    }
    assert lines["circles-link-0"] == "solid"
    assert lines["circles-link-2"] != "solid"


def test_each_arrow_has_a_head():
    """A line alone would not say which way it goes."""
    drawn = _drawn(circles.draw(ring_room(5)))

    assert {f"circles-link-{n}-head" for n in range(5)} <= drawn


def test_the_sentence_goes_round_to_the_start_and_counts_nothing():
    """Someone who cannot see the ring hears where it ends: at its beginning."""
    said = circles.alt_text(youth_room())
    w = WORDS["nl"]

    assert said == (
        f"“{w['stomach']}” maakt “{w['staying']}” sterker."
        f" “{w['staying']}” maakt “{w['stomach']}” sterker. Zo gaat het rond."
    )


@pytest.mark.parametrize("cards", [(0, 99), (0,), ()])
def test_a_circle_whose_cards_are_not_there_is_not_drawn(cards):
    """A room shows what it can rather than nothing."""
    room = youth_room().model_copy(update={"circles": (ShownCircle(cards=cards, words="x"),)})

    assert circles.layout(room).cards == ()
    assert circles.alt_text(room) == "Er is nog geen kring gekozen."
    assert circles.draw(room).axes


def test_words_that_do_not_fit_are_given_back_whole():
    """Nothing that someone said gets lost on paper."""
    long = "thuis is het rustiger dan op school " * 20
    room = ring_room(3)
    cards = (ShownCard(words=long, side="home"), *room.cards[1:])

    assert circles.left_over(room.model_copy(update={"cards": cards})) == (long,)
    assert circles.left_over(room) == ()
