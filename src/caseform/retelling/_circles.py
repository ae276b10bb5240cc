"""Circles: what keeps what going, round to the start."""

from collections.abc import Sequence
from itertools import islice

from caseform.errors import InvalidCaseError
from caseform.model import Case, LinkSign
from caseform.retelling._quotes import quoted, quoted_list
from caseform.retelling._sight import Pair, Sees, cards_seen, everything, is_strength, ties_seen
from caseform.text import Language, listed, say

# A circle of more cards than this cannot be told in a few sentences.
LONGEST = 6
# More circles than this cannot be talked over.
MOST = 8
# On a board where everything is tied to everything there are millions; nobody waits for them.
_LOOKED_AT = 200


def circles(case: Case, *, sees: Sees = everything) -> tuple[tuple[str, ...], ...]:
    """Return the circles that keep themselves going, shortest first.

    A circle keeps itself going where more of a card comes back as more of that card: an even
    number of its links say *less*. A link without a sign ends no circle and makes none.

    Args:
        case: The case.
        sees: Whether a card or link is looked at.

    Returns:
        The ids of the cards of each circle, each working on the next and the last on the first.
        Each begins at the same card however the board is ordered. Of at most `LONGEST` cards,
        and at most `MOST` circles.

    Example:
        >>> from datetime import date
        >>> from caseform.model import Factor, Link, Region
        >>> case = Case(
        ...     id="c-1",
        ...     alias="a",
        ...     region=Region.VL,
        ...     created_on=date(2026, 11, 2),
        ...     factors=(Factor(id="f-1", words="buikpijn"), Factor(id="f-2", words="thuis")),
        ...     links=(
        ...         Link(id="k-1", source="f-1", target="f-2", sign=LinkSign.MORE),
        ...         Link(id="k-2", source="f-2", target="f-1", sign=LinkSign.MORE),
        ...     ),
        ... )
        >>> circles(case)
        (('f-1', 'f-2'),)
        >>> circle_sentence(case, ("f-1", "f-2"), "nl")
        '“buikpijn” maakt “thuis” groter. Zo komt “buikpijn” weer terug.'
    """
    import networkx as nx

    names = list(cards_seen(case, sees))
    # By number, because networkx walks through names in an order that differs from run to run.
    at = {card: n for n, card in enumerate(names)}
    signs = _signs(case, sees)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from((at[source], at[target]) for source, target in signs)
    found: list[tuple[str, ...]] = []
    for length in range(2, LONGEST + 1):
        looked_at = islice(nx.simple_cycles(graph, length_bound=length), _LOOKED_AT)
        of_this_length = [
            _from_first_id([names[n] for n in cycle]) for cycle in looked_at if len(cycle) == length
        ]
        going = [cards for cards in of_this_length if _keeps_itself_going(cards, signs)]
        found += sorted(going, key=lambda cards: [at[card] for card in cards])
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def is_circle(case: Case, cards: Sequence[str], *, sees: Sees = everything) -> bool:
    """Return whether each of `cards` is tied to the next, and the last to the first.

    Args:
        case: The case.
        cards: Ids of the cards, in the order of the circle.
        sees: Whether a card or link is looked at.
    """
    signs = _signs(case, sees)
    return 1 < len(cards) == len(set(cards)) and all(pair in signs for pair in pairs_of(cards))


def circle_sentence(
    case: Case, cards: Sequence[str], language: Language, *, sees: Sees = everything
) -> str:
    """Return the circle as it is said at the table: two or three short sentences.

    Args:
        case: The case.
        cards: Ids of the cards, in the order of the circle.
        language: Of the sentences.
        sees: Whether a card or link is looked at; a link that is not says nothing here.

    Raises:
        InvalidCaseError: They are no circle, or no longer one.
    """
    if not is_circle(case, cards, sees=sees):
        raise InvalidCaseError("errors.no-longer-there")
    signs = _signs(case, sees)
    grows, now = [True], True
    for pair in pairs_of(cards):
        now = now == (signs[pair] is LinkSign.MORE)
        grows.append(now)
    lying = cards_seen(case, sees)
    words = [lying[card].words for card in cards]
    first = say(
        "retelling.more" if grows[1] else "retelling.less",
        language,
        one=quoted(words[0]),
        other=quoted(words[1]),
    )
    if not grows[-1]:
        back = "retelling.back-less"
    elif all(is_strength(lying[card]) for card in cards):
        back = "retelling.back-grows"
    else:
        back = "retelling.back"
    between = _between(words[2:], grows[2:-1], language)
    last = say(back, language, card=quoted(words[0]))
    return " ".join(part for part in (first, between, last) if part)


def pairs_of(cards: Sequence[str]) -> list[Pair]:
    """Return each card of a circle with the one that it works on.

    Example:
        >>> pairs_of(["f-1", "f-2", "f-3"])
        [('f-1', 'f-2'), ('f-2', 'f-3'), ('f-3', 'f-1')]
    """
    return list(zip(cards, (*cards[1:], *cards[:1]), strict=True))


def _between(words: Sequence[str], grows: Sequence[bool], language: Language) -> str:
    """Return what happens between the second card and the way back."""
    if not words:
        return ""
    if len(words) == 1:
        key = "retelling.then-more" if grows[0] else "retelling.then-less"
        return say(key, language, card=quoted(words[0]))
    if len(set(grows)) == 1:
        key = "retelling.then-all-more" if grows[0] else "retelling.then-all-less"
        return say(key, language, cards=quoted_list(words, language))
    parts = [
        say(
            f"retelling.{'part' if n == 0 else 'next'}-{'more' if grow else 'less'}",
            language,
            card=quoted(word),
        )
        for n, (word, grow) in enumerate(zip(words, grows, strict=True))
    ]
    return say("retelling.then-mixed", language, parts=listed(parts, language))


def _signs(case: Case, sees: Sees) -> dict[Pair, LinkSign]:
    return {
        pair: link.sign for pair, link in ties_seen(case, sees).items() if link.sign is not None
    }


def _keeps_itself_going(cards: Sequence[str], signs: dict[Pair, LinkSign]) -> bool:
    return [signs[pair] for pair in pairs_of(cards)].count(LinkSign.LESS) % 2 == 0


def _from_first_id(cards: Sequence[str]) -> tuple[str, ...]:
    start = cards.index(min(cards))
    return (*cards[start:], *cards[:start])
