"""The visual language in Matplotlib's words."""

from functools import cache
from typing import Any

from caseform.look._tokens import Meaning, font_files, tokens

# A quarter of a circle as a Bézier curve; the usual constant.
_ARC = 0.5523


def matplotlib_style() -> dict[str, Any]:
    """Return the settings under which every picture is drawn, typeface included.

    Use it as ``with matplotlib.rc_context(matplotlib_style()):``. The shipped font files are made
    known to Matplotlib the first time, so that a picture looks the same on every machine.

    Returns:
        A new dictionary of ``rcParams``.

    Example:
        >>> matplotlib_style()["text.parse_math"]
        False
    """
    _register_fonts()
    look = tokens()
    ink, quiet = look.paper_colour["ink"], look.paper_colour["quiet"]
    return {
        "font.family": [look.family],
        "font.size": look.paper_pt["body"],
        "axes.titlesize": look.paper_pt["lead"],
        "axes.titleweight": look.weights["strong"],
        "axes.titlelocation": "left",
        "axes.labelsize": look.paper_pt["small"],
        "xtick.labelsize": look.paper_pt["small"],
        "ytick.labelsize": look.paper_pt["small"],
        "legend.fontsize": look.paper_pt["small"],
        "legend.frameon": False,
        "text.color": ink,
        "axes.labelcolor": ink,
        "axes.edgecolor": quiet,
        "xtick.color": quiet,
        "ytick.color": quiet,
        "xtick.labelcolor": ink,
        "ytick.labelcolor": ink,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.linewidth": _points(look.space_px["line"]),
        "lines.linewidth": _points(look.space_px["line"]) * 1.5,
        "hatch.linewidth": _points(look.space_px["line"]),
        "figure.facecolor": look.paper_colour["paper"],
        "axes.facecolor": look.paper_colour["paper"],
        "savefig.facecolor": look.paper_colour["paper"],
        # What a person typed is text: a dollar sign in it starts no formula.
        "text.parse_math": False,
        "svg.fonttype": "path",
        "svg.hashsalt": "caseform",
        "pdf.fonttype": 42,
    }


def shape_outline(meaning: Meaning) -> list[tuple[str, tuple[float, ...]]]:
    """Return the outline of a mark as drawing strokes on a square of 16 by 16.

    Args:
        meaning: Which mark.

    Returns:
        Strokes in order: ``("M", (x, y))`` moves, ``("L", (x, y))`` draws a line, ``("C", (six
        numbers))`` a curve and ``("Z", ())`` closes. Joined, they are the ``d`` of an SVG path; y
        points down, as in SVG.

    Example:
        >>> shape_outline(tokens().meaning["toward"])[0]
        ('M', (3.5, 2.5))
    """
    if meaning.shape:
        first, *others = meaning.shape
        return [("M", first), *(("L", point) for point in others), ("Z", ())]
    return [stroke for radius in meaning.ring for stroke in _circle(radius)]


def _circle(radius: float) -> list[tuple[str, tuple[float, ...]]]:
    middle, bend = 8.0, radius * _ARC
    low, high = middle - radius, middle + radius
    left, right = middle - bend, middle + bend
    return [
        ("M", (middle, low)),
        ("C", (right, low, high, left, high, middle)),
        ("C", (high, right, right, high, middle, high)),
        ("C", (left, high, low, right, low, middle)),
        ("C", (low, left, left, low, middle, low)),
        ("Z", ()),
    ]


def _points(pixels: float) -> float:
    return pixels * 0.75


@cache
def _register_fonts() -> None:
    # Matplotlib takes a second to import, so only whoever draws pays for it.
    from matplotlib import font_manager

    for path in font_files("ttf").values():
        font_manager.fontManager.addfont(path)
