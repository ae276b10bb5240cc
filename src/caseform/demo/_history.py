"""The history of a demo case: its last changes, made again by the verbs that everyone uses."""

import json
from datetime import UTC, date, datetime, time
from typing import Any

from caseform.model import AddItem, Case, Change, EditItem, History, ShareItem


def remade(case: Case, changes: list[dict[str, Any]]) -> tuple[Case, History]:
    """Return `case` with a history in which it came about by `changes`.

    They are taken back from the finished case, last one first, and then made again: undo has to
    work on them as on any other, and what is told of them cannot drift from what the case says.

    Args:
        case: The finished case.
        changes: Oldest first: ``verb``, ``collection``, ``id``, ``on`` (ISO date), ``at`` (time)
            and, for an edit, ``was``: the fields as they were.
    """
    made: list[tuple[datetime, Change]] = []
    for told in reversed(changes):
        at = datetime.combine(
            date.fromisoformat(told["on"]), time.fromisoformat(told["at"]), tzinfo=UTC
        )
        case, change = _taken_back(case, told)
        made.append((at, change))
    history = History()
    for at, change in reversed(made):
        after = change.apply(case)
        history = history.noting(
            case, after, at=at, verb=change.verb, part=getattr(change, "collection", "")
        )
        case = after
    return case, history


def _taken_back(case: Case, told: dict[str, Any]) -> tuple[Case, Change]:
    """Return `case` before the change that was told, and the verb that makes the change."""
    collection, item_id = told["collection"], told["id"]
    item = case.find(collection, item_id)
    written = item.model_dump(mode="json")
    if told["verb"] == "add":
        rest = tuple(other for other in case.items(collection) if other.id != item_id)
        return case.with_items(collection, rest), AddItem(collection=collection, item=written)
    if told["verb"] == "share":
        private = item.model_copy(update={"shared_with": ()})
        share = ShareItem(collection=collection, id=item_id, labels=item.shared_with)
        return case.with_item(collection, private), share
    before = type(item).model_validate_json(json.dumps({**written, **told["was"]}))
    fields = told["was"].keys()
    edit = EditItem(
        collection=collection,
        id=item_id,
        fields={name: written[name] for name in fields},
        was={name: before.model_dump(mode="json")[name] for name in fields},
    )
    return case.with_item(collection, before), edit
