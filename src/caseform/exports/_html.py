"""A paper as one page that opens anywhere, asks for nothing and runs nothing."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from caseform.exports._papers import summary
from caseform.exports._summary import Picture
from caseform.look import css, tokens
from caseform.projection.rooms import Paper
from caseform.text import say


def to_html(projection: Paper) -> str:
    """Return the paper of a room as a page that holds everything it needs.

    Typeface, style and pictures are in the page; there are no scripts, and the page itself forbids
    them and every request. What people typed is text.

    Example:
        >>> from datetime import date
        >>> from caseform.projection.rooms import YouthRoom
        >>> room = YouthRoom(
        ...     language="nl", is_invented=True, today=date(2026, 11, 24), problem="<b>ziek</b>"
        ... )
        >>> "&lt;b&gt;ziek&lt;/b&gt;" in to_html(room)
        True
    """
    paper = summary(projection)
    style = _style()
    return (
        _environment()
        .get_template("paper.html.j2")
        .render(
            paper=paper,
            style=Markup(style),
            policy=_policy(style),
            done_words=say("papers.step-done", paper.language),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("caseform.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["svg"] = _svg
    return environment


def _svg(picture: Picture) -> Markup:
    # Serialised by an XML writer, which escapes what people typed; the only markup let through.
    return Markup(picture.svg())


@cache
def _style() -> str:
    own = (files("caseform.exports") / "templates" / "paper.css").read_text(encoding="utf-8")
    table = f":root {{ --cf-table: {tokens().colour['paper']}; }}"
    return f"{css('paper')}\n{table}\n{own}"


def _policy(style: str) -> str:
    # The one style sheet is named by its digest, so that no other can be slipped in.
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:;"
        " base-uri 'none'; form-action 'none'"
    )
