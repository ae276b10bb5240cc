"""What tests of every folder share: one Chromium, since Playwright runs once per process."""

import asyncio
import os
import shutil
import warnings
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, sync_playwright


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
    pytest.skip("no Chromium")
