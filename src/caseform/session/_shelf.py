"""The shelf: which case files this user works with, and what is known of the open ones."""

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import platformdirs

from caseform import demo, keeper, store
from caseform.channel import Address
from caseform.errors import CaseformError, StoreError
from caseform.model import Case, History, Person, PersonKind, Region, new_id
from caseform.text import Language, say

# Long enough to stand against guessing on a stolen laptop; words with spaces are welcome.
PASSPHRASE_LETTERS = 12


class Shelf:
    """The case files of this user: those opened before, newest first, and those in their folder.

    Only paths are kept: what stands in a case, even its alias, stays in the case.

    Args:
        folder: Where the list is kept and new cases are made; the user's own by default.
        today: The clock's day.
    """

    def __init__(
        self, folder: Path | None = None, *, today: Callable[[], date] = date.today
    ) -> None:
        self._today = today
        self._list = (folder or Path(platformdirs.user_data_dir("caseform"))) / "cases.json"
        self._cases = folder or Path(platformdirs.user_documents_dir()) / "caseform"

    def paths(self) -> tuple[Path, ...]:
        """Return the files that are still there, and those laid in the folder of cases."""
        known = self._known()
        try:
            found = sorted(path.resolve() for path in self._cases.glob("*.caseform"))
        except OSError:
            found = []
        return (*known, *(path for path in found if path not in known))

    def _known(self) -> tuple[Path, ...]:
        try:
            known = json.loads(self._list.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ()
        paths = [Path(path) for path in known if isinstance(path, str)]
        return tuple(path for path in paths if path.exists())

    def open_case(self, path: Path) -> Case | None:
        """Return the case in the file at `path` while it is open, else None."""
        client = keeper.running(path)
        if client is None:
            return None
        try:
            return Case.model_validate_json(client.ask("state")["state"]["case"])
        except CaseformError:
            return None
        finally:
            client.close()

    def unlock(self, path: Path, *, passphrase: str | None, language: Language) -> Address:
        """Open the case at `path`, and return an address for the pages.

        Args:
            path: The case file.
            passphrase: Its passphrase, or its recovery key.
            language: The language of the user.

        Raises:
            StoreError: It does not open; nothing was changed.
        """
        recovery = passphrase if (passphrase or "").startswith("AGE-SECRET-KEY-") else None
        client = keeper.reach(
            path,
            passphrase=None if recovery else passphrase,
            recovery=recovery,
            language=language,
        )
        try:
            self._remember(path)
            return keeper.own_address(client)
        finally:
            client.close()

    def begin(
        self, alias: str, *, region: str, language: Language, age: int | None, passphrase: str
    ) -> tuple[Path, str]:
        """Make a new, empty case.

        Args:
            alias: What it is called on screen; never a name.
            region: Where the school stands.
            language: The language in which it is begun.
            age: Age of the young person, if it was said.
            passphrase: What will open it.

        Returns:
            Its file, and the recovery key, which is stored nowhere.

        Raises:
            StoreError: The passphrase is too short, the alias cannot be a file name, or the disk
                refuses; nothing was made.
        """
        check_passphrase(passphrase)
        if not alias.strip() or any(letter in alias for letter in '/\\:*?"<>|') or alias[0] == ".":
            raise StoreError("errors.alias-unfit")
        path = self._cases / f"{alias.strip()}.caseform"
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        case = new_case(alias.strip(), region=region, language=language, today=self._today())
        young = Person(
            id=new_id("p"),
            kind=PersonKind.YOUNG_PERSON,
            called=say("words.room-youth", language),
            age=age,
        )
        case = case.with_item("people", young)
        unlocked = store.create(path, keeper.to_document(case, History()), passphrase)
        recovery = unlocked.recovery_key or ""
        unlocked.lock()
        self._remember(path)
        return path, recovery

    def lay_out_demo(self, name: demo.DemoName, *, language: Language) -> Path:
        """Put a fresh copy of an invented case in a folder of its own, and return its file.

        A copy that is open now is left as it is.

        Args:
            name: ``return`` or ``home``.
            language: Its language.
        """
        path = self._list.parent / "demo" / f"{name}.caseform"
        if keeper.running(path) is not None:
            return path
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists():
            store.erase_case(path)
        path.with_name(f"{path.stem}.erased.txt").unlink(missing_ok=True)
        case, history = demo.cases(name, today=self._today(), language=language)
        store.create_published(path, keeper.to_document(case, history)).lock()
        return path

    def _remember(self, path: Path) -> None:
        if store.is_published(path):
            return
        paths = [path.resolve(), *(known for known in self._known() if known != path.resolve())]
        self._list.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._list.with_suffix(".part")
        draft.write_text(json.dumps([str(one) for one in paths]), encoding="utf-8")
        draft.chmod(0o600)
        os.replace(draft, self._list)


def new_case(alias: str, *, region: str, language: Language, today: date) -> Case:
    """Return an empty case.

    Args:
        alias: What it is called on screen; never a name.
        region: Where the school stands.
        language: The language in which it is begun.
        today: The day on which it is begun.

    Example:
        >>> new_case("Zeester", region="vl", language="nl", today=date(2026, 11, 23)).region.law
        'VL'
    """
    return Case(
        id=new_id("c"), alias=alias, region=Region(region), language=language, created_on=today
    )


def check_passphrase(passphrase: str) -> str:
    """Return `passphrase` if it is long enough.

    Raises:
        StoreError: It is too short.
    """
    if len(passphrase) < PASSPHRASE_LETTERS:
        raise StoreError("errors.passphrase-short", letters=PASSPHRASE_LETTERS)
    return passphrase
