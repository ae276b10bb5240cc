"""Drawing what every picture with cards has: the cards, the ties, and what the ties mean."""

from collections.abc import Iterable, Sequence

from caseform.look import tokens
from caseform.pictures._cards import LINE, SPEAKER, PlacedCard, PlacedLink, Sign
from caseform.pictures._grid import HEAD_LINE, LABEL_SIZE, Grid
from caseform.pictures._sheet import Sheet


def draw_grid(sheet: Sheet, grid: Grid) -> None:
    """Draw columns with their heads, and rows with the words beside them.

    A column that has a meaning of its own has its tint and its mark.
    """
    em = grid.size
    for column in grid.columns:
        meaning = tokens().meaning.get(column.key)
        box = (column.x, 0.0, column.width, grid.height)
        face = meaning.tint if meaning and not meaning.ring else sheet.shade
        sheet.area(f"column-{column.key}", box, face=face, radius=0.8 * em)
        middle, left = grid.header / 2, column.x + (2.2 if meaning else 0.6) * em
        if meaning:
            sheet.mark(f"mark-{column.key}", (column.x + 1.2 * em, middle), 1.05 * em, meaning)
        first = middle - (len(column.lines) - 1) * HEAD_LINE * em / 2
        for n, line in enumerate(column.lines):
            at = (left, first + n * HEAD_LINE * em)
            ink = meaning.ink if meaning else sheet.ink
            sheet.words(f"head-{column.key}-{n}", at, line, size=em, colour=ink, is_strong=True)
    for n, row in enumerate(grid.rows):
        sheet.line(f"row-{n}", (0, row.y), (grid.width, row.y))
        for m, line in enumerate(row.lines):
            at = (0.0, row.y + (1.9 + m * HEAD_LINE) * em)
            sheet.words(f"beside-{n}-{m}", at, line, size=LABEL_SIZE * em, colour=sheet.quiet)


def draw_cards(sheet: Sheet, cards: Iterable[PlacedCard], em: float) -> None:
    """Draw cards; their ``gid`` are ``card-0`` and so on."""
    for n, card in enumerate(cards):
        _card(sheet, card, f"card-{n}", em)


def _card(sheet: Sheet, card: PlacedCard, gid: str, em: float) -> None:
    box = (card.x, card.y, card.width, card.height)
    radius = 0.65 * em
    meaning = tokens().meaning[card.side] if card.side else None
    edge = meaning.colour if meaning else sheet.quiet
    sheet.area(f"{gid}-paper", box, face=sheet.card, radius=radius)
    if meaning:
        band = (card.x, card.y, card.band, card.height)
        sheet.band(f"{gid}-band", band, meaning, radius)
    sheet.area(gid, box, face="none", edge=edge, line=0.11 * em, radius=radius)
    for n, line in enumerate(card.lines):
        at = (card.text_x, card.text_y + n * LINE * em)
        sheet.words(f"{gid}-line-{n}", at, line, size=em)
    if card.speaker:
        at = (card.text_x, card.text_y + (len(card.lines) * LINE - 0.05) * em)
        sheet.words(f"{gid}-speaker", at, card.speaker, size=SPEAKER * em, colour=sheet.quiet)
    if card.strong:
        at = (card.x + card.width - 1.15 * em, card.text_y)
        sheet.mark(f"{gid}-strength", at, 1.15 * em, tokens().meaning["strength"])


def draw_links(sheet: Sheet, links: Iterable[PlacedLink], em: float) -> None:
    """Draw ties, each with its head; those that say *less* are dashed."""
    for n, link in enumerate(links):
        sheet.arrow(f"link-{n}", link.points, is_dashed=link.sign == "less", head=0.6 * em)


def draw_legend(
    sheet: Sheet, legend: Sequence[tuple[Sign, str]], lefts: Iterable[float], y: float, em: float
) -> None:
    """Draw what the kinds of tie mean, beside a sample of each."""
    for x, (sign, words) in zip(lefts, legend, strict=False):
        points = [(x + share * em, y) for share in (0.0, 0.8, 1.6, 2.4)]
        sheet.arrow(f"legend-{sign}-line", points, is_dashed=sign == "less", head=0.6 * em)
        sheet.words(f"legend-{sign}", (x + 3 * em, y), words, size=0.9 * em, colour=sheet.quiet)
