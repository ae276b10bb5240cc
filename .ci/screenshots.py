"""Makes the pictures of README: ``python .ci/screenshots.py [--to FOLDER]``.

Runs ``caseform demo`` with a home of its own in Dutch and in English, and looks at each page with
a Chromium, at the widths of a laptop and of a tablet. Run it from the environment that the tests
use; nobody in the pictures exists.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "prepare": "10_assessment",
    "picture": "20_picture",
    "plan": "40_return_plan",
    "day": "50_log",
}
LANGUAGES = {"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}
WIDTHS = {1280: 800, 820: 1100}
WAIT_MS = 60_000


def main() -> None:
    """Make every picture, and say how large they are together."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--to", type=Path, default=ROOT / ".ci" / "pictures")
    folder = parser.parse_args().to
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for language in LANGUAGES:
            with demo(language) as (workbooks, family):
                for width, height in WIDTHS.items():
                    take_all(browser, workbooks, family, folder, language, width, height)
        browser.close()
    made = sorted(folder.glob("*.png"))
    print(f"{len(made)} pictures, {sum(path.stat().st_size for path in made) / 1e6:.1f} MB")


@contextmanager
def demo(language: str) -> Iterator[tuple[str, str]]:
    """Run the demo, and yield the addresses of the workbooks and of the family's room."""
    with tempfile.TemporaryDirectory(prefix="caseform-") as home:
        surroundings = os.environ | {
            "HOME": home,
            "XDG_DATA_HOME": f"{home}/data",
            "CASEFORM_RUNTIME_DIR": f"{home}/run",
            "LANG": LANGUAGES[language],
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "caseform", "demo", "--lang", language, "--no-browser"],
            env=surroundings,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            said = [process.stdout.readline().split() for _ in range(3)]
            yield said[0][1], said[1][1]
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate()


def take_all(
    browser: Browser,
    workbooks: str,
    family: str,
    folder: Path,
    language: str,
    width: int,
    height: int,
) -> None:
    """Take a picture of each page at one width, and of the room."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    for name, workbook in PAGES.items():
        # The token goes along once; afterwards the cookie is enough.
        page.goto(workbooks.replace("20_picture", workbook), timeout=WAIT_MS)
        page.locator(".cf-bar:visible").first.wait_for(timeout=WAIT_MS)
        take(page, folder / f"{name}-{language}-{width}.png")
    page.goto(family, timeout=WAIT_MS)
    page.locator("h1:visible, h2:visible").first.wait_for(timeout=WAIT_MS)
    # From the welcome to the first picture.
    page.keyboard.press("ArrowRight")
    take(page, folder / f"room-{language}-{width}.png")
    context.close()


def take(page: Page, path: Path) -> None:
    """Take one picture, once nothing moves any more, in as few bytes as it needs."""
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(1500)
    page.screenshot(path=path, animations="disabled")
    with Image.open(path) as picture:
        picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(path, optimize=True)
    print(path.name, flush=True)


if __name__ == "__main__":
    main()
