"""Papers to take along: what one room may see, as a page, a calendar, data or a notebook.

Everything here is made from the projection of a room and from nothing else; equal projections
give equal files, to the byte.
"""

from caseform.exports._calendar import Appointment, appointments, to_ics
from caseform.exports._files import FORMATS, LATER, check_kinds, file_name, render, write
from caseform.exports._html import to_html
from caseform.exports._json import to_json
from caseform.exports._notebook import to_notebook
from caseform.exports._papers import summary
from caseform.exports._summary import (
    Block,
    Entry,
    Fact,
    Facts,
    Listing,
    Paragraph,
    Picture,
    Section,
    Summary,
    Table,
)

__all__ = [
    "FORMATS",
    "LATER",
    "Appointment",
    "Block",
    "Entry",
    "Fact",
    "Facts",
    "Listing",
    "Paragraph",
    "Picture",
    "Section",
    "Summary",
    "Table",
    "appointments",
    "check_kinds",
    "file_name",
    "render",
    "summary",
    "to_html",
    "to_ics",
    "to_json",
    "to_notebook",
    "write",
]
