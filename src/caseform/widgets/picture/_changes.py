"""From what was done on the board to the verb that does it to the case."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from caseform.catalogue import FactorEntry
from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Bearing,
    Case,
    Change,
    Draw,
    EditItem,
    Factor,
    Item,
    MoveItem,
    SeveralChanges,
    ShareItem,
    new_id,
)
from caseform.projection.build import labels_of_present, sees
from caseform.projection.rooms import Room
from caseform.text import Language

# More lines at once are a slip of the paste key.
MOST_LINES = 60
_BULLET = re.compile(r"^[-–•*·]\s+")
# What is drawn home is kept from school as well: the words of the catalogue's `pull_to_home`.
_SIDES: dict[str | None, tuple[Bearing | None, Draw | None]] = {
    "away": (Bearing.AWAY_FROM_SCHOOL, None),
    "home": (Bearing.AWAY_FROM_SCHOOL, Draw.HOME),
    "toward": (Bearing.TOWARD_SCHOOL, None),
    None: (None, None),
}
_OF_A_CARD = {"said_by", "role", "strength", "certainty", "place"}


def adding(
    case: Case,
    words: str,
    *,
    said_by: str | None,
    today: date,
    entry: FactorEntry | None = None,
    place: str | None = None,
    side: str | None = None,
) -> Change:
    """Return the change that lays one card.

    Args:
        case: The case.
        words: What stands on it.
        said_by: Id of the person whose words they are, if it is one of the case.
        today: The day on which it is written.
        entry: The catalogue's entry that it is an instance of; it brings its place and bearing,
            never a role, because that is for the clinician to say.
        place: The row that it was laid in, if it was laid somewhere.
        side: The column that it was laid in.

    Raises:
        InvalidCaseError: There are no words, or no such row or column.

    Example:
        >>> from caseform.model import Region
        >>> case = Case(id="c-1", alias="a", region=Region.VL, created_on=date(2026, 11, 2))
        >>> card = adding(case, " buikpijn ", said_by=None, today=date(2026, 11, 24))
        >>> card.apply(case).factors[0].words
        'buikpijn'
    """
    card: dict[str, Any] = {
        "id": new_id("f"),
        "words": words.strip(),
        "said_by": said_by if case.person(said_by) else None,
        "recorded_on": today.isoformat(),
    }
    if not card["words"]:
        raise InvalidCaseError("errors.impossible-value", where="words")
    if entry is not None:
        card |= {"entry": entry.id, "place": entry.place, "bearing": entry.bearing}
        card["draw"] = entry.draw
    if place is not None:
        card["place"] = place
    if side is not None:
        card |= side_fields(side)
    return AddItem(collection="factors", item=card)


def adding_lines(case: Case, lines: Sequence[str], *, said_by: str | None, today: date) -> Change:
    """Return the one change that lays a card for each line that has words.

    Example:
        >>> from caseform.model import Region
        >>> case = Case(id="c-1", alias="a", region=Region.VL, created_on=date(2026, 11, 2))
        >>> pasted = ["- buikpijn", "", "- kookles"]
        >>> change = adding_lines(case, pasted, said_by=None, today=date(2026, 11, 24))
        >>> [card.words for card in change.apply(case).factors]
        ['buikpijn', 'kookles']
    """
    written = [_BULLET.sub("", line.strip()) for line in lines]
    return SeveralChanges(
        changes=tuple(
            adding(case, words, said_by=said_by, today=today) for words in written if words
        )
    )


def wording(entry: FactorEntry, language: Language, *, by_youth: bool, watching: bool) -> str:
    """Return the words that a card of `entry` starts with: in the first person for the youth.

    While a room is watching they are the family's, because those are what was offered.
    """
    return (entry.self_ if by_youth and not watching else entry.family).in_(language)


def moving(
    case: Case,
    card_id: str,
    *,
    place: str | None,
    side: str | None,
    before: str | None,
    along: Sequence[str] = (),
) -> Change | None:
    """Return the change that lays a card elsewhere; None where it lies there already.

    Args:
        case: The case.
        card_id: Which card.
        place: The row, or None for the tray.
        side: The column: ``away``, ``home``, ``toward``, or None for the tray.
        before: The card that comes after it in that cell; None lays it last.
        along: Cards that say the same and lie under it, so that they go along.

    Raises:
        InvalidCaseError: There is no such card, or no such column.
    """
    changes = _moving_one(case, card_id, place, side, before)
    for other in along:
        changes += _moving_one(case, other, place, side, None)
    if len(changes) < 2:
        return changes[0] if changes else None
    return SeveralChanges(changes=tuple(changes))


def _moving_one(
    case: Case, card_id: str, place: str | None, side: str | None, before: str | None
) -> list[Change]:
    card = _card(case, card_id)
    changes: list[Change] = []
    fields = {"place": place} if place != card.place else {}
    if side != card.side:
        fields |= side_fields(side)
    if fields:
        changes.append(EditItem(collection="factors", id=card_id, fields=fields))
    order = [other.id for other in case.factors]
    following = order[order.index(card_id) + 1 :]
    if before != (following[0] if following else None):
        changes.append(MoveItem(collection="factors", id=card_id, before=before))
    return changes


def side_fields(side: str | None) -> dict[str, Any]:
    """Return what a card says of itself when it lies in the column `side`.

    Example:
        >>> side_fields("home")
        {'bearing': 'away-from-school', 'draw': 'home'}

    Raises:
        InvalidCaseError: There is no such column.
    """
    if side not in _SIDES:
        raise InvalidCaseError("errors.no-such-part")
    bearing, draw = _SIDES[side]
    return {"bearing": bearing and bearing.value, "draw": draw and draw.value}


def setting(case: Case, card_id: str, name: str, value: Any) -> Change:
    """Return the change that answers one question about a card; None takes the answer back.

    Raises:
        InvalidCaseError: There is no such card or question.
    """
    _card(case, card_id)
    if name == "side":
        return EditItem(collection="factors", id=card_id, fields=side_fields(value))
    if name not in _OF_A_CARD:
        raise InvalidCaseError("errors.no-such-part")
    return EditItem(collection="factors", id=card_id, fields={name: value})


def rewording(card_id: str, name: str, text: str, *, was: str | None) -> Change:
    """Return the change of a text on a card, which clashes if it is no longer what `was` shown.

    Raises:
        InvalidCaseError: A card has no such text.
    """
    if name not in {"words", "since"}:
        raise InvalidCaseError("errors.no-such-part")
    return EditItem(
        collection="factors",
        id=card_id,
        fields={name: text.strip()},
        was={} if was is None else {name: was},
    )


def audiences(case: Case, item: Any, known: Sequence[str]) -> list[str]:
    """Return which of the labels `known` may see `item`."""
    return [label for label in known if sees(case, label, item.shared_with)]


def sharing(case: Case, card_id: str, label: str, on: bool, *, known: Sequence[str]) -> Change:
    """Return the change that shares a card with one audience more, or one less.

    "The parents" become each parent by themselves, so that one of them can be left out.
    """
    now = [each for each in audiences(case, _card(case, card_id), known) if each != label]
    labels = (*now, label) if on else tuple(now)
    return ShareItem(collection="factors", id=card_id, labels=labels)


def sharing_here(case: Case, card_id: str, room: str, *, known: Sequence[str]) -> Change:
    """Return the change that shares a card with everyone present, one label per person."""
    now = audiences(case, _card(case, card_id), known)
    here = labels_of_present(case, Room.parse(room))
    return ShareItem(collection="factors", id=card_id, labels=tuple(dict.fromkeys((*now, *here))))


def withdrawing(card_id: str) -> Change:
    """Return the change that keeps a card to the therapist alone."""
    return ShareItem(collection="factors", id=card_id, labels=())


def sharing_link(case: Case, link_id: str, on: bool, *, known: Sequence[str]) -> Change:
    """Return the change that shares a link with whoever sees both of its cards, or with nobody."""
    link = case.find("links", link_id)
    if link is None:
        raise InvalidCaseError("errors.no-longer-there")
    labels = seeing_both(case, link.source, link.target, known) if on else []
    return ShareItem(collection="links", id=link_id, labels=tuple(labels))


def seeing_both(case: Case, one: str, other: str, known: Sequence[str]) -> list[str]:
    """Return which of the labels `known` may see both cards."""
    also = audiences(case, _card(case, other), known)
    return [label for label in audiences(case, _card(case, one), known) if label in also]


def linking(case: Case, source: str, target: str, sign: str, *, today: date) -> Change:
    """Return the change that ties two cards; tied already, they get the new sign."""
    tied = next((k for k in case.links if (k.source, k.target) == (source, target)), None)
    if tied is not None:
        return EditItem(collection="links", id=tied.id, fields={"sign": sign})
    link = {"id": new_id("k"), "source": source, "target": target, "sign": sign}
    return AddItem(collection="links", item={**link, "recorded_on": today.isoformat()})


def working_on(case: Case, collection: str, item_id: str, card_id: str, on: bool) -> Change:
    """Return the change that says a step or a goal works on a card, or no longer.

    Args:
        case: The case.
        collection: ``return_plan.steps`` or ``goals``.
        item_id: Which step or goal.
        card_id: Which card.
        on: Whether it does.

    Raises:
        InvalidCaseError: There is no such card, step or goal.
    """
    _card(case, card_id)
    item = case.find(collection, item_id)
    if item is None:
        raise InvalidCaseError("errors.no-longer-there")
    left = [factor for factor in item.factors if factor != card_id]
    fields = {"factors": [*left, card_id] if on else left}
    return EditItem(collection=collection, id=item_id, fields=fields)


def bringing_back(before: Case, card_id: str, case: Case) -> Change:
    """Return the change that lays a card back as it was in `before`, with what spoke of it.

    Args:
        before: The case as it was when the card still lay there.
        card_id: Which card.
        case: The case now; what was changed meanwhile stays.
    """
    card = _card(before, card_id)
    lying = {other.id for other in case.factors} | {card_id}
    links = [
        link
        for link in before.links
        if card_id in (link.source, link.target) and {link.source, link.target} <= lying
    ]
    circles = [one for one in before.circles if card_id in one.cards and lying >= set(one.cards)]
    sentences = [one for one in before.sentences if card_id in one.cards]
    changes = [
        *_back_in_order("factors", before, case, card),
        *(change for link in links for change in _back_in_order("links", before, case, link)),
        *(_added("circles", circle) for circle in circles),
        *(_added("sentences", sentence) for sentence in sentences),
        *_compared_again(before, card_id, case),
    ]
    return SeveralChanges(changes=tuple(changes))


def _compared_again(before: Case, card_id: str, case: Case) -> list[Change]:
    """Return the changes that lay a card beside the others that it was compared with."""
    changes: list[Change] = []
    for held in before.comparisons:
        if card_id not in held.cards:
            continue
        now = case.find("comparisons", held.id)
        lying = {other.id for other in case.factors} | {card_id}
        cards = [card for card in held.cards if card in lying]
        if now is not None:
            fields = {"cards": [*now.cards, card_id]}
            changes.append(EditItem(collection="comparisons", id=held.id, fields=fields))
        elif len(cards) > 1:
            kept = held.model_copy(update={"cards": tuple(cards)})
            changes.append(_added("comparisons", kept))
    return changes


def _added(collection: str, item: Item) -> Change:
    return AddItem(collection=collection, item=item.model_dump(mode="json"))


def _back_in_order(collection: str, before: Case, case: Case, item: Item) -> list[Change]:
    """Return the changes that add `item` before the one that came after it."""
    order = [other.id for other in before.items(collection)]
    left = {other.id for other in case.items(collection)}
    after = next((each for each in order[order.index(item.id) + 1 :] if each in left), None)
    add = _added(collection, item)
    return (
        [add] if after is None else [add, MoveItem(collection=collection, id=item.id, before=after)]
    )


def _card(case: Case, card_id: str) -> Factor:
    card = case.find("factors", card_id)
    if not isinstance(card, Factor):
        raise InvalidCaseError("errors.no-longer-there")
    return card
