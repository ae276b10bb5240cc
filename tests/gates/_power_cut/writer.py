"""Save one version after another and say which is saved, until stopped.

Run as ``python writer.py CASE FAULT``. Each line on standard output is an acknowledgement:
``saved N`` or ``typed N``. A faulty writer shows that the gate would notice.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from caseform import store

# Long enough to be stopped between an acknowledgement and the next save.
_PAUSE = 0.004


def _in_place(draft: Path, target: Path) -> None:
    """Write over the file itself, as many programs do."""
    if target.suffix != ".caseform" or target.parent.name.startswith("."):
        os.replace(draft, target)
        return
    data = draft.read_bytes()
    with target.open("wb") as file:
        os.fsync(file.fileno())
        # A slow stick: the file is empty for a while.
        time.sleep(0.1)
        for start in range(0, len(data), 20_000):
            file.write(data[start : start + 20_000])
            file.flush()
            os.fsync(file.fileno())
    draft.unlink()


def _nothing(_: object) -> None:
    return


REAL = store.THIS_MACHINE
MACHINES: dict[str, Callable[[], store.Machine]] = {
    "none": lambda: REAL,
    "no-folder-flush": lambda: replace(REAL, flush_folder=_nothing),
    "no-flush": lambda: replace(REAL, flush_folder=_nothing, flush_file=_nothing),
    "in-place": lambda: replace(REAL, replace=_in_place),
}


def main() -> None:
    """Write until stopped."""
    path, fault = Path(sys.argv[1]), sys.argv[2]
    unlocked = store.open_published(path, machine=MACHINES[fault]())
    journal = unlocked.journal()
    words = "de kat slaapt op het dak " * 4_000
    for number in range(1, 1_000_000):
        journal.write({"note": str(number)})
        print(f"typed {number}", flush=True)
        unlocked.save({"format": 1, "case": {"number": number, "words": words}, "history": []})
        print(f"saved {number}", flush=True)
        time.sleep(_PAUSE)


if __name__ == "__main__":
    main()
