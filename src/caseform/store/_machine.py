"""What the store asks of the machine: the time, and that bytes really reach the disk.

Gathered in one value so that a test can hand in another clock, a disk that fills up, or a disk
that forgets, and see what the case file does then.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

# Windows: another program (a virus scanner, a sync client) has the file open for a moment.
_HELD = {5, 32, 33}
_PATIENCE = 2.0
_BETWEEN_TRIES = 0.05


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _write_all(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _flush_file(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # On macOS fsync stops at the drive's own cache; this asks the drive as well.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":
        # Windows cannot open a folder to flush it; NTFS journals the rename itself.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@dataclass(frozen=True, kw_only=True)
class Machine:
    """The clock and the disk.

    Args:
        now: The time, in UTC.
        write: Writes all bytes to an open file.
        flush_file: Returns when what was written to an open file is on the disk.
        flush_folder: Returns when the names in a folder are on the disk.
        replace: Puts the first file in the place of the second, in one go.
        sleep: Waits, in seconds.
    """

    now: Callable[[], datetime] = _utc_now
    write: Callable[[int, bytes], None] = _write_all
    flush_file: Callable[[int], None] = _flush_file
    flush_folder: Callable[[Path], None] = _flush_folder
    replace: Callable[[Path, Path], None] = os.replace
    sleep: Callable[[float], None] = time.sleep


THIS_MACHINE = Machine()


class HeldByAnotherProgramError(OSError):
    """Windows keeps refusing to replace a file that another program has open."""


def replace_patiently(draft: Path, target: Path, machine: Machine) -> None:
    """Put `draft` in the place of `target`; where Windows refuses, try for two seconds.

    Raises:
        HeldByAnotherProgramError: Another program still has the file open after two seconds.
        OSError: It cannot be replaced for another reason.
    """
    waited = 0.0
    while True:
        try:
            return machine.replace(draft, target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            if waited >= _PATIENCE:
                raise HeldByAnotherProgramError from error
        machine.sleep(_BETWEEN_TRIES)
        waited += _BETWEEN_TRIES


def write_private(path: Path, data: bytes, machine: Machine) -> None:
    """Write a new file that only this user may read, and return when it is on the disk.

    Raises:
        FileExistsError: There is already a file of that name; it is left as it was.
        OSError: The disk refuses; what was half written is removed.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        try:
            if hasattr(os, "fchmod"):
                # A umask may have taken more away than we meant.
                os.fchmod(descriptor, 0o600)
            machine.write(descriptor, data)
            machine.flush_file(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
