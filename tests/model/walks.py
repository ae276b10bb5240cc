"""Walks through a case: changes that are drawn by number and always find something to change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from caseform.model import (
    AddItem,
    Case,
    Change,
    EditField,
    EditItem,
    History,
    MoveItem,
    RemoveItem,
    SeveralChanges,
    ShareItem,
)

NOON = datetime(2026, 11, 24, 12)
LABELS = ("youth", "parents", "parent:p-2", "school", "team")
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=12)


def changed(case: Case, history: History, change: Change) -> tuple[Case, History]:
    """Return the case after `change`, and the history with it; nothing changed notes nothing."""
    after = change.apply(case)
    if after == case:
        return case, history
    return after, history.noting(case, after, at=NOON, verb=change.verb)


def undone(case: Case, history: History) -> tuple[Case, History]:
    """Return the case with its newest change taken back, and the history with that."""
    earlier = history.before(case, history.to_undo())
    return earlier, history.noting(case, earlier, at=NOON, verb="undo")


def redone(case: Case, history: History) -> tuple[Case, History]:
    """Return the case with its newest undo taken back, and the history with that."""
    later = history.before(case, history.to_redo())
    return later, history.noting(case, later, at=NOON, verb="redo")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a walk: what is done, to the how-manieth thing, with which words.

    Args:
        act: Name of one of `ACTS`, or ``undo`` or ``redo``.
        one: Which thing, counted round and round.
        other: Which second thing.
        words: Words for what takes words.
        label: Who may see it, for what is shared.
    """

    act: str
    one: int
    other: int
    words: str
    label: str

    def change(self, case: Case, fresh: str) -> Change | None:
        """Return the change that this step makes to `case`, or None where it has nothing to.

        Args:
            case: The case as it is now.
            fresh: An id that was never used.
        """
        return ACTS[self.act](case, self, fresh)


def _nth(items: Sequence[Any], number: int) -> Any:
    return items[number % len(items)] if items else None


def _add_card(case: Case, step: Step, fresh: str) -> Change:
    return AddItem(collection="factors", item={"id": fresh, "words": step.words})


def _add_link(case: Case, step: Step, fresh: str) -> Change | None:
    one, other = _nth(case.factors, step.one), _nth(case.factors, step.other)
    if one == other:
        return None
    sign = ("more", "less", None)[step.one % 3]
    link = {"id": fresh, "source": one.id, "target": other.id, "sign": sign}
    return AddItem(collection="links", item=link)


def _edit_card(case: Case, step: Step, fresh: str) -> Change | None:
    card = _nth(case.factors, step.one)
    fields: dict[str, Any] = {"words": step.words, "strength": step.other % 3 + 1}
    return card and EditItem(collection="factors", id=card.id, fields=fields)


def _remove(case: Case, step: Step, fresh: str) -> Change | None:
    collection, item = _nth(list(case.all_items()), step.one)
    return RemoveItem(collection=collection, id=item.id)


def _remove_card(case: Case, step: Step, fresh: str) -> Change | None:
    card = _nth(case.factors, step.one)
    return card and RemoveItem(collection="factors", id=card.id)


def _move(case: Case, step: Step, fresh: str) -> Change | None:
    collection = ("factors", "links", "return_plan.steps", "school.timetable")[step.one % 4]
    item, before = (_nth(case.items(collection), n) for n in (step.one, step.other))
    if item is None:
        return None
    at = before.id if step.other % 5 else None
    return MoveItem(collection=collection, id=item.id, before=at)


def _share(case: Case, step: Step, fresh: str) -> Change | None:
    items = [each for each in case.all_items() if each[0] not in ("notes", "assessment.safety")]
    collection, item = _nth(items, step.one)
    labels = (step.label,) if step.other % 3 else ()
    return ShareItem(collection=collection, id=item.id, labels=labels)


def _field(case: Case, step: Step, fresh: str) -> Change:
    path = ("problem", "alias", "return_plan.how.travel", "assessment.onset", "school.name")
    return EditField(path=_nth(path, step.one), value=step.words)


def _compare(case: Case, step: Step, fresh: str) -> Change | None:
    cards = [card.id for card in (*case.factors, *case.factors)][step.one % 5 :][:3]
    if len(set(cards)) < 2:
        return None
    item = {
        "id": fresh,
        "cards": list(dict.fromkeys(cards)),
        "verdict": ("agree", "differ")[step.other % 2],
    }
    return AddItem(collection="comparisons", item=item)


def _circle(case: Case, step: Step, fresh: str) -> Change | None:
    one, other = _nth(case.factors, step.one), _nth(case.factors, step.other)
    if one == other:
        return None
    there, back = f"{fresh}-a", f"{fresh}-b"
    return SeveralChanges(
        changes=(
            AddItem(collection="links", item={"id": there, "source": one.id, "target": other.id}),
            AddItem(collection="links", item={"id": back, "source": other.id, "target": one.id}),
            AddItem(collection="circles", item={"id": fresh, "cards": [one.id, other.id]}),
        )
    )


def _sentence(case: Case, step: Step, fresh: str) -> Change | None:
    card = _nth(case.factors, step.one)
    item = {"id": fresh, "about": "away", "language": "nl", "made": "x", "words": step.words}
    return card and AddItem(collection="sentences", item={**item, "cards": [card.id]})


def _view(case: Case, step: Step, fresh: str) -> Change:
    item = {"id": fresh, "who": "p-1", "words": step.words, "on": "2026-11-24"}
    return AddItem(collection="assessment.perspectives", item=item)


def _lay_elsewhere(case: Case, step: Step, fresh: str) -> Change | None:
    card, before = _nth(case.factors, step.one), _nth(case.factors, step.other)
    return card and SeveralChanges(
        changes=(
            EditItem(collection="factors", id=card.id, fields={"place": "school"}),
            MoveItem(collection="factors", id=card.id, before=before.id),
        )
    )


ACTS: dict[str, Callable[[Case, Step, str], Change | None]] = {
    "add-card": _add_card,
    "add-link": _add_link,
    "edit-card": _edit_card,
    "remove": _remove,
    "remove-card": _remove_card,
    "move": _move,
    "share": _share,
    "field": _field,
    "compare": _compare,
    "circle": _circle,
    "sentence": _sentence,
    "view": _view,
    "lay-elsewhere": _lay_elsewhere,
}


def steps() -> st.SearchStrategy[Step]:
    """Return any step; an undo or a redo now and then."""
    acts = [*ACTS, *("undo", "redo") * 3]
    number = st.integers(0, 400)
    return st.builds(
        Step,
        act=st.sampled_from(acts),
        one=number,
        other=number,
        words=WORDS,
        label=st.sampled_from(LABELS),
    )
