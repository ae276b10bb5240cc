"""One open room: who is present, what they are shown now, and the server that shows it."""

import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from caseform.channel import Address
from caseform.errors import RoomError
from caseform.model import Case
from caseform.projection import build
from caseform.projection.rooms import Room, projection_to_json
from caseform.text import Language


class RoomServer(Protocol):
    """The process that serves a room's page, as whoever starts a keeper provides it."""

    @property
    def address(self) -> str:
        """What a browser opens."""

    def wait_ready(self) -> None:
        """Wait until the page can be opened.

        Raises:
            RoomError: It cannot.
        """

    def stop(self) -> None:
        """End the server and its kernels."""


# Starts a room's server: told the room's channel file, the language and the port.
ShowRoom = Callable[[Path, Language, int], RoomServer]


class OpenRoom:
    """A room that is open beside the case.

    Args:
        room: Who is present.
        language: The language of the room's page.
        folder: The run-time folder, where the address of this room is left for its process.
    """

    def __init__(self, room: Room, *, language: Language, folder: Path) -> None:
        self.room = room
        self.language: Language = language
        self.secret = secrets.token_urlsafe(32)
        self.is_held = False
        self.is_blank = False
        self.is_together = False
        self.address: str | None = None
        self.trouble: RoomError | None = None
        self._file = folder / f"room-{secrets.token_hex(8)}.json"
        self._server: RoomServer | None = None
        self._shown = ""

    def look(self, case: Case, *, today: date) -> str | None:
        """Return the projection to show now, or None if those present see what they saw.

        A held room keeps what it shows.
        """
        if self.is_held and self._shown:
            return None
        projection = build.build(case, self.room, language=self.language, today=today)
        shown = projection_to_json(projection)
        if shown == self._shown:
            return None
        self._shown = shown
        return shown

    @property
    def shown(self) -> str:
        """The projection that is shown now."""
        return self._shown

    def present_labels(self, case: Case) -> tuple[str, ...]:
        """One label per person present."""
        return build.labels_of_present(case, self.room)

    def start(self, show: ShowRoom, *, keeper_port: int, port: int) -> None:
        """Start the server of this room's page, and wait until the page can be opened.

        Afterwards either `address` or `trouble` is set.
        """
        Address(keeper_port, self.secret).write(self._file)
        try:
            self._server = show(self._file, self.language, port)
            self._server.wait_ready()
            self.address = self._server.address
        except RoomError as error:
            self.trouble = error

    def take_over(self, before: "OpenRoom", *, keeper_port: int) -> None:
        """Go on with the server of the room that was open before, for those present now.

        The address of this room stands where the earlier one stood, with a secret of its own: the
        page that is told to close comes back with a fresh kernel, which is let in here. The kernel
        that showed the earlier room has a secret that opens nothing any more.
        """
        self._file, self._server, self.address = before._file, before._server, before.address
        before._server = None
        Address(keeper_port, self.secret).write(self._file)

    @property
    def is_served(self) -> bool:
        """Whether a page can be opened now."""
        return self._server is not None and self.address is not None

    def stop(self) -> None:
        """End the room's server and the kernels under it, and remove its address."""
        if self._server is not None:
            self._file.unlink(missing_ok=True)
            self._server.stop()
            self._server = None
