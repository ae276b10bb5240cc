"""The outer shell of a case file: a stored zip of three files, and nothing else."""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from caseform.errors import StoreError

MAX_BYTES = 64 * 1024 * 1024
"""A case file that is larger is neither written nor read; the largest real one is far below."""

_NAMES = ("README.txt", "key.age", "case.age")
_TO_THIS_USER = 0o600 << 16


@dataclass(frozen=True)
class Container:
    """What lies in a case file, still sealed.

    Args:
        key_age: The identity of the case, sealed under the passphrase.
        case_age: The case, sealed to that identity.
    """

    key_age: bytes
    case_age: bytes


def pack(container: Container, file: str, *, invented: bool = False) -> bytes:
    """Return the bytes of a case file.

    Args:
        container: What goes in.
        file: Name of the case file, for the sentence.
        invented: Whether the README says that this is an invented case with a published key.

    Raises:
        StoreError: It would be too large to be opened again.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as shell:
        contents = (readme(invented=invented), container.key_age, container.case_age)
        for name, content in zip(_NAMES, contents, strict=True):
            # A fixed date: when someone worked on the case is nobody's business.
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.external_attr = _TO_THIS_USER
            shell.writestr(entry, content)
    data = packed.getvalue()
    if len(data) > MAX_BYTES:
        raise StoreError("errors.case-too-large", file=file)
    return data


def unpack(data: bytes, file: str) -> Container:
    """Return what lies in a case file; nothing is decrypted yet.

    Exactly the three names, each once, stored as they are: there is nothing to unfold, so a
    small file cannot become a large one.

    Raises:
        StoreError: The file is too large, damaged, or something else than a case.

    Example:
        >>> shell = Container(key_age=b"sealed key", case_age=b"sealed case")
        >>> unpack(pack(shell, "zeester.caseform"), "zeester.caseform") == shell
        True
    """
    if len(data) > MAX_BYTES:
        raise StoreError("errors.file-too-large", file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as shell:
            entries = shell.infolist()
            if sorted(entry.filename for entry in entries) != sorted(_NAMES):
                raise StoreError("errors.file-damaged", file=file)
            if any(
                entry.compress_type != zipfile.ZIP_STORED or entry.file_size > len(data)
                for entry in entries
            ):
                raise StoreError("errors.file-damaged", file=file)
            _, key_age, case_age = (shell.read(name) for name in _NAMES)
    except StoreError:
        raise
    # zipfile meets hostile bytes with many kinds of exception; here they all mean the same.
    except Exception as error:
        raise StoreError("errors.file-damaged", file=file) from error
    return Container(key_age, case_age)


def fingerprint(data: bytes) -> str:
    """Return the content hash by which an outside change is seen; never the date of the file."""
    return hashlib.sha256(data).hexdigest()


@cache
def readme(*, invented: bool) -> bytes:
    """Return the README that lies in every case file, in Dutch and English."""
    name = "readme-invented.txt" if invented else "readme.txt"
    return (files("caseform.store") / "readme" / name).read_bytes()
