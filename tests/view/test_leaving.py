"""How a page ends, and how it comes back."""

import time
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, expect

from caseform.view import ViewServer

pytestmark = pytest.mark.browser


def _open(page: Page, server: ViewServer) -> None:
    page.goto(server.address)
    expect(page.locator("[data-state=live]")).to_be_visible()


def test_a_change_is_on_the_wall_within_a_second(page: Page, server: ViewServer, channel) -> None:
    """What is shared while everyone looks appears while everyone looks."""
    _open(page, server)

    channel.show("kookles", "de pauze met Noah")

    expect(page.get_by_role("heading")).to_have_text("kookles, de pauze met Noah", timeout=1000)


def test_blank_is_on_the_wall_at_once(page: Page, server: ViewServer, channel) -> None:
    """One key, and nobody reads on."""
    channel.show("kookles")
    _open(page, server)

    channel.tell({"push": "blank"})

    expect(page.get_by_role("heading")).to_have_text("Even pauze", timeout=200)
    assert "kookles" not in page.content()


def test_someone_who_comes_in_gets_a_page_from_a_fresh_process(
    page: Page, server: ViewServer, channel
) -> None:
    """What the smaller room saw is in no memory of the larger room's page."""
    channel.show("kookles", "alleen voor moeder")
    _open(page, server)
    before = set(server.kernels())

    channel.shown = None
    channel.tell({"push": "close"})
    channel.show("kookles")

    expect(page.get_by_role("heading")).to_have_text("kookles")
    assert "alleen voor moeder" not in page.content()
    gone, _ = psutil.wait_procs([p for p in before if p.pid], timeout=5)
    assert gone


def test_a_page_whose_process_dies_comes_back_by_itself(page: Page, server: ViewServer) -> None:
    """A crash in front of a family looks like a short pause."""
    _open(page, server)
    page.get_by_role("button", name="pressed").click()
    expect(page.get_by_role("button", name="pressed")).to_have_text("pressed 1")

    for kernel in server.kernels():
        kernel.kill()

    expect(page.get_by_role("button", name="pressed")).to_have_text("pressed 0")


def test_a_server_that_is_gone_leaves_one_calm_sentence(page: Page, begin) -> None:
    """No error page of a browser hangs on the wall after the meeting."""
    server = begin()
    _open(page, server)

    server.stop()

    expect(page.get_by_role("status")).to_have_text("Klaar voor nu. Dit venster mag dicht.")
    expect(page.get_by_role("heading")).to_have_count(0)


def test_a_page_that_fails_shows_an_id_and_not_why(page: Page, begin, tmp_path: Path) -> None:
    """Why it failed may quote the case, and a wall screen is read by everyone."""
    server = begin("raise ValueError('een woord uit de casus')")

    page.goto(server.address)

    expect(page.get_by_role("status")).to_contain_text("Er is niets kwijt.")
    shown = page.content() + server.log
    assert "een woord" not in shown
    assert "Traceback" not in shown
    (fault,) = set(page.get_by_role("status").inner_text().split("(")[1:])
    assert fault.rstrip(")") in server.log


def test_an_error_behind_a_button_reaches_neither_page_nor_log(
    page: Page, server: ViewServer
) -> None:
    """A fault in the middle of a conversation says nothing about it."""
    heard: list[str] = []
    page.on("websocket", lambda s: s.on("framereceived", lambda frame: heard.append(str(frame))))
    _open(page, server)

    page.get_by_role("button", name="fail").click()
    page.get_by_role("button", name="pressed").click()
    expect(page.get_by_role("button", name="pressed 1")).to_be_visible()

    assert heard
    assert "a word of the case" not in page.content() + server.log + "".join(heard)
    assert "Traceback" not in page.content() + server.log + "".join(heard)


def test_a_closed_window_ends_its_process(page: Page, server: ViewServer) -> None:
    """Nothing of a room stays in memory after its window is closed."""
    _open(page, server)
    before = {p.pid for p in server.kernels()}

    page.close()

    until = time.monotonic() + 10
    while before <= {p.pid for p in server.kernels()}:
        assert time.monotonic() < until, "the kernel of a closed window is still there"
        time.sleep(0.1)
