"""The repository itself: what ships is thin, quiet, and works from any folder."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ("src", "templates", "workbooks")
NOTEBOOKS = sorted((ROOT / "workbooks").glob("*.ipynb"))
# What belongs at the top; everything else has a place below.
TOP = {
    *("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"),
    *("src", "workbooks", "templates", "tests"),
}

_ADDRESS = re.compile(r"(?:https?|wss?|ftp):\\?/\\?/([A-Za-z0-9][A-Za-z0-9.-]*)")
# This machine; names of formats, which nobody opens; and who to read about age and the typeface.
_QUIET = {
    *("127.0.0.1", "localhost"),
    *("www.w3.org", "scripts.sil.org"),
    *("age-encryption.org", "github.com"),
}
_CODE_FROM_TEXT = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\("
    r"|createContextualFragment|setAttribute\(\s*[\"']on|DOMParser"
)


def _tracked(*places: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *places],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a checkout")
    names = listed.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def _text(path: Path) -> str:
    data = path.read_bytes()
    return "" if b"\0" in data else data.decode("utf-8", errors="replace")


def test_the_top_level_holds_what_a_visitor_looks_for() -> None:
    """To a visitor: one look tells what is here."""
    top = {path.relative_to(ROOT).parts[0] for path in _tracked()}

    assert {name for name in top if name[0] != "."} == TOP


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_workbook_is_thin_and_holds_no_output(path: Path) -> None:
    """To the family: nothing of a case is ever kept in a notebook."""
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    assert "widgets" not in notebook.metadata
    assert len(notebook.cells) <= 5
    assert sum(len(cell.source.splitlines()) for cell in code) <= 12


def test_nothing_that_ships_names_a_place_on_a_network() -> None:
    """To the family: nothing leaves the machine, because nothing knows where to go."""
    named = {
        f"{path.relative_to(ROOT)}: {host}"
        for path in _tracked(*SOURCES)
        for host in _ADDRESS.findall(_text(path))
        if host not in _QUIET
    }

    assert named == set()


def test_no_script_turns_text_into_code() -> None:
    """To the family: what people type is text, whatever they type."""
    found = {
        f"{path.relative_to(ROOT)}: {made}"
        for path in _tracked(*SOURCES)
        if path.suffix in {".js", ".mjs", ".html", ".j2"}
        for made in _CODE_FROM_TEXT.findall(_text(path))
    }

    assert found == set()


@pytest.mark.parametrize(
    "line", ["x.innerHTML = t", "eval(t)", "new Function(t)", 'e.setAttribute("onclick", t)']
)
def test_a_script_that_turned_text_into_code_would_be_noticed(line: str) -> None:
    """To whoever trusts the test above: it can turn red."""
    assert _CODE_FROM_TEXT.search(line)


def test_every_dependency_says_what_it_is_for() -> None:
    """To the next developer: nothing is here without a reason."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = text.split("\ndependencies = [\n")[1].split("\n]")[0].splitlines()

    assert len(lines) == 2 * len(tomllib.loads(text)["project"]["dependencies"])
    for reason, dependency in zip(lines[::2], lines[1::2], strict=True):
        assert re.fullmatch(r" +# [A-Z].+\.", reason), reason
        assert re.fullmatch(r' +"[a-z0-9-]+>=[^"]+,<[^"]+",', dependency), dependency


def test_every_dependency_is_pinned_for_the_two_commands() -> None:
    """To whoever tries caseform next year: they get what we tested."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())
    pinned = {
        line.split("==")[0]
        for line in (ROOT / ".ci" / "constraints.txt").read_text().splitlines()
        if "==" in line
    }
    named = [*wanted["project"]["dependencies"], *wanted["dependency-groups"]["test"]]

    assert {re.split(r"[<>=\[ ]", name)[0] for name in named} <= pinned


def test_no_setting_names_where_packages_come_from() -> None:
    """To a clinic with a registry of its own: theirs is used."""
    settings = [path for path in _tracked(".ci", "pyproject.toml") if path.suffix != ".png"]

    hosts = {h for path in settings for h in _ADDRESS.findall(_text(path)) if h not in _QUIET}

    assert hosts == set()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is given to users, built once."""
    if find_spec("hatchling") is None:
        if os.environ.get("CI"):
            pytest.fail("The wheel cannot be built: hatchling is not installed.")
        pytest.skip("WHEEL TESTS SKIPPED: hatchling is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_workbooks_and_templates_are_in_the_wheel(wheel: Path) -> None:
    """To whoever installs caseform without a checkout: all pages are there."""
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {f"caseform/_workbooks/{path.name}" for path in NOTEBOOKS}
    expected |= {
        f"caseform/_templates/{path.relative_to(ROOT / 'templates').as_posix()}"
        for path in _tracked("templates")
    }
    expected |= {
        path.relative_to(ROOT / "src").as_posix()
        for path in _tracked("src/caseform")
        if path.suffix in {".toml", ".po", ".css", ".js", ".j2", ".json", ".ttf", ".woff2", ".age"}
    }

    assert expected - names == set()
    assert {name.partition("/")[0] for name in names} == {
        "caseform",
        next(name.partition("/")[0] for name in names if "dist-info" in name),
    }


def test_an_installed_wheel_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    """To whoever runs caseform from their own documents."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    (tmp_path / "elsewhere").mkdir()
    asked = """
import json, sys
import caseform
from caseform import catalogue, lab, look
from caseform.view._shipped import shipped
from caseform.demo import cases
from datetime import date
print(json.dumps({
    "package": caseform.__file__,
    "workbooks": sorted(path.name for path in lab.workbooks_folder().glob("*.ipynb")),
    "room": (shipped("templates") / "room" / "index.html.j2").is_file(),
    "factors": len(catalogue.load().factors),
    "css": len(look.css("page")),
    "alias": cases("return", today=date(2026, 11, 24))[0].alias,
}))
"""

    done = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=tmp_path / "elsewhere",
        env=os.environ | {"PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert Path(found["package"]).is_relative_to(tmp_path)
    assert found["workbooks"] == [path.name for path in NOTEBOOKS]
    assert found["room"]
    assert found["factors"] >= 185
    assert found["css"] > 1000
    assert found["alias"] == "Zeester"
