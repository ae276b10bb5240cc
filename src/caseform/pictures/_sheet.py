"""A sheet to draw on: Matplotlib with y pointing down, in points, in the look of caseform."""

from collections.abc import Sequence
from functools import cache
from math import hypot
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontEntry, findfont, fontManager
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path

from caseform.look import Meaning, matplotlib_style, shape_outline, tokens

_SECOND = "DejaVu Sans"  # comes with Matplotlib; has Arabic, Hebrew, Greek and Cyrillic

_CODES = {"M": [Path.MOVETO], "L": [Path.LINETO], "C": [Path.CURVE4] * 3, "Z": [Path.CLOSEPOLY]}


def style() -> Any:
    """Return the settings for drawing and for writing a picture."""
    look = matplotlib_style()
    _know_second_typeface()
    return look | {"font.family": [*look["font.family"], _SECOND], "svg.fonttype": "none"}


@cache
def _know_second_typeface() -> None:
    # It has no semi-bold; without this entry Matplotlib writes a warning for each strong word.
    bold = findfont(mpl.font_manager.FontProperties(family=_SECOND, weight=700))
    weight = tokens().weights["strong"]
    entry = FontEntry(fname=bold, name=_SECOND, weight=weight, size="scalable")
    fontManager.ttflist.append(entry)


class Sheet:
    """A new figure with one name, on which shapes and words are put in points.

    Args:
        name: What every ``gid`` starts with.
        width: In points.
        height: In points.
    """

    def __init__(self, name: str, width: float, height: float) -> None:
        self._name = name
        self._style = style()
        look = tokens()
        self.ink = look.paper_colour["ink"]
        self.quiet = look.paper_colour["quiet"]
        self.shade = look.paper_colour["shade"]
        self.hair = look.colour["line"]
        self.card = look.colour["card"]
        self.strong = look.weights["strong"]
        with mpl.rc_context(self._style):
            self.figure = Figure(figsize=(width / 72, height / 72))
            self._axes: Axes = self.figure.add_axes((0, 0, 1, 1))
            self._axes.set_axis_off()
            self._axes.set(xlim=(0, width), ylim=(height, 0))

    def area(
        self,
        gid: str,
        box: tuple[float, float, float, float],
        *,
        face: str,
        edge: str = "none",
        line: float = 0.0,
        radius: float = 0.0,
    ) -> None:
        """Put a rectangle (left, top, width, height) with rounded corners."""
        x, y, width, height = box
        rounding = min(radius, width / 2, height / 2)
        shape = f"round,pad=0,rounding_size={rounding:g}" if rounding else "square,pad=0"
        patch = FancyBboxPatch(
            (x, y), width, height, boxstyle=shape, facecolor=face, edgecolor=edge, linewidth=line
        )
        self._put(patch, gid)

    def band(
        self, gid: str, box: tuple[float, float, float, float], meaning: Meaning, radius: float
    ) -> None:
        """Put the band along the left edge of a card, told apart by its pattern."""
        x, y, width, height = box
        round_ = min(radius, height / 2, width)
        corner = [
            (x + width, y),
            (x + round_, y),
            (x, y),
            (x, y + round_),
            (x, y + height - round_),
            (x, y + height),
            (x + round_, y + height),
            (x + width, y + height),
            (x + width, y),
        ]
        codes = [
            Path.MOVETO,
            Path.LINETO,
            Path.CURVE3,
            Path.CURVE3,
            Path.LINETO,
            Path.CURVE3,
            Path.CURVE3,
            Path.LINETO,
            Path.CLOSEPOLY,
        ]
        is_plain = not meaning.hatch
        with mpl.rc_context(self._style):
            patch = PathPatch(
                Path(corner, codes),
                facecolor=meaning.colour if is_plain else meaning.tint,
                edgecolor=meaning.colour,
                linewidth=0,
                hatch=meaning.hatch or None,
            )
        self._put(patch, gid)

    def words(
        self,
        gid: str,
        at: tuple[float, float],
        words: str,
        *,
        size: float,
        colour: str | None = None,
        is_strong: bool = False,
        align: Literal["left", "right", "center"] = "left",
    ) -> None:
        """Put one line of words; `at` is its start and its middle."""
        x, y = at
        with mpl.rc_context(self._style):
            # Half the height of an x below the middle: the same in a browser and on paper.
            text = self._axes.text(
                x,
                y + 0.3 * size,
                words,
                fontsize=size,
                color=colour or self.ink,
                fontweight=self.strong if is_strong else "normal",
                horizontalalignment=align,
                verticalalignment="baseline",
                clip_on=False,
            )
        text.set_gid(f"{self._name}-{gid}")

    def mark(self, gid: str, at: tuple[float, float], size: float, meaning: Meaning) -> None:
        """Put the mark of a meaning; `at` is its middle."""
        x, y = at
        vertices: list[tuple[float, float]] = []
        codes: list[Any] = []
        for letter, numbers in shape_outline(meaning):
            pairs = list(zip(numbers[::2], numbers[1::2], strict=True)) or [(0.0, 0.0)]
            vertices += [(x + (a / 16 - 0.5) * size, y + (b / 16 - 0.5) * size) for a, b in pairs]
            codes += _CODES[letter]
        if not meaning.ring:
            self._put(PathPatch(Path(vertices, codes), facecolor=meaning.colour, linewidth=0), gid)
            return
        half = len(codes) // 2
        for ring, part in (("outer", slice(None, half)), ("inner", slice(half, None))):
            is_full = ring == "inner" and meaning.is_filled
            patch = PathPatch(
                Path(vertices[part], codes[part]),
                facecolor=meaning.colour if is_full else "none",
                edgecolor=meaning.colour,
                linewidth=0 if is_full else size / 11,
            )
            self._put(patch, f"{gid}-{ring}")

    def shape(self, gid: str, corners: Sequence[tuple[float, float]], colour: str) -> None:
        """Put a filled shape with straight sides."""
        self._put(PathPatch(Path([*corners, corners[0]]), facecolor=colour, linewidth=0), gid)

    def line(self, gid: str, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Put a hairline that only separates."""
        path = Path([start, end])
        self._put(PathPatch(path, facecolor="none", edgecolor=self.hair, linewidth=0.75), gid)

    def arrow(
        self, gid: str, points: Sequence[tuple[float, float]], *, is_dashed: bool, head: float
    ) -> None:
        """Put a curve through two control points with a head at its end."""
        path = Path(list(points), [Path.MOVETO, *[Path.CURVE4] * 3])
        curve = PathPatch(
            path,
            facecolor="none",
            edgecolor=self.ink,
            linewidth=1.1,
            linestyle=(0, (3.5, 2.5)) if is_dashed else "solid",
        )
        self._put(curve, gid)
        (before_x, before_y), (x, y) = points[2], points[3]
        along = hypot(x - before_x, y - before_y)
        # A step back along the way in which the curve arrives, as long as the head.
        back_x, back_y = (before_x - x) * head / along, (before_y - y) * head / along
        corners = [
            (x, y),
            (x + back_x - back_y / 2, y + back_y + back_x / 2),
            (x + back_x + back_y / 2, y + back_y - back_x / 2),
        ]
        self.shape(f"{gid}-head", corners, self.ink)

    def _put(self, patch: Any, gid: str) -> None:
        patch.set_gid(f"{self._name}-{gid}")
        patch.set_clip_on(False)
        self._axes.add_artist(patch)
        # Things lie on each other in the order in which they were put.
        patch.set_zorder(1)
