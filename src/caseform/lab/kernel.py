"""A workbook's kernel: it keeps no history, writes no log and leaves no crash report."""

import importlib
import importlib.util
import logging
import os
from typing import Any

import platformdirs
from ipykernel.kernelapp import IPKernelApp

from caseform.processes import keep_nothing, quiet_config


class WorkbookKernel(IPKernelApp):
    """IPython's kernel without the user's own IPython settings."""

    def load_config_file(self, *args: Any, **kwargs: Any) -> None:
        """Read no settings but ours."""

    def init_crash_handler(self) -> None:
        """Write no crash report: it would hold what was on the page."""


def main() -> None:
    """Import what a page needs, then wait for it."""
    keep_nothing()
    # The list of fonts is made once for all cases; it holds no word of any.
    os.environ.setdefault("MPLCONFIGDIR", platformdirs.user_cache_dir("caseform"))
    if importlib.util.find_spec("caseform.workbook"):
        importlib.import_module("caseform.workbook")
    config = quiet_config()
    config.Application.log_level = logging.CRITICAL
    WorkbookKernel.launch_instance(config=config)


if __name__ == "__main__":
    main()
