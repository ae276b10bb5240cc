"""A keeper's end of the channel, a small page, and servers that are gone after each test."""

import json
import secrets
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from caseform.channel import Address, from_line, to_line
from caseform.projection.rooms import ShownCard, YouthRoom, projection_to_json
from caseform.view import ViewServer, start

# A page as small as a page can be: it shows its words and counts what is pressed.
SMALL_PAGE = '''
import anywidget
import traitlets

from caseform.view import RoomView


class SmallPage(anywidget.AnyWidget):
    _esm = """
    export default {
      render({ model, el }) {
        const title = document.createElement("h1");
        const button = document.createElement("button");
        const draw = () => {
          title.textContent = model.get("view").words;
          button.textContent = `pressed ${model.get("view").pressed}`;
        };
        button.addEventListener("click", () => model.send({ kind: "press" }));
        const fail = document.createElement("button");
        fail.textContent = "fail";
        fail.addEventListener("click", () => model.send({ kind: "fail" }));
        el.append(title, button, fail);
        model.on("change:view", draw);
        draw();
      },
    };
    """
    _css = "h1 { color: rgb(1, 2, 3); }"
    view = traitlets.Dict().tag(sync=True)

    def __init__(self):
        super().__init__(view={"language": "nl", "words": "", "pressed": 0})
        self.on_msg(self._press)

    def show(self, projection):
        words = ", ".join(card.words for card in projection.cards)
        self.view = self.view | {"language": projection.language, "words": words}

    def blank(self):
        self.view = self.view | {"words": "Even pauze"}

    def _press(self, widget, content, buffers):
        if content["kind"] == "fail":
            raise ValueError("a word of the case")
        self.view = self.view | {"pressed": self.view["pressed"] + 1}


view = RoomView(SmallPage())
view.follow()
'''


class RoomChannel:
    """The other end of a room's channel: it answers what the room may see, and tells what is new.

    Args:
        file: Where the address for the room is left.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.shown: dict[str, Any] | None = None
        self._rooms: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._secret = secrets.token_urlsafe(16)
        Address(self._listening.getsockname()[1], self._secret).write(file)
        threading.Thread(target=self._accept, daemon=True).start()

    def show(self, *words: str) -> None:
        """Let the room see cards with these words, and tell whoever is looking."""
        room = YouthRoom(
            language="nl",
            is_invented=True,
            today=date(2026, 11, 24),
            cards=tuple(ShownCard(words=each) for each in words),
        )
        self.shown = json.loads(projection_to_json(room))
        self.tell({"push": "projection", "projection": self.shown})

    def tell(self, message: dict[str, Any]) -> None:
        """Send `message` to each kernel that looks."""
        for room in list(self._rooms):
            try:
                room.sendall(to_line(message))
            except OSError:
                self._rooms.remove(room)

    def close(self) -> None:
        """End the channel."""
        for room in self._rooms:
            room.close()
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                room, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=[room], daemon=True).start()

    def _serve(self, room: socket.socket) -> None:
        with room, room.makefile("rb") as lines:
            try:
                for line in lines:
                    asked = from_line(line)
                    answer = {"projection": self.shown} if asked["ask"] == "projection" else {}
                    room.sendall(to_line({"number": asked["number"], **answer}))
                    if asked["ask"] == "hello" and asked["secret"] == self._secret:
                        self._rooms.append(room)
            except OSError:
                return


def write_notebook(path: Path, *cells: str) -> Path:
    """Write a notebook with these code cells to `path`, and return it."""
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(made, path)
    return path


@pytest.fixture(scope="session")
def channel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RoomChannel]:
    """A keeper's end of one room's channel, showing one card."""
    made = RoomChannel(tmp_path_factory.mktemp("channel") / "room.json")
    made.show("kookles")
    yield made
    made.close()


Start = Callable[..., ViewServer]


def _starter(channel: RoomChannel, folder: Path) -> Iterator[Start]:
    servers: list[ViewServer] = []

    def begin(*cells: str, port: int = 0) -> ViewServer:
        notebook = write_notebook(folder / "page.ipynb", *(cells or (SMALL_PAGE, "view")))
        server = start(channel_file=channel.file, language="nl", port=port, notebook=notebook)
        servers.append(server)
        return server

    yield begin
    for server in servers:
        server.stop()


@pytest.fixture
def begin(channel: RoomChannel, tmp_path: Path) -> Iterator[Start]:
    """Starts a room's server; it is gone after the test."""
    yield from _starter(channel, tmp_path)


@pytest.fixture
def begin_shipped(channel: RoomChannel) -> Iterator[Callable[[], ViewServer]]:
    """Starts a server of the shipped page; it is gone after the test."""
    servers: list[ViewServer] = []

    def begin() -> ViewServer:
        servers.append(start(channel_file=channel.file, language="nl"))
        return servers[-1]

    yield begin
    for server in servers:
        server.stop()


@pytest.fixture(scope="session")
def _shared(channel: RoomChannel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ViewServer]:
    for starter in _starter(channel, tmp_path_factory.mktemp("view")):
        made = starter()
        made.wait_ready()
        yield made


@pytest.fixture(scope="module")
def server(channel: RoomChannel, _shared: ViewServer) -> ViewServer:
    """A room's server that the tests share, showing one card."""
    channel.show("kookles")
    return _shared


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh window of 1280 by 720, without cookies."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    context.set_default_timeout(15_000)
    expect.set_options(timeout=15_000)
    yield context.new_page()
    context.close()
    expect.set_options(timeout=5_000)
