"""What of the picture is looked at: cards, and the ties between them."""

from collections.abc import Callable, Mapping

from caseform.model import Case, Factor, Item, Link, Role

Sees = Callable[[Item], bool]
Pair = tuple[str, str]


def everything(item: Item) -> bool:
    """See all there is: what the therapist sees."""
    return True


def cards_seen(case: Case, sees: Sees) -> dict[str, Factor]:
    """Return the cards that are looked at, by id and in the order of the board."""
    return {card.id: card for card in case.factors if sees(card)}


def ties_seen(case: Case, sees: Sees) -> Mapping[Pair, Link]:
    """Return the links between two cards that are looked at, by the ids of the two.

    A link of a card to itself says nothing to anyone, and is left out. Of two links between the
    same cards the later one holds; one that is not looked at never hides another.
    """
    lying = cards_seen(case, sees)
    return {
        (link.source, link.target): link
        for link in case.links
        if sees(link) and link.source != link.target and {link.source, link.target} <= lying.keys()
    }


def is_strength(card: Factor) -> bool:
    """Return whether `card` is marked as something that gives strength.

    Example:
        >>> is_strength(Factor(id="f-1", words="kookles", role=Role.PROTECTIVE))
        True
    """
    return card.role is Role.PROTECTIVE
