"""What a page sends to the browser: its bundle and its style sheet."""

from functools import cache
from pathlib import Path

from caseform import look

_HERE = Path(__file__).parent
_STATIC = _HERE / "static"
_CSS = _HERE / "css"


@cache
def bundle(name: str) -> str:
    """Return the JavaScript of the page `name`, made by ``.ci/js/build.mjs``."""
    return (_STATIC / f"{name}.js").read_text(encoding="utf-8")


@cache
def styles(name: str, scope: look.Scope = "page") -> str:
    """Return the style sheet of the page `name`: the look, the kit, and its own.

    A room gets no styles of the therapist's bar. All pages are in one document, and each brings
    the kit with it: a page's own rules weigh a little more, or the kit of the page that came last
    would undo them.
    """
    shared = ["kit", "bar", "people"] if scope == "page" else ["kit"]
    kit = [_sheet(each) for each in shared]
    return "\n".join([look.css(scope), *kit, f"html {{\n{_sheet(name)}\n}}"])


def _sheet(name: str) -> str:
    path = _CSS / f"{name}.css"
    return path.read_text(encoding="utf-8") if path.exists() else ""
