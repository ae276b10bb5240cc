"""The room's server as the process that starts it holds it."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import warnings
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import platformdirs
import psutil

from caseform.errors import RoomError
from caseform.text import Language
from caseform.view._orders import Orders
from caseform.view._shipped import shipped

START_WAIT_S = 60.0
STOP_WAIT_S = 4.0

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

    def __init__(self, process: subprocess.Popen[str], orders: Orders) -> None:
        self._process = process
        self._orders = orders
        self._said: dict[str, Any] = {}
        self._listening = threading.Event()
        self._ready = threading.Event()
        threading.Thread(target=self._listen, name="caseform-view", daemon=True).start()

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
        self._wait(self._listening)
        return int(self._said["port"])

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
        return _log_file(self._orders.folder).read_text(encoding="utf-8")

    @property
    def is_running(self) -> bool:
        """Whether the server's process is there."""
        return self._process.poll() is None

    def kernels(self) -> list[psutil.Process]:
        """Return the processes of the open pages, and of the one that waits for the next."""
        try:
            return psutil.Process(self.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []

    def wait_ready(self) -> None:
        """Wait until the server answers and one process waits for a page.

        Raises:
            RoomError: The port is taken, or the server did not start.
        """
        self._wait(self._ready)

    def stop(self) -> None:
        """End the server and its kernels; afterwards neither a process nor a port is left."""
        family = self._family()
        if self._process.stdin and not self._process.stdin.closed:
            # The server ends when nobody holds the other end of its standard input.
            with suppress(OSError):
                self._process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(STOP_WAIT_S)
        family |= self._family()
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(list(family), timeout=STOP_WAIT_S)
        self._process.wait(STOP_WAIT_S)
        if self._process.stdout:
            self._process.stdout.close()
        shutil.rmtree(self._orders.folder, ignore_errors=True)

    def _family(self) -> set[psutil.Process]:
        # A psutil.Process knows its start time, so a reused number is not taken for ours.
        with suppress(psutil.NoSuchProcess):
            server = psutil.Process(self._process.pid)
            return {server, *server.children(recursive=True)}
        return set()

    def _listen(self) -> None:
        # Each line is a report; the end of the lines is the end of the server.
        if self._process.stdout:
            with suppress(OSError, ValueError):
                for line in self._process.stdout:
                    self._said |= json.loads(line)
                    if "port" in self._said:
                        self._listening.set()
                    if self._said.get("ready"):
                        self._ready.set()
        self._said.setdefault("error", "errors.room-did-not-start")
        self._listening.set()
        self._ready.set()

    def _wait(self, event: threading.Event) -> None:
        event.wait(START_WAIT_S)
        if "port" not in self._said or (event is self._ready and not self._said.get("ready")):
            key = self._said.get("error", "errors.room-did-not-start")
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
    with _log_file(folder).open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            # -P: a file in the folder where someone typed the command is never imported.
            [sys.executable, "-P", "-m", "caseform.view"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            encoding="utf-8",
            cwd=folder,
            env=orders.environment | {"JUPYTER_NO_CONFIG": "1", "JUPYTER_PLATFORM_DIRS": "1"},
            # Ctrl-C in the terminal is for the process that started us; it stops us in order.
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    assert process.stdin is not None
    process.stdin.write(orders.line())
    process.stdin.flush()
    return ViewServer(process, orders)


def _log_file(folder: Path) -> Path:
    return folder / "view.log"


def _small_environment() -> dict[str, str]:
    return {name: os.environ[name] for name in _KEPT if name in os.environ}


def _private_folder() -> Path:
    chosen = os.environ.get("CASEFORM_RUNTIME_DIR")
    with warnings.catch_warnings():
        # Where the system has no such folder, platformdirs says so and names another.
        warnings.simplefilter("ignore")
        places = [Path(chosen or platformdirs.user_runtime_dir("caseform"))]
    places += [Path(tempfile.gettempdir()), Path("/tmp")]
    for place in places:
        with suppress(OSError):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            if len(str(place)) + len("/cf-12345678") <= _SOCKET_FOLDER_BYTES:
                return Path(tempfile.mkdtemp(prefix="cf-", dir=place))
    return Path(tempfile.mkdtemp(prefix="cf-"))
