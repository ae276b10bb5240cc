"""Which days there is school: the family plans on it, so a wrong one costs trust."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseform.errors import IncompleteCaseError
from caseform.model import FreeDay, FreeDayKind, Region
from caseform.school_calendar import SchoolCalendar
from caseform.text import LANGUAGES, Language, sentence

ZUID = SchoolCalendar(Region.NL_ZUID)
VL = SchoolCalendar(Region.VL)
KNOWN_DAYS = st.dates(date(2016, 1, 1), date(2030, 6, 30))
REGIONS = st.sampled_from(list(Region))


@pytest.mark.parametrize(
    ("region", "day", "why"),
    [
        (Region.NL_ZUID, date(2027, 2, 15), "Voorjaarsvakantie"),
        (Region.NL_MIDDEN, date(2026, 12, 25), "Kerstvakantie"),
        (Region.NL_NOORD, date(2027, 5, 6), "Hemelvaartsdag"),
        (Region.NL_NOORD, date(2026, 11, 28), "weekend"),
        (Region.VL, date(2027, 5, 7), "Vrijdag na O. L. H. Hemelvaart"),
        (Region.VL, date(2026, 11, 11), "Wapenstilstand"),
    ],
)
def test_a_day_off_says_why(region: Region, day: date, why: str) -> None:
    """To the clinician: an empty day in the plan explains itself."""
    calendar = SchoolCalendar(region)
    assert not calendar.is_school_day(day)
    assert calendar.why_off(day, "nl") == why


def test_dutch_regions_do_not_mix() -> None:
    """To a family in the south: their spring break is theirs."""
    day = date(2027, 2, 15)
    assert not ZUID.is_school_day(day)
    assert SchoolCalendar(Region.NL_NOORD).is_school_day(date(2028, 2, 28)) != (
        SchoolCalendar(Region.NL_ZUID).is_school_day(date(2028, 2, 28))
    )


def test_a_study_day_is_a_day_off_with_its_own_words() -> None:
    """To the mentor: what only this school knows counts as much as a holiday."""
    day = date(2026, 11, 27)
    calendar = SchoolCalendar(Region.VL, (FreeDay(id="v-1", on=day, words="studiedag"),))
    assert calendar.why_off(day, "en") == "studiedag"
    assert calendar.is_first_after_break(date(2026, 11, 30))
    unnamed = SchoolCalendar(Region.VL, (FreeDay(id="v-1", on=day),))
    assert unnamed.why_off(day, "en") == "day off"


def test_a_row_of_days_off_is_off_from_the_first_to_the_last() -> None:
    """To the family: a week away is written down once."""
    away = FreeDay(id="v-1", on=date(2026, 12, 3), until=date(2026, 12, 8), kind=FreeDayKind.OWN)
    calendar = SchoolCalendar(Region.VL, (away,))
    assert calendar.next_school_days(date(2026, 12, 2), 2) == (date(2026, 12, 2), date(2026, 12, 9))
    assert calendar.is_first_after_break(date(2026, 12, 9))
    assert calendar.why_off(date(2026, 12, 8), "nl") == "eigen vrije dag"


@pytest.mark.parametrize("kind", list(FreeDayKind))
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_day_off_says_what_it_is(kind: FreeDayKind, language: Language) -> None:
    """To the clinician: a day without words of its own still explains itself."""
    day = date(2026, 11, 27)
    kinds = SchoolCalendar(Region.NL_NOORD, (FreeDay(id="v-1", on=day, kind=kind),))
    plain = SchoolCalendar(Region.NL_NOORD, (FreeDay(id="v-1", on=day),))
    assert kinds.why_off(day, language) not in (None, plain.why_off(day, language))


def test_an_ordinary_weekend_is_no_break() -> None:
    """To the planner: Monday has a rule of its own."""
    assert not ZUID.is_first_after_break(date(2026, 11, 23))
    assert ZUID.is_first_after_break(date(2027, 1, 4))
    assert not ZUID.is_first_after_break(date(2027, 1, 5))
    assert not ZUID.is_first_after_break(date(2027, 1, 1))


def test_a_single_free_day_in_the_week_is_a_break() -> None:
    """To the young person: starting again after Armistice Day is a start too."""
    assert VL.is_first_after_break(date(2026, 11, 12))


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2031, 2, 3), date(2060, 1, 1)])
def test_an_unknown_year_is_said_and_never_planned_on(day: date) -> None:
    """To the family: nobody promises a date on a guess."""
    for ask in (ZUID.is_school_day, ZUID.is_first_after_break, lambda d: ZUID.why_off(d, "nl")):
        with pytest.raises(IncompleteCaseError) as raised:
            ask(day)
        assert str(day.year) in sentence(raised.value, "nl")
    assert ZUID.known_school_days(day, 5) == ()


def test_what_is_known_ends_before_the_first_holiday_that_is_missing() -> None:
    """To the clinician: half a year of holidays is not taken for a whole one."""
    # Published up to the summer of 2030, and Christmas after it; the autumn between is missing.
    assert ZUID.known_until < date(2030, 10, 1)
    with pytest.raises(IncompleteCaseError):
        ZUID.next_school_days(ZUID.known_until, 10)


@given(REGIONS, KNOWN_DAYS, st.integers(1, 15))
def test_next_school_days_are_the_next_ones(region: Region, start: date, count: int) -> None:
    """To everyone: no school day is skipped and none is invented."""
    calendar = SchoolCalendar(region)
    days = calendar.next_school_days(start, count)
    assert len(days) == count
    span = [start + timedelta(days=n) for n in range((days[-1] - start).days + 1)]
    assert [day for day in span if calendar.is_school_day(day)] == list(days)
    assert calendar.last_school_days(days[-1] + timedelta(days=1), count) == days


@given(REGIONS, KNOWN_DAYS)
def test_a_day_is_off_exactly_when_there_is_a_reason(region: Region, day: date) -> None:
    """To the clinician: every empty day has words, in both languages."""
    calendar = SchoolCalendar(region)
    for language in ("nl", "en"):
        assert bool(calendar.why_off(day, language)) != calendar.is_school_day(day)
