"""Circles: what keeps what going, round to the start."""

from collections.abc import Callable, Sequence

from caseform.model import Case, Item, LinkSign
from caseform.text import Language, say

# A circle of more cards than this cannot be told in one sentence.
LONGEST = 6
# More circles than this cannot be talked over.
MOST = 8

Sees = Callable[[Item], bool]


def everything(item: Item) -> bool:
    """See all there is: what the therapist sees."""
    return True


def circles(case: Case, *, sees: Sees = everything) -> tuple[tuple[str, ...], ...]:
    """Return the circles that keep themselves going, shortest first.

    A circle keeps itself going where more of a card comes back as more of that card: an even
    number of its links say *less*. A link without a sign ends no circle and makes none.

    Args:
        case: The case.
        sees: Whether a card or link is looked at.

    Returns:
        The ids of the cards of each circle, each working on the next and the last on the first.
        Of at most `LONGEST` cards, and at most `MOST` circles.
    """
    import networkx as nx

    lying = {card.id for card in case.factors if sees(card)}
    graph = nx.DiGraph()
    for link in case.links:
        if link.sign is not None and sees(link) and {link.source, link.target} <= lying:
            graph.add_edge(link.source, link.target, sign=link.sign)
    order = {card.id: n for n, card in enumerate(case.factors)}
    found = []
    for cycle in nx.simple_cycles(graph, length_bound=LONGEST):
        if _keeps_itself_going(graph, cycle):
            start = min(range(len(cycle)), key=lambda n: order[cycle[n]])
            found.append(tuple(cycle[start:] + cycle[:start]))
    found.sort(key=lambda cycle: (len(cycle), [order[card] for card in cycle]))
    return tuple(found[:MOST])


def is_circle(case: Case, cards: Sequence[str], *, sees: Sees = everything) -> bool:
    """Return whether each of `cards` is tied to the next, and the last to the first."""
    ties = {(link.source, link.target): link for link in case.links if link.sign is not None}
    pairs = list(zip(cards, (*cards[1:], *cards[:1]), strict=True))
    return len(cards) > 1 and all(pair in ties and sees(ties[pair]) for pair in pairs)


def circle_sentence(case: Case, cards: Sequence[str], language: Language) -> str:
    """Return the circle as it is said at the table."""
    words = [case.find("factors", card).words for card in cards]
    return say("retelling.circle", language, first=words[0], then=words[-1])


def _keeps_itself_going(graph: object, cycle: Sequence[str]) -> bool:
    pairs = zip(cycle, (*cycle[1:], *cycle[:1]), strict=True)
    signs = [graph.edges[pair]["sign"] for pair in pairs]  # type: ignore[attr-defined]
    return signs.count(LinkSign.LESS) % 2 == 0
