"""The kernels behind the pages."""

import os
import subprocess
import sys
from importlib.resources import files
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager, NoSuchKernel
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager


class WorkbookKernelSpecs(KernelSpecManager):
    """Knows one kernel: ours, under the name that a notebook asks for."""

    def find_kernel_specs(self) -> dict[str, str]:
        """Return the one name there is, and where its spec would have lain."""
        return {"python3": str(files("caseform.lab") / "page")}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return how to start a kernel without a history and without logs.

        Raises:
            NoSuchKernel: Some other kernel was asked for.
        """
        there = self.find_kernel_specs()
        if kernel_name not in there:
            raise NoSuchKernel(kernel_name)
        return KernelSpec(
            argv=[sys.executable, "-P", "-m", "caseform.lab.kernel", "-f", "{connection_file}"],
            display_name="caseform",
            language="python",
            resource_dir=there[kernel_name],
        )


class WorkbookKernels(AsyncMappingKernelManager):
    """Starts a kernel in a work folder of ours, and lets nothing that it prints reach a log."""

    def cwd_for_path(self, path: str, **kwargs: Any) -> str:
        """Return our work folder, never the one of the workbooks."""
        return os.path.abspath(self.root_dir)

    def list_kernels(self) -> list[dict[str, Any]]:
        """Return the kernels that are there; one that is being started is not there yet.

        Jupyter Server lists a kernel a moment before it knows when that was last active, and then
        answers the browser with an error.
        """
        there = [
            kernel_id
            for kernel_id in self.list_kernel_ids()
            if self._kernels[kernel_id].trait_has_value("last_activity")
        ]
        return [self.kernel_model(kernel_id) for kernel_id in there]

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]
        """Start a kernel whose standard output leads nowhere; a traceback can quote a field."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return await super().start_kernel(**kwargs | quiet)
