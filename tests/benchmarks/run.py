"""How fast caseform is, beside the same small page of its peers, in one run.

Prints one table. Every target is that of section 8 of the design; whether it is met is computed
from the figures of this run. On a busy machine the seconds say little and the ratios more, since
peers and caseform take turns.
"""

import argparse
import compileall
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTS = ("room", "workbooks", "engine")
# Less of a processor than this, and seconds cannot be compared with targets in seconds.
FREE = 0.9


def main() -> None:
    """Measure, and print the table."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory(prefix="cfb-") as place:
        folder = Path(place)
        # A user's own cases and keepers stay out of it.
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        os.environ["CASEFORM_RUNTIME_DIR"] = str(folder / "run")
        # As after installing; what runs from a checkout may never have been compiled.
        compileall.compile_dir(ROOT / "src" / "caseform", quiet=2)
        table = _measured(folder, wanted)
    print(table.markdown() if wanted.markdown else table.text())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--tries", type=int, default=5, help="tries of each page (default 5)")
    parser.add_argument("--only", choices=PARTS, nargs="*", default=PARTS, help="these parts only")
    return parser.parse_args()


def _measured(folder: Path, wanted: argparse.Namespace) -> "Table":
    table = Table(_heading(wanted.tries))
    file = _demo_case(folder)
    medians: dict[str, float] = {}

    def room() -> None:
        (folder / "peers").mkdir()
        with peers.serving(folder / "peers") as (servers, troubles), browser.chromium() as window:
            table.notes += troubles
            medians.update(rooms.measure(table, window, servers, file, tries=wanted.tries))

    def books() -> None:
        with browser.chromium() as window:
            tries = max(1, wanted.tries * 3 // 5)
            workbooks.measure(table, window, file, medians, tries=tries)

    def rest() -> None:
        engine.measure(table, file, folder, tries=wanted.tries)

    parts: dict[str, Callable[[], None]] = {"room": room, "workbooks": books, "engine": rest}
    for name in PARTS:
        if name in wanted.only:
            started, before = time.monotonic(), share()
            print(f"{name} …", file=sys.stderr, flush=True)
            parts[name]()
            took, free = time.monotonic() - started, (before + share()) / 2
            print(f"{name}: {took:.0f} s", file=sys.stderr, flush=True)
            if free < FREE:
                table.notes.append(
                    f"Busy machine: around the part `{name}` a process got {free:.0%} of a"
                    " processor, so its seconds are longer than they would be; ratios say more."
                )
    return table


def _demo_case(folder: Path) -> Path:
    path = folder / "return.caseform"
    case, history = demo.cases("return", today=date.today(), language="nl")
    store.create_published(path, keeper.to_document(case, history)).lock()
    return path


def _heading(tries: int) -> str:
    busy = ""
    if hasattr(os, "getloadavg"):
        busy = f", load {os.getloadavg()[0]:.1f} before the first try"
    return (
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()},"
        f" {os.cpu_count()} processors{busy}; {tries} tries of each page, medians."
    )


if __name__ == "__main__":
    # Before anything of ours is imported: pages and plans are as fast as after installing.
    sys.path.insert(0, str(Path(__file__).parent))
    import engine
    import peers
    import rooms
    import workbooks
    from figures import Table
    from processes import share

    import browser
    from caseform import demo, keeper, store

    main()
