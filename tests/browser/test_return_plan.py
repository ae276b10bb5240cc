"""The graded return in a real browser."""

import pytest
from playwright.sync_api import expect

from browser._pages import (
    LONG,
    SIZE_NAMES,
    SIZES,
    check_calm,
    check_reached_by_keyboard,
    check_survives,
    looks,
    shown,
    view_of,
)
from caseform.widgets.return_plan import ReturnPlanPage

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(chromium):
    """The plan of an invented case."""
    with shown(chromium, ReturnPlanPage, view_of(ReturnPlanPage)) as page:
        yield page


@pytest.fixture
def blank(chromium):
    """The plan of a case that was begun just now."""
    with shown(chromium, ReturnPlanPage, view_of(ReturnPlanPage, "new")) as page:
        yield page


@looks("return", "home", "new")
def test_the_plan_is_readable_and_reachable(chromium, case, language, about):
    """At a desk, on a small laptop, with a screen reader."""
    with shown(chromium, ReturnPlanPage, view_of(ReturnPlanPage, case, language), **about) as page:
        check_calm(page)


def test_everything_is_reached_by_the_tab_key(plan):
    """No gesture needs a mouse."""
    plan.page.get_by_role("button", name="Wie kan wanneer").click()
    check_reached_by_keyboard(plan)


def test_half_typed_words_survive(plan):
    """The planner draws anew while one is writing."""
    plan.page.get_by_role("button", name="Rustige plek").click()
    check_survives(plan, view_of(ReturnPlanPage), "Rustige plek", "return.how.refuge")


def test_how_is_read_first_and_written_in_where_it_is_pressed(plan):
    """Nine open fields are a wall; nine lines are a page."""
    expect(plan.page.locator(".cf-how textarea")).to_have_count(0)

    plan.page.get_by_role("button", name="Wie wacht").focus()
    plan.page.keyboard.press("Enter")

    expect(plan.page.get_by_label("Wie wacht")).to_be_focused()
    plan.page.get_by_label("Wie wacht").select_option(label="meneer Bakker")
    assert {name: plan.sent[-1][name] for name in ("kind", "name")} == {
        "kind": "how",
        "name": "receiver",
    }


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_long_names_and_words_wrap(chromium, about):
    """A step in their own words may be long."""
    view = view_of(ReturnPlanPage)
    page = view["page"]
    for row in page["days"]["rows"]:
        row.update({"gap": LONG} if "gap" in row else {"step": LONG, "people": LONG})
    for step in page["ladder"]["steps"]:
        step["words"] = LONG
    for row in page["people"]["rows"]:
        row["called"] = row["facts"] = LONG
    page["people"]["names"] = LONG
    for person in page["ladder"]["steps"][1]["form"]["chosen_by"]:
        person["text"] = LONG
    with shown(chromium, ReturnPlanPage, view, **about) as shown_plan:
        shown_plan.page.get_by_role("button", name="Wie kan wanneer").click()
        shown_plan.page.locator(".cf-ladder-words").nth(1).click()
        shown_plan.page.get_by_role("button", name="Meer over deze stap").click()
        check_calm(shown_plan)


def test_why_tells_the_reason_with_its_source_and_escape_closes_it(plan):
    """One click away, and gone again."""
    button = plan.page.get_by_role("button", name="waarom?").nth(2)
    button.click()
    panel = plan.page.locator(".cf-popover")
    expect(panel).to_contain_text("Praktijkregel uit de bron, geen bewijs.")
    expect(panel).to_contain_text("tekst 003")
    assert plan.axe() == []

    plan.page.keyboard.press("Escape")

    expect(panel).to_have_count(0)
    expect(button).to_be_focused()


def test_agreeing_with_something_open_asks_why_and_keeps_the_words_when_refused(blank):
    """The clinician decides, in a sentence."""
    view = view_of(ReturnPlanPage)
    reason = view["page"]["agree"]["asked"]
    view["page"]["agree"]["asked"] = {**reason, "needed": True, "open": ["Eerst hoe."]}
    blank.show(view)
    blank.page.get_by_role("button", name="Spreek deze dagen af").click()
    blank.page.get_by_label("moeder", exact=True).check()
    field = blank.page.get_by_label(reason["label"])
    field.fill("moeder wil beginnen")
    blank.page.get_by_role("button", name=reason["do"]).click()
    assert blank.sent[-1] == {
        "kind": "agree",
        "agreed_by": ["p2"],
        "reason": "moeder wil beginnen",
    }

    blank.tell({"kind": "answer", "what": "agree", "problem": "Dat ging niet."})
    expect(blank.page.get_by_role("alert")).to_have_text("Dat ging niet.")
    expect(field).to_have_value("moeder wil beginnen")

    blank.tell({"kind": "answer", "what": "agree", "problem": ""})
    expect(blank.page.locator("dialog")).to_have_count(0)


def test_a_new_case_opens_on_its_people(blank):
    """The first thing that a plan needs is somebody."""
    expect(blank.page.get_by_text("Nog niemand om de jongere heen.")).to_be_visible()


def test_someone_is_added_with_the_keyboard_alone(blank):
    """Name, kind, Enter."""
    blank.page.get_by_role("button", name="Iemand toevoegen").focus()
    blank.page.keyboard.press("Enter")
    blank.page.keyboard.type("mevrouw Jansen")
    blank.page.keyboard.press("Tab")
    blank.page.get_by_label("Wie is het?").select_option("school")
    blank.page.get_by_label("Rol (mag leeg)").fill("mentor")
    expect(blank.page.get_by_role("radiogroup", name="Gezag")).to_have_count(0)

    blank.page.keyboard.press("Enter")

    sent = blank.sent[-1]
    assert {name: sent[name] for name in ("kind", "id", "called", "is", "relation")} == {
        "kind": "save-person",
        "id": None,
        "called": "mevrouw Jansen",
        "is": "school",
        "relation": "mentor",
    }


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_the_dialog_about_a_parent_is_readable_and_reachable(chromium, about):
    """Authority, limit and file of their own, on the smallest screen too."""
    with shown(chromium, ReturnPlanPage, view_of(ReturnPlanPage), **about) as page:
        page.page.get_by_role("button", name="Wie kan wanneer").click()
        page.page.get_by_role("button", name="Verander moeder").click()
        expect(page.page.get_by_role("radio", name="vastgelegd")).to_be_checked()
        check_calm(page)


def test_a_dialog_that_is_left_forgets_its_half_typed_words(plan):
    """Escape closes what is half done, and the next person begins empty."""
    plan.page.get_by_role("button", name="Iemand toevoegen").click()
    plan.page.get_by_label("Hoe noemt u deze persoon?").fill("Wim")
    plan.page.keyboard.press("Escape")  # gives back the empty line
    plan.page.keyboard.press("Escape")
    expect(plan.page.locator("dialog")).to_have_count(0)
    assert plan.sent[-1] == {"kind": "typing", "field": "person.called", "text": None}

    plan.page.get_by_role("button", name="Iemand toevoegen").click()

    expect(plan.page.get_by_label("Hoe noemt u deze persoon?")).to_have_value("")


def test_a_weekday_is_one_press(plan):
    """Who can when, without a form."""
    plan.page.get_by_role("button", name="Wie kan wanneer").click()
    plan.page.get_by_role("button", name="vader kan mee op maandag").click()

    assert plan.sent[-1] == {"kind": "person-day", "id": "p3", "weekday": 0, "on": True}


def test_lessons_are_added_one_after_another(plan):
    """A week has thirty lessons; the next begins where this one ended."""
    plan.page.get_by_role("tab", name="Rooster en dagen").click()
    plan.page.get_by_role("button", name="Lesblok toevoegen").click()
    plan.page.get_by_label("Begint om").fill("8:30")
    plan.page.get_by_label("Eindigt om").fill("9:20")
    plan.page.get_by_label("Les of pauze").fill("koken")
    plan.page.keyboard.press("Enter")
    assert plan.sent[-1] == {
        "kind": "add-block",
        "weekday": "0",
        "starts": "8:30",
        "ends": "9:20",
        "subject": "koken",
        "teacher": "",
        "room": "",
        "block_kind": "",
        "week": "",
    }

    plan.tell({"kind": "answer", "what": "block", "problem": ""})

    expect(plan.page.get_by_label("Begint om")).to_have_value("9:20")
    expect(plan.page.get_by_label("Les of pauze")).to_have_value("")
