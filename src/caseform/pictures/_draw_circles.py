"""Drawing placed rings."""

from matplotlib.figure import Figure

from caseform.pictures._draw_cards import draw_cards, draw_legend, draw_links
from caseform.pictures._sheet import Sheet
from caseform.pictures.circles import Rings


def figure_of(rings: Rings) -> Figure:
    """Return the drawing of `rings`."""
    em = rings.size
    sheet = Sheet("circles", rings.width, rings.height)
    draw_cards(sheet, rings.cards, em)
    # Over the cards: an arrow touches its card and never crosses one.
    draw_links(sheet, rings.links, em)
    draw_legend(sheet, rings.legend, (0.0, rings.width / 3), rings.legend_y, em)
    return sheet.figure
