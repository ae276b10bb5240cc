"""Commands as a terminal runs them, and the processes that they start."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

COMMAND = (sys.executable, "-m", "caseform")
READY_WAIT_S = 90.0
END_WAIT_S = 30.0


@dataclass(frozen=True)
class Outcome:
    """How a command ended.

    Args:
        code: Its exit code.
        out: What it printed.
        err: What it said on standard error.
    """

    code: int
    out: str
    err: str

    def is_one_plain_sentence(self) -> bool:
        """Return whether all that was said is one line for a person."""
        lines = self.err.splitlines()
        return len(lines) == 1 and lines[0][:1] != "" and "Traceback" not in self.err


def run(*arguments: object, **surroundings: str) -> Outcome:
    """Run a command in a process of its own, with nobody at the keyboard."""
    done = subprocess.run(
        [*COMMAND, *(str(argument) for argument in arguments)],
        env=os.environ | surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=READY_WAIT_S,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def started_here(runtime: Path) -> list[psutil.Process]:
    """Return the living processes that were started with this run-time folder."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.environ().get("CASEFORM_RUNTIME_DIR") != str(runtime):
                continue
            if process.status() != psutil.STATUS_ZOMBIE and process.pid != os.getpid():
                found.append(process)
    return found


def keepers(runtime: Path) -> list[psutil.Process]:
    """Return the living keepers that were started with this run-time folder."""
    return [p for p in started_here(runtime) if "caseform.cli.keeper_process" in p.cmdline()]


def left_over(runtime: Path) -> list[psutil.Process]:
    """Return what is still running after a command ended; a process gets a moment to go."""
    until = time.monotonic() + 5
    while (left := started_here(runtime)) and time.monotonic() < until:
        time.sleep(0.1)
    return left


class Serving:
    """A command that opens pages and runs until Ctrl-C.

    Args:
        runtime: The run-time folder of this test.
        arguments: The command.
    """

    def __init__(self, runtime: Path, *arguments: object) -> None:
        self._runtime = runtime
        self.lines: list[str] = []
        self._process = subprocess.Popen(
            [*COMMAND, *(str(argument) for argument in arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            # As in a terminal: what runs in the background of a shell is deaf to Ctrl-C.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def until_ready(self) -> list[str]:
        """Return the lines that are printed, `ready` included.

        Raises:
            AssertionError: The command ended, or was not ready in time.
        """
        until = time.monotonic() + READY_WAIT_S
        while "ready" not in self.lines and self._reading.is_alive():
            assert time.monotonic() < until, f"not ready after {READY_WAIT_S:.0f} s: {self.lines}"
            self._reading.join(0.1)
        assert "ready" in self.lines, f"ended with {self._process.wait()}: {self.lines}"
        return self.lines

    def address(self, name: str) -> str:
        """Return the address that stands behind `name`."""
        return next(line.split()[1] for line in self.lines if line.split()[0] == name)

    def port(self, name: str) -> int:
        """Return the port of the address behind `name`."""
        return int(self.address(name).split(":")[2].split("/")[0])

    def tell(self, sign: signal.Signals) -> Outcome:
        """Send a signal, and return how the command ended."""
        self._process.send_signal(sign)
        code = self._process.wait(END_WAIT_S)
        self._reading.join()
        assert self._process.stderr is not None
        with self._process.stderr as said:
            return Outcome(code, "".join(f"{line}\n" for line in self.lines), said.read())

    def ctrl_c(self) -> Outcome:
        """Press Ctrl-C, and return how the command ended."""
        return self.tell(signal.SIGINT)

    def left_over(self) -> list[psutil.Process]:
        """Return what is still running of it."""
        return left_over(self._runtime)

    def end(self) -> None:
        """End the command, whatever it is doing."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._reading.join()
        if self._process.stderr is not None:
            self._process.stderr.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as told:
            for line in told:
                self.lines.append(line.rstrip("\n"))
