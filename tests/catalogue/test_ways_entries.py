"""Other ways and formal measures: complete, traceable, and each in its own country."""

import re

import pytest

from caseform.catalogue import load
from caseform.text import LANGUAGES

CATALOGUE = load()
ENTRIES = (*CATALOGUE.alternatives.values(), *CATALOGUE.measures.values())

# Words of one country's law and help; the other country never reads them.
WORDS = {
    "NL": re.compile(r"leerplicht|startkwalificatie|DUO\b|RMC|samenwerkingsverband|inspectie"),
    "VL": re.compile(r"\bCLB\b|\bOCJ\b|M-doc|\bCAW\b|OCMW|TOAH|examencommissie", re.IGNORECASE),
}

each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)


@each_entry
def test_an_entry_speaks_of_its_own_country_alone(entry) -> None:
    """To a Flemish family: Dutch law does not reach them, nor the other way round."""
    words = " ".join((entry.name.nl, entry.text.nl, *_against(entry), *_in_favour(entry)))
    other = {"NL": "VL", "VL": "NL"}.get(entry.law or "")

    assert other is None or not WORDS[other].search(words)


@each_entry
def test_an_entry_is_named_once_and_shortly(entry) -> None:
    """To the therapist: a folded list can be read in one look."""
    for language in LANGUAGES:
        names = [one.name.in_(language) for one in ENTRIES]
        assert names.count(entry.name.in_(language)) == 1
        assert len(entry.name.in_(language)) <= 60


@each_entry
def test_an_entry_can_be_traced(entry) -> None:
    """To the reviewer: nothing was made up."""
    assert {line.partition(":")[0] for line in entry.lines} <= set(CATALOGUE.sources)


def test_a_measure_belongs_to_one_country() -> None:
    """To the therapist: the law of each country has its own list."""
    laws = [entry.law for entry in CATALOGUE.measures.values()]

    assert (laws.count("VL"), laws.count("NL")) == (3, 6)


def test_only_dual_learning_names_an_age() -> None:
    """To the therapist: where the source gives no age, none is guessed."""
    ages = {one.id: one.from_age for one in CATALOGUE.alternatives.values() if one.from_age}

    assert ages == {"dual-learning": 15}


def test_help_beside_school_does_not_take_its_place() -> None:
    """To the family: therapy asks for no agreement on leaving school."""
    beside = {one.id for one in CATALOGUE.alternatives.values() if not one.leaves_school}

    assert beside == {
        "cognitive-behavioural-therapy",
        "other-therapy",
        "treatment-at-school",
        "intensive-outpatient-team",
        "outpatient-treatment",
        "help-for-the-family",
        "mediator",
    }


def test_the_motivation_document_has_both_sides() -> None:
    """To the team: what speaks for it and against it is weighed together."""
    entry = CATALOGUE.measures["motivation-document"]

    assert len(entry.in_favour) >= 4
    assert len(entry.against) >= 5


def _against(entry) -> tuple[str, ...]:
    against = entry.against if isinstance(entry.against, tuple) else (entry.against,)
    return tuple(one.nl for one in against)


def _in_favour(entry) -> tuple[str, ...]:
    return tuple(one.nl for one in getattr(entry, "in_favour", ()))
