"""Sets up what the whole suite needs, and runs it: ``python3 .ci/test.py [--release]``.

Everything is made inside the checkout (`.venv-test`, `.ci/js/node_modules`) and pinned; a Chromium
is installed where none is found and this machine lets us. The last line says what passed.
"""

import os
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv-test"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main() -> int:
    """Set up, run every check, and return 0 only if all of them passed."""
    release = "--release" in sys.argv[1:]
    os.environ["CASEFORM_RELEASE"] = "1" if release else ""
    # Setting up is all that needs a network: apt, pip and npm, as this machine has them set.
    set_up()
    failed = [name for name, command in checks(release) if not passes(name, command)]
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nall checks passed", flush=True)
    return 1 if failed else 0


def set_up() -> None:
    """Make the virtual environment, the JavaScript tools and a Chromium."""
    marker = VENV / "made-from"
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = project + (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8")
    if not marker.exists() or marker.read_text(encoding="utf-8") != wanted:
        make_environment()
        pip = [BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--upgrade", "pip>=25.1"])
        run([*pip, "--constraint", ".ci/constraints.txt", "--editable", ".", "--group", "test"])
        # For the test that looks into the wheel.
        run([*pip, *tomllib.loads(project)["build-system"]["requires"]])
        marker.write_text(wanted, encoding="utf-8")
    if shutil.which("npm"):
        run(["npm", "--prefix", ".ci/js", "ci", "--silent", "--no-audit", "--no-fund"])
    if not any(shutil.which(name) for name in CHROMIUM):
        install_chromium()
    if shutil.which("apt-get") and not shutil.which("age"):
        # Another program opens a case file in the tests; without it that test says so.
        apt_install("age")


def make_environment() -> None:
    """Make an empty virtual environment; Debian keeps a part of Python that it needs apart."""
    command = [sys.executable, "-m", "venv", "--clear", VENV]
    if subprocess.run(command, check=False).returncode:
        apt_install("python3-venv")
        run(command)


def install_chromium() -> None:
    """Install a Chromium where we may; elsewhere the browser tests say that it is missing."""
    if shutil.which("apt-get"):
        apt_install("chromium")
    else:
        playwright = [BIN / "python", "-m", "playwright", "install", "chromium"]
        subprocess.run(playwright, check=False)


def apt_install(package: str) -> None:
    """Install a package of Debian, as root or where sudo asks nothing."""
    may = [] if os.name == "posix" and os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if may and not shutil.which("sudo"):
        return
    for step in (["update", "-qq"], ["install", "-y", "-qq", package]):
        subprocess.run([*may, "apt-get", *step], stdout=subprocess.DEVNULL, check=False)


def checks(release: bool) -> list[tuple[str, list[object]]]:
    """Return each check with its command, quick ones first."""
    pytest = [BIN / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    patience = ["--timeout", "3000" if release else "600"]
    listed: list[tuple[str, list[object]]] = [
        ("ruff", [BIN / "ruff", "check", "."]),
        ("ruff format", [BIN / "ruff", "format", "--check", "."]),
        ("mypy", [BIN / "mypy"]),
        ("import-linter", [BIN / "lint-imports"]),
        # Three at a time on two cores: much of a browser test is waiting.
        ("pytest", [*pytest, "-m", "not gate and not alone", "-n", "3", "--dist", "loadfile"]),
        ("workbooks", [*pytest, "--nbval-lax", "workbooks"]),
        # What measures time has the machine to itself.
        ("alone", [*pytest, "-m", "alone"]),
        ("gates", [*pytest, "-m", "gate", "-n", "2", "--dist", "loadfile", *patience]),
    ]
    if shutil.which("npm"):
        listed.insert(4, ("bundles", ["npm", "--prefix", ".ci/js", "run", "--silent", "check"]))
    else:
        print("BUNDLES NOT COMPARED: Node is not on this machine.", flush=True)
    return listed


def passes(name: str, command: list[object]) -> bool:
    """Run one check, and say how it ended."""
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    code = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    # A negative number is the signal that ended it.
    ended = "ok" if code == 0 else f"FAILED with {code}"
    print(f"== {name}: {ended} in {time.monotonic() - began:.0f} s", flush=True)
    return code == 0


def run(command: list[object]) -> None:
    """Run one step of the set-up; the suite does not go on without it."""
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
