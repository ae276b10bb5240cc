"""Where a case lives on disk: its file, and the few things of ours beside it.

A hidden folder next to the file holds backups, half-written drafts and the lock. On Windows a
file keeps the permissions of the folder it was made in, so drafts are made in there too.
"""

import getpass
import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from filelock import FileLock

from caseform.errors import StoreError
from caseform.store._container import MAX_BYTES
from caseform.store._machine import Machine, replace_patiently, write_private
from caseform.store._thinning import thinned
from caseform.store._trouble import plainly

_SUFFIX = ".caseform"
_BACKUP = re.compile(r"(\d{6,})-(\d{8}T\d{6}Z)\.caseform")
_STAMP = "%Y%m%dT%H%M%SZ"
_SECONDS_FOR_THE_LOCK = 10.0


@dataclass(frozen=True)
class Backup:
    """One earlier version of a case file.

    Args:
        file: Where it is.
        number: Counts up with every save; a clock that was set back does not change the order.
        saved_at: When it was saved, in UTC.
    """

    file: Path
    number: int
    saved_at: datetime


class Home:
    """The places on disk that belong to one case.

    Args:
        path: The case file. A link is followed, so that a save replaces what it points to.

    Example:
        >>> home = Home(Path("/cases/zeester.caseform"))
        >>> home.hidden.name, home.journal.name, home.tombstone.name
        ('.zeester.backups', '.zeester.journal', 'zeester.erased.txt')
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))
        self.folder = self.path.parent
        self.file = self.path.name
        self._alias = self.file.removesuffix(_SUFFIX)
        self.hidden = self.folder / f".{self._alias}.backups"
        self.journal = self.folder / f".{self._alias}.journal"
        self.unread_journal = self.folder / f".{self._alias}.journal.unread"
        self.tombstone = self.folder / f"{self._alias}.erased.txt"
        self.lock_file = self.hidden / "lock"

    def __repr__(self) -> str:
        return f"Home({self.file!r})"

    def read(self, path: Path | None = None) -> bytes:
        """Return the bytes of the case file, or of another file of this case.

        Raises:
            StoreError: It is not there, may not be read, or is far too large for a case.
        """
        path = path or self.path
        with plainly(path.name, doing="reading"), path.open("rb") as source:
            data = source.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise StoreError("errors.file-too-large", file=path.name)
        return data

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the case for the instant of a write.

        Raises:
            StoreError: Another program holds it, or the disk refuses.
        """
        with plainly(self.file, doing="writing"):
            if not self.folder.is_dir():
                raise StoreError("errors.folder-not-found", file=self.file)
            self._make_hidden_folder()
            with FileLock(str(self.lock_file), timeout=_SECONDS_FOR_THE_LOCK, mode=0o600):
                yield

    def tidy(self) -> None:
        """Remove drafts that a crash left behind; where nothing may be written, do nothing."""
        if not self.hidden.is_dir():
            return
        try:
            with FileLock(str(self.lock_file), timeout=0, mode=0o600):
                for draft in self.hidden.glob("draft-*"):
                    draft.unlink(missing_ok=True)
        except OSError:
            # Somebody is saving, or the folder is read-only: opening goes on, and the next
            # opening tries again. filelock's Timeout is an OSError too.
            return

    def draft(self, data: bytes, machine: Machine) -> Path:
        """Write `data` to a new draft and return it, once it is on the disk and reads back.

        Raises:
            OSError: The disk refuses, or gives back something else than was written.
        """
        draft = self.hidden / f"draft-{secrets.token_hex(8)}"
        write_private(draft, data, machine)
        if draft.read_bytes() != data:
            draft.unlink()
            raise OSError("the disk gave back something else than was written")
        return draft

    def put(self, target: Path, data: bytes, machine: Machine) -> None:
        """Write one of our own files whole or not at all."""
        draft = self.draft(data, machine)
        try:
            replace_patiently(draft, target, machine)
        finally:
            draft.unlink(missing_ok=True)
        machine.flush_folder(target.parent)

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups, oldest first."""
        found = []
        for file in self.hidden.glob("*.caseform") if self.hidden.is_dir() else ():
            said = _BACKUP.fullmatch(file.name)
            if said:
                saved_at = datetime.strptime(said[2], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(file, int(said[1]), saved_at))
        return tuple(sorted(found, key=lambda backup: backup.number))

    def keep(self, data: bytes, machine: Machine) -> Path:
        """Keep `data` as the newest backup, and return where."""
        earlier = self.backups()
        number = earlier[-1].number + 1 if earlier else 1
        name = f"{number:06d}-{machine.now().astimezone(UTC).strftime(_STAMP)}.caseform"
        self.put(self.hidden / name, data, machine)
        return self.hidden / name

    def thin(self, machine: Machine) -> None:
        """Remove the backups that are no longer needed; the newest always stays."""
        backups = self.backups()
        kept = set(thinned([backup.saved_at for backup in backups], machine.now()))
        for place, backup in enumerate(backups):
            if place not in kept:
                backup.file.unlink(missing_ok=True)

    def copies(self) -> tuple[Path, ...]:
        """Return the named copies that were put beside the file when it could not be replaced."""
        stamped = r"\.(copy|damaged)-\d{8}T\d{6}Z(-\d+)?\.caseform"
        ours = re.compile(re.escape(self._alias) + stamped)
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(file for file in self.folder.iterdir() if ours.fullmatch(file.name)))

    def beside(self, word: Literal["copy", "damaged"], machine: Machine) -> Path:
        """Return a name beside the case file that is free."""
        stem = f"{self._alias}.{word}-{machine.now().astimezone(UTC).strftime(_STAMP)}"
        free = self.folder / f"{stem}{_SUFFIX}"
        count = 1
        while free.exists():
            count += 1
            free = self.folder / f"{stem}-{count}{_SUFFIX}"
        return free

    def _make_hidden_folder(self) -> None:
        if not self.hidden.is_dir():
            self.hidden.mkdir(mode=0o700)
            self.hidden.chmod(0o700)
            if sys.platform == "win32":
                _keep_to_this_user(self.hidden)


def _keep_to_this_user(folder: Path) -> None:
    # Inheritance off, and full control for this user alone, also over what is made inside.
    allowed = f"{getpass.getuser()}:(OI)(CI)F"
    command = ["icacls", str(folder), "/inheritance:r", "/grant:r", allowed]
    subprocess.run(command, check=False, capture_output=True)
