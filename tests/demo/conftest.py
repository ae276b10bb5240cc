"""The day on which the demo cases are looked at, and days that are harder to lay them on."""

from datetime import date

import pytest

from caseform.demo import NAMES, DemoName, cases
from caseform.model import Case
from caseform.text import LANGUAGES, Language

TODAY = date(2026, 11, 23)

# Term, weekend and holiday, and the days just before and after one.
DAYS = [
    TODAY,
    date(2026, 11, 24),
    date(2026, 11, 26),
    date(2026, 11, 27),
    date(2026, 11, 28),
    date(2026, 12, 18),
    date(2026, 12, 25),
    date(2027, 1, 4),
    date(2027, 5, 7),
    date(2027, 7, 9),
    date(2027, 8, 10),
]


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> DemoName:
    """Each of the two cases."""
    given: DemoName = request.param
    return given


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Each of the two languages."""
    given: Language = request.param
    return given


@pytest.fixture(params=DAYS, ids=date.isoformat)
def today(request: pytest.FixtureRequest) -> date:
    """Each of the days."""
    given: date = request.param
    return given


@pytest.fixture
def returning() -> Case:
    """The case that is on its way back to school."""
    return cases("return", today=TODAY)[0]


@pytest.fixture
def at_home() -> Case:
    """The case in which school is not the goal yet."""
    return cases("home", today=TODAY)[0]
