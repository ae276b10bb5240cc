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

    A room gets no styles of the therapist's bar.
    """
    shared = ["kit", "bar"] if scope == "page" else ["kit"]
    sheets = [_CSS / f"{each}.css" for each in [*shared, name]]
    own = [sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.exists()]
    return "\n".join([look.css(scope), *own])
