"""Where running programs of ours leave what others have to find."""

import os
import warnings
from pathlib import Path

import platformdirs


def runtime_place() -> Path:
    """Return the folder for what is needed only while something runs; it may not exist yet.

    ``CASEFORM_RUNTIME_DIR`` names another one.
    """
    chosen = os.environ.get("CASEFORM_RUNTIME_DIR")
    if chosen:
        return Path(chosen)
    with warnings.catch_warnings():
        # A system without such a folder gets one among its temporary files; that is enough.
        warnings.simplefilter("ignore")
        return Path(platformdirs.user_runtime_dir("caseform"))
