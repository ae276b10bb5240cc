"""The parts that every page is made of, in a real browser, without a kernel."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser._harness import NARROW, WIDE, Mounted, mounted
from caseform.widgets import _assets

SAMPLE = Path(__file__).parent / "parts" / "sample.js"
SIDES = {
    "away": "duwt weg van school",
    "home": "trekt naar huis",
    "toward": "trekt naar school",
}
pytestmark = pytest.mark.browser


def view(**page: Any) -> dict[str, Any]:
    """Return what Python would send: a page without a case in its bar."""
    drafts = page.pop("drafts", {})
    return {
        "language": "nl",
        "words": {"close": "Sluit", "unsaved": "nog niet bewaard"},
        "case": page.pop("case", "c-1"),
        "drafts": drafts,
        "bar": {
            "languages": {"label": "Taal", "chosen": "nl", "all": []},
            "places": {"label": "", "all": []},
        },
        "page": {
            "title": "Wat er speelt",
            "words": "buikpijn",
            "story": "",
            "sides": SIDES,
            "cards": [{"id": each, "text": each} for each in ("kookles", "gamen", "ruzie")],
            **page,
        },
    }


@pytest.fixture
def sample(chromium) -> Iterator[Mounted]:
    """A page with one of everything."""
    with mounted(chromium, SAMPLE, view(), css=_assets.styles("sample")) as shown:
        yield shown


def without_awake(sent: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out what only says that someone is at work."""
    return [each for each in sent if each["kind"] not in ("typing", "awake")]


def test_a_new_view_leaves_the_words_under_the_fingers_alone(sample):
    """A change from another page never eats a letter."""
    field = sample.page.get_by_label("Eigen woorden")
    field.click()
    field.press("End")
    field.press_sequentially(" 's ochtends")
    field.press("ArrowLeft")

    sample.show(view(title="Iets anders", words="hoofdpijn"))
    field.press_sequentially("X")

    expect(sample.page.get_by_role("heading", name="Iets anders")).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value("buikpijn 's ochtendXs")


def test_an_untouched_field_follows_the_case(sample):
    """Two pages on one case say the same."""
    sample.show(view(words="hoofdpijn"))

    expect(sample.page.get_by_label("Eigen woorden")).to_have_value("hoofdpijn")


def test_the_focus_stays_on_a_card_that_moves(sample):
    """Arrow keys move a card again and again."""
    card = sample.page.get_by_role("button", name="ruzie")
    card.focus()

    cards = [{"id": each, "text": each} for each in ("ruzie", "gamen", "nieuw", "kookles")]
    sample.show(view(cards=cards))

    expect(card).to_be_focused()
    expect(sample.page.locator(".cf-list button")).to_have_text(
        ["ruzie", "gamen", "nieuw", "kookles"]
    )


def test_when_a_card_goes_the_focus_moves_to_its_neighbour(sample):
    """The keyboard is never left nowhere."""
    sample.page.get_by_role("button", name="gamen").focus()

    sample.show(view(cards=[{"id": each, "text": each} for each in ("kookles", "ruzie")]))

    expect(sample.page.get_by_role("button", name="ruzie")).to_be_focused()


def test_typing_is_journalled_within_two_seconds_and_not_with_every_key(sample):
    """At most two seconds of text are lost in a crash; the disk is left in peace."""
    field = sample.page.get_by_label("Wat er gebeurde")

    field.press_sequentially("bij het hek bleef hij staan en toen", delay=60)
    sample.page.wait_for_timeout(1200)

    typed = [each for each in sample.sent if each["kind"] == "typing"]
    assert typed[-1] == {
        "kind": "typing",
        "field": "sample.story",
        "text": "bij het hek bleef hij staan en toen",
    }
    assert 2 <= len(typed) <= 4


def test_enter_commits_once(sample):
    """Leaving the field afterwards does not commit again."""
    field = sample.page.get_by_label("Eigen woorden")
    field.fill("keelpijn")

    field.press("Enter")
    field.blur()

    assert without_awake(sample.sent) == [
        {"kind": "set-words", "id": "x1", "text": "keelpijn", "field": "sample.words"}
    ]


def test_looking_at_a_field_commits_nothing(sample):
    """A tab through the page changes no case."""
    field = sample.page.get_by_label("Eigen woorden")

    field.focus()
    field.blur()

    assert sample.sent == []


def test_escape_gives_back_what_was_saved(sample):
    """A slip costs nothing."""
    field = sample.page.get_by_label("Eigen woorden")
    field.fill("keelp")

    field.press("Escape")
    field.blur()

    expect(field).to_have_value("buikpijn")
    assert without_awake(sample.sent) == []


def test_words_saved_in_tidier_form_are_shown_as_saved(sample):
    """What stands there is what is kept."""
    field = sample.page.get_by_label("Eigen woorden")
    field.fill("  keelpijn ")
    field.press("Enter")

    sample.show(view(words="keelpijn"))

    expect(field).to_have_value("keelpijn")
    expect(sample.page.get_by_text("nog niet bewaard")).to_be_hidden()


def test_what_was_typed_before_a_crash_is_there_again(chromium):
    """Half a sentence is worth keeping."""
    drafts = {"sample.words": "buikpijn en mis"}
    with mounted(chromium, SAMPLE, view(drafts=drafts), css=_assets.styles("sample")) as shown:
        expect(shown.page.get_by_label("Eigen woorden")).to_have_value("buikpijn en mis")
        expect(shown.page.get_by_text("nog niet bewaard")).to_be_visible()


def test_an_entry_line_empties_itself_and_is_ready_for_the_next_card(sample):
    """Ten cards in a row, hands on the keyboard."""
    field = sample.page.get_by_label("Nieuw kaartje")
    for words in ("gamen", "kookles"):
        field.press_sequentially(words)
        field.press("Enter")

    expect(field).to_be_focused()
    expect(field).to_have_value("")
    assert [each["text"] for each in without_awake(sample.sent)] == ["gamen", "kookles"]


def test_a_refused_card_comes_back_into_the_line(sample):
    """A full disk does not eat a sentence."""
    field = sample.page.get_by_label("Nieuw kaartje")
    field.fill("verhuisd in mei")
    field.press("Enter")

    sample.tell(
        {"kind": "notice", "tone": "problem", "text": "De schijf is vol.", "field": "sample.entry"}
    )

    expect(field).to_have_value("verhuisd in mei")
    expect(sample.page.get_by_role("status").get_by_text("De schijf is vol.")).to_be_visible()


def test_another_case_starts_with_an_empty_page(sample):
    """No word of one child ends up with another."""
    sample.page.get_by_label("Nieuw kaartje").fill("verhuisd in mei")

    sample.show(view(case="c-2", words=""))
    sample.take()
    sample.page.wait_for_timeout(1300)

    expect(sample.page.get_by_label("Nieuw kaartje")).to_have_value("")
    assert sample.sent == []


def test_a_lock_clears_the_page(sample):
    """Whoever finds the laptop finds nothing."""
    sample.page.get_by_role("button", name="Deel met iedereen hier").click()

    sample.show(
        {
            "language": "nl",
            "words": {},
            "locked": {"title": "Op slot", "text": "Veilig bewaard.", "open": "Weer openen"},
        }
    )

    expect(sample.page.get_by_role("heading", name="Op slot")).to_be_visible()
    assert "buikpijn" not in sample.page.content()
    sample.page.get_by_role("button", name="Weer openen").click()
    assert sample.went == ["00_start"]


def test_arrow_keys_choose_among_a_few(sample):
    """As in any group of radio buttons."""
    sample.page.get_by_role("radio", name="duwt weg van school").focus()

    sample.page.keyboard.press("ArrowRight")

    chosen = sample.page.get_by_role("radio", name="trekt naar huis")
    expect(chosen).to_be_focused()
    expect(chosen).to_have_attribute("aria-checked", "true")


def test_a_dialog_keeps_the_focus_and_gives_it_back(sample):
    """Who works by keyboard gets in, and gets out where they were."""
    opener = sample.page.get_by_role("button", name="Deel met iedereen hier")
    opener.focus()
    opener.press("Enter")
    expect(sample.page.get_by_role("dialog")).to_be_visible()

    sample.page.keyboard.press("Escape")

    expect(sample.page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()


@pytest.mark.parametrize(
    "tag", ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>"]
)
def test_what_people_type_is_text(chromium, tag):
    """Text is never code."""
    cards = [{"id": "a", "text": tag}]
    shown_view = view(title=tag, words=tag, story=tag, cards=cards)
    with mounted(chromium, SAMPLE, shown_view, css=_assets.styles("sample")) as shown:
        expect(shown.page.get_by_role("heading", level=1)).to_have_text(tag)
        assert shown.page.locator("img").count() == 0


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_everything_has_a_name_and_enough_contrast(chromium, size):
    """Axe finds nothing to say."""
    with mounted(chromium, SAMPLE, view(), css=_assets.styles("sample"), size=size) as shown:
        assert shown.axe() == []


def test_everything_to_press_is_large_enough_for_a_finger(sample):
    """44 pixels, also on a tablet on the sofa."""
    small = sample.page.evaluate(
        """() => ["button", "input:not([type=checkbox])", "select", ".cf-tick"]
          .flatMap((kind) => [...document.querySelectorAll(kind)])
          .filter((node) => node.checkVisibility())
          .map((node) => [node.textContent || node.className, node.getBoundingClientRect()])
          .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
          .filter(([name]) => !name.includes("cf-chip-remove"))
          .map(([name, box]) => `${name} ${box.width} x ${box.height}`)"""
    )

    assert small == []


def test_a_keyed_list_keeps_its_nodes_and_the_scroll_of_what_moves(sample):
    """A board that is drawn anew forgets nothing that the browser knows."""
    result = sample.page.evaluate(
        """async () => {
          const { h, keyed } = await import("/src/caseform/widgets/js/kit/index.js");
          const list = document.createElement("div");
          document.querySelector("main").append(list);
          const make = (id) => h("div", { style: { height: "20px", overflow: "auto" } },
            h("div", { style: { height: "90px" } }), h("input", {}));
          const draw = (ids) => keyed(ids, list, (id) => id, make, (node, id) => node.id = id);
          draw(["a", "b", "c"]);
          const [a, b, c] = list.children;
          b.scrollTop = 30;
          c.querySelector("input").focus({ preventScroll: true });
          draw(["c", "d", "b"]);
          return {
            same: list.children[0] === c && list.children[2] === b,
            order: [...list.children].map((node) => node.id).join(""),
            focused: document.activeElement === c.querySelector("input"),
            scroll: b.scrollTop,
          };
        }"""
    )

    assert result == {"same": True, "order": "cdb", "focused": True, "scroll": 30}
