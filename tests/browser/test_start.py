"""The start page in a real browser."""

from copy import deepcopy
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

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
from caseform.widgets.start import StartPage, start_view
from support.cases import TODAY

pytestmark = pytest.mark.browser
HERE = Path("/cases/Zeester.caseform")
KEY = "AGE-SECRET-KEY-1" + "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L" * 2


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    """No test lists the cases of whoever runs it."""
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "CASEFORM_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path))


def view(name="return", language="nl", *, others=("Kraanvogel",), recovery=""):
    """Return the page with one case open and some locked."""
    page = view_of(StartPage, name, language)
    cases = [(HERE, told(name, language))]
    cases += [(Path(f"/cases/{alias}.caseform"), None) for alias in others]
    page["page"] = start_view(cases, language, here=HERE, today=TODAY, recovery=recovery)
    return page


def nothing(language="nl"):
    """Return the page of someone who never had a case."""
    page = view_of(StartPage, "new", language)
    page["case"] = None
    page["page"] = start_view([], language, here=None, today=TODAY)
    return page


@pytest.fixture
def page(chromium):
    """One case open, one locked."""
    with shown(chromium, StartPage, view()) as start_page:
        yield start_page


@looks("nothing", "return", "key")
def test_the_page_is_readable_and_reachable(chromium, case, language, about):
    """Before the first case, with cases, and with a key to keep."""
    each = {
        "nothing": nothing,
        "return": partial(view, "return"),
        "key": partial(view, "new", recovery=KEY),
    }[case](language)
    with shown(chromium, StartPage, each, **about) as page:
        check_calm(page)


def test_everything_is_reached_by_the_tab_key(page):
    """No gesture needs a mouse."""
    check_reached_by_keyboard(page)


def test_a_locked_case_asks_for_its_passphrase_in_its_own_card(page):
    """One press, type, Enter; the words never go to the journal."""
    page.page.get_by_role("button", name="Open: Kraanvogel").click()
    expect(page.page.get_by_label("Wachtzin")).to_be_focused()
    page.page.keyboard.type("zeven natte zeesterren")
    page.page.keyboard.press("Enter")

    (sent,) = page.sent
    assert (sent["kind"], sent["text"]) == ("open", "zeven natte zeesterren")
    expect(page.page.get_by_role("status").filter(has_text="Bezig met openen…")).to_be_visible()


def test_a_wrong_passphrase_can_be_repaired(page):
    """The words are still there, and so is the button."""
    page.page.get_by_role("button", name="Open: Kraanvogel").click()
    page.page.keyboard.type("zeven natte")
    page.page.keyboard.press("Enter")

    page.tell({"kind": "notice", "tone": "problem", "text": "Zo gaat hij niet open."})

    expect(page.page.get_by_text("Bezig met openen…")).to_have_count(0)
    expect(page.page.get_by_label("Wachtzin")).to_have_value("zeven natte")
    page.page.keyboard.type(" zeesterren")
    page.page.get_by_role("button", name="Haal van het slot").click()
    assert page.sent[-1]["text"] == "zeven natte zeesterren"


def test_a_redraw_keeps_the_half_typed_passphrase(page):
    """A page elsewhere saves while one is typing."""
    page.page.get_by_role("button", name="Open: Kraanvogel").click()
    page.page.keyboard.type("zeven natte")

    page.show(deepcopy(view()))
    page.page.keyboard.type(" zeesterren")
    page.page.get_by_role("button", name="Haal van het slot").click()

    assert page.sent[-1]["text"] == "zeven natte zeesterren"


def test_escape_lets_the_passphrase_be(page):
    """It was the wrong case."""
    page.page.get_by_role("button", name="Open: Kraanvogel").click()
    page.page.keyboard.press("Escape")

    expect(page.page.get_by_label("Wachtzin")).to_have_count(0)
    assert page.sent == []


def test_a_file_is_opened_by_where_it_is(page):
    """Place and passphrase, and nothing is journalled."""
    page.page.get_by_role("button", name="Open een bestand").click()
    expect(page.page.get_by_label("Waar staat het bestand?")).to_be_focused()
    page.page.keyboard.type("/stick/zeester.caseform")
    page.page.get_by_label("Wachtzin").fill("zeven natte zeesterren")
    page.page.keyboard.press("Enter")

    assert page.sent == [
        {"kind": "open-file", "path": "/stick/zeester.caseform", "text": "zeven natte zeesterren"}
    ]


def test_a_new_case_keeps_what_was_filled_in_until_it_is_made(chromium):
    """A passphrase that is too short costs a sentence, not five answers."""
    with shown(chromium, StartPage, nothing()) as page:
        page.page.get_by_role("button", name="Nieuwe casus").click()
        page.page.get_by_label("Schuilnaam van de casus").fill("Zeester")
        page.page.get_by_label("Waar staat de school?").select_option("vl")
        page.page.get_by_label("Leeftijd (mag leeg)").fill("14")
        page.page.get_by_label("Wachtzin", exact=True).fill("kort")
        page.page.get_by_label("Laat de wachtzin zien").check()
        expect(page.page.get_by_label("Wachtzin", exact=True)).to_have_attribute("type", "text")
        page.page.get_by_role("button", name="Maak deze casus").click()
        assert page.sent == [
            {"kind": "new", "alias": "Zeester", "region": "vl", "age": "14", "passphrase": "kort"}
        ]

        page.tell({"kind": "answer", "what": "new", "problem": "Deze wachtzin is te kort."})

        expect(page.page.get_by_role("alert")).to_have_text("Deze wachtzin is te kort.")
        expect(page.page.get_by_label("Schuilnaam van de casus")).to_have_value("Zeester")
        assert page.axe() == []


def test_the_dialog_of_a_new_case_is_gone_once_the_case_is_there(chromium):
    """What comes next is the key to keep."""
    with shown(chromium, StartPage, nothing()) as page:
        page.page.get_by_role("button", name="Nieuwe casus").click()

        page.tell({"kind": "answer", "what": "new", "problem": ""})
        page.show(view("new", recovery=KEY, others=()))

        expect(page.page.locator("dialog")).to_have_count(0)
        expect(page.page.get_by_text(KEY)).to_be_visible()
        page.page.get_by_role("button", name="Ik heb hem bewaard").click()
        assert page.sent[-1] == {"kind": "recovery-kept"}


def test_only_the_key_is_printed(chromium):
    """The sheet for the drawer shows no other case."""
    with shown(chromium, StartPage, view("new", recovery=KEY)) as page:
        page.page.emulate_media(media="print")

        expect(page.page.get_by_text(KEY)).to_be_visible()
        expect(page.page.get_by_text("Kraanvogel")).to_be_hidden()
        expect(page.page.get_by_role("button", name="Druk af")).to_be_hidden()


def test_the_open_case_leads_to_the_picture(page):
    """One press and one is at work."""
    page.page.get_by_role("button", name="Verder werken: ").click()

    assert page.went == ["20_picture"]


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_long_names_and_words_wrap(chromium, about):
    """A file may be called anything."""
    long = view(others=(LONG,), recovery=KEY)
    for one in long["page"]["cases"]:
        one["lines"] = [LONG, *one["lines"]]
    with shown(chromium, StartPage, long, **about) as page:
        page.page.get_by_role("button", name=f"Open: {LONG}").click()
        check_calm(page)
