"""What needs no browser: the file, the plan, the papers, the command line."""

import json
import time
from datetime import date
from pathlib import Path

import plans
from figures import Table, Target
from processes import Cost, caseform, cost_of, running

from caseform import demo, keeper, planner, store
from caseform.model import Note
from caseform.school_calendar import SchoolCalendar

SAVES = 100
SAVED_BYTES = 300_000
READERS = ("therapist", "youth", "parents", "school", "network", "team")
KINDS = "html,json,ipynb"
PASSPHRASE = "een zin om te openen"


def measure(table: Table, file: Path, folder: Path, *, tries: int) -> None:
    """Measure all of it.

    Args:
        table: Where the figures go.
        file: The demo case.
        folder: Where files may be made.
        tries: How often each is done.
    """
    _save(table, folder)
    _unlock(table, folder, tries)
    _plan(table, file, tries)
    plans.measure(table, tries)
    _papers(table, file, folder, tries)
    helped = [cost_of(caseform("--help")) for _ in range(tries)]
    _tell(table, "Command line", "caseform --help", helped, target=Target("under 0.5 s", 0.5))


def _tell(table: Table, part: str, what: str, costs: list[Cost], **more: object) -> None:
    table.add(part, what, [cost.clock for cost in costs], **more)
    worked = [cost.processor for cost in costs]
    if any(worked):  # a system that does not count it says nothing
        table.add(part, "of which processor time", worked)


def _large_document() -> store.Document:
    case, history = demo.cases("return", today=date.today(), language="nl")
    notes = 0
    while len(case.model_dump_json()) < SAVED_BYTES:
        notes += 1
        words = f"{notes}. " + "De kat slaapt op het dak en de hond ligt op de mat. " * 20
        case = case.with_item("notes", Note(id=f"n-{notes}", words=words))
    return keeper.to_document(case, history)


def _save(table: Table, folder: Path) -> None:
    document = _large_document()
    size = len(json.dumps(document["case"])) / 1000
    unlocked = store.create(folder / "large.caseform", document, PASSPHRASE)
    took = []
    for number in range(SAVES):
        document["case"]["notes"][0]["words"] = f"versie {number}"
        started = time.perf_counter()
        unlocked.save(document)
        took.append((time.perf_counter() - started) * 1000)
    unlocked.lock()
    part = f"File (a case of {size:.0f} kB)"
    table.add(part, "save, half of them", took, unit="ms")
    table.add(
        part, "save, 95 of 100", took, unit="ms", percentile=95, target=Target("under 100 ms", 100)
    )


def _unlock(table: Table, folder: Path, tries: int) -> None:
    path = folder / "locked.caseform"
    made = store.create(path, _large_document(), PASSPHRASE)
    recovery = made.recovery_key or ""
    made.lock()
    whole, rest = [], []
    for _ in range(tries):
        started = time.perf_counter()
        store.open(path, PASSPHRASE).lock()
        whole.append(time.perf_counter() - started)
        # The recovery key opens the same file and derives nothing.
        started = time.perf_counter()
        unlocked = store.open_with_recovery(path, recovery)
        keeper.from_document(unlocked.document)
        rest.append(time.perf_counter() - started)
        unlocked.lock()
    part = "Unlock"
    derived = [both - other for both, other in zip(whole, rest, strict=True)]
    table.add(part, "key derivation alone", derived, note="slow on purpose")
    table.add(part, "all the rest", rest, target=Target("under 0.5 s", 0.5))


def _plan(table: Table, file: Path, tries: int) -> None:
    case, _ = demo.cases("return", today=date.today(), language="nl")
    took = []
    for _ in range(tries):
        started = time.perf_counter()
        dated = planner.dated_plan(case, today=date.today(), calendar=SchoolCalendar.for_case(case))
        took.append(time.perf_counter() - started)
    part = "Dated plan"
    table.add(
        part, f"the next {len(dated.days)} school days of the demo case", took,
        target=Target("under 0.1 s", 0.1),
    )  # fmt: skip
    whole = [cost_of(caseform("plan", file, "--json"), allowed=(0, 3)) for _ in range(tries)]
    _tell(table, part, "caseform plan FILE --json, everything", whole)


def _papers(table: Table, file: Path, folder: Path, tries: int) -> None:
    took = []
    # One command holds the case open, as the workbooks do; each export joins it.
    show = caseform("show", file, "--to", demo.family_room("return"), "--no-browser")
    with running(show, listen=True) as held:
        assert held.stdout is not None
        for line in held.stdout:
            if line.strip() == "ready":
                break
        for number in range(min(tries, 3)):
            out = folder / f"papers-{number}"
            out.mkdir()
            each = [
                cost_of(caseform("export", file, "--to", room, "--as", KINDS, "-o", out))
                for room in READERS
            ]
            took.append(Cost(*map(sum, zip(*each, strict=True))))
    made = len(list(out.iterdir()))
    _tell(
        table, "Papers", "all documents, one command for each reader", took,
        target=Target("under 10 s", 10), note=f"{made} files, as {KINDS}",
    )  # fmt: skip
