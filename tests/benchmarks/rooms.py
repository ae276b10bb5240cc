"""The room's page beside the same small page of the peers, one try of each in turn."""

import http.cookiejar
import time
import urllib.request
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from figures import Table, Target, percentile
from peers import CARDS, Peer
from playwright.sync_api import Browser
from processes import caseform, rest, running

from browser import Visit, visit
from caseform import demo, keeper
from caseform.channel import Client
from caseform.model import AddItem, EditItem, new_id

WITHDRAWN_FOR_S = 0.05
PRESS_MS = 10_000.0
PRESSES = 5

_HEARD_FIRST = "The server runs, the window and its cache are new."


class OpenRoom:
    """The family room of a demo case, as ``caseform show`` opens it.

    Args:
        file: The case file.
        address: What a browser opens.
        pid: The command that holds it open.
    """

    def __init__(self, file: Path, address: str, pid: int) -> None:
        self.address = address
        self.pid = pid
        client = keeper.running(file)
        assert client is not None
        self.client: Client = client

    def add_card(self, words: str) -> str:
        """Lay a card that all present may see, and return its id."""
        item = {
            "id": new_id("f"),
            "words": words,
            "bearing": "toward-school",
            "place": "school",
            "recorded_on": date.today().isoformat(),
            "shared_with": ["youth", "parents"],
        }
        change = AddItem(collection="factors", item=item)
        self.client.ask("change", change=change.model_dump(mode="json"))
        return str(item["id"])

    def withdraw(self, card: str) -> None:
        """Share a card with nobody."""
        change = EditItem(collection="factors", id=card, fields={"shared_with": []})
        self.client.ask("change", change=change.model_dump(mode="json"))


def measure(
    table: Table, browser: Browser, peers: list[Peer], file: Path, *, tries: int
) -> dict[str, float]:
    """Measure the room and the peers; return the peers' medians by name and what.

    Args:
        table: Where the figures go.
        browser: Whose windows.
        peers: What is compared with.
        file: The demo case.
        tries: How often each page is opened.
    """
    room_name = demo.family_room("return")
    with running(caseform("show", file, "--to", room_name, "--no-browser"), listen=True) as show:
        assert show.stdout is not None
        address = ""
        for line in show.stdout:
            address = line.split()[-1] if "http" in line else address
            if line.strip() == "ready":
                break
        room = OpenRoom(file, address, show.pid)
        seen: dict[str, list[float]] = defaultdict(list)
        everyone = [show.pid, *(peer.pid for peer in peers)]
        for _ in range(tries):
            for peer in peers:
                rest(*everyone)
                _look_at_peer(browser, peer, seen)
            rest(*everyone)
            _look_at_room(browser, room, seen)
        withdrawn = [_asks_after_withdrawal(room, everyone) for _ in range(tries)]
        room.client.close()
    medians = {what: percentile(values, 50) for what, values in seen.items() if values}
    _tell_peers(table, peers, seen)
    _tell_room(table, seen, medians, withdrawn)
    return medians


def _look_at_peer(browser: Browser, peer: Peer, seen: dict[str, list[float]]) -> None:
    with visit(browser) as look:
        look.open(peer.address)
        seen[f"{peer.name} seen"].append(look.wait_for_cards(CARDS))
        seen[f"{peer.name} usable"].append(look.wait_until_usable())
        time.sleep(0.5)
        seen[f"{peer.name} requests"].append(len(look.asked))
        presses = [look.press(PRESS_MS) for _ in range(PRESSES)]
        seen[f"{peer.name} redraw"] += [took for took in presses if took is not None]


def _look_at_room(browser: Browser, room: OpenRoom, seen: dict[str, list[float]]) -> None:
    with visit(browser) as look:
        look.open(room.address)
        seen["room first"].append(look.wait_for(".cf-room-slide"))
        look.page.keyboard.press("ArrowRight")
        seen["room seen"].append(look.wait_for(".cf-room-card"))
        seen["room usable"].append(look.wait_for('#room[data-state="live"]', state="attached"))
        time.sleep(0.5)
        seen["room requests"].append(len(look.asked))
        for _ in range(PRESSES):
            card, took = _change_seen(look, room)
            seen["room redraw"].append(took)
            room.withdraw(card)
            time.sleep(0.2)


def _change_seen(look: Visit, room: OpenRoom) -> tuple[str, float]:
    words = f"kaart {new_id('x')}"
    look.watch_for(words)
    time.sleep(0.1)
    asked = time.time()
    card = room.add_card(words)
    return card, (look.seen_at() - asked) * 1000


def _asks_after_withdrawal(room: OpenRoom, everyone: list[int]) -> bool:
    """Return whether a page asked for shortly after a withdrawal still holds the item.

    Raises:
        AssertionError: The item was not on the page before, so its absence proves nothing.
    """
    words = f"kaart {new_id('x')}"
    card = room.add_card(words)
    rest(*everyone)
    assert words in _page_of(room.address), "a shared card is not on the room's page"
    rest(*everyone)
    room.withdraw(card)
    time.sleep(WITHDRAWN_FOR_S)
    return words in _page_of(room.address)


def _page_of(address: str) -> str:
    opener = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    )
    with opener.open(address, timeout=60) as answer:
        text: str = answer.read().decode("utf-8")
    return text


def _tell_peers(table: Table, peers: list[Peer], seen: dict[str, list[float]]) -> None:
    for peer in peers:
        part = f"Small page in {peer.name}" if peer.name != "static page" else "Small static page"
        name = peer.name
        table.add(part, "cards seen", seen[f"{name} seen"], note=_HEARD_FIRST)
        table.add(part, "usable: a press was answered", seen[f"{name} usable"])
        table.add(part, "redraw after a press", seen[f"{name} redraw"], unit="ms")
        table.add(part, "requests", seen[f"{name} requests"], unit="count")


def _tell_room(
    table: Table,
    seen: dict[str, list[float]],
    medians: dict[str, float],
    withdrawn: list[bool],
) -> None:
    part = "Room view (family room of the whole demo case)"
    usable, redraw = medians.get("Panel usable"), medians.get("Panel redraw")

    def beside(name: str, value: float | None) -> dict[str, Any]:
        return {} if value is None else {"reference": (name, value)}

    half = Target("half of Panel's usable", usable / 2 if usable else None)
    table.add(
        part, "first picture seen", seen["room first"], target=half, note=_HEARD_FIRST,
        **beside("Panel usable", usable),
    )  # fmt: skip
    table.add(
        part, "cards seen, one key further", seen["room seen"], target=half,
        **beside("Panel usable", usable),
    )  # fmt: skip
    table.add(
        part, "usable: follows every change", seen["room usable"],
        target=Target("Panel's usable", usable), **beside("Panel usable", usable),
    )  # fmt: skip
    table.add(
        part, "requests", seen["room requests"], unit="count", target=Target("at most 20", 20)
    )
    table.add(
        part, "redraw after a confirmed change", seen["room redraw"], unit="ms",
        target=Target("half of Panel's redraw", redraw / 2 if redraw else None),
        **beside("Panel redraw", redraw),
    )  # fmt: skip
    table.add(
        part, "pages that hold an item withdrawn 50 ms before", [float(sum(withdrawn))],
        unit="count", target=Target("0", 0), note=f"of {len(withdrawn)} asked",
    )  # fmt: skip
