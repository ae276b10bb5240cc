"""From what the system says about a disk to the one sentence a person reads."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from filelock import Timeout

from caseform.errors import StoreError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_ABSENT = {errno.ENOENT, errno.ENOTDIR}


@contextmanager
def plainly(file: str, *, doing: Literal["reading", "writing"]) -> Iterator[None]:
    """Turn trouble with the disk into a `StoreError`; everything else passes as it is.

    Args:
        file: Name of the case file, for the sentence; never a path.
        doing: Whether the file was being read or written: the same refusal by the system asks
            for different things from the reader.

    Raises:
        StoreError: The disk is full, the folder is gone or closed, or the disk fails.

    Example:
        >>> with plainly("zeester.caseform", doing="writing"):
        ...     raise OSError(errno.ENOSPC, "No space left on device")
        Traceback (most recent call last):
        caseform.errors.StoreError: errors.disk-full {'file': 'zeester.caseform'}
    """
    try:
        yield
    except Timeout as error:
        raise StoreError("errors.file-busy", file=file) from error
    except OSError as error:
        raise StoreError(_key(error, doing), file=file) from error


def _key(error: OSError, doing: Literal["reading", "writing"]) -> str:
    if error.errno in _FULL:
        return "errors.disk-full"
    absent, forbidden = error.errno in _ABSENT, error.errno in _FORBIDDEN
    if doing == "reading" and absent:
        return "errors.file-not-found"
    if doing == "reading":
        return "errors.file-no-permission" if forbidden else "errors.file-unreadable"
    if absent:
        return "errors.folder-not-found"
    return "errors.folder-read-only" if forbidden else "errors.save-failed"
