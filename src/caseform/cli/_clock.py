"""The day, as commands see it."""

import os
from datetime import date, datetime


def now() -> datetime:
    """Return the time of day, on the day that `today` names.

    Example:
        >>> now().date() == today()
        True
    """
    return datetime.combine(today(), datetime.now().time())


def today() -> date:
    """Return today, or the day that `CASEFORM_TODAY` names, as tests do.

    Example:
        >>> isinstance(today(), date)
        True
    """
    named = os.environ.get("CASEFORM_TODAY")
    return date.fromisoformat(named) if named else date.today()
