"""Two invented cases, their dates laid from today, and what can be begun from them.

The cases stand as TOML in ``data/``: ``return`` is on its way back to school; in ``home`` school
is not the goal yet. Each also has a *start*, the same family some weeks earlier in the work.
"""

from caseform.demo._cases import NAMES, DemoName, DemoVersion, cases
from caseform.demo._rooms import family_room, room_projection
from caseform.demo._template import template_from

__all__ = [
    "NAMES",
    "DemoName",
    "DemoVersion",
    "cases",
    "family_room",
    "room_projection",
    "template_from",
]
