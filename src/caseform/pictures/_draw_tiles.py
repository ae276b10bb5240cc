"""Drawing placed days."""

from typing import Literal

from matplotlib.figure import Figure

from caseform.look import tokens
from caseform.pictures._sheet import Sheet
from caseform.pictures._tiles import Tile, Tiles

_Mark = Literal["further", "done"]


def figure_of(days: Tiles, *, name: str, mark: _Mark) -> Figure:
    """Return the drawing of `days`.

    Args:
        days: The placed days.
        name: What every ``gid`` starts with.
        mark: The mark of a marked day: one small step further, or done.
    """
    sheet = Sheet(name, days.width, days.height)
    for n, tile in enumerate(days.tiles):
        _tile(sheet, days, tile, f"day-{n}", mark)
    if days.legend:
        middle = days.height - 0.6 * days.size
        _mark(sheet, "legend-mark", (0.55 * days.size, middle), 0.95 * days.size, mark)
        at = (1.5 * days.size, middle)
        sheet.words("legend", at, days.legend, size=days.small_size, colour=sheet.quiet)
    return sheet.figure


def _tile(sheet: Sheet, days: Tiles, tile: Tile, gid: str, mark: _Mark) -> None:
    em = days.size
    toward = tokens().meaning["toward"]
    line = (0.2 if tile.is_today else 0.09) * em
    inset = line / 2
    box = (tile.x + inset, tile.y + inset, tile.width - line, tile.height - line)
    face = toward.tint if tile.is_marked else sheet.card
    edge = sheet.ink if tile.is_today else toward.colour if tile.is_marked else sheet.quiet
    sheet.area(gid, box, face=face, edge=edge, line=line, radius=0.65 * em)
    left, top = tile.x + 0.6 * em, tile.y + 1.2 * em
    sheet.words(
        f"{gid}-date", (left, top), tile.date_words, size=days.small_size, colour=sheet.quiet
    )
    if tile.is_marked:
        _mark(sheet, f"{gid}-mark", (tile.x + tile.width - 1.1 * em, top), 0.95 * em, mark)
    y = tile.y + 2.0 * em + days.line_height / 2
    for n, words in enumerate(tile.lines):
        sheet.words(f"{gid}-line-{n}", (left, y), words, size=em, is_strong=True)
        y += days.line_height
    y += 0.2 * em - (days.line_height - days.small_line_height) / 2
    for n, words in enumerate(tile.small_lines):
        sheet.words(f"{gid}-small-{n}", (left, y), words, size=days.small_size)
        y += days.small_line_height


def _mark(sheet: Sheet, gid: str, at: tuple[float, float], size: float, mark: _Mark) -> None:
    x, y = at
    colour = tokens().meaning["toward"].colour
    half = size / 2
    if mark == "further":
        sheet.shape(gid, [(x, y - half), (x + half, y + half), (x - half, y + half)], colour)
    else:
        sheet.mark(gid, at, 1.1 * size, tokens().meaning["strength"])
