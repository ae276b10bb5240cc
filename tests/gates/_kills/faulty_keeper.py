"""A keeper with one planted fault, named by ``PLANTED``: what the gate of kills must notice."""

import os
import sys
import threading
import time
from typing import Any

from caseform.cli import keeper_process
from caseform.keeper import Desk
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


match os.environ["PLANTED"]:
    case "saved-before-it-is-done":
        Desk.write = _said_before_it_is_done
    case "no-journal":
        Journal.write = _never
    case "journal-now-and-then":
        Journal.write = _seldom

if __name__ == "__main__":
    sys.exit(keeper_process.main())
