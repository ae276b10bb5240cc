"""The three keys that open a case: its passphrase, its recovery key, and the published one."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Protocol

import pyrage
from pyrage import passphrase as under_passphrase
from pyrage import x25519

from caseform.errors import StoreError

MAX_WORK_FACTOR = 22
"""Above this a file asks for more memory (over 4 GiB) than a laptop should give to a stranger."""

# age measures this machine to choose the cost, and a busy machine looks like a slow one.
_LEAST_WORK_FACTOR = 17
_TRIES = 6

_SCRYPT_LINE = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n")
_SECRET_LINE = re.compile(r"^AGE-SECRET-KEY-1[A-Z0-9]+$", re.MULTILINE)
# How age says that the passphrase did not fit, as opposed to a file that is not whole.
_DOES_NOT_FIT = "Decryption failed"


class Key(Protocol):
    """Something that opens a case."""

    def identity(self, key_age: bytes, file: str) -> x25519.Identity:
        """Return the identity to which the case is sealed.

        Args:
            key_age: The sealed key that lies in the case file.
            file: Name of the case file, for the sentence.

        Raises:
            StoreError: This key does not open it.
        """
        ...


@dataclass(frozen=True, repr=False)
class Passphrase:
    """The passphrase that the user knows.

    Deriving the key takes a second on purpose, so it is done once for each sealed key.

    Args:
        words: The passphrase as typed.

    Example:
        >>> Passphrase("een dak van riet")
        Passphrase(hidden)
    """

    words: str
    _derived: dict[bytes, x25519.Identity | StoreError] = field(default_factory=dict, compare=False)

    def __repr__(self) -> str:
        return "Passphrase(hidden)"

    def identity(self, key_age: bytes, file: str) -> x25519.Identity:
        """Return the identity that lies in `key_age`."""
        if key_age not in self._derived:
            try:
                self._derived[key_age] = _unsealed_key(key_age, self.words, file)
            except StoreError as error:
                self._derived[key_age] = error
        derived = self._derived[key_age]
        if isinstance(derived, StoreError):
            raise derived
        return derived


@dataclass(frozen=True, repr=False)
class RecoveryKey:
    """The key that was printed when the case was made.

    Args:
        line: The line that starts with ``AGE-SECRET-KEY-1``.

    Example:
        >>> RecoveryKey("AGE-SECRET-KEY-1...")
        RecoveryKey(hidden)
    """

    line: str

    def __repr__(self) -> str:
        return "RecoveryKey(hidden)"

    def identity(self, key_age: bytes, file: str) -> x25519.Identity:
        """Return the recovery identity; what lies in `key_age` is not needed."""
        try:
            # Copied from paper: case and spaces are not part of it.
            return x25519.Identity.from_str("".join(self.line.split()).upper())
        except pyrage.IdentityError as error:
            raise StoreError("errors.recovery-key-wrong", file=file) from error


@dataclass(frozen=True)
class PublishedKey:
    """The key of every invented case; it is no secret, so nothing is derived."""

    def identity(self, key_age: bytes, file: str) -> x25519.Identity:
        """Return the published identity.

        Raises:
            StoreError: The file is somebody's real case, or damaged.
        """
        if not is_published_key(key_age):
            raise StoreError("errors.file-not-published", file=file)
        return published_identity()


def published_key_age() -> bytes:
    """Return the published identity as sealed under the published passphrase."""
    return _published("key.age")


def is_published_key(key_age: bytes) -> bool:
    """Return whether `key_age` is the one of the invented cases."""
    return key_age == published_key_age()


@cache
def published_identity() -> x25519.Identity:
    """Return the identity of the invented cases."""
    return x25519.Identity.from_str(_secret_line(_published("identity.txt").decode()))


@cache
def _published(name: str) -> bytes:
    return (files("caseform.store") / "published" / name).read_bytes()


def sealed_key(identity: x25519.Identity, words: str) -> bytes:
    """Return `identity` sealed under the passphrase; this takes seconds, on purpose.

    Args:
        identity: What opens the case.
        words: The passphrase as typed.

    Returns:
        An age file that costs at least 2^17 scrypt rounds to try, or the costliest of six where
        the machine is too slow for that.

    Raises:
        StoreError: The passphrase is empty, or no try was one that we would open again.
    """
    if not words.strip():
        raise StoreError("errors.passphrase-empty")
    content, typed = f"{identity}\n".encode(), _as_typed_anywhere(words)
    costliest, most = b"", 0
    for _ in range(_TRIES):
        sealed: bytes = under_passphrase.encrypt(content, typed)
        cost = work_factor(sealed) or 0
        # Nor above what we would open again ourselves.
        if most < cost <= MAX_WORK_FACTOR:
            costliest, most = sealed, cost
        if most >= _LEAST_WORK_FACTOR:
            break
    if not costliest:
        raise StoreError("errors.passphrase-not-sealed")
    return costliest


def work_factor(key_age: bytes) -> int | None:
    """Return how costly the passphrase is to try, as a power of two; None if it does not say.

    Example:
        >>> work_factor(published_key_age()) >= 17
        True
    """
    said = _SCRYPT_LINE.match(key_age)
    return int(said[1]) if said else None


def _unsealed_key(key_age: bytes, words: str, file: str) -> x25519.Identity:
    # Looked at before any work is done: the header of a hostile file decides how much memory
    # is asked for.
    factor = work_factor(key_age)
    if factor is None:
        raise StoreError("errors.file-damaged", file=file)
    if factor > MAX_WORK_FACTOR:
        raise StoreError("errors.key-too-costly", file=file)
    try:
        opened = under_passphrase.decrypt(key_age, _as_typed_anywhere(words))
        return x25519.Identity.from_str(_secret_line(opened.decode()))
    except pyrage.DecryptError as error:
        if str(error) == _DOES_NOT_FIT:
            raise StoreError("errors.passphrase-wrong") from error
        raise StoreError("errors.file-damaged", file=file) from error
    except (pyrage.IdentityError, ValueError) as error:
        raise StoreError("errors.file-damaged", file=file) from error


def _secret_line(identity_file: str) -> str:
    found = _SECRET_LINE.search(identity_file)
    if found is None:
        raise ValueError("no identity in this file")
    return found[0]


def _as_typed_anywhere(words: str) -> str:
    # One keyboard writes é as one sign, another as two.
    return unicodedata.normalize("NFC", words)
