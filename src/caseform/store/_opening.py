"""Making and opening case files."""

from pathlib import Path

from pyrage import x25519

from caseform.errors import StoreError
from caseform.store._container import Container, fingerprint, pack, unpack
from caseform.store._document import Document, plain, seal, unseal
from caseform.store._home import Home
from caseform.store._keys import (
    Key,
    Passphrase,
    PublishedKey,
    RecoveryKey,
    is_published_key,
    published_identity,
    published_key_age,
    sealed_key,
)
from caseform.store._machine import THIS_MACHINE, Machine
from caseform.store._unlocked import OpenKey, Unlocked


def create(
    path: Path, document: Document, passphrase: str, *, machine: Machine = THIS_MACHINE
) -> Unlocked:
    """Make a new case file.

    Args:
        path: Where; its folder exists, and there is no file of that name.
        document: The case and its history, JSON all the way down.
        passphrase: What the user will type to open it.
        machine: The clock and the disk.

    Returns:
        The open case. Its `recovery_key` is known now and never again.

    Raises:
        StoreError: There is a file of that name, or backups of one; the passphrase is empty; or
            the disk refuses.
    """
    home = Home(path)
    _refuse_what_exists(home)
    identity, recovery = x25519.Identity.generate(), x25519.Identity.generate()
    sealed_for = (str(identity.to_public()), str(recovery.to_public()))
    key = OpenKey(identity, sealed_key(identity, passphrase), sealed_for)
    return _made(home, key, document, machine, recovery_key=str(recovery))


def create_published(
    path: Path, document: Document, *, machine: Machine = THIS_MACHINE
) -> Unlocked:
    """Make the file of an invented case, which anyone can open.

    Args:
        path: Where; its folder exists, and there is no file of that name.
        document: An invented case. Nothing about a real person may be in it.
        machine: The clock and the disk.

    Raises:
        StoreError: There is a file of that name, or backups of one; or the disk refuses.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder) / "zeester.caseform"
        ...     unlocked = create_published(path, {"format": 1, "case": {}, "history": []})
        ...     unlocked.save({"format": 1, "case": {"alias": "zeester"}, "history": []})
        ...     open_published(path).document["case"]
        {'alias': 'zeester'}
    """
    home = Home(path)
    _refuse_what_exists(home)
    identity = published_identity()
    key = OpenKey(identity, published_key_age(), (str(identity.to_public()),))
    return _made(home, key, document, machine)


def open(path: Path, passphrase: str, *, machine: Machine = THIS_MACHINE) -> Unlocked:
    """Open a case file with its passphrase.

    Args:
        path: The case file.
        passphrase: As typed. Deriving the key from it takes a second, on purpose.
        machine: The clock and the disk.

    Raises:
        StoreError: The passphrase is wrong; the file is absent, closed, too large, damaged, or
            from a newer version. It is left as it was.
    """
    return open_with(path, Passphrase(passphrase), machine=machine)


def open_with_recovery(
    path: Path, recovery_key: str, *, machine: Machine = THIS_MACHINE
) -> Unlocked:
    """Open a case file with the key that was printed when it was made.

    Args:
        path: The case file.
        recovery_key: The line that starts with ``AGE-SECRET-KEY-1``.
        machine: The clock and the disk.

    Raises:
        StoreError: The key is not that of this case, or the file cannot be opened.
    """
    return open_with(path, RecoveryKey(recovery_key), machine=machine)


def open_published(path: Path, *, machine: Machine = THIS_MACHINE) -> Unlocked:
    """Open the file of an invented case; nothing is derived.

    Raises:
        StoreError: It is not an invented case, or the file cannot be opened.
    """
    return open_with(path, PublishedKey(), machine=machine)


def is_published(path: Path) -> bool:
    """Return whether this is the file of an invented case, which anyone can open.

    Raises:
        StoreError: The file is absent, closed, or damaged.
    """
    home = Home(path)
    return is_published_key(unpack(home.read(), home.file).key_age)


def open_with(path: Path, key: Key, *, machine: Machine = THIS_MACHINE) -> Unlocked:
    """Open a case file with a key of any kind, and clear away what a crash left beside it.

    Raises:
        StoreError: As for `open`.
    """
    home = Home(path)
    data = home.read()
    shell = unpack(data, home.file)
    try:
        identity = key.identity(shell.key_age, home.file)
    except StoreError as error:
        raise _as_it_must_be(error, home, key, shell.key_age) from error
    opened = unseal(shell.case_age, identity, home.file)
    home.tidy()
    open_key = OpenKey(identity, shell.key_age, opened.sealed_for)
    return Unlocked(home, open_key, opened.document, seen=fingerprint(data), machine=machine)


def _as_it_must_be(error: StoreError, home: Home, key: Key, key_age: bytes) -> StoreError:
    # A sealed key that was damaged looks as if the passphrase were wrong. The newest backup
    # tells the two apart.
    backups = home.backups()
    if error.key != "errors.passphrase-wrong" or not backups:
        return error
    try:
        kept = unpack(home.read(backups[-1].file), backups[-1].file.name).key_age
        if kept != key_age:
            key.identity(kept, home.file)
            return StoreError("errors.file-damaged", file=home.file)
    except StoreError:
        pass
    return error


def _refuse_what_exists(home: Home) -> None:
    if not home.folder.is_dir():
        raise StoreError("errors.folder-not-found", file=home.file)
    if home.path.exists():
        raise StoreError("errors.file-exists", file=home.file)
    if home.backups():
        raise StoreError("errors.backups-of-earlier-case", file=home.file)


def _made(
    home: Home,
    key: OpenKey,
    document: Document,
    machine: Machine,
    *,
    recovery_key: str | None = None,
) -> Unlocked:
    case_age = seal(plain(document, key.sealed_for), key.sealed_for)
    invented = is_published_key(key.key_age)
    data = pack(Container(key.key_age, case_age), home.file, invented=invented)
    with home.writing():
        _refuse_what_exists(home)
        kept = home.keep(data, machine)
        try:
            home.put(home.path, data, machine)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
    seen = fingerprint(data)
    return Unlocked(home, key, document, seen=seen, machine=machine, recovery_key=recovery_key)
