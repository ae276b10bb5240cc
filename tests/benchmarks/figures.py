"""What was measured, what it should be, and the table that says both."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Unit = Literal["s", "ms", "frames", "MB", "count"]

_SHOWN = {
    "s": "{:.2f} s",
    "ms": "{:.0f} ms",
    "frames": "{:.1f}",
    "MB": "{:.0f} MB",
    "count": "{:.0f}",
}


@dataclass(frozen=True)
class Target:
    """What a figure should stay under.

    Args:
        words: As section 8 of the design says it.
        limit: The most that is allowed, in the figure's unit; None where there is nothing to
            compare with, because a peer could not be installed.
    """

    words: str
    limit: float | None


@dataclass(frozen=True)
class Figure:
    """One measured quantity.

    Args:
        part: Where it belongs in the table.
        what: What was measured.
        tries: One value per try; none if it could not be measured.
        unit: Of each value.
        target: What it should stay under.
        percentile: The figure that is judged; 50 is the median.
        reference: What it is set beside: words, and a value in the same unit.
        note: What a reader must know to judge it.
    """

    part: str
    what: str
    tries: tuple[float, ...]
    unit: Unit = "s"
    target: Target | None = None
    percentile: int = 50
    reference: tuple[str, float] | None = None
    note: str = ""

    @property
    def value(self) -> float | None:
        """The figure that is judged, or None if it could not be measured."""
        return percentile(self.tries, self.percentile) if self.tries else None

    @property
    def is_met(self) -> bool | None:
        """Whether the target is met; None where there is no target or nothing to judge."""
        if self.target is None or self.target.limit is None or self.value is None:
            return None
        return self.value <= self.target.limit


@dataclass
class Table:
    """All figures of one run."""

    heading: str
    figures: list[Figure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, part: str, what: str, tries: Sequence[float], **more: object) -> Figure:
        """Add a figure and return it; see `Figure` for what it takes."""
        figure = Figure(part, what, tuple(tries), **more)  # type: ignore[arg-type]
        self.figures.append(figure)
        return figure

    def text(self) -> str:
        """Return the table for a terminal."""
        rows = [_HEAD, *map(_cells, self.figures)]
        widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
        lines = [self.heading, ""]
        part = ""
        for row, figure in zip(rows, [None, *self.figures], strict=True):
            if figure is not None and figure.part != part:
                part = figure.part
                lines += ["", part]
            padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            lines.append("  ".join(padded).rstrip())
        return "\n".join([*lines, "", *self._foot()])

    def markdown(self) -> str:
        """Return the table as Markdown."""
        lines = [self.heading, "", _line(_HEAD), _line(["---"] * len(_HEAD))]
        part = ""
        for figure in self.figures:
            if figure.part != part:
                part = figure.part
                lines.append(_line([f"**{part}**", *[""] * (len(_HEAD) - 1)]))
            lines.append(_line(_cells(figure)))
        return "\n".join([*lines, "", *(f"- {note}" for note in self._foot())])

    def _foot(self) -> list[str]:
        judged = [figure for figure in self.figures if figure.is_met is not None]
        met = sum(bool(figure.is_met) for figure in judged)
        unmet = "; ".join(figure.what for figure in judged if not figure.is_met) or "none"
        return [f"Targets met: {met} of {len(judged)}. Not met: {unmet}.", *self.notes]


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value under which `percent` of `values` lie; 50 gives the median.

    Example:
        >>> percentile([3, 1, 2], 50), percentile(list(range(1, 101)), 95)
        (2, 95)
    """
    if percent == 50:
        return statistics.median(values)
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


_HEAD = ("what", "figure", "tries", "beside", "target", "", "note")


def _cells(figure: Figure) -> list[str]:
    shown = _SHOWN[figure.unit]
    if figure.value is None:
        return [figure.what, "not measured", "", "", _aim(figure), "", figure.note]
    low, high, count = min(figure.tries), max(figure.tries), len(figure.tries)
    spread = f"{shown.format(low)} … {shown.format(high)} (n {count})" if count > 1 else ""
    beside = ""
    if figure.reference is not None:
        name, other = figure.reference
        beside = f"{figure.value / other:.2f} × {name}"
    verdict = {True: "met", False: "NOT MET", None: ""}[figure.is_met]
    return [
        figure.what, shown.format(figure.value), spread, beside, _aim(figure), verdict, figure.note,
    ]  # fmt: skip


def _aim(figure: Figure) -> str:
    if figure.target is None:
        return ""
    if figure.target.limit is None:
        return f"{figure.target.words}: nothing to compare with"
    limit = _SHOWN[figure.unit].format(figure.target.limit)
    return (
        figure.target.words if limit in figure.target.words else f"{figure.target.words}: {limit}"
    )


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
