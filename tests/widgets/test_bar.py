"""The therapist's bar, and the one way in which every page passes intents on."""

import logging
import threading
from datetime import date
from typing import Any

import pytest

from caseform.errors import ChannelError, InvalidCaseError
from caseform.session import CaseSession, in_this_process
from caseform.text import LANGUAGES
from caseform.widgets import _assets, _page
from caseform.widgets._bar import bar_view
from support.cases import TODAY, noor


class WithRooms(in_this_process):
    """A way that opens rooms as a keeper does, without a process for the wall."""

    def __init__(self, case: Any) -> None:
        self.room: dict[str, Any] | None = None
        super().__init__(case)

    def ask(self, what: str, **fields: Any) -> dict[str, Any]:
        """Answer as a keeper would."""
        match what:
            case "room-open":
                self.room = {"room": fields["room"], "address": None}
            case "room-close":
                self.room = None
            case "room-hold" | "room-blank" | "together":
                name = {"room-hold": "is_held", "room-blank": "is_blank"}.get(what, "is_together")
                assert self.room is not None
                self.room = {**self.room, name: fields["on"]}
            case "lock":
                for listener in self._listeners:
                    listener({"push": "locked"})
                return {}
            case _:
                return super().ask(what, **fields)
        return {"state": self._state()}

    def _state(self) -> dict[str, Any]:
        return {**super()._state(), "room": self.room}


class Sample(_page.Page):
    """A page with one intent that works and two that do not."""

    bundle_name = "sample"
    workbook = "20_picture"

    def page_view(self) -> dict[str, Any]:
        """Show the problem."""
        return {"problem": self.session.case.problem}

    def intent_refuse(self, intent: dict[str, Any]) -> None:
        """Fail in a way that the user can repair."""
        raise InvalidCaseError("errors.already-there")

    def intent_fail(self, intent: dict[str, Any]) -> None:
        """Fail in a way that only we can repair."""
        raise ValueError("buikpijn")

    def intent_keep(self, intent: dict[str, Any]) -> None:
        """Succeed."""


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Sample:
    """A page on the case of Noor."""
    monkeypatch.setattr(_assets, "bundle", lambda name: "export default {}")
    return Sample(CaseSession(WithRooms(noor()), today=lambda: TODAY))


def send(page: Sample, kind: str, **fields: Any) -> list[dict[str, Any]]:
    """Do what the browser does, and return what the page says back."""
    said: list[dict[str, Any]] = []
    page.send = lambda content, buffers=None: said.append(content)  # type: ignore[method-assign]
    page._handle_custom_msg({"kind": kind, **fields}, [])
    return said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bar_names_the_case_by_its_alias_alone(page, language):
    """Whoever looks over a shoulder learns no name."""
    bar = bar_view(page.session, language, here="20_picture")

    assert bar["alias"] == "IJsvogel"
    assert [place["here"] for place in bar["places"]["all"]] == [False, True, False, False, False]
    assert bar["invented"]


def test_the_bar_asks_who_is_present_person_by_person(page):
    """Two parents who live apart are never one tick."""
    room = bar_view(page.session, "nl", here="")["room"]

    ids = [person["id"] for person in room["people"]]
    assert ids == ["youth", "parent:p-2", "parent:p-3", "school", "team"]
    assert not any(person["here"] for person in room["people"])
    assert room["face"] == "kamer: uit"


def test_an_open_room_is_named_by_those_present(page):
    """The therapist sees at a glance for whom the screen is."""
    send(page, "room-open", people=["youth", "parent:p-2"])

    room = page.view["bar"]["room"]
    assert page.session.room.room == "youth+parent:p-2"
    assert room["open"]
    assert room["face"] == "Noor · moeder"


def test_a_room_for_the_parents_as_one_shows_each_parent_as_present(page):
    """What the command line opened can be changed from the bar."""
    send(page, "room-open", people=["youth", "parents"])

    people = page.view["bar"]["room"]["people"]
    assert [person["text"] for person in people if person["here"]] == ["Noor", "moeder", "vader"]


def test_hold_blank_and_together_are_passed_on(page):
    """One key each, in the middle of a conversation."""
    send(page, "room-open", people=["youth"])

    for kind in ("room-hold", "room-blank", "together"):
        send(page, kind, on=True)

    room = page.view["bar"]["room"]
    assert [room[name]["on"] for name in ("hold", "blank", "together")] == [True, True, True]


def test_a_private_note_has_no_audience_even_while_together_is_on(page):
    """What the therapist thinks to themselves stays with them."""
    send(page, "room-open", people=["youth"])
    send(page, "together", on=True)

    send(page, "note", text=" moeder keek weg ", field="bar.note")

    note = page.session.case.notes[-1]
    assert (note.words, note.shared_with, note.recorded_on) == ("moeder keek weg", (), TODAY)


def test_what_is_typed_is_there_when_the_page_is_reloaded(page):
    """A crash costs a second of text, not a paragraph."""
    send(page, "typing", field="bar.note", text="moeder k")

    assert page.view["drafts"] == {"bar.note": "moeder k"}


def test_a_commit_that_succeeded_ends_its_journal_entry(page):
    """Old words do not come back to life."""
    send(page, "typing", field="sample.words", text="buikpijn")

    send(page, "keep", text="buikpijn", field="sample.words")

    assert page.view["drafts"] == {}


def test_a_refusal_is_one_sentence_and_names_the_field(page):
    """The words come back into the field, and nothing was changed."""
    send(page, "typing", field="sample.words", text="buikpijn")

    said = send(page, "refuse", text="buikpijn", field="sample.words")

    assert [(each["tone"], each["field"]) for each in said] == [("problem", "sample.words")]
    assert page.view["drafts"] == {"sample.words": "buikpijn"}


def test_a_fault_is_told_calmly_and_logged_without_words_of_the_case(page, caplog):
    """Whoever sends us a log sends nothing about a child."""
    with caplog.at_level(logging.ERROR):
        said = send(page, "fail")

    assert said[0]["tone"] == "calm"
    assert "Er is niets veranderd" in said[0]["text"]
    assert "ValueError" in caplog.text
    assert "buikpijn" not in caplog.text


@pytest.mark.parametrize("kind", ["no-such-thing", "__init__", "../x", "", None, 3])
def test_an_intent_of_an_unknown_kind_does_nothing(page, kind):
    """A browser cannot reach more of a page than its intents."""
    before = page.view

    send(page, kind)

    assert page.view is before


def test_a_locked_case_leaves_nothing_on_the_page(page):
    """Whoever finds the laptop open finds no word."""
    send(page, "lock")

    assert set(page.view) == {"language", "words", "locked", "drafts"}
    assert page.view["drafts"] == {}


def test_the_language_is_switched_for_every_page_of_the_case(page, monkeypatch):
    """An English-speaking father joins halfway."""
    other = Sample(page.session)

    send(page, "language", language="en")

    assert page.view["language"] == other.view["language"] == "en"
    assert other.view["bar"]["room"]["face"] == "room: off"


def test_one_change_makes_the_page_once(page, monkeypatch):
    """A gesture shows within a frame or two."""
    made = []
    monkeypatch.setattr(page, "page_view", lambda: made.append(1) or {})

    send(page, "note", text="één")

    assert len(made) == 1


def test_a_save_that_failed_says_what_is_safe_and_what_to_do(page):
    """Nobody wonders whether their words are gone."""
    page.session.saved = "failed"

    saved = page.view["bar"]["saved"]
    assert saved["state"] == "failed"
    assert saved["trouble"].endswith("Druk op Opnieuw.")


def test_a_bar_without_a_case_offers_the_language_alone():
    """The start page is there before any case is."""
    bar = bar_view(None, "nl", here="00_start")

    assert set(bar) == {"languages", "places"}


def test_a_way_that_needs_a_keeper_is_refused_in_one_sentence(monkeypatch):
    """A workbook that is run by itself says why it has no room."""
    monkeypatch.setattr(_assets, "bundle", lambda name: "export default {}")
    page = Sample(CaseSession(in_this_process(noor()), today=lambda: date(2026, 11, 24)))

    said = send(page, "room-open", people=["youth"])

    assert said[0]["tone"] == "problem"
    with pytest.raises(ChannelError):
        page.session.open_room("youth")


def test_what_came_in_while_someone_typed_is_seen(page, monkeypatch):
    """To the therapist: ‘saving’ never stays where everything is saved."""
    session = page.session
    session.saved = "saving"
    monkeypatch.setattr(session, "type", lambda field, text: session.set_trait("saved", "saved"))

    send(page, "typing", field="problem", text="buik")

    assert page.view["bar"]["saved"]["state"] == "saved"


def test_a_slow_drawing_is_never_laid_over_a_newer_one(page, monkeypatch):
    """To the therapist: what is read is how it is, however long a plan took to draw."""
    begun, goes_on = threading.Event(), threading.Event()
    slow = threading.Thread(target=page.refresh)

    def held_up():
        if threading.current_thread() is slow:
            begun.set()
            goes_on.wait(5)
        return {}

    page.session.saved = "saving"
    # The page comes after the bar, which then is as it was when the drawing began.
    monkeypatch.setattr(page, "page_view", held_up)
    slow.start()
    assert begun.wait(5)
    threading.Timer(0.2, goes_on.set).start()
    page.session.saved = "saved"
    slow.join(5)

    assert page.view["bar"]["saved"]["state"] == "saved"
