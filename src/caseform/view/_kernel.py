"""A process that waits for a page: it has imported the library, and holds no word of a case."""

import os

from ipykernel.kernelapp import IPKernelApp
from traitlets.config import Config

import caseform.widgets.room as page
from caseform.text import LANGUAGES, say
from caseform.view import RoomView

# Imported so that they are there when the notebook asks for them.
__all__ = ["RoomView", "main", "page"]


def main() -> None:
    """Import what a page needs, then wait."""
    os.umask(0o077)
    _no_core_dump()
    for language in LANGUAGES:
        # The first word of an area reads all words of that area.
        say("room.blank", language)
    config = Config()
    # What a cell said or showed stays nowhere: no history file, no Out[n].
    config.HistoryManager.enabled = False
    config.InteractiveShell.cache_size = 0
    config.InteractiveShellApp.ignore_cwd = True
    config.InteractiveShellApp.exec_PYTHONSTARTUP = False
    IPKernelApp.launch_instance(config=config)


def _no_core_dump() -> None:
    try:
        import resource
    except ImportError:  # Windows writes no core files
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
