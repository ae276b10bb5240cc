"""The board in a real Chromium, answered by the real page in Python."""

from typing import Any

import pytest
from playwright.sync_api import expect

from browser._board import Board
from browser._harness import NARROW
from caseform.model import Case, EditItem, Factor, Link, LinkSign, Place
from support.cases import noor

pytestmark = pytest.mark.browser

SCRIPT = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>"


# By keyboard


def test_arrow_keys_carry_a_card_cell_by_cell(opened):
    """Whoever cannot hold a mouse still places every card."""
    board = opened()
    board.card("f-1").focus()

    for key, cell in [
        ("ArrowRight", "youth/home"),
        ("ArrowDown", "family/home"),
        ("ArrowLeft", "family/away"),
        ("ArrowUp", "youth/away"),
    ]:
        board.page.keyboard.press(key)
        assert (board.cell_of("f-1"), board.focused()) == (cell, "f-1")

    board.answer()
    assert (board.cell_of("f-1"), board.focused()) == ("youth/away", "f-1")


def test_a_card_goes_from_the_tray_to_the_board_and_back(opened):
    """What has no place yet gets one without a mouse."""
    board = opened()
    board.card("f-4").focus()

    board.page.keyboard.press("ArrowUp")
    board.answer()
    assert board.cell_of("f-4") == "family/away"
    for _ in range(5):
        board.page.keyboard.press("ArrowDown")
    board.answer()

    assert (board.cell_of("f-4"), board.focused()) == ("tray", "f-4")
    assert board.case.find("factors", "f-4").place is None


def test_shift_and_an_arrow_order_the_cards_of_a_cell(opened):
    """The most important one can lie on top."""
    board = opened(_with(Factor(id="f-5", words="hoofdpijn", **_where("f-1"))))
    board.card("f-5").focus()

    board.page.keyboard.press("Shift+ArrowUp")
    assert board.cards_in("youth/away") == ["f-5", "f-1"]
    board.answer()

    assert board.cards_in("youth/away") == ["f-5", "f-1"]
    assert board.focused() == "f-5"


def test_a_move_shows_before_python_answers_and_springs_back_when_refused(opened):
    """Dragging never waits, and never lies for long."""
    board = opened()
    board.card("f-1").focus()
    board.page.keyboard.press("ArrowRight")
    assert board.cell_of("f-1") == "youth/home"

    board.shown.show(board.python.view)
    assert board.cell_of("f-1") == "youth/home", "an older view must not take the card back"

    (intent,) = board.shown.take()
    board.python._handle_custom_msg({**intent, "place": "nowhere"}, [])
    board.shown.show(board.python.view)
    assert board.cell_of("f-1") == "youth/away"


def test_enter_opens_a_card_and_escape_comes_back_to_it(opened):
    """Nobody gets lost in a dialog."""
    board = opened()
    board.card("f-1").focus()

    board.page.keyboard.press("Enter")
    expect(board.page.get_by_role("dialog", name="Kaartje")).to_be_visible()
    board.page.keyboard.press("Escape")

    expect(board.page.get_by_role("dialog")).to_have_count(0)
    assert board.focused() == "f-1"


def test_delete_removes_a_card_and_the_notice_lays_it_back(opened):
    """A slip of a key costs one press."""
    board = opened()
    board.card("f-1").focus()

    board.page.keyboard.press("Delete")
    board.answer()
    expect(board.card("f-1")).to_have_count(0)
    board.page.get_by_role("button", name="Leg het terug").click()
    board.answer()

    assert board.case == noor()
    expect(board.card("f-1")).to_be_visible()


# By mouse and finger


def test_a_card_is_dragged_to_another_cell_by_mouse(opened):
    """As on the kitchen table."""
    board = opened()

    board.drag("f-4", "peers/toward")
    assert board.cell_of("f-4") == "peers/toward"
    (intent,) = board.answer()

    assert intent["kind"] == "move-card"
    assert (intent["place"], intent["side"], intent["before"]) == ("peers", "toward", None)
    assert board.cell_of("f-4") == "peers/toward"
    expect(board.page.get_by_role("dialog")).to_have_count(0)


def test_a_card_is_dragged_by_a_finger_that_waits_a_moment(opened):
    """On the tablet between them a swipe scrolls, and a held card moves."""
    board = opened()
    finger = board.page.context.new_cdp_session(board.page)
    finger.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 1})
    start = board.card("f-4").bounding_box()
    end = board.page.locator("[data-cell='peers/toward']").bounding_box()
    assert start is not None
    assert end is not None

    def touch(kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": x, "y": y} for x, y in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    x, y = start["x"] + 20, start["y"] + 15
    touch("touchStart", (x, y))
    board.page.wait_for_timeout(300)
    for part in (0.05, 0.3, 0.6, 0.9, 1):
        to = (end["x"] + 30 - x) * part + x, (end["y"] + 20 - y) * part + y
        touch("touchMove", to)
    touch("touchEnd")

    (intent,) = [each for each in board.answer() if each["kind"] == "move-card"]
    assert (intent["place"], intent["side"]) == ("peers", "toward")
    assert board.cell_of("f-4") == "peers/toward"


def test_a_card_dragged_before_another_stays_there(opened):
    """The order that a hand made is kept."""
    board = opened(_with(Factor(id="f-5", words="hoofdpijn", **_where("f-1"))))

    board.drag("f-4", "youth/away", by=(20, 20))
    board.answer()

    assert board.cards_in("youth/away") == ["f-4", "f-1", "f-5"]


def test_an_answer_from_python_during_a_drag_takes_nothing_out_of_the_hand(opened):
    """A colleague's change does not make a card jump away."""
    board = opened()
    box = board.card("f-1").bounding_box()
    assert box is not None
    board.page.mouse.move(box["x"] + 20, box["y"] + 15)
    board.page.mouse.down()
    board.page.mouse.move(box["x"] + 300, box["y"] + 60, steps=8)

    board.python.session.apply(EditItem(collection="factors", id="f-3", fields={"words": "koken"}))
    board.shown.show(board.python.view)
    assert board.page.locator(".cf-pic-lifted").count() == 1
    board.page.mouse.up()

    expect(board.card("f-3")).to_contain_text("koken")


def test_a_click_opens_a_card(opened):
    """Nothing is hidden behind a key."""
    board = opened()

    board.card("f-3").click()

    expect(board.page.get_by_role("textbox", name="Wat er staat")).to_have_value("kookles")


# Laying a card


def test_own_words_and_enter_lay_a_card(opened):
    """Typing goes as fast as talking."""
    board = opened()
    line = board.page.get_by_role("combobox", name="Nieuw kaartje")
    board.page.get_by_role("combobox", name="Wie zegt het?").select_option("– moeder")

    for words in ("slecht slapen", "ruzie met Noah"):
        line.type(words)
        board.page.keyboard.press("Enter")
        board.answer()

    laid = board.case.factors[-2:]
    assert [(each.words, each.said_by) for each in laid] == [
        ("slecht slapen", "p-2"),
        ("ruzie met Noah", "p-2"),
    ]
    expect(line).to_be_focused()
    expect(line).to_have_value("")
    assert board.cards_in("tray")[-2:] == [each.id for each in laid]


def test_the_catalogue_offers_while_one_types(opened):
    """A known thing needs a few letters and two keys."""
    board = opened()
    line = board.page.get_by_role("combobox", name="Nieuw kaartje")
    line.type("gepest")
    _until_offered(board)

    board.page.keyboard.press("ArrowDown")
    expect(board.page.locator(".cf-pic-offer[aria-selected=true]")).to_have_count(1)
    board.page.keyboard.press("Enter")
    board.answer()

    assert board.case.factors[-1].entry == "being-bullied"
    expect(line).to_have_value("")
    expect(board.page.locator(".cf-pic-offer")).to_have_count(0)


def test_escape_closes_the_offers_and_keeps_the_words(opened):
    """Who knows better than the list goes on typing."""
    board = opened()
    line = board.page.get_by_role("combobox", name="Nieuw kaartje")
    line.type("gepest")
    _until_offered(board)

    board.page.keyboard.press("Escape")

    expect(board.page.locator(".cf-pic-offer")).to_have_count(0)
    expect(line).to_have_value("gepest")


def test_pasting_several_lines_lays_several_cards(opened):
    """Yesterday's notes are on the board in one go."""
    board = opened()
    line = board.page.get_by_role("combobox", name="Nieuw kaartje")
    line.focus()
    line.evaluate(
        """line => {
          const data = new DataTransfer();
          data.setData("text/plain", "- buikpijn\\n\\n- slecht slapen");
          line.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, cancelable: true}));
        }"""
    )

    board.answer()

    assert [each.words for each in board.case.factors[-2:]] == ["buikpijn", "slecht slapen"]
    expect(board.page.get_by_text("2 kaartjes erbij.")).to_be_visible()


# Together


def test_one_key_makes_the_next_card_private_and_only_that_one(opened):
    """A thought of one's own, in the middle of a conversation."""
    board = opened(together=True)
    expect(board.page.get_by_text("iedereen hier (Noor en moeder).")).to_be_visible()
    line = board.page.get_by_role("combobox", name="Nieuw kaartje")

    line.type("vader zwijgt")
    board.page.keyboard.press("Alt+m")
    expect(board.page.get_by_text("Het volgende kaartje is alleen voor u.")).to_be_visible()
    board.page.keyboard.press("Enter")
    line.type("de pauze")
    board.page.keyboard.press("Enter")

    laid = [each["for_me"] for each in board.shown.sent if each["kind"] == "add-card"]
    assert laid == [True, False]


def test_m_without_alt_is_a_letter_in_the_field_and_a_key_outside_it(opened):
    """Moeder can be typed."""
    board = opened(together=True)
    line = board.page.get_by_role("combobox", name="Nieuw kaartje")
    line.type("mm")
    expect(line).to_have_value("mm")
    board.card("f-1").focus()

    board.page.keyboard.press("m")

    expect(board.page.get_by_role("button", name="Het volgende alleen voor mij")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_words_begun_alone_stay_private_when_together_is_switched_on(opened):
    """Half a private sentence is never finished in public."""
    board = opened(together=False)
    board.page.get_by_role("combobox", name="Nieuw kaartje").type("vader zwij")

    entry = {**board.python.view["page"]["entry"], "together": True, "hint": "Samen"}
    page = {**board.python.view["page"], "entry": entry}
    board.shown.show({**board.python.view, "page": page})
    board.page.keyboard.press("Enter")

    assert board.shown.sent[-1]["for_me"] is True


def test_a_refused_private_card_comes_back_as_private(opened):
    """A second try gives nothing away either."""
    board = opened(together=True)
    board.page.get_by_role("combobox", name="Nieuw kaartje").type("vader zwijgt")
    board.page.keyboard.press("Alt+m")
    board.page.keyboard.press("Enter")

    board.shown.tell(
        {"kind": "notice", "tone": "problem", "text": "Lukte niet.", "field": "picture.new"}
    )

    expect(board.page.get_by_role("combobox", name="Nieuw kaartje")).to_have_value("vader zwijgt")
    expect(board.page.get_by_text("Het volgende kaartje is alleen voor u.")).to_be_visible()


# Linking


def test_two_cards_are_linked_by_keyboard(opened):
    """L, the other card, and what the one does to the other."""
    board = opened()
    board.card("f-1").focus()
    board.page.keyboard.press("l")
    expect(
        board.page.get_by_text("“buikpijn” heeft invloed op… Kies het tweede kaartje.")
    ).to_be_visible()
    board.page.keyboard.press("ArrowRight")
    assert board.focused() != "f-1"
    board.card("f-3").focus()

    board.page.keyboard.press("Enter")
    assert not [each for each in board.shown.sent if each["kind"] == "link"], "no silent default"
    board.page.get_by_role("button", name="geeft minder", exact=True).click()
    board.answer()

    link = board.case.links[-1]
    assert (link.source, link.target, link.sign) == ("f-1", "f-3", LinkSign.LESS)
    assert board.focused() == "f-3"


def test_linking_by_mouse_has_a_mode_of_its_own_and_moves_nothing(opened):
    """Clicking through a circle opens no dialogs and drags nothing along."""
    board = opened()
    board.page.get_by_role("radio", name="Verbinden").click()

    board.drag("f-4", "peers/toward")
    board.card("f-3").click()
    board.card("f-1").click()
    board.page.get_by_role("button", name="geeft meer", exact=True).click()

    kinds = [each["kind"] for each in board.shown.sent]
    assert kinds == ["link"]
    assert board.shown.sent[0] == {
        "kind": "link",
        "source": "f-3",
        "target": "f-1",
        "sign": "more",
    }


def test_escape_always_gets_out_of_linking(opened):
    """First of the card, then of the mode."""
    board = opened()
    board.page.get_by_role("radio", name="Verbinden").click()
    board.card("f-1").click()
    board.page.keyboard.press("Escape")
    expect(board.page.get_by_text("Kies het eerste kaartje.")).to_be_visible()

    board.page.keyboard.press("Escape")

    expect(board.page.get_by_role("radio", name="Plaatsen")).to_have_attribute(
        "aria-checked", "true"
    )


def test_links_are_arrows_between_their_cards_and_sentences_too(opened):
    """Seen or heard, the same circle."""
    board = opened(_with(link=Link(id="k-3", source="f-3", target="f-1", sign=LinkSign.LESS)))

    expect(board.page.locator(".cf-pic-arrow")).to_have_count(2)
    expect(board.page.locator(".cf-pic-arrow-less")).to_have_count(1)
    board.page.get_by_text("Verbanden in woorden").click()
    expect(board.page.get_by_text("“kookles” geeft minder “buikpijn”")).to_be_visible()


# One card


def test_sharing_is_said_in_peoples_words(opened):
    """Noor, moeder: never a label."""
    board = opened(together=False)
    board.card("f-4").click()

    dialog = board.page.get_by_role("dialog", name="Kaartje")
    dialog.get_by_role("checkbox", name="moeder").click()
    board.answer()
    board.page.get_by_role("button", name="Deel met iedereen hier").click()
    board.answer()

    assert board.case.find("factors", "f-4").shared_with == ("parent:p-2", "youth")
    expect(board.page.get_by_role("button", name="Deel met iedereen hier")).to_have_count(0)
    board.page.get_by_role("button", name="Alleen voor mij", exact=True).click()
    board.answer()
    assert board.case.find("factors", "f-4").shared_with == ()


def test_a_clash_shows_both_texts_and_keeps_the_one_that_was_chosen(opened):
    """Two kernels, one sentence, nothing lost."""
    board = opened()
    board.card("f-1").click()
    words = board.page.get_by_role("textbox", name="Wat er staat")
    words.fill("hoofdpijn")
    board.python.session.apply(
        EditItem(collection="factors", id="f-1", fields={"words": "misselijk"})
    )
    board.shown.show(board.python.view)
    words.press("Control+Enter")
    board.answer()

    clash = board.page.get_by_role("dialog", name="Deze tekst is op twee plekken veranderd")
    expect(clash.get_by_text("hoofdpijn")).to_be_visible()
    expect(clash.get_by_text("misselijk")).to_be_visible()
    clash.get_by_role("button", name="Houd wat er elders staat").click()
    board.answer()

    expect(board.page.get_by_role("textbox", name="Wat er staat")).to_have_value("misselijk")
    assert board.case.find("factors", "f-1").words == "misselijk"


def test_a_clash_that_is_left_open_is_asked_again(opened):
    """Closing a question is not an answer."""
    board = opened()
    board.card("f-1").click()
    words = board.page.get_by_role("textbox", name="Wat er staat")
    words.fill("hoofdpijn")
    board.python.session.apply(
        EditItem(collection="factors", id="f-1", fields={"words": "misselijk"})
    )
    board.shown.show(board.python.view)
    words.press("Control+Enter")
    board.answer()
    clash = board.page.get_by_role("dialog", name="Deze tekst is op twee plekken veranderd")

    board.page.keyboard.press("Escape")
    expect(clash).to_have_count(0)
    expect(words).to_have_value("hoofdpijn")
    board.page.get_by_role("button", name="Klaar").click()
    board.answer()

    expect(clash).to_be_visible()
    assert board.case.find("factors", "f-1").words == "misselijk"


def test_the_typed_text_can_win_a_clash_too(opened):
    """The one who is there decides."""
    board = opened()
    board.card("f-1").click()
    words = board.page.get_by_role("textbox", name="Wat er staat")
    words.fill("hoofdpijn")
    board.python.session.apply(
        EditItem(collection="factors", id="f-1", fields={"words": "misselijk"})
    )
    board.shown.show(board.python.view)
    words.press("Control+Enter")
    board.answer()

    board.page.get_by_role("button", name="Houd wat ik typte").click()
    board.answer()

    assert board.case.find("factors", "f-1").words == "hoofdpijn"


def test_words_typed_in_an_open_card_are_kept_when_it_is_closed(opened):
    """Closing is not losing."""
    board = opened()
    board.card("f-1").click()
    board.page.get_by_role("textbox", name="Wat er staat").fill("hoofdpijn")

    board.page.get_by_role("button", name="Klaar").click()
    board.answer()

    assert board.case.find("factors", "f-1").words == "hoofdpijn"


# Whose cards are shown


def test_a_layer_is_hidden_in_the_browser_alone(opened):
    """Looking through one person's eyes changes nothing in the case."""
    board = opened()

    board.page.get_by_role("group", name="Van wie").get_by_role("checkbox", name="Noor").click()

    expect(board.card("f-1")).to_have_count(0)
    expect(board.card("f-2")).to_be_visible()
    assert board.shown.sent == []
    board.page.get_by_role("button", name="Toon iedereen").click()
    expect(board.card("f-1")).to_be_visible()


# What it must bear


def test_what_people_type_is_shown_as_text_everywhere(opened):
    """A sentence with brackets is a sentence."""
    case = noor()
    first = case.factors[0].model_copy(update={"words": SCRIPT, "since": SCRIPT})
    person = case.people[0].model_copy(update={"called": SCRIPT})
    board = opened(case.with_item("factors", first).with_item("people", person))

    expect(board.card("f-1").locator(".cf-pic-words")).to_have_text(SCRIPT)
    board.card("f-1").click()
    board.page.keyboard.press("Escape")
    board.page.get_by_text("Verbanden in woorden").click()
    line = board.page.get_by_role("combobox", name="Nieuw kaartje")
    line.type(SCRIPT)
    board.page.keyboard.press("Enter")
    board.answer()

    assert board.page.title() == "caseform"
    assert board.page.locator(".cf img, .cf script").count() == 0
    assert board.case.factors[-1].words == SCRIPT


@pytest.mark.parametrize("size", [{}, {"size": NARROW}, {"zoom": 2}], ids=str)
def test_sixty_cards_long_words_and_other_scripts_stay_readable(opened, size):
    """A long story fits, at 820 pixels and at 200% too."""
    board = opened(_crowded(), **size)

    wide = board.page.evaluate(
        """() => {
          const main = document.querySelector(".cf-main");
          const cards = [...document.querySelectorAll(".cf-pic-card")];
          return {
            page: document.documentElement.scrollWidth - innerWidth,
            main: main.scrollWidth - main.clientWidth,
            spilt: cards.filter((card) => card.scrollWidth > card.clientWidth + 1).length,
            low: cards.filter((card) => card.offsetHeight < 44).length,
            count: cards.length,
          };
        }"""
    )

    assert wide == {"page": 0, "main": 0, "spilt": 0, "low": 0, "count": 64}


def test_everything_that_can_be_pressed_is_large_enough_for_a_finger(opened):
    """Touch works on the sofa."""
    board = opened()
    board.page.get_by_role("radio", name="Verbinden").click()

    small = board.page.evaluate(
        """() => [...document.querySelectorAll(".cf-main button, .cf-main label, .cf-main select,"
            + " .cf-main summary, .cf-pic-card")]
          .filter((node) => node.checkVisibility() && !node.classList.contains("cf-unseen"))
          .map((node) => [node.className, node.getBoundingClientRect()])
          .filter(([name, box]) => box.height < 43.5)
          .map(([name, box]) => `${name} ${box.height}`)"""
    )

    assert small == []


def test_axe_finds_nothing_serious_on_the_board_and_in_a_card(opened):
    """A screen reader gets the whole page."""
    board = opened(together=True)
    assert board.shown.axe() == []

    board.page.get_by_role("radio", name="Verbinden").click()
    assert board.shown.axe() == []
    board.page.keyboard.press("Escape")

    board.card("f-2").click()
    assert board.shown.axe() == []


def _where(card_id: str) -> dict[str, Any]:
    card = next(each for each in noor().factors if each.id == card_id)
    return {"place": card.place, "bearing": card.bearing, "draw": card.draw}


def _with(*cards: Factor, link: Link | None = None) -> Case:
    case = noor()
    case = case.with_items("factors", (*case.factors, *cards))
    return case.with_items("links", (*case.links, link)) if link else case


def _crowded() -> Case:
    words = (
        "Schoolmaatschappelijkwerkbegeleidingsgesprekkenafspraak" * 2,
        "لا أريد الذهاب إلى المدرسة",
        "🙂 dat ene liedje 🎧🎧",
        "Als ik thuisblijf, zakt het meteen, en dan durf ik de volgende dag ook niet meer",
    )
    places = [*Place, None]
    cards = tuple(
        Factor(
            id=f"f-n{n}",
            words=words[n % len(words)],
            place=places[n % len(places)],
            **{name: value for name, value in _where(f"f-{1 + n % 3}").items() if name != "place"},
        )
        for n in range(60)
    )
    return _with(*cards)


def _until_offered(board: Board) -> None:
    """Answer each search: a slow hand is asked for more than once in one word."""
    for _ in range(100):
        board.answer()
        if board.page.locator(".cf-pic-offer").count():
            return
        board.page.wait_for_timeout(50)
    pytest.fail("nothing was offered")
