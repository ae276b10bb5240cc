"""What the plan still needs, and other ways than school, in a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from playwright.sync_api import expect

from browser._board import Live
from browser._pages import (
    LONG,
    SIZE_NAMES,
    SIZES,
    check_calm,
    check_reached_by_keyboard,
    check_survives,
    looks,
    shown,
    told,
    view_of,
)
from caseform.model import (
    Alternative,
    AlternativeState,
    Case,
    FormalMeasure,
    Region,
    RuleOverride,
)
from caseform.widgets.return_plan import ReturnPlanPage

pytestmark = pytest.mark.browser

READY, WAYS = 2, 3


def weighing(case: Case) -> Case:
    """A case in which something of each kind is weighed, and a rule was set aside."""
    ways = (
        Alternative(id="w-1", option="special-class-or-school", state=AlternativeState.RUNNING),
        Alternative(id="w-2", option="letting-go-of-school"),
    )
    measure = "compulsory-attendance" if case.region.law == "NL" else "motivation-document"
    aside = RuleOverride(id="o-9", rule="R-T3", reason="zo past het bij het werk van moeder")
    case = case.with_items("return_plan.alternatives", ways)
    case = case.with_items("return_plan.measures", (FormalMeasure(id="m-1", measure=measure),))
    return case.with_item("return_plan.overrides", aside)


@contextmanager
def on_tab(live: Live, at: int) -> Iterator[Live]:
    """Go to a tab, and come back with what holds everywhere."""
    live.page.get_by_role("tab").nth(at).click()
    yield live
    check_calm(live.shown)


@pytest.fixture
def ready(live) -> Live:
    """The tab with what is still needed, on an invented case in which ways are weighed."""
    page = live(ReturnPlanPage, weighing(told("return", "nl")))
    page.page.get_by_role("tab").nth(READY).click()
    return page


@pytest.fixture
def ways(live) -> Live:
    """The tab with other ways, on the same case."""
    page = live(ReturnPlanPage, weighing(told("return", "nl")))
    page.page.get_by_role("tab").nth(WAYS).click()
    return page


def fold(live: Live, name: str) -> Any:
    return live.page.locator(".cf-plan-turn").filter(has_text=name)


@looks("return", "home", "new")
def test_both_tabs_are_readable_and_reachable(chromium, case, language, about) -> None:
    """At a desk, on a small laptop, with a screen reader; one of each kind open."""
    view = view_of(ReturnPlanPage, case, language)
    with shown(chromium, ReturnPlanPage, view, **about) as page:
        for tab in (READY, WAYS):
            page.page.get_by_role("tab").nth(tab).click()
            check_calm(page)
            for part in page.page.locator(".cf-plan-folds").all():
                part.locator(".cf-plan-turn").last.click()
                check_calm(page)


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_what_is_weighed_is_readable_and_reachable(live, about) -> None:
    """All questions of a way and both sides of a measure, on the smallest screen too."""
    flemish = told("home", "nl").model_copy(update={"region": Region.VL})
    with on_tab(live(ReturnPlanPage, weighing(flemish), **about), WAYS) as page:
        for name in ("Een speciale klas", "School een tijd loslaten", "M-document"):
            fold(page, name).click()
            check_calm(page.shown)


def test_everything_is_reached_by_the_tab_key(ready) -> None:
    """No gesture needs a mouse."""
    fold(ready, "Aan de deur").click()
    check_reached_by_keyboard(ready.shown)
    ready.page.get_by_role("tab").nth(WAYS).click()
    fold(ready, "School een tijd loslaten").click()
    check_reached_by_keyboard(ready.shown)


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_long_names_and_words_wrap(chromium, about) -> None:
    """What is weighed and said may be long."""
    view = deepcopy(view_of(ReturnPlanPage, "return"))
    page = view["page"]
    for row in page["findings"]["rows"]:
        row["text"] = LONG
        row["point"] = ""
    for group in page["ready"]["points"]["groups"]:
        for point in group["points"]:
            point["text"] = point["words"] = LONG
        for one in group["advice"]:
            one["text"] = LONG
    for pull in page["ready"]["pulls"]["rows"]:
        pull["text"] = pull["words"] = LONG
        for side in pull["sides"]:
            side["text"] = LONG
    for option in page["ways"]["options"]["rows"]:
        option["name"] = option["text"] = LONG
    for measure in page["ways"]["measures"]["rows"]:
        measure["name"] = LONG
        measure["against"] = [LONG]
    with shown(chromium, ReturnPlanPage, view, **about) as long:
        for tab in (READY, WAYS):
            long.page.get_by_role("tab").nth(tab).click()
            for part in long.page.locator(".cf-plan-folds").all():
                part.locator(".cf-plan-turn").first.click()
                check_calm(long)


def test_one_group_is_open_at_a_time(ready) -> None:
    """Calm: a tired reader sees one subject."""
    fold(ready, "De ladder").click()
    fold(ready, "Belonen en").click()

    assert ready.page.locator(".cf-plan-unfolded").count() == 1
    expect(fold(ready, "Belonen en")).to_have_attribute("aria-expanded", "true")


def test_a_point_is_answered_and_the_finding_beside_it_goes(ready) -> None:
    """The question and what it brings up stand together."""
    fold(ready, "Wat school klaar heeft").click()
    question = ready.page.locator(".cf-plan-point").filter(
        has=ready.page.locator(".cf-plan-finding")
    )
    asked = question.locator(".cf-plan-asked").inner_text().splitlines()[0]
    question.get_by_role("radio", name="ja", exact=True).click()
    ready.answer()

    there = ready.page.locator(".cf-plan-point").filter(has_text=asked)
    expect(there.get_by_role("radio", name="ja", exact=True)).to_have_attribute(
        "aria-checked", "true"
    )
    expect(there.locator(".cf-plan-finding")).to_have_count(0)


def test_half_typed_words_survive(chromium) -> None:
    """The group in which they were typed is open again after a reload."""
    view = view_of(ReturnPlanPage, "new")
    point = view["page"]["ready"]["points"]["groups"][0]["points"][0]
    view["drafts"] = {f"return.point.{point['id']}.words": "de mentor zou"}
    with shown(chromium, ReturnPlanPage, view) as page:
        page.page.get_by_role("tab").nth(READY).click()
        field = page.page.get_by_label("In eigen woorden")
        expect(field).to_have_value("de mentor zou")
        name = f"return.point.{point['id']}.words"
        check_survives(page, view, "In eigen woorden", name)


def test_a_finding_leads_to_the_row_where_it_is_solved(ready) -> None:
    """One press, and the row is open with the focus on it."""
    finding = ready.page.locator(".cf-plan-finding.cf-plan-hard").first
    finding.get_by_role("button", name="Ga naar: Een speciale klas").click()

    row = fold(ready, "Een speciale klas")
    expect(row).to_have_attribute("aria-expanded", "true")
    expect(row).to_be_focused()


def test_a_finding_leads_to_the_field_where_it_is_solved(chromium) -> None:
    """The cursor stands in it."""
    view = deepcopy(view_of(ReturnPlanPage, "return"))
    row = view["page"]["findings"]["rows"][0]
    label = next(one["label"] for one in view["page"]["how"]["fields"] if not one["people"])
    row["weight"] = "hard"
    row["place"] = {"text": f"Ga naar: {label}", "tab": "plan", "label_of": label}
    with shown(chromium, ReturnPlanPage, view) as page:
        page.page.get_by_role("tab").nth(READY).click()
        page.page.get_by_role("button", name=f"Ga naar: {label}").click()

        expect(page.page.get_by_label(label, exact=True)).to_be_focused()


def test_a_finding_leads_to_the_step_that_it_is_about(chromium) -> None:
    """The step is open, and one can go on from there."""
    view = deepcopy(view_of(ReturnPlanPage, "return"))
    step = view["page"]["ladder"]["steps"][1]
    row = view["page"]["findings"]["rows"][0]
    row["weight"] = "hard"
    row["place"] = {"text": "Ga naar: Plan", "tab": "plan", "step": step["id"]}
    with shown(chromium, ReturnPlanPage, view) as page:
        page.page.get_by_role("tab").nth(READY).click()
        page.page.get_by_role("button", name="Ga naar: Plan").first.click()

        words = page.page.locator(".cf-ladder-words").nth(1)
        expect(words).to_be_focused()
        expect(words).to_have_attribute("aria-expanded", "true")


def test_setting_aside_asks_why_and_is_taken_back(ready) -> None:
    """Your judgement comes first, in a sentence."""
    finding = ready.page.locator(".cf-plan-finding.cf-plan-hard").first
    words = finding.locator("p").inner_text()
    finding.get_by_role("button", name="Zet opzij").click()
    ready.page.get_by_role("button", name="Zet opzij met deze reden").click()
    ready.answer()
    expect(ready.page.get_by_role("alert")).to_have_text(
        "Schrijf kort op waarom. Er is niets veranderd."
    )
    ready.page.get_by_label("Waarom hier niet").fill("zo besproken")
    ready.page.get_by_role("button", name="Zet opzij met deze reden").click()
    ready.answer()
    expect(ready.page.locator("dialog")).to_have_count(0)
    expect(ready.page.locator(".cf-plan-needs button:focus")).to_have_count(1)
    aside = ready.page.locator(".cf-plan-set-aside > li")
    expect(aside.filter(has_text="zo besproken")).to_have_count(1)
    check_calm(ready.shown)

    aside.filter(has_text="zo besproken").get_by_role("button", name="Neem terug").press("Enter")
    ready.answer()
    expect(ready.page.locator(".cf-plan-needs button:focus")).to_have_count(1)

    assert ready.page.locator(".cf-plan-finding.cf-plan-hard").first.inner_text().startswith(words)


def test_why_of_a_measure_says_that_the_law_was_not_checked(ways) -> None:
    """Old law is not taken for law."""
    fold(ways, "Melding bij het verzuimloket").click()
    button = ways.page.get_by_role("button", name="Bron Melding bij het verzuimloket")
    button.click()
    panel = ways.page.locator(".cf-popover")
    expect(panel).to_contain_text("Verouderd: nog niet nagekeken met de wet van nu.")
    assert ways.shown.axe() == []

    ways.page.keyboard.press("Escape")

    expect(panel).to_have_count(0)
    expect(button).to_be_focused()


def test_what_is_taken_up_moves_to_what_is_weighed_with_the_focus(ways) -> None:
    """By keyboard alone one can go on where one was."""
    fold(ways, "Een bemiddelaar").click()
    ways.page.get_by_role("button", name="Weeg dit").press("Enter")
    ways.answer()

    row = ways.page.locator("section").first.locator(".cf-plan-turn").filter(has_text="bemiddelaar")
    expect(row).to_be_focused()
    expect(row).to_have_attribute("aria-expanded", "true")


def test_what_is_taken_away_leaves_the_focus_on_the_tab(ways) -> None:
    """By keyboard one is not sent back to the top of the page."""
    fold(ways, "Een speciale klas").click()
    ways.page.get_by_role("button", name="Haal weg: Een speciale klas").press("Enter")
    ways.answer()

    expect(ways.page.locator(".cf-plan-needs button:focus")).to_have_count(1)


def test_choosing_with_something_open_asks_why(ways) -> None:
    """The clinician decides, after having read what is still open."""
    fold(ways, "School een tijd loslaten").click()
    ways.page.get_by_role("radio", name="gekozen").click()
    dialog = ways.page.locator("dialog")
    expect(dialog.get_by_role("listitem")).to_have_count(4)
    assert ways.shown.axe() == []
    dialog.get_by_label("Waarom nu al").fill("plaats vanaf maandag")
    dialog.get_by_role("button", name="Kies met deze reden").click()
    ways.answer()

    expect(dialog).to_have_count(0)
    assert ways.case.return_plan.alternatives[1].state is AlternativeState.CHOSEN


def test_what_is_typed_is_text(chromium) -> None:
    """Words of a team are never markup."""
    view = deepcopy(view_of(ReturnPlanPage, "return"))
    view["page"]["ready"]["pulls"]["rows"][0]["text"] = "<img src=x onerror=alert(1)>"
    with shown(chromium, ReturnPlanPage, view) as page:
        page.page.get_by_role("tab").nth(READY).click()

        expect(page.page.get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
