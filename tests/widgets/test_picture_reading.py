"""What is read from the board: voices beside each other, circles, sentences, and what changed."""

from datetime import date, datetime

import pytest

from caseform.keeper import Desk
from caseform.model import (
    AddItem,
    Case,
    EditField,
    EditItem,
    Factor,
    Link,
    LinkSign,
    RemoveItem,
    Verdict,
)
from caseform.session import CaseSession, in_this_process
from caseform.text import LANGUAGES, say
from caseform.widgets.picture import PicturePage, picture_view
from support.cases import TODAY, noor
from support.pages import problem, send, session

TOO = Factor(id="f-7", words="ze heeft echt buikpijn", said_by="p-2")
OTHERWISE = Factor(id="f-8", words="op zaterdag heeft ze niets", said_by="p-3")


def with_voices() -> Case:
    """Noor, with what her mother and her father say about her belly."""
    case = noor()
    for card in (TOO, OTHERWISE):
        case = case.with_item("factors", card)
    return case


def round_and_round() -> Case:
    """Noor, whose belly ache keeps her at home, which keeps the ache going."""
    link = Link(id="k-9", source="f-2", target="f-1", sign=LinkSign.MORE, shared_with=("youth",))
    return noor().with_item("links", link)


@pytest.fixture
def page() -> PicturePage:
    """The board with three voices on one thing."""
    return PicturePage(session(with_voices()))


def card(page: PicturePage, card_id: str) -> dict:
    return next(each for each in page.view["page"]["cards"] if each["id"] == card_id)


def told(page: PicturePage) -> dict:
    return page.view["page"]["told"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_under_the_board_is_worded_in_both_languages(language):
    """No key is ever read aloud to a family."""
    days = (date(2026, 11, 23), TODAY)

    view = picture_view(round_and_round(), language, days=days)

    assert "picture." not in str(view)
    assert "retelling." not in str(view)
    assert [day["id"] for day in view["told"]["days"]] == ["2026-11-24", "2026-11-23"]


def test_two_who_say_the_same_stand_together_and_nobody_is_overwritten(page):
    """Agreement is a finding; each keeps their own words."""
    before = page.session.case.factors

    assert send(page, "compare", one="f-1", other="f-7", verdict="agree") == []

    assert page.session.case.factors == before
    assert card(page, "f-1")["agree"] == ["f-7"]
    assert card(page, "f-7")["voices"][0]["words"] == "buikpijn"


def test_a_third_voice_joins_the_two_that_agree_and_may_leave_again(page):
    """Layers merge and split without loss."""
    send(page, "compare", one="f-1", other="f-7", verdict="agree")
    send(page, "compare", one="f-7", other="f-8", verdict="agree")
    (held,) = page.session.case.comparisons
    assert held.cards == ("f-1", "f-7", "f-8")

    send(page, "split", comparison=held.id, card="f-8")
    send(page, "split", comparison=held.id, card="f-7")

    assert page.session.case.comparisons == ()
    assert page.session.case.factors == with_voices().factors


def test_one_of_three_who_turns_out_to_differ_leaves_the_others_together(page):
    """Changing one mind does not change another's."""
    send(page, "compare", one="f-1", other="f-7", verdict="agree")
    send(page, "compare", one="f-1", other="f-8", verdict="agree")

    send(page, "compare", one="f-1", other="f-8", verdict="differ")

    verdicts = {one.cards: one.verdict for one in page.session.case.comparisons}
    assert verdicts == {("f-1", "f-7"): Verdict.AGREE, ("f-1", "f-8"): Verdict.DIFFER}
    assert card(page, "f-8")["seen"] == "anders gezien door Noor"


def test_a_person_is_not_compared_with_themselves(page):
    """Two cards of one voice are simply two cards."""
    said = problem(send(page, "compare", one="f-1", other="f-3", verdict="agree"))

    assert said == say("errors.compare-needs-two-people", "nl")
    assert page.session.case.comparisons == ()


def test_a_card_that_is_brought_back_stands_beside_the_same_voices(page):
    """A slip of the key costs nobody their place."""
    send(page, "compare", one="f-1", other="f-7", verdict="agree")
    send(page, "compare", one="f-1", other="f-8", verdict="agree")
    before = page.session.case.comparisons

    send(page, "remove-card", id="f-1")
    send(page, "bring-back", id="f-1")

    assert {frozenset(one.cards) for one in page.session.case.comparisons} == {
        frozenset(one.cards) for one in before
    }


def test_cards_that_say_the_same_move_together(page):
    """What was laid on one pile stays one pile, and one undo lays it back."""
    send(page, "compare", one="f-7", other="f-8", verdict="agree")

    send(
        page, "move-card", nr="1", id="f-7", place="youth", side="home", before=None, along=["f-8"]
    )

    assert [card(page, each)["side"] for each in ("f-7", "f-8")] == ["home", "home"]
    send(page, "undo")
    assert [card(page, each)["side"] for each in ("f-7", "f-8")] == [None, None]


def test_a_card_is_laid_where_was_pointed(page):
    """A double click in a box says where it goes."""
    send(page, "add-card", text="te vroeg op", place="family", side="away")

    laid = page.session.case.factors[-1]
    assert (laid.place, card(page, laid.id)["side"]) == ("family", "away")


def test_a_circle_is_found_kept_and_shared_with_whoever_sees_all_of_it():
    """It is the therapist's idea until she has read the sentence and shared it."""
    page = PicturePage(session(round_and_round()))
    (found,) = told(page)["circles"]
    assert (found["id"], found["closes"], found["shared"]) == (None, True, False)

    send(page, "choose-circle", cards=found["cards"])
    (kept,) = told(page)["circles"]
    send(page, "share-circle", id=kept["id"], on=True)

    (circle,) = page.session.case.circles
    assert kept["lit"]
    # The second link is shared with the young person alone.
    assert circle.shared_with == ("youth",)


def test_a_kept_circle_that_no_longer_closes_says_so():
    """Nobody wonders where it went."""
    page = PicturePage(session(round_and_round()))
    send(page, "choose-circle", cards=["f-1", "f-2"])

    send(page, "unlink", id="k-9")

    (left,) = told(page)["circles"]
    assert (left["closes"], left["words"]) == (False, ["buikpijn", "thuis is het rustig"])


def test_a_drawn_circle_that_no_longer_closes_is_not_drawn_any_more():
    """The other arrows do not stay faint for a circle that is gone."""
    page = PicturePage(session(round_and_round()))
    send(page, "choose-circle", cards=["f-1", "f-2"])

    send(page, "unlink", id="k-9")

    (left,) = told(page)["circles"]
    assert not left["lit"]


def test_a_circle_that_is_told_from_another_card_is_the_same_circle():
    """One circle stands on the page once."""
    page = PicturePage(session(round_and_round()))

    send(page, "choose-circle", cards=["f-2", "f-1"])

    assert len(told(page)["circles"]) == 1


def test_what_is_not_tied_round_is_no_circle(page):
    """Nothing is drawn that is not there."""
    assert problem(send(page, "choose-circle", cards=["f-1", "f-3"]))

    assert page.session.case.circles == ()


def first_line(page: PicturePage, about: str) -> dict:
    return next(line for line in told(page)["lines"] if line["about"] == about)


def correct(page: PicturePage, about: str, text: str) -> None:
    line = first_line(page, about)
    send(page, "correct", about=about, made=line["made"], cards=line["cards"], text=text)


def test_a_corrected_sentence_stays_when_the_picture_changes_elsewhere(page):
    """The family's own words are not overwritten by the next card."""
    correct(page, "toward", "Koken, dat is het.")

    send(page, "add-card", text="te vroeg op", place="family", side="away")

    line = first_line(page, "toward")
    assert (line["text"], line["is_yours"], line["is_changed"]) == (
        "Koken, dat is het.",
        True,
        False,
    )


def test_a_corrected_sentence_is_flagged_when_its_own_facts_change(page):
    """Whoever reads it next knows that it was about something else."""
    correct(page, "toward", "Koken, dat is het.")

    send(page, "add-card", text="de pauze", place="peers", side="toward")

    line = first_line(page, "toward")
    assert (line["text"], line["is_changed"]) == ("Koken, dat is het.", True)
    assert "de pauze" in line["made"].lower()

    correct(page, "toward", line["text"])
    assert not first_line(page, "toward")["is_changed"]


def test_a_correction_of_the_whole_version_leaves_the_short_one_as_it_is(page):
    """Both may say one part in other words; neither is flagged for what the other says."""
    for n in range(6):
        send(page, "add-card", text=f"thuis is er van alles {n}", place="family", side="home")
    correct(page, "home", "Thuis is het fijn.")

    (short,) = [line for line in told(page)["short"] if line["about"] == "home"]

    assert short["made"] != first_line(page, "home")["made"]
    assert (short["text"], short["is_changed"]) == (short["made"], False)
    assert not first_line(page, "home")["is_changed"]
    send(page, "correct", about="home", made=short["made"], cards=short["cards"], text="Thuis.")
    assert first_line(page, "home")["text"] == "Thuis is het fijn."


def test_taking_the_made_sentence_ends_a_correction(page):
    """There is always a way back to what the picture says."""
    correct(page, "toward", "Koken, dat is het.")

    correct(page, "toward", first_line(page, "toward")["made"])

    assert page.session.case.sentences == ()


def test_the_sentences_are_for_a_room_only_after_they_were_shared(page):
    """Read first, then shown."""
    assert page.session.preview("youth").said == ()

    send(page, "share-told", label="youth", on=True)

    assert page.session.preview("youth").said
    assert page.session.preview("parents").said == ()


def test_a_correction_reaches_the_room_that_may_read_the_sentences(page):
    """What the family corrected is what the family reads."""
    send(page, "share-told", label="youth", on=True)
    made = page.session.preview("youth").said[-1]
    line = next(each for each in told(page)["short"] if each["made"] == made)

    send(page, "correct", about=line["about"], made=made, cards=line["cards"], text="Zo dus.")

    assert page.session.preview("youth").said[-1] == "Zo dus."


def test_a_correction_that_was_made_before_sharing_goes_along(page):
    """What the therapist reads when she shares is what the room reads."""
    (line,) = [each for each in told(page)["short"] if each["about"] == "toward"]
    send(page, "correct", about="toward", made=line["made"], cards=line["cards"], text="Zo dus.")
    assert page.session.preview("youth").said == ()

    send(page, "share-told", label="youth", on=True)
    assert "Zo dus." in page.session.preview("youth").said

    send(page, "share-told", label="youth", on=False)
    assert page.session.case.sentences[0].shared_with == ()


def test_a_prompt_goes_when_it_is_answered(page):
    """Asked once, and never in the way."""
    asked = [one["id"] for one in told(page)["missing"]]
    assert "onset" in asked

    page.session.apply(EditField(path="assessment.onset", value="sinds de herfst"))

    assert [one["id"] for one in told(page)["missing"]] == [one for one in asked if one != "onset"]


def test_a_step_knows_its_cards_and_a_card_its_steps(page):
    """The way from factor to step and back; it survives a new wording."""
    step = page.session.case.return_plan.steps[0].id

    send(page, "work-on", what="step", item=step, id="f-1", on=True)
    page.session.apply(
        EditItem(collection="factors", id="f-1", fields={"words": "pijn in mijn buik"})
    )

    (work,) = [each for each in page.view["page"]["work"]["steps"] if each["id"] == step]
    assert "f-1" in work["factors"]
    send(page, "work-on", what="step", item=step, id="f-1", on=False)
    assert "f-1" not in page.session.case.return_plan.steps[0].factors


def test_what_changed_since_a_day_is_told_and_marked(page):
    """Last week's picture beside today's, in words and on the board."""
    first = date(2026, 11, 20)
    way = in_this_process(noor())
    way._desk = Desk(way._desk._unlocked, now=lambda: datetime(2026, 11, 20, 9))
    way._desk.apply(AddItem(collection="factors", item={"id": "f-20", "words": "eerst"}))
    way._desk._now = lambda: datetime(2026, 11, 24, 9)
    way._desk.apply(AddItem(collection="factors", item={"id": "f-21", "words": "later"}))
    way._desk.apply(EditItem(collection="factors", id="f-1", fields={"words": "hoofdpijn"}))
    way._desk.apply(RemoveItem(collection="factors", id="f-4"))
    board = PicturePage(CaseSession(way, today=lambda: TODAY))

    (said,) = send(board, "changed", since=first.isoformat(), mode="supervisor")

    assert (said["new"], said["changed"]) == (["f-21"], ["f-1"])
    assert "later" in " ".join(said["lines"])
    assert "eerst" not in " ".join(said["lines"])


def test_what_is_told_to_the_family_is_what_each_of_them_may_see(page):
    """Read aloud at the table, it gives nothing away that was kept back."""
    whole_family = [one["id"] for one in page.view["page"]["audiences"] if one["id"] != "school"]
    for card_id, words, labels in (
        ("f-30", "voor allen", whole_family),
        ("f-31", "voor de jongere", ["youth"]),
        ("f-32", "voor niemand", []),
    ):
        new = {"id": card_id, "words": words, "shared_with": labels}
        page.session.apply(AddItem(collection="factors", item=new))
    page.session.case_on = lambda day: with_voices()

    (family,) = send(page, "changed", since="2026-11-24", mode="family")
    (supervisor,) = send(page, "changed", since="2026-11-24", mode="supervisor")

    assert family["new"] == ["f-30"]
    assert supervisor["new"] == ["f-30", "f-31", "f-32"]


def test_the_first_change_of_a_day_makes_that_day_one_to_look_back_from():
    """Yesterday stays one press away on the day on which there is most to tell."""
    way = in_this_process(noor())
    way._desk = Desk(way._desk._unlocked, now=lambda: datetime(2026, 11, 23, 9))
    way._desk.apply(AddItem(collection="factors", item={"id": "f-20", "words": "eerst"}))
    way._desk._now = lambda: datetime(2026, 11, 24, 9)
    page = PicturePage(CaseSession(way, today=lambda: TODAY))
    assert [day["id"] for day in told(page)["days"]] == ["2026-11-23"]

    send(page, "add-card", text="later")

    assert [day["id"] for day in told(page)["days"]] == ["2026-11-24", "2026-11-23"]


@pytest.mark.parametrize("wrong", [{"since": "gisteren"}, {"mode": "iedereen"}])
def test_a_day_or_reader_that_is_not_there_is_one_sentence(page, wrong):
    """A page of yesterday breaks nothing."""
    asked = {"since": "2026-11-24", "mode": "family", **wrong}

    assert problem(send(page, "changed", **asked)) == say("errors.no-such-part", "nl")


def test_while_a_room_adds_along_no_idea_is_offered():
    """*Together* asks for words, and for nothing else."""

    class Room:
        room, is_held, is_blank, is_together = "youth", False, False, True
        address, trouble, trouble_blanks = None, None, {}

    view = picture_view(round_and_round(), "nl", room=Room())

    assert (view["told"]["circles"], view["told"]["missing"], view["ideas"]) == (None, None, None)
