"""From what is read from the board to the verb that writes it down: voices, circles, sentences."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Case,
    Change,
    Circle,
    Comparison,
    EditedSentence,
    EditItem,
    RemoveItem,
    SeveralChanges,
    ShareItem,
    Verdict,
    new_id,
)
from caseform.retelling import is_circle
from caseform.text import Language
from caseform.widgets.picture._changes import audiences


def comparing(case: Case, one: str, other: str, verdict: Verdict, *, today: date) -> Change:
    """Return the change that lays two cards of different people beside each other.

    Cards that already say the same as one of them come along, so that a third voice joins the
    two that agree. A pair that was compared before gets the new verdict.

    Raises:
        InvalidCaseError: They are one card, or somebody said both.

    Example:
        >>> from caseform.model import Factor, Region
        >>> cards = (Factor(id="f-1", words="moe"), Factor(id="f-2", words="moe", said_by="p-2"))
        >>> case = Case(
        ...     id="c-1", alias="a", region=Region.VL, created_on=date(2026, 11, 2), factors=cards
        ... )
        >>> change = comparing(case, "f-1", "f-2", Verdict.AGREE, today=date(2026, 11, 24))
        >>> change.apply(case).comparisons[0].cards
        ('f-1', 'f-2')
    """
    cards = [case.find("factors", card) for card in (one, other)]
    if None in cards:
        raise InvalidCaseError("errors.no-longer-there")
    if one == other or cards[0].said_by == cards[1].said_by:
        raise InvalidCaseError("errors.compare-needs-two-people")
    item = {
        "id": new_id("v"),
        "cards": [one, other],
        "verdict": verdict,
        "recorded_on": today.isoformat(),
    }
    anew = AddItem(collection="comparisons", item=item)
    before = compared(case, one, other)
    if before is not None and len(before.cards) > 2:
        # Only these two are spoken of; the others go on together.
        return SeveralChanges(changes=(splitting(case, before.id, other), anew))
    if before is not None:
        return EditItem(collection="comparisons", id=before.id, fields={"verdict": verdict})
    if verdict is Verdict.AGREE:
        for held in case.comparisons:
            if held.verdict is Verdict.AGREE and {one, other} & set(held.cards):
                joined = list(dict.fromkeys((*held.cards, one, other)))
                return EditItem(collection="comparisons", id=held.id, fields={"cards": joined})
    return anew


def splitting(case: Case, comparison_id: str, card_id: str) -> Change:
    """Return the change that takes one card out of a comparison; of two, it ends.

    Raises:
        InvalidCaseError: There is no such comparison, or the card is not in it.
    """
    held = case.find("comparisons", comparison_id)
    if not isinstance(held, Comparison) or card_id not in held.cards:
        raise InvalidCaseError("errors.no-longer-there")
    left = [card for card in held.cards if card != card_id]
    if len(left) < 2:
        return RemoveItem(collection="comparisons", id=comparison_id)
    return EditItem(collection="comparisons", id=comparison_id, fields={"cards": left})


def compared(case: Case, one: str, other: str) -> Comparison | None:
    """Return the comparison that holds both cards, if there is one."""
    return next((held for held in case.comparisons if {one, other} <= set(held.cards)), None)


def choosing_circle(case: Case, cards: Sequence[str], *, today: date) -> Change:
    """Return the change that keeps a circle to look at.

    Raises:
        InvalidCaseError: Its cards are not tied round to the start.
    """
    if not is_circle(case, cards):
        raise InvalidCaseError("errors.no-longer-there")
    item = {"id": new_id("o"), "cards": list(cards), "recorded_on": today.isoformat()}
    return AddItem(collection="circles", item=item)


def sharing_circle(case: Case, circle_id: str, on: bool, *, known: Sequence[str]) -> Change:
    """Return the change that shares a circle with whoever sees all of it, or with nobody.

    Raises:
        InvalidCaseError: There is no such circle.
    """
    circle = case.find("circles", circle_id)
    if not isinstance(circle, Circle):
        raise InvalidCaseError("errors.no-longer-there")
    labels = seeing_circle(case, circle.cards, known) if on else []
    return ShareItem(collection="circles", id=circle_id, labels=tuple(labels))


def seeing_circle(case: Case, cards: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return which of the labels `known` may see every card and every link of a circle."""
    pairs = set(zip(cards, (*cards[1:], *cards[:1]), strict=True))
    parts = [case.find("factors", card) for card in cards]
    parts += [link for link in case.links if (link.source, link.target) in pairs]
    seen = [set(audiences(case, part, known)) for part in parts if part is not None]
    return [label for label in known if all(label in each for each in seen)]


def correcting(
    case: Case,
    about: str,
    made: str,
    words: str,
    *,
    cards: Sequence[str],
    language: Language,
    labels: Sequence[str],
    today: date,
) -> Change | None:
    """Return the change that keeps a sentence as a person corrected it.

    Args:
        case: The case.
        about: The name of the sentence.
        made: The sentence as it is made now.
        words: As it was corrected; the sentence itself, or nothing, ends the correction.
        cards: Ids of the cards that it speaks of.
        language: The language that it is in.
        labels: Who may see the correction.
        today: The day on which it is written.

    Returns:
        The change, or None where nothing would change.
    """
    before = correction(case, about, language)
    words = words.strip()
    if words in ("", made):
        return RemoveItem(collection="sentences", id=before.id) if before else None
    fields: dict[str, Any] = {"made": made, "words": words, "cards": list(cards)}
    if before is not None:
        return EditItem(collection="sentences", id=before.id, fields=fields)
    item = {
        "id": new_id("w"),
        "about": about,
        "language": language,
        "shared_with": list(labels),
        "recorded_on": today.isoformat(),
        **fields,
    }
    return AddItem(collection="sentences", item=item)


def correction(case: Case, about: str, language: Language) -> EditedSentence | None:
    """Return how someone corrected the sentence `about`, if they did."""
    return next(
        (one for one in case.sentences if (one.about, one.language) == (about, language)), None
    )
