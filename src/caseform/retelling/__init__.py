"""The picture said back: its circles, its sentences, what is still to ask, and what changed.

Everything here reads a case, or the part of it that somebody may see, and says it in short, kind
sentences. Nothing is counted as proof, ranked as the cause, or simulated.
"""

from caseform.retelling._circles import circle_sentence, circles, is_circle
from caseform.retelling._differences import Difference, differences
from caseform.retelling._missing import Prompt, missing
from caseform.retelling._sight import everything
from caseform.retelling._statements import Statement, retell

__all__ = [
    "Difference",
    "Prompt",
    "Statement",
    "circle_sentence",
    "circles",
    "differences",
    "everything",
    "is_circle",
    "missing",
    "retell",
]
