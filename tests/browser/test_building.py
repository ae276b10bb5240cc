"""Three cases are built through the pages alone: by keyboard, by touch, by mouse."""

from datetime import date

import pytest

from browser._hands import HANDS
from caseform import catalogue
from caseform.assessment import suggestion
from caseform.model import Answer, Case, Person, PersonKind, Region
from caseform.widgets.assessment import AssessmentPage
from support.scripts import SCRIPTS, Script, laid, script

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
BEGUN = date(2026, 11, 2)
# A board on which nothing has to be scrolled under a dragged card.
ANSWERS = {Answer.YES: "ja", Answer.NO: "nee", Answer.UNKNOWN: "weet niet"}
ROOMY = {"width": 1280, "height": 2000}


def begun(told: Script) -> Case:
    """Return the case before anything was laid, with the people of the script."""
    people = tuple(
        Person(id=f"p-{each.key}", kind=each.kind, called=each.called) for each in told.people
    )
    return Case(
        id="c-1",
        alias=told.alias,
        region=Region(told.region),
        created_on=BEGUN,
        people=people,
    )


def picture(case: Case) -> dict[str, set[object]]:
    """Return what stands on the board, told apart by words instead of ids."""
    words = {card.id: (card.words, card.said_by) for card in case.factors}
    return {
        "cards": {
            (card.words, card.said_by, card.place, card.bearing, card.draw) for card in case.factors
        },
        "links": {(words[k.source], words[k.target], k.sign) for k in case.links},
        "compared": {
            (frozenset(words[card] for card in one.cards), one.verdict) for one in case.comparisons
        },
        "circles": {frozenset(words[card] for card in one.cards) for one in case.circles},
    }


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_case_is_built_through_the_board_alone(opened, name):
    """Whatever hand one has, the same picture comes of it."""
    told = script(name)
    board = opened(begun(told), size=ROOMY)

    hand = HANDS[name](board, told)
    hand.lay_all()

    print(f"{name}: {len(told.cards)} cards, {len(told.links)} links, {hand.actions} actions")
    built, wanted = picture(board.case), picture(laid(begun(told), told, on=BEGUN))
    for part in wanted:
        assert built[part] ^ wanted[part] == set(), part


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_kind_of_absence_it_may_be_is_answered_on_the_page_alone(live, name):
    """Each answer with who gave it; what the table makes of them is only pointed at."""
    told = script(name)
    case = begun(told)
    shown = live(AssessmentPage, case, size=ROOMY)
    shown.page.get_by_role("tab", name="Soort afwezigheid").click()
    questions = catalogue.load().questions

    for one in told.answers:
        person = case.person(f"p-{one.by}")
        is_me = person.kind is PersonKind.THERAPIST
        shown.page.get_by_role(
            "radio", name="ik zelf" if is_me else person.called, exact=True
        ).click()
        shown.page.get_by_role("button", name=questions[one.about].text.nl, exact=True).click()
        answer = shown.page.locator(".cf-prepare-answer")
        answer.get_by_role("radio", name=ANSWERS[one.answer], exact=True).click()
        shown.answer()
        shown.page.get_by_role("button", name=questions[one.about].text.nl, exact=True).click()

    found = suggestion(shown.case, catalogue.load())
    assert (found.kind, found.also) == (told.suggests, told.also)
    given = {(o.about, o.answer, o.said_by) for o in shown.case.assessment.observations}
    assert len(given) == len(told.answers)
