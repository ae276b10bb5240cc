"""Drawing a placed board."""

from matplotlib.figure import Figure

from caseform.pictures._draw_cards import draw_cards, draw_grid, draw_legend, draw_links
from caseform.pictures._grid import LABEL_SIZE
from caseform.pictures._sheet import Sheet
from caseform.pictures.force_field import ForceField


def figure_of(board: ForceField) -> Figure:
    """Return the drawing of `board`."""
    em = board.size
    sheet = Sheet("force-field", board.width, board.height)
    draw_grid(sheet, board.grid)
    lefts = [column.x + 0.6 * em for column in board.grid.columns]
    if board.tray:
        at = (lefts[0], board.legend_y)
        sheet.words("tray", at, board.tray, size=LABEL_SIZE * em, colour=sheet.quiet)
    draw_links(sheet, board.links, em)
    draw_cards(sheet, board.cards, em)
    draw_legend(sheet, board.legend, lefts[1:], board.legend_y, em)
    return sheet.figure
