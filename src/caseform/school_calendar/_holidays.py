"""School and public holidays per region, and until when they are known."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any

from caseform.model import Region
from caseform.text import Language

_COUNTRY = {
    Region.NL_NOORD: ("NL", "Noord"),
    Region.NL_MIDDEN: ("NL", "Midden"),
    Region.NL_ZUID: ("NL", "Zuid"),
    Region.VL: ("BE", "Flemish"),
}
_NAMES_IN: dict[Language, str] = {"nl": "nl", "en": "en_US"}

FIRST_KNOWN = date(2015, 1, 1)

# Flemish holidays follow a rule, so the package goes on computing them for ever; the decrees that
# it cites were compared as far as this year.
_LAST_FLEMISH_YEAR = 2035

# The holidays of a Dutch year in their order: the first and the last month in which each begins.
# A year that lacks one was not published whole.
_DUTCH_SEASONS = ((2, 3), (4, 5), (7, 8), (10, 11), (12, 12))


@cache
def days_off(region: Region, year: int, language: Language) -> Mapping[date, str]:
    """Return the school and public holidays of one calendar year with their names."""
    # A school holiday is the better answer to "why?" than the public one inside it.
    named = {**_category(region, year, language, "public")}
    named.update(_category(region, year, language, "school"))
    return MappingProxyType(named)


@cache
def known_until(region: Region) -> date:
    """Return the last day of which the holidays are known."""
    if region is Region.VL:
        return date(_LAST_FLEMISH_YEAR, 12, 31)
    year = FIRST_KNOWN.year
    while (missing_from := _first_gap(region, year)) is None:
        year += 1
    return missing_from - timedelta(days=1)


def _first_gap(region: Region, year: int) -> date | None:
    # The day after the last holiday before the first one that is missing: from there on, a day
    # that looks like a school day may turn out to be in the middle of a holiday.
    days = sorted(_category(region, year, "nl", "school"))
    known = date(year - 1, 12, 31)
    for first_month, last_month in _DUTCH_SEASONS:
        season = [day for day in days if first_month <= day.month <= last_month]
        if not season:
            return known + timedelta(days=1)
        known = max(season)
    return None


def _category(region: Region, year: int, language: Language, category: str) -> dict[date, str]:
    # Imported where used: it takes a third of a second, and most pages ask no dates.
    import holidays

    country, part = _COUNTRY[region]
    found: Any = holidays.country_holidays(
        country, subdiv=part, categories=(category,), years=[year], language=_NAMES_IN[language]
    )
    return {day: str(name) for day, name in found.items() if day.year == year}
