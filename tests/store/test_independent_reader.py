import json
import os
import pty
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from caseform import store

from .conftest import WORDS, document

TOOLS = ("age", "unzip")

pytestmark = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in TOOLS),
    reason="INDEPENDENT READER NOT TRIED: age or unzip is not installed",
)


def unzipped(path: Path, folder: Path) -> Path:
    subprocess.run(["unzip", "-q", path, "-d", folder], check=True)
    return folder


def test_another_age_opens_the_case_with_the_recovery_key(secret_case, tmp_path):
    """In twenty years the paper and any age are enough; caseform is not needed."""
    path, recovery_key = secret_case
    store.open_with_recovery(path, recovery_key).save(document(1, words="één reünie"))
    folder = unzipped(path, tmp_path / "los")
    (folder / "sleutel.txt").write_text(recovery_key + "\n")

    command = ["age", "--decrypt", "--identity", "sleutel.txt", "case.age"]
    said = subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout

    assert json.loads(said)["case"] == document(1, words="één reünie")["case"]


@pytest.mark.parametrize("invented", [False, True])
def test_another_age_opens_the_case_with_the_passphrase_as_the_readme_says(
    secret_case, unlocked, path, tmp_path, invented
):
    """The command in the README is the one that works."""
    folder = unzipped(path if invented else secret_case[0], tmp_path / "los")
    words = "voorbeeld" if invented else WORDS
    readme = (folder / "README.txt").read_text()
    [command, *_] = re.findall(r"^ +(age --decrypt --identity key\.age .*)$", readme, re.MULTILINE)

    # age asks a terminal for the passphrase, so it gets one.
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execvp("age", command.split())
    asked = b""
    while b"passphrase" not in asked:
        asked += os.read(terminal, 1024)
    os.write(terminal, words.encode() + b"\n")
    try:
        while os.read(terminal, 1024):
            pass
    except OSError:
        # The terminal closes when age is done.
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0

    assert json.loads((folder / "case.json").read_text())["case"] == document(0)["case"]
