"""How a command comes to a case: it joins the keeper that runs, or starts one for its own time."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from caseform.cli._words import user_language, words
from caseform.errors import CaseformError, StoreError
from caseform.text import say

if TYPE_CHECKING:
    # `--help` answers without any of these.
    from caseform.channel import Client
    from caseform.model import Case

File = Annotated[Path, typer.Argument(metavar="FILE", help=words("cli.option-file"))]

# A command waits until its change is on disk.
ON_DISK: dict[str, Any] = {"wait": True}


@contextmanager
def open_case(path: Path) -> Iterator["Client"]:
    """Yield a connection to the keeper of the case at `path`.

    A keeper that this command started is locked again at the end; one that was there stays.
    """
    from caseform import keeper

    joined = keeper.running(path)
    client = joined or _started(path)
    went_well = False
    try:
        yield client
        went_well = True
    finally:
        if joined is None and not client.is_closed:
            # What could not be done is not done later either, behind the user's back.
            client.ask("lock", drop=not went_well)
        client.close()


def case_of(client: "Client") -> "Case":
    """Return the newest version of the case."""
    from caseform.model import Case

    return Case.model_validate_json(client.ask("state")["state"]["case"])


def passphrase_for(path: Path) -> str | None:
    """Return the passphrase of the case at `path`: from the environment, else asked for.

    None means that it needs none, as with a demo case.
    """
    from caseform import store

    if store.is_published(path):
        return None
    given = os.environ.pop("CASEFORM_PASSPHRASE", None)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise StoreError("errors.passphrase-needed")
    return getpass.getpass(say("cli.ask-passphrase", user_language()) + " ")


def _started(path: Path) -> "Client":
    from caseform import keeper, store

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
