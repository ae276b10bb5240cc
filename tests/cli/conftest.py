"""The command line with a home of its own, and case files to try it on."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from caseform import demo, keeper, store
from caseform.cli import _app
from caseform.demo import DemoName, DemoVersion
from caseform.model import Change, SeveralChanges
from cli._terminal import Outcome, Serving, started_here

TODAY = date(2026, 11, 24)
WORDS = "een dak van riet"

Lay = Callable[..., Path]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's home that holds nothing yet; no process that was started in it outlives the test."""
    folder = tmp_path / "home"
    (folder / "cases").mkdir(parents=True)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    for name in ("LC_ALL", "LC_MESSAGES", "CASEFORM_PASSPHRASE", "CASEFORM_CHANNEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    monkeypatch.setenv("XDG_DESKTOP_DIR", str(folder / "Desktop"))
    monkeypatch.setenv("CASEFORM_RUNTIME_DIR", str(folder / "run"))
    monkeypatch.setenv("CASEFORM_TODAY", TODAY.isoformat())
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.chdir(folder)
    yield folder
    for process in started_here(folder / "run"):
        process.kill()


@pytest.fixture
def tell(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Give a command, in this process, and return how it ended."""

    def told(*arguments: object) -> Outcome:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            _app.run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        code = ended.value.code
        return Outcome(code if isinstance(code, int) else 0, said.out, said.err)

    return told


@pytest.fixture
def serve(home: Path) -> Iterator[Callable[..., Serving]]:
    """Start a command that runs until Ctrl-C; what is still running is ended after the test."""
    begun: list[Serving] = []

    def start(*arguments: object) -> Serving:
        begun.append(Serving(home / "run", *arguments))
        return begun[-1]

    yield start
    for one in begun:
        one.end()


@pytest.fixture
def lay(home: Path) -> Lay:
    """Put an invented case in the folder of cases, changed where that is told; return its file."""

    def laid(name: DemoName = "return", version: DemoVersion = "shipped", *changes: Change) -> Path:
        case, history = demo.cases(name, today=TODAY, version=version, language="en")
        case = SeveralChanges(changes=changes).apply(case)
        path = home / "cases" / f"{name}.caseform"
        store.create_published(path, keeper.to_document(case, history)).lock()
        return path

    return laid


@pytest.fixture(scope="session")
def _sealed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A case under a passphrase, made once: sealing costs seconds, on purpose."""
    folder = tmp_path_factory.mktemp("sealed")
    case, history = demo.cases("return", today=TODAY, language="en")
    invented_no_more = case.model_copy(update={"is_invented": False})
    unlocked = store.create(
        folder / "zeester.caseform", keeper.to_document(invented_no_more, history), WORDS
    )
    assert unlocked.recovery_key is not None
    unlocked.lock()
    return folder, unlocked.recovery_key


@pytest.fixture
def secret(home: Path, _sealed: tuple[Path, str]) -> Path:
    """The file of a case under the passphrase `WORDS`."""
    shutil.copytree(_sealed[0], home / "cases", dirs_exist_ok=True)
    return home / "cases" / "zeester.caseform"


@pytest.fixture
def by_passphrase(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give the passphrase as scripts do; a command takes it out of the environment."""
    return lambda words: monkeypatch.setitem(os.environ, "CASEFORM_PASSPHRASE", words)
