"""Writing papers into a folder: whole or not at all, readable for their owner only."""

import errno
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from types import MappingProxyType

from caseform.errors import CaseformError, NotBuiltError, StoreError
from caseform.exports._calendar import to_ics
from caseform.exports._html import to_html
from caseform.exports._json import to_json
from caseform.exports._notebook import to_notebook
from caseform.projection.rooms import Paper
from caseform.text import say

FORMATS: Mapping[str, Callable[[Paper], str]] = MappingProxyType(
    {"html": to_html, "ics": to_ics, "json": to_json, "ipynb": to_notebook}
)
LATER = ("pdf", "docx")

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_ELSEWHERE = {errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG}


def check_kinds(kinds: Sequence[str]) -> None:
    """Refuse formats that caseform does not make, before anything is opened or asked.

    Raises:
        NotBuiltError: A format that comes later.
        CaseformError: No format of caseform, or none at all.
    """
    for kind in kinds or ("",):
        if kind in LATER:
            raise NotBuiltError("errors.format-later", format=kind)
        if kind not in FORMATS:
            raise CaseformError("errors.format-unknown", format=kind)


def render(projection: Paper, kind: str) -> str:
    """Return the paper of a room in one format.

    Args:
        projection: What this room may see.
        kind: One of `FORMATS`.

    Raises:
        NotBuiltError: A format that comes later.
        CaseformError: No format of caseform, or a calendar while no day was agreed.
    """
    check_kinds((kind,))
    return FORMATS[kind](projection)


def file_name(projection: Paper, kind: str, today: date, *, number: int = 1) -> str:
    """Return what the file is called: a date and a kind of room, no name and no word of the case.

    Args:
        projection: What the room may see.
        kind: A format.
        today: The day on which it is made.
        number: From 2 on it is in the name, to tell papers of one day apart.

    Example:
        >>> from caseform.projection.rooms import YouthRoom
        >>> room = YouthRoom(language="nl", is_invented=True, today=date(2026, 11, 24))
        >>> file_name(room, "html", room.today)
        'caseform-2026-11-24-gezin.html'
    """
    words = say(f"papers.kind-{projection.kind}", projection.language)
    told_apart = f"-{number}" if number > 1 else ""
    return f"caseform-{today.isoformat()}-{words}{told_apart}.{kind}"


def write(
    projection: Paper, kinds: Sequence[str], folder: Path, *, replace: bool = True
) -> tuple[Path, ...]:
    """Write the paper of a room into `folder`, once for each format.

    Every file is made before the first is put in place, so that a full disk or a format that comes
    later leaves the folder as it was.

    Args:
        projection: What this room may see.
        kinds: Formats, such as ``("html", "json")``.
        folder: Where to; made if it does not exist.
        replace: Whether files of the same name give way; else these get the next free number. A
            name tells neither one parent from the other nor one case from the next.

    Returns:
        The files, in the order of `kinds`.

    Raises:
        NotBuiltError: A format that comes later.
        StoreError: The folder cannot be written; one plain sentence says why.
    """
    check_kinds(kinds)
    wanted = tuple(dict.fromkeys(kinds))

    def names(number: int) -> list[Path]:
        return [
            folder / file_name(projection, kind, projection.today, number=number) for kind in wanted
        ]

    free = (n for n in count(1) if replace or not any(path.exists() for path in names(n)))
    papers = {
        path: render(projection, kind) for path, kind in zip(names(next(free)), wanted, strict=True)
    }
    drafts: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, document in papers.items():
            drafts[path] = _draft(document, folder)
        for path, draft in drafts.items():
            os.replace(draft, path)
    except OSError as error:
        raise _sentence(error) from error
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
    return tuple(papers)


def _draft(document: str, folder: Path) -> Path:
    # Made with mode 0600, whatever the umask.
    handle, name = tempfile.mkstemp(prefix=".caseform-", suffix=".part", dir=folder)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as draft:
            draft.write(document)
            draft.flush()
            os.fsync(draft.fileno())
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _sentence(error: OSError) -> StoreError:
    if error.errno in _FULL:
        return StoreError("errors.papers-disk-full")
    if error.errno in _REFUSED:
        return StoreError("errors.papers-folder-refused")
    if error.errno in _ELSEWHERE:
        return StoreError("errors.papers-folder-missing")
    return StoreError("errors.papers-not-written")
