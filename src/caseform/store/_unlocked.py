"""A case file that is open: it holds the key, and saves."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pyrage import x25519

from caseform.errors import StoreError
from caseform.store._container import Container, fingerprint, pack, unpack
from caseform.store._document import Document, plain, seal, unseal, unsealed
from caseform.store._home import Backup, Home
from caseform.store._journal import Journal
from caseform.store._keys import Passphrase, is_published_key, sealed_key
from caseform.store._machine import (
    HeldByAnotherProgramError,
    Machine,
    replace_patiently,
)

_NEVER_READABLE = {"errors.file-damaged", "errors.key-does-not-fit", "errors.file-too-large"}


@dataclass(frozen=True, repr=False)
class OpenKey:
    """What is needed to read and to save a case, without deriving anything.

    Args:
        identity: Opens the case.
        key_age: The sealed key as it lies in the file.
        sealed_for: The public keys to which the case is encrypted: its own, then recovery.
    """

    identity: x25519.Identity
    key_age: bytes
    sealed_for: tuple[str, ...]


class Unlocked:
    """An open case file.

    It remembers the content of the file as last seen, so that a change from outside is noticed
    before it would be overwritten. It never shows its key.

    Args:
        home: Where the case lives.
        key: What opens it.
        document: What is in it.
        seen: Fingerprint of the file as last read or written.
        machine: The clock and the disk.
        recovery_key: The line to print, only where the case was just made.
    """

    def __init__(
        self,
        home: Home,
        key: OpenKey,
        document: Document,
        *,
        seen: str,
        machine: Machine,
        recovery_key: str | None = None,
    ) -> None:
        self._home = home
        self._key: OpenKey | None = key
        self._document: Document | None = document
        self._seen = seen
        self._machine = machine
        self._recovery_key = recovery_key
        self._journal: Journal | None = None
        self._copy: Path | None = None
        self._current_is_kept = False

    def __repr__(self) -> str:
        state = "locked" if self.is_locked else "unlocked"
        return f"Unlocked({self._home.file!r}, {state})"

    @property
    def path(self) -> Path:
        """The case file."""
        return self._home.path

    @property
    def recovery_key(self) -> str | None:
        """The line to print or write down. Known once, when the case is made; stored nowhere."""
        return self._recovery_key

    @property
    def is_locked(self) -> bool:
        """Whether the key was dropped."""
        return self._key is None

    @property
    def is_published(self) -> bool:
        """Whether this is an invented case, which anyone can open."""
        return is_published_key(self._open_key().key_age)

    @property
    def document(self) -> Document:
        """What was last read or saved; read it, and give `save` a new one.

        Raises:
            StoreError: The case is locked.
        """
        self._open_key()
        assert self._document is not None
        return self._document

    def save(self, document: Document) -> None:
        """Write `document` to the case file, whole or not at all.

        No key is derived. When this returns, the document is on the disk, and so is a backup
        of it. When it raises, the file holds what it held, or the new document whole.

        Args:
            document: The case and its history, JSON all the way down.

        Raises:
            StoreError: Another program changed, removed or holds the file (then the document is
                kept as a named copy beside it), the disk refuses, or the case is locked.
        """
        key = self._open_key()
        data = self._sealed(document, key)
        with self._home.writing():
            if not self._home.path.exists():
                raise self._kept_beside(data, "errors.file-gone")
            if self._changed_elsewhere():
                raise self._kept_beside(data, "errors.file-changed-elsewhere")
            self._replace(data)
        self._document = document

    def reread(self) -> Document:
        """Return what is in the file now, and take that as last seen.

        For after a change from outside: both versions exist, and the user chose.

        Raises:
            StoreError: The file is gone, damaged, or sealed with another key.
        """
        key = self._open_key()
        data = self._home.read()
        shell = unpack(data, self._home.file)
        opened = unseal(shell.case_age, key.identity, self._home.file)
        self._key = replace(key, key_age=shell.key_age, sealed_for=opened.sealed_for)
        self._document, self._seen, self._copy = opened.document, fingerprint(data), None
        self._current_is_kept = False
        return opened.document

    def change_passphrase(self, old: str, new: str) -> None:
        """Seal the case, its backups and its journal anew, under another passphrase.

        The identity changes too: an older copy of the file, with the older passphrase, does not
        help to open a newer one. Interrupted anywhere, the case opens with one of the two; where
        backups were still open to both, changing it once more finishes that.

        Args:
            old: The passphrase until now, asked again because someone else may sit here.
            new: The passphrase from now on.

        Raises:
            StoreError: `old` is wrong, `new` is empty, or the disk refuses.
        """
        key = self._open_key()
        if self.is_published:
            raise StoreError("errors.published-has-no-passphrase")
        Passphrase(old).identity(key.key_age, self._home.file)
        self._seal_anew(new)

    def set_passphrase(self, new: str) -> None:
        """Give a new passphrase to a case that was opened with its recovery key.

        Raises:
            StoreError: The case was opened otherwise, `new` is empty, or the disk refuses.
        """
        key = self._open_key()
        if str(key.identity.to_public()) != key.sealed_for[-1] or self.is_published:
            raise StoreError("errors.recovery-only")
        self._seal_anew(new)

    def rewrite_backups(self, transform: Callable[[Document], Document]) -> tuple[Path, ...]:
        """Seal every backup and named copy anew, with its document transformed.

        For erasing an item everywhere. Each version is replaced whole or not at all; after an
        interruption the same call finishes the work. A journal that could not be read goes too.

        Args:
            transform: Returns the document as it may stay. Doing it twice must do no harm.

        Returns:
            Versions that were removed, because they could not be read and so could still have
            held what is being erased.

        Raises:
            StoreError: The disk refuses, or the case is locked.
        """
        key = self._open_key()
        unread = self._reseal_versions(key, key.key_age, key.sealed_for, transform)
        with self._home.writing():
            for version in (*unread, self._home.unread_journal):
                version.unlink(missing_ok=True)
        return unread

    def backups(self) -> tuple[Backup, ...]:
        """Return the earlier versions, oldest first."""
        return self._home.backups()

    def read_backup(self, backup: Backup) -> Document:
        """Return the document of an earlier version.

        Raises:
            StoreError: It is damaged, or sealed with another key.
        """
        key = self._open_key()
        shell = unpack(self._home.read(backup.file), backup.file.name)
        return unseal(shell.case_age, key.identity, backup.file.name).document

    def journal(self) -> Journal:
        """Return the journal of text that is being typed; each time the same one."""
        key = self._open_key()
        if self._journal is None:
            self._journal = Journal(self._home, key.identity, key.sealed_for, self._machine)
        return self._journal

    def lock(self) -> None:
        """Drop the key and what was read. Save first: there is nothing left to save with."""
        self._key = None
        self._document = None
        self._recovery_key = None
        if self._journal is not None:
            self._journal.lock()

    def _open_key(self) -> OpenKey:
        if self._key is None:
            raise StoreError("errors.case-locked")
        return self._key

    def _sealed(self, document: Document, key: OpenKey) -> bytes:
        content = plain(document, key.sealed_for)
        case_age = seal(content, key.sealed_for)
        # A seal that we could not open again never reaches the disk.
        if unsealed(case_age, key.identity, self._home.file) != content:
            raise StoreError("errors.save-failed", file=self._home.file)
        invented = is_published_key(key.key_age)
        return pack(Container(key.key_age, case_age), self._home.file, invented=invented)

    def _changed_elsewhere(self) -> bool:
        try:
            return fingerprint(self._home.read()) != self._seen
        except StoreError:
            # It was readable when we saw it last.
            return True

    def _replace(self, data: bytes) -> None:
        if not self._current_is_kept:
            self._keep_if_unkept(self._home.read())
        kept = self._home.keep(data, self._machine)
        try:
            self._put_in_place(data)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
        self._machine.flush_folder(self._home.folder)
        with suppress(OSError):
            # The case is saved; a backup too many does no harm.
            self._home.thin(self._machine)

    def _put_in_place(self, data: bytes) -> None:
        draft = self._home.draft(data, self._machine)
        try:
            replace_patiently(draft, self._home.path, self._machine)
        except HeldByAnotherProgramError as error:
            raise self._kept_beside(data, "errors.file-held") from error
        finally:
            draft.unlink(missing_ok=True)
        self._seen, self._copy, self._current_is_kept = fingerprint(data), None, True

    def _keep_if_unkept(self, current: bytes) -> None:
        # A file that came from another machine came without its backups.
        backups = self._home.backups()
        if not backups or backups[-1].file.read_bytes() != current:
            self._home.keep(current, self._machine)

    def _kept_beside(self, data: bytes, key: str) -> StoreError:
        # One copy for as long as the trouble lasts, not one for each save.
        self._copy = self._copy or self._home.beside("copy", self._machine)
        self._home.put(self._copy, data, self._machine)
        return StoreError(key, file=self._home.file, copy=self._copy.name)

    def _seal_anew(self, new: str) -> None:
        if self._changed_elsewhere():
            raise StoreError("errors.file-changed-meanwhile", file=self._home.file)
        identity = x25519.Identity.generate()
        self._move_to(identity, sealed_key(identity, new))

    def _move_to(self, identity: x25519.Identity, key_age: bytes) -> None:
        key = self._open_key()
        sealed_for = (str(identity.to_public()), *key.sealed_for[1:])
        # First everything beside the file for both keys, then the file, then the old key out:
        # at every moment the file opens with one passphrase, and that one opens the rest.
        for_both = (sealed_for[0], *key.sealed_for)
        with self._home.writing():
            self._keep_if_unkept(self._home.read())
        self._reseal_versions(key, key_age, for_both, _as_it_is)
        self.journal().reseal(key.identity, for_both)

        renewed = OpenKey(identity, key_age, sealed_for)
        data = self._sealed(self.document, renewed)
        with self._home.writing():
            if self._changed_elsewhere():
                raise StoreError("errors.file-changed-meanwhile", file=self._home.file)
            self._put_in_place(data)
            self._machine.flush_folder(self._home.folder)
        self._key = renewed

        self._reseal_versions(renewed, key_age, sealed_for, _as_it_is)
        self.journal().reseal(identity, sealed_for)

    def _reseal_versions(
        self,
        key: OpenKey,
        key_age: bytes,
        sealed_for: tuple[str, ...],
        transform: Callable[[Document], Document],
    ) -> tuple[Path, ...]:
        unread = []
        self._home.tidy()
        with self._home.writing():
            versions = (*(backup.file for backup in self._home.backups()), *self._home.copies())
            for version in versions:
                try:
                    shell = unpack(self._home.read(version), version.name)
                    opened = unseal(shell.case_age, key.identity, version.name)
                except StoreError as error:
                    # Trouble with the disk passes; damage does not.
                    if error.key not in _NEVER_READABLE:
                        raise
                    unread.append(version)
                    continue
                content = plain(transform(opened.document), sealed_for)
                renewed = Container(key_age, seal(content, sealed_for))
                invented = is_published_key(key_age)
                data = pack(renewed, self._home.file, invented=invented)
                self._home.put(version, data, self._machine)
        return tuple(unread)


def _as_it_is(document: Document) -> Document:
    return document
