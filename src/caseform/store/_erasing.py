"""Erasing a whole case."""

from datetime import UTC
from pathlib import Path

from caseform.errors import StoreError
from caseform.store._home import Home
from caseform.store._machine import THIS_MACHINE, Machine
from caseform.store._trouble import plainly

_TOMBSTONE = """\
Deze casus is gewist op {day}, met alle eerdere versies op deze plek.
Kopieën in een clouddienst of een reservekopie van de computer wist u daar zelf.

This case was erased on {day}, with all its earlier versions in this place.
Copies in a cloud service or a backup of the computer are yours to erase there.
"""


def erase_case(path: Path, *, machine: Machine = THIS_MACHINE) -> Path:
    """Remove a case file, its backups, its named copies and its journal.

    The file itself goes last: an interruption leaves a case that can be erased again, never
    backups that nobody remembers. Copies that a sync service or the computer's own backup made
    are out of reach, and the tombstone says so.

    Args:
        path: The case file; it may be gone already while its backups are still there.
        machine: The clock and the disk.

    Returns:
        The tombstone: a text with the date, and nothing of the case.

    Raises:
        StoreError: There is no such case, or the disk refuses.
    """
    home = Home(path)
    if not home.path.exists() and not home.hidden.exists():
        raise StoreError("errors.file-not-found", file=home.file)
    with home.writing():
        inside = [file for file in home.hidden.iterdir() if file != home.lock_file]
        for file in (*inside, *home.copies(), home.journal, home.unread_journal):
            file.unlink(missing_ok=True)
        day = machine.now().astimezone(UTC).date().isoformat()
        home.put(home.tombstone, _TOMBSTONE.format(day=day).encode(), machine)
        home.path.unlink(missing_ok=True)
        machine.flush_folder(home.folder)
    with plainly(home.file, doing="writing"):
        home.lock_file.unlink(missing_ok=True)
        home.hidden.rmdir()
    return home.tombstone
