"""The therapist's bar in a real browser: used in the middle of a conversation."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser._harness import NARROW, WIDE, Mounted, mounted
from browser._pages import told
from caseform import demo
from caseform.session import CaseSession, RoomState, in_this_process
from caseform.text import LANGUAGES, say
from caseform.widgets import _assets
from caseform.widgets._bar import bar_view
from caseform.widgets.log import LogPage
from support.cases import TODAY, noor

SAMPLE = Path(__file__).parent / "parts" / "sample.js"
SIDES = {"away": "duwt weg", "home": "trekt naar huis", "toward": "trekt naar school"}
pytestmark = pytest.mark.browser


def view(language: str = "nl", **changed: Any) -> dict[str, Any]:
    """Return what Python would send for the case of Noor, with some traits changed."""
    session = CaseSession(in_this_process(noor()), today=lambda: TODAY)
    for name, value in {"language": language, **changed}.items():
        setattr(session, name, value)
    return {
        "language": language,
        "words": {"close": say("bar.close", language), "unsaved": say("bar.unsaved", language)},
        "case": "c-noor",
        "drafts": {},
        "bar": bar_view(session, language, here="20_picture", others=[("c-2", "Kraanvogel")]),
        "page": {"title": "Beeld", "words": "", "story": "", "sides": SIDES, "cards": []},
    }


def with_room(**state: Any) -> RoomState:
    """Return a room for Noor and her mother."""
    return RoomState(room="youth+parent:p-2", address="http://127.0.0.1:9/", **state)


@pytest.fixture
def bar(chromium) -> Iterator[Mounted]:
    """The bar while no room is open."""
    with mounted(chromium, SAMPLE, view(), css=_assets.styles("sample")) as shown:
        yield shown


@pytest.fixture
def open_bar(chromium) -> Iterator[Mounted]:
    """The bar with a room open."""
    shown_view = view(room=with_room())
    with mounted(chromium, SAMPLE, shown_view, css=_assets.styles("sample")) as shown:
        yield shown


def test_n_opens_a_private_line_and_enter_keeps_it(bar):
    """A thought is kept in two seconds, while the family talks on."""
    bar.page.keyboard.press("n")
    bar.page.keyboard.type("moeder keek weg")
    bar.page.keyboard.press("Enter")

    assert bar.sent[-1] == {"kind": "note", "text": "moeder keek weg", "field": "bar.note"}
    expect(bar.page.locator(".cf-note")).to_be_hidden()


def test_in_a_text_field_n_is_a_letter_and_alt_n_opens_the_line(bar):
    """No one loses a word to a shortcut."""
    field = bar.page.get_by_label("Eigen woorden")
    field.click()
    field.press_sequentially("gamen")
    expect(field).to_have_value("gamen")

    bar.page.keyboard.press("Alt+n")

    expect(bar.page.get_by_label(say("bar.note", "nl"))).to_be_focused()
    expect(field).to_have_value("gamen")


def test_escape_closes_the_private_line_and_gives_the_focus_back(bar):
    """Esc always gets out."""
    field = bar.page.get_by_label("Eigen woorden")
    field.click()
    bar.page.keyboard.press("Alt+n")

    bar.page.keyboard.press("Escape")

    expect(field).to_be_focused()


def test_a_refused_note_comes_back_with_its_line(bar):
    """What was not kept is seen."""
    bar.page.keyboard.press("n")
    bar.page.keyboard.type("moeder keek weg")
    bar.page.keyboard.press("Enter")

    bar.tell({"kind": "notice", "tone": "problem", "text": "Vol.", "field": "bar.note"})

    expect(bar.page.get_by_label(say("bar.note", "nl"))).to_have_value("moeder keek weg")


@pytest.mark.parametrize(("key", "kind"), [("h", "room-hold"), ("b", "room-blank")])
def test_one_key_holds_or_blanks_an_open_room(open_bar, key, kind):
    """Someone walks in: the screen is empty before they look up."""
    open_bar.page.keyboard.press(key)

    assert open_bar.sent == [{"kind": kind, "on": True}]


@pytest.mark.parametrize(("key", "kind"), [("h", "room-hold"), ("b", "room-blank")])
def test_a_key_that_is_pressed_twice_at_once_leaves_the_room_as_it_was(open_bar, key, kind):
    """Also before Python has answered: nobody sits before an empty screen by mistake."""
    open_bar.page.keyboard.press(key)
    open_bar.page.keyboard.press(key)

    assert open_bar.sent == [{"kind": kind, "on": True}, {"kind": kind, "on": False}]


def test_a_switch_that_was_refused_counts_from_what_the_page_shows(open_bar):
    """After a sentence that it did not work, one press asks for it again."""
    open_bar.page.keyboard.press("b")
    open_bar.tell({"kind": "notice", "tone": "problem", "text": "Het lukte niet."})

    open_bar.page.keyboard.press("b")

    assert [each["on"] for each in open_bar.sent] == [True, True]


@pytest.mark.parametrize("key", ["h", "b"])
def test_without_a_room_these_keys_do_nothing(bar, key):
    """A stray key changes nothing."""
    bar.page.keyboard.press(key)

    assert bar.sent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bar_stays_one_line_on_a_laptop_while_a_room_is_open(live, language):
    """The page below is what matters; the bar does not push it down."""
    page = live(LogPage, told("return", language))
    page.python.session.language = language
    family = demo.family_room("return")
    page.python.session.room = RoomState(room=family, is_together=True)
    page.shown.show(page.python.view)

    expect(page.page.locator(".cf-bar-together")).to_be_visible()
    assert page.page.locator(".cf-bar").bounding_box()["height"] < 70


def test_a_blank_room_is_seen_in_the_bar(chromium):
    """The therapist knows what the others see."""
    shown_view = view(room=with_room(is_blank=True))
    with mounted(chromium, SAMPLE, shown_view, css=_assets.styles("sample")) as shown:
        button = shown.page.get_by_role("button", name=say("bar.blank", "nl"))
        expect(button).to_have_attribute("aria-pressed", "true")

        shown.page.keyboard.press("b")

        assert shown.sent == [{"kind": "room-blank", "on": False}]


def test_a_room_is_opened_for_those_who_are_ticked(bar):
    """Person by person; nobody is present by default."""
    bar.page.get_by_role("button", name="kamer: uit").click()
    start = bar.page.get_by_role("button", name=say("bar.room-start", "nl"))
    expect(start).to_be_disabled()

    bar.page.get_by_label("Noor").check()
    bar.page.get_by_role("checkbox", name="moeder").check()
    start.click()

    assert bar.sent == [{"kind": "room-open", "people": ["youth", "parent:p-2"]}]


def test_the_panel_shows_the_room_as_soon_as_it_is_open(bar):
    """The next thing to do, the large screen, is under the same finger."""
    bar.page.get_by_role("button", name="kamer: uit").click()
    bar.page.get_by_label("Noor").check()

    bar.show(view(room=with_room()))

    wall = bar.page.get_by_role("link", name=say("bar.room-wall", "nl"))
    expect(wall).to_have_attribute("href", "http://127.0.0.1:9/")


def test_who_is_present_can_change(open_bar):
    """Father comes in late."""
    open_bar.page.get_by_role("button", name="Noor · moeder").click()
    open_bar.page.get_by_label("vader").check()
    open_bar.page.get_by_role("button", name=say("bar.room-change", "nl")).click()

    people = ["youth", "parent:p-2", "parent:p-3"]
    assert open_bar.sent == [{"kind": "room-open", "people": people}]


def test_together_is_a_switch_in_the_panel_and_marked_in_the_bar(open_bar):
    """Nobody is surprised by what appears on the wall."""
    open_bar.page.get_by_role("button", name="Noor · moeder").click()
    open_bar.page.get_by_role("switch", name=say("bar.together", "nl")).check()
    assert open_bar.sent == [{"kind": "together", "on": True}]

    open_bar.show(view(room=with_room(is_together=True)))

    expect(open_bar.page.locator(".cf-bar-together")).to_have_text("Samen")


def test_a_place_is_one_press_away(bar):
    """Board, plan, log and papers are the week."""
    bar.page.get_by_role("button", name="Plan").click()

    assert bar.went == ["40_return_plan"]


def test_the_menu_of_the_case_is_used_by_keyboard(bar):
    """Arrow keys, a letter, Enter."""
    bar.page.get_by_role("button", name="IJsvogel").focus()
    bar.page.keyboard.press("ArrowDown")
    expect(bar.page.get_by_role("menuitem", name=say("bar.start", "nl"))).to_be_focused()

    bar.page.keyboard.press("k")
    bar.page.keyboard.press("Enter")

    assert bar.sent == [{"kind": "switch-case", "id": "c-2"}]
    expect(bar.page.get_by_role("button", name="IJsvogel")).to_be_focused()


def test_the_language_is_a_press_away(bar):
    """Switched in the middle of a conversation."""
    bar.page.get_by_role("button", name="Taal: nl").click()
    bar.page.get_by_role("menuitemradio", name="English").click()

    assert bar.sent == [{"kind": "language", "language": "en"}]


def test_the_ordinary_jupyterlab_is_under_more(bar):
    """Who wants menus and code finds them."""
    bar.page.get_by_role("button", name="Meer").click()
    bar.page.get_by_role("menuitem", name=say("bar.lab", "nl")).click()

    assert bar.went == ["lab"]


def test_ctrl_z_undoes_outside_a_text_field(bar):
    """A slip of the mouse costs one key."""
    shown_view = view()
    shown_view["bar"]["undo"]["can"] = True
    bar.show(shown_view)

    bar.page.keyboard.press("Control+z")

    assert bar.sent == [{"kind": "undo"}]


def test_a_failed_save_offers_to_try_again(chromium):
    """The sentence says what is safe; the button does what it says."""
    shown_view = view(saved="failed")
    with mounted(chromium, SAMPLE, shown_view, css=_assets.styles("sample")) as shown:
        expect(shown.page.get_by_role("alert")).to_contain_text("Nog niet bewaard.")

        shown.page.get_by_role("button", name="Opnieuw", exact=True).click()

        assert shown.sent == [{"kind": "save-again"}]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("zoom", [1, 2])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_falls_off_the_side(chromium, size, zoom, language):
    """At 200% on a small laptop everything is still there."""
    shown_view = view(language, room=with_room(is_together=True), saved="failed")
    css = _assets.styles("sample")
    with mounted(chromium, SAMPLE, shown_view, css=css, size=size, zoom=zoom) as shown:
        over = shown.page.evaluate(
            """() => [...document.querySelectorAll(".cf-bar *")]
              .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5)
              .map((node) => node.className)"""
        )
        assert over == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("opened", ["IJsvogel", "Noor · moeder", "Meer"])
def test_menus_and_panels_have_names_and_contrast(chromium, size, opened):
    """Axe finds nothing to say, with anything open."""
    shown_view = view(room=with_room())
    with mounted(chromium, SAMPLE, shown_view, css=_assets.styles("sample"), size=size) as shown:
        shown.page.get_by_role("button", name=opened).click()

        assert shown.axe() == []
