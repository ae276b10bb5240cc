"""A server in a process of its own, as the process that started it holds it."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

STOP_WAIT_S = 5.0


class ServerProcess:
    """A server that is told what to do on standard input, and reports on standard output.

    It ends when nobody holds the other end of its standard input, so that it never outlives
    whoever started it.

    Args:
        module: What to run, as ``python -m`` names it.
        orders: The line that tells it what to do; nothing secret stands in its arguments.
        folder: A private folder of its own, removed at the end.
        environment: All that it finds in its environment.
        log: Name of its log in that folder.
    """

    def __init__(
        self,
        module: str,
        orders: str,
        *,
        folder: Path,
        environment: Mapping[str, str],
        log: str,
    ) -> None:
        self.folder = folder
        self.log_file = folder / log
        self.said: dict[str, Any] = {}
        self._news = threading.Condition()
        self._is_over = False
        with self.log_file.open("w", encoding="utf-8") as written:
            self._process = subprocess.Popen(
                # -P: a file in the folder where someone typed the command is never imported.
                [sys.executable, "-P", "-m", module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=written,
                text=True,
                encoding="utf-8",
                cwd=folder,
                env=dict(environment),
                # Ctrl-C in the terminal is for the process that started us; it stops us in order.
                start_new_session=os.name == "posix",
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # a server that did not start is noticed by `wait_for`
            self._process.stdin.write(orders)
            self._process.stdin.flush()
        threading.Thread(target=self._listen, name=module, daemon=True).start()

    @property
    def pid(self) -> int:
        """Process id of the server; its kernels are its children."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the server's process is there."""
        return self._process.poll() is None

    def wait_for(self, report: str, seconds: float) -> bool:
        """Return whether the server has reported `report`, waiting for it if need be."""
        with self._news:
            self._news.wait_for(lambda: self._is_over or bool(self.said.get(report)), seconds)
        return bool(self.said.get(report))

    def kernels(self) -> list[psutil.Process]:
        """Return the processes under the server."""
        with suppress(psutil.NoSuchProcess):
            return list(psutil.Process(self.pid).children(recursive=True))
        return []

    def stop(self) -> None:
        """End the server and its kernels; afterwards neither a process nor a port is left."""
        family = self._family()
        if self._process.stdin and not self._process.stdin.closed:
            with suppress(OSError):
                self._process.stdin.close()
        if self.said:
            # One that has said nothing yet is still starting, and has nothing to put in order.
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(STOP_WAIT_S)
        family |= self._family()
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(list(family), timeout=STOP_WAIT_S)
        self._process.wait(STOP_WAIT_S)
        if self._process.stdout:
            self._process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _family(self) -> set[psutil.Process]:
        # A psutil.Process knows its start time, so a reused number is not taken for ours.
        with suppress(psutil.NoSuchProcess):
            server = psutil.Process(self.pid)
            return {server, *server.children(recursive=True)}
        return set()

    def _listen(self) -> None:
        # Each line is a report; the end of the lines is the end of the server.
        if self._process.stdout:
            with suppress(OSError, ValueError):
                for line in self._process.stdout:
                    with self._news:
                        self.said |= json.loads(line)
                        self._news.notify_all()
        with self._news:
            self._is_over = True
            self._news.notify_all()
