"""S1: after a session nothing readable is on the disk but what the user asked for."""

import base64
import json
import os
import secrets
import shutil
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseform import keeper
from support.cases import noor
from support.running import Home, eventually, temporary_home

pytestmark = [pytest.mark.gate, pytest.mark.browser, pytest.mark.timeout(300)]

PASSPHRASE = "zeven natte zeesterren op het wad"
_LARGEST = 64 * 1024 * 1024


def guises(word: str) -> set[bytes]:
    """Return how `word` may stand in a file: as it is, wide, in hex, in base64 at any offset."""
    plain = word.encode()
    shapes = {plain, plain.upper(), word.encode("utf-16-le"), word.encode("utf-16-be")}
    shapes |= {plain.hex().encode(), plain.hex().upper().encode()}
    for offset in range(3):
        # The letters at either end depend on what stands beside the word.
        encoded = base64.b64encode(b"\0" * offset + plain)
        shapes.add(encoded[4 if offset else 0 : len(encoded) - 4])
    return shapes


def files_with(words: list[str], folders: list[Path], *, since: float = 0.0) -> list[str]:
    """Return the files below `folders` in which one of `words` can be read."""
    wanted = set().union(*(guises(word) for word in words))
    return [
        f"{path}"
        for path in _files(folders, since)
        if any(guise in content for guise in wanted for content in _contents(path))
        or any(word in path.name for word in words)
    ]


def _files(folders: list[Path], since: float) -> Iterator[Path]:
    # Walked, not listed: files of other programs come and go meanwhile.
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in names:
                path = Path(place) / name
                try:
                    is_new = path.stat().st_mtime >= since
                except OSError:
                    continue
                if is_new and path.is_file() and not path.is_symlink():
                    yield path


def _contents(path: Path) -> Iterator[bytes]:
    try:
        raw = path.read_bytes()[:_LARGEST]
    except OSError:
        return
    yield raw
    for window in (15, 31, -15):
        try:
            yield zlib.decompress(raw, window)
        except zlib.error:
            continue


def _filled(words: dict[str, str]) -> str:
    """Return a case, as JSON, in which private and shared words can be told apart."""
    case = json.loads(noor().model_dump_json())
    case["is_invented"] = False
    case["factors"][3]["words"] = words["private"]
    case["factors"][0]["words"] = words["shared"]
    case["notes"][0]["words"] = words["note"]
    case["people"][1]["name"] = words["name"]
    return json.dumps(case)


def _session(home: Home, chromium, words: dict[str, str]) -> Path:
    """Live a session with a crash in it, and return the folder of what the user asked for."""
    path, asked = home.folder / "home" / "ijsvogel.caseform", home.folder / "asked"
    asked.mkdir()
    (asked / "in.json").write_text(_filled(words), encoding="utf-8")
    home.command("new", path, passphrase=PASSPHRASE)
    home.command("import", path, "--from", "json", asked / "in.json", passphrase=PASSPHRASE)
    profile = home.folder / "browser"
    with (
        home.running("open", path, "--no-browser", passphrase=PASSPHRASE) as shown,
        home.entered(),
    ):
        browser = chromium.browser_type.launch_persistent_context(
            profile, executable_path=_path_of(chromium), args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.goto(shown.addresses["workbooks"])
        # The gate proves itself first: the private words are on the therapist's page.
        page.get_by_text(words["private"]).first.wait_for(timeout=60_000)
        client = keeper.running(path)
        assert client is not None
        client.ask("type", field="bar.note", text=words["typed"])
        answer = client.ask("room-open", room="youth+parents", wait=True)
        room = browser.new_page()
        room.goto(answer["state"]["room"]["address"])
        room.locator(".cf-room-head").wait_for(timeout=30_000)
        for _ in range(2):  # past the day and what pulls toward school
            room.keyboard.press("ArrowRight")
        room.get_by_text(words["shared"]).first.wait_for(timeout=30_000)
        (process,) = home.processes_of("caseform.cli.keeper_process")
        process.kill()
        assert eventually(lambda: keeper.running(path) is None)
        browser.close()
    home.command("history", path, passphrase=PASSPHRASE)
    home.command(
        "export", path, "--to", "youth+parents", "--as", "html,json", "-o", asked,
        passphrase=PASSPHRASE,
    )  # fmt: skip
    home.command("export", path, "--to", "therapist", "--as", "json", "-o", asked,
                 passphrase=PASSPHRASE)  # fmt: skip
    return asked


def _path_of(chromium) -> str:
    return shutil.which("chromium") or shutil.which("chromium-browser") or ""


def test_after_a_session_nothing_is_readable_but_what_was_asked_for(chromium, capsys):
    """A laptop that is sold, lost or looked through tells nobody's story."""
    began = time.time()
    words = {
        name: f"zq{name}{secrets.token_hex(6)}"
        for name in ("private", "shared", "note", "name", "typed")
    }
    with temporary_home() as home:
        asked = _session(home, chromium, words)
        looked = sum(1 for _ in _files([home.folder], 0.0))
        in_asked = files_with(list(words.values()), [asked])
        left = [
            file
            for file in files_with(list(words.values()), [home.folder])
            if not file.startswith(str(asked))
        ]
        outside = [Path(folder) for folder in ("/dev/shm", "/tmp") if os.path.isdir(folder)]
        left += [
            file
            for file in files_with(list(words.values()), outside, since=began)
            if not file.startswith(str(home.folder))
        ]

    with capsys.disabled():
        print(f"\nS1: {len(words)} words in {looked} files: {len(in_asked)} asked for, ", end="")
        print(f"{len(left)} left behind")
    # The words were really there: what the user asked for holds them.
    assert len(in_asked) >= 3
    assert left == []


@pytest.mark.parametrize(
    "written",
    [
        lambda word: f"a log line with {word} in it".encode(),
        lambda word: base64.b64encode(f'{{"cell": "{word}"}}'.encode()),
        lambda word: zlib.compress(word.encode("utf-16-le") * 9),
    ],
    ids=["log", "base64", "compressed"],
)
def test_the_gate_of_the_disk_has_teeth(tmp_path, written):
    """A log line, an embedded copy and a compressed cache are each found."""
    word = f"zq{secrets.token_hex(8)}"
    (tmp_path / "quiet").write_bytes(b"nothing of a case")
    assert files_with([word], [tmp_path]) == []

    (tmp_path / "left").write_bytes(written(word))

    assert files_with([word], [tmp_path]) == [str(tmp_path / "left")]
