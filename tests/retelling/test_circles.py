"""Circles: found, bounded, and said the right way round."""

import time
from itertools import product

import pytest

from caseform.errors import InvalidCaseError
from caseform.model import Case, Factor, Item, Link, LinkSign
from caseform.retelling import circle_sentence, circles, is_circle
from support.cases import noor

MORE, LESS = LinkSign.MORE, LinkSign.LESS
Tie = tuple[int, int, LinkSign | None]


def board(count: int, *ties: Tie) -> Case:
    """Return a board of `count` cards, f-0 and on, tied as told."""
    return noor().model_copy(
        update={
            "factors": tuple(Factor(id=f"f-{n}", words=f"kaart {n}") for n in range(count)),
            "links": tuple(
                Link(id=f"k-{n}", source=f"f-{source}", target=f"f-{target}", sign=sign)
                for n, (source, target, sign) in enumerate(ties)
            ),
        }
    )


def ring(*signs: LinkSign | None) -> Case:
    """Return a board with one circle, whose links have `signs`."""
    count = len(signs)
    return board(count, *((n, (n + 1) % count, sign) for n, sign in enumerate(signs)))


@pytest.mark.parametrize(
    ("signs", "goes_on"),
    [
        ((MORE, MORE), True),
        ((LESS, LESS), True),
        ((MORE, LESS), False),
        ((LESS, LESS, MORE), True),
        ((LESS, MORE, MORE), False),
        ((LESS, LESS, LESS), False),
        ((LESS, LESS, LESS, LESS, MORE, MORE), True),
        ((MORE, None), False),
        ((MORE,) * 7, False),
    ],
)
def test_a_circle_goes_on_where_more_comes_back_as_more(
    signs: tuple[LinkSign | None, ...], goes_on: bool
) -> None:
    """To the therapist: what calms itself down is not shown as what keeps itself going."""
    assert bool(circles(ring(*signs))) is goes_on


def test_a_link_of_a_card_to_itself_is_no_circle() -> None:
    """To the family: nothing keeps itself going by itself."""
    case = board(1, (0, 0, MORE))

    assert circles(case) == ()
    assert not is_circle(case, ["f-0"])


def test_the_short_circles_come_first_and_never_more_than_eight() -> None:
    """To the table: one can talk about a few circles, not about all."""
    ties = [(a, b, MORE) for a, b in product(range(6), repeat=2) if a != b]

    found = circles(board(6, *ties[5:], *ties[:5]))

    assert [len(cards) for cards in found] == [2] * 8
    assert found[0] == ("f-0", "f-1")


def test_a_circle_begins_at_the_same_card_however_the_board_is_ordered() -> None:
    """To the therapist: dragging a card does not let a chosen circle go."""
    case = ring(MORE, MORE, MORE)
    turned = case.model_copy(update={"factors": case.factors[::-1], "links": case.links[::-1]})

    assert circles(turned) == circles(case) == (("f-0", "f-1", "f-2"),)


def _layers(count: int) -> list[Tie]:
    """Return ties from each layer of sixty cards to the next; the first layer's say *less*."""
    size = 60 // count
    return [
        (a, b, LESS if a < size else MORE)
        for a, b in product(range(size * count), repeat=2)
        if (a // size + 1) % count == b // size
    ]


@pytest.mark.parametrize(
    "ties",
    [
        [(a, b, MORE) for a, b in product(range(60), repeat=2) if a != b],
        [(a, b, LESS if (a * b) % 3 else MORE) for a, b in product(range(60), repeat=2) if a < b],
        _layers(3),
        _layers(5),
        _layers(6),
    ],
    ids=["all to all", "one way only", "three layers", "five layers", "six layers"],
)
def test_sixty_cards_tied_in_every_way_keep_nobody_waiting(ties: list[Tie]) -> None:
    """To the therapist with a full board: the page answers at once."""
    case = board(60, *ties)
    circles(board(2))  # what is loaded once is not counted
    taken = []
    for _ in range(3):
        # Its own working time, because other tests work beside it.
        start = time.process_time()
        circles(case)
        taken.append(time.process_time() - start)

    assert min(taken) < 0.3


@pytest.mark.parametrize("length", range(2, 7))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_circle_is_said_the_right_way_round(language: str, length: int) -> None:
    """To the family: where a link gives less, the sentence says smaller, all the way round."""
    bigger, smaller = ("groter", "kleiner") if language == "nl" else ("bigger", "smaller")
    for signs in product((MORE, LESS), repeat=length):
        text = circle_sentence(ring(*signs), [f"f-{n}" for n in range(length)], language)
        grows = [signs[:n].count(LESS) % 2 == 0 for n in range(length + 1)]

        for n in range(1, length):
            # The word that says how a card fares is the first one after it.
            after = text.partition(f"“kaart {n}”")[2]
            near = min((bigger, smaller), key=lambda w: after.find(w) if w in after else 999)
            assert near == (bigger if grows[n] else smaller), text
        comes_back = text.rpartition(". ")[2]
        assert "kaart 0" in comes_back
        assert (smaller in comes_back) is not grows[-1]
        assert text.count(". ") + 1 <= 3


def test_what_is_no_circle_is_not_said() -> None:
    """To the family: no sentence about a circle that somebody took apart."""
    with pytest.raises(InvalidCaseError):
        circle_sentence(board(2, (0, 1, MORE)), ["f-0", "f-1"], "nl")


def test_a_link_that_is_not_seen_never_speaks_for_one_that_is() -> None:
    """To the therapist: a second thought of one's own does not turn the sentence of the room."""
    case = board(2, (0, 1, MORE), (1, 0, MORE), (0, 1, LESS))

    def sees(item: Item) -> bool:
        return item.id != "k-2"

    cards = ("f-0", "f-1")
    assert circles(case, sees=sees) == (cards,)
    assert is_circle(case, cards, sees=sees)
    assert circle_sentence(case, cards, "nl", sees=sees) == (
        "“kaart 0” maakt “kaart 1” groter. Zo komt “kaart 0” weer terug."
    )
