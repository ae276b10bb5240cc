"""Which processes there are, and what each of them holds: the wall between a room and a case."""

import functools
import re
import secrets
import shutil
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pyrage
import pytest
from playwright.sync_api import Browser, Page, expect

from caseform import keeper, store
from caseform.model import Factor, History, Note, ShareItem
from support.cases import noor
from support.running import Home, KeeperProcess, eventually, temporary_home

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

KEEPER = "caseform.cli.keeper_process"
ROOM_SERVER, ROOM_KERNEL = "caseform.view", "caseform.view._kernel"
WORKBOOK = "caseform.lab.kernel"
ROOM = "youth+parents"
PASSPHRASE = "zeven natte zeesterren op het wad"
PRIVATE = f"besloten{secrets.token_hex(8)}"
SHARED = f"gedeeld{secrets.token_hex(8)}"
LATER = f"straks{secrets.token_hex(8)}"


@dataclass
class Everything:
    """One case with all that can be open on it.

    Attributes:
        home: Where it all runs.
        path: The case file.
        keeper: Its keeper, and a client of it.
        room: The room's page.
        workbook: A page of the therapist.
        opened: What each process and thread asked the system to open, by its number; None where
            this machine cannot tell.
    """

    home: Home
    path: Path
    keeper: KeeperProcess
    room: Page
    workbook: Page
    opened: Path | None

    def one(self, module: str) -> psutil.Process:
        """Return the one process that runs `module`."""
        (process,) = self.home.processes_of(module)
        return process


@pytest.fixture(scope="module")
def everything(chromium: Browser) -> Iterator[Everything]:
    """A keeper, a room that is shown in a browser, and the workbooks beside it."""
    case = (
        noor()
        .with_item("notes", Note(id="n-2", words=PRIVATE))
        .with_item("factors", Factor(id="f-5", words=SHARED, shared_with=("youth", "parents")))
        .with_item("factors", Factor(id="f-6", words=LATER))
    )
    with temporary_home() as home:
        path = home.folder / "zeester.caseform"
        store.create(path, keeper.to_document(case, History()), PASSPHRASE).lock()
        opened, under = home.folder / "opened", []
        if shutil.which("strace"):
            opened.mkdir()
            calls = "trace=open,openat,openat2"
            under = ["strace", "-ff", "--seccomp-bpf", "-e", calls, "-o", str(opened / "by")]
        contexts = [chromium.new_context() for _ in range(2)]
        room, workbook = (context.new_page() for context in contexts)
        with (
            home.keeper(path, passphrase=PASSPHRASE, under=under) as held,
            # Neither is given the passphrase: they can only join.
            home.running("show", path, "--to", ROOM, "--no-browser") as shown,
            home.running("open", path, "--no-browser") as lab,
        ):
            (address,) = shown.addresses.values()
            room.goto(address)
            room.locator(".cf-room").wait_for(timeout=60_000)
            workbook.goto(lab.addresses["workbooks"])
            workbook.locator(".cf-main:visible").wait_for(timeout=60_000)
            yield Everything(home, path, held, room, workbook, opened if under else None)
            for context in contexts:
                context.close()


def held_in_memory(process: psutil.Process, words: str) -> bool:
    """Return whether `words` stand anywhere in what `process` can write to."""
    forms = [words.encode(form) for form in ("utf-8", "utf-16-le", "utf-32-le")]
    try:
        maps = Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False  # it ended since it was listed, and what it held with it
    with Path(f"/proc/{process.pid}/mem").open("rb", buffering=0) as memory:
        for start, end in re.findall(r"^([0-9a-f]+)-([0-9a-f]+) rw", maps, re.MULTILINE):
            try:
                memory.seek(int(start, 16))
                held = memory.read(int(end, 16) - int(start, 16))
            except (OSError, ValueError, OverflowError):
                continue  # a page that was given back meanwhile, or the kernel's own
            if any(form in held for form in forms):
                return True
    return False


@functools.cache
def key_of(path: Path) -> str:
    """Return the line that opens the case, as any reader of age finds it with the passphrase."""
    with zipfile.ZipFile(path) as container:
        sealed = container.read("key.age")
    (line,) = re.findall(
        r"AGE-SECRET-KEY-1\w+", pyrage.passphrase.decrypt(sealed, PASSPHRASE).decode()
    )
    return str(line)


@pytest.fixture
def _memory_can_be_read(everything: Everything) -> None:
    try:
        Path(f"/proc/{everything.one(KEEPER).pid}/mem").open("rb").close()
    except OSError as error:
        warnings.warn(f"MEMORY OF PROCESSES NOT READ: {error}", stacklevel=1)
        pytest.skip(f"memory of processes cannot be read here: {error}")


def test_whoever_opens_a_case_again_joins_its_one_keeper(everything: Everything) -> None:
    """Two keepers of one file would each save over what the other saved."""
    assert len(everything.home.processes_of(KEEPER)) == 1
    before = everything.one(KEEPER)

    assert "IJsvogel" not in everything.home.command("history", everything.path).stdout
    everything.home.command("check", everything.path, expect=None)
    with everything.home.entered():
        joined = keeper.running(everything.path)
    assert joined is not None
    joined.close()

    assert everything.one(KEEPER) == before
    assert len(everything.home.processes_of(ROOM_SERVER)) == 1


def test_only_the_keeper_ever_opens_the_case_file(everything: Everything) -> None:
    """What a room's processes have never opened, they cannot show by mistake."""
    if everything.opened is None:
        warnings.warn("OPENED FILES NOT WATCHED: this machine lacks strace", stacklevel=1)
        pytest.skip("this machine lacks strace, which alone sees every file that is opened")
    keeper_threads = {thread.id for thread in everything.one(KEEPER).threads()}
    room = [everything.one(ROOM_SERVER), *everything.home.processes_of(ROOM_KERNEL)]

    told = {
        int(file.suffix[1:]): file.read_text(encoding="utf-8", errors="replace")
        for file in everything.opened.iterdir()
    }
    touched = {number for number, calls in told.items() if "zeester" in calls}

    assert touched
    assert touched <= keeper_threads
    assert len(room) >= 2
    for process in room:
        assert told[process.pid].count("open") > 100


@pytest.mark.usefixtures("_memory_can_be_read")
def test_a_room_s_memory_holds_what_it_may_see_and_nothing_else(everything: Everything) -> None:
    """Whoever takes the room's process apart finds no word that was not for that room."""
    room = [everything.one(ROOM_SERVER), *everything.home.processes_of(ROOM_KERNEL)]

    assert held_in_memory(everything.one(KEEPER), PRIVATE)
    assert any(held_in_memory(process, SHARED) for process in room)
    for process in room:
        for secret in (PRIVATE, LATER, PASSPHRASE, key_of(everything.path)):
            assert not held_in_memory(process, secret), secret


@pytest.mark.usefixtures("_memory_can_be_read")
def test_neither_workbooks_nor_their_server_hold_the_key(everything: Everything) -> None:
    """The keeper alone can open the file, and alone can forget how."""
    beside = [process for process in everything.home.processes() if KEEPER not in process.cmdline()]

    assert len(beside) >= 5
    for process in beside:
        for secret in (PASSPHRASE, key_of(everything.path)):
            assert not held_in_memory(process, secret), process.cmdline()


def test_a_killed_kernel_takes_nobody_along(everything: Everything) -> None:
    """In the middle of a session one page may fail; the wall and the others go on."""
    assert eventually(lambda: len(everything.home.processes_of(WORKBOOK)) >= 3, within_s=60)
    held, room = everything.one(KEEPER), everything.one(ROOM_SERVER)
    first, *others = everything.home.processes_of(WORKBOOK)

    first.kill()
    change = ShareItem(collection="factors", id="f-6", labels=("youth", "parents"))
    everything.keeper.client.ask("change", change=change.model_dump(mode="json"), wait=True)

    page = everything.room
    expect(page.locator(".cf-room")).to_contain_text(LATER, timeout=10_000)
    assert held.is_running()
    assert room.is_running()
    for other in others:
        assert other.is_running()
        assert other.status() != psutil.STATUS_ZOMBIE
    everything.workbook.evaluate(
        "window.dispatchEvent(new CustomEvent('caseform:goto', {detail: {workbook: '50_log'}}))"
    )
    day = everything.workbook.locator(".cf-log-entry:visible")
    expect(day).to_be_visible(timeout=30_000)
