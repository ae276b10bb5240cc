"""Drawing a placed board."""

from matplotlib.figure import Figure

from caseform.look import tokens
from caseform.pictures._sheet import Sheet
from caseform.pictures.force_field import ForceField, PlacedCard


def figure_of(board: ForceField) -> Figure:
    """Return the drawing of `board`."""
    sheet = Sheet("force-field", board.width, board.height)
    _columns(sheet, board)
    _rows(sheet, board)
    for n, link in enumerate(board.links):
        is_less = link.sign == "less"
        sheet.arrow(f"link-{n}", link.points, is_dashed=is_less, head=0.6 * board.size)
    for n, card in enumerate(board.cards):
        _card(sheet, board, card, f"card-{n}")
    _legend(sheet, board)
    return sheet.figure


def _columns(sheet: Sheet, board: ForceField) -> None:
    em = board.size
    for column in board.columns:
        meaning = tokens().meaning[column.side]
        box = (column.x, 0.0, column.width, board.area_height)
        sheet.area(f"side-{column.side}", box, face=meaning.tint, radius=0.8 * em)
        middle = board.header / 2
        sheet.mark(f"mark-{column.side}", (column.x + 1.2 * em, middle), 1.05 * em, meaning)
        first = middle - (len(column.lines) - 1) * 1.15 * em / 2
        for n, line in enumerate(column.lines):
            at = (column.x + 2.2 * em, first + n * 1.15 * em)
            gid = f"head-{column.side}-{n}"
            sheet.words(gid, at, line, size=em, colour=meaning.ink, is_strong=True)


def _rows(sheet: Sheet, board: ForceField) -> None:
    for n, row in enumerate(board.rows):
        sheet.line(f"row-{n}", (0, row.y), (board.width, row.y))
        at = (0.0, row.y + 1.9 * board.size)
        if row.words:
            sheet.words(f"place-{n}", at, row.words, size=0.95 * board.size, colour=sheet.quiet)
    if board.tray:
        at = (board.columns[0].x + 0.6 * board.size, board.legend_y)
        sheet.words("tray", at, board.tray.words, size=0.95 * board.size, colour=sheet.quiet)


def _card(sheet: Sheet, board: ForceField, card: PlacedCard, gid: str) -> None:
    em = board.size
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
        at = (card.text_x, card.text_y + n * board.line_height)
        sheet.words(f"{gid}-line-{n}", at, line, size=em)
    if card.speaker:
        at = (card.text_x, card.text_y + len(card.lines) * board.line_height - 0.05 * em)
        sheet.words(f"{gid}-speaker", at, card.speaker, size=board.speaker_size, colour=sheet.quiet)
    if card.strong:
        at = (card.x + card.width - 1.15 * em, card.text_y)
        sheet.mark(f"{gid}-strength", at, 1.15 * em, tokens().meaning["strength"])


def _legend(sheet: Sheet, board: ForceField) -> None:
    em = board.size
    y = board.legend_y
    for column, (sign, words) in zip(board.columns[1:], board.legend, strict=False):
        x = column.x + 0.6 * em
        points = [(x + share * em, y) for share in (0.0, 0.8, 1.6, 2.4)]
        sheet.arrow(f"legend-{sign}-line", points, is_dashed=sign == "less", head=0.6 * em)
        sheet.words(f"legend-{sign}", (x + 3 * em, y), words, size=0.9 * em, colour=sheet.quiet)
