"""The board: what pushes away, what draws home, what draws to school, and what keeps what going."""

from caseform.widgets.picture._page import PicturePage
from caseform.widgets.picture._reading import sharing_told
from caseform.widgets.picture._view import picture_view

__all__ = ["PicturePage", "picture_view", "sharing_told"]
