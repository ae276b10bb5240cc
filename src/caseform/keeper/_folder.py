"""Where running keepers leave their address, and how a case file is marked as held."""

import hashlib
import json
import socket
import time
from contextlib import suppress
from getpass import getuser
from pathlib import Path

from caseform.errors import StoreError
from caseform.processes import runtime_place

# A keeper renews its mark this often; a mark three times as old was left by one that died.
HELD_EVERY_S = 20.0
_STALE_AFTER_S = 60.0


def runtime_folder() -> Path:
    """Return the folder for addresses and secrets of running keepers, for this user alone."""
    folder = runtime_place()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def join_file(path: Path) -> Path:
    """Return where the keeper of the case at `path` leaves its address.

    The name is a digest: no file name of a case stands in the run-time folder.
    """
    digest = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:20]
    return runtime_folder() / f"keeper-{digest}.json"


class HeldMark:
    """The mark beside a case file that tells other users and machines that it is in use.

    Args:
        path: The case file.

    Raises:
        StoreError: Another user or machine holds the file.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.with_name(f".{path.name}.held")
        self._mine = {"host": socket.gethostname(), "user": getuser()}
        self._refuse_if_held()
        self.renew()

    def renew(self) -> None:
        """Say once more that the file is in use."""
        draft = self._file.with_name(self._file.name + ".part")
        try:
            draft.write_text(json.dumps({**self._mine, "at": time.time()}), encoding="utf-8")
            draft.chmod(0o600)
            draft.replace(self._file)
        except OSError:
            # A folder that cannot be written to cannot be held either; saving tells the user.
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def drop(self) -> None:
        """Say that the file is free."""
        self._file.unlink(missing_ok=True)

    def _refuse_if_held(self) -> None:
        try:
            mark = json.loads(self._file.read_text(encoding="utf-8"))
            theirs = {"host": mark["host"], "user": mark["user"]}
            age_s = time.time() - float(mark["at"])
        except (OSError, ValueError, KeyError, TypeError):
            return
        if theirs != self._mine and age_s < _STALE_AFTER_S:
            raise StoreError("errors.file-held-elsewhere")
