"""The page that prepares: how each one sees it, what was tried, and what it adds up to.

Everything here is for the therapist alone. What someone said of the situation can be shared by
name; working ideas, totals and safety cannot.
"""

from caseform.widgets.assessment._page import AssessmentPage

__all__ = ["AssessmentPage"]
