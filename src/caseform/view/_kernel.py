"""A process that waits for a page: it has imported the library, and holds no word of a case."""

import importlib.util
import os

from ipykernel.kernelapp import IPKernelApp
from traitlets.config import Config

import caseform.view


def main() -> None:
    """Import what a page needs, then wait."""
    os.umask(0o077)
    _no_core_dump()
    if importlib.util.find_spec("caseform.widgets"):
        importlib.import_module("caseform.widgets")
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
    assert caseform.view.RoomView
    main()
