"""The Lab server as the process that starts it holds it."""

import os
import secrets
import socket
from collections.abc import Mapping
from pathlib import Path

from caseform.errors import ChannelError
from caseform.lab._orders import Orders
from caseform.lab._places import private_folder, workbooks_folder
from caseform.processes import ServerProcess
from caseform.text import Language

START_WAIT_S = 60.0

# A user's own Jupyter set-up stays out, and a passphrase is for the keeper alone.
_LEFT_OUT = ("JUPYTER", "JPY", "IPYTHON", "PYTHONSTARTUP", "CASEFORM_PASSPHRASE")


class LabServer:
    """A running JupyterLab with the workbooks of one open case.

    Args:
        process: The server's process.
        orders: What it was told.
    """

    def __init__(self, process: ServerProcess, orders: Orders) -> None:
        self._process = process
        self._orders = orders

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
        return self._process.is_running

    def wait_ready(self) -> None:
        """Wait until the server answers.

        Raises:
            ChannelError: Something else took the port meanwhile, or the server did not start.
        """
        if self._process.wait_for("ready", START_WAIT_S):
            return
        self.stop()
        _refuse_taken(self._orders.port)
        raise ChannelError("errors.lab-not-started")

    def stop(self) -> None:
        """End the server and its kernels; afterwards neither a process nor a port is left."""
        self._process.stop()


def start(
    *,
    channel_file: Path | None,
    language: Language,
    port: int = 0,
    first: str = "20_picture",
    environment: Mapping[str, str] | None = None,
    workbooks: Path | None = None,
) -> LabServer:
    """Start JupyterLab with the workbooks, in a process of its own.

    Args:
        channel_file: The channel file that opens the case; None opens a demo case in each kernel.
        language: Language of the frame around the pages.
        port: Port on 127.0.0.1; 0 takes a free one. Another one is never taken instead.
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
    # While no case is open, the start page speaks the language of the frame.
    surroundings["CASEFORM_LANGUAGE"] = language
    if channel_file is not None:
        surroundings["CASEFORM_CHANNEL"] = str(channel_file.absolute())
    process = ServerProcess(
        "caseform.lab",
        orders.line(),
        folder=folder,
        environment=surroundings | {"JUPYTER_PLATFORM_DIRS": "1"} | dict(environment or {}),
        log="lab.log",
    )
    return LabServer(process, orders)


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
