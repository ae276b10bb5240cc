"""Gate: what someone was typing survives when whatever they type into is killed.

Twenty kills for each commit, three hundred for a release (``CASEFORM_RELEASE=1``): of the keeper,
of the kernel behind the page, and of the browser. Three planted faults must turn the gate red in
the same run, or it proves nothing.
"""

import os
import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from caseform import keeper, store
from caseform.channel import Client
from caseform.model import History
from support.cases import noor
from support.running import Home, Running, eventually, temporary_home

from ._kills.typist import LOST_S, Tally, Typed, Typist

RELEASE = os.environ.get("CASEFORM_RELEASE") == "1"
KILLS = {"keeper": 240, "kernel": 30, "browser": 30} if RELEASE else {
    "keeper": 16, "kernel": 2, "browser": 2
}  # fmt: skip
SEED = random.SystemRandom().randrange(2**32) if RELEASE else 20261123
KEEPER = "caseform.cli.keeper_process"
FAULTY = Path(__file__).parent / "_kills"

pytestmark = [pytest.mark.gate, pytest.mark.timeout(1800 if RELEASE else 240)]


def killing_keepers(kills: int, *, fault: str | None = None) -> Tally:
    """Return what is left of a case whose keeper is killed `kills` times."""
    with temporary_home() as home:
        path = home.folder / "zeester.caseform"
        store.create_published(path, keeper.to_document(noor(), History())).lock()
        if fault:
            home.own |= {"PLANTED": fault, "PYTHONPATH": str(FAULTY)}
        module = "faulty_keeper" if fault else KEEPER
        return Typist(home, path, random.Random(SEED), module).work(kills)


def test_text_and_changes_survive_a_killed_keeper():
    """The process that holds the case dies; nothing that was said to be saved goes with it."""
    tally = killing_keepers(KILLS["keeper"])

    print(f"killed keepers: {tally.kills}, lost: {len(tally.lost)}, seed {SEED}")
    assert tally.lost == []
    assert tally.kills >= KILLS["keeper"]


@pytest.mark.parametrize("fault", ["no-journal", "journal-now-and-then", "saved-before-it-is-done"])
def test_the_gate_of_kills_has_teeth(fault):
    """A gate that passes a keeper with this fault would promise nothing."""
    tally = killing_keepers(4, fault=fault)

    print(f"killed keepers with {fault}: {tally.kills}, lost: {len(tally.lost)}")
    assert tally.lost


class Desk:
    """A therapist who types in the log, in a browser of their own.

    Args:
        chromium: Where browsers come from.
        home: Where it all runs.
        demo: The demo that runs there.
    """

    def __init__(self, chromium: Browser, home: Home, demo: Running) -> None:
        self._kind = chromium.browser_type
        self._executable = _executable()
        self._address = demo.addresses["workbooks"].replace("20_picture", "50_log")
        self._home = home
        (held,) = home.processes_of(KEEPER)
        path = home.folder / "data" / "caseform" / "demo" / "return.caseform"
        with home.entered():
            client = keeper.running(path)
        assert client is not None
        assert held.is_running()
        self._client: Client = client
        self._typed = Typed()
        self.tally = Tally()
        self._open()

    def type_a_while(self) -> None:
        """Type for some seconds, and leave the field as it is."""
        words = self._words
        words.click()
        words.press("Control+End")
        text = words.input_value()
        until = time.monotonic() + LOST_S + 1.2
        while time.monotonic() < until:
            more = f" woord{len(self._typed.texts)}"
            words.press_sequentially(more, delay=15)
            text += more
            self._typed.note(text)

    def kill_the_kernel(self) -> None:
        """End the kernel behind the page as a crash would, and look what came back."""
        sessions = self._page.request.get(self._url("/api/sessions")).json()
        (number,) = [one["kernel"]["id"] for one in sessions if one["path"] == "50_log.ipynb"]
        (kernel,) = [
            process
            for process in self._home.processes_of("caseform.lab.kernel")
            if number in " ".join(process.cmdline())
        ]
        kernel.kill()
        killed_at = time.monotonic()
        expect(self._page.locator("#caseform-veil")).to_be_visible(timeout=30_000)
        expect(self._page.locator("#caseform-veil")).to_be_hidden(timeout=60_000)
        self._look_for_loss("kernel", killed_at)

    def kill_the_browser(self) -> None:
        """End the browser as a crash would, and look what a new one shows."""
        for process in self._processes():
            process.kill()
        killed_at = time.monotonic()
        self._open()
        self._look_for_loss("browser", killed_at)

    def close(self) -> None:
        """Go home."""
        self._browser.close()
        self._client.close()

    @property
    def _words(self) -> Locator:
        return self._page.locator(".cf-log-entry:visible > .cf-field textarea")

    def _open(self) -> None:
        self._mark = f"--caseform-desk={time.monotonic_ns()}"
        self._browser = self._kind.launch(
            executable_path=self._executable, args=["--no-sandbox", self._mark]
        )
        self._page: Page = self._browser.new_page()
        self._page.goto(self._address)
        self._words.wait_for(timeout=60_000)

    def _processes(self) -> list[psutil.Process]:
        found = []
        for process in psutil.process_iter(["cmdline"]):
            if self._mark in (process.info["cmdline"] or []):
                found.append(process)
        assert found
        return found

    def _url(self, path: str) -> str:
        head, _, _ = self._address.partition("/lab/")
        return head + path

    def _look_for_loss(self, what: str, killed_at: float) -> None:
        self.tally.kills += 1
        due = self._typed.due(killed_at)
        journal = " ".join(self._client.ask("state")["state"]["drafts"].values())
        if due not in journal:
            self.tally.lost.append(f"killed {what}: not in the journal")
        self._words.wait_for(timeout=60_000)
        if not eventually(lambda: self._words.input_value().startswith(due), within_s=10):
            self.tally.lost.append(f"killed {what}: {self._words.input_value()!r} for {due!r}")


def _executable() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def _at_the_desk(chromium: Browser) -> Iterator[Desk]:
    with temporary_home() as home, home.running("demo", "--no-browser") as demo:
        desk = Desk(chromium, home, demo)
        try:
            yield desk
        finally:
            desk.close()


@pytest.mark.browser
def test_text_survives_a_killed_kernel_and_a_killed_browser(chromium):
    """In the middle of a sentence about today, the page dies."""
    with _at_the_desk(chromium) as desk:
        for _ in range(KILLS["kernel"]):
            desk.type_a_while()
            desk.kill_the_kernel()
        for _ in range(KILLS["browser"]):
            desk.type_a_while()
            desk.kill_the_browser()
        tally = desk.tally

    print(f"killed kernels and browsers: {tally.kills}, lost: {len(tally.lost)}")
    assert tally.lost == []
    assert tally.kills >= KILLS["kernel"] + KILLS["browser"]
