"""Papers and who sees what, in a real browser."""

import re

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
    view_of,
)
from caseform.widgets.papers import PapersPage

pytestmark = pytest.mark.browser


@pytest.fixture
def papers(chromium):
    """The papers of an invented case."""
    with shown(chromium, PapersPage, view_of(PapersPage)) as page:
        yield page


def open_sharing(page):
    page.page.get_by_role("tab").nth(1).click()


@looks("return", "new")
def test_both_tabs_are_readable_and_reachable(chromium, case, language, about):
    """At a desk, on a small laptop, with a screen reader."""
    with shown(chromium, PapersPage, view_of(PapersPage, case, language), **about) as page:
        check_calm(page)
        open_sharing(page)
        check_calm(page)


def test_everything_is_reached_by_the_tab_key(papers):
    """No gesture needs a mouse."""
    check_reached_by_keyboard(papers)


def test_a_tick_says_whose_and_what(papers):
    """A screen reader hears both, and Python gets the thing by name."""
    open_sharing(papers)
    papers.page.get_by_role("checkbox", name="Dat gedoe met Noah in de kantine: moeder").check()

    sent = papers.sent[-1]
    assert (sent["kind"], sent["collection"], sent["on"]) == ("share", "factors", True)
    assert sent["label"].startswith("parent:")


def test_what_nobody_sees_says_so_and_what_never_shows_has_no_tick(papers):
    """A tick that does nothing would be a promise."""
    open_sharing(papers)
    row = papers.page.get_by_role("row").filter(has_text="Het afscheid is het moeilijkst").first
    expect(row).to_contain_text("alleen u")

    home = papers.page.get_by_role("row").filter(has_text="Blijft op de rand van zijn bed")
    expect(home).to_contain_text("komt hier nooit te staan")
    expect(home.get_by_role("checkbox")).to_have_count(4)


def test_the_names_stay_in_sight_while_the_list_scrolls(papers):
    """Row forty is ticked for the right person."""
    open_sharing(papers)
    papers.page.locator(".cf-main").evaluate("node => { node.scrollTop = 1200; }")

    head = papers.page.get_by_role("columnheader", name="moeder")

    expect(head).to_be_in_viewport()


def test_a_long_name_takes_two_lines_and_is_there_whole(chromium):
    """The ticks stay in sight, and who it is about can still be read."""
    name = "mevrouw van der Meulen-Oosterveld van de derde klas"
    view = view_of(PapersPage)
    view["page"]["sharing"]["audiences"][0]["text"] = name
    with shown(chromium, PapersPage, view) as page:
        open_sharing(page)
        head = page.page.get_by_role("columnheader", name=name)

        expect(head).to_have_attribute("title", name)
        lines = head.locator("span").evaluate(
            "one => one.clientHeight / parseFloat(getComputedStyle(one).lineHeight)"
        )
        assert round(lines) == 2


def test_a_paper_is_made_in_the_forms_that_were_ticked(papers):
    """One press, and nothing without a form."""
    papers.page.get_by_role("checkbox", name="Gegevens").check()
    papers.page.get_by_role("button", name="Maak het papier").click()
    assert papers.sent[-1] == {"kind": "write", "kinds": ["html", "json"]}

    for name in ("Gegevens", "Bladzijde"):
        papers.page.get_by_role("checkbox", name=name).uncheck()

    expect(papers.page.get_by_role("button", name="Maak het papier")).to_be_disabled()


def test_the_tab_stays_while_the_page_is_drawn_anew(papers):
    """Each tick draws the page; one keeps one's place."""
    open_sharing(papers)

    papers.show(view_of(PapersPage))

    expect(papers.page.get_by_role("tab").nth(1)).to_have_attribute("aria-selected", "true")


def test_a_picture_is_an_image_and_runs_nothing(papers):
    """Text is never code, also inside a drawing."""
    image = papers.page.locator(".cf-papers-picture").first

    expect(image).to_have_attribute("src", re.compile(r"^data:image/svg\+xml;base64,"))
    assert papers.page.locator(".cf-papers-sheet svg").count() == 0


@pytest.mark.parametrize("about", SIZES, ids=SIZE_NAMES)
def test_long_names_and_words_wrap(chromium, about):
    """Six long names still leave room for the words."""
    view = view_of(PapersPage)
    for audience in view["page"]["sharing"]["audiences"]:
        audience["text"] = LONG
    for group in view["page"]["sharing"]["groups"]:
        for row in group["rows"]:
            row["words"] = LONG
    for option in view["page"]["for"]["options"]:
        option["text"] = LONG
    view["page"]["paper"]["title"] = view["page"]["written"] = LONG
    with shown(chromium, PapersPage, view, **about) as page:
        check_calm(page)
        open_sharing(page)
        check_calm(page)


def test_what_goes_into_a_calendar_is_shown_before_it_is_made(chromium):
    """A tick shows each appointment; nothing is in somebody's telephone unread."""
    view = view_of(PapersPage)
    lines = ["woensdag 25 november, 08:30–09:20: Afspraak", "donderdag 26 november: Afspraak"]
    view["page"]["calendar"] = {"title": "In de agenda", "entries": lines, "notes": ["Let op."]}
    with shown(chromium, PapersPage, view) as page:
        preview = page.page.get_by_role("region", name="In de agenda")
        expect(preview).to_have_count(0)

        page.page.get_by_role("checkbox", name="Agenda").check()

        expect(preview.get_by_role("listitem")).to_have_text(lines)
        expect(preview).to_contain_text("Let op.")
        check_calm(page)


def test_an_empty_place_on_a_paper_has_lines_to_write_on(chromium):
    """The preview looks as the paper that comes out of the printer."""
    view = view_of(PapersPage)
    facts = {"kind": "facts", "facts": [{"label": "Vandaag besloten", "words": "", "lines": 3}]}
    section = {"name": "decided", "heading": "", "overleaf": True, "blocks": [facts]}
    view["page"]["paper"]["sections"] = [section]
    with shown(chromium, PapersPage, view) as page:
        expect(page.page.locator(".cf-papers-overleaf .cf-papers-line")).to_have_count(3)
