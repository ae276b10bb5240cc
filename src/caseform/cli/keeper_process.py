"""The keeper's process: told on standard input what to open, it serves until the case is locked.

It stands this high because it brings two layers together: the keeper, and the server that shows
a room, which must know nothing of keepers.

The first line of standard input is a JSON object with the path and how to open it; a passphrase
never stands on a command line, where every user of the machine could read it. The first line of
standard output is the answer: the address, or the sentence that says why not.
"""

import asyncio
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from caseform import store
from caseform.channel import Address
from caseform.cli._clock import now
from caseform.errors import CaseformError, StoreError
from caseform.keeper import Keeper, RoomServer, join_file
from caseform.text import Language, known_language

_PATIENCE_S = 10.0


def main() -> int:
    """Open the case that standard input names, and serve it."""
    os.umask(0o077)
    wanted = json.loads(sys.stdin.readline())
    path = Path(wanted["path"]).resolve()
    only = FileLock(join_file(path).with_suffix(".lock"))
    if not _comes_first(only, join_file(path)):
        return _tell({"joined": True})
    try:
        keeper = Keeper(
            path,
            _opened(path, wanted),
            show=_show,
            language=known_language(wanted.get("lang")),
            now=now,
        )
        asyncio.run(keeper.serve(_ready))
    except CaseformError as error:
        return _tell({"error": error.key, "blanks": error.blanks})
    finally:
        only.release()
    return 0


def _comes_first(only: FileLock, joining: Path) -> bool:
    """Return whether no other keeper has this case; whoever comes second joins the first."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            only.acquire(timeout=0.1)
        except Timeout:
            # Without an address the other one is still opening the case, or letting go of it.
            if joining.exists() or time.monotonic() > until:
                return False
        else:
            return True


def _opened(path: Path, wanted: dict[str, Any]) -> "store.Unlocked":
    if store.is_published(path):
        return store.open_published(path)
    if wanted.get("recovery"):
        return store.open_with_recovery(path, wanted["recovery"])
    if not wanted.get("passphrase"):
        raise StoreError("errors.passphrase-needed")
    return store.open(path, wanted["passphrase"])


def _show(channel_file: Path, language: Language, port: int) -> RoomServer:
    # Imported when the first room opens: most hours no room is open.
    from caseform import view

    return view.start(channel_file=channel_file, language=language, port=port)


def _ready(address: Address) -> None:
    _tell({"port": address.port, "secret": address.secret})


def _tell(answer: dict[str, Any]) -> int:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
    return 0 if "error" not in answer else 2


if __name__ == "__main__":
    raise SystemExit(main())
