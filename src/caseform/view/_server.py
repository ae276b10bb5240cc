"""The room's server as the process that starts it holds it."""

import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import psutil

from caseform.errors import RoomError
from caseform.processes import ServerProcess, runtime_place
from caseform.text import Language
from caseform.view._orders import Orders
from caseform.view._shipped import shipped

START_WAIT_S = 60.0

# What a Python process needs to run at all, on each system; everything else stays behind.
_KEPT = (
    "PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TEMP", "TMP", "XDG_RUNTIME_DIR",
    "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA",
    "LOCALAPPDATA", "LD_LIBRARY_PATH", "PYTHONPATH", "CASEFORM_RUNTIME_DIR",
)  # fmt: skip

# A Unix socket's path has room for 104 bytes on macOS; a kernel's file name takes 52 of them.
_SOCKET_FOLDER_BYTES = 50


class ViewServer:
    """A running standalone Voilà that shows one room its projection.

    Args:
        process: The server's process.
        orders: What it was told.
    """

    def __init__(self, process: ServerProcess, orders: Orders) -> None:
        self._process = process
        self._orders = orders

    @property
    def pid(self) -> int:
        """Process id of the server; its kernels are its children."""
        return self._process.pid

    @property
    def port(self) -> int:
        """The port on 127.0.0.1 where the server listens.

        Raises:
            RoomError: The port is taken, or the server did not start.
        """
        self._wait("port")
        return int(self._process.said["port"])

    @property
    def address(self) -> str:
        """What a browser opens: the token in it is exchanged for a cookie at once.

        Raises:
            RoomError: The port is taken, or the server did not start.
        """
        return f"http://127.0.0.1:{self.port}/?token={self._orders.token}"

    @property
    def log(self) -> str:
        """What the server has logged so far: ids and kinds, no token and no word of a case."""
        return self._process.log_file.read_text(encoding="utf-8")

    @property
    def is_running(self) -> bool:
        """Whether the server's process is there."""
        return self._process.is_running

    def kernels(self) -> list[psutil.Process]:
        """Return the processes of the open pages, and of the one that waits for the next."""
        return self._process.kernels()

    def wait_ready(self) -> None:
        """Wait until the server answers and one process waits for a page.

        Raises:
            RoomError: The port is taken, or the server did not start.
        """
        self._wait("ready")

    def stop(self) -> None:
        """End the server and its kernels; afterwards neither a process nor a port is left."""
        self._process.stop()

    def _wait(self, report: str) -> None:
        if not self._process.wait_for(report, START_WAIT_S):
            key = self._process.said.get("error", "errors.room-did-not-start")
            self.stop()
            raise RoomError(key, port=self._orders.port)


def start(
    *,
    channel_file: Path,
    language: Language,
    port: int = 0,
    environment: Mapping[str, str] | None = None,
    notebook: Path | None = None,
) -> ViewServer:
    """Start a standalone Voilà for one room, in a process of its own.

    Args:
        channel_file: The channel file that opens this room's projection and nothing else.
        language: Language of the frame around the page.
        port: Port on 127.0.0.1; 0 takes a free one. Another one is never taken instead.
        environment: What the kernels find in their environment beside the little they need.
        notebook: The notebook to show, if it is not the shipped ``view_room.ipynb``.

    Returns:
        The server, which is still starting; `ViewServer.wait_ready` waits for it.
    """
    folder = _private_folder()
    orders = Orders(
        folder=folder,
        channel_file=channel_file.absolute(),
        notebook=notebook or shipped("workbooks") / "view_room.ipynb",
        token=secrets.token_urlsafe(32),
        language=language,
        port=port,
        environment=_small_environment() | dict(environment or {}),
    )
    process = ServerProcess(
        "caseform.view",
        orders.line(),
        folder=folder,
        environment=orders.environment | {"JUPYTER_NO_CONFIG": "1", "JUPYTER_PLATFORM_DIRS": "1"},
        log="view.log",
    )
    return ViewServer(process, orders)


def _small_environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _KEPT if name in os.environ}


def _private_folder() -> Path:
    places = [runtime_place()]
    places += [Path(tempfile.gettempdir()), Path("/tmp")]
    for place in places:
        with suppress(OSError):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            if len(str(place)) + len("/cf-12345678") <= _SOCKET_FOLDER_BYTES:
                return Path(tempfile.mkdtemp(prefix="cf-", dir=place))
    return Path(tempfile.mkdtemp(prefix="cf-"))
