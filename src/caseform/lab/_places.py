"""Where the workbooks are, and where a server may write while it runs."""

import os
import shutil
import tempfile
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import psutil

from caseform.processes import runtime_place

WORKBOOKS = (
    "00_start",
    "10_assessment",
    "20_picture",
    "30_family",
    "40_return_plan",
    "50_log",
    "60_review",
    "70_papers",
)
"""The pages of the therapist, in the order of the bar; some may come with a later version."""

_FOLDER_PREFIX = "lab-"


def workbooks_folder() -> Path:
    """Return the folder that holds the workbooks: in the installed package or the checkout.

    Example:
        >>> (workbooks_folder() / "20_picture.ipynb").is_file()
        True
    """
    package = Path(str(files("caseform")))
    installed = package / "_workbooks"
    # An editable install leaves the notebooks where they are edited.
    return installed if installed.is_dir() else package.parents[1] / "workbooks"


def private_folder() -> Path:
    """Make a folder that only this user can read, for one server while it runs.

    What servers left behind that could not tidy up themselves is removed on the way.
    """
    place = runtime_place()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        place = Path(tempfile.gettempdir())
    for left in place.glob(f"{_FOLDER_PREFIX}*-*"):
        owner = left.name.removeprefix(_FOLDER_PREFIX).partition("-")[0]
        if owner.isdigit() and not psutil.pid_exists(int(owner)):
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{_FOLDER_PREFIX}{os.getpid()}-", dir=place))
    with suppress(OSError):
        folder.chmod(0o700)
    return folder
