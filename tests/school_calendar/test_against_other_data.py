"""Our calendar beside another, independent collection of school holidays.

The other data (OpenHolidays, ODbL) are no part of this repository. Where they lie beside the
checkout, or in the folder that CASEFORM_SHARED names, they are compared day by day; elsewhere the
comparison is skipped, loudly.
"""

import csv
import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from caseform.model import Region
from caseform.school_calendar import SchoolCalendar

BESIDE = Path(__file__).parents[3] / "shared"
DATA = Path(os.environ.get("CASEFORM_SHARED") or BESIDE) / "data"

FILES = {
    Region.NL_NOORD: ("nl", "school", "NO"),
    Region.NL_MIDDEN: ("nl", "school", "MI"),
    Region.NL_ZUID: ("nl", "school", "ZU"),
    Region.VL: ("be", "school.nl", "NL"),
}


def weekdays(first: date, last: date) -> set[date]:
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return {day for day in days if day.weekday() < 5}


# Liberation Day is a day off for the state every year and for schools only as they choose; the
# other side lists it in two years. A school that closes adds it to its own free days.
LIBERATION_DAYS = {date(2026, 5, 5), date(2027, 5, 5)}

# Days off that only the other side knows. Anything not listed here is news.
ONLY_OTHER = {
    Region.NL_NOORD: LIBERATION_DAYS,
    Region.NL_MIDDEN: LIBERATION_DAYS,
    # An error of the other side, twice: a spring break of five weeks, until the 21st and the 18th
    # of March. It ends in February.
    Region.NL_ZUID: LIBERATION_DAYS
    | weekdays(date(2027, 2, 22), date(2027, 3, 19))
    | weekdays(date(2029, 2, 19), date(2029, 3, 16)),
    # An omission of ours: in 2020 the autumn holiday was made longer. Whether school was out on
    # Friday 24 December 2021 is not settled between the two.
    Region.VL: {*weekdays(date(2020, 11, 9), date(2020, 11, 13)), date(2021, 12, 24)}
    - {date(2020, 11, 11)},
}

# Days off that only we know: an omission of the other side, which lists no single free days.
ONLY_OURS_IS = {Region.VL: {"Vrijdag na O. L. H. Hemelvaart"}}


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def days_of(row: dict[str, str]) -> set[date]:
    first = date.fromisoformat(row["StartDate"])
    return weekdays(first, date.fromisoformat(row["EndDate"] or row["StartDate"]))


@pytest.mark.skipif(
    not DATA.is_dir(),
    reason=f"THE CALENDAR WAS NOT COMPARED: no other data in {DATA}; set CASEFORM_SHARED",
)
@pytest.mark.parametrize("region", list(Region))
def test_both_collections_agree_but_for_known_errors(region: Region) -> None:
    """To the family: two collections that know nothing of each other give the same days."""
    country, kind, group = FILES[region]
    school = [
        row
        for row in read(f"src_{country}_holidays_holidays.{kind}.csv")
        if group in (row["Groups"] or "").split(",")
    ]
    public = read(f"src_{country}_holidays_holidays.public.csv")
    off = {d for row in school for d in days_of(row)}
    first, last = min(off), max(off)
    off |= {d for row in public if row["RegionalScope"] == "National" for d in days_of(row)}
    calendar = SchoolCalendar(region)
    both_know = weekdays(first, min(last, calendar.known_until))
    ours = {day for day in both_know if not calendar.is_school_day(day)}
    only_other = (off & both_know) - ours
    only_ours = {calendar.why_off(day, "nl") for day in ours - off}
    assert len(both_know) > 2500
    # Both ways: an error that was mended is to be taken off the list.
    assert only_other == ONLY_OTHER[region]
    assert only_ours == ONLY_OURS_IS.get(region, set())


@pytest.mark.skipif(
    not DATA.is_dir(),
    reason=f"THE CALENDAR WAS NOT COMPARED: no other data in {DATA}; set CASEFORM_SHARED",
)
@pytest.mark.parametrize("region", list(Region))
def test_a_break_of_the_other_collection_is_a_break_of_ours(region: Region) -> None:
    """To the young person: the careful first day comes after each holiday, and is never missed."""
    country, kind, group = FILES[region]
    calendar = SchoolCalendar(region)
    checked = 0
    for row in read(f"src_{country}_holidays_holidays.{kind}.csv"):
        last = max(days_of(row), default=None)
        if group not in (row["Groups"] or "").split(",") or last in (None, *ONLY_OTHER[region]):
            continue
        if last < calendar.known_until - timedelta(days=14) and calendar.is_known(last):
            (first_back,) = calendar.next_school_days(last, 1)
            assert calendar.is_first_after_break(first_back), row
            checked += 1
    assert checked > 40
