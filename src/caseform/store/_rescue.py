"""When a case file is damaged or gone: look through its earlier versions and put one back."""

from dataclasses import dataclass
from pathlib import Path

from caseform.errors import StoreError
from caseform.store._container import fingerprint, unpack
from caseform.store._document import Opened, unseal
from caseform.store._home import Backup, Home
from caseform.store._keys import Key
from caseform.store._machine import THIS_MACHINE, Machine
from caseform.store._unlocked import OpenKey, Unlocked


@dataclass(frozen=True)
class Checked:
    """One file of a case, and whether it opens.

    Args:
        file: The case file, a backup, or a named copy beside it.
        trouble: Key of the sentence that says why it does not open; None if it is whole.
    """

    file: Path
    trouble: str | None

    @property
    def is_intact(self) -> bool:
        """Whether it opens, to the last byte."""
        return self.trouble is None


def verify(path: Path, key: Key) -> tuple[Checked, ...]:
    """Open the case file, every backup and every named copy, and say which are whole.

    Args:
        path: The case file; it may be damaged or gone.
        key: A `Passphrase`, `RecoveryKey` or `PublishedKey`.

    Returns:
        The case file first, then backups from old to new, then named copies.
    """
    home = Home(path)
    files = (home.path, *(backup.file for backup in home.backups()), *home.copies())
    return tuple(Checked(file, _trouble(home, file, key)) for file in files)


def newest_intact_backup(path: Path, key: Key) -> Backup | None:
    """Return the newest earlier version that opens, to offer when the file does not.

    Returns:
        None if there is none: no backups, all damaged, or the key fits none of them.
    """
    home = Home(path)
    for backup in reversed(home.backups()):
        if _trouble(home, backup.file, key) is None:
            return backup
    return None


def restore_backup(
    path: Path, backup: Backup, key: Key, *, machine: Machine = THIS_MACHINE
) -> Unlocked:
    """Put an earlier version in the place of the case file.

    What lay there is not thrown away: unless it is among the backups already, it stays beside
    the file as a named copy.

    Args:
        path: The case file; it may be damaged or gone.
        backup: The version to put back.
        key: A `Passphrase`, `RecoveryKey` or `PublishedKey`.
        machine: The clock and the disk.

    Raises:
        StoreError: That version is damaged, the key does not fit, or the disk refuses; the file
            is left as it was.
    """
    home = Home(path)
    data = home.read(backup.file)
    key_age, opened = _opened(home, backup.file, data, key)
    with home.writing():
        _set_aside(home, machine)
        home.keep(data, machine)
        home.put(home.path, data, machine)
    open_key = OpenKey(key.identity(key_age, home.file), key_age, opened.sealed_for)
    seen = fingerprint(data)
    return Unlocked(home, open_key, opened.document, seen=seen, machine=machine)


def _set_aside(home: Home, machine: Machine) -> None:
    if not home.path.exists():
        return
    aside = home.beside("damaged", machine)
    try:
        lying_there = home.read()
    except StoreError:
        # Not even readable; moving it is all that can be done.
        machine.replace(home.path, aside)
        return
    if all(backup.file.read_bytes() != lying_there for backup in home.backups()):
        home.put(aside, lying_there, machine)


def _trouble(home: Home, file: Path, key: Key) -> str | None:
    try:
        _opened(home, file, home.read(file), key)
    except StoreError as error:
        return error.key
    return None


def _opened(home: Home, file: Path, data: bytes, key: Key) -> tuple[bytes, Opened]:
    shell = unpack(data, file.name)
    identity = key.identity(shell.key_age, home.file)
    return shell.key_age, unseal(shell.case_age, identity, file.name)
