"""A figure as bytes: no date, no maker, no style sheet, the same bytes each time."""

import io
import re
import warnings
from base64 import b64encode
from typing import Any
from xml.etree import ElementTree as Tree

import matplotlib as mpl
from matplotlib.figure import Figure

from caseform.look import font_files, tokens
from caseform.pictures._sheet import style

_SVG = "http://www.w3.org/2000/svg"
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
_OWN_NUMBERING = re.compile(r".*_\d+")
_DOTS_PER_INCH = 180


def to_svg(figure: Figure, alt_text: str, name: str, part: int) -> str:
    """Return `figure` as one ``<svg>`` element.

    Matplotlib writes a document of its own with a style sheet that would reach the whole page, and
    style attributes that a strict policy refuses; here they become plain attributes.
    """
    written = io.StringIO()
    _write(figure, written, format="svg", metadata=_NO_METADATA)
    root = Tree.fromstring(written.getvalue())
    _clean(root)
    _name(root, name, f"-part-{part}" if part else "")
    look = tokens()
    root.attrib |= {
        "role": "img",
        "aria-label": alt_text,
        "font-family": f"'{look.family}', {look.fall_back}",
        "stroke-linejoin": "round",
        "stroke-linecap": "butt",
    }
    Tree.register_namespace("", _SVG)
    return Tree.tostring(root, encoding="unicode", short_empty_elements=True)


def with_typeface(svg: str) -> str:
    """Return `svg` with the typeface inside, for where it is an image and sees no page."""
    family = tokens().family
    faces = "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{b64encode(path.read_bytes()).decode()})}}"
        for weight, path in font_files("woff2").items()
    )
    start, end, rest = svg.partition(">")
    return f"{start}{end}<style>{faces}</style>{rest}"


def to_png(figure: Figure) -> bytes:
    """Return `figure` as a PNG."""
    written = io.BytesIO()
    _write(figure, written, format="png", dpi=_DOTS_PER_INCH, metadata={"Software": None})
    return written.getvalue()


def _write(figure: Figure, written: Any, **settings: Any) -> None:
    with mpl.rc_context(style()), warnings.catch_warnings():
        # What neither typeface has is left to the browser, and is an empty box in a PNG.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure.savefig(written, **settings)


def _name(root: Tree.Element, name: str, part: str) -> None:
    """Give every id, and what refers to it, the name of its picture and the number of its part.

    Matplotlib names a pattern after what it looks like, so that two pictures have the same.
    """
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                is_ours = value.startswith(f"{name}-")
                element.set(key, f"{value if is_ours else f'{name}-{value}'}{part}")
            elif value.startswith("url(#"):
                element.set(key, f"url(#{name}-{value[5:-1]}{part})")


def _clean(element: Tree.Element) -> None:
    for child in list(element):
        if child.tag in {f"{{{_SVG}}}style", f"{{{_SVG}}}metadata"}:
            element.remove(child)
        else:
            _clean(child)
    for child in list(element):
        if child.tag == f"{{{_SVG}}}defs" and not len(child):
            element.remove(child)
    # Numbers that Matplotlib gives would stand twice in a page with two pictures.
    if _OWN_NUMBERING.fullmatch(element.get("id", "")):
        del element.attrib["id"]
    if element.get("transform", "").startswith(("rotate(-0 ", "rotate(0 ")):
        del element.attrib["transform"]
    if "d" in element.attrib:
        element.set("d", " ".join(element.attrib["d"].split()))
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() and name.strip() != "font-family":
            element.set(name.strip(), value.strip())
    for name in ("text", "tail"):
        if element.tag != f"{{{_SVG}}}text" or name == "tail":
            blank = getattr(element, name)
            if blank is not None and not blank.strip():
                setattr(element, name, None)
