"""Where the files that ship beside the code are found: in a checkout, or in the installed wheel."""

from importlib.resources import files
from pathlib import Path


def shipped(folder: str) -> Path:
    """Return the shipped `folder`, which the wheel holds as ``caseform/_FOLDER``.

    Args:
        folder: ``templates`` or ``workbooks``.

    Raises:
        FileNotFoundError: The installation is not whole.

    Example:
        >>> (shipped("templates") / "room" / "index.html.j2").is_file()
        True
    """
    package = Path(str(files("caseform")))
    for place in (package / f"_{folder}", package.parent.parent / folder):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"caseform has no {folder}")
