"""What a plan needs to be ready: each point is a question that matters and that can be settled."""

import pytest

from caseform.catalogue import load
from caseform.model import Answer
from caseform.text import LANGUAGES, Language

CATALOGUE = load()

# What is not arranged is asked until it is; what may be harmful, or was said outright, waits for
# that very answer.
SPEAK_ON_NO_ALONE = {"R-S10", "R-A9", "R-B3", "R-B4"}
SPEAK_ON_YES = {
    *("R-S15", "R-H4", "R-H5", "R-H6", "R-B6", "R-B7", "R-L4"),
    *("R-P1", "R-P2", "R-P3", "R-P6", "R-P7", "R-P8", "R-P9", "R-P12"),
}

each_point = pytest.mark.parametrize("point", CATALOGUE.points.values(), ids=lambda point: point.id)
deciding = pytest.mark.parametrize(
    "rule", [rule for rule in CATALOGUE.rules.values() if rule.asks], ids=lambda rule: rule.id
)


@each_point
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_point_is_one_question_that_yes_or_no_answers(point, language: Language) -> None:
    """To the clinician: it is read once and answered in a second."""
    question = point.text.in_(language)

    assert question.endswith("?")
    assert question.count("?") == 1
    assert len(question) <= 130


@each_point
def test_a_point_decides_something(point) -> None:
    """To the clinician: nothing is asked for the sake of asking."""
    assert point.id in {rule.asks for rule in CATALOGUE.rules.values()}


@each_point
def test_a_point_can_be_settled(point) -> None:
    """To the clinician: there is an answer after which the page is quiet."""
    loud = {
        answer
        for rule in CATALOGUE.rules.values()
        if rule.asks == point.id
        for answer in rule.speaks_on
    }

    assert loud
    assert {Answer.YES, Answer.NO} - loud


@deciding
def test_nobody_is_supposed_to_do_harm(rule) -> None:
    """To the parents and the school: harm that nobody asked about is not held against them."""
    if rule.id in SPEAK_ON_YES:
        assert rule.speaks_on == (Answer.YES,)
    elif rule.id in SPEAK_ON_NO_ALONE:
        assert rule.speaks_on == (Answer.NO,)
    else:
        assert rule.speaks_on == (Answer.NO, Answer.UNKNOWN)


@deciding
def test_a_hard_rule_waits_for_an_answer(rule) -> None:
    """To the clinician: a plan is never held up by a question that nobody asked yet."""
    if rule.severity == "hard":
        assert Answer.UNKNOWN not in rule.speaks_on
