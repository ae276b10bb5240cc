"""How a command or a page comes to the keeper of a case: it joins a running one or starts one."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from caseform import store
from caseform.channel import Address, Client
from caseform.errors import CaseformError, ChannelError, StoreError
from caseform.keeper._folder import join_file

_JOIN_WAIT_S = 10.0
# By name: the process brings the keeper and the view together, and so stands above both.
_PROCESS = "caseform.cli.keeper_process"


def running(path: Path) -> Client | None:
    """Return a connection to the keeper that already holds the case at `path`, or None."""
    try:
        return Client.from_file(join_file(path))
    except ChannelError:
        return None


def reach(
    path: Path,
    *,
    passphrase: str | None = None,
    recovery: str | None = None,
    language: str = "nl",
) -> Client:
    """Return a connection to the keeper of the case at `path`, started if none runs.

    Args:
        path: The case file.
        passphrase: Its passphrase; not needed to join, nor for a demo case.
        recovery: Its recovery key, instead of a passphrase.
        language: The language of the user.

    Raises:
        StoreError: The case cannot be opened; nothing was changed.
        ChannelError: The keeper did not answer.
    """
    found = running(path)
    if found is not None:
        return found
    if passphrase is None and recovery is None and not store.is_published(path):
        raise StoreError("errors.passphrase-needed")
    process = subprocess.Popen(
        # -P: a file in the folder where someone typed the command is never imported.
        [sys.executable, "-P", "-m", _PROCESS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        # A keeper outlives the command that started it: Ctrl-C is for the command alone.
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    wanted = {"path": str(path), "passphrase": passphrase, "recovery": recovery, "lang": language}
    try:
        process.stdin.write(json.dumps(wanted) + "\n")
        process.stdin.close()
        line = process.stdout.readline()
    except BaseException:
        # Whoever stops waiting, with Ctrl-C as a rule, leaves no keeper with an open case behind.
        process.kill()
        process.wait()
        raise
    finally:
        process.stdout.close()
    if not line:
        raise ChannelError("errors.keeper-gone")
    answer = json.loads(line)
    if "error" in answer:
        process.wait()
        raise CaseformError(answer["error"], **answer.get("blanks", {}))
    if answer.get("joined"):
        return _join(path)
    return Client(Address(answer["port"], answer["secret"]))


def own_address(client: Client) -> Address:
    """Return an address with a secret of its own, for another client of the same keeper."""
    answer = client.ask("new-secret")
    return Address(answer["port"], answer["secret"])


def _join(path: Path) -> Client:
    # Another keeper holds the case but may still be reading the file.
    until = time.monotonic() + _JOIN_WAIT_S
    while time.monotonic() < until:
        found = running(path)
        if found is not None:
            return found
        time.sleep(0.05)
    raise ChannelError("errors.keeper-gone")
