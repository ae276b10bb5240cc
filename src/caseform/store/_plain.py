"""A whole case as plain JSON, for the therapist alone: the one door that nothing else goes through.

Papers are made from what a room may see; this is not one of them, so it stands with the store.
"""

import json
import os
from pathlib import Path

from caseform.errors import StoreError
from caseform.store._machine import THIS_MACHINE, Machine, write_private


def write_plain(case: str, path: Path, *, machine: Machine = THIS_MACHINE) -> None:
    r"""Write a case as JSON that a person can read, for its owner's eyes only.

    Args:
        case: The case as JSON text.
        path: Where to; a file of that name is replaced, whole or not at all.
        machine: The clock and the disk.

    Raises:
        StoreError: The folder cannot be written.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     write_plain('{"alias": "Zeester"}', Path(folder) / "case.json")
        ...     (Path(folder) / "case.json").read_text()
        '{\n  "alias": "Zeester"\n}\n'
    """
    text = json.dumps(json.loads(case), ensure_ascii=False, indent=2) + "\n"
    draft = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        write_private(draft, text.encode(), machine)
        os.replace(draft, path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise StoreError("errors.plain-not-written") from error
