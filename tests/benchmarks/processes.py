"""Starting what is measured, knowing when it is at rest, and seeing that it ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil

START_WAIT_S = 120.0
REST_WAIT_S = 20.0
REST_LOOK_S = 0.4
# Of one processor, over one look: what an idle server needs for its own clocks.
REST_LOAD = 0.06
SHARE_LOOK_S = 0.5


@contextmanager
def running(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    listen: bool = False,
) -> Iterator[subprocess.Popen[str]]:
    """Run `command` until the block ends; then it and all that it started are gone.

    Args:
        command: What to run.
        environment: Added to ours.
        folder: Where to run it.
        listen: Whether its standard output is read line by line.
    """
    process = subprocess.Popen(
        [str(part) for part in command],
        env=fair_environment() | dict(environment or {}),
        cwd=folder,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if listen else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        end(process)


def fair_environment() -> dict[str, str]:
    """Return our environment, without what keeps Python from storing what it compiled."""
    return {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    } | {"PYTHONUNBUFFERED": "1"}


def end(process: subprocess.Popen[str]) -> None:
    """Ask `process` to end as Ctrl-C would, and make an end of whatever is left of it."""
    family = set(family_of(process.pid))
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(15)
    for member in family | set(family_of(process.pid)):
        with suppress(psutil.NoSuchProcess):
            member.kill()
    process.wait(10)
    if process.stdout:
        process.stdout.close()


def family_of(pid: int) -> list[psutil.Process]:
    """Return the process `pid` and everything that it started, as far as it still runs."""
    try:
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def memory_of(pid: int) -> tuple[float, float]:
    """Return the megabytes that a family of processes holds: shared pages once, and each time."""
    once = each = 0
    for process in family_of(pid):
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            used = process.memory_full_info()
            once += getattr(used, "pss", used.uss)
            each += used.rss
    return once / 1e6, each / 1e6


def rest(*pids: int) -> None:
    """Wait until none of these families does anything, so that the next try finds it at rest."""
    until = time.monotonic() + REST_WAIT_S
    before = _seconds_used(pids)
    while time.monotonic() < until:
        time.sleep(REST_LOOK_S)
        now = _seconds_used(pids)
        if now.keys() == before.keys():
            used = sum(now[pid] - before[pid] for pid in now)
            if used < REST_LOAD * REST_LOOK_S:
                return
        before = now


def _seconds_used(pids: Sequence[int]) -> dict[int, float]:
    used: dict[int, float] = {}
    for pid in pids:
        for process in family_of(pid):
            with suppress(psutil.NoSuchProcess):
                times = process.cpu_times()
                used[process.pid] = times.user + times.system
    return used


def wait_until(there: Callable[[], bool], what: str) -> None:
    """Wait until `there` holds.

    Raises:
        TimeoutError: It did not come; names `what`.
    """
    until = time.monotonic() + START_WAIT_S
    while not there():
        if time.monotonic() > until:
            raise TimeoutError(what)
        time.sleep(0.02)


class Cost(NamedTuple):
    """What a command took: seconds on the clock, and seconds of a processor."""

    clock: float
    processor: float


def cost_of(command: Sequence[str | Path], *, allowed: Sequence[int] = (0,)) -> Cost:
    """Run `command` to its end and return what it took.

    Raises:
        RuntimeError: It ended with another code than those in `allowed`.
    """
    started, before = time.perf_counter(), os.times()
    done = subprocess.run(
        [str(part) for part in command],
        env=fair_environment(),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    took, after = time.perf_counter() - started, os.times()
    if done.returncode not in allowed:
        raise RuntimeError(f"{command[-1]}: ended with {done.returncode}: {done.stderr[-300:]}")
    worked = after.children_user + after.children_system
    return Cost(took, worked - before.children_user - before.children_system)


def caseform(*arguments: str | Path) -> list[str | Path]:
    """Return the command line of caseform with these arguments."""
    return [sys.executable, "-m", "caseform", *arguments]


def share() -> float:
    """Return which part of one processor a process gets here now; 1 on a machine at rest."""
    wall, used = time.perf_counter(), time.process_time()
    while time.perf_counter() - wall < SHARE_LOOK_S:
        pass
    return (time.process_time() - used) / (time.perf_counter() - wall)


def processor_seconds(pid: int) -> float:
    """Return the processor seconds that a family of processes has used so far."""
    return sum(_seconds_used([pid]).values())
