"""caseform: one case file that joins picture, plan, what happened, and papers."""

__version__ = "0.1.0"
