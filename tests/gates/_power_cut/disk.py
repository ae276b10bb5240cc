"""An ext4 disk in a file, whose power can be cut without stopping the machine.

What a program wrote but did not flush lives in the memory of the running system, not yet in the
image. A copy of the image is therefore what a power cut would have left behind.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MEGABYTES = 16
# Nothing is written early out of kindness: ext4 otherwise flushes a file when it is renamed.
_UNKIND = "loop,noauto_da_alloc,commit=60"
_TOOLS = ("mkfs.ext4", "mount", "umount")


def missing_for_power_cuts() -> str | None:
    """Return what this machine lacks to cut the power of a disk, or None."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "root"
    if not Path("/dev/loop-control").exists():
        return "a loop device"
    return next((tool for tool in _TOOLS if shutil.which(tool, path=_search_path()) is None), None)


class Disk:
    """A small disk that is mounted.

    Args:
        image: The file that holds what is really on the disk.
        mounted: Where programs see it.
    """

    def __init__(self, image: Path, mounted: Path) -> None:
        self._image = image
        self.mounted = mounted

    @contextmanager
    def after_a_power_cut(self) -> Iterator[Path]:
        """Give the disk as it would be found if the power went now."""
        found = self._image.with_suffix(".found")
        _run("cp", "--sparse=always", self._image, found)
        place = self._image.with_suffix(".place")
        place.mkdir(exist_ok=True)
        _run("mount", "-o", "loop", found, place)
        try:
            yield place
        finally:
            _run("umount", place)


@contextmanager
def disk(folder: Path, journalling: str) -> Iterator[Disk]:
    """Make a disk in `folder` and mount it.

    Args:
        folder: An empty folder on this machine.
        journalling: How ext4 treats data: ``ordered`` or ``writeback``.
    """
    image, mounted = folder / "disk.img", folder / "mounted"
    mounted.mkdir()
    with image.open("wb") as empty:
        empty.truncate(_MEGABYTES * 1024 * 1024)
    _run("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", image)
    _run("mount", "-o", f"{_UNKIND},data={journalling}", image, mounted)
    try:
        yield Disk(image, mounted)
    finally:
        _run("umount", mounted)


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True, env={"PATH": _search_path()})


def _search_path() -> str:
    return os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
