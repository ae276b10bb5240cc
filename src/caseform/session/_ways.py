"""The ways to a case: through its keeper, or, for a workbook run by itself, within this process."""

import itertools
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from caseform import keeper
from caseform.channel import Address, Client
from caseform.errors import ChannelError
from caseform.keeper import Desk
from caseform.model import Case, History, change_from
from caseform.projection import build
from caseform.projection.rooms import Room, projection_to_json

Push = Callable[[dict[str, Any]], None]


class Way(Protocol):
    """How a session reaches its case: asks are answered, and pushes arrive unasked."""

    def ask(self, what: str, **fields: Any) -> dict[str, Any]:
        """Return the answer to `what`."""

    def on_push(self, listener: Push) -> None:
        """Call `listener` with what arrives unasked."""

    def close(self) -> None:
        """End the way."""


def to_keeper(channel_file: Path) -> Client:
    """Return the way to the keeper whose address stands in `channel_file`.

    Raises:
        ChannelError: No keeper answers there.
    """
    return Client(Address.read(channel_file))


class _Nowhere:
    """A desk's file that is never written: a workbook that is run by itself keeps nothing."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document

    def save(self, document: dict[str, Any]) -> None:
        self.document = document

    def rewrite_backups(self, transform: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        return

    def change_passphrase(self, old: str, new: str) -> None:
        raise ChannelError("errors.keeper-needed")

    def lock(self) -> None:
        self.document = {}


class in_this_process:  # noqa: N801 - reads as a way, beside `to_keeper`
    """The way to a case that lives in this process alone, such as a demo under nbval.

    It holds a real desk, so verbs, undo and clashes are those of a keeper; what needs a file or
    another process (a room on the wall, the journal on disk) is refused in one sentence.

    Args:
        case: The case.
        history: Its history.
    """

    def __init__(self, case: Case, history: History | None = None) -> None:
        self._desk = Desk(_Nowhere(keeper.to_document(case, history or History())))
        self._listeners: list[Push] = []
        self._drafts: dict[str, str] = {}
        self._language = case.language
        self._tellings = itertools.count(1)

    def ask(self, what: str, **fields: Any) -> dict[str, Any]:
        """Return the answer to `what`.

        Raises:
            ChannelError: It needs a keeper.
        """
        match what:
            case "state" | "touch" | "save":
                return {"state": self._state()}
            case "change":
                self._desk.apply(change_from(fields["change"]))
            case "undo":
                self._desk.undo()
            case "redo":
                self._desk.redo()
            case "type":
                self._drafts = {**self._drafts, fields["field"]: fields["text"]}
                return {}
            case "language":
                self._language = fields["language"]
            case "days":
                return {"days": [day.isoformat() for day in self._desk.days()]}
            case "case-on":
                before = self._desk.case_on(date.fromisoformat(fields["day"]))
                return {"case": before.model_dump_json()}
            case "preview":
                return {"projection": self._preview(fields)}
            case _:
                raise ChannelError("errors.keeper-needed")
        for listener in self._listeners:
            listener({"push": "state", "state": self._state()})
        return {"state": self._state()}

    def on_push(self, listener: Push) -> None:
        """Call `listener` with each new state."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Forget the listeners."""
        self._listeners.clear()

    def _preview(self, fields: dict[str, Any]) -> str:
        projection = build.build(
            self._desk.case,
            Room.parse(fields["room"]),
            language=fields.get("language", self._language),
            today=self._desk.today,
        )
        return projection_to_json(projection)

    def _state(self) -> dict[str, Any]:
        return {
            "case": json.dumps(self._desk.document()["case"]),
            "number": self._desk.number,
            "told": next(self._tellings),
            "saved": "saved",
            "trouble": None,
            "language": self._language,
            "can_undo": self._desk.history.to_undo() is not None,
            "can_redo": self._desk.history.to_redo() is not None,
            "drafts": self._drafts,
            "room": None,
        }
