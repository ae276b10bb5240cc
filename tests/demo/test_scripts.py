"""The scripts that journeys follow: they hold together, and they tell the invented cases."""

from datetime import date

import pytest

from caseform.assessment import suggestion
from caseform.catalogue import load
from caseform.demo import cases
from caseform.model import COLLECTIONS, Case, Person, PersonKind, Region
from caseform.retelling import circles
from caseform.text import LANGUAGES, Language
from support.cases import TODAY
from support.scripts import SCRIPTS, ScriptName, laid, script
from support.truancy import truancy

from .conftest import TODAY as DEMO_DAY


def empty(region: str) -> Case:
    return Case(id="c-1", alias="a", region=Region(region), created_on=date(2026, 11, 2))


@pytest.fixture(params=SCRIPTS)
def told_by(request: pytest.FixtureRequest) -> ScriptName:
    """Each of the three scripts."""
    given: ScriptName = request.param
    return given


def test_a_script_is_a_board_with_some_links_and_a_circle(
    told_by: ScriptName, language: Language
) -> None:
    """A journey that follows it meets what a first conversation brings."""
    told = script(told_by, language)

    assert 8 <= len(told.cards) <= 12
    assert len(told.links) >= 8
    assert len({card.by for card in told.cards}) >= 3
    assert {one.verdict.value for one in told.comparisons} == {"agree", "differ"}
    assert told.people[0].kind is PersonKind.YOUNG_PERSON
    assert len({card.words for card in told.cards}) == len(told.cards)


def test_what_a_script_lays_is_a_case_in_which_its_circles_are_found(
    told_by: ScriptName, language: Language
) -> None:
    """Every link has two cards, every speaker exists, and the circle closes."""
    told = script(told_by, language)
    case = laid(empty(told.region), told, on=TODAY)

    assert [card.words for card in case.factors] == [card.words for card in told.cards]
    assert {card.said_by for card in case.factors} <= {person.id for person in case.people}
    found = [set(cards) for cards in circles(case)]
    assert all(set(circle.cards) in found for circle in case.circles)


def test_what_a_script_answers_leads_to_what_it_says(told_by: ScriptName) -> None:
    """The table suggests exclusion with truancy for the one, refusal for another, and asks on."""
    told = script(told_by)
    case = laid(empty(told.region), told, on=TODAY)

    suggested = suggestion(case, load())

    assert (suggested.kind, suggested.also) == (told.suggests, told.also)


@pytest.mark.parametrize("name", ["return", "home"])
def test_a_script_tells_the_demo_case_card_by_card_and_link_by_link(
    name: ScriptName, language: Language
) -> None:
    """A case that was built by hand looks like the one that ships."""
    told = script(name, language)
    demo, _ = cases(name, today=DEMO_DAY, language=language)
    called = {person.key: person.called for person in told.people}
    demo_links = {(link.source, link.target, link.sign) for link in demo.links}

    for card in told.cards:
        there = demo.find("factors", f"f-{card.key}")
        assert (there.words, there.place, there.side) == (card.words, card.place, card.side)
        assert demo.person(there.said_by).called == called[card.by]
    assert {(f"f-{k.source}", f"f-{k.target}", k.sign) for k in told.links} <= demo_links
    ids = {f"f-{card.key}" for card in told.cards}
    assert len(told.links) == len([k for k in demo_links if {k[0], k[1]} <= ids])
    compared = {(one.cards, one.verdict) for one in demo.comparisons}
    assert {(tuple(f"f-{c}" for c in one.cards), one.verdict) for one in told.comparisons} <= (
        compared
    )
    chosen = {one.cards for one in demo.circles}
    assert {tuple(f"f-{card}" for card in cards) for cards in told.circles} <= chosen
    heard = {(one.about, one.answer) for one in demo.assessment.observations}
    assert {(one.about, one.answer) for one in told.answers} <= heard


def test_the_third_case_is_laid_from_its_script_and_is_whole() -> None:
    """It is a Flemish case with people, views and days of its own."""
    dutch, english = (truancy(language) for language in LANGUAGES)

    assert dutch.region.law == "VL"
    assert [item.id for _, item in dutch.all_items()] == [
        item.id for _, item in english.all_items()
    ]
    missing = {
        "sentences",
        "relations",
        "accommodations",
        "network",
        "goals",
        "assessment.functions",
        "school.timetable",
        "school.adjustments",
        "school.free_days",
        "school.special_weeks",
        "return_plan.steps",
        "return_plan.escorts",
        "return_plan.days",
        "return_plan.overrides",
        "return_plan.away",
        "return_plan.ready",
        "return_plan.agreed",
        "return_plan.alternatives",
        "return_plan.measures",
        "return_plan.pulls",
        "agreements",
        "notes",
    }
    assert {path for path in COLLECTIONS if not dutch.items(path)} == missing
    people = [person for person in dutch.people if isinstance(person, Person)]
    told = {person.key: person.called for person in script("truancy").people}
    assert {p.id: p.called for p in people if p.id.removeprefix("p-") in told} == {
        f"p-{key}": called for key, called in told.items()
    }


def test_the_third_case_suggests_exclusion_and_truancy_beside_it() -> None:
    """Neither hides the other, and both stay on the therapist's page."""
    suggested = suggestion(truancy(), load())

    assert (suggested.kind, suggested.also) == ("exclusion", "truancy")
    assert suggested.therapist_only
