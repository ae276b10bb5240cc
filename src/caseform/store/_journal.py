"""Text that is being typed and is not part of the case yet."""

import json

from pyrage import x25519

from caseform.errors import StoreError
from caseform.store._document import seal, unsealed
from caseform.store._home import Home
from caseform.store._machine import Machine


class Journal:
    """What was typed in each field, on disk and sealed like the case itself.

    Written each second while someone types; whatever stops the computer, at most the last
    second of typing is lost. A journal that cannot be read never stands in the way of the case.

    Args:
        home: Where the case lives.
        identity: Opens the journal.
        sealed_for: The public keys to which it is sealed.
        machine: The clock and the disk.
    """

    def __init__(
        self, home: Home, identity: x25519.Identity, sealed_for: tuple[str, ...], machine: Machine
    ) -> None:
        self._home = home
        self._identity: x25519.Identity | None = identity
        self._sealed_for = sealed_for
        self._machine = machine
        self._texts: dict[str, str] | None = None

    def __repr__(self) -> str:
        return f"Journal({self._home.file!r})"

    def write(self, texts: dict[str, str]) -> None:
        """Remember what is typed; when this returns it is on the disk.

        Args:
            texts: The text of each field; fields that are not named keep theirs.

        Raises:
            StoreError: The disk refuses.
        """
        together = self.read() | texts
        if together != self.read():
            self._put(together)

    def read(self) -> dict[str, str]:
        """Return what was typed in each field; empty where no journal can be read.

        Raises:
            StoreError: The case was locked.
        """
        if self._identity is None:
            raise StoreError("errors.case-locked")
        if self._texts is None:
            self._texts = self._on_disk(self._identity)
        return dict(self._texts)

    def clear(self, field: str) -> None:
        """Forget what was typed in `field`, because it is part of the case now, or unwanted.

        Raises:
            StoreError: The disk refuses.
        """
        left = self.read()
        if left.pop(field, None) is None:
            return
        if left:
            self._put(left)
            return
        with self._home.writing():
            self._home.journal.unlink(missing_ok=True)
            self._machine.flush_folder(self._home.folder)
        self._texts = {}

    def reseal(self, identity: x25519.Identity, sealed_for: tuple[str, ...]) -> None:
        """Seal the journal anew, because the keys of the case change.

        Args:
            identity: Opens it from now on.
            sealed_for: The public keys to which it is sealed from now on.

        Raises:
            StoreError: The disk refuses.
        """
        texts = self.read()
        self._identity, self._sealed_for = identity, sealed_for
        if texts:
            self._put(texts)

    def lock(self) -> None:
        """Drop the key and the texts; they stay on disk for the next opening."""
        self._identity = None
        self._texts = None

    def _put(self, texts: dict[str, str]) -> None:
        content = json.dumps(texts).encode()
        with self._home.writing():
            self._home.put(self._home.journal, seal(content, self._sealed_for), self._machine)
        self._texts = texts

    def _on_disk(self, identity: x25519.Identity) -> dict[str, str]:
        if not self._home.journal.exists():
            return {}
        try:
            sealed = self._home.read(self._home.journal)
            texts = json.loads(unsealed(sealed, identity, self._home.journal.name))
            if all(isinstance(text, str) for text in texts.values()):
                return dict(texts)
        except (StoreError, ValueError, AttributeError, RecursionError):
            pass
        self._set_aside()
        return {}

    def _set_aside(self) -> None:
        # The next text would overwrite it, and another key may still open it.
        try:
            with self._home.writing():
                self._machine.replace(self._home.journal, self._home.unread_journal)
        except StoreError:
            # A read-only folder: nothing will be overwritten there either.
            return
