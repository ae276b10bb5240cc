"""The school week in a real browser: a grid by time, read from a paste, kept by hand or by key."""

from typing import Any

import pytest
from playwright.sync_api import expect

from browser._harness import NARROW, WIDE
from browser._pages import (
    LONG,
    SIZE_NAMES,
    SIZES,
    check_calm,
    check_reached_by_keyboard,
    looks,
    shown,
    told,
    view_of,
)
from caseform.model import Case, WeekCycle
from caseform.widgets.return_plan import ReturnPlanPage
from support.cases import TODAY

pytestmark = pytest.mark.browser

TAB = {"nl": "Rooster en dagen", "en": "Timetable and days"}
PASTED = "\tma\tdi\n8:30-9:20\tgym\tkoken\n9:20\tmuziek\t"


def with_weeks(case: Case) -> Case:
    """Return the case with its first block in week A alone, and not in week B."""
    first = case.school.timetable[0]
    return case.with_item("school.timetable", first.model_copy(update={"week": WeekCycle.A}))


def open_tab(page: Any, language: str = "nl") -> None:
    page.page.get_by_role("tab", name=TAB[language]).click()


@pytest.fixture
def week(chromium):
    """The timetable of an invented case."""
    with shown(chromium, ReturnPlanPage, view_of(ReturnPlanPage)) as page:
        open_tab(page)
        yield page


@pytest.fixture
def answered(live):
    """The same, answered by Python."""
    page = live(ReturnPlanPage, told("return", "nl"))
    open_tab(page.shown)
    return page


@looks("return", "home", "new")
def test_the_week_is_readable_and_reachable(chromium, case, language, about):
    """At a desk, on a small laptop, with a screen reader."""
    view = view_of(ReturnPlanPage, case, language)
    with shown(chromium, ReturnPlanPage, view, **about) as page:
        open_tab(page, language)
        check_calm(page)


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_an_opened_block_is_readable_and_reachable(chromium, about):
    """Liking, tension and what asks extra, under one finger."""
    view = view_of(ReturnPlanPage)
    block = view["page"]["timetable"]["versions"][0]["days"][0]["blocks"][1]
    block["subject"] = block["detail"] = LONG
    block["taxing"].append({"text": LONG, "exempt": False})
    with shown(chromium, ReturnPlanPage, view, **about) as page:
        open_tab(page)
        page.page.locator(".cf-week-block > button").nth(1).click()
        check_calm(page)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_rows_are_true_to_time_and_breaks_are_slim(chromium, size):
    """A double lesson looks twice as long, and lessons of one hour stand beside each other."""
    with shown(chromium, ReturnPlanPage, view_of(ReturnPlanPage), size=size) as page:
        open_tab(page)
        boxes = {
            (block.inner_text().split("\n")[0], at): block.bounding_box()
            for at, block in enumerate(page.page.locator(".cf-week-block").all())
        }

    tops: dict[str, set[int]] = {}
    for (span, _), box in boxes.items():
        tops.setdefault(span[:5], set()).add(round(box["y"]))
    assert {len(found) for found in tops.values()} == {1}
    heights = {span: round(box["height"]) for (span, _), box in boxes.items()}
    assert heights["10:20–11:50"] > 1.6 * heights["10:20–11:05"]
    assert heights["10:00–10:20"] < heights["09:15–10:00"]


def test_a_block_is_rated_by_keyboard(answered):
    """No gesture needs a mouse."""
    page = answered.shown.page
    page.locator(".cf-week-block > button").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("ArrowRight")
    answered.answer()
    expect(page.get_by_role("radio", name="niet zo")).to_be_checked()
    page.get_by_role("radio", name="7", exact=True).focus()
    page.keyboard.press("Space")
    answered.answer()
    page.keyboard.press("Escape")

    block = answered.case.school.timetable[1]
    assert (block.liking, str(block.tension)) == (-1, "7/10")
    expect(page.locator(".cf-week-block > button").nth(1)).to_be_focused()


def test_everything_is_reached_by_the_tab_key(week):
    """No gesture needs a mouse."""
    check_reached_by_keyboard(week)


def test_what_is_not_asked_for_now_is_two_presses(answered):
    """What asks extra, and that it may wait."""
    page = answered.shown.page
    page.locator(".cf-week-block > button").first.click()
    page.get_by_role("checkbox", name="presenteren").check()
    answered.answer()
    page.get_by_role("switch", name="Hoeft nu nog niet").check()
    answered.answer()

    expect(page.get_by_role("switch", name="Hoeft nu nog niet")).to_be_checked()
    assert answered.case.school.adjustments[-1].exempts == ("presenteren",)


def test_a_pasted_week_is_looked_at_and_then_put_in(answered):
    """What was read, what was not, and only then the week itself."""
    page = answered.shown.page
    page.get_by_role("button", name="Rooster inlezen").click()
    page.get_by_label("Geplakt rooster").fill(PASTED)
    page.get_by_role("button", name="Bekijk wat er is gelezen").click()
    answered.answer()
    expect(page.get_by_role("status").filter(has_text="Dit is gelezen")).to_contain_text(
        "Op regel 3 ontbreekt wanneer de les eindigt."
    )
    assert len(answered.case.school.timetable) > 2
    check_calm(answered.shown)

    page.get_by_role("button", name="Zet dit in het rooster").click()
    answered.answer()

    expect(page.locator("dialog")).to_have_count(0)
    subjects = [one.subject for one in answered.case.school.timetable]
    assert subjects == ["gym", "koken"]
    expect(page.locator(".cf-week-block")).to_have_count(2)


def test_what_was_not_looked_at_is_never_put_in(answered):
    """Words that were changed after looking are looked at again."""
    page = answered.shown.page
    before = answered.case
    page.get_by_role("button", name="Rooster inlezen").click()
    page.get_by_label("Geplakt rooster").fill(PASTED)
    page.get_by_role("button", name="Bekijk wat er is gelezen").click()
    answered.answer()
    page.get_by_role("button", name="Zet dit in het rooster").wait_for()

    page.get_by_label("Geplakt rooster").fill("di;9:00-10:00;Latijn")
    expect(page.locator(".cf-timetable-found")).to_have_count(0)
    page.get_by_role("button", name="Bekijk wat er is gelezen").click()
    answered.answer()

    expect(page.locator(".cf-timetable-found")).to_contain_text("Latijn")
    assert answered.case == before


def test_a_file_is_read_in_the_same_dialog(answered):
    """CSV from the school, without opening it first."""
    page = answered.shown.page
    page.get_by_role("button", name="Rooster inlezen").click()
    csv = {"name": "rooster.csv", "mimeType": "text/csv", "buffer": b"\xef\xbb\xbfma;8:30-9:20;gym"}
    page.locator("input[type=file]").set_input_files(csv)
    expect(page.get_by_text("rooster.csv")).to_be_visible()
    page.get_by_role("button", name="Bekijk wat er is gelezen").click()
    answered.answer()

    expect(page.locator(".cf-timetable-found")).to_contain_text("08:30–09:20 gym")


def test_a_file_that_cannot_be_read_is_one_sentence(answered):
    """The dialog stays, and says what to do."""
    page = answered.shown.page
    page.get_by_role("button", name="Rooster inlezen").click()
    wrong = {"name": "foto.csv", "mimeType": "text/csv", "buffer": b"\xff\xd8\xff\xe0\x00"}
    page.locator("input[type=file]").set_input_files(wrong)
    expect(page.get_by_text("foto.csv")).to_be_visible()
    page.get_by_role("button", name="Bekijk wat er is gelezen").click()
    answered.answer()

    expect(page.get_by_role("alert")).to_contain_text("De letters zijn niet te lezen.")


def test_weeks_a_and_b_are_a_switch(live):
    """One week at a time, and which one it is now is asked once."""
    answered = live(ReturnPlanPage, with_weeks(told("return", "nl")))
    page = answered.shown.page
    open_tab(answered.shown)
    blocks = page.locator(".cf-week-block")
    count = blocks.count()
    check_calm(answered.shown)

    page.get_by_role("radiogroup", name="Welke week?").get_by_text("week B").click()
    expect(blocks).to_have_count(count - 1)
    page.get_by_role("radiogroup", name="Deze week is").get_by_text("week A").click()
    answered.answer()

    expect(blocks).to_have_count(count)
    assert answered.case.school.a_week == TODAY


def test_days_off_are_added_and_taken_away(answered):
    """A study day is three presses and a date."""
    page = answered.shown.page
    page.get_by_role("button", name="Vrije dag toevoegen").click()
    page.get_by_label("Eerste dag").fill("2026-12-03")
    page.get_by_role("button", name="Zet erbij").click()
    answered.answer()
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.get_by_text("do 3 dec")).to_be_visible()

    page.get_by_role("button", name="Haal weg: studiedag, do 3 dec").click()
    answered.answer()

    expect(page.get_by_text("do 3 dec")).to_have_count(0)


def test_who_can_when_is_one_press(week):
    """The household week beside the school week."""
    week.page.get_by_role("button", name="vader kan mee op maandag").click()

    assert week.sent[-1] == {"kind": "person-day", "id": "p3", "weekday": 0, "on": True}


def test_what_people_typed_is_text(chromium):
    """A subject is never code."""
    view = view_of(ReturnPlanPage)
    block = view["page"]["timetable"]["versions"][0]["days"][0]["blocks"][0]
    block["subject"] = "<img src=x onerror=alert(1)>"
    with shown(chromium, ReturnPlanPage, view) as page:
        open_tab(page)
        expect(page.page.locator(".cf-week-block").first).to_contain_text("<img src=x")
        assert page.page.locator(".cf-week-block img").count() == 0
