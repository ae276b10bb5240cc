"""How caseform looks: colours, type, spacing and marks, for pages, pictures and documents.

All of it is read from ``tokens.toml``, so that a card on the board, the same card in a room and
the same card on paper are recognised as one thing.
"""

from caseform.look._css import Scope, css
from caseform.look._figures import matplotlib_style, shape_outline
from caseform.look._tokens import MEANINGS, Meaning, Tokens, font_files, tokens

__all__ = [
    "MEANINGS",
    "Meaning",
    "Scope",
    "Tokens",
    "css",
    "font_files",
    "matplotlib_style",
    "shape_outline",
    "tokens",
]
