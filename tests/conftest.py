"""What tests of every folder share: one Chromium, since Playwright runs once per process."""

import asyncio
import os
import shutil
import warnings
from collections.abc import Iterator

import pyrage
import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from support.age_file import sealed_at_least_cost

_AS_COSTLY_AS_A_USERS = pyrage.passphrase.encrypt


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A Chromium: the system's own, else the one that Playwright keeps."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        try:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except Error as error:
            _cannot_run(str(error).partition("\n")[0])
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def _cheap_keys() -> Iterator[None]:
    """Keys of cases made in a test are as cheap to derive as caseform allows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pyrage.passphrase, "encrypt", sealed_at_least_cost)
        yield


@pytest.fixture
def full_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of cases made in this test are as costly as a user's."""
    monkeypatch.setattr(pyrage.passphrase, "encrypt", _AS_COSTLY_AS_A_USERS)


@pytest.fixture(autouse=True)
def _no_loop_of_a_browser(request: pytest.FixtureRequest) -> Iterator[None]:
    """Between its calls Playwright leaves its loop marked as running; nothing else is run by it."""
    if "chromium" in request.fixturenames:
        yield
        return
    left = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(left)


def _cannot_run(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"No browser test can run here: {reason}")
    warnings.warn(f"BROWSER TESTS SKIPPED, no Chromium can be started: {reason}", stacklevel=2)
    pytest.skip(f"no Chromium can be started here, and elsewhere than in CI that may be: {reason}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what each gate counted, also where several run at a time."""
    told = ("passed", "failed", "skipped")
    for report in (each for outcome in told for each in terminalreporter.getreports(outcome)):
        if report.when == "call" and {"gate", "alone"} & set(report.keywords):
            for line in report.capstdout.strip().splitlines():
                terminalreporter.write_line(line)
