"""The board: what it shows, and what each gesture does to the case."""

from datetime import date
from typing import Any

import pytest

from caseform import catalogue, demo
from caseform.model import (
    Authority,
    Bearing,
    Case,
    Draw,
    EditItem,
    Factor,
    Person,
    PersonKind,
    Place,
    Region,
    Role,
)
from caseform.session import CaseSession, in_this_process
from caseform.text import LANGUAGES
from caseform.widgets.picture import PicturePage, picture_view
from support.cases import MENTOR, TODAY, noor

HERE = ["youth", "parent:p-2"]


class Watched(in_this_process):
    """A way with an open room, that gives labels to new cards as a keeper does."""

    def __init__(self, case: Case) -> None:
        self.room: dict[str, Any] | None = None
        super().__init__(case)

    def ask(self, what: str, **fields: Any) -> dict[str, Any]:
        """Answer as a keeper with a room does."""
        if what == "room-open":
            self.room = {"room": fields["room"]}
            return {"state": self._state()}
        if what == "together":
            assert self.room is not None
            self.room = {**self.room, "is_together": fields["on"]}
            return {"state": self._state()}
        if what == "change" and fields["together"]:
            fields["change"] = _labelled(fields["change"])
        return super().ask(what, **fields)

    def _state(self) -> dict[str, Any]:
        return {**super()._state(), "room": self.room}


def _labelled(change: dict[str, Any]) -> dict[str, Any]:
    if change["verb"] == "several":
        return {**change, "changes": [_labelled(each) for each in change["changes"]]}
    if change["verb"] == "add":
        return {**change, "item": {**change["item"], "shared_with": HERE}}
    return change


@pytest.fixture
def page() -> PicturePage:
    """The board of Noor."""
    return _board(noor())


@pytest.fixture
def watched() -> PicturePage:
    """The board of Noor while she and her mother look along, with *Together* on."""
    board = _board(noor())
    board.session.open_room("+".join(HERE))
    board.session.together(True)
    return board


def _board(case: Case) -> PicturePage:
    return PicturePage(CaseSession(Watched(case), today=lambda: TODAY))


def send(page: PicturePage, kind: str, **fields: Any) -> list[dict[str, Any]]:
    """Do what the browser does, and return what the page says back."""
    said: list[dict[str, Any]] = []
    page.send = lambda content, buffers=None: said.append(content)  # type: ignore[method-assign]
    page._handle_custom_msg({"kind": kind, **fields}, [])
    return said


def card(page: PicturePage, card_id: str) -> Factor:
    """Return a card as it stands in the case."""
    found = page.session.case.find("factors", card_id)
    assert isinstance(found, Factor)
    return found


def seen(page: PicturePage, card_id: str) -> dict[str, Any]:
    """Return a card as the browser is shown it."""
    return next(each for each in page.view["page"]["cards"] if each["id"] == card_id)


def order(page: PicturePage) -> list[str]:
    """Return the ids of the cards in their order."""
    return [each.id for each in page.session.case.factors]


# What is shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_board_is_worded_in_full_in_both_languages(language):
    """No key is ever read aloud to a family."""
    case, _ = demo.cases("return", today=TODAY, language=language)

    view = picture_view(case, language)

    assert "picture." not in str(view)
    assert [len(view["rows"]), len(view["sides"])] == [6, 3]


def test_a_card_says_who_said_it_and_with_whom_it_is_shared(page):
    """A parent sees at once what the other one may read."""
    shown = seen(page, "f-1")

    assert shown["by"] == "Noor"
    assert shown["eye"] == "Gedeeld met Noor, moeder en vader"
    assert shown["label"] == "buikpijn. Gezegd door Noor. Gedeeld met Noor, moeder en vader"
    assert seen(page, "f-4")["eye"] == ""


def test_what_is_shared_with_the_parents_is_shown_to_none_of_them_once_they_are_apart():
    """A contact limit that is recorded today counts today."""
    case = noor()
    father = case.people[2].model_copy(update={"contact_limit": True})
    page = _board(case.with_item("people", father))

    assert seen(page, "f-1")["eye"] == "Gedeeld met Noor"


def test_a_card_lies_in_the_column_that_its_bearing_says(page):
    """Push and pull are named by where they lead."""
    cells = {each["id"]: (each["place"], each["side"]) for each in page.view["page"]["cards"]}

    assert cells == {
        "f-1": ("youth", "away"),
        "f-2": ("family", "home"),
        "f-3": ("school", "toward"),
        "f-4": ("family", None),
    }


def test_half_a_place_is_said_on_a_card_in_the_tray(page):
    """What is known of it already is not asked again."""
    assert seen(page, "f-4")["half"] == "thuis"


def test_a_link_reads_as_a_sentence(page):
    """Who hears the page rather than sees it gets the arrows too."""
    texts = [link["text"] for link in page.view["page"]["links"]]

    assert texts[0] == "“buikpijn” geeft meer “thuis is het rustig”"
    assert texts[1] == "“moeder is zelf somber” hangt samen met “thuis is het rustig”"


def test_a_loose_link_does_not_darken_the_board():
    """A file that was made elsewhere is still shown as far as it goes."""
    case = noor()
    page = _board(case.with_items("factors", case.factors[:3]))

    assert [link["id"] for link in page.view["page"]["links"]] == ["k-1"]


def test_layers_are_those_who_have_a_card(page):
    """Nobody is asked to hide a voice that is not there."""
    assert [each["text"] for each in page.view["page"]["layers"]] == [
        "Noor",
        "moeder",
        "niemand genoemd",
    ]


def test_the_view_of_an_empty_case_invites():
    """The first evening starts with one line to type on."""
    case = Case(id="c-1", alias="Reiger", region=Region.VL, created_on=date(2026, 11, 2))

    view = picture_view(case, "nl")

    assert view["cards"] == []
    assert view["words"]["empty"].startswith("Nog geen kaartjes.")


def test_sixty_cards_are_shown_quickly_enough_to_follow_a_conversation():
    """A long history does not make the board slow."""
    case = noor()
    cards = tuple(Factor(id=f"f-n{n}", words=f"kaartje {n}") for n in range(60))
    page = _board(case.with_items("factors", (*case.factors, *cards)))

    assert len(page.view["page"]["cards"]) == 64


# Laying a card


def test_own_words_become_a_card_without_a_place(page):
    """What someone says is kept before anyone decides what it means."""
    send(page, "add-card", text="  ruzie met Noah ", field="picture.new", said_by="p-1")

    laid = page.session.case.factors[-1]
    assert (laid.words, laid.said_by, laid.place) == ("ruzie met Noah", "p-1", None)
    assert (laid.recorded_on, laid.shared_with) == (TODAY, ())


def test_a_card_of_someone_unknown_is_said_by_nobody(page):
    """A stale page never puts words into the wrong mouth."""
    send(page, "add-card", text="buikpijn", field="picture.new", said_by="p-99")

    assert page.session.case.factors[-1].said_by is None


def test_words_that_were_laid_are_no_longer_a_draft(page):
    """Old words do not come back to life."""
    send(page, "typing", field="picture.new", text="ruzie")
    send(page, "add-card", text="ruzie", field="picture.new")

    assert not page.view["drafts"].get("picture.new")


def test_each_pasted_line_becomes_a_card_and_one_undo_takes_all_back(page):
    """Yesterday's notes are on the board in one go."""
    said = send(page, "add-cards", lines=["- buikpijn", " ", "• slecht slapen"], said_by="p-2")

    assert [each.words for each in page.session.case.factors[-2:]] == ["buikpijn", "slecht slapen"]
    assert said[0]["text"] == "2 kaartjes erbij."
    send(page, "undo")
    assert len(page.session.case.factors) == 4


def test_a_slip_of_the_paste_key_lays_nothing(page):
    """A whole report is not a list of cards."""
    said = send(page, "add-cards", lines=["regel"] * 61)

    assert said[0]["tone"] == "problem"
    assert len(page.session.case.factors) == 4


def test_a_card_from_the_catalogue_brings_its_place_and_never_a_role(page):
    """The clinician decides what part it plays."""
    entry = catalogue.load().factors["very-close-bond"]

    send(page, "add-card", text="", entry=entry.id, field="picture.new", said_by="p-2")

    laid = page.session.case.factors[-1]
    assert (laid.words, laid.entry) == (entry.family.nl, entry.id)
    assert (laid.place, laid.bearing, laid.draw) == (entry.place, entry.bearing, entry.draw)
    assert laid.role is None


def test_the_young_person_speaks_in_the_first_person(page):
    """A card of Noor sounds like Noor."""
    entry = catalogue.load().factors["very-close-bond"]

    send(page, "add-card", text="", entry=entry.id, field="picture.new", said_by="p-1")

    assert page.session.case.factors[-1].words == entry.self_.nl


def test_who_spoke_last_is_remembered(page):
    """Ten cards of mother's need one choice."""
    send(page, "speaker", id="p-2")
    send(page, "add-card", text="slecht slapen", field="picture.new", said_by="p-2")

    assert page.view["page"]["entry"]["speaker"] == "p-2"


# Looking something up


def test_the_catalogue_is_searched_as_one_types(page):
    """Three letters find it, in the therapist's words too."""
    (found,) = send(page, "search", nr=7, text="pest", said_by=None)

    assert (found["kind"], found["nr"]) == ("found", 7)
    assert found["entries"][0]["id"] == "being-bullied"
    assert all(set(each) == {"id", "text", "hint"} for each in found["entries"])


def test_a_room_that_watches_is_offered_nothing_sensitive_and_no_terms(page):
    """What appears on a screen beside a child is fit to be read by it."""
    alone = send(page, "search", nr=1, text="autis", said_by=None)[0]["entries"]
    page.session.open_room("youth")

    watched = send(page, "search", nr=2, text="autis", said_by=None)[0]["entries"]
    bullied = send(page, "search", nr=3, text="pest", said_by="p-1")[0]["entries"][0]

    assert alone
    assert watched == []
    entry = catalogue.load().factors["being-bullied"]
    assert bullied["text"] == entry.family.nl
    assert entry.text.nl not in bullied["hint"]


def test_something_sensitive_that_was_offered_just_before_stays_private(watched):
    """A room that opens between two keys gives nothing away."""
    sensitive = next(e.id for e in catalogue.load().factors.values() if e.sensitive)

    send(watched, "add-card", text="", entry=sensitive, field="picture.new")

    assert watched.session.case.factors[-1].shared_with == ()


# Together


def test_together_a_card_is_everyones_who_is_here(watched):
    """It appears on the wall as it is said."""
    send(watched, "add-card", text="de pauze", field="picture.new", said_by="p-1", for_me=False)
    send(watched, "add-cards", lines=["een", "twee"], said_by=None, for_me=False)

    assert [each.shared_with for each in watched.session.case.factors[-3:]] == [tuple(HERE)] * 3


def test_one_key_keeps_the_next_card_to_the_therapist(watched):
    """A thought of one's own can be written down in the middle of a conversation."""
    send(watched, "add-card", text="vader zwijgt", field="picture.new", said_by=None, for_me=True)
    send(watched, "add-cards", lines=["een", "twee"], said_by=None, for_me=True)

    assert [each.shared_with for each in watched.session.case.factors[-3:]] == [()] * 3


def test_together_the_entry_line_names_who_is_here_and_asks_no_working_ideas(watched):
    """Everyone knows who sees it; nobody is classified out loud."""
    view = watched.view["page"]

    assert view["entry"]["hint"].endswith("iedereen hier (Noor en moeder).")
    assert view["ideas"] is None
    assert all(each["role"] is each["strength"] is None for each in view["cards"])


def test_a_room_without_together_says_that_cards_stay_private(page):
    """The therapist need not remember which mode is on."""
    page.session.open_room("youth")

    assert page.view["page"]["entry"]["hint"].startswith("Er kijkt iemand mee.")


# Moving


def test_a_moved_card_takes_the_place_and_bearing_of_its_cell(page):
    """Where it lies is what it says."""
    send(page, "move-card", nr="a-1", id="f-4", place="peers", side="home", before=None)

    moved = card(page, "f-4")
    assert (moved.place, moved.bearing, moved.draw) == (
        Place.PEERS,
        Bearing.AWAY_FROM_SCHOOL,
        Draw.HOME,
    )
    assert page.view["page"]["heard"] == ["a-1"]


def test_a_card_that_leaves_home_is_drawn_home_no_longer(page):
    """Two answers never stand against each other."""
    send(page, "move-card", nr="a-1", id="f-2", place="family", side="toward", before=None)

    assert (card(page, "f-2").bearing, card(page, "f-2").draw) == (Bearing.TOWARD_SCHOOL, None)


def test_a_card_put_back_in_the_tray_says_nothing_of_its_place(page):
    """Unknown is a value."""
    send(page, "move-card", nr="a-1", id="f-1", place=None, side=None, before=None)

    assert (card(page, "f-1").place, card(page, "f-1").bearing) == (None, None)


def test_the_order_that_a_hand_made_is_kept(page):
    """What lies on top stays on top."""
    send(page, "move-card", nr="a-1", id="f-3", place="school", side="toward", before="f-1")

    assert order(page) == ["f-3", "f-1", "f-2", "f-4"]
    assert page.session.can_undo


def test_moving_elsewhere_is_one_step_to_undo(page):
    """One slip of the mouse, one undo."""
    send(page, "move-card", nr="a-1", id="f-3", place="youth", side="away", before="f-1")
    send(page, "undo")

    assert order(page) == ["f-1", "f-2", "f-3", "f-4"]
    assert card(page, "f-3").place is Place.SCHOOL


def test_a_card_dropped_where_it_lay_changes_nothing(page):
    """Picking something up is not a decision."""
    send(page, "move-card", nr="a-1", id="f-4", place="family", side=None, before=None)

    assert not page.session.can_undo


def test_a_card_that_is_gone_is_not_moved_and_the_browser_stops_showing_it(page):
    """A page that is behind springs back, with one sentence."""
    said = send(page, "move-card", nr="a-9", id="f-99", place="youth", side="away", before=None)

    assert said[0]["tone"] == "problem"
    assert page.view["page"]["heard"] == ["a-9"]


# One card


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("said_by", "p-3", "p-3"),
        ("said_by", "nobody", None),
        ("role", "perpetuating", Role.PERPETUATING),
        ("strength", "3", 3),
        ("strength", None, None),
        ("certainty", "guess", "guess"),
        ("place", "school", Place.SCHOOL),
    ],
)
def test_each_question_about_a_card_can_be_answered_and_left_open(page, name, value, kept):
    """No form forces an answer."""
    send(page, "set", id="f-1", name=name, value=value)

    assert getattr(card(page, "f-1"), name) == kept


def test_the_side_is_chosen_by_button_too(page):
    """Whoever cannot drag can place."""
    send(page, "set", id="f-4", name="side", value="toward")

    assert card(page, "f-4").bearing is Bearing.TOWARD_SCHOOL


def test_nothing_else_of_a_card_can_be_set(page):
    """A page cannot share a card by another name."""
    said = send(page, "set", id="f-4", name="shared_with", value=["youth"])

    assert said[0]["tone"] == "problem"
    assert card(page, "f-4").shared_with == ()


def test_words_are_corrected_in_place(page):
    """A misheard word is not a new card."""
    send(page, "reword", id="f-1", name="words", text="hoofdpijn", was="buikpijn", field="x")
    send(page, "reword", id="f-1", name="since", text="mei", was="", field="y")

    assert (card(page, "f-1").words, card(page, "f-1").since) == ("hoofdpijn", "mei")


def test_words_changed_in_two_places_are_both_kept_until_someone_chooses(page):
    """Nothing that was typed is lost to a colleague's typing."""
    other = EditItem(collection="factors", id="f-1", fields={"words": "misselijk"})
    page.session.apply(other)

    said = send(page, "reword", id="f-1", name="words", text="hoofdpijn", was="buikpijn", field="x")

    assert card(page, "f-1").words == "misselijk"
    assert said == [
        {
            "kind": "clash",
            "id": "f-1",
            "name": "words",
            "field": "x",
            "mine": "hoofdpijn",
            "theirs": "misselijk",
        }
    ]
    send(page, "reword", id="f-1", name="words", text="hoofdpijn", was="misselijk", field="x")
    assert card(page, "f-1").words == "hoofdpijn"


def test_typed_words_stay_in_the_journal_while_they_clash(page):
    """A crash during the choice costs nothing."""
    page.session.apply(EditItem(collection="factors", id="f-1", fields={"words": "misselijk"}))
    send(page, "typing", field="x", text="hoofdpijn")

    send(page, "reword", id="f-1", name="words", text="hoofdpijn", was="buikpijn", field="x")

    assert page.session.drafts["x"] == "hoofdpijn"


def test_a_removed_card_comes_back_where_it_lay_with_its_links(page):
    """A slip of a key costs one press."""
    said = send(page, "remove-card", id="f-2")
    assert (said[0]["kind"], order(page), page.session.case.links) == (
        "removed",
        ["f-1", "f-3", "f-4"],
        (),
    )
    send(page, "add-card", text="iets anders", field="picture.new")

    send(page, "bring-back", id="f-2")

    assert order(page)[:4] == ["f-1", "f-2", "f-3", "f-4"]
    assert card(page, "f-2") == noor().factors[1]
    assert set(page.session.case.links) == set(noor().links)


def test_a_removed_card_never_comes_back_in_another_case(page):
    """Two families never meet on one board."""
    send(page, "speaker", id="p-2")
    send(page, "remove-card", id="f-2")
    page.session.case = noor().model_copy(update={"id": "c-other", "factors": ()})

    said = send(page, "bring-back", id="f-2")

    assert said[0]["tone"] == "problem"
    assert page.view["page"]["cards"] == []
    assert page.view["page"]["entry"]["speaker"] == "nobody"


def test_a_private_card_that_comes_back_is_still_private(watched):
    """Together is for what is said now."""
    send(watched, "remove-card", id="f-4")
    send(watched, "bring-back", id="f-4")

    assert card(watched, "f-4").shared_with == ()


# Sharing


def test_a_card_is_shared_with_one_more_and_with_one_less(page):
    """Each person is a tick of their own, parents who were one audience too."""
    send(page, "share", id="f-1", label="parent:p-3", on=False)
    assert card(page, "f-1").shared_with == ("youth", "parent:p-2")

    send(page, "share", id="f-1", label="school", on=True)
    assert card(page, "f-1").shared_with == ("youth", "parent:p-2", "school")


def test_a_card_is_shared_with_everyone_here_by_name(page):
    """Who joins later was not here."""
    page.session.open_room("youth+parents")

    send(page, "share-here", id="f-4")

    assert card(page, "f-4").shared_with == ("youth", "parent:p-2", "parent:p-3")


def test_one_button_takes_a_card_back(page):
    """What was shown too soon is gone at once."""
    send(page, "withdraw", id="f-1")

    assert card(page, "f-1").shared_with == ()


def test_parents_who_are_apart_are_shared_with_one_by_one():
    """What one may know is never given to the other along the way."""
    case = noor()
    father = case.people[2].model_copy(update={"authority": Authority.NONE})
    page = _board(case.with_item("people", father))

    send(page, "share", id="f-1", label="parent:p-2", on=True)

    assert card(page, "f-1").shared_with == ("youth", "parent:p-2")


# Links


def test_a_link_has_the_sign_that_was_chosen(page):
    """No arrow means something that nobody said."""
    send(page, "link", source="f-3", target="f-1", sign="less")

    link = page.session.case.links[-1]
    assert (link.source, link.target, link.sign) == ("f-3", "f-1", "less")


def test_a_link_without_a_sign_is_refused(page):
    """There is no silent default."""
    send(page, "link", source="f-3", target="f-1", sign=None)

    assert len(page.session.case.links) == 2


def test_together_a_link_between_shared_cards_is_everyones(watched):
    """The circle grows on the wall as it is drawn."""
    send(watched, "link", source="f-3", target="f-1", sign="less")

    assert watched.session.case.links[-1].shared_with == tuple(HERE)


def test_together_a_link_to_a_private_card_stays_private(watched):
    """Sharing the card later does not share the arrow by surprise."""
    send(watched, "link", source="f-4", target="f-1", sign="more")

    assert watched.session.case.links[-1].shared_with == ()


def test_a_card_from_the_catalogue_says_where_it_comes_from(page):
    """Every clinical claim has its source one click away."""
    entry = catalogue.load().factors["being-bullied"]
    send(page, "add-card", text="", entry=entry.id, field="picture.new")
    laid = page.session.case.factors[-1]

    (said,) = send(page, "source", id=laid.id)

    assert seen(page, laid.id)["has_source"]
    assert entry.text.nl in said["text"]
    assert not seen(page, "f-1")["has_source"]


def test_linking_the_same_cards_again_changes_the_sign(page):
    """Two arrows never say opposite things."""
    send(page, "link", source="f-1", target="f-2", sign="less")

    assert page.session.case.find("links", "k-1").sign == "less"
    assert len(page.session.case.links) == 2


def test_a_link_can_be_signed_shared_and_taken_away(page):
    """Each arrow can be put right from either of its cards."""
    send(page, "sign-link", id="k-1", sign="less")
    assert page.session.case.links[0].sign == "less"

    send(page, "share-link", id="k-1", on=True)
    assert page.session.case.links[0].shared_with == ("youth", "parent:p-2", "parent:p-3")

    send(page, "share-link", id="k-1", on=False)
    assert page.session.case.links[0].shared_with == ()

    send(page, "unlink", id="k-1")
    assert [link.id for link in page.session.case.links] == ["k-2"]


def test_a_link_to_a_private_card_cannot_be_shared(page):
    """An arrow never points at something that a room may not see."""
    link = page.view["page"]["links"][1]

    assert not link["can_share"]
    send(page, "share-link", id="k-2", on=True)
    assert page.session.case.links[1].shared_with == ()


def test_the_therapist_alone_is_called_i(page):
    """One's own cards are told apart from those of the family."""
    me = Person(id="p-9", kind=PersonKind.THERAPIST, called="Anouk")
    board = _board(noor().with_items("people", (*noor().people, me)))

    send(board, "set", id="f-4", name="said_by", value="p-9")

    assert seen(board, "f-4")["by"] == "ik"
    assert MENTOR.called in [each["text"] for each in board.view["page"]["people"]]
