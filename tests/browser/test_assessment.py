"""Preparing, in a real browser: eight tabs, by keyboard and touch, wide, narrow and zoomed."""

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
from caseform.widgets.assessment import AssessmentPage

pytestmark = pytest.mark.browser

TABS = ("views", "talk", "types", "signals", "function", "time", "safety", "levels")
MARKUP = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>"


@pytest.fixture
def assessment(chromium):
    """The page on an invented case."""
    with shown(chromium, AssessmentPage, view_of(AssessmentPage)) as page:
        yield page


def turn_to(page, tab):
    page.page.get_by_role("tab").nth(TABS.index(tab)).click()


def unfold(page):
    """Open everything on this tab that is folded away, once each."""
    folded = page.page.locator(
        ".cf-main [role=tabpanel] [aria-expanded=false]:not([aria-haspopup])"
    )
    for _ in range(folded.count()):
        if folded.count():
            folded.first.click()


@looks("return", "new")
def test_every_tab_is_readable_and_reachable(chromium, case, language, about):
    """At a desk, on a small laptop, with a screen reader."""
    view = view_of(AssessmentPage, case, language)
    with shown(chromium, AssessmentPage, view, **about) as page:
        for tab in TABS:
            turn_to(page, tab)
            check_calm(page)


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_what_is_folded_away_is_readable_once_it_is_open(chromium, about):
    """An open row, an open criterion, the numbers: nothing falls off the screen."""
    view = view_of(AssessmentPage)
    with shown(chromium, AssessmentPage, view, **about) as page:
        for tab in TABS:
            turn_to(page, tab)
            unfold(page)
            check_calm(page)
        turn_to(page, "types")
        page.page.get_by_role("radio", name="Getallen uit bronnen en wet").click()
        check_calm(page)


@pytest.mark.parametrize("tab", TABS)
def test_everything_is_reached_by_the_tab_key(assessment, tab):
    """No gesture needs a mouse."""
    turn_to(assessment, tab)
    unfold(assessment)
    assessment.page.locator(".cf-bar button").first.focus()

    check_reached_by_keyboard(assessment)


def test_the_tabs_are_turned_with_the_arrows(assessment):
    """As in any row of tabs."""
    assessment.page.get_by_role("tab").first.focus()

    assessment.page.keyboard.press("ArrowLeft")

    expect(assessment.page.get_by_role("tab", name="Fase en laag")).to_be_focused()
    expect(assessment.page.get_by_role("tabpanel")).to_contain_text("Laag (Nederland)")


def test_one_row_is_open_at_a_time_and_its_text_is_sent_with_who_said_it(assessment):
    """Ten rows at a glance, and one talk in front of one."""
    page = assessment.page
    page.get_by_role("button", name="moeder ouder of verzorger").click()
    page.get_by_role("button", name="vader ouder of verzorger").click()
    asked = page.get_by_label("Wat is er aan de hand, en hoe zou de jongere het beleven?")
    expect(asked).to_have_count(1)

    asked.fill("hij kan meer dan hij denkt")
    asked.press("Control+Enter")

    sent = assessment.sent[-1]
    assert (sent["kind"], sent["who"], sent["text"]) == (
        "view",
        "p3",
        "hij kan meer dan hij denkt",
    )


def test_yes_and_no_stand_in_one_column(assessment):
    """A finger that says no ten times does not have to look for it."""
    turn_to(assessment, "signals")
    unfold(assessment)
    answers = assessment.page.locator(".cf-prepare-questions .cf-prepare-answer")

    assert answers.count() > 4
    assert len({box.bounding_box()["x"] for box in answers.all()}) == 1


def test_what_holds_for_all_numbers_is_said_once(assessment):
    """Six times the same sentence is read as none."""
    turn_to(assessment, "types")
    assessment.page.get_by_role("radio", name="Getallen uit bronnen en wet").click()

    assert assessment.page.locator(".cf-prepare-number").count() > 1
    expect(assessment.page.get_by_text("nog niet nagekeken")).to_have_count(1)


def test_half_typed_words_survive_a_redraw(assessment):
    """The bell rings in the middle of a sentence."""
    assessment.page.get_by_role("button", name="moeder ouder of verzorger").click()

    check_survives(
        assessment,
        view_of(AssessmentPage),
        "Wat is er aan de hand, en hoe zou de jongere het beleven?",
        "prepare.view.p2",
    )


def test_what_was_half_typed_is_in_sight_after_a_reload(chromium):
    """The laptop slept; the sentence is where it was left."""
    view = view_of(AssessmentPage)
    view["drafts"] = {
        "prepare.tried.p5.did": "elke week gem",
        "prepare.answer.truancy-hidden.p2.words": "zij wist het al",
    }
    with shown(chromium, AssessmentPage, view) as page:
        expect(page.page.get_by_label("Gedaan", exact=True)).to_have_value("elke week gem")
        turn_to(page, "types")
        expect(page.page.get_by_role("radio", name="moeder", exact=True)).to_be_checked()
        expect(page.page.get_by_label("In eigen woorden")).to_have_value("zij wist het al")


def test_who_may_read_it_is_ticked_by_name(assessment):
    """Their own audience stands first; nobody is ticked by mistake."""
    page = assessment.page
    page.get_by_role("button", name="mevrouw Jansen mentor").click()
    page.locator(".cf-prepare-share button").click()
    first = page.locator(".cf-popover input").first
    expect(first).to_be_focused()

    tick = page.get_by_role("checkbox", name="moeder")
    was_shared = tick.is_checked()
    tick.click()

    sent = assessment.sent[-1]
    assert (sent["kind"], sent["who"], sent["on"]) == ("share-view", "p5", not was_shared)
    assert sent["label"] == "parent:p2"


def test_an_empty_row_asks_who_it_is(chromium):
    """The dialog begins with the kind that the row is for."""
    with shown(chromium, AssessmentPage, view_of(AssessmentPage, "new")) as page:
        page.page.get_by_role("button", name="Toevoegen: iemand van school (1)").click()
        page.page.get_by_label("Hoe noemt u deze persoon?").fill("meneer Bakker")
        page.page.get_by_role("dialog").get_by_role("button").last.click()

        sent = page.sent[-1]
        assert (sent["kind"], sent["is"], sent["called"]) == (
            "save-person",
            "school",
            "meneer Bakker",
        )


def test_one_prompt_at_a_time_with_the_arrows(assessment):
    """Read from the corner of one's eye, turned without looking."""
    turn_to(assessment, "talk")
    page = assessment.page
    expect(page.locator(".cf-prepare-large")).to_have_count(1)
    first = page.locator(".cf-prepare-large").inner_text()
    page.locator(".cf-prepare-top button").nth(1).focus()

    page.keyboard.press("ArrowRight")
    expect(page.locator(".cf-prepare-top")).to_contain_text("2 van 7")
    page.keyboard.press("ArrowLeft")

    expect(page.locator(".cf-prepare-large")).to_have_text(first)


def test_the_arrows_turn_the_talk_only_while_it_is_in_sight(assessment):
    """Whoever comes back to the talk finds the prompt that was left."""
    page = assessment.page
    turn_to(assessment, "talk")
    turn_to(assessment, "safety")
    page.locator(".cf-main h1").click()

    page.keyboard.press("ArrowRight")
    turn_to(assessment, "talk")

    expect(page.locator(".cf-prepare-top")).to_contain_text("1 van 7")


def test_an_answer_is_caught_with_one_tap_and_the_field_begins_anew(assessment):
    """Who talks with a child does not sort cards."""
    turn_to(assessment, "talk")
    page = assessment.page
    on_board = page.get_by_role("button", name="Op het bord")
    expect(on_board).to_be_disabled()
    page.get_by_label("Wat er gezegd werd").fill("ik was bang in de gang")

    on_board.click()

    sent = assessment.sent[-1]
    assert (sent["kind"], sent["how"], sent["said_by"]) == ("catch", "card", "p1")
    assert sent["text"] == "ik was bang in de gang"
    view = view_of(AssessmentPage)
    for talk in view["page"]["talk"]["talks"]:
        for prompt in talk["prompts"]:
            prompt["field"] += "1"
    assessment.show(view)
    expect(page.get_by_label("Wat er gezegd werd")).to_have_value("")


def test_of_two_parents_one_says_who_spoke(assessment):
    """Nobody's words become someone else's."""
    turn_to(assessment, "talk")
    page = assessment.page
    page.get_by_role("radio", name="met de ouders").click()
    page.get_by_label("Wat er gezegd werd").fill("het afscheid")
    to_views = page.get_by_role("button", name="Bij hoe ieder het ziet")
    expect(to_views).to_be_disabled()

    page.get_by_role("radio", name="vader").click()
    to_views.click()

    assert (assessment.sent[-1]["how"], assessment.sent[-1]["said_by"]) == ("view", "p3")


def test_a_criterion_is_answered_for_whoever_was_chosen(assessment):
    """The mentor's answer is the mentor's."""
    turn_to(assessment, "types")
    page = assessment.page
    page.get_by_role("radio", name="mevrouw Jansen").click()
    page.get_by_role("button", name="De school gaf er geen toestemming voor").click()

    page.locator(".cf-prepare-answer").get_by_role("radio", name="nee").click()

    assert assessment.sent[-1] == {
        "kind": "answer",
        "about": "truancy-no-leave",
        "name": "answer",
        "said_by": "p5",
        "value": "no",
    }


def test_a_signal_and_its_words_are_sent_apart(assessment):
    """A tick is enough; words may follow."""
    turn_to(assessment, "signals")
    row = assessment.page.locator(".cf-prepare-question").nth(1)
    row.get_by_role("radio", name="ja").click()
    row.get_by_role("button", name="Woorden erbij").click()
    row.get_by_label("In eigen woorden").fill("de kantine")
    row.get_by_label("In eigen woorden").press("Enter")

    answer, words = [one for one in assessment.sent if one["kind"] == "answer"]
    assert (answer["about"], answer["value"]) == ("early-fear", "yes")
    assert (words["about"], words["name"], words["text"]) == ("early-fear", "words", "de kantine")


def test_a_source_is_one_press_away(assessment):
    """Every claim can be looked up."""
    turn_to(assessment, "levels")
    assessment.page.get_by_role("button", name="Bron Laag 2").click()

    expect(assessment.page.get_by_role("dialog")).to_contain_text("002:834-841")


def test_an_event_is_asked_for_in_a_dialog_and_stays_until_it_was_taken(assessment):
    """A refusal is said where one types, with the words still there."""
    turn_to(assessment, "time")
    page = assessment.page
    page.get_by_role("button", name="Iets toevoegen").click()
    page.get_by_label("Wat gebeurde er?").fill("verhuisd")
    page.get_by_label("Datum, als u die weet").fill("2026-05-04")
    page.get_by_role("button", name="Zet op de lijn").click()
    sent = assessment.sent[-1]
    assert (sent["kind"], sent["words"], sent["on"]) == ("save-event", "verhuisd", "2026-05-04")

    assessment.tell({"kind": "answer", "what": "event", "problem": "Dit is geen dag."})
    expect(page.get_by_role("alert")).to_have_text("Dit is geen dag.")
    assessment.tell({"kind": "answer", "what": "event", "problem": ""})
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_yes_about_safety_opens_a_note_and_a_no_does_not(assessment):
    """Nothing is asked that is not needed, and what is needed is there at once."""
    turn_to(assessment, "safety")
    page = assessment.page
    page.get_by_role("radio", name="ja").click()
    assert assessment.sent[-1] == {"kind": "safety", "value": "yes"}

    note = page.locator(".cf-prepare-note").first
    note.get_by_label("Wie het weet").fill("de huisarts")
    note.get_by_label("Wie het weet").press("Control+Enter")

    assert assessment.sent[-1]["kind"] == "safety-note"
    assert assessment.sent[-1]["text"] == "de huisarts"


def test_the_tab_stays_while_the_page_is_drawn_anew(assessment):
    """Each answer draws the page; one keeps one's place."""
    turn_to(assessment, "safety")

    assessment.show(view_of(AssessmentPage, language="en"))

    expect(assessment.page.get_by_role("tab", name="Safety")).to_have_attribute(
        "aria-selected", "true"
    )


def _with_words(value, words):
    """Return a view in which each text that people typed is `words`."""
    typed = ("words", "called", "glance", "did", "effect", "needed", "who", "place", "when")
    if isinstance(value, list):
        return [_with_words(each, words) for each in value]
    if isinstance(value, dict):
        return {
            name: words
            if name in typed and isinstance(each, str) and each and not each.startswith("p")
            else _with_words(each, words)
            for name, each in value.items()
        }
    return value


@pytest.mark.parametrize(
    "words", [MARKUP, "\u202eachteruit", "👩‍👧‍👦 " * 20], ids=["markup", "rtl", "emoji"]
)
def test_what_people_type_is_shown_as_text(chromium, words):
    """Text is never code."""
    view = view_of(AssessmentPage)
    view["page"] = {
        tab: _with_words(part, words) if tab in ("views", "types", "signals", "time") else part
        for tab, part in view["page"].items()
    }
    with shown(chromium, AssessmentPage, view) as page:
        for tab in ("views", "types", "signals", "time"):
            turn_to(page, tab)
            expect(page.page.get_by_role("tabpanel")).to_contain_text(words.strip())
            assert page.page.locator("[role=tabpanel] img, [role=tabpanel] script").count() == 0
        assert page.page.title() == "caseform"


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_long_names_and_words_wrap(chromium, about):
    """One long word does not push the answers off the screen."""
    view = view_of(AssessmentPage)
    view["page"] = {
        tab: _with_words(part, LONG) if tab in ("views", "types", "signals", "time") else part
        for tab, part in view["page"].items()
    }
    view["page"]["levels"]["systems"][0]["options"][0]["text"] = LONG
    view["page"]["function"]["informants"][0]["called"] = LONG
    with shown(chromium, AssessmentPage, view, **about) as page:
        for tab in TABS:
            turn_to(page, tab)
            unfold(page)
            check_calm(page)
