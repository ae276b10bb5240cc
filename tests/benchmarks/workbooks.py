"""The therapist's workbooks in JupyterLab: opening, switching, a gesture, memory."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from figures import Table, Target
from playwright.sync_api import Browser
from processes import caseform, memory_of, processor_seconds, rest, running, wait_until

from browser import Visit, visit
from caseform import demo, keeper
from caseform.channel import Client
from caseform.model import new_id

OTHERS = ("40_return_plan", "50_log", "70_papers")
GESTURES = 10
FRAME_MS = 1000 / 60

IN_FRONT = ".jp-NotebookPanel:not(.lp-mod-hidden):not(.lm-mod-hidden)"
BOARD = f"{IN_FRONT} .cf-pic-card"
NO_VEIL = "#caseform-veil[hidden]"

# From the key to the frame that shows the card in its new place.
_NOTE_GESTURE = """
() => {
  window.__gesture = null;
  const board = document.querySelector(".cf-pic-board").parentElement;
  window.addEventListener("keydown", (event) => {
    const pressed = event.timeStamp;
    const moved = new MutationObserver(() => {
      moved.disconnect();
      requestAnimationFrame(() => { window.__gesture = performance.now() - pressed; });
    });
    moved.observe(board, { childList: true, subtree: true });
  }, { capture: true, once: true });
}
"""

# When the key was pressed, when the card stood on the board, and when the mark last came to say
# "saved"; a save that is done before the page is drawn leaves the mark as it is.
_NOTE_SAVED = """
(words) => {
  const noted = { pressed: null, board: null, mark: null };
  const front = document.querySelector("IN_FRONT");
  const mark = front.querySelector(".cf-saved");
  const isSaved = () => mark.classList.contains("cf-saved-saved");
  const now = () => performance.timeOrigin + performance.now();
  const watched = new MutationObserver(() => {
    if (isSaved()) requestAnimationFrame(() => { noted.mark = now(); });
  });
  watched.observe(mark, { attributes: true, attributeFilter: ["class"] });
  const look = () => {
    const cards = [...front.querySelectorAll(".cf-pic-card")];
    if (cards.some((card) => card.textContent.includes(words))) noted.board = now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.addEventListener("keydown", (event) => {
    if (event.key === "Enter") noted.pressed ??= performance.timeOrigin + event.timeStamp;
  }, { capture: true });
  window.__noted = () => {
    if (!isSaved() || noted.board === null) return null;
    watched.disconnect();
    return [noted.pressed, noted.board, Math.max(noted.board, noted.mark ?? 0)];
  };
}
""".replace("IN_FRONT", IN_FRONT)


class Opened:
    """What one `caseform open` gave.

    Args:
        look: The window with the workbooks.
        pid: The command.
        ready_s: When it said that a browser may come.
        usable_s: When the board could be used.
        worked_s: Processor seconds of our processes until then.
    """

    def __init__(
        self, look: Visit, pid: int, ready_s: float, usable_s: float, worked_s: float
    ) -> None:
        self.look = look
        self.pid = pid
        self.ready_s = ready_s
        self.usable_s = usable_s
        self.worked_s = worked_s

    def go_to(self, workbook: str) -> float:
        """Switch as the bar does; return the seconds until that page is in front and whole."""
        started = time.perf_counter()
        self.look.page.evaluate(
            "workbook => window.dispatchEvent("
            "new CustomEvent('caseform:goto', {detail: {workbook}}))",
            workbook,
        )
        # The next frame hides the page before.
        self.look.page.evaluate("() => new Promise(requestAnimationFrame)")
        self.look.page.locator(f"{IN_FRONT} .cf-main").first.wait_for()
        self.look.page.locator(NO_VEIL).wait_for(state="attached")
        return time.perf_counter() - started


@contextmanager
def _opened(browser: Browser, file: Path) -> Iterator[Opened]:
    started = time.perf_counter()
    with running(caseform("open", file, "--no-browser"), listen=True) as command:
        assert command.stdout is not None
        address = ""
        for line in command.stdout:
            address = line.split()[-1] if "http" in line else address
            if line.strip() == "ready":
                break
        ready = time.perf_counter() - started
        with visit(browser) as look:
            look.open(address)
            look.wait_for(NO_VEIL, state="attached")
            look.wait_for(BOARD)
            usable = time.perf_counter() - started
            yield Opened(look, command.pid, ready, usable, processor_seconds(command.pid))


def measure(
    table: Table, browser: Browser, file: Path, medians: dict[str, float], *, tries: int
) -> None:
    """Measure all of it.

    Args:
        table: Where the figures go.
        browser: Whose windows.
        file: The demo case.
        medians: What the peers took, by name and what.
        tries: How often everything is opened anew.
    """
    seen: dict[str, list[float]] = {
        name: [] for name in ("usable", "ready", "worked", "at once", "warm", "pss", "rss")
    }
    for number in range(tries):
        with _opened(browser, file) as opened:
            seen["usable"].append(opened.usable_s)
            seen["ready"].append(opened.ready_s)
            seen["worked"].append(opened.worked_s)
            seen["at once"].append(opened.go_to(OTHERS[0]))
            for workbook in OTHERS[1:]:
                opened.go_to(workbook)
            rest(opened.pid)
            for workbook in ("20_picture", *OTHERS):
                seen["warm"].append(opened.go_to(workbook))
            shared, each = memory_of(opened.pid)
            seen["pss"].append(shared)
            seen["rss"].append(each)
            if number == tries - 1:
                opened.go_to("20_picture")
                gestures = [_gesture(opened) for _ in range(GESTURES)]
                everywhere = _everywhere(browser, opened, file)
    part = "Workbooks (open FILE, a new window)"
    table.add(
        part, "20_picture usable, cold", seen["usable"], target=Target("within 8 s", 8),
        note="from the command to the board",
    )  # fmt: skip
    table.add(part, "of which until `ready`", seen["ready"])
    table.add(
        part, "processor time of our processes until usable", seen["worked"],
        note="whatever else the machine does; the browser's own comes on top",
    )  # fmt: skip
    table.add(
        part, "next workbook, at once after the first", seen["at once"],
        target=Target("within 2 s", 2),
    )  # fmt: skip
    table.add(part, "next workbook, later", seen["warm"], target=Target("within 2 s", 2))
    table.add(
        part, "memory with all of them open", seen["pss"], unit="MB",
        target=Target("within 2 GB", 2000),
        note=f"keeper, Lab server and kernels; shared pages counted once (each time: "
        f"{max(seen['rss']):.0f} MB); the browser's own is not in it",
    )  # fmt: skip
    _tell_gestures(table, gestures, everywhere, medians.get("Panel redraw"))


def _tell_gestures(
    table: Table,
    gestures: list[float],
    everywhere: dict[str, list[float]],
    panel: float | None,
) -> None:
    part = "A gesture on the board"
    beside: dict[str, Any] = {} if panel is None else {"reference": ("Panel redraw", panel)}
    half = Target("half of Panel's redraw", panel / 2 if panel else None)
    table.add(
        part, "shows, in frames of 1/60 s", [took / FRAME_MS for took in gestures], unit="frames",
        target=Target("two frames", 2.0), note="a card moved by an arrow key",
    )  # fmt: skip
    table.add(
        part, "a new card stands on the board", everywhere["board"], unit="ms", note="from Enter"
    )
    table.add(
        part, "seen in the room (Together)", everywhere["room"], unit="ms", target=half, **beside
    )
    table.add(part, "on disk", everywhere["disk"], unit="ms", target=half, **beside)
    table.add(
        part, "saved and redrawn everywhere", everywhere["all"], unit="ms", target=half, **beside,
        note="the last of: room, disk, the board with its mark",
    )  # fmt: skip


def _gesture(opened: Opened) -> float:
    page = opened.look.page
    card = page.locator(f"{IN_FRONT} .cf-pic-board .cf-pic-card").first
    card.focus()
    cell = card.locator("xpath=ancestor::*[@data-cell]").first.get_attribute("data-cell") or ""
    page.evaluate(_NOTE_GESTURE)
    # Back from the last column, on from every other.
    sides = page.evaluate(
        "() => [...new Set([...document.querySelectorAll('.cf-pic-board [data-cell]')]"
        ".map((node) => node.dataset.cell.split('/').at(-1)))]"
    )
    page.keyboard.press("ArrowLeft" if cell.split("/")[-1] == sides[-1] else "ArrowRight")
    until = time.monotonic() + 10
    while time.monotonic() < until:
        took: float | None = page.evaluate("window.__gesture")
        if took is not None:
            time.sleep(0.5)
            return took
        time.sleep(0.02)
    raise TimeoutError("the card did not move")


def _everywhere(browser: Browser, opened: Opened, file: Path) -> dict[str, list[float]]:
    client = keeper.running(file)
    assert client is not None
    answer = client.ask("room-open", room=demo.family_room("return"), wait=True)
    client.ask("together", on=True)
    times: dict[str, list[float]] = {"board": [], "room": [], "disk": [], "all": []}
    with visit(browser) as room:
        room.open(answer["state"]["room"]["address"])
        room.wait_for('#room[data-state="live"]', state="attached")
        rest(opened.pid)
        for _ in range(GESTURES):
            _one_card(opened, room, client, times)
    client.ask("room-close")
    client.close()
    return times


def _one_card(opened: Opened, room: Visit, client: Client, times: dict[str, list[float]]) -> None:
    page, words = opened.look.page, f"kaart {new_id('x')}"
    disk: list[float] = []
    number = client.ask("state")["state"]["number"]

    def hear(push: dict[str, Any]) -> None:
        state = push.get("state", {})
        if state.get("saved") == "saved" and state.get("number", 0) > number:
            disk.append(time.time())

    client.on_push(hear)
    line = page.locator(f"{IN_FRONT} .cf-pic-entry .cf-pic-typed input")
    line.fill(words)
    # What was typed is journalled by the second; the gesture is what is measured.
    time.sleep(1.5)
    page.evaluate(_NOTE_SAVED, words)
    room.watch_for(words)
    line.press("Enter")
    in_room = room.seen_at()
    wait_until(lambda: bool(disk), "the card is not on disk")
    # The page may be told of it a little later than we are.
    time.sleep(0.7)
    wait_until(lambda: page.evaluate("window.__noted() !== null"), "the page does not say saved")
    pressed, board, mark = page.evaluate("window.__noted()")
    in_room_ms, on_disk_ms = in_room * 1000, disk[0] * 1000
    times["board"].append(board - pressed)
    times["room"].append(in_room_ms - pressed)
    times["disk"].append(on_disk_ms - pressed)
    times["all"].append(max(in_room_ms, on_disk_ms, mark) - pressed)
