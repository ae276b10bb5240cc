"""From what is read from the board to the verb that writes it down: voices, circles, sentences."""

from collections.abc import Container, Sequence
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
    EditField,
    EditItem,
    RemoveItem,
    SeveralChanges,
    ShareItem,
    Verdict,
    new_id,
)
from caseform.retelling import is_circle, retell
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


def sharing_told(case: Case, labels: Sequence[str]) -> Change:
    """Return the change that lets these audiences read their part of the picture in words.

    How the sentences were corrected goes with them: whoever reads a sentence reads it as it was
    corrected, also where that was done before it was shared.
    """
    told = EditField(path="said_back_shared_with", value=list(labels))
    corrected = (
        ShareItem(collection="sentences", id=one.id, labels=tuple(labels)) for one in case.sentences
    )
    return SeveralChanges(changes=(told, *corrected))


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
    before = correction(case, about, made, language, still_made=still_made(case, language))
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


def correction(
    case: Case, about: str, made: str, language: Language, *, still_made: Container[str]
) -> EditedSentence | None:
    """Return how someone corrected a sentence, if they did.

    The short version and the whole one may each say the same part in other words; a correction
    of the one says nothing of the other.

    Args:
        case: The case.
        about: The name of the sentence.
        made: The sentence as it is made now.
        language: The language that it is in.
        still_made: Every sentence that is made now; a correction of one that is not made any more
            stands at what is made in its place.
    """
    held = [one for one in case.sentences if (one.about, one.language) == (about, language)]
    own = next((one for one in held if one.made == made), None)
    return own or next((one for one in held if one.made not in still_made), None)


def still_made(case: Case, language: Language) -> frozenset[str]:
    """Return every sentence that the board makes now, in its short version and its whole one."""
    told = (*retell(case, language, short=True), *retell(case, language, onset=True))
    return frozenset(one.text for one in told)
