"""A workbook's kernel: it keeps no history, writes no log and leaves no crash report."""

import importlib
import importlib.util
import logging
import os
from typing import Any

import platformdirs
from ipykernel.kernelapp import IPKernelApp
from traitlets.config import Config


class WorkbookKernel(IPKernelApp):
    """IPython's kernel without the user's own IPython settings."""

    def load_config_file(self, *args: Any, **kwargs: Any) -> None:
        """Read no settings but ours."""

    def init_crash_handler(self) -> None:
        """Write no crash report: it would hold what was on the page."""


def main() -> None:
    """Import what a page needs, then wait for it."""
    os.umask(0o077)
    _no_core_dump()
    # The list of fonts is made once for all cases; it holds no word of any.
    os.environ.setdefault("MPLCONFIGDIR", platformdirs.user_cache_dir("caseform"))
    if importlib.util.find_spec("caseform.workbook"):
        importlib.import_module("caseform.workbook")
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.db_log_output = False
    config.InteractiveShell.cache_size = 0
    config.InteractiveShellApp.ignore_cwd = True
    config.InteractiveShellApp.exec_PYTHONSTARTUP = False
    config.Application.log_level = logging.CRITICAL
    WorkbookKernel.launch_instance(config=config)


def _no_core_dump() -> None:
    try:
        import resource
    except ImportError:  # Windows writes no core files
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
