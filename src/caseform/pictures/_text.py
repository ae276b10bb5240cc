"""Fitting what people typed into the width of a card, without a screen and without Matplotlib."""

import unicodedata
from dataclasses import dataclass

# Widths in ems of the shipped typeface, the wider of its two weights, rounded up: a line that
# fits here fits in a browser and on paper.
_WIDTHS = {
    character: width
    for width, characters in {
        0.20: "'",
        0.28: ",.:;`j|‘’",
        0.32: " !il",
        0.36: "()[]ftľ",
        0.40: '"-_r{}',
        0.44: "/1I\\•",
        0.48: "“”",
        0.52: "*csvyz–",
        0.56: "7?JLaekux~",
        0.60: "239<>EFT^bdghnopq",
        0.64: "$+4568=BPRSVYZ",
        0.68: "0ACKX€ď",
        0.72: "DGHNU",
        0.76: "#&OQw…",
        0.80: "@©®∞",
        0.88: "MWm¼½—",
        0.96: "%Ææœ¾Ĳ™",
        1.04: "Œ",
        1.40: "‰",
    }.items()
    for character in characters
}
_UNKNOWN = 0.76  # a letter of another script in the typeface that is fallen back on
_WIDE = 1.2  # an emoji or a Chinese character

# They would turn the words around them, or hide; what they mark is shown without them.
_UNSHOWN = frozenset(
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Words that were broken into lines.

    Args:
        lines: The lines, at least one, which may be empty.
        is_cut: Whether there was more than fits.
    """

    lines: tuple[str, ...]
    is_cut: bool = False


def one_line(words: str) -> str:
    r"""Return `words` as they can stand on one line of a picture.

    Every stretch of blanks and control characters becomes one space; what would turn the reading
    direction of its surroundings is left out. A dollar sign is a dollar sign.

    Example:
        >>> one_line("tot het\n hek\x00 \u202e$x$")
        'tot het hek $x$'
    """
    shown = (
        " " if _is_no_text(character) else character
        for character in words
        if character not in _UNSHOWN
    )
    return " ".join("".join(shown).split())


def _is_no_text(character: str) -> bool:
    # What neither XML nor a page may hold: controls, halves of pairs, and the two that are never
    # a character. A character that is newer than this Python stays as it is.
    return unicodedata.category(character) in {"Cc", "Cs"} or ord(character) & 0xFFFE == 0xFFFE


def width_of(words: str) -> float:
    """Return how wide `words` are, in ems; an upper bound.

    Example:
        >>> width_of("hek") < width_of("hekwerk")
        True
    """
    return sum(_width(character) for character in words)


def _width(character: str) -> float:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or character in _JOINERS:
        return 0.0
    base = unicodedata.normalize("NFD", character)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    if unicodedata.east_asian_width(character) in "WF" or ord(character) > 0xFFFF:
        return _WIDE
    return _UNKNOWN


def fit(words: str, width: float, most: int) -> Fitted:
    """Break `words` into lines.

    Args:
        words: What was typed.
        width: How wide a line may be, in ems.
        most: How many lines there may be; words beyond them end in an ellipsis.

    Example:
        >>> fit("dichter bij het hek staan", 6, 3).lines
        ('dichter bij', 'het hek', 'staan')
        >>> fit("dichter bij het hek staan", 6, 2)
        Fitted(lines=('dichter bij', 'het hek…'), is_cut=True)
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(one_line(words), width):
        if width_of((line + piece).rstrip()) <= width:
            line += piece
            continue
        lines.append(line.rstrip())
        line = piece
        if len(lines) > most:
            break
    lines.append(line.rstrip())
    if len(lines) <= most:
        return Fitted(lines=tuple(lines))
    last = lines[most - 1]
    while last and width_of(f"{last}…") > width:
        last = _without_last(last)
    return Fitted(lines=(*lines[: most - 1], f"{last.rstrip()}…"), is_cut=True)


def _pieces(words: str, width: float) -> list[str]:
    """Split where a line may end; what is wider than a line is split inside."""
    pieces: list[str] = []
    for word in words.split(" "):
        whole = f"{word} "
        if width_of(word) <= width:
            pieces.append(whole)
            continue
        part = ""
        for character in whole:
            joins = (
                unicodedata.combining(character) or character in _JOINERS or part[-1:] in _JOINERS
            )
            if part and not joins and width_of(part + character) > width:
                pieces.append(part)
                part = ""
            part += character
        pieces.append(part)
    return pieces


def _without_last(words: str) -> str:
    shorter = words[:-1]
    while shorter and (unicodedata.combining(words[-1]) or words[-1] in _JOINERS):
        words, shorter = shorter, shorter[:-1]
    return shorter
