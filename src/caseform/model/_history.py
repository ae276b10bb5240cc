"""The history of a case: what each change replaced, so that any version can be had again."""

import json
from datetime import datetime
from typing import Any

from pydantic import Field, JsonValue

from caseform.errors import InvalidCaseError
from caseform.model._base import Value
from caseform.model._case import COLLECTIONS, Case

_ORDER = "#order"

# The parts of a case whose fields change one by one.
_PARTS = frozenset({"", "assessment", "school", "return_plan", "return_plan.how"})


class Version(Value):
    """One entry of the history.

    Args:
        number: 1 for the first change.
        at: When.
        verb: ``add``, ``edit``, ``remove``, ``move``, ``share``, ``field``, ``several``,
            ``undo``, ``redo``, ``restore`` or ``erase``.
        part: Path of the list or field that it touched.
        before: What stood there before: a value for each place that changed; a place that did
            not exist stands in `born`.
        born: The places that did not exist before.
    """

    number: int
    at: datetime
    verb: str
    part: str = ""
    before: dict[str, JsonValue] = Field(default_factory=dict)
    born: tuple[str, ...] = ()


class History(Value):
    """All versions of a case, oldest first.

    Undo has no end: an undo is itself a version, and so is a restored one.
    """

    versions: tuple[Version, ...] = ()

    def noting(self, old: Case, new: Case, *, at: datetime, verb: str, part: str = "") -> "History":
        """Return this history with one more version, the change from `old` to `new`."""
        was, now = _flat(old), _flat(new)
        changed = [place for place in was.keys() | now.keys() if was.get(place) != now.get(place)]
        version = Version(
            number=len(self.versions) + 1,
            at=at,
            verb=verb,
            part=part,
            before={place: was[place] for place in sorted(changed) if place in was},
            born=tuple(place for place in sorted(changed) if place not in was),
        )
        return History(versions=(*self.versions, version))

    def to_undo(self) -> Version | None:
        """Return the version that an undo would take back, or None at the start."""
        undoable, _ = self._stacks()
        return undoable[-1] if undoable else None

    def to_redo(self) -> Version | None:
        """Return the undo that a redo would take back, or None."""
        _, redoable = self._stacks()
        return redoable[-1] if redoable else None

    def before(self, case: Case, version: Version) -> Case:
        """Return `case` as it was before `version`, all later ones being undone."""
        places = _flat(case)
        for born in version.born:
            places.pop(born, None)
        return _case_of({**places, **version.before})

    def at_number(self, case: Case, number: int) -> Case:
        """Return the case as it was just after version `number`; 0 is the beginning.

        Args:
            case: The newest version.
            number: From 0 to the number of versions.

        Raises:
            InvalidCaseError: There is no such version.
        """
        if not 0 <= number <= len(self.versions):
            raise InvalidCaseError("errors.no-such-version", number=number)
        places = _flat(case)
        for version in reversed(self.versions[number:]):
            for born in version.born:
                places.pop(born, None)
            places.update(version.before)
        return _case_of(places)

    def without_item(self, item_id: str) -> "History":
        """Return this history with everything that was ever said in item `item_id` removed."""
        mentions = {
            place.rpartition("/")[2]
            for version in self.versions
            for place, value in version.before.items()
            if isinstance(value, dict) and item_id in _spoken_of(value)
        }
        gone = {item_id, *mentions}
        return History(versions=tuple(_without(version, gone) for version in self.versions))

    def _stacks(self) -> tuple[list[Version], list[Version]]:
        undoable: list[Version] = []
        redoable: list[Version] = []
        for version in self.versions:
            match version.verb:
                case "undo":
                    undoable.pop()
                    redoable.append(version)
                case "redo":
                    redoable.pop()
                    undoable.append(version)
                case "erase":
                    # What was erased cannot come back by way of an undo either.
                    undoable.clear()
                    redoable.clear()
                case _:
                    undoable.append(version)
                    redoable.clear()
        return undoable, redoable


def _spoken_of(item: dict[str, Any]) -> set[Any]:
    """Return the ids of the cards that a link, a circle, a comparison or a sentence speaks of."""
    return {item.get("source"), item.get("target"), *(item.get("cards") or ())}


def _without(version: Version, gone: set[str]) -> Version:
    before: dict[str, JsonValue] = {}
    for place, value in version.before.items():
        if place.rpartition("/")[2] in gone:
            continue
        if place.endswith(_ORDER) and isinstance(value, list):
            before[place] = [name for name in value if name not in gone]
        else:
            before[place] = value
    born = tuple(place for place in version.born if place.rpartition("/")[2] not in gone)
    return version.model_copy(update={"before": before, "born": born})


def _flat(case: Case) -> dict[str, Any]:
    """Return each place of the case with its value: an item, an order of ids, or a field."""
    document = json.loads(case.model_dump_json())
    places: dict[str, Any] = {}

    def walk(value: Any, path: str) -> None:
        if path in COLLECTIONS:
            places[path + _ORDER] = [item["id"] for item in value]
            places.update({f"{path}/{item['id']}": item for item in value})
        elif isinstance(value, dict) and path in _PARTS:
            for name, part in value.items():
                walk(part, f"{path}.{name}" if path else name)
        else:
            places[path] = value

    walk(document, "")
    return places


def _case_of(places: dict[str, Any]) -> Case:
    document: dict[str, Any] = {}
    for place, value in places.items():
        if "/" in place:
            continue
        path = place.removesuffix(_ORDER)
        *way, last = path.split(".")
        holder = document
        for name in way:
            holder = holder.setdefault(name, {})
        if path in COLLECTIONS:
            # An item that was erased meanwhile stays away.
            value = [places[f"{path}/{name}"] for name in value if f"{path}/{name}" in places]
        holder[last] = value
    return Case.model_validate_json(json.dumps(document))
