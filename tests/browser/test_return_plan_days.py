"""The coming days in a real browser: what if, agreeing, and beginning again."""

import re

import pytest
from playwright.sync_api import expect

from browser._pages import LONG, SIZE_NAMES, SIZES, check_calm, shown, view_of
from caseform.model import (
    DayReason,
    FreeDay,
    FreeDayKind,
    LogDay,
    Person,
    PersonKind,
    SchoolContact,
)
from caseform.widgets.return_plan import ReturnPlanPage
from support.cases import TODAY, noor

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(chromium):
    """The plan of an invented case."""
    with shown(chromium, ReturnPlanPage, view_of(ReturnPlanPage)) as page:
        yield page


def _chip(page, words):
    return page.locator(".cf-if").get_by_role("button", name=words, exact=True)


def test_can_she_come_on_monday_is_two_presses_and_the_answer_has_the_way_on(live):
    """The question of every week, answered before anyone has to look it up."""
    page = live(ReturnPlanPage, noor())
    _chip(page.page, "kan Noor op …?").click()
    page.page.get_by_label("Welke dag?").select_option(label="ma 30 nov")
    page.answer()
    answer = page.page.locator(".cf-if-answer")
    expect(answer).to_contain_text("Maandag")
    expect(answer.get_by_role("button", name="Neem over")).to_have_count(0)
    assert page.shown.axe() == []

    answer.locator(".cf-row").first.get_by_role("button").first.click()
    page.answer()
    expect(answer).to_contain_text("Dat staat al zo in het plan")
    answer.get_by_role("button", name="Laat het zoals het is").click()
    page.answer()

    expect(answer).to_have_count(0)


def test_what_was_answered_is_taken_over_in_one_press(live):
    """A phone call in the morning is in the plan before it is over."""
    page = live(ReturnPlanPage, noor())
    _chip(page.page, "ziek").click()
    page.answer()
    answer = page.page.locator(".cf-if-answer")
    answer.get_by_role("button", name="Neem over").click()
    page.answer()

    expect(answer).to_have_count(0)
    (free,) = page.case.school.free_days
    assert free.kind is FreeDayKind.ILL


def test_ill_is_one_press_and_leaving_it_changes_nothing(live):
    """A phone call in the morning costs one press."""
    page = live(ReturnPlanPage, noor())
    before = page.case
    _chip(page.page, "ziek").click()
    page.answer()
    answer = page.page.locator(".cf-if-answer")
    expect(answer).to_contain_text("Ziek van dinsdag 24 november")

    answer.get_by_role("button", name="Laat het zoals het is").click()
    page.answer()

    expect(answer).to_have_count(0)
    assert page.case == before


def test_a_date_is_typed_key_by_key_without_a_question_about_another_age(live):
    """Half a year is no year."""
    page = live(ReturnPlanPage, noor())
    _chip(page.page, "ziek").click()
    page.page.get_by_label("Tot en met").fill("0202-11-26")
    page.page.get_by_label("Tot en met").fill("2026-11-26")

    asked = [one for one in page.answer() if one["kind"] == "what-if"]

    assert [one["ends"] for one in asked] == ["2026-11-24", "2026-11-26"]


def test_another_question_takes_the_answer_of_the_last_one_away(live):
    """No answer stands under a question that it is not about."""
    page = live(ReturnPlanPage, noor())
    _chip(page.page, "ziek").click()
    page.answer()

    _chip(page.page, "zo laten").click()
    page.answer()

    expect(page.page.locator(".cf-if-answer")).to_have_count(0)
    expect(page.page.get_by_label("Tot en met")).to_be_visible()


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_each_question_is_readable_and_reachable(live, about):
    """What it asks fits on the smallest screen."""
    case = noor().with_item("people", Person(id="p-5", kind=PersonKind.SCHOOL, called="conciërge"))
    page = live(ReturnPlanPage, case, **about)
    for words in ("vakantie of vrij", "iemand anders wacht", "overslaan", "stap terug"):
        _chip(page.page, words).click()
        page.answer()
        check_calm(page.shown)


def test_agreeing_asks_who_and_shows_afterwards_who_agreed(live):
    """An agreement has names."""
    page = live(ReturnPlanPage, noor())
    page.page.get_by_role("button", name="Spreek deze dagen af").click()
    dialog = page.page.locator("dialog")
    dialog.get_by_label("Noor").check()
    dialog.get_by_label("moeder").check()
    dialog.get_by_label("Waarom toch").fill("moeder wil beginnen")
    assert page.shown.axe() == []
    dialog.get_by_role("button", name="Spreek af met deze reden").click()
    page.answer()

    expect(dialog).to_have_count(0)
    last = page.page.locator(".cf-agree-last")
    expect(last).to_contain_text("met Noor en moeder")
    last.get_by_role("button", name="Wat er is afgesproken").click()
    expect(page.page.locator(".cf-popover")).to_contain_text("tot het hek")


def test_a_plan_that_no_longer_fits_is_made_anew_with_one_press(live):
    """The sentence stands beside the button that helps."""
    case = noor().with_item("school.free_days", FreeDay(id="x-1", on=TODAY.replace(day=26)))
    page = live(ReturnPlanPage, case)
    page.page.get_by_role("button", name="Nieuw plan vanaf vandaag").click()
    page.answer()

    expect(page.page.locator(".cf-plan-stale")).to_have_count(0)


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_beginning_again_is_calm_and_one_press(live, about):
    """After a week ill nobody needs a form."""
    done = LogDay(id="l-70", on=TODAY.replace(day=18), step="s-1", done=True)
    ill = LogDay(id="l-71", on=TODAY.replace(day=23), reason=DayReason.ILL)
    page = live(ReturnPlanPage, noor().with_items("log", (done, ill)), **about)
    card = page.page.locator(".cf-again")
    expect(card.get_by_role("listitem")).to_have_count(3)
    check_calm(page.shown)

    card.get_by_role("button", name="Doe het zo").first.click()
    page.answer()

    assert page.case.return_plan.days[0].step == "s-1"


def _without_receiver():
    case = noor()
    never = SchoolContact(id="e-1", person="p-4", available=(0, 1, 3, 4))
    return case.with_items("school.contacts", (never,))


def test_where_no_plan_exists_each_way_out_says_what_comes_of_it(live):
    """A dead end has doors."""
    page = live(ReturnPlanPage, _without_receiver())
    ways = page.page.locator(".cf-out li")
    expect(ways.first).to_contain_text("woensdag")
    check_calm(page.shown)

    ways.get_by_role("button", name="Kijk wie kan wanneer").click()
    who = re.compile("meneer Bakker .* woensdag")
    expect(page.page.get_by_role("button", name=who)).to_be_visible()

    ways.get_by_role("button", name="Zet deze regel opzij").first.click()
    page.page.get_by_label("Waarom hier niet").fill("moeder blijft erbij")
    page.page.keyboard.press("Enter")
    page.answer()
    expect(page.page.locator("dialog")).to_have_count(0)
    assert [one.reason for one in page.case.return_plan.overrides] == ["moeder blijft erbij"]


def test_what_is_for_later_is_folded_where_return_is_not_the_goal(chromium):
    """Nothing about school asks for attention that is needed elsewhere."""
    with shown(chromium, ReturnPlanPage, view_of(ReturnPlanPage, "home")) as page:
        expect(page.page.get_by_role("heading", name="De ladder")).to_have_count(0)
        page.page.get_by_role("button", name="Voor later").click()
        expect(page.page.get_by_role("heading", name="De ladder")).to_be_visible()
        check_calm(page)


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_the_look_ahead_is_readable_and_folds_away_again(live, about):
    """A year on one card, for who asks for it."""
    page = live(ReturnPlanPage, noor(), **about)
    page.page.get_by_role("button", name="Vooruitkijken").click()
    page.answer()
    page.page.get_by_role("radio", name="een schooljaar").click()
    page.answer()
    assert page.page.get_by_role("table").count() > 8
    check_calm(page.shown)

    page.page.get_by_role("button", name="Vooruitkijken").click()
    page.answer()

    expect(page.page.get_by_role("table")).to_have_count(0)


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_long_words_wrap_wherever_the_days_are_told(live, about):
    """A name, a step or a reason may be long."""
    page = live(ReturnPlanPage, noor(), **about)
    page.page.get_by_role("button", name="Vooruitkijken").click()
    page.page.get_by_role("button", name="Spreek deze dagen af").click()
    page.page.get_by_label("Waarom toch").fill("moeder wil beginnen")
    page.page.keyboard.press("Enter")
    page.answer()
    _chip(page.page, "stap terug").click()
    page.answer()
    view = page.python.view
    shown_page = view["page"]
    shown_page["again"] = {
        **dict.fromkeys(("title", "words", "normal", "why"), LONG),
        "sources": [],
        "options": [
            {"way": str(n), "words": LONG, "consequence": LONG, "do": "Doe het zo"}
            for n in range(3)
        ],
    }
    shown_page["days"]["stale"] = {"text": LONG, "do": "Nieuw plan"}
    shown_page["days"]["standing"] = [{"key": "hold", "text": LONG, "end": LONG}]
    shown_page["agree"]["last"].update({"text": LONG, "changed": [LONG] * 4})
    shown_page["what_if"]["answer"].update(
        {
            "asked": LONG,
            "reasons": [{"rule": "", "text": LONG, "source": LONG}],
            "moved": [
                {"key": "1", "on": "wo 25 nov", "before": LONG, "after": LONG, "becomes": "wordt"}
            ],
        }
    )
    for one in (*shown_page["ahead"]["legend"], *shown_page["ahead"]["signs"]):
        one["text"] = LONG
    page.shown.show(view)
    expect(page.page.locator(".cf-again")).to_be_visible()

    check_calm(page.shown)
