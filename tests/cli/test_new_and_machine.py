"""A new case, and what the commands say and do about this computer."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from caseform import store
from caseform.cli._machine import _shortcut
from cli._terminal import Outcome
from cli.conftest import TODAY, WORDS

Tell = Callable[..., Outcome]
Give = Callable[[str], None]


def test_a_new_case_opens_with_its_passphrase_and_with_its_recovery_key(
    tell: Tell, by_passphrase: Give, home: Path
) -> None:
    """To the therapist: the sheet in the drawer opens the case if the passphrase is lost."""
    by_passphrase(WORDS)

    told = tell("new", "kievit.caseform", "--region", "vl", "--lang", "nl")

    key = told.out.splitlines()[-1]
    opened = store.open_with_recovery(home / "kievit.caseform", key)
    case = opened.document["case"]
    opened.lock()
    assert (told.code, told.err) == (0, "")
    assert (case["alias"], case["region"], case["language"]) == ("kievit", "vl", "nl")
    assert case["created_on"] == TODAY.isoformat()
    assert stat.S_IMODE((home / "kievit.caseform").stat().st_mode) == 0o600
    store.open(home / "kievit.caseform", WORDS).lock()
    assert WORDS not in told.out
    assert "CASEFORM_PASSPHRASE" not in os.environ


def test_a_short_passphrase_makes_nothing(tell: Tell, by_passphrase: Give, home: Path) -> None:
    """To the family: a case is never protected by four letters."""
    by_passphrase("kort")

    told = tell("new", "kievit.caseform")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert not (home / "kievit.caseform").exists()


def test_a_new_case_never_takes_the_place_of_another(
    secret: Path, tell: Tell, by_passphrase: Give
) -> None:
    """To the therapist: the same name twice costs nothing."""
    before = secret.read_bytes()
    by_passphrase(WORDS)

    told = tell("new", secret)

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert secret.read_bytes() == before


def test_without_a_passphrase_and_nobody_to_ask_nothing_is_made(
    tell: Tell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To a script that forgot it."""
    monkeypatch.setattr("sys.stdin", open(os.devnull, encoding="utf-8"))  # noqa: SIM115

    told = tell("new", "kievit.caseform")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert not (home / "kievit.caseform").exists()


@pytest.mark.parametrize("tag", ["nl_NL.UTF-8", "en_GB.UTF-8"])
def test_doctor_says_line_by_line_what_is_well(
    tag: str, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the therapist without a helpdesk: what is missing and what to do."""
    monkeypatch.setenv("LANG", tag)

    told = tell("doctor")

    lines = told.out.splitlines()
    assert (told.code, told.err) == (0, "")
    assert len(lines) > 8
    assert [line.split()[0] for line in lines] == ["✓"] * (len(lines) - 1) + ["?"]


def test_doctor_warns_of_a_folder_that_is_copied_elsewhere(
    tell: Tell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the family: a synchronised folder is a copy that nobody here can erase."""
    (home / "Dropbox").mkdir()
    monkeypatch.chdir(home / "Dropbox")

    told = tell("doctor")

    assert any(line.split()[0] == "!" for line in told.out.splitlines())


def test_shortcut_puts_an_icon_on_the_desktop(tell: Tell, home: Path) -> None:
    """To the therapist: no terminal ever again."""
    told = tell("shortcut")

    icon = home / "Desktop" / "caseform.desktop"
    assert told.code == 0
    assert "Exec=" in icon.read_text(encoding="utf-8")
    assert " -m caseform open" in icon.read_text(encoding="utf-8")
    assert os.access(icon, os.X_OK)


def test_shortcut_says_so_when_there_is_no_desktop(tell: Tell, home: Path) -> None:
    """To the therapist: how to open caseform all the same."""
    (home / "Desktop").write_text("a file, not a folder")

    told = tell("shortcut")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert "caseform open" in told.err


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_a_shortcut_names_no_case(system: str) -> None:
    """To the family: a desktop is looked at by others."""
    text = _shortcut(system)[1]

    assert ".caseform" not in text
    assert "-m caseform open" in text
