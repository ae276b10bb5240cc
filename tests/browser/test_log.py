"""The day in a real browser: filled in between two families."""

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
from caseform.widgets.log import LogPage

pytestmark = pytest.mark.browser
ON = "2026-11-24"


@pytest.fixture
def day(chromium):
    """The day of an invented case."""
    with shown(chromium, LogPage, view_of(LogPage)) as page:
        yield page


@looks("return", "new")
def test_the_day_is_readable_and_reachable(chromium, case, language, about):
    """At a kitchen table, on a small laptop, with a screen reader."""
    with shown(chromium, LogPage, view_of(LogPage, case, language), **about) as page:
        check_calm(page)


def test_everything_is_reached_by_the_tab_key(day):
    """No gesture needs a mouse."""
    check_reached_by_keyboard(day)


def test_half_typed_words_survive(day):
    """Someone else saves while one is writing."""
    check_survives(day, view_of(LogPage), "Eigen woorden", f"log.{ON}.words")


def test_one_press_is_one_field_of_the_day(day):
    """The browser asks; Python decides."""
    day.page.get_by_role("radio", name="bankje").click()
    day.page.get_by_role("radio", name="deze dag niet").click()
    day.page.get_by_role("radio", name="7", exact=True).click()

    assert day.sent == [
        {"kind": "record", "on": ON, "name": "reached", "value": "bench"},
        {"kind": "record", "on": ON, "name": "done", "value": False},
        {"kind": "record", "on": ON, "name": "tension", "value": 7},
    ]


def test_a_second_press_takes_the_answer_back(chromium):
    """A slip of the finger is no answer."""
    view = view_of(LogPage)
    view["page"]["tension"]["value"] = 0
    with shown(chromium, LogPage, view) as page:
        page.page.get_by_role("radio", name="0", exact=True).click()

        assert page.sent == [{"kind": "record", "on": ON, "name": "tension", "value": None}]


def test_escape_gives_back_what_was_there(day):
    """Half a sentence that was a mistake leaves no trace."""
    box = day.page.get_by_label("Eigen woorden")
    box.fill("verkeerd")
    box.press("Escape")

    expect(box).to_have_value("")
    assert not [intent for intent in day.sent if intent["kind"] == "record"]


def test_the_arrow_keys_turn_the_day_but_not_while_typing(day):
    """Left is yesterday; in a text field it is a letter back."""
    box = day.page.get_by_label("Eigen woorden")
    box.click()
    box.press("ArrowLeft")
    assert day.sent == []

    day.page.locator("h1").click()
    day.page.keyboard.press("ArrowLeft")

    assert day.sent == [{"kind": "day", "on": "2026-11-23"}]


def test_the_hatch_of_illness_leans_the_other_way_than_away_from_school(day):
    """A hatch that leans left means one thing only."""
    ill = day.page.locator(".cf-log-cell.cf-log-ill").first

    drawn = ill.evaluate("node => getComputedStyle(node).backgroundImage")

    assert "-45deg" in drawn


def test_a_day_of_the_weeks_is_named_and_opens(day):
    """A screen reader hears what the square shows."""
    day.page.get_by_role("button", name="maandag 23 november: bankje").click()

    assert day.sent == [{"kind": "day", "on": "2026-11-23"}]


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_long_names_and_words_wrap(chromium, about):
    """A double surname is not cut and pushes nothing off the page."""
    view = view_of(LogPage)
    view["page"]["planned"] = LONG
    view["page"]["off"] = LONG
    view["page"]["words"]["text"] = LONG
    for option in view["page"]["received"]["options"]:
        option["text"] = LONG
    with shown(chromium, LogPage, view, **about) as page:
        check_calm(page)
