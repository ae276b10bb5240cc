"""How a command comes to a case: it joins the keeper that runs, or starts one for its own time."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from caseform import keeper, store
from caseform.channel import Client
from caseform.cli._app import user_language
from caseform.errors import CaseformError, StoreError
from caseform.model import Case
from caseform.text import say

# A command waits until its change is on disk.
ON_DISK: dict[str, Any] = {"wait": True}


@contextmanager
def open_case(path: Path) -> Iterator[Client]:
    """Yield a connection to the keeper of the case at `path`.

    A keeper that this command started is locked again at the end; one that was there stays.
    """
    joined = keeper.running(path)
    client = joined or _started(path)
    try:
        yield client
    finally:
        if joined is None:
            client.ask("lock")
        client.close()


def case_of(client: Client) -> Case:
    """Return the newest version of the case."""
    return Case.model_validate_json(client.ask("state")["state"]["case"])


def passphrase_for(path: Path) -> str | None:
    """Return the passphrase of the case at `path`: from the environment, else asked for.

    None means that it needs none, as with a demo case.
    """
    if store.is_published(path):
        return None
    given = os.environ.pop("CASEFORM_PASSPHRASE", None)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise StoreError("errors.passphrase-needed")
    return getpass.getpass(say("cli.ask-passphrase", user_language()) + " ")


def _started(path: Path) -> Client:
    passphrase = passphrase_for(path)
    try:
        return keeper.reach(path, passphrase=passphrase, language=user_language())
    except CaseformError as error:
        if error.key != "errors.file-damaged":
            raise
        key = store.Passphrase(passphrase) if passphrase else store.PublishedKey()
        backup = store.newest_intact_backup(path, key)
        if backup is None:
            raise
        # Named and offered; putting it back is the user's own decision.
        raise StoreError(
            "errors.file-damaged-backup", file=path.name, backup=backup.file.name
        ) from error
