"""N1 and S1: a day's work leaves the machine for nothing, and leaves nothing readable behind.

One journey through all that is built, with a crash of everything in it, is watched from below:
each connection that any of our processes makes, each address that a page asks for, each file that
was written. What is typed are planted words, and in the end they are looked for in every file.
"""

import base64
import os
import re
import shutil
import time
import warnings
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from caseform import keeper, store
from caseform.channel import Client
from caseform.model import History, ShareItem
from caseform.text import say
from support.cases import noor
from support.running import Home, KeeperProcess, Running, temporary_home

from ._watched import MARK

WORKBOOKS = ("20_picture", "40_return_plan", "50_log", "70_papers", "10_assessment", "00_start")
KEEPER = "caseform.cli.keeper_process"
FAULTY = Path(__file__).parent / "_kills"
PASSPHRASE = f"{MARK} zeven natte zeesterren"
CALLS = "trace=connect,sendto,sendmsg,sendmmsg"
STRACE = ["strace", "-f", "--seccomp-bpf", "-s", "0", "-e", CALLS, "-o"]

pytestmark = [pytest.mark.gate, pytest.mark.browser, pytest.mark.timeout(480)]


def planted(name: str) -> str:
    """Return a word that stands nowhere else on this machine."""
    return f"{MARK}{name}{os.urandom(6).hex()}"


@dataclass
class Journey:
    """What a day's work left behind.

    Attributes:
        home: Where it took place.
        connections: What the system was asked to connect to, a line for each; None where this
            machine cannot tell.
        asked: Every address that a page asked for.
        words: What was typed, all of it planted.
        pages: How many pages were opened.
        wanted: The papers that were asked for.
    """

    home: Home
    connections: list[str] | None = None
    asked: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    pages: int = 0
    wanted: list[Path] = field(default_factory=list)
    began: float = field(default_factory=time.time)


@pytest.fixture(scope="module")
def journey(chromium: Browser) -> Iterator[Journey]:
    """A day with a demo case and one with a passphrase; at its end everything crashes."""
    with temporary_home() as home:
        made = Journey(home)
        told = home.folder / "connections"
        under = [*STRACE, str(told)] if shutil.which("strace") else []
        with home.running("demo", "--no-browser", "--lang", "nl", under=under) as demo:
            browser = _browser_of_one_s_own(chromium, home, made)
            _work(browser, demo, made)
            _crash(home, browser)
        home.end()
        made.connections = told.read_text(encoding="utf-8").splitlines() if under else None
        told.unlink(missing_ok=True)
        words, taken = _work_under_a_passphrase(home)
        made.words |= words
        made.wanted += taken
        yield made


def _browser_of_one_s_own(chromium: Browser, home: Home, made: Journey) -> BrowserContext:
    """Return a browser with a profile on disk, as a user's own."""
    context = chromium.browser_type.launch_persistent_context(
        home.folder / "browser",
        executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
        args=["--no-sandbox", "--restore-last-session", f"--caseform-home={home.folder}"],
        viewport={"width": 1280, "height": 800},
    )
    context.on("request", lambda request: made.asked.append(request.url))
    context.on("page", lambda page: page.on("websocket", lambda one: made.asked.append(one.url)))
    return context


def _work(browser: BrowserContext, demo: Running, made: Journey) -> None:
    words = made.words
    for name in ("card", "shared", "note", "day", "halfway"):
        words[name] = planted(name)
    page = browser.new_page()
    page.goto(demo.addresses["workbooks"])
    entry = page.locator(".cf-pic-typed input:visible")
    entry.wait_for(timeout=60_000)
    for name in ("card", "shared"):
        entry.fill(words[name])
        entry.press("Enter")
        expect(page.locator(".cf-main:visible")).to_contain_text(words[name], timeout=60_000)
    with made.home.entered():
        client = keeper.running(made.home.folder / "data/caseform/demo/return.caseform")
    assert client is not None
    _share(client, words["shared"])
    room = browser.new_page()
    room.goto(demo.addresses["family"])
    expect(room.locator(".cf-room")).to_be_visible(timeout=60_000)
    assert words["card"] not in room.content()
    _note(page, words["note"])
    for workbook in WORKBOOKS[1:]:
        _turn_to(page, workbook)
        made.pages += 1
        if workbook == "50_log":
            _log(page, words)
        if workbook == "70_papers":
            _take_along(page, made)
    _turn_to(page, "50_log")
    day = page.locator(".cf-log-entry:visible > .cf-field textarea")
    day.click()
    day.press_sequentially(f" {words['halfway']}")
    page.wait_for_timeout(1500)
    assert any(words["halfway"] in one for one in _state(client)["drafts"].values())
    for name in ("card", "shared", "note", "day"):
        assert words[name] in _state(client)["case"], name
    made.pages += 2
    client.close()


def _state(client: Client) -> dict[str, Any]:
    state: dict[str, Any] = client.ask("state")["state"]
    return state


def _share(client: Client, words: str) -> None:
    """Share the card with these words, and wait until that is saved."""
    found = re.search(rf'"id":"([^"]+)"[^{{}}]*"words":"{words}"', _state(client)["case"])
    assert found
    change = ShareItem(collection="factors", id=found[1], labels=("youth", "parents"))
    client.ask("change", change=change.model_dump(mode="json"), wait=True)


def _note(page: Page, words: str) -> None:
    """Keep a private line with the key for it."""
    page.bring_to_front()
    page.locator(".cf-pic-typed input:visible").click()
    page.keyboard.press("Alt+n")
    line = page.locator(".cf-note:visible input, .cf-note:visible textarea")
    line.fill(words)
    line.press("Enter")


def _turn_to(page: Page, workbook: str) -> None:
    page.evaluate(
        "name => window.dispatchEvent(new CustomEvent('caseform:goto',"
        " { detail: { workbook: name } }))",
        workbook,
    )
    page.wait_for_url(f"**/{workbook}.ipynb", timeout=60_000)
    page.locator(".cf-main:visible").last.wait_for(timeout=60_000)


def _log(page: Page, words: dict[str, str]) -> None:
    day = page.locator(".cf-log-entry:visible > .cf-field textarea")
    day.fill(words["day"])
    day.press("Control+Enter")


def _take_along(page: Page, made: Journey) -> None:
    """Write the papers of the one who is chosen, by the page's own button."""
    page.get_by_role("button", name=say("papers-page.write", "nl")).first.click()
    folder = made.home.folder / "home" / "Documents" / "caseform"
    expect(page.locator(".cf-main:visible")).to_contain_text(".html", timeout=60_000)
    made.wanted = [path for path in folder.rglob("*") if path.is_file()]
    assert made.wanted


def _crash(home: Home, browser: BrowserContext) -> None:
    """End kernels, keeper and browser the hard way, in the middle of a word."""
    mark = f"--caseform-home={home.folder}"
    doomed = [*home.processes_of("caseform.lab.kernel"), *home.processes_of(KEEPER)]
    doomed += [
        one for one in psutil.process_iter(["cmdline"]) if mark in (one.info["cmdline"] or [])
    ]
    assert len(doomed) >= 3
    for process in doomed:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    with suppress(Exception):
        browser.close()


def _work_under_a_passphrase(home: Home) -> tuple[dict[str, str], list[Path]]:
    """Make a case by the commands for it, type, crash, and take papers along.

    Returns:
        The planted words, and what was asked for or brought along by the user.
    """
    words = {name: planted(name) for name in ("alias", "factor", "typed")}
    path, taken = home.folder / "home" / "case.caseform", home.folder / "taken"
    taken.mkdir()
    brought = taken / "brought.json"
    brought.write_text(_whole(words), encoding="utf-8")
    home.command("new", path, passphrase=PASSPHRASE)
    with home.keeper(path, passphrase=PASSPHRASE) as held:
        home.command("import", path, "--from", "json", brought)
        _type_and_crash(held, words)
    home.command("export", path, "--to", "therapist", "--as", "json,html", "-o", taken,
                 passphrase=PASSPHRASE)  # fmt: skip
    return words | {"passphrase": PASSPHRASE}, [one for one in taken.iterdir() if one.is_file()]


def _work_with(home: Home, module: str) -> dict[str, str]:
    """Work with another keeper than our own."""
    words = {name: planted(name) for name in ("alias", "factor", "typed")}
    path = home.folder / "home" / "case.caseform"
    store.create_published(path, keeper.to_document(noor(), History())).lock()
    with home.keeper(path, module=module) as held:
        held.client.ask("import", case=_whole(words), wait=True)
        _type_and_crash(held, words)
    return words


def _whole(words: dict[str, str]) -> str:
    """Return a case with these words in it, as JSON."""
    case = noor().model_copy(update={"is_invented": False, "alias": words["alias"]})
    factor = case.factors[0].model_copy(update={"words": words["factor"]})
    return case.with_item("factors", factor).model_dump_json()


def _type_and_crash(held: KeeperProcess, words: dict[str, str]) -> None:
    held.client.ask("type", field="bar.note", text=words["typed"])
    assert all(word in str(_state(held.client)) for word in words.values())
    held.kill()


def forms_of(word: str) -> dict[str, bytes]:
    """Return the ways in which a word can stand in a file, and be read by whoever looks for it."""
    raw = word.encode()
    forms = {
        "raw": raw,
        "utf-16": word.encode("utf-16-le"),
        "utf-32": word.encode("utf-32-le"),
        "hex": raw.hex().encode(),
        "escaped": "".join(f"\\u{ord(letter):04x}" for letter in word).encode(),
        "percent": "".join(f"%{byte:02X}" for byte in raw).encode(),
    }
    for shift in range(3):
        written = base64.b64encode(b"\0" * shift + raw).rstrip(b"=")
        forms[f"base64-{shift}"] = written[shift + 1 : len(written) - 1]
    return forms


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Yield what anyone can unpack from `content`."""
    for window in (15, 31, -15):
        with suppress(zlib.error):
            yield zlib.decompress(content, window)


@dataclass
class Search:
    """What was looked through, and where a planted word stood."""

    files: int = 0
    size: int = 0
    found: list[str] = field(default_factory=list)


def searched(words: dict[str, str], files: list[Path], without: list[Path] = []) -> Search:  # noqa: B006
    """Look for planted words in these files."""
    search = Search()
    forms = {
        (name, form): written
        for name, word in words.items()
        for form, written in forms_of(word).items()
    }
    for file in files:
        if file in without:
            continue
        try:
            content = file.read_bytes()
        except OSError:
            continue  # gone meanwhile, or not a file that can be read
        search.files += 1
        search.size += len(content)
        readable = b"\0".join([str(file).encode(), content, *_unpacked(content)])
        search.found += [
            f"{name} ({form}) in {file}"
            for (name, form), written in forms.items()
            if written in readable
        ]
    return search


def files_of(home: Home, since: float) -> list[Path]:
    """Return every file below a home, and what was written since in places that all share."""
    mine = [path for path in home.folder.rglob("*") if path.is_file() and not path.is_symlink()]
    shared = []
    for place in (Path("/dev/shm"), Path("/tmp"), Path("/var/tmp"), Path.cwd(), Path.home()):
        if place.is_dir():
            shared += [path for path in place.iterdir() if _is_new(path, since)]
    return mine + shared


def _is_new(path: Path, since: float) -> bool:
    try:
        return path.is_file() and path.stat().st_mtime >= since
    except OSError:
        return False


def test_nothing_readable_is_left_on_the_disk(journey):
    """Whoever finds the laptop finds sealed files, and the papers that were asked for."""
    search = searched(journey.words, files_of(journey.home, journey.began), journey.wanted)
    papers = searched(journey.words, journey.wanted)

    print(
        f"S1: {len(journey.words)} planted words in {search.files} files of"
        f" {search.size / 1e6:.0f} MB: {len(search.found)} found;"
        f" {len(papers.found)} in the {papers.files} papers that were asked for"
    )
    assert search.found == []
    assert len(journey.words) >= 8
    assert search.files >= 20
    # The search can find: the paper that was asked for does hold what was shared.
    assert any(one.startswith("shared (raw)") for one in papers.found)


def off_the_machine(connections: list[str]) -> list[str]:
    """Return the calls that lead elsewhere, or that ask what a name stands for."""
    away = []
    for line in connections:
        address = re.search(r'(?:sin_addr=inet_addr|inet_pton\(AF_INET6,) ?\(?"([^"]+)"', line)
        port = re.search(r"sin6?_port=htons\((\d+)\)", line)
        if address is None:
            continue
        here = address[1].startswith("127.") or address[1] in ("::1", "::ffff:127.0.0.1")
        if not here or (port is not None and port[1] == "53"):
            away.append(line)
    return away


def elsewhere(asked: list[str]) -> list[str]:
    """Return the addresses that are not on this machine."""
    here = re.compile(r"(blob:)?(http|ws)://127\.0\.0\.1:\d+/|data:|blob:null|about:")
    return [url for url in asked if not here.match(url)]


def test_nothing_asks_off_the_machine(journey):
    """No server, kernel or page tells anyone that there is a case on this machine."""
    if journey.connections is None:
        print("N1 NOT TRIED FOR SERVERS AND KERNELS: this machine lacks strace.")
        warnings.warn("N1 NOT TRIED FOR SERVERS AND KERNELS: no strace", stacklevel=1)
    connections = journey.connections or []
    away, asked = off_the_machine(connections), elsewhere(journey.asked)
    processes = {line.split()[0] for line in connections}

    print(
        f"N1: {journey.pages} pages, {len(journey.asked)} requests, {len(asked)} elsewhere;"
        f" {len(connections)} calls by {len(processes)} processes and threads,"
        f" {len(away)} off the machine"
    )
    assert asked == []
    assert away == []
    assert journey.pages >= 6
    assert len(journey.asked) >= 50
    if journey.connections is not None:
        assert len(connections) >= 50
        assert len(processes) >= 6


_PLANTED_CALLS = {
    "a connection elsewhere": (
        "import socket; s = socket.socket(); s.setblocking(False); s.connect_ex(('192.0.2.1', 443))"
    ),
    "a look-up of a name": (
        "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);"
        " s.sendto(b'x', ('127.0.0.53', 53))"
    ),
}


@pytest.mark.parametrize("fault", _PLANTED_CALLS)
def test_the_gate_of_connections_has_teeth(fault):
    """A gate that passes a command with this fault would promise nothing."""
    if not shutil.which("strace"):
        pytest.skip("this machine lacks strace, which alone sees every call of a process")
    with temporary_home() as home:
        (home.folder / "sitecustomize.py").write_text(_PLANTED_CALLS[fault], encoding="utf-8")
        told = home.folder / "connections"
        home.own["PYTHONPATH"] = str(home.folder)
        home.command("--version", under=[*STRACE, str(told)])
        away = off_the_machine(told.read_text(encoding="utf-8").splitlines())

    print(f"N1 with {fault}: {len(away)} off the machine")
    assert away


def test_the_gate_of_requests_sees_a_page_that_asks_elsewhere(chromium):
    """A gate that passes a page with this fault would promise nothing."""
    context = chromium.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.route("**/*", lambda route: route.abort())
    page = context.new_page()
    page.set_content("<img src='https://letters.invalid/font.woff2'>")
    page.wait_for_timeout(50)
    context.close()

    print(f"N1 with a page that asks elsewhere: {len(elsewhere(asked))} elsewhere")
    assert elsewhere(asked)


@pytest.mark.parametrize("fault", ["journal-in-plain", "log-of-asks", "copy-on-the-side"])
def test_the_gate_of_files_has_teeth(fault):
    """A gate that passes a keeper with this fault would promise nothing."""
    began = time.time()
    with temporary_home() as home:
        home.own |= {"PLANTED": fault, "PYTHONPATH": str(FAULTY)}
        words = _work_with(home, "faulty_keeper")
        found = searched(words, files_of(home, began)).found

    print(f"S1 with {fault}: {len(found)} found")
    assert found
