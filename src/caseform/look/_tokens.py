"""Reading ``tokens.toml`` into plain values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

MEANINGS = ("away", "toward", "home", "keeps", "strength")

_FOLDER = files("caseform.look")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One thing that a colour stands for, with the shape and pattern that say it without colour.

    Args:
        name: ``away``, ``toward``, ``home``, ``keeps`` or ``strength``.
        colour: Of the mark, of lines and of filled shapes.
        tint: Of the area behind text.
        ink: Of words on that tint.
        pattern: ``hatch``, ``plain``, ``dots``, ``double-outline`` or ``ring``.
        glyph: The mark as one character, where only text is possible.
        shape: Corners of the mark on a square of 16 by 16; empty for a ring.
        ring: Outer and inner radius of a ring on that square; empty for a shape.
        is_filled: Whether the inside of the ring is filled.
    """

    name: str
    colour: str
    tint: str
    ink: str
    pattern: str
    glyph: str
    shape: tuple[tuple[float, float], ...] = ()
    ring: tuple[float, ...] = ()
    is_filled: bool = False

    @property
    def hatch(self) -> str:
        """The pattern in Matplotlib's letters; empty where it has none."""
        return {"hatch": "\\\\\\", "dots": ".."}.get(self.pattern, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every value of the visual language.

    Args:
        colour: Colours of a page by name, such as ``paper``, ``ink`` and ``accent``.
        room_colour: What a room shows otherwise, for 7:1.
        paper_colour: What a printed page shows otherwise.
        meaning: What marks mean, by name.
        family: The typeface that is shipped.
        fall_back: What a system shows while it loads, as a CSS list.
        weights: ``regular`` and ``strong``.
        line_height: As a multiple of the size.
        page_px: Type sizes of the therapist's pages, in CSS pixels.
        room_px: Type sizes of a room at 1280 wide, in CSS pixels.
        paper_pt: Type sizes on paper, in points.
        space_px: ``grid``, ``radius``, ``touch``, ``focus`` and ``line``, in CSS pixels.
        motion_ms: How long anything may move.
    """

    colour: Mapping[str, str]
    room_colour: Mapping[str, str]
    paper_colour: Mapping[str, str]
    meaning: Mapping[str, Meaning]
    family: str
    fall_back: str
    weights: Mapping[str, int]
    line_height: float
    page_px: Mapping[str, float]
    room_px: Mapping[str, float]
    paper_pt: Mapping[str, float]
    space_px: Mapping[str, float]
    motion_ms: int


@cache
def tokens() -> Tokens:
    """Return the visual language as plain values.

    Returns:
        The same immutable value each time.

    Example:
        >>> tokens().colour["paper"], tokens().meaning["away"].glyph
        ('#FBF8F3', '◀')
    """
    written = tomllib.loads((_FOLDER / "tokens.toml").read_text(encoding="utf-8"))
    colour = dict(written["colour"])
    return Tokens(
        room_colour=MappingProxyType(colour.pop("room")),
        paper_colour=MappingProxyType(colour.pop("paper-print")),
        colour=MappingProxyType(colour),
        meaning=MappingProxyType(
            {name: _meaning(name, written["meaning"][name]) for name in MEANINGS}
        ),
        family=written["type"]["family"],
        fall_back=written["type"]["fall-back"],
        weights=MappingProxyType(written["type"]["weights"]),
        line_height=written["type"]["line-height"],
        page_px=MappingProxyType(written["type"]["page"]),
        room_px=MappingProxyType(written["type"]["room"]),
        paper_pt=MappingProxyType(written["type"]["paper"]),
        space_px=MappingProxyType(written["space"]),
        motion_ms=written["motion"]["ms"],
    )


def _meaning(name: str, entry: dict[str, Any]) -> Meaning:
    return Meaning(
        name=name,
        colour=entry["colour"],
        tint=entry["tint"],
        ink=entry["ink"],
        pattern=entry["pattern"],
        glyph=entry["glyph"],
        shape=tuple((x, y) for x, y in entry.get("shape", ())),
        ring=tuple(entry.get("ring", ())),
        is_filled=entry.get("filled", False),
    )


def font_files(kind: str) -> dict[int, Path]:
    """Return where the shipped typeface is, by weight.

    Args:
        kind: ``woff2`` for a browser, ``ttf`` for Matplotlib and Typst.

    Example:
        >>> sorted(font_files("ttf"))
        [400, 600]
    """
    folder = Path(str(_FOLDER / "fonts"))
    return {
        400: folder / f"AtkinsonHyperlegibleNext-Regular.{kind}",
        600: folder / f"AtkinsonHyperlegibleNext-SemiBold.{kind}",
    }
