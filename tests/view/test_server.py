"""What a room's server lets in, what it keeps out, and what is left when it ends."""

import asyncio
import html
import json
import logging
import re
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from caseform.errors import RoomError
from caseform.text import sentence
from caseform.view import ViewServer
from caseform.view._app import settings
from caseform.view._orders import Orders


class Visitor:
    """A browser without a browser: one server, and a cookie once it has one.

    Args:
        server: The room's server.
    """

    def __init__(self, server: ViewServer) -> None:
        self.server = server
        self.cookie = ""

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, str]:
        """Return the answer to a request for `path`, and its body."""
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        connection.request("GET", path, headers={"Cookie": self.cookie} | headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer, body

    def enter(self) -> HTTPResponse:
        """Exchange the token for a cookie."""
        answer, _ = self.get(f"/?{urlsplit(self.server.address).query}")
        self.cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        return answer

    def open(self) -> dict[str, Any]:
        """Return what the page knows when it is opened."""
        _, body = self.get("/")
        packed = re.search(r'<template id="opened">(.*)</template>', body)
        assert packed
        return json.loads(html.unescape(packed[1]))


@pytest.fixture(scope="module")
def visitor(server: ViewServer) -> Iterator[Visitor]:
    """Someone who was let in."""
    made = Visitor(server)
    made.enter()
    return made


def test_a_token_is_exchanged_for_a_cookie_and_leaves_the_address(server: ViewServer) -> None:
    """An address bar is read aloud and photographed."""
    answer = Visitor(server).enter()

    assert (answer.status, answer.getheader("Location")) == (302, "/")
    cookie = answer.getheader("Set-Cookie") or ""
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "expires" not in cookie.lower()


@pytest.mark.parametrize("path", ["/", "/?token=wrong", "/alive", "/static/room.js", "/nothing"])
def test_who_has_no_cookie_sees_nothing(server: ViewServer, path: str) -> None:
    """Another user of the same machine can reach the port, and no more than that."""
    answer, body = Visitor(server).get(path)

    assert answer.status == 403
    assert "kookles" not in body
    assert "Dit scherm gaat alleen open vanuit caseform." in body


@pytest.mark.parametrize("host", ["localhost:{port}", "evil.example", "127.0.0.1", "[::1]:{port}"])
def test_another_name_for_this_machine_is_refused(visitor: Visitor, host: str) -> None:
    """A web page elsewhere may point its own name at this machine."""
    answer, _ = visitor.get("/alive", Host=host.format(port=visitor.server.port))

    assert answer.status == 403
    assert visitor.get("/alive")[0].status == 204


@pytest.mark.parametrize(
    "path",
    [
        "/voila/files/page.ipynb",
        "/voila/static/voila.js",
        "/voila/labextensions/anywidget/package.json",
        "/voila/templates/room/static/room.js",
        "/voila/render/page.ipynb",
        "/voila/api/contents/",
        "/api/kernels",
        "/api/contents",
        "/login?next=/",
        "/static/..%2findex.html.j2",
        "/static/../index.html.j2",
    ],
)
def test_nothing_else_is_served(visitor: Visitor, path: str) -> None:
    """What a library adds to its next version does not open a door here."""
    assert visitor.get(path)[0].status == 404


def test_every_answer_carries_the_policy(visitor: Visitor) -> None:
    """A policy on the page alone would leave the other answers without one."""
    for path in ("/", "/alive", "/static/room.js", "/nothing"):
        answer, _ = visitor.get(path)
        policy = answer.getheader("Content-Security-Policy") or ""
        assert "script-src 'self' blob:;" in policy
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert answer.getheader("Cache-Control") == "no-store"
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Access-Control-Allow-Origin") is None


def _run(work: Coroutine[Any, Any, Any]) -> Any:
    # In a thread of its own: Playwright keeps a loop running in the one of the tests.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def _message(kind: str, content: dict[str, Any], channel: str = "shell") -> str:
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": "x", "username": "",
              "version": "5.3", "date": "2026-11-24T09:00:00Z"}  # fmt: skip
    return json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content,
                       "channel": channel, "buffers": []})  # fmt: skip


async def _connect(visitor: Visitor, kernel: str, **headers: str) -> Any:
    address = f"ws://127.0.0.1:{visitor.server.port}/api/kernels/{kernel}/channels?session_id=x"
    return await websocket_connect(HTTPRequest(address, headers=headers))


def test_code_sent_over_the_socket_does_not_run(visitor: Visitor, tmp_path: Path) -> None:
    """A page may press its buttons; it may not program the therapist's machine."""
    opened = visitor.open()
    mark = tmp_path / "ran"
    code = {"code": f"open({str(mark)!r}, 'w')", "silent": False}

    async def try_it() -> list[str]:
        room = await _connect(visitor, opened["kernel"], Cookie=visitor.cookie)
        for channel in ("shell", "control"):
            await room.write_message(_message("execute_request", code, channel))
            await room.write_message(_message("shutdown_request", {"restart": False}, channel))
        asking = {"comm_id": opened["model"], "data": {"method": "request_state"}}
        await room.write_message(_message("comm_msg", asking))
        heard = json.loads(await asyncio.wait_for(room.read_message(), 10))
        room.close()
        return [heard["header"]["msg_type"], heard["content"]["data"]["method"]]

    # The answer to the last message proves that the socket worked, and that the kernel is alive.
    assert _run(try_it()) == ["comm_msg", "update"]
    assert not mark.exists()


@pytest.mark.parametrize("headers", [{}, {"Cookie": "caseform-room=1"}, {"Origin": "http://evil"}])
def test_the_socket_is_for_the_page_alone(visitor: Visitor, headers: dict[str, str]) -> None:
    """Any web page may try to open a socket to this machine."""
    opened = visitor.open()
    if "Origin" in headers:
        headers = headers | {"Cookie": visitor.cookie}

    with pytest.raises(HTTPClientError) as refused:
        _run(_connect(visitor, opened["kernel"], **headers))

    assert refused.value.code == 403


def test_a_page_is_made_of_what_may_be_seen_at_that_moment(visitor: Visitor, channel) -> None:
    """What was withdrawn before the page was asked for is not in it, though a process waited."""
    channel.show("kookles", "net ingetrokken")
    assert "net ingetrokken" in json.dumps(visitor.open())
    time.sleep(4)  # the next process waits by now

    channel.show("kookles")
    time.sleep(0.05)

    assert "net ingetrokken" not in json.dumps(visitor.open())


def test_a_page_that_answers_is_never_taken_for_gone(tmp_path: Path) -> None:
    """The first sign of life is asked after a whole interval; a wall goes dark if that is late."""
    orders = Orders(tmp_path, tmp_path, tmp_path, "token", "nl", 0, {})

    told = settings(orders).Voila.tornado_settings

    assert told["ws_ping_timeout"] >= 1.5 * told["ws_ping_interval"]


def test_the_log_holds_no_token(server: ViewServer) -> None:
    """Logs are sent to whoever helps."""
    visitor = Visitor(server)
    visitor.get("/?token=nearly-right")
    visitor.get("/nothing?token=nearly-right")
    visitor.get(f"/nothing?{urlsplit(server.address).query}")

    assert "nearly-right" not in server.log
    assert urlsplit(server.address).query.partition("=")[2] not in server.log


def test_kernels_see_little_of_the_user_s_surroundings(
    begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A passphrase in the environment of the one who started it stays with them."""
    monkeypatch.setenv("CASEFORM_PASSPHRASE", "een wachtzin")
    server = begin()
    server.wait_ready()

    for process in [psutil.Process(server.pid), *server.kernels()]:
        assert "CASEFORM_PASSPHRASE" not in process.environ()
        assert not any("token" in word.lower() for word in process.cmdline())


def test_a_file_in_the_user_s_folder_is_never_run(
    begin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A downloads folder may hold anything, under any name."""
    trap = "import pathlib; pathlib.Path(__file__).with_suffix('.sprung').touch()"
    for name in ("voila.py", "voila_config.py", "json.py", "anywidget.py", "caseform.py"):
        (tmp_path / name).write_text(trap)
    monkeypatch.chdir(tmp_path)

    begin().wait_ready()

    assert list(tmp_path.glob("*.sprung")) == []


def test_a_taken_port_is_said_in_one_sentence(begin) -> None:
    """Another port would be another address than the one on the sticky note."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(RoomError) as refused:
            begin(port=port).wait_ready()

    assert f"Poort {port} is al in gebruik" in sentence(refused.value, "nl")


def test_nothing_is_left_when_a_room_ends(begin, caplog: pytest.LogCaptureFixture) -> None:
    """A closed room holds no process, no port and no file, even with a page still open."""
    caplog.set_level(logging.CRITICAL)
    server = begin()
    visitor = Visitor(server)
    visitor.enter()
    opened = visitor.open()
    processes = [psutil.Process(server.pid), *server.kernels()]
    folder = Path(psutil.Process(server.pid).cwd())

    async def stop_while_connected() -> None:
        await _connect(visitor, opened["kernel"], Cookie=visitor.cookie)
        await asyncio.to_thread(server.stop)

    _run(stop_while_connected())

    assert len(processes) >= 2
    assert [p for p in processes if p.is_running()] == []
    assert not folder.exists()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", server.port))


def test_a_room_ends_when_the_one_who_opened_it_is_killed(channel, tmp_path: Path) -> None:
    """A crash of the keeper leaves no screen behind."""
    opener = f"""
import pathlib, sys, time
from caseform.view import start
server = start(channel_file=pathlib.Path({str(channel.file)!r}), language="nl")
server.wait_ready()
print(server.pid, *[k.pid for k in server.kernels()], flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", opener], stdout=subprocess.PIPE) as process:
        assert process.stdout
        left = [psutil.Process(int(pid)) for pid in process.stdout.readline().split()]
        assert len(left) >= 2
        folder = Path(left[0].cwd())

        process.kill()

    _, alive = psutil.wait_procs(left, timeout=10)
    assert alive == []
    assert not folder.exists()
