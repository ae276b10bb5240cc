"""The kernel side of a room's page: it follows one room's projection and holds nothing else."""

import asyncio
import json
import os
import threading
import time
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from caseform.channel import Address, Client
from caseform.errors import ChannelError
from caseform.projection.rooms import RoomProjection, projection_from_json

AGAIN_S = 1.0
GOODBYE_S = 0.3


class RoomView:
    """What a room's kernel opens: a page that shows the newest projection of its room.

    Args:
        page: The widget. It has ``show(projection)``, ``blank()`` and ``send(message)``.
    """

    def __init__(self, page: Any) -> None:
        self.page = page
        self._is_following = False
        self._missed = 0
        self._turn = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None

    @classmethod
    def open(cls) -> "RoomView":
        """Return the page of this process's room.

        Where no keeper has left a channel for this process (a plain JupyterLab, nbval), the page
        shows a shipped projection of an invented case. A keeper that is locked or gone leaves the
        page as blank paper until it is back.
        """
        from caseform.widgets.room import RoomPage

        view = cls(RoomPage())
        if Address.given() is None:
            view.page.show(shipped_projection())
        else:
            view.follow()
        return view

    def follow(self) -> None:
        """Show what the keeper says this room may see, from now on."""
        try:
            self._loop = asyncio.get_running_loop()
        except RuntimeError:
            self._loop = None
        if not self._connect():
            self.page.blank()
            threading.Thread(target=self._connect_again, daemon=True).start()

    def hear(self, message: dict[str, Any]) -> None:
        """Do what the keeper says; called on the channel's own thread."""
        with self._turn:
            if not self._is_following and message.get("push") in ("projection", "blank"):
                self._missed += 1
                return
        match message:
            case {"push": "projection", "projection": projection}:
                self._on_the_page(lambda: self._show(projection))
            case {"push": "blank"}:
                self._on_the_page(self.page.blank)
            case {"push": "close"}:
                self._on_the_page(self._close)
            case {"push": "gone" | "locked"}:
                self._is_following = False
                self._on_the_page(self.page.blank)
                self._connect_again()

    def _connect(self) -> bool:
        path = Address.given()
        assert path is not None
        try:
            client = Client.from_file(path)
            client.on_push(self.hear)
            while not self._is_following:
                # An answer may be older than a push that came meanwhile: then ask again.
                missed = self._missed
                projection = client.ask("projection")["projection"]
                with self._turn:
                    self._is_following = missed == self._missed
        except ChannelError:
            return False
        self._on_the_page(lambda: self._show(projection))
        return True

    def _connect_again(self) -> None:
        while not self._connect():
            time.sleep(AGAIN_S)

    def _show(self, projection: Any) -> None:
        if projection is None:  # the therapist has blanked the room
            self.page.blank()
            return
        self.page.show(projection_from_json(json.dumps(projection)))

    def _close(self) -> None:
        # The browser leaves at once; this process, with all it was shown, ends right after.
        self.page.blank()
        self.page.send({"kind": "close"})
        threading.Timer(GOODBYE_S, os._exit, [0]).start()

    def _on_the_page(self, act: Callable[[], None]) -> None:
        # Widgets belong to the kernel's own thread.
        if self._loop is None or _is_running(self._loop):
            act()
        else:
            self._loop.call_soon_threadsafe(act)

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        return self.page._repr_mimebundle_(**kwargs)


def shipped_projection() -> RoomProjection:
    """Return what an invented family's room may see, from a file of the package."""
    document = files("caseform.view") / "data" / "room.json"
    return projection_from_json(document.read_text(encoding="utf-8"))


def _is_running(loop: asyncio.AbstractEventLoop) -> bool:
    try:
        return asyncio.get_running_loop() is loop
    except RuntimeError:
        return False
