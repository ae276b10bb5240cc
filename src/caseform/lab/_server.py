"""The Lab server as the process that starts it holds it."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import webbrowser
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from caseform.errors import ChannelError
from caseform.lab._orders import Orders
from caseform.lab._places import private_folder, workbooks_folder
from caseform.text import Language

START_WAIT_S = 60.0
STOP_WAIT_S = 6.0

# A user's own Jupyter set-up stays out, and a passphrase is for the keeper alone.
_LEFT_OUT = ("JUPYTER", "JPY", "IPYTHON", "PYTHONSTARTUP", "CASEFORM_PASSPHRASE")


class LabServer:
    """A running JupyterLab with the workbooks of one open case.

    Args:
        process: The server's process.
        orders: What it was told.
        browser: Whether a browser is opened once the server is ready.
    """

    def __init__(self, process: subprocess.Popen[str], orders: Orders, *, browser: bool) -> None:
        self._process = process
        self._orders = orders
        self._browser = browser
        self._said: dict[str, Any] = {}
        self._heard = threading.Event()
        threading.Thread(target=self._listen, name="caseform-lab", daemon=True).start()

    @property
    def pid(self) -> int:
        """Process id of the server; the kernels are its children."""
        return self._process.pid

    @property
    def port(self) -> int:
        """The port on 127.0.0.1 where the server listens."""
        return self._orders.port

    @property
    def address(self) -> str:
        """What a browser opens: the token in it is exchanged for a cookie at once."""
        page = f"http://127.0.0.1:{self.port}/lab/tree/{self._orders.first}.ipynb"
        return f"{page}?token={self._orders.token}"

    @property
    def is_running(self) -> bool:
        """Whether the server's process is there."""
        return self._process.poll() is None

    def wait_ready(self) -> None:
        """Wait until the server answers.

        Raises:
            ChannelError: Something else took the port meanwhile, or the server did not start.
        """
        self._heard.wait(START_WAIT_S)
        if self._said.get("ready"):
            return
        self.stop()
        _refuse_taken(self._orders.port)
        raise ChannelError("errors.lab-not-started")

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
                    if self._said.get("ready"):
                        self._heard.set()
                        if self._browser:
                            webbrowser.open(self.address)
        self._heard.set()


def start(
    *,
    channel_file: Path | None,
    language: Language,
    port: int = 0,
    browser: bool = False,
    first: str = "20_picture",
    environment: Mapping[str, str] | None = None,
    workbooks: Path | None = None,
) -> LabServer:
    """Start JupyterLab with the workbooks, in a process of its own.

    Args:
        channel_file: The channel file that opens the case; None opens a demo case in each kernel.
        language: Language of the frame around the pages.
        port: Port on 127.0.0.1; 0 takes a free one. Another one is never taken instead.
        browser: Whether to open the user's browser once the server answers.
        first: Name of the workbook that opens first.
        environment: What the kernels find in their environment beside what is there now.
        workbooks: The folder of the workbooks, if it is not the shipped one.

    Returns:
        The server, which is still starting; `LabServer.wait_ready` waits for it.

    Raises:
        ChannelError: The port is in use.
    """
    _refuse_taken(port)
    folder = private_folder()
    orders = Orders(
        folder=str(folder),
        token=secrets.token_urlsafe(32),
        port=port or _free_port(),
        language=language,
        first=first,
        workbooks=str(workbooks or workbooks_folder()),
    )
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)
    }
    surroundings.pop("CASEFORM_CHANNEL", None)
    if channel_file is not None:
        surroundings["CASEFORM_CHANNEL"] = str(channel_file.absolute())
    with (folder / "lab.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            # -P: a file in the folder where someone typed the command is never imported.
            [sys.executable, "-P", "-m", "caseform.lab"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            encoding="utf-8",
            cwd=folder,
            env=surroundings | {"JUPYTER_PLATFORM_DIRS": "1"} | dict(environment or {}),
            # Ctrl-C in the terminal is for the process that started us; it stops us in order.
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    assert process.stdin is not None
    with suppress(BrokenPipeError):  # a server that did not start is noticed by wait_ready
        process.stdin.write(orders.line())
        process.stdin.flush()
    return LabServer(process, orders, browser=browser)


def _bound(port: int) -> socket.socket:
    door = socket.socket()
    if os.name == "posix":
        # Otherwise a port stays shut for a minute after its server ended.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind(("127.0.0.1", port))
    return door


def _refuse_taken(port: int) -> None:
    try:
        with _bound(port) as door:
            door.listen(1)
    except OSError as error:
        raise ChannelError("errors.port-in-use", port=port) from error


def _free_port() -> int:
    with _bound(0) as door:
        return int(door.getsockname()[1])
