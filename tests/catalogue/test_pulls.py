"""Where sources pull in different directions, both sides can be read and neither is hidden."""

import re

import pytest

from caseform.catalogue import load
from caseform.text import LANGUAGES, Language

CATALOGUE = load()

each_pull = pytest.mark.parametrize("pull", CATALOGUE.pulls.values(), ids=lambda pull: pull.id)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def test_these_are_the_questions_on_which_sources_differ() -> None:
    """To the clinician: no difference is smoothed over, and none is made up."""
    assert list(CATALOGUE.pulls) == [
        "fast-or-slow",
        "who-sets-the-step",
        "whom-to-call-first",
        "look-for-the-cause",
        "one-day-or-every-day",
        "sanction-or-not",
        "schoolwork-at-home",
        "longer-or-within-the-term",
    ]


@each_pull
def test_each_side_can_be_looked_up(pull) -> None:
    """To the reviewer: each side rests on lines of its own, not on the other's."""
    assert pull.first_lines
    assert pull.second_lines
    assert not set(pull.first_lines) & set(pull.second_lines)


@each_pull
@each_language
def test_a_pull_is_a_question_with_two_sides_and_a_way_to_hold_both(pull, language: Language):
    """To the clinician: a choice that can be talked over, in words that fit on a card."""
    said = [part.in_(language) for part in (pull.text, pull.first, pull.second, pull.both)]

    assert said[0].endswith("?")
    assert all(sentence.endswith(".") for sentence in said[1:])
    assert len(set(said)) == len(said)
    assert max(len(sentence) for sentence in said) <= 200


@each_pull
def test_what_holds_both_names_rules_that_exist(pull) -> None:
    """To the clinician: the rule that watches over a side can be opened from here."""
    for language in LANGUAGES:
        named = re.findall(r"R-[A-Z]\d+", pull.both.in_(language))
        assert set(named) <= CATALOGUE.rules.keys()


@each_language
def test_fast_or_slow_is_decided_by_how_heavy_it_is(language: Language) -> None:
    """To the clinician: why one rule speaks here and the other does not is said."""
    both = CATALOGUE.pulls["fast-or-slow"].both.in_(language)

    assert {"R-T9", "R-T10"} <= set(re.findall(r"R-T\d+", both))
    assert re.search(r"laag 3|tier 3", both)
