"""Drawing a grid of cards that has nothing around it."""

from matplotlib.figure import Figure

from caseform.pictures._draw_cards import draw_cards, draw_grid
from caseform.pictures._grid import Grid
from caseform.pictures._sheet import Sheet


def figure_of(grid: Grid, *, name: str) -> Figure:
    """Return the drawing of `grid`; `name` is what every ``gid`` starts with."""
    sheet = Sheet(name, grid.width, grid.height)
    draw_grid(sheet, grid)
    draw_cards(sheet, grid.cards, grid.size)
    return sheet.figure
