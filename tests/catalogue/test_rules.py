"""Rules, ladders, regions and sources each keep their promises."""

import re

import pytest

from caseform.catalogue import Basis, load
from caseform.model import HowFar, Region, Severity, StepKind
from caseform.text import LANGUAGES, Language

CATALOGUE = load()
RULES = (
    {f"R-T{n}" for n in range(1, 16)}
    | {f"R-S{n}" for n in range(1, 23)}
    | {f"R-H{n}" for n in range(1, 12)}
    | {f"R-A{n}" for n in range(1, 10)}
    | {f"R-F{n}" for n in range(1, 8)}
    | {f"R-P{n}" for n in range(1, 14)}
    | {f"R-B{n}" for n in range(1, 13)}
    | {f"R-L{n}" for n in range(1, 8)}
    | {f"R-X{n}" for n in range(1, 11)}
    | {f"R-M{n}" for n in range(1, 8)}
    | {"R-C4", "R-C5", "R-C9", "R-E1", "R-E2"}
)
HARD = {
    *("R-T1", "R-T2", "R-T5", "R-T6", "R-S1", "R-S11", "R-H1", "R-H5", "R-H7"),
    *("R-A1", "R-A9", "R-L1", "R-E1", "R-B3", "R-P1", "R-P3"),
    *("R-X3", "R-X7", "R-X8", "R-X10", "R-M1", "R-M6"),
}
# What would sound like proof, an order or a reproach; "accommodation" and the like are for the
# therapist's own pages and never stand in a sentence that may be read aloud.
STERN = {
    "nl": re.compile(
        r"weiger|verzuim|toegeven|terugval|accommodat|\beis(en|t)?\b|verboden|\bfout\b|bewezen"
        r"|\bmoet u\b|\bu moet\b|\bnooit\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"refus|truan|relapse|accommodat|\bdemands?\b|forbidden|\bwrong\b(?! way)|proven"
        r"|\byou must\b|\bnever\b",
        re.IGNORECASE,
    ),
}

each_rule = pytest.mark.parametrize("rule", CATALOGUE.rules.values(), ids=lambda rule: rule.id)
each_ladder = pytest.mark.parametrize(
    "ladder", CATALOGUE.ladders.values(), ids=lambda ladder: ladder.id
)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def test_the_rules_are_those_that_the_checks_know():
    """No finding is without its words."""
    assert set(CATALOGUE.rules) == RULES


def test_only_these_rules_can_keep_a_plan_from_being_agreed():
    """A rule does not become heavier by a slip in a file."""
    hard = {rule.id for rule in CATALOGUE.rules.values() if rule.severity is Severity.HARD}

    assert hard == HARD


@each_rule
@each_language
def test_rule_is_said_in_one_or_two_kind_sentences(rule, language: Language):
    """A clinician can read it aloud to a family without softening it first."""
    message = rule.message.in_(language)
    sentences = re.split(r"(?<=[.?!])\s+", message)

    assert 1 <= len(sentences) <= 2, message
    assert message[-1] in ".?!"
    assert len(message) <= 160
    assert not STERN[language].search(message), message


@each_rule
def test_rule_can_be_traced_and_says_what_it_rests_on(rule):
    """A practice rule is not taken for proof."""
    assert rule.lines
    assert CATALOGUE.bases[rule.basis].nl
    assert {passage.partition(":")[0] for passage in rule.lines} <= set(CATALOGUE.sources)


def test_what_a_rule_rests_on_is_said_in_words():
    """The reader sees at once whether a source or caseform is speaking."""
    assert set(CATALOGUE.bases) == set(Basis)


def test_a_rule_that_names_dutch_law_holds_under_dutch_law_alone():
    """A Flemish family is not told about a Dutch officer."""
    dutch = {
        rule.id
        for rule in CATALOGUE.rules.values()
        if re.search(r"leerplicht|thuiszit|in Nederland", rule.message.nl)
    }

    assert dutch == {rule.id for rule in CATALOGUE.rules.values() if rule.law == "NL"}
    assert dutch == {"R-M5", "R-M7"}


def test_there_is_a_ladder_for_each_way_of_asking_a_little_more():
    """Whoever starts a plan has something to start from."""
    assert list(CATALOGUE.ladders) == ["distance", "time", "lesson", "demand", "social", "plateau"]
    assert {ladder.kind for ladder in CATALOGUE.ladders.values()} == set(StepKind) - {
        StepKind.RHYTHM
    }


@each_ladder
def test_ladder_has_rungs_that_a_young_person_can_read(ladder):
    """The words on a step card are short and kind."""
    ids = [step.id for step in ladder.steps]

    assert len(set(ids)) == len(ids)
    assert ladder.lines
    for step in ladder.steps:
        for language in LANGUAGES:
            words = step.text.in_(language)
            assert len(words) <= 50
            assert not STERN[language].search(words)


def test_the_distance_ladder_comes_closer_with_each_rung():
    """The first rung is the lightest one."""
    order = list(HowFar)
    reached = [order.index(step.reaches) for step in CATALOGUE.ladders["distance"].steps]

    assert reached == sorted(reached)


def test_regions_are_those_of_the_model_under_the_same_law():
    """Calendar, law and school words of the two countries never mix."""
    assert set(CATALOGUE.regions) == {region.value for region in Region}
    for region in Region:
        assert CATALOGUE.regions[region].law == region.law


def test_every_source_is_used():
    """The list of sources is no longer than what entries rest on."""
    entries = (*CATALOGUE.factors.values(), *CATALOGUE.rules.values(), *CATALOGUE.ladders.values())
    used = {passage.partition(":")[0] for entry in entries for passage in entry.lines}

    assert used == set(CATALOGUE.sources)
