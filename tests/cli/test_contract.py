"""The command line as it was promised: names, flags, help."""

import subprocess
import sys
import time
from collections.abc import Callable

import pytest
import typer

import caseform
from caseform.cli._app import app
from cli._terminal import Outcome, run

# As in the design: names, flags and exit codes stay.
CONTRACT = {
    "demo": {"--case", "--lang", "--no-browser", "--port"},
    "new": {"FILE", "--lang", "--region"},
    "open": {"FILE"},
    "show": {"FILE", "--to", "--port", "--no-browser"},
    "check": {"FILE", "--json"},
    "plan": {"FILE", "--json", "--write"},
    "export": {"FILE", "--to", "--as", "-o"},
    "import": {"FILE", "--from", "SOURCE"},
    "history": {"FILE", "--json"},
    "undo": {"FILE"},
    "restore": {"FILE", "VERSION"},
    "verify": {"FILE"},
    "erase": {"FILE", "--item"},
    "schema": set(),
    "doctor": set(),
    "shortcut": set(),
}
# What pages, pictures, planning and keys are made of; `--help` needs none of it.
SLOW = {
    *("pandas", "matplotlib", "numpy", "jupyterlab", "jupyter_server", "IPython", "voila"),
    *("ipywidgets", "anywidget", "holidays", "pyrage", "asyncio", "psutil", "networkx"),
    "highspy",
}


Tell = Callable[..., Outcome]


@pytest.mark.parametrize("name", CONTRACT)
def test_a_command_has_the_flags_that_were_promised(name: str) -> None:
    """To whoever wrote a script: it works next year."""
    command = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]

    has = {word for param in command.params for word in (*param.opts, param.metavar)}

    assert CONTRACT[name] <= has


def test_there_are_no_other_commands() -> None:
    """To whoever reads the help: what stands there is promised."""
    assert set(typer.main.get_command(app).commands) == set(CONTRACT)  # type: ignore[attr-defined]


def test_the_version_is_told(tell: Tell) -> None:
    """To whoever asks for help: which version is this?"""
    told = tell("--version")

    assert (told.code, told.out.strip()) == (0, caseform.__version__)


def test_without_a_command_the_help_is_shown(tell: Tell) -> None:
    """To someone who types the name to see what happens."""
    told = tell()

    assert told.code == 0
    assert all(name in told.out for name in CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_help_names_each_part_of_a_command(name: str, tell: Tell) -> None:
    """To someone who uses a command once a year."""
    told = tell(name, "--help")

    assert told.code == 0
    assert told.err == ""
    assert all(word in told.out for word in CONTRACT[name])


@pytest.mark.usefixtures("home")
def test_help_speaks_the_language_of_the_computer() -> None:
    """To a Flemish therapist, and to a colleague who works in English."""
    dutch, english = (run("erase", "--help", LANG=f"{tag}.UTF-8") for tag in ("nl_BE", "en_GB"))

    assert "Gebruik: " in dutch.out
    assert "voorgoed" in dutch.out
    assert "Usage: " in english.out
    assert "for good" in english.out


@pytest.mark.usefixtures("home")
def test_help_loads_nothing_slow() -> None:
    """To everyone: asking what there is takes no time."""
    names = "sorted({name.partition('.')[0] for name in sys.modules})"
    shown = f"""
import sys
from caseform.cli import main
try:
    main()
finally:
    print(*{names}, file=sys.stderr)
"""

    done = subprocess.run(
        [sys.executable, "-c", shown, "--help"], capture_output=True, text=True, check=True
    )

    assert "caseform" in done.stderr.split()
    assert SLOW & set(done.stderr.split()) == set()


@pytest.mark.usefixtures("home")
def test_help_takes_little_longer_than_the_parts_that_it_needs() -> None:
    """To everyone: half a second at most on an ordinary laptop, and a busy machine is no excuse."""
    parts = [sys.executable, "-c", "import typer, pydantic.types, babel.dates"]
    whole = [sys.executable, "-m", "caseform", "--help"]

    needed, took = (min(_seconds(command) for _ in range(3)) for command in (parts, whole))

    print(f"--help: {took:.2f} s; its parts alone: {needed:.2f} s")
    assert took < 2.5 * needed


def _seconds(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


@pytest.mark.parametrize(
    "command",
    [
        ["nosuch"],
        ["--nosuch"],
        ["check"],
        ["check", "--bogus", "x.caseform"],
        ["check", "x.caseform", "y.caseform"],
        ["export", "x.caseform", "--to"],
        ["export", "x.caseform", "--as", "html"],
        ["demo", "--port", "ten"],
        ["demo", "--port", "70000"],
        ["demo", "--lang", "de"],
        ["demo", "--case", "nosuch"],
        ["new", "x.caseform", "--region", "be-wallonia"],
        ["import", "x.caseform", "y", "--from", "nosuch"],
        ["export", "x.caseform", "--to", "school", "--as", "nosuch"],
        ["restore", "x.caseform", "yesterday"],
    ],
    ids=" ".join,
)
def test_a_command_that_is_not_right_is_told_so_in_one_sentence(
    command: list[str], tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To whoever mistyped: what is wrong, in one's own language, and no page of code."""
    said = set()
    for tag in ("nl_NL", "en_GB"):
        monkeypatch.setenv("LANG", f"{tag}.UTF-8")
        told = tell(*command)
        assert (told.code, told.out) == (2, "")
        assert told.is_one_plain_sentence(), told.err
        assert "fault of ours" not in told.err
        assert "fout van ons" not in told.err
        said.add(told.err)

    assert len(said) == 2
