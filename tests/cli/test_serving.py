"""Commands that open pages: their lines, their ports, and that nothing is left of them."""

import re
import signal
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from cli._terminal import Outcome, Serving, keepers, left_over, run, started_here
from cli.conftest import WORDS, Lay

Serve = Callable[..., Serving]
Tell = Callable[..., Outcome]

_LINE = r"{name} +http://127\.0\.0\.1:\d+/\S+"


@pytest.fixture
def two_ports() -> int:
    """A port that is free, and so is the next one."""
    while True:
        with ExitStack() as doors:
            first = doors.enter_context(socket.create_server(("127.0.0.1", 0)))
            port: int = first.getsockname()[1]
            try:
                doors.enter_context(socket.create_server(("127.0.0.1", port + 1)))
            except OSError:
                continue
            return port


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        yield door.getsockname()[1]


def _answers(address: str) -> bool:
    # As a browser does: the token is exchanged for a cookie.
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with browser.open(address, timeout=30) as page:
        return page.status == 200 and b"caseform" in page.read().lower()


@pytest.mark.parametrize("case", ["return", "home"])
def test_demo_prints_two_addresses_and_ready_and_ends_all_on_ctrl_c(
    case: str, serve: Serve, home: Path, two_ports: int
) -> None:
    """To whoever tries caseform: one command shows it, one key ends it."""
    demo = serve("demo", "--case", case, "--lang", "en", "--no-browser", "--port", two_ports)

    workbooks, family, ready = demo.until_ready()
    ports = (demo.port("workbooks"), demo.port("family"))
    both_answer = [_answers(demo.address(name)) for name in ("workbooks", "family")]
    ended = demo.ctrl_c()

    assert re.fullmatch(_LINE.format(name="workbooks"), workbooks)
    assert re.fullmatch(_LINE.format(name="family"), family)
    assert ready == "ready"
    assert ports == (two_ports, two_ports + 1)
    assert both_answer == [True, True]
    assert (ended.code, ended.out.count("\n"), ended.err) == (0, 3, "")
    assert demo.left_over() == []
    assert [file.suffix for file in (home / "run").iterdir() if file.is_file()] == [".lock"]
    for port in ports:
        socket.create_server(("127.0.0.1", port)).close()


def test_demo_lays_out_both_invented_cases(serve: Serve, home: Path, tell: Tell) -> None:
    """To whoever looks around: both stories are there, in a folder of their own."""
    demo = serve("demo", "--no-browser")
    demo.until_ready()
    demo.ctrl_c()

    laid = home / "data" / "caseform" / "demo"
    assert {file.name for file in laid.glob("*.caseform")} == {"return.caseform", "home.caseform"}
    assert tell("verify", laid / "return.caseform").code == 0


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_what_is_stopped_while_it_starts_leaves_nothing_running(
    sign: signal.Signals, serve: Serve
) -> None:
    """To whoever is impatient: no key stays in memory behind their back."""
    demo = serve("demo", "--no-browser")
    time.sleep(2)

    demo.tell(sign)

    assert demo.left_over() == []


def test_open_shows_the_workbooks_on_a_case(
    secret: Path, serve: Serve, by_passphrase: Callable[[str], None], home: Path
) -> None:
    """To the therapist: one command, the passphrase once, and the case is there."""
    by_passphrase(WORDS)
    opened = serve("open", secret, "--no-browser")

    lines = opened.until_ready()
    number = len(keepers(home / "run"))
    names_secret = [
        process.pid
        for process in started_here(home / "run")
        if process.environ().get("CASEFORM_PASSPHRASE") and "caseform.lab" in process.cmdline()
    ]
    ended = opened.ctrl_c()

    assert re.fullmatch(_LINE.format(name="workbooks"), lines[0])
    assert lines[1:] == ["ready"]
    assert number == 1
    assert names_secret == []
    assert ended.code == 0
    assert opened.left_over() == []


@pytest.mark.usefixtures("home")
def test_open_without_a_file_shows_the_start_page(serve: Serve) -> None:
    """To the therapist who clicks the icon."""
    opened = serve("open", "--no-browser")

    opened.until_ready()
    answers = _answers(opened.address("workbooks"))
    ended = opened.ctrl_c()

    assert "00_start" in opened.address("workbooks")
    assert answers
    assert ended.code == 0
    assert opened.left_over() == []


def test_a_second_command_on_an_open_case_joins_the_first_keeper(
    secret: Path, serve: Serve, by_passphrase: Callable[[str], None], home: Path, tell: Tell
) -> None:
    """To the therapist: two windows on one case lose nothing, and ask nothing twice."""
    by_passphrase(WORDS)
    first = serve("open", secret, "--no-browser")
    first.until_ready()
    by_passphrase("")

    undone = tell("undo", secret)
    shown = serve("show", secret, "--to", "youth+parents", "--no-browser")
    room = shown.until_ready()
    again = serve("open", secret, "--no-browser")
    again.until_ready()
    number = len(keepers(home / "run"))
    for one in (again, shown):
        assert one.ctrl_c().code == 0
    still = keepers(home / "run")
    first.ctrl_c()

    assert undone.code == 0
    assert re.fullmatch(_LINE.format(name="room"), room[0])
    assert (number, len(still)) == (1, 1)
    assert first.left_over() == []


def test_show_opens_one_room_on_the_port_that_is_asked_for(
    lay: Lay, serve: Serve, two_ports: int
) -> None:
    """To the therapist with a second screen: the address can be known beforehand."""
    shown = serve("show", lay("return"), "--to", "school", "--port", two_ports, "--no-browser")

    shown.until_ready()
    answers = _answers(shown.address("room"))
    ended = shown.ctrl_c()

    assert shown.port("room") == two_ports
    assert answers
    assert (ended.code, ended.err) == (0, "")
    assert shown.left_over() == []


@pytest.mark.parametrize("room", ["therapist", "therapist+youth", "nobody", ""])
def test_what_is_the_therapists_alone_is_no_room(room: str, lay: Lay, home: Path) -> None:
    """To the therapist: one wrong word never puts private notes on the wall."""
    told = run("show", lay("return"), "--to", room, "--no-browser")

    assert told.code == 2
    assert told.out == ""
    assert told.is_one_plain_sentence(), told.err
    assert left_over(home / "run") == []


@pytest.mark.parametrize("command", ["demo", "open", "show"])
def test_a_port_in_use_is_named_and_no_other_one_taken(
    command: str, taken: int, lay: Lay, home: Path
) -> None:
    """To the therapist: the bookmark of yesterday never opens another page."""
    path = lay("return")
    given = {"demo": [], "open": [path], "show": [path, "--to", "school"]}[command]
    before = path.read_bytes()

    told = run(command, *given, "--no-browser", "--port", taken)

    assert told.code == 2
    assert told.out == ""
    assert str(taken) in told.err
    assert told.is_one_plain_sentence(), told.err
    assert left_over(home / "run") == []
    assert path.read_bytes() == before


def test_the_rooms_port_in_use_ends_the_demo_as_well(two_ports: int, home: Path) -> None:
    """To whoever shows caseform: half a demo is none."""
    with socket.create_server(("127.0.0.1", two_ports + 1)):
        told = run("demo", "--no-browser", "--port", two_ports)

    assert told.code == 2
    assert str(two_ports + 1) in told.err
    assert told.is_one_plain_sentence(), told.err
    assert left_over(home / "run") == []
