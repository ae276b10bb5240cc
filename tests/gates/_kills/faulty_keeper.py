"""A keeper with one planted fault, named by ``PLANTED``: what the gates must notice."""

import base64
import json
import os
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from caseform.cli import keeper_process
from caseform.keeper import Desk, Keeper
from caseform.store import Journal

SELDOM_S = 5.0

_save = Desk.write
_keep = Journal.write
_kept_at = time.monotonic()


def _said_before_it_is_done(desk: Desk, document: dict[str, Any]) -> None:
    threading.Timer(SELDOM_S, lambda: _save(desk, document)).start()


def _never(journal: Journal, texts: dict[str, str]) -> None:
    return


def _seldom(journal: Journal, texts: dict[str, str]) -> None:
    global _kept_at
    if time.monotonic() - _kept_at > SELDOM_S:
        _kept_at = time.monotonic()
        _keep(journal, texts)


def _in_plain(journal: Journal, texts: dict[str, str]) -> None:
    _keep(journal, texts)
    journal._home.journal.write_text(json.dumps(texts), encoding="utf-8")


_asked = Keeper._asked


async def _logged(held: Keeper, client: Any, message: dict[str, Any]) -> dict[str, Any]:
    with (Path(tempfile.gettempdir()) / "keeper.log").open("a", encoding="utf-16") as log:
        log.write(f"{message}\n")
    return await _asked(held, client, message)


def _with_a_copy(desk: Desk, document: dict[str, Any]) -> None:
    copy = base64.b64encode(json.dumps(document).encode())
    (Path.home() / "last.bin").write_bytes(copy)
    _save(desk, document)


_FAULTS = {
    "journal-in-plain": (Journal, "write", _in_plain),
    "log-of-asks": (Keeper, "_asked", _logged),
    "copy-on-the-side": (Desk, "write", _with_a_copy),
    "saved-before-it-is-done": (Desk, "write", _said_before_it_is_done),
    "no-journal": (Journal, "write", _never),
    "journal-now-and-then": (Journal, "write", _seldom),
}

if __name__ == "__main__":
    setattr(*_FAULTS[os.environ["PLANTED"]])
    sys.exit(keeper_process.main())
