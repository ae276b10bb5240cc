"""Gate: what is marked saved survives a power cut.

Sixty cuts for each commit, a thousand for a release (``CASEFORM_RELEASE=1``). Three planted
faults must turn the gate red in the same run, or it proves nothing.
"""

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from caseform import store
from caseform.errors import StoreError

from ._power_cut.disk import Disk, disk, missing_for_power_cuts

RELEASE = os.environ.get("CASEFORM_RELEASE") == "1"
CUTS = 1000 if RELEASE else 60
SEED = random.SystemRandom().randrange(2**32) if RELEASE else 20261123
WRITER = Path(__file__).parent / "_power_cut" / "writer.py"
JOURNALLING = ("ordered", "writeback")

pytestmark = [pytest.mark.gate, pytest.mark.timeout(600 if RELEASE else 180)]


@dataclass
class Tally:
    """What the cuts left behind; `lost` has one line for each cut that lost something."""

    cuts: int = 0
    lost: list[str] = field(default_factory=list)


@pytest.fixture(autouse=True)
def _needs_a_disk_to_cut() -> None:
    missing = missing_for_power_cuts()
    if missing:
        print(f"POWER CUTS NOT TRIED: this machine lacks {missing}.")
        pytest.skip(f"POWER CUTS NOT TRIED: this machine lacks {missing}")


@contextmanager
def writing(path: Path, fault: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, str(WRITER), str(path), fault]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        os.set_blocking(writer.stdout.fileno(), False)
        try:
            yield writer
        finally:
            writer.kill()


def stopped(writer: subprocess.Popen[bytes]) -> None:
    writer.send_signal(signal.SIGSTOP)
    _, status = os.waitpid(writer.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status), "the writer ended by itself"


class Acknowledged:
    """The last save and the last typing that the writer called done."""

    def __init__(self, writer: subprocess.Popen[bytes]) -> None:
        assert writer.stdout is not None
        self._pipe = writer.stdout.fileno()
        self._rest = b""
        self.last = {"saved": 0, "typed": 0}

    def wait(self) -> None:
        """Wait until the writer calls something done."""
        while not self.listen():
            assert select.select([self._pipe], [], [], 30)[0], "the writer is silent"

    def listen(self) -> bool:
        """Take in what was said; return whether anything was."""
        try:
            heard = os.read(self._pipe, 65536)
        except BlockingIOError:
            return False
        assert heard, "the writer ended by itself"
        *lines, self._rest = (self._rest + heard).split(b"\n")
        for line in lines:
            what, number = line.decode().split()
            self.last[what] = int(number)
        return bool(lines)


def found(place: Path, last: dict[str, int]) -> list[str]:
    """Return what is missing on a disk that lost its power."""
    path = place / "zeester.caseform"
    try:
        case = store.open_published(path)
    except StoreError as error:
        return [f"{error.key} after save {last['saved']}"]
    lost = []
    number = case.document["case"]["number"]
    if number < last["saved"]:
        lost.append(f"found save {number}, acknowledged {last['saved']}")
    backup = store.newest_intact_backup(path, store.PublishedKey())
    kept = case.read_backup(backup)["case"]["number"] if backup else None
    if kept is None or kept < last["saved"]:
        lost.append(f"found backup {kept}, acknowledged {last['saved']}")
    typed = int(case.journal().read().get("note", 0))
    if typed < last["typed"]:
        lost.append(f"found typing {typed}, acknowledged {last['typed']}")
    if list(case.path.parent.glob(".zeester.backups/draft-*")):
        lost.append("a draft was left after opening")
    return lost


def cut(
    folder: Path,
    journalling: str,
    cuts: int,
    chance: random.Random,
    fault: str = "none",
    right_after: float = 0.5,
) -> Tally:
    """Cut the power `cuts` times: a share of them right after an acknowledgement, else anywhere."""
    tally = Tally()
    with disk(folder, journalling) as small:
        path = small.mounted / "zeester.caseform"
        first = {"format": 1, "case": {"number": 0}, "history": []}
        store.create_published(path, first)
        with writing(path, fault) as writer:
            acknowledged = Acknowledged(writer)
            acknowledged.wait()
            for _ in range(cuts):
                cut_once(small, writer, acknowledged, chance, right_after, tally)
    return tally


def cut_once(
    small: Disk,
    writer: subprocess.Popen[bytes],
    acknowledged: Acknowledged,
    chance: random.Random,
    right_after: float,
    tally: Tally,
) -> None:
    if chance.random() < right_after:
        acknowledged.wait()
    else:
        time.sleep(chance.uniform(0, 0.04))
    stopped(writer)
    acknowledged.listen()
    with small.after_a_power_cut() as place:
        lost = found(place, acknowledged.last)
    if lost:
        tally.lost.append("; ".join(lost))
    tally.cuts += 1
    writer.send_signal(signal.SIGCONT)


def test_no_acknowledged_save_is_lost_to_a_power_cut(tmp_path):
    """The lamp goes out; what said *saved* is there when it comes on again."""
    chance = random.Random(SEED)
    tallies = []
    for journalling in JOURNALLING:
        (tmp_path / journalling).mkdir()
        tallies.append(cut(tmp_path / journalling, journalling, CUTS // 2, chance))

    done, lost = (
        sum(tally.cuts for tally in tallies),
        [one for tally in tallies for one in tally.lost],
    )
    print(f"power cuts: {done}, lost: {len(lost)}, seed {SEED}")
    assert lost == []
    assert done == CUTS


@pytest.mark.parametrize(
    ("fault", "cuts", "right_after"),
    [("no-folder-flush", 12, 1.0), ("no-flush", 4, 1.0), ("in-place", 12, 0.0)],
)
def test_the_power_cut_gate_has_teeth(tmp_path, fault, cuts, right_after):
    """A gate that passes a writer with this fault would promise nothing."""
    tally = cut(tmp_path, "ordered", cuts, random.Random(SEED), fault, right_after)

    print(f"power cuts with {fault}: {tally.cuts}, lost: {len(tally.lost)}")
    assert tally.lost
