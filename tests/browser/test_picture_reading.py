"""The board as it is read: piles, circles, sentences and changes, in a real Chromium."""

import pytest
from playwright.sync_api import expect

from browser._harness import NARROW
from browser._pages import check_calm, looks, shown, view_of
from caseform.model import (
    AddItem,
    Bearing,
    Circle,
    Comparison,
    EditedSentence,
    Factor,
    Link,
    LinkSign,
    Place,
    Verdict,
)
from caseform.widgets.picture import PicturePage
from support.cases import noor

pytestmark = pytest.mark.browser

SCRIPT = "<img src=x onerror=\"document.title='ran'\">"


AWAY = {"place": Place.YOUTH, "bearing": Bearing.AWAY_FROM_SCHOOL}


def told():
    """Noor with a circle, a pile of two voices, and a card that her father sees differently."""
    case = noor()
    for card in (
        Factor(id="f-7", words="ze heeft echt pijn", said_by="p-2", **AWAY),
        Factor(id="f-8", words="op zaterdag niet", said_by="p-3", place=Place.YOUTH),
    ):
        case = case.with_item("factors", card)
    case = case.with_item("links", Link(id="k-9", source="f-2", target="f-1", sign=LinkSign.MORE))
    agree = Comparison(id="v-1", cards=("f-1", "f-7"), verdict=Verdict.AGREE)
    differ = Comparison(id="v-2", cards=("f-1", "f-8"), verdict=Verdict.DIFFER)
    return case.with_item("comparisons", agree).with_item("comparisons", differ)


@looks("return", "new")
def test_what_stands_under_the_board_is_readable_and_reachable(chromium, case, language, about):
    """On a laptop, a tablet and at 200%, for eyes, fingers and screen readers."""
    with shown(chromium, PicturePage, view_of(PicturePage, case, language), **about) as page:
        page.page.locator(".cf-pic-read").scroll_into_view_if_needed()

        check_calm(page)


def test_cards_that_say_the_same_lie_on_one_pile(opened):
    """Five voices on one thing are read at one glance."""
    board = opened(told())

    expect(board.card("f-1")).to_contain_text("Noor, moeder")
    assert board.cards_in("youth/away") == ["f-1"]

    board.page.get_by_role("group", name="Van wie").get_by_role("checkbox", name="Noor").click()

    expect(board.card("f-7")).to_contain_text("ze heeft echt pijn")
    assert board.cards_in("youth/away") == ["f-7"]


def test_a_pile_is_moved_as_one(opened):
    """By keyboard as by mouse."""
    board = opened(told())
    board.card("f-1").focus()

    board.page.keyboard.press("ArrowRight")
    (moved,) = [each for each in board.answer() if each["kind"] == "move-card"]

    assert moved["along"] == ["f-7"]
    assert board.cards_in("youth/home") == ["f-1"]
    assert board.case.find("factors", "f-7").draw == "home"


def test_two_voices_are_laid_beside_each_other_on_the_opened_card(opened):
    """Without overwriting either."""
    board = opened(told())
    board.card("f-2").click()
    dialog = board.page.get_by_role("dialog")

    dialog.get_by_label("Leg dit kaartje naast dat van iemand anders").select_option(
        label="op zaterdag niet – vader"
    )
    dialog.get_by_role("button", name="ziet het anders").click()
    board.answer()

    assert ("f-2", "f-8") in [one.cards for one in board.case.comparisons]
    expect(dialog).to_contain_text("“op zaterdag niet” – vader")


def test_a_circle_is_drawn_where_its_cards_lie(opened):
    """Looking is quicker than reading."""
    board = opened(told())

    board.page.get_by_role("button", name="Teken op het bord").click()
    board.answer()

    expect(board.page.locator(".cf-pic-arrow-lit")).to_have_count(2)
    board.page.get_by_role("button", name="Teken op het bord").click()
    board.answer()
    expect(board.page.locator(".cf-pic-arrow-lit")).to_have_count(0)


def test_a_sentence_is_corrected_word_by_word(opened):
    """The family's words, typed where the sentence stands."""
    board = opened(told())
    read = board.page.locator(".cf-pic-told")
    line = read.locator(".cf-pic-told-line").last
    before = line.inner_text()

    line.get_by_role("button").click()
    box = read.get_by_role("textbox")
    expect(box).to_have_value(before.strip())
    box.fill(SCRIPT + " Koken.")
    box.press("Control+Enter")
    board.answer()

    assert board.case.sentences[0].words == SCRIPT + " Koken."
    expect(read).to_contain_text(SCRIPT)
    assert board.page.title() == "caseform"


def test_a_sentence_is_corrected_by_keyboard_or_left_as_it_is(opened):
    """The pencil brings the hands to the words; Escape brings the sentence back."""
    board = opened(told())
    line = board.page.locator(".cf-pic-told-line").last
    line.get_by_role("button").focus()

    board.page.keyboard.press("Enter")
    expect(line.get_by_role("textbox")).to_be_focused()
    board.page.keyboard.press("Escape")

    expect(line.get_by_role("textbox")).to_have_count(0)
    expect(line.get_by_role("button")).to_be_focused()
    assert board.case.sentences == ()


def test_a_sentence_whose_facts_changed_offers_both(opened):
    """The therapist chooses; nothing is thrown away by itself."""
    sentence = EditedSentence(
        id="w-1", about="toward", language="nl", made="Iets anders.", words="Koken, dat is het."
    )
    board = opened(told().with_item("sentences", sentence))
    line = board.page.locator(".cf-pic-told-line", has_text="Koken, dat is het.")

    line.get_by_role("button", name="Houd mijn zin").click()
    board.answer()

    (kept,) = board.case.sentences
    assert kept.words == "Koken, dat is het."
    expect(line.get_by_role("button", name="Houd mijn zin")).to_have_count(0)


def test_a_double_click_begins_a_card_there(opened):
    """Where one points is where it lies."""
    board = opened(told())
    cell = board.page.locator("[data-cell='peers/away']")

    cell.dblclick(position={"x": 10, "y": 10})
    board.page.keyboard.type("ruzie")
    board.page.keyboard.press("Enter")
    board.answer()

    assert board.cards_in("peers/away") == [board.case.factors[-1].id]


def test_one_key_begins_a_card_and_escape_lets_go_of_the_place(opened):
    """Nothing half done stays behind."""
    board = opened(told())
    board.page.locator("[data-cell='peers/away']").dblclick(position={"x": 10, "y": 10})
    expect(board.page.locator(".cf-pic-target")).to_have_count(1)

    board.page.keyboard.press("Escape")

    expect(board.page.locator(".cf-pic-target")).to_have_count(0)
    board.card("f-2").focus()
    board.page.keyboard.press("k")
    assert board.page.evaluate("document.activeElement.getAttribute('role')") == "combobox"


def test_what_has_changed_is_marked_on_the_board(opened):
    """In words and in the picture."""
    board = opened(told().with_item("circles", Circle(id="o-1", cards=("f-1", "f-2"))))
    board.python.session.apply(_new_card())
    board.python._days = (board.python.session.today(),)
    board.python.refresh()
    board.shown.show(board.python.view)
    board.python.session.case_on = lambda day: told()

    board.page.get_by_role("button", name="Laat zien").click()
    board.answer()

    expect(board.card("f-30")).to_contain_text("nieuw")
    expect(board.page.locator(".cf-pic-differences")).to_contain_text("te vroeg op")
    board.page.get_by_role("button", name="Sluit").click()
    expect(board.page.locator(".cf-pic-change")).to_have_count(0)


def test_what_has_changed_is_not_left_standing_in_another_language(opened):
    """A page never speaks two languages at once."""
    board = opened(told())
    board.python.session.apply(_new_card())
    board.python.refresh()
    board.shown.show(board.python.view)
    board.python.session.case_on = lambda day: told()
    board.page.get_by_role("button", name="Laat zien").click()
    board.answer()
    expect(board.page.locator(".cf-pic-differences")).to_contain_text("Nieuw")

    board.python.session.language = "en"
    board.shown.show(board.python.view)

    expect(board.page.get_by_role("button", name="Show", exact=True)).to_be_visible()
    expect(board.page.locator(".cf-pic-differences")).to_have_count(0)
    expect(board.page.locator(".cf-pic-change")).to_have_count(0)


def test_sixty_cards_stay_usable_on_a_tablet(opened):
    """A full assessment does not break the board."""
    case = noor()
    for n in range(60):
        where = AWAY if n % 2 else {}
        case = case.with_item("factors", Factor(id=f"x-{n}", words=f"kaart {n}", **where))
    board = opened(case, size=NARROW)

    check_calm(board.shown)
    board.card("x-1").focus()
    board.page.keyboard.press("ArrowRight")
    board.answer()

    assert (board.cell_of("x-1"), board.focused()) == ("youth/home", "x-1")


def _new_card():
    family = ["youth", "parent:p-2", "parent:p-3"]
    return AddItem(
        collection="factors", item={"id": "f-30", "words": "te vroeg op", "shared_with": family}
    )
