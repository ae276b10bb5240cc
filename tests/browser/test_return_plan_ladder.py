"""The ladder of the graded return in a real browser: opened, ordered by hand and by key."""

from copy import deepcopy

import pytest
from playwright.sync_api import expect

from browser._harness import NARROW
from browser._pages import SIZE_NAMES, SIZES, check_calm, looks, shown, view_of
from caseform import catalogue
from caseform.widgets.return_plan import ReturnPlanPage
from support.cases import noor

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(chromium):
    """The plan of an invented case."""
    with shown(chromium, ReturnPlanPage, view_of(ReturnPlanPage)) as page:
        yield page


def _open(page, words):
    page.locator(".cf-ladder-words", has_text=words).click()


@looks("return")
def test_an_opened_step_is_readable_and_reachable(chromium, case, language, about):
    """All that can be said of a step, on the smallest screen too."""
    with shown(chromium, ReturnPlanPage, view_of(ReturnPlanPage, case, language), **about) as page:
        page.page.locator(".cf-ladder-words").nth(1).click()
        page.page.locator(".cf-ladder-more").click()
        check_calm(page)


def test_an_open_step_stays_open_while_the_page_is_drawn_anew(plan):
    """A change elsewhere does not fold up what one is working on."""
    view = view_of(ReturnPlanPage)
    _open(plan.page, "Tot het hek")
    box = plan.page.get_by_label("Wat helpt")
    box.fill("muziek in één oor")

    newer = deepcopy(view)
    newer["page"]["ladder"]["steps"][0]["words"] = "Op de fiets, tot de brug"
    plan.show(newer)

    expect(box).to_have_value("muziek in één oor")
    expect(plan.page.locator(".cf-ladder-words").first).to_contain_text("tot de brug")


def test_a_step_that_is_opened_says_first_what_it_is_and_the_rest_on_asking(plan):
    """A tired evening asks for five things, not for fifteen."""
    _open(plan.page, "Tot het hek")
    expect(plan.page.get_by_label("De stap, in eigen woorden")).to_be_visible()
    expect(plan.page.get_by_label("Minuten op school")).to_have_count(0)

    plan.page.get_by_role("button", name="Meer over deze stap").click()

    expect(plan.page.get_by_label("Minuten op school")).to_be_visible()


@pytest.mark.parametrize("about", SIZES[:2], ids=SIZE_NAMES[:2])
def test_a_step_is_dragged_to_its_place_by_its_grip(live, about):
    """The order is theirs, and a hand shows it fastest."""
    page = live(ReturnPlanPage, noor(), **about)
    grip = page.page.get_by_role("button", name="Verplaats: tot het bankje")
    grip.scroll_into_view_if_needed()
    at = grip.bounding_box()
    above = page.page.locator(".cf-ladder-step").first.bounding_box()
    mouse = page.page.mouse
    mouse.move(at["x"] + 10, at["y"] + 20)
    mouse.down()
    mouse.move(at["x"] + 10, at["y"] - 10, steps=5)
    mouse.move(at["x"] + 10, above["y"] + 4, steps=5)
    page.page.wait_for_timeout(200)
    mouse.up()
    page.answer()

    assert [step.id for step in page.case.return_plan.steps] == ["s-2", "s-1"]


def test_a_step_is_dragged_by_a_finger_that_waits_a_moment(live):
    """On the tablet between them a swipe scrolls, and a held grip moves."""
    page = live(ReturnPlanPage, noor(), size=NARROW)
    finger = page.page.context.new_cdp_session(page.page)
    finger.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 1})
    grip = page.page.get_by_role("button", name="Verplaats: tot het bankje")
    grip.scroll_into_view_if_needed()
    start = grip.bounding_box()
    above = page.page.locator(".cf-ladder-step").first.bounding_box()

    def touch(kind, *points):
        places = [{"x": x, "y": y} for x, y in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    x, y = start["x"] + 20, start["y"] + 20
    touch("touchStart", (x, y))
    page.page.wait_for_timeout(300)
    for part in (0.2, 0.5, 0.8, 1):
        touch("touchMove", (x, y + (above["y"] + 6 - y) * part))
        page.page.wait_for_timeout(60)
    touch("touchEnd")
    page.answer()

    assert [step.id for step in page.case.return_plan.steps] == ["s-2", "s-1"]


def test_a_step_is_moved_by_the_arrow_keys_and_keeps_the_focus(live):
    """No gesture needs a mouse."""
    page = live(ReturnPlanPage, noor())
    grip = page.page.get_by_role("button", name="Verplaats: tot het bankje")
    grip.focus()
    page.page.keyboard.press("ArrowUp")
    page.answer()

    assert [step.id for step in page.case.return_plan.steps] == ["s-2", "s-1"]
    expect(grip).to_be_focused()


def test_a_face_can_be_pointed_at_instead_of_a_number(live):
    """A young child says it with a face, and no number is made of it."""
    page = live(ReturnPlanPage, noor())
    _open(page.page, "tot het bankje")
    page.page.get_by_role("button", name="Liever gezichten").click()
    page.page.get_by_role("radio", name="gespannen", exact=True).click()
    page.answer()

    expect(page.page.locator(".cf-ladder-rating").nth(1)).to_have_text("4/5")


def test_a_step_is_split_in_a_dialog_that_starts_from_its_own_words(plan):
    """Half of it is typed already."""
    _open(plan.page, "Tot het hek")
    plan.page.get_by_role("button", name="Maak er twee stappen van").click()
    expect(plan.page.get_by_label("Daarna", exact=True)).to_have_value("Tot het hek")
    plan.page.get_by_label("Eerst", exact=True).fill("tot de brug")
    plan.page.keyboard.press("Enter")

    sent = plan.sent[-1]
    assert (sent["kind"], sent["first"], sent["second"]) == (
        "split-step",
        "tot de brug",
        "Tot het hek",
    )


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_the_lessons_of_a_step_are_pressed_in_the_school_week(live, about):
    """The week as they know it, and no list of thirty lines."""
    page = live(ReturnPlanPage, noor(), **about)
    _open(page.page, "tot het bankje")
    page.page.get_by_role("radio", name="deze lessen").click()
    check_calm(page.shown)

    page.page.get_by_role("button", name="donderdag 08:30 koken").click()
    page.answer()

    assert page.case.return_plan.steps[1].blocks == ("b-3",)


def test_what_the_young_person_sees_is_one_press_away(plan):
    """Before the screen is turned around."""
    plan.page.get_by_role("button", name="Wat Sem ziet").click()

    items = plan.page.locator(".cf-ladder-seen li")
    assert 1 <= items.count() <= 3
    assert plan.axe() == []


def test_an_example_is_read_before_it_is_taken_over(plan):
    """A starting point, never a default."""
    plan.page.get_by_role("button", name="Neem iets over uit een voorbeeld").click()
    panel = plan.page.locator(".cf-popover")
    expect(panel.locator("section")).to_have_count(len(catalogue.load().ladders))
    assert plan.axe() == []

    panel.get_by_role("button", name="Steeds iets dichterbij").click()

    assert plan.sent[-1] == {"kind": "add-ladder", "id": "distance"}
