"""The five things a room's server answers; anything else does not exist."""

import logging
import secrets
from collections.abc import AsyncIterator
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.web import HTTPError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from caseform.view._frame import Frame
from caseform.view._kernels import RoomKernels
from caseform.view._opening import Opened, open_page

# What a page may hear from its kernel. Streams, tracebacks and code are not for a wall screen.
_HEARD = frozenset({"comm_msg", "comm_close"})

_log = logging.getLogger("caseform.view")


class RoomHandler(JupyterHandler):
    """An answer to a visitor; refuses everyone else, and tells no one what went wrong inside."""

    frame: Frame

    def initialize(self, frame: Frame) -> None:
        """Take what all answers share."""
        self.frame = frame

    async def prepare(self) -> None:  # type: ignore[override]
        """Refuse whoever has no cookie, and everyone once the room is closing."""
        if self.settings["room_is_closing"]:
            raise HTTPError(503)
        await super().prepare()
        if self.current_user is None and not self._admitted():
            raise HTTPError(403)

    def _admitted(self) -> bool:
        return False

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer with one calm sentence."""
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.finish(self.frame.refusal(closing=status_code == 503))

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Log an id and a kind; the words of an exception may quote the case."""
        if not isinstance(value, HTTPError):
            _log.error("answer %s failed: %s", secrets.token_hex(4), typ.__name__)


class PageHandler(RoomHandler):
    """The page itself. Its head is sent before the kernel has run: the paper is there at once."""

    def _admitted(self) -> bool:
        # Raised as a redirect by `get`, so that the token does not stay in the address bar.
        token = self.get_query_argument("token", "")
        return bool(token) and self.identity_provider.admit(self, token)

    @allow_unauthenticated
    async def get(self) -> None:
        """Exchange a token for a cookie, or send the page."""
        if self.request.query:
            self.redirect("/")
            return
        async for piece in self._pieces():
            self.write(piece)
        await self.finish()

    def _pieces(self) -> AsyncIterator[str]:
        return self.frame.page(self._open)

    async def _open(self) -> Opened:
        await self.flush()
        kernels: RoomKernels = self.kernel_manager
        return await open_page(self.settings["room_notebook"], kernels)


class AliveHandler(RoomHandler):
    """Whether a page may come back."""

    @allow_unauthenticated
    def get(self) -> None:
        """Answer with nothing at all."""
        self.set_status(204)


class StaticHandler(RoomHandler):
    """Style, script and letters, from memory; no path ever reaches the disk."""

    @allow_unauthenticated
    def get(self, name: str) -> None:
        """Send the file called `name`."""
        if name not in self.frame.files:
            raise HTTPError(404)
        file = self.frame.files[name]
        self.set_header("Content-Type", file.kind)
        self.finish(file.content)


class NothingHandler(RoomHandler):
    """Every other address."""

    @allow_unauthenticated
    def get(self) -> None:
        """Say that there is nothing here."""
        raise HTTPError(404)


class RoomConnection(ZMQChannelsWebsocketConnection):
    """Passes on from the kernel what a page may hear."""

    def handle_outgoing_message(self, stream: Any, outgoing_msg: list[Any]) -> None:
        """Pass on widget messages; anything else stays here."""
        _, parts = self.session.feed_identities(outgoing_msg)
        header = self.session.unpack(parts[1])
        if header["msg_type"] in _HEARD:
            super().handle_outgoing_message(stream, outgoing_msg)


class SocketHandler(VoilaKernelWebsocketHandler):
    """The connection between a page and its kernel: widget messages, nothing else."""

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """Log an id and a kind; the words of an exception may quote the case."""
        if not isinstance(value, HTTPError):
            _log.error("socket %s failed: %s", secrets.token_hex(4), typ.__name__)

    async def pre_get(self) -> None:
        """Refuse a page whose kernel is gone."""
        if self.kernel_id not in self.kernel_manager:
            raise HTTPError(404)
        await super().pre_get()

    async def open(self, kernel_id: str) -> None:
        """Note the page before its kernel answers, so that the kernel is not ended meanwhile."""
        self.kernel_manager.came(kernel_id, self)
        await super().open(kernel_id)

    def on_message(self, ws_message: str | bytes) -> None:
        """Pass on what a page may say; a binary message is nothing a page of ours sends."""
        if isinstance(ws_message, str):
            super().on_message(ws_message)

    def on_close(self) -> None:
        """Let the kernel end if the page does not come back."""
        if self.connection is not None:
            super().on_close()
        self.kernel_manager.went(self.kernel_id, self)
