"""Pages in a real Chromium, without a kernel: a stand-in model plays Python's part."""

import contextlib
import json
import threading
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Page, Request

ROOT = Path(__file__).parents[2]
WIDGETS = ROOT / "src" / "caseform" / "widgets"
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 820, "height": 1180}

_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-page'; style-src 'unsafe-inline';"
    " font-src data:; img-src 'self' data:; connect-src 'self'"
)

# The import map serves the sources as they are; a bundle needs none of it.
_PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>caseform</title>
<link rel="icon" href="data:,"><style>body {{ margin: 0 }}</style><style>{css}</style>
<script type="importmap" nonce="page">{{"imports": {{"caseform:tokens": "/tokens.js"}}}}</script>
</head><body><div id="here"></div><script type="module" nonce="page">
import widget from "{module}";
import state from "/view.js";
const ears = new Map();
const hear = (name) => ears.get(name) ?? [];
const model = {{
  get: (name) => state[name],
  on: (name, ear) => ears.set(name, [...hear(name), ear]),
  off: (name, ear) => ears.set(name, hear(name).filter((each) => each !== ear)),
  send: (intent) => window.sent.push(structuredClone(intent)),
}};
window.sent = [];
window.went = [];
window.addEventListener("caseform:goto", (event) => window.went.push(event.detail.workbook));
window.addEventListener("caseform:lab-on", () => window.went.push("lab"));
window.show = (view) => {{ state.view = view; for (const ear of hear("change:view")) ear(); }};
window.tell = (message) => {{ for (const ear of hear("msg:custom")) ear(message, []); }};
window.end = widget.render({{ model, el: document.getElementById("here") }});
window.ready = true;
</script></body></html>"""


@dataclass
class Mounted:
    """A page on show.

    Attributes:
        page: Playwright's page.
        asked: Every address that the page asked for.
        said: What it wrote on the console, errors included.
    """

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def sent(self) -> list[dict[str, Any]]:
        """The intents so far, in order."""
        sent: list[dict[str, Any]] = self.page.evaluate("window.sent")
        return sent

    @property
    def went(self) -> list[str]:
        """The workbooks that were asked for; ``lab`` for the ordinary JupyterLab."""
        went: list[str] = self.page.evaluate("window.went")
        return went

    def take(self) -> list[dict[str, Any]]:
        """Return the intents so far and start anew; none can come in between and be lost."""
        taken: list[dict[str, Any]] = self.page.evaluate("window.sent.splice(0)")
        return taken

    def show(self, view: dict[str, Any]) -> None:
        """Let Python answer with a new view."""
        self.page.evaluate("view => window.show(view)", view)

    def tell(self, message: dict[str, Any]) -> None:
        """Let Python send a message, such as a notice."""
        self.page.evaluate("message => window.tell(message)", message)

    def shoot(self, path: Path) -> Path:
        """Keep a picture of what is on screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path)
        return path

    def check_kept_to_itself(self) -> None:
        """Assert that nothing off this machine was asked for and nothing went wrong."""
        off = [
            url for url in self.asked if "//127.0.0.1:" not in url and not url.startswith("data:")
        ]
        assert off == []
        assert self.said == [], self.said

    def axe(self) -> list[str]:
        """Return what axe finds wrong, one line each."""
        # Handed over by the debugger, so that the page's own policy stays as strict as it is.
        self.page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8") + "; undefined")
        found = self.page.evaluate(
            "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
        )
        return [
            f"{each['id']}: {each['help']}: {[node['target'] for node in each['nodes']]}"
            for each in found
        ]


class _Served(SimpleHTTPRequestHandler):
    """Serves the package's own files and one made-up page, from memory."""

    documents: dict[str, str]

    def do_GET(self) -> None:
        """Answer with a document from memory, else with a file."""
        document = self.documents.get(self.path)
        if document is None:
            super().do_GET()
            return
        kind = "text/javascript" if self.path.endswith(".js") else "text/html"
        body = document.encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a passing test is quiet."""


@contextlib.contextmanager
def _serving(documents: dict[str, str]) -> Iterator[str]:
    handler = type("Served", (_Served,), {"documents": documents})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(ROOT)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextlib.contextmanager
def mounted(
    browser: Browser,
    module: str | Path,
    view: dict[str, Any],
    *,
    css: str = "",
    size: dict[str, int] | None = None,
    zoom: float = 1,
) -> Iterator[Mounted]:
    """Show a page with `view` as Python's first word.

    Args:
        browser: The ``chromium`` fixture.
        module: Name of a bundle, such as ``picture``; or the path of a source module.
        view: What Python would send.
        css: The style sheet, usually `caseform.widgets._assets.styles`.
        size: ``WIDE`` or ``NARROW``.
        zoom: 2 for a browser at 200%: half as many CSS pixels, each twice as large.

    Yields:
        The page, ready. When it ends, `Mounted.check_kept_to_itself` has passed.
    """
    size = size or WIDE
    path = module if isinstance(module, Path) else WIDGETS / "static" / f"{module}.js"
    meaning = tomllib.loads((ROOT / "src/caseform/look/tokens.toml").read_text("utf-8"))["meaning"]
    documents = {
        "/": _PAGE.format(
            css=css,
            module=f"/{path.relative_to(ROOT).as_posix()}",
        ),
        # Not in the page itself: a test may look there for words that should be gone.
        "/view.js": f"export default {json.dumps({'view': view})};",
        "/tokens.js": f"export const meaning = {json.dumps(meaning)};",
    }
    with _serving(documents) as address:
        context = browser.new_context(
            viewport={name: round(px / zoom) for name, px in size.items()},
            device_scale_factor=zoom,
            reduced_motion="reduce",
            locale="nl-NL",
        )
        page = context.new_page()
        shown = Mounted(page)

        def note_request(request: Request) -> None:
            shown.asked.append(request.url)

        page.on("request", note_request)
        page.on("console", lambda message: shown.said.append(message.text))
        page.on("pageerror", lambda error: shown.said.append(str(error)))
        try:
            page.goto(address)
            page.locator("#here > *").first.wait_for(state="attached")
            yield shown
            shown.check_kept_to_itself()
        finally:
            context.close()
