"""Sentences that more than one part of a retelling says: what ties two cards, who says the same."""

from collections.abc import Callable

from caseform.model import Case, Comparison, Factor, LinkSign, Verdict
from caseform.retelling._quotes import quoted, quoted_list
from caseform.retelling._sight import Sees, cards_seen
from caseform.text import Language, say

Speaker = Callable[[str | None], str | None]

_LINKS = {LinkSign.MORE: "more", LinkSign.LESS: "less", None: "open"}


def called_in(case: Case) -> Speaker:
    """Return what gives the name by which the case calls each person."""

    def called(person_id: str | None) -> str | None:
        person = case.person(person_id)
        return person.called if person else None

    return called


def link_sentence(one: Factor, other: Factor, sign: LinkSign | None, language: Language) -> str:
    """Return what one card does to another, as far as somebody said so.

    Example:
        >>> ache, home = Factor(id="f-1", words="buikpijn"), Factor(id="f-2", words="thuis")
        >>> link_sentence(ache, home, None, "nl")
        '“buikpijn” en “thuis” hangen samen.'
    """
    key = f"retelling.{_LINKS[sign]}"
    return say(key, language, one=quoted(one.words), other=quoted(other.words))


def compared_cards(case: Case, held: Comparison, sees: Sees) -> list[Factor]:
    """Return the cards of a comparison that are looked at; none where only one is."""
    lying = cards_seen(case, sees)
    cards = [lying[card] for card in held.cards if card in lying]
    return cards if len(cards) > 1 else []


def compared_sentence(
    cards: list[Factor], verdict: Verdict, language: Language, speaker: Speaker
) -> str:
    """Return who says what of the same thing, and whether they see it alike.

    Args:
        cards: The cards that were laid beside each other.
        verdict: Whether they say the same.
        language: Of the sentences.
        speaker: Gives what a person is called, or None where that is not said.

    Example:
        >>> cards = [
        ...     Factor(id="f-1", words="saai", said_by="p-1"),
        ...     Factor(id="f-2", words="te druk", said_by="p-2"),
        ... ]
        >>> names = {"p-1": "Noor", "p-2": "moeder"}
        >>> compared_sentence(cards, Verdict.DIFFER, "nl", names.get)
        '“saai”, zegt Noor. “te druk”, zegt moeder. Dat zien ze verschillend, en dat mag.'
    """
    named = [(card, name) for card in cards if (name := speaker(card.said_by))]
    others = [card.words for card in cards if not speaker(card.said_by)]
    said = [say("retelling.says", language, card=quoted(c.words), name=name) for c, name in named]
    if others:
        key = "retelling.said-too" if said else "retelling.said"
        said.append(say(key, language, cards=quoted_list(others, language)))
    are_people = not others and len({card.said_by for card, _ in named}) > 1
    key = f"retelling.{'they-' if are_people else ''}{verdict.value}"
    return " ".join([*said, say(key, language)])
