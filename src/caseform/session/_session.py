"""A session: the open case as a kernel sees it, kept up to date by the keeper's pushes."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import date
from typing import Any

import traitlets as t
from pydantic import BaseModel, ConfigDict

from caseform.model import Case, Change
from caseform.projection.rooms import RoomProjection, projection_from_json
from caseform.session._ways import Way
from caseform.text import LANGUAGES


class RoomState(BaseModel):
    """The room that is open beside the case, as the therapist's bar shows it.

    Args:
        room: Who is present, as written labels.
        is_held: The room keeps what it shows.
        is_blank: The room shows nothing.
        is_together: New cards are everyone's who is present.
        address: Where the page is, once it can be opened.
        trouble: Key of the sentence that says why it cannot.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    room: str
    is_held: bool = False
    is_blank: bool = False
    is_together: bool = False
    address: str | None = None
    trouble: str | None = None


class CaseSession(t.HasTraits):
    """Holds the open case and tells the page when it is replaced.

    Args:
        way: How the case is reached.
        today: The clock's day; tests pass a fixed one.

    Attributes:
        case: The newest version.
        language: ``nl`` or ``en``.
        saved: ``saved``, ``saving`` or ``failed``.
        trouble: Key of the sentence that says why saving failed.
        room: The open room, or None.
        is_locked: The keeper dropped the key; pages clear.
    """

    case = t.Instance(Case)
    language = t.Enum(LANGUAGES, default_value="nl")
    saved = t.Unicode("saved")
    trouble = t.Unicode(None, allow_none=True)
    room = t.Instance(RoomState, allow_none=True)
    can_undo = t.Bool(False)
    can_redo = t.Bool(False)
    is_locked = t.Bool(False)

    def __init__(self, way: Way, *, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._way = way
        self.today = today
        self._number = -1
        # Pushes arrive on the channel's thread; traits belong to the kernel's loop.
        try:
            self._loop: asyncio.AbstractEventLoop | None = asyncio.get_running_loop()
        except RuntimeError:
            self._loop = None
        state = way.ask("state")["state"]
        self.drafts: dict[str, str] = dict(state["drafts"])
        self._take(state)
        way.on_push(self._pushed)

    def apply(self, change: Change, *, for_me: bool = False) -> None:
        """Apply `change` to the newest version of the case.

        Args:
            change: The verb.
            for_me: Keep what is added private, also while *Together* is on.

        Raises:
            CaseformError: It was refused; nothing was changed.
        """
        together = self.room is not None and self.room.is_together and not for_me
        self._ask("change", change=change.model_dump(mode="json"), together=together)

    def undo(self) -> None:
        """Take back the newest change."""
        self._ask("undo")

    def redo(self) -> None:
        """Take back the newest undo."""
        self._ask("redo")

    def save_again(self) -> None:
        """Try once more to write what could not be saved."""
        self._ask("save")

    def type(self, field: str, text: str) -> None:
        """Keep text that is being typed in the encrypted journal; empty text forgets it."""
        self.drafts = {name: value for name, value in self.drafts.items() if name != field}
        if text:
            self.drafts[field] = text
        self._way.ask("type", field=field, text=text)

    def speak(self, language: str) -> None:
        """Switch the language of every page of this case."""
        self._way.ask("language", language=language)
        self.language = language

    def open_room(self, room: str, *, port: int = 0) -> None:
        """Open the page for those present; the bar shows its address as soon as it is there."""
        self._ask("room-open", room=room, port=port)

    def close_room(self) -> None:
        """Close the room's page."""
        self._ask("room-close")

    def hold(self, on: bool) -> None:
        """Freeze or release what the room shows."""
        self._ask("room-hold", on=on)

    def blank(self, on: bool) -> None:
        """Clear or restore the room's page."""
        self._ask("room-blank", on=on)

    def together(self, on: bool) -> None:
        """Make new cards everyone's who is present, or stop doing so."""
        self._ask("together", on=on)

    def preview(self, room: str) -> RoomProjection:
        """Return what `room` would see.

        Raises:
            RoomError: This case has no such room.
        """
        return projection_from_json(
            self._way.ask("preview", room=room, language=self.language)["projection"]
        )

    def erase(self, item_id: str) -> None:
        """Remove an item from case, history and backups."""
        self._ask("erase", id=item_id)

    def lock(self) -> None:
        """Save, and drop the key."""
        self._way.ask("lock")

    def close(self) -> None:
        """Let go of the case; it stays open at its keeper."""
        self._way.close()

    def _ask(self, what: str, **fields: Any) -> None:
        self._take(self._way.ask(what, **fields)["state"])

    def _pushed(self, message: dict[str, Any]) -> None:
        match message.get("push"):
            case "state":
                self._on_loop(lambda: self._take(message["state"]))
            case "locked" | "gone":
                self._on_loop(self._locked)

    def _locked(self) -> None:
        self.drafts = {}
        self.is_locked = True

    def _on_loop(self, act: Callable[[], None]) -> None:
        if self._loop is None:
            act()
            return
        # A loop that is closed belongs to a kernel that ends: nobody is left to be told.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(act)

    def _take(self, state: dict[str, Any]) -> None:
        if state["number"] < self._number:
            # An answer may be overtaken by a push that is newer.
            return
        with self.hold_trait_notifications():
            if state["number"] > self._number:
                self._number = state["number"]
                self.case = Case.model_validate_json(state["case"])
            self.language = state["language"]
            self.saved = state["saved"]
            self.trouble = state["trouble"]
            self.can_undo = state["can_undo"]
            self.can_redo = state["can_redo"]
            self.room = RoomState(**state["room"]) if state["room"] else None
