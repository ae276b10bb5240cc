"""Advice that nothing fires stands where it helps, in both languages."""

import pytest

from caseform import catalogue
from caseform.catalogue import PointGroup
from caseform.checks import prompts
from caseform.model import Severity

BOOK = catalogue.load()

# Where each of them is read. R-T8, R-T14, R-L5, R-P13 and R-M5 have something in a case that
# fires them.
BESIDE = {
    PointGroup.DOOR: ["R-H8", "R-H10"],
    PointGroup.LADDER: ["R-T13", "R-S8", "R-S17", "R-S19", "R-S20"],
    PointGroup.REWARD: ["R-P4", "R-P5"],
    PointGroup.SCHOOL: ["R-B11"],
    PointGroup.HOME: ["R-P10"],
    PointGroup.ASSESSMENT: ["R-A4"],
    PointGroup.RETURNING: [],
}


@pytest.mark.parametrize("group", PointGroup)
def test_advice_is_read_beside_the_points_that_it_is_about(group: PointGroup) -> None:
    """To the clinician: a thought comes when it helps, and is no point to answer."""
    said = prompts(group, BOOK)

    assert [one.rule for one in said] == BESIDE[group]
    assert all(one.severity is Severity.ADVICE for one in said)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_advice_can_be_read_in_both_languages(language: str) -> None:
    """To the reader: each prompt is a whole sentence with a source behind it."""
    for group in PointGroup:
        for one in prompts(group, BOOK):
            assert one.message(language, BOOK).endswith(".")
            assert BOOK.rules[one.rule].lines


def test_no_advice_is_left_without_a_place() -> None:
    """To the reviewer: advice that nothing shows would be advice that nobody reads."""
    placed = {rule.id for rule in BOOK.rules.values() if rule.beside}
    advice = {rule.id for rule in BOOK.rules.values() if rule.severity is Severity.ADVICE}

    assert advice - placed <= {"R-T8", "R-T14", "R-L5", "R-P13", "R-M5"}
