"""A session: the open case as a kernel sees it, kept up to date by the keeper's pushes."""

import asyncio
import contextlib
import os
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Self

import traitlets as t
from pydantic import BaseModel, ConfigDict

from caseform.channel import Address, Client
from caseform.errors import ChannelError
from caseform.model import Case, Change
from caseform.projection.rooms import RoomProjection, projection_from_json
from caseform.session._ways import Way
from caseform.text import LANGUAGES, known_language

# A switch of case shows on every page within a second.
FOLLOW_EVERY_S = 0.4


class RoomState(BaseModel):
    """The room that is open beside the case, as the therapist's bar shows it.

    Args:
        room: Who is present, as written labels.
        is_held: The room keeps what it shows.
        is_blank: The room shows nothing.
        is_together: New cards are everyone's who is present.
        address: Where the page is, once it can be opened.
        trouble: Key of the sentence that says why it cannot.
        trouble_blanks: What fills the blanks of that sentence.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    room: str
    is_held: bool = False
    is_blank: bool = False
    is_together: bool = False
    address: str | None = None
    trouble: str | None = None
    trouble_blanks: dict[str, Any] = {}


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
        trouble_blanks: What fills the blanks of that sentence.
        room: The open room, or None.
        is_locked: The keeper dropped the key; pages clear.
    """

    case = t.Instance(Case, allow_none=True)
    language = t.Enum(LANGUAGES, default_value="nl")
    saved = t.Unicode("saved")
    trouble = t.Unicode(None, allow_none=True)
    trouble_blanks = t.Dict()
    room = t.Instance(RoomState, allow_none=True)
    can_undo = t.Bool(False)
    can_redo = t.Bool(False)
    is_locked = t.Bool(False)

    def __init__(self, way: Way | None, *, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.today = today
        self.drafts: dict[str, str] = {}
        self.channel_file: Path | None = None
        self.path: Path | None = None
        self._way: Way | None = None
        self._number = -1
        self._told = 0
        self._taking = threading.Lock()
        self._address: Address | None = None
        self._looking = threading.Lock()
        # Pushes arrive on the channel's thread; traits belong to the kernel's loop.
        try:
            self._loop: asyncio.AbstractEventLoop | None = asyncio.get_running_loop()
        except RuntimeError:
            self._loop = None
        self.is_locked = way is None
        if way is not None:
            self._go(way)

    @classmethod
    def following(cls, channel_file: Path) -> Self:
        """Return a session on whichever case the Lab server shows, now and after each switch.

        Args:
            channel_file: Where the address of the open case stands while one is open.
        """
        session = cls(None)
        # What the Lab server was started with; a case that is opened brings its own.
        session.language = known_language(os.environ.get("CASEFORM_LANGUAGE"))
        session.channel_file = channel_file
        session._look_again()
        threading.Thread(target=session._follow, name="caseform-follow", daemon=True).start()
        return session

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
        self._open_way().ask("type", field=field, text=text)

    def speak(self, language: str) -> None:
        """Switch the language of every page of this case."""
        if self._way is not None and not self.is_locked:
            self._way.ask("language", language=language)
        self.language = known_language(language)

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
            self._open_way().ask("preview", room=room, language=self.language)["projection"]
        )

    def days(self) -> tuple[date, ...]:
        """Return the days on which the case was changed, oldest first."""
        return tuple(date.fromisoformat(day) for day in self._open_way().ask("days")["days"])

    def case_on(self, day: date) -> Case:
        """Return the case as it was at the end of `day`."""
        answer = self._open_way().ask("case-on", day=day.isoformat())
        return Case.model_validate_json(answer["case"])

    def erase(self, item_id: str) -> None:
        """Remove an item from case, history and backups."""
        self._ask("erase", id=item_id)

    def touch(self) -> None:
        """Say that someone is at work here, so that the case stays open."""
        self._open_way().ask("touch")

    def lock(self) -> None:
        """Save, and drop the key."""
        self._open_way().ask("lock")

    def show_case(self, address: Address) -> None:
        """Make every page of this Lab server show the case that is open at `address`.

        Raises:
            ChannelError: This session does not belong to a Lab server.
        """
        if self.channel_file is None:
            raise ChannelError("errors.keeper-needed")
        address.write(self.channel_file)
        self._look_again()

    def close(self) -> None:
        """Let go of the case; it stays open at its keeper."""
        if self._way is not None:
            self._way.close()

    def _go(self, way: Way) -> None:
        """Show the case at the other end of `way` from now on."""
        before, self._way = self._way, way
        self._number, self._told = -1, 0
        # Listened to before it is asked: what changes in between is not missed.
        way.on_push(lambda message: self._pushed(way, message))
        try:
            state = way.ask("state")["state"]
        except ChannelError:
            self._way = before
            raise
        self.path = Path(way.welcome["path"]) if isinstance(way, Client) else None
        self.drafts = dict(state["drafts"])
        self._take(state)
        self.is_locked = False
        if before is not None:
            before.close()

    def _follow(self) -> None:
        while True:
            time.sleep(FOLLOW_EVERY_S)
            self._look_again()

    def _look_again(self) -> None:
        """Go to the case at the address that stands in the channel file, if it is a new one."""
        with self._looking:
            try:
                address = Address.read(self.channel_file) if self.channel_file else None
                if address is None or address == self._address:
                    return
                way = Client(address)
            except ChannelError:
                return
            self._address = address
        self._on_loop(lambda: self._go(way))

    def _open_way(self) -> Way:
        if self._way is None or self.is_locked:
            raise ChannelError("errors.keeper-gone")
        return self._way

    def _ask(self, what: str, **fields: Any) -> None:
        self._take(self._open_way().ask(what, **fields)["state"])

    def _pushed(self, way: Way, message: dict[str, Any]) -> None:
        match message.get("push"):
            case "state":
                self._on_loop(lambda: self._take(message["state"]) if way is self._way else None)
            case "locked" | "gone":
                self._on_loop(lambda: self._locked() if way is self._way else None)

    def _locked(self) -> None:
        self.drafts = {}
        self.is_locked = True

    def _on_loop(self, act: Callable[[], None]) -> None:
        if self._loop is None or self._loop is _this_loop():
            act()
            return
        # A loop that is closed belongs to a kernel that ends: nobody is left to be told.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(act)

    def _take(self, state: dict[str, Any]) -> None:
        # Observers are told after the lock is free: what they do may ask the keeper again.
        with self.hold_trait_notifications(), self._taking:
            if state["told"] <= self._told:
                # An answer may be overtaken by a push that is newer.
                return
            self._told = state["told"]
            if state["number"] > self._number:
                self._number = state["number"]
                self.case = Case.model_validate_json(state["case"])
            self.language = state["language"]
            self.saved = state["saved"]
            self.trouble_blanks = state.get("trouble_blanks", {})
            self.trouble = state["trouble"]
            self.can_undo = state["can_undo"]
            self.can_redo = state["can_redo"]
            self.room = RoomState(**state["room"]) if state["room"] else None


def _this_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
