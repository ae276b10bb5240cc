"""The visual language as a style sheet."""

from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import Literal

from caseform.look._tokens import Meaning, Tokens, font_files, tokens

Scope = Literal["page", "room", "paper"]

_MIDDLE = 8.0  # of the square of 16 by 16 that a mark is drawn on


@cache
def css(scope: Scope = "page") -> str:
    """Return the style sheet that a page, a room or a printed document starts with.

    It holds the typeface itself, the ``--cf-*`` properties, the classes of the marks and plain
    styles for everything inside an element of class ``cf``. It asks the network for nothing.

    Args:
        scope: ``page`` for the therapist's pages, ``room`` for what is read from a sofa, ``paper``
            for a document.

    Example:
        >>> "--cf-paper: #FBF8F3;" in css("page"), "--cf-paper: #FFFFFF;" in css("paper")
        (True, True)
    """
    look = tokens()
    base = (files("caseform.look") / "base.css").read_text(encoding="utf-8")
    return "\n".join([*_faces(look), _properties(look, scope), *_marks(look), base])


def _faces(look: Tokens) -> list[str]:
    return [
        f"@font-face {{ font-family: '{look.family}'; font-weight: {weight}; font-display: block;"
        f" src: url(data:font/woff2;base64,{b64encode(path.read_bytes()).decode()})"
        " format('woff2'); }"
        for weight, path in font_files("woff2").items()
    ]


def _properties(look: Tokens, scope: Scope) -> str:
    own = {"page": {}, "room": look.room_colour, "paper": look.paper_colour}[scope]
    values = {f"--cf-{name}": value for name, value in {**look.colour, **own}.items()}
    for name, meaning in look.meaning.items():
        values[f"--cf-{name}"] = meaning.colour
        values[f"--cf-{name}-tint"] = meaning.tint
        values[f"--cf-{name}-ink"] = meaning.ink
    values["--cf-font"] = f"'{look.family}', {look.fall_back}"
    values["--cf-strong"] = str(look.weights["strong"])
    values["--cf-line-height"] = f"{look.line_height:g}"
    values |= {f"--cf-{name}": size for name, size in _sizes(look, scope).items()}
    values |= {
        f"--cf-{name}{'-width' if name in ('line', 'focus') else ''}": f"{px:g}px"
        for name, px in look.space_px.items()
    }
    values["--cf-motion"] = f"{look.motion_ms}ms"
    lines = "\n".join(f"  {name}: {value};" for name, value in values.items())
    return f":root {{\n{lines}\n}}"


def _sizes(look: Tokens, scope: Scope) -> dict[str, str]:
    if scope == "page":
        return {name: f"{px:g}px" for name, px in look.page_px.items()}
    if scope == "paper":
        return {name: f"{pt:g}pt" for name, pt in look.paper_pt.items()}
    # Wider than 1280 the words grow with the wall; narrower they stay readable.
    return {name: f"max({px:g}px, {px / 12.8:g}vw)" for name, px in look.room_px.items()}


def _marks(look: Tokens) -> list[str]:
    return [_mark(meaning) for meaning in look.meaning.values()]


def _mark(meaning: Meaning) -> str:
    name = meaning.name
    soft = f"color-mix(in srgb, var(--cf-{name}) 17%, transparent)"
    return (
        f".cf-{name} {{ --cf-meaning: var(--cf-{name}); --cf-meaning-tint: var(--cf-{name}-tint);"
        f" --cf-meaning-ink: var(--cf-{name}-ink); --cf-shape: {_clip(meaning)};"
        f" --cf-shape-fill: {_fill(meaning)};"
        f" --cf-pattern-soft: {_pattern(meaning, soft)};"
        f" --cf-pattern-strong: {_pattern(meaning, 'var(--cf-meaning)')}; }}"
    )


def _pattern(meaning: Meaning, colour: str) -> str:
    # 45 degrees is the direction of travel, so the stripes themselves lean to the left.
    patterns = {
        "hatch": f"repeating-linear-gradient(45deg, {colour} 0 1.5px, transparent 1.5px 6px)",
        "dots": f"radial-gradient(circle, {colour} 1.4px, transparent 1.8px) 0 0 / 7px 7px",
    }
    return patterns.get(meaning.pattern, "none")


def _clip(meaning: Meaning) -> str:
    if not meaning.shape:
        return "none"
    corners = ", ".join(f"{x / 16:.2%} {y / 16:.2%}" for x, y in meaning.shape)
    return f"polygon({corners})"


def _fill(meaning: Meaning) -> str:
    if not meaning.ring:
        return "var(--cf-meaning)"
    outer, inner = (radius / _MIDDLE for radius in meaning.ring)
    line = 1.6 / _MIDDLE
    colour, clear = "var(--cf-meaning)", "transparent"
    edges = [
        (inner - line, colour if meaning.is_filled else clear, colour),
        (inner, colour, clear),
        (outer - line, clear, colour),
        (outer, colour, clear),
    ]
    # Half a pixel of transition: a hard stop in a gradient is drawn without smoothing.
    stops = ", ".join(
        f"{before} calc({at:.1%} - 0.3px), {after} calc({at:.1%} + 0.3px)"
        for at, before, after in edges
    )
    return f"radial-gradient(circle closest-side, {stops})"
