"""The machine: is everything here that caseform needs, and an icon on the desktop."""

import os
import shlex
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import platformdirs

from caseform.cli._app import app
from caseform.cli._words import Command, user_language, words
from caseform.errors import StoreError
from caseform.text import Language, say

_PARTS = (
    "jupyterlab",
    "ipykernel",
    "ipywidgets",
    "anywidget",
    "voila",
    "pydantic",
    "pyrage",
    "holidays",
    "highspy",
)
# Well, not well, and what only the user can see.
_MARKS = {True: "✓", False: "!", None: "?"}
_SYNCED = ("OneDrive", "Dropbox", "iCloud", "Mobile Documents", "Google Drive", "Nextcloud")


@app.command(cls=Command, help=words("cli.help-doctor"))
def doctor() -> None:
    """Look at this machine and say, line by line, what is well and what to do about the rest."""
    for is_well, told in _looks(user_language()):
        print(f"{_MARKS[is_well]}  {told}")


@app.command(cls=Command, help=words("cli.help-shortcut"))
def shortcut() -> None:
    """Put an icon on the desktop that opens the start page."""
    language = user_language()
    desktop = Path(platformdirs.user_desktop_dir())
    name, text = _shortcut(sys.platform)
    try:
        desktop.mkdir(parents=True, exist_ok=True)
        path = desktop / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
    except OSError as error:
        raise StoreError("errors.shortcut-not-made") from error
    print(say("cli.shortcut-made", language, file=name))


def _looks(language: Language) -> list[tuple[bool | None, str]]:
    found: list[tuple[bool | None, str]] = []
    python = ".".join(str(part) for part in sys.version_info[:3])
    found.append((sys.version_info >= (3, 11), say("cli.doctor-python", language, version=python)))
    for part in _PARTS:
        try:
            found.append((True, f"{part} {version(part)}"))
        except PackageNotFoundError:
            found.append((False, say("cli.doctor-missing", language, part=part)))
    for part in ("notebook", "jupytext"):
        # Both put front-end code of theirs into every page; ours leaves it out.
        try:
            version(part)
        except PackageNotFoundError:
            continue
        found.append((True, say("cli.doctor-left-out", language, part=part)))
    here = Path.cwd()
    synced = any(name in str(here) for name in _SYNCED)
    found.append((not synced, say("cli.doctor-synced" if synced else "cli.doctor-local", language)))
    writable = os.access(here, os.W_OK)
    found.append(
        (writable, say("cli.doctor-writable" if writable else "cli.doctor-readonly", language))
    )
    found.append((None, say("cli.doctor-disk", language)))
    return found


def _shortcut(platform: str) -> tuple[str, str]:
    """Return the name and the text of the desktop file for one system.

    Example:
        >>> _shortcut("win32")[0], _shortcut("darwin")[0], _shortcut("linux")[0]
        ('caseform.cmd', 'caseform.command', 'caseform.desktop')
    """
    python = sys.executable
    if platform == "win32":
        return "caseform.cmd", f'@echo off\r\nstart "" /min "{python}" -P -m caseform open\r\n'
    command = f"{shlex.quote(python)} -P -m caseform open"
    if platform == "darwin":
        return "caseform.command", f"#!/bin/sh\nexec {command}\n"
    return (
        "caseform.desktop",
        f"[Desktop Entry]\nType=Application\nName=caseform\nExec={command}\nTerminal=true\n",
    )
