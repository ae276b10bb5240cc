"""One open room: who is present, what they are shown now, and the process that shows it."""

import os
import secrets
import subprocess
import sys
from datetime import date
from pathlib import Path

import psutil

from caseform.channel import Address
from caseform.model import Case
from caseform.projection import build
from caseform.projection.rooms import Room, projection_to_json
from caseform.text import Language

# What a process needs to start Python and to find its own run-time folder; nothing of the user's
# own environment goes along, so nothing in it can tell on a case.
_PASSED_ON = (
    "PATH", "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR",
    "XDG_RUNTIME_DIR", "LANG", "PYTHONPATH", "VIRTUAL_ENV", "CASEFORM_RUNTIME_DIR",
)  # fmt: skip


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
        self.trouble: str | None = None
        self._file = folder / f"room-{secrets.token_hex(8)}.json"
        self._process: subprocess.Popen[str] | None = None
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

    def start(self, keeper_port: int, *, port: int) -> None:
        """Start the process that serves this room's page; `wait` tells where it is."""
        Address(keeper_port, self.secret).write(self._file)
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        environment["CASEFORM_CHANNEL"] = str(self._file)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "caseform.view", "--port", str(port), "--lang", self.language],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def wait(self) -> None:
        """Wait until the page can be opened, and remember its address or its trouble."""
        process = self._process
        if process is None or process.stdout is None:
            return
        line = process.stdout.readline().strip()
        if line.startswith("http"):
            self.address = line
        else:
            self.trouble = line if line.startswith("errors.") else "errors.room-did-not-start"

    def stop(self) -> None:
        """End the room's process and the kernels under it, and remove its address."""
        self._file.unlink(missing_ok=True)
        if self._process is None:
            return
        try:
            family = psutil.Process(self._process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            family = []
        self._process.terminate()
        try:
            self._process.wait(timeout=3)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for child in family:
            if child.is_running():
                child.kill()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None
