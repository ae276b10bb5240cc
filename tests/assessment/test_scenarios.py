"""Answers, weeks and totals that were told by hand, and what is made of them."""

import pytest

from assessment.told import Told, told
from caseform import catalogue
from caseform.assessment import (
    THERAPIST_ONLY,
    ThresholdState,
    function_profile,
    suggestion,
    thresholds,
)
from caseform.school_calendar import SchoolCalendar
from caseform.text import LANGUAGES

TYPES, THRESHOLDS, FUNCTIONS = told("types"), told("thresholds"), told("functions")
CATALOGUE = catalogue.load()


def results_of(one: Told) -> dict:
    calendar = SchoolCalendar.for_case(one.case)
    found = thresholds(one.case, CATALOGUE, today=one.today, calendar=calendar)
    return {result.entry.id: result for result in found}


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_what_people_answered_suggests_what_the_table_says(one: Told) -> None:
    """To the clinician: the suggestion is the table of the literature and nothing cleverer."""
    made = suggestion(one.case, CATALOGUE)

    assert made.kind == one.expects.get("suggests")
    assert made.also == one.expects.get("also")
    assert made.rule == one.expects.get("rule")
    assert list(made.missing) == one.expects.get("ask", [])
    said = [phrase.in_("en") for phrase in made.reasons]
    assert set(one.expects.get("says", [])) <= set(said)


def test_each_row_of_the_table_is_told() -> None:
    """To the reviewer: no row is kept that nobody ever read a story about."""
    assert {one.expects.get("rule") for one in TYPES} == {*range(1, 9), None}


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_what_is_said_of_parents_or_school_stays_with_the_therapist(one: Told) -> None:
    """To the parents and the school: no screen tells them that they keep a child away."""
    made = suggestion(one.case, CATALOGUE)

    weighs_others = {made.kind, made.also} & THERAPIST_ONLY
    assert made.therapist_only == bool(weighs_others or made.kind is None)


@pytest.mark.parametrize(
    "one", [one for one in THRESHOLDS if "threshold" in one.expects], ids=lambda one: one.name
)
def test_a_told_log_stands_where_it_says(one: Told) -> None:
    """To the clinician: read the weeks aloud, and this is where the threshold stands."""
    result = results_of(one)[one.expects["threshold"]]

    said = [phrase.in_("en") for phrase in result.sentences]
    assert result.state == one.expects["state"], said
    assert set(one.expects.get("says", [])) <= set(said)


@pytest.mark.parametrize(
    "one", [one for one in THRESHOLDS if "left_out" in one.expects], ids=lambda one: one.name
)
def test_a_threshold_that_does_not_hold_is_left_out(one: Told) -> None:
    """To the family: no law of another country, and no duty of another age."""
    left_out = set(one.expects["left_out"])

    assert set(results_of(one)) & left_out == set()
    assert left_out <= set(CATALOGUE.thresholds)


def test_each_threshold_is_told_reached_and_not_reached_and_as_too_little() -> None:
    """To the reviewer: each number was read aloud on both of its sides."""
    seen = {(one.expects.get("threshold"), one.expects.get("state")) for one in THRESHOLDS}
    for entry in CATALOGUE.thresholds.values():
        assert {(entry.id, "reached"), (entry.id, "not-reached")} <= seen, entry.id
    assert {state for _, state in seen} >= set(ThresholdState)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", [*TYPES, *THRESHOLDS], ids=lambda one: one.name)
def test_everything_that_is_said_is_a_sentence(one: Told, language) -> None:
    """To the reader: no code, no open blank, and each stands by itself."""
    said = [phrase.in_(language) for phrase in suggestion(one.case, CATALOGUE).reasons]
    for result in results_of(one).values():
        said += [phrase.in_(language) for phrase in result.sentences]

    assert said
    for sentence in said:
        assert sentence.endswith(".")
        assert not set("{}_") & set(sentence)


@pytest.mark.parametrize("one", FUNCTIONS, ids=lambda one: one.name)
def test_totals_come_to_the_published_means_and_ties(one: Told) -> None:
    """To the clinician: the form is scored as its authors score it, ties as ties."""
    profile = function_profile(one.case)

    assert profile is not None
    assert profile.means == pytest.approx(one.expects["means"])
    assert list(profile.highest) == one.expects["highest"]
    assert profile.is_tied == (len(one.expects["highest"]) > 1)
