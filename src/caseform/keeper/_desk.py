"""The desk: one open case, its history, and the file that it is written to."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Protocol

from pydantic import ValidationError

from caseform.errors import InvalidCaseError, StoreError
from caseform.model import FORMAT, Case, Change, History, Version


class CaseFile(Protocol):
    """What a desk needs of the file that its case is written to: an `Unlocked`, as a rule."""

    @property
    def document(self) -> dict[str, Any]:
        """What stands in the file."""

    def save(self, document: dict[str, Any]) -> None:
        """Write the file, whole or not at all."""

    def rewrite_backups(self, transform: Callable[[dict[str, Any]], dict[str, Any]]) -> object:
        """Change every backup."""

    def change_passphrase(self, old: str, new: str) -> None:
        """Put a new passphrase on the file."""

    def lock(self) -> None:
        """Drop the key."""


class Desk:
    """One open case with everything that may be done to it.

    Verbs are applied to the newest version. A verb gives a new case and a new entry in the
    history.

    Args:
        unlocked: The opened case file.
        now: The clock.

    Raises:
        StoreError: The file holds something that this version cannot read; it is left alone.
    """

    def __init__(self, unlocked: CaseFile, *, now: Callable[[], datetime] = datetime.now) -> None:
        self._unlocked = unlocked
        self._now = now
        self.case, self.history = from_document(unlocked.document)

    @property
    def number(self) -> int:
        """The number of the newest version."""
        return len(self.history.versions)

    @property
    def today(self) -> date:
        """The day, by the desk's clock."""
        return self._now().date()

    def apply(self, change: Change) -> None:
        """Apply `change` to the newest version.

        Raises:
            InvalidCaseError: It asks the impossible; nothing was changed.
            ClashError: The same field was changed elsewhere meanwhile; nothing was changed.
        """
        part = getattr(change, "collection", "") or getattr(change, "path", "")
        self._become(change.apply(self.case), verb=change.verb, part=part)

    def undo(self) -> bool:
        """Take back the newest change that was not taken back yet; False at the start."""
        return self._step_back(self.history.to_undo(), "undo")

    def redo(self) -> bool:
        """Take back the newest undo; False where there is none."""
        return self._step_back(self.history.to_redo(), "redo")

    def restore(self, number: int) -> None:
        """Make the case as it was after version `number`; the versions in between stay.

        Raises:
            InvalidCaseError: There is no such version.
        """
        self._become(self.history.at_number(self.case, number), verb="restore")

    def case_on(self, day: date) -> Case:
        """Return the case as it was at the end of `day`; before the first change, as it began."""
        number = sum(version.at.date() <= day for version in self.history.versions)
        return self.history.at_number(self.case, number)

    def days(self) -> tuple[date, ...]:
        """Return the days on which something was changed, oldest first."""
        return tuple(dict.fromkeys(version.at.date() for version in self.history.versions))

    def replace(self, case: Case) -> None:
        """Put a case that was read from elsewhere in place of this one, as one more version.

        Raises:
            InvalidCaseError: It is another case than this.
        """
        if case.id != self.case.id and self.number:
            raise InvalidCaseError("errors.another-case")
        self._become(case, verb="import")

    def erase(self, item_id: str) -> None:
        """Remove an item from the case, its history and its backups; a dated mark stays.

        Raises:
            InvalidCaseError: There is no such item, now or in any version.
        """
        found = next((c for c, item in self.case.all_items() if item.id == item_id), "")
        known = any(item_id in place for v in self.history.versions for place in _places(v))
        if not found and not known:
            raise InvalidCaseError("errors.no-longer-there")
        left = self.case.without_item(found, item_id) if found else self.case
        history = self.history.without_item(item_id)
        mark = Version(number=len(history.versions) + 1, at=self._now(), verb="erase", part=found)
        self.case = left
        self.history = History(versions=(*history.versions, mark))
        self.write(self.document())
        self._unlocked.rewrite_backups(lambda document: _erased(document, item_id))

    def document(self) -> dict[str, Any]:
        """Return what is to be written to the file."""
        return to_document(self.case, self.history)

    def write(self, document: dict[str, Any]) -> None:
        """Write `document` to the case's file, whole or not at all.

        The document is taken first and written on another thread, so that a verb that comes in
        meanwhile waits for nothing and changes nothing halfway.

        Raises:
            StoreError: It could not be written; the file is as it was, the case is still here.
        """
        self._unlocked.save(document)

    def change_passphrase(self, old: str, new: str) -> None:
        """Put a new passphrase on the file.

        Raises:
            StoreError: The old one is not right; nothing was changed.
        """
        self._unlocked.change_passphrase(old, new)

    def close(self) -> None:
        """Drop the key."""
        self._unlocked.lock()

    def _become(self, case: Case, *, verb: str, part: str = "") -> None:
        if case == self.case:
            return
        self.history = self.history.noting(self.case, case, at=self._now(), verb=verb, part=part)
        self.case = case

    def _step_back(self, version: Version | None, verb: str) -> bool:
        if version is None:
            return False
        earlier = self.history.before(self.case, version)
        self.history = self.history.noting(
            self.case, earlier, at=self._now(), verb=verb, part=version.part
        )
        self.case = earlier
        return True


def to_document(case: Case, history: History) -> dict[str, Any]:
    """Return what is written to the file.

    Example:
        >>> from caseform.model import Region
        >>> case = Case(id="c-1", alias="a", region=Region.VL, created_on=date(2026, 11, 23))
        >>> from_document(to_document(case, History())) == (case, History())
        True
    """
    return {
        "format": FORMAT,
        "case": json.loads(case.model_dump_json()),
        "history": json.loads(history.model_dump_json()),
    }


def from_document(document: dict[str, Any]) -> tuple[Case, History]:
    """Return the case and the history in `document`.

    Raises:
        StoreError: It holds a field or a value that this version does not know.
    """
    try:
        return (
            Case.model_validate_json(json.dumps(document["case"])),
            History.model_validate_json(json.dumps(document["history"])),
        )
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise StoreError("errors.file-unknown-field", where=where) from error
    except KeyError as error:
        raise StoreError("errors.file-unknown-field", where=str(error.args[0])) from error


def _places(version: Version) -> list[str]:
    return [*version.before, *version.born]


def _erased(document: dict[str, Any], item_id: str) -> dict[str, Any]:
    case, history = from_document(document)
    for collection, item in list(case.all_items()):
        if item.id == item_id:
            case = case.without_item(collection, item_id)
    return to_document(case, history.without_item(item_id))
