"""How a command comes to a case: it joins the keeper that runs, or starts one for its own time."""

import getpass
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from caseform.cli._words import user_language, words
from caseform.errors import CaseformError, StoreError
from caseform.text import Language, say

if TYPE_CHECKING:
    # `--help` answers without any of these.
    from caseform.channel import Client
    from caseform.model import Case
    from caseform.store import Key

File = Annotated[Path, typer.Argument(metavar="FILE", help=words("cli.option-file"))]

# A command waits until its change is on disk.
ON_DISK: dict[str, Any] = {"wait": True}

_LOCK_WAIT_S = 10.0


@contextmanager
def open_case(path: Path) -> Iterator["Client"]:
    """Yield a connection to the keeper of the case at `path`.

    A keeper that this command started is locked again at the end; one that was there stays.
    """
    from caseform import keeper

    joined = keeper.running(path)
    client = joined or started(path, user_language())
    went_well = False
    try:
        yield client
        went_well = True
    finally:
        if joined is None and not client.is_closed:
            # What could not be done is not done later either, behind the user's back.
            locked(client, drop=not went_well)
        client.close()


def case_of(client: "Client") -> "Case":
    """Return the newest version of the case."""
    from caseform.model import Case

    return Case.model_validate_json(client.ask("state")["state"]["case"])


def passphrase_for(path: Path) -> str | None:
    """Return the passphrase of the case at `path`: from the environment, else asked for.

    None means that it needs none, as with a demo case.
    """
    if _is_published(path):
        return None
    given = os.environ.pop("CASEFORM_PASSPHRASE", None)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise StoreError("errors.passphrase-needed")
    return getpass.getpass(say("cli.ask-passphrase", user_language()) + " ")


def key_for(path: Path) -> "Key":
    """Return what opens the case at `path` and its backups, asked for where need be."""
    from caseform import store

    passphrase = passphrase_for(path)
    return store.PublishedKey() if passphrase is None else store.Passphrase(passphrase)


def started(path: Path, language: Language) -> "Client":
    """Return a connection to a new keeper of the case at `path`.

    Raises:
        StoreError: It does not open. For a damaged file the sentence names its newest intact
            backup; putting that back is the user's own decision.
    """
    from caseform import keeper, store

    passphrase = passphrase_for(path)
    try:
        return keeper.reach(path, passphrase=passphrase, language=language)
    except CaseformError as error:
        if error.key != "errors.file-damaged":
            raise
        key = store.PublishedKey() if passphrase is None else store.Passphrase(passphrase)
        backup = store.newest_intact_backup(path, key)
        if backup is None:
            raise
        raise StoreError(
            "errors.file-damaged-backup", file=path.name, backup=backup.file.name
        ) from error


def locked(client: "Client", *, drop: bool = False) -> None:
    """Lock the case of `client`, and wait until its keeper has let go of the file.

    Args:
        client: A connection to the keeper.
        drop: Whether to let go of what is not on disk yet.
    """
    gone = threading.Event()
    client.on_push(lambda push: gone.set() if push.get("push") == "gone" else None)
    client.ask("lock", drop=drop)
    gone.wait(_LOCK_WAIT_S)


def _is_published(path: Path) -> bool:
    from caseform import store

    try:
        return store.is_published(path)
    except StoreError as error:
        if error.key != "errors.file-damaged":
            raise
        # A damaged file does not say; its earlier versions do.
        return store.newest_intact_backup(path, store.PublishedKey()) is not None
