"""The start page: begin, open, look around, and come back in when the passphrase is lost."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from caseform.model import Agreement, Goal, GoalState, LogDay
from caseform.session import CaseSession, Shelf
from caseform.text import LANGUAGES, say
from caseform.widgets._people import age_from
from caseform.widgets.log import LogPage
from caseform.widgets.start import StartPage, facts_of, key_of, start_view
from support.cases import TODAY, noor
from support.pages import problem, send
from support.running import Home, eventually, temporary_home

PASSPHRASE = "zeven natte zeesterren"
NEW = {"alias": "Zeester", "region": "vl", "age": "14", "passphrase": PASSPHRASE}


@pytest.fixture
def home() -> Iterator[Home]:
    """A home with nothing in it."""
    with temporary_home() as fresh, fresh.entered():
        yield fresh


@pytest.fixture
def page(home, tmp_path):
    """The start page before any case is open."""
    session = CaseSession.following(tmp_path / "channel.json")
    session.today = lambda: TODAY
    return StartPage(session)


def cases(page):
    return {one["title"]: one for one in page.view["page"]["cases"]}


def test_without_a_case_the_page_invites(page):
    """The very first thing is a choice of two, not a lock."""
    assert "locked" not in page.view
    assert page.view["page"]["empty"] == say("start.empty", "nl")
    assert page.view["page"]["people"] is None


def test_a_new_case_is_open_at_once_and_shows_its_recovery_key_until_it_was_kept(page):
    """Begun in a minute, with the one sheet that has to be printed."""
    (said,) = send(page, "new", **NEW)

    view = page.view["page"]
    assert said["problem"] == ""
    assert page.session.case.young_person.age == 14
    assert cases(page)["Zeester"]["here"]
    assert view["recovery"]["title"] == "Herstelsleutel van Zeester"
    assert view["recovery"]["key"].startswith("AGE-SECRET-KEY-")
    assert view["people"]["empty"]
    # A screen that is shared shows no folder.
    assert str(Path.home()) not in json.dumps(page.view)

    send(page, "recovery-kept")

    assert page.view["page"]["recovery"] is None
    assert "AGE-SECRET-KEY" not in json.dumps(page.view)


def test_a_locked_case_does_not_leave_its_recovery_key_on_the_page(page):
    """Who finds the laptop locked must not find the key beside it."""
    send(page, "new", **NEW)

    send(page, "lock")

    assert eventually(lambda: cases(page)["Zeester"]["locked"])
    assert "AGE-SECRET-KEY" not in json.dumps(page.view)


def test_a_key_is_gone_as_soon_as_its_case_is_closed(page, monkeypatch):
    """Also where the file was closed a moment before this page is told that it is locked."""
    send(page, "new", **NEW)
    monkeypatch.setattr(Shelf, "open_case", lambda self, path: None)

    page.refresh()

    assert not page.session.is_locked
    assert "AGE-SECRET-KEY" not in json.dumps(page.view)


@pytest.mark.parametrize(
    ("wrong", "key", "blanks"),
    [
        ({"age": "veertien"}, "errors.age-unfit", {}),
        ({"age": "-3"}, "errors.age-unfit", {}),
        ({"age": "121"}, "errors.age-unfit", {}),
        ({"age": "14,5"}, "errors.age-unfit", {}),
        ({"alias": ""}, "errors.alias-unfit", {}),
        ({"alias": "a/b"}, "errors.alias-unfit", {}),
        ({"passphrase": "kort"}, "errors.passphrase-short", {"letters": 12}),
    ],
)
def test_what_cannot_be_is_said_in_the_dialog_and_makes_nothing(page, wrong, key, blanks):
    """One plain sentence, and what was filled in stays."""
    assert problem(send(page, "new", **{**NEW, **wrong})) == say(key, "nl", **blanks)

    assert page.session.is_locked
    assert page.view["page"]["cases"] == []


@pytest.mark.parametrize("age", ["", "  ", None])
def test_the_age_may_stay_empty(age):
    """No form forces an answer."""
    assert age_from(age) is None


@pytest.mark.parametrize("age", ["0", " 14", "120", 7])
def test_an_age_is_whole_years(age):
    """From a newborn brother to a great-grandmother."""
    assert age_from(age) == int(age)


def test_a_wrong_passphrase_is_one_sentence_and_the_recovery_key_opens(page):
    """Who lost the passphrase has the sheet from the drawer."""
    send(page, "new", **NEW)
    recovery = page.view["page"]["recovery"]["key"]
    at = cases(page)["Zeester"]["at"]
    send(page, "lock")
    assert eventually(lambda: page.session.is_locked)
    assert eventually(lambda: cases(page)["Zeester"]["locked"])

    said = problem(send(page, "open", at=at, text="zeven natte zeesterre"))
    assert said == say("errors.passphrase-wrong", "nl")
    assert page.session.is_locked

    assert send(page, "open", at=at, text=recovery) == []
    assert not page.session.is_locked
    assert cases(page)["Zeester"]["here"]


def test_a_file_is_opened_from_where_it_was_pasted(page, tmp_path):
    """A stick, a share, a folder: with the quotes that a file manager puts around it."""
    path, _ = Shelf(tmp_path / "stick").begin(
        "Kraanvogel", region="vl", language="nl", age=None, passphrase=PASSPHRASE
    )

    assert send(page, "open-file", path=f' "{path}" ', text=PASSPHRASE) == []

    assert page.session.case.alias == "Kraanvogel"


@pytest.mark.parametrize("path", ["", "/nergens/zeester.caseform", "~/x.caseform"])
def test_a_file_that_is_not_there_is_one_sentence(page, path):
    """Nothing was opened and nothing was made."""
    assert problem(send(page, "open-file", path=path, text=PASSPHRASE))

    assert page.session.is_locked


def test_a_case_that_is_gone_since_the_page_was_drawn_is_one_sentence(page):
    """A click names the case, never its place in the list."""
    assert problem(send(page, "open", at="0123456789abcdef", text=PASSPHRASE))


def test_an_invented_case_opens_with_one_press_and_is_not_kept(page):
    """Looking around leaves nothing behind."""
    send(page, "demo", name="home")

    assert page.session.case.is_invented
    assert [one["here"] for one in page.view["page"]["cases"]] == [True]
    assert Shelf().paths() == ()


def test_opening_another_case_moves_the_other_pages_along(page, tmp_path):
    """The day shows the case that the start page opened."""
    send(page, "demo", name="home")
    other = CaseSession.following(tmp_path / "channel.json")
    other.today = lambda: TODAY
    assert eventually(lambda: not other.is_locked)
    day = LogPage(other)
    first = day.view["case"]

    send(page, "demo", name="return")

    assert eventually(lambda: day.view.get("case") not in (first, None))
    alias = day.view["bar"]["alias"]
    assert alias == page.session.case.alias
    send(page, "lock")
    assert eventually(lambda: "locked" in day.view)
    assert alias not in json.dumps(day.view)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_locked_case_shows_its_file_name_and_nothing_else(language, tmp_path):
    """What stands in a case stays in the case."""
    path = tmp_path / "Zeester.caseform"

    (one,) = start_view([(path, None)], language, here=None, today=TODAY)["cases"]

    assert one == {
        "at": key_of(path),
        "title": "Zeester",
        "locked": True,
        "state": say("start.locked", language),
        "lines": [],
        "here": False,
    }


def test_an_open_case_shows_what_one_wants_to_know_before_the_day():
    """Step, days since, agreements, what is due, the break ahead."""
    case = noor()
    case = case.with_item("goals", Goal(id="g-2", words="x", by=date(2026, 12, 3)))
    today = date(2026, 12, 10)

    lines = facts_of(case, "nl", today=today)

    assert lines[0] == "Stap: tot het hek"
    assert lines[1] == "12 dagen niet ingevuld"
    assert lines[2] == "Afspraak: meneer Bakker – belt dinsdag"
    assert lines[3] == "Terugkijken op do 3 dec"
    assert lines[4].startswith("Geen school op")


def test_today_is_not_a_day_that_was_not_filled_in():
    """The day is still under way; and one day is told as one."""
    case = noor()
    assert not any("ingevuld" in line for line in facts_of(case, "nl", today=TODAY))

    assert "1 dag niet ingevuld" in facts_of(case, "nl", today=date(2026, 11, 25))


def test_what_is_done_is_not_asked_again():
    """Kept agreements and reached goals are no list of debts."""
    case = noor()
    done = Agreement(id="w-1", who="p-4", what="belt dinsdag", done_on=TODAY)
    reached = Goal(id="g-2", words="x", by=date(2026, 12, 3), state=GoalState.REACHED)
    case = case.with_item("agreements", done).with_item("goals", reached)
    case = case.with_item("log", LogDay(id="l-9", on=TODAY))

    assert facts_of(case, "nl", today=TODAY) == ["Stap: tot het hek"]
