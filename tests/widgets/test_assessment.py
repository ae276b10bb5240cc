"""Preparing: everyone gets a row, nothing has to be answered, and nothing is shared by itself."""

from datetime import date, timedelta
from typing import Any

import pytest

from caseform import catalogue
from caseform.model import (
    Answer,
    CareSystem,
    DayReason,
    LogDay,
    Person,
    PersonKind,
    Perspective,
    Region,
    TriedAction,
)
from caseform.projection.build import build
from caseform.projection.rooms import Room
from caseform.session import CaseSession, in_this_process, new_case
from caseform.text import LANGUAGES
from caseform.widgets.assessment import AssessmentPage
from caseform.widgets.assessment._rows import rows
from support.cases import TODAY, noor
from support.pages import problem, send, session

EARLIER = date(2026, 11, 3)
ROWS = (
    "youth",
    "parent-1",
    "parent-2",
    "bonus-parent",
    "school-1",
    "school-2",
    "school-3",
    "helper-1",
    "helper-2",
    "others",
)


class Overheard(in_this_process):
    """A way with Together on in an open room, which remembers what was asked of it."""

    def __init__(self, case: Any) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        super().__init__(case)

    def ask(self, what: str, **fields: Any) -> dict[str, Any]:
        """Remember and answer; a lock drops the case as a keeper does."""
        self.asked.append((what, fields))
        if what != "lock":
            return super().ask(what, **fields)
        for listener in self._listeners:
            listener({"push": "locked"})
        return {}

    def _state(self) -> dict[str, Any]:
        return {**super()._state(), "room": {"room": "youth+parents", "is_together": True}}


@pytest.fixture
def page():
    """The page on the case of Noor."""
    return AssessmentPage(session())


@pytest.fixture
def new():
    """The page on a case that was begun just now."""
    return AssessmentPage(
        session(new_case("Zeester", region="nl-midden", language="nl", today=TODAY))
    )


def told(page):
    return page.session.case.assessment


def seat(page, who):
    return next(one for one in page.view["page"]["views"]["rows"] if one["who"] == who)


def with_view(words="te druk", on=EARLIER, shared_with=(), case=None):
    view = Perspective(
        id="v-1", who="p-2", said_by="p-2", words=words, on=on, shared_with=shared_with
    )
    return (case or noor()).with_item("assessment.perspectives", view)


# -- the whole page ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_case_invites_on_every_tab(language):
    """Whoever opens it before the first talk finds eight calm places, and no error."""
    case = new_case("Zeester", region="nl-midden", language="nl", today=TODAY)

    view = AssessmentPage(session(case, language)).view["page"]

    assert [tab["id"] for tab in view["tabs"]["all"]] == [
        *("views", "talk", "types", "signals", "function", "time", "safety", "levels")
    ]
    assert view["time"]["empty"]
    assert view["function"]["nobody"]
    assert view["function"]["profile"]["empty"]
    assert view["types"]["idea"]["chosen"] is None
    assert view["safety"]["chosen"] is None


def test_the_words_follow_the_language_and_nothing_typed_changes(page):
    """A colleague who works in English sees the same case."""
    send(page, "view", who="p-2", text="het is te druk")

    send(page, "language", language="en")

    assert page.view["page"]["title"] == "Prepare"
    assert seat(page, "p-2")["view"]["words"] == "het is te druk"


def test_a_locked_case_leaves_no_word_on_the_page():
    """Coffee is fetched in the middle of an intake."""
    page = AssessmentPage(CaseSession(Overheard(noor()), today=lambda: TODAY))
    send(page, "view", who="p-2", text="het is te druk")
    assert "het is te druk" in str(page.view)

    page.session.lock()

    assert page.view["locked"]
    assert "het is te druk" not in str(page.view)


# -- how each one sees it ---------------------------------------------------------------------


def test_there_are_the_ten_rows_of_the_table_the_young_person_first(new):
    """A school that knows the table finds the table."""
    assert tuple(row.name for row in rows(new.session.case)) == ROWS
    assert [one["id"] for one in new.view["page"]["views"]["rows"]] == list(ROWS)
    assert all(one["add"] for one in new.view["page"]["views"]["rows"])


def test_everyone_of_the_case_has_a_row_and_only_one():
    """A fourth teacher and a second aunt are not forgotten."""
    case = noor()
    more = [
        ("p-5", PersonKind.CAREGIVER, "plusmoeder"),
        ("p-6", PersonKind.CAREGIVER, "opa"),
        *((f"p-{n}", PersonKind.SCHOOL, f"leraar {n}") for n in (7, 8, 9)),
        ("p-10", PersonKind.HELPER, "mevrouw Kuiper"),
        ("p-11", PersonKind.THERAPIST, "ik"),
        ("p-12", PersonKind.HELPER, "de huisarts"),
        ("p-13", PersonKind.PEER, "Noah"),
    ]
    for id, kind, called in more:
        case = case.with_item("people", Person(id=id, kind=kind, called=called))

    table = {row.name: [person.id for person in row.people] for row in rows(case)}

    assert tuple(table) == ROWS
    assert table["parent-1"] == ["p-2"]
    assert table["bonus-parent"] == ["p-5"]
    assert table["helper-1"] == ["p-10"]
    assert table["others"] == ["p-6", "p-9", "p-11", "p-13"]
    seated = [id for ids in table.values() for id in ids]
    assert sorted(seated) == sorted(person.id for person in case.people)


def test_a_first_text_is_a_version_of_today_for_the_therapist_alone(page):
    """What a mother says is hers; who reads it is decided afterwards."""
    assert send(page, "view", who="p-2", text=" het is te druk ") == []

    (view,) = told(page).perspectives
    assert (view.who, view.said_by, view.words) == ("p-2", "p-2", "het is te druk")
    assert (view.on, view.shared_with) == (TODAY, ())
    assert seat(page, "p-2")["share"]["face"] == "alleen u"


def test_the_same_day_corrects_and_another_day_adds_a_version():
    """In March one still reads what was thought in November."""
    page = AssessmentPage(session(with_view()))

    send(page, "view", who="p-2", text="het afscheid is te lang")
    send(page, "view", who="p-2", text="het afscheid duurt te lang")

    assert [view.words for view in told(page).perspectives] == [
        "te druk",
        "het afscheid duurt te lang",
    ]
    shown = seat(page, "p-2")["view"]
    assert shown["words"] == "het afscheid duurt te lang"
    assert [one["words"] for one in shown["earlier"]["entries"]] == ["te druk"]


def test_emptying_a_text_of_today_takes_that_version_away_and_an_older_one_stays():
    """A slip costs nothing that was said before."""
    page = AssessmentPage(session(with_view()))
    send(page, "view", who="p-2", text="iets anders")

    send(page, "view", who="p-2", text="")

    assert [view.words for view in told(page).perspectives] == ["te druk"]


def test_a_new_version_waits_until_it_is_shared_and_the_page_says_so():
    """The family room does not read along while one is writing."""
    page = AssessmentPage(session(with_view(shared_with=("parent:p-2",))))

    send(page, "view", who="p-2", text="nog niet voor iedereen")

    assert told(page).perspectives[-1].shared_with == ()
    assert "3 november" in seat(page, "p-2")["share"]["still"]


def test_one_shares_with_the_person_themselves_first(page):
    """The first who may read it is who said it."""
    send(page, "view", who="p-2", text="het is te druk")
    options = seat(page, "p-2")["share"]["options"]
    assert (options[0]["label"], options[0]["hint"]) == ("parent:p-2", "eigen woorden")

    send(page, "share-view", who="p-2", label="parent:p-2", on=True)
    send(page, "share-view", who="p-2", label="youth", on=True)

    assert told(page).perspectives[0].shared_with == ("parent:p-2", "youth")


def test_withdrawing_reaches_every_version():
    """Else an old text would come back on the wall in place of the new one."""
    page = AssessmentPage(session(with_view(shared_with=("youth", "parent:p-2"))))
    send(page, "view", who="p-2", text="nu anders")
    send(page, "share-view", who="p-2", label="youth", on=True)

    send(page, "share-view", who="p-2", label="youth", on=False)
    assert all("youth" not in view.shared_with for view in told(page).perspectives)

    send(page, "withdraw-view", who="p-2")
    assert all(view.shared_with == () for view in told(page).perspectives)


def test_sharing_what_nobody_said_is_refused_in_one_sentence(page):
    """A page that is out of date does no harm."""
    before = page.session.case

    assert problem(send(page, "share-view", who="p-2", label="youth", on=True))
    assert problem(send(page, "view", who="p-99", text="wie?"))
    assert problem(send(page, "share-view-here", who="p-2"))

    assert page.session.case == before


def test_what_was_tried_keeps_its_earlier_row():
    """Six weeks later the effect is another one, and both can be read."""
    row = TriedAction(id="t-1", who="p-2", did="samen fietsen", effect="eerst goed", on=EARLIER)
    page = AssessmentPage(session(noor().with_item("tried", row)))

    send(page, "try", who="p-2", name="effect", text="nu niet meer")
    send(page, "try", who="p-2", name="needed", text="iemand die overneemt")

    old, new = page.session.case.tried
    assert (old.did, old.effect) == ("samen fietsen", "eerst goed")
    assert (new.did, new.effect, new.needed) == (
        "samen fietsen",
        "nu niet meer",
        "iemand die overneemt",
    )
    assert (new.on, new.shared_with) == (TODAY, ())
    assert "eerst goed" in seat(page, "p-2")["tried"]["earlier"]["entries"][0]["words"]


def test_someone_new_gets_a_row_of_their_own(new):
    """An empty row invites, and the dialog of the people answers."""
    said = send(new, "save-person", id=None, called="Noor", **{"is": "young-person"})

    assert [each["problem"] for each in said] == [""]
    assert new.view["page"]["views"]["rows"][0]["called"] == "Noor"


# -- the talk ---------------------------------------------------------------------------------


def first_prompt(page, talk="youth"):
    talks = {one["id"]: one for one in page.view["page"]["talk"]["talks"]}
    return talks[talk]["prompts"][0]


def catch(page, how, text="ik was bang", said_by="p-1", talk="youth"):
    prompt = first_prompt(page, talk)
    return send(
        page,
        "catch",
        how=how,
        guide=prompt["id"],
        text=text,
        said_by=said_by,
        field=prompt["field"],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_talks_have_their_topics_in_order(language):
    """Seven with the young person, six with the parents, each with its source."""
    talks = AssessmentPage(session(language=language)).view["page"]["talk"]["talks"]

    assert [(one["id"], len(one["prompts"])) for one in talks] == [("youth", 7), ("parents", 6)]
    assert all(prompt["source"] for one in talks for prompt in one["prompts"])


def test_one_tap_makes_a_card_with_its_speaker(page):
    """The sentence that was said stands on the board as it was said."""
    said = catch(page, "card")

    card = page.session.case.factors[-1]
    assert (card.words, card.said_by, card.recorded_on) == ("ik was bang", "p-1", TODAY)
    assert said[-1]["tone"] == "calm"


def test_an_answer_joins_what_they_said_before(page):
    """A second answer does not wipe out the first."""
    catch(page, "view", "ik was bang")
    catch(page, "view", "en moe")

    assert [view.words for view in told(page).perspectives] == ["ik was bang\nen moe"]


def test_a_note_carries_its_topic_and_no_audience(page):
    """Read back in March, it still says what was asked."""
    catch(page, "note")

    note = page.session.case.notes[-1]
    assert note.words.endswith(": ik was bang")
    assert len(note.words) > len(": ik was bang")
    assert note.shared_with == ()


def test_a_caught_answer_empties_its_field_and_a_refused_one_stays(page):
    """The next answer begins with nothing; a slip loses nothing."""
    name = first_prompt(page)["field"]
    send(page, "typing", field=name, text="ik was bang")
    assert problem(catch(page, "view", said_by=None))
    assert first_prompt(page)["field"] == name
    assert page.view["drafts"] == {name: "ik was bang"}

    catch(page, "card")

    assert first_prompt(page)["field"] != name
    assert page.view["drafts"] == {}


def test_what_was_typed_in_a_talk_is_found_again_on_a_page_opened_anew(page):
    """The laptop slept between two answers."""
    catch(page, "card")
    name = first_prompt(page)["field"]
    send(page, "typing", field=name, text="en toen")

    again = AssessmentPage(page.session)

    assert first_prompt(again)["field"] == name
    assert again.view["drafts"] == {name: "en toen"}


# -- the type of absence ----------------------------------------------------------------------


def criterion(page, id="refusal-distress"):
    return next(
        one
        for kind in page.view["page"]["types"]["types"]
        for one in kind["questions"]
        if one["id"] == id
    )


def test_four_types_stand_side_by_side_with_their_sources(page):
    """Definitions differ, and the page says which source names what."""
    types = page.view["page"]["types"]["types"]

    assert [one["id"] for one in types] == ["refusal", "truancy", "withdrawal", "exclusion"]
    assert all(question["named_by"] for one in types for question in one["questions"])
    refusal = types[0]
    assert len(refusal["readings"]) > 1


def test_each_one_answers_for_themselves(page):
    """A mother's yes and a mentor's no stand beside each other."""
    send(page, "answer", about="refusal-distress", name="answer", said_by="p-2", value="yes")
    send(page, "answer", about="refusal-distress", name="words", said_by="p-2", text="hij huilt")
    send(page, "answer", about="refusal-distress", name="answer", said_by="p-4", value="no")

    said = {one["who"]: one for one in criterion(page)["said"]}
    assert (said["moeder"]["answer"], said["moeder"]["words"]) == ("yes", "hij huilt")
    assert said["meneer Bakker"]["answer"] == "no"
    assert criterion(page)["differs"]


def test_an_answer_on_another_day_leaves_the_first_one_to_read(page):
    """People come to see things otherwise."""
    send(page, "answer", about="late-often", name="answer", said_by="p-4", value="no")
    page.session.today = lambda: TODAY + timedelta(days=9)

    send(page, "answer", about="late-often", name="answer", said_by="p-4", value="yes")

    assert [one.answer for one in told(page).observations] == [Answer.NO, Answer.YES]


def test_an_answer_can_be_taken_back(page):
    """Nothing has to be answered, also not after it once was."""
    send(page, "answer", about="late-often", name="answer", said_by="", value="yes")
    send(page, "answer", about="late-often", name="answer", said_by="", value=None)
    assert told(page).observations == ()

    send(page, "answer", about="late-often", name="words", said_by="", text="vaak op maandag")
    send(page, "answer", about="late-often", name="answer", said_by="", value="yes")
    send(page, "answer", about="late-often", name="answer", said_by="", value=None)

    (only,) = told(page).observations
    assert (only.answer, only.words) == (Answer.UNKNOWN, "vaak op maandag")


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("answer", {"about": "no-such", "name": "answer", "said_by": "", "value": "yes"}),
        ("answer", {"about": "late-often", "name": "id", "said_by": "", "value": "x"}),
        ("answer", {"about": "late-often", "name": "answer", "said_by": "", "value": "maybe"}),
        ("idea", {"name": "kind", "value": "laziness"}),
        ("idea", {"name": "reason", "text": "omdat"}),
        ("level", {"system": "tier", "name": "level", "value": "9"}),
        ("level", {"system": "tier", "name": "reason", "text": "omdat"}),
        ("total", {"who": "p-1", "at": 0, "text": "37"}),
        ("total", {"who": "p-1", "at": 0, "text": "veel"}),
        ("total", {"who": "p-1", "at": 7, "text": "3"}),
        ("write", {"name": "ideas", "text": "x"}),
        ("write", {"name": "counted_from", "text": "gisteren"}),
        ("safety-note", {"id": "y-9", "name": "said", "text": "x"}),
        ("catch", {"how": "card", "guide": "no-such", "text": "x", "said_by": None}),
        ("try", {"who": "p-2", "name": "id", "text": "x"}),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(page, kind, wrong):
    """A page that is out of date does no harm."""
    before = page.session.case

    assert problem(send(page, kind, **wrong))

    assert page.session.case == before


@pytest.mark.parametrize("kind", ["mixed", "undetermined", "truancy"])
def test_the_therapist_has_an_idea_of_their_own_whatever_is_suggested(page, kind):
    """The clinician decides; more than one type, or none yet, is an answer."""
    send(page, "idea", name="kind", value=kind)
    send(page, "idea", name="reason", text="eerst nog vader spreken")

    (idea,) = told(page).ideas
    assert (idea.kind, idea.reason, idea.recorded_on) == (kind, "eerst nog vader spreken", TODAY)
    assert idea.shared_with == ()


def test_another_idea_on_another_day_does_not_erase_the_first(page):
    """Why one changed one's mind can be read."""
    send(page, "idea", name="kind", value="undetermined")
    page.session.today = lambda: TODAY + timedelta(days=9)

    send(page, "idea", name="kind", value="refusal")

    assert [idea.kind for idea in told(page).ideas] == ["undetermined", "refusal"]
    assert len(page.view["page"]["types"]["idea"]["earlier"]) == 1


def test_without_answers_there_is_no_direction_and_the_page_says_what_to_ask(new):
    """It is usual not to know in the first week."""
    suggestion = new.view["page"]["types"]["suggestion"]

    assert suggestion["text"].startswith("Nog geen richting")
    assert suggestion["missing"]["questions"]


def test_each_number_says_what_it_was_counted_over_and_that_nobody_checked_it(page):
    """A number without its source and date is a rumour."""
    numbers = page.view["page"]["types"]["thresholds"]

    assert "niet in het register van de school" in numbers["hint"]
    assert {one["id"] for one in numbers["rows"]} >= {"kearney-1", "kearney-3", "nl-16-hours"}
    for row in numbers["rows"]:
        assert row["state_words"]
        assert row["published"].startswith("bron: ")
        assert row["checked"] == "nog niet nagekeken met de bron of de wet van nu"
        assert row["is_stale"]
        assert row["more"]


def test_kearneys_second_is_a_question_and_stays_one_after_an_answer(page):
    """It is a judgement, and one may come back on it."""

    def second():
        rows = page.view["page"]["types"]["thresholds"]["rows"]
        return next(row for row in rows if row["id"] == "kearney-2")

    assert (second()["state_words"], second()["number"]) == ("een vraag aan u", "")

    send(page, "answer", about="kearney-disruption", name="answer", said_by="", value="yes")

    assert second()["is_judgement"]
    assert second()["state_words"] == "beantwoord met ja"


def test_half_days_are_counted_over_a_period_in_flanders_alone(page):
    """Law and words of two countries never mix."""
    assert page.view["page"]["types"]["thresholds"]["period"] is None
    flemish = noor().model_copy(update={"region": Region.VL})
    there = AssessmentPage(session(flemish))
    ids = {row["id"] for row in there.view["page"]["types"]["thresholds"]["rows"]}
    assert "vl-half-days" in ids
    assert not any(id.startswith("nl-") for id in ids)

    send(there, "write", name="counted_from", text="2026-09-01")
    send(there, "write", name="counted_until", text="2026-10-30")

    period = there.view["page"]["types"]["thresholds"]["period"]
    assert [day["value"] for day in period["days"]] == ["2026-09-01", "2026-10-30"]
    assert told(there).counted_from == date(2026, 9, 1)
    send(there, "write", name="counted_from", text="")
    assert told(there).counted_from is None


# -- signals, function, timeline --------------------------------------------------------------


def test_the_lists_of_signals_are_whole(page):
    """Four early ones, ten at school, and six things that hinder."""
    groups = {one["id"]: len(one["questions"]) for one in page.view["page"]["signals"]["groups"]}

    assert groups["early-signal"] == 4
    assert groups["school-signal"] == 10
    assert groups["hindering"] == 6
    assert groups["morning"] == 6
    assert groups["at-risk"] == 8


def test_a_yes_that_was_taken_back_on_another_day_is_not_counted(page):
    """The glance says what stands, not what once stood."""
    send(page, "answer", about="late-often", name="answer", said_by="p-4", value="yes")
    page.session.today = lambda: TODAY + timedelta(days=9)

    send(page, "answer", about="late-often", name="answer", said_by="p-4", value="no")

    groups = {one["id"]: one["glance"] for one in page.view["page"]["signals"]["groups"]}
    assert groups["school-signal"] == ""


def test_complaints_are_counted_apart_from_reported_sick():
    """Belly ache on a day at school is no sick day, and a sick day is no complaint."""
    case = noor()
    for n, (complaints, reason) in enumerate(
        [("buikpijn", None), ("", DayReason.ILL), ("hoofdpijn", DayReason.ILL)]
    ):
        on = date(2026, 11, 10 + n)
        case = case.with_item(
            "log", LogDay(id=f"l-{9 + n}", on=on, complaints=complaints, reason=reason)
        )

    body = AssessmentPage(session(case)).view["page"]["signals"]["body"]

    assert [line["count"] for line in body["lines"]] == ["2 dagen", "2 dagen"]
    assert body["lines"][0]["days"] == "di 10 nov, do 12 nov"
    assert body["lines"][1]["days"] == "wo 11 nov, do 12 nov"


def test_onset_and_pattern_are_fields_of_the_case(page):
    """The timeline begins with how it began."""
    send(page, "write", name="onset", text="na de zomer")
    send(page, "write", name="pattern", text="maandag is zwaar")

    assert (told(page).onset, told(page).pattern) == ("na de zomer", "maandag is zwaar")
    assert page.view["page"]["time"]["onset"]["text"] == "na de zomer"


def test_totals_of_two_people_make_a_profile_with_its_tie_and_no_advice(page):
    """What lies within a quarter of a point is not told apart."""
    for who, totals in (("p-1", ("24", "12", "25", "")), ("p-2", ("24", "10", "25", "3"))):
        for at, text in enumerate(totals):
            if text:
                assert send(page, "total", who=who, at=at, text=text) == []

    profile = page.view["page"]["function"]["profile"]
    assert [bar["mark"] for bar in profile["bars"]] == ["gelijk hoogste", "", "gelijk hoogste", ""]
    assert profile["bars"][3]["each"] == "moeder 0,5"
    assert len(told(page).functions) == 2
    assert "geen advies" in profile["note"]

    send(page, "total", who="p-2", at=3, text="")
    assert told(page).functions[1].totals[3] is None


def test_a_form_of_another_day_is_another_form(page):
    """The first time and the last time can be laid beside each other."""
    send(page, "total", who="p-1", at=0, text="24")
    page.session.today = lambda: TODAY + timedelta(days=90)

    send(page, "total", who="p-1", at=0, text="12")

    assert [form.totals[0] for form in told(page).functions] == [24, 12]


def test_no_item_of_a_licensed_form_and_no_name_of_a_function_is_shown(page):
    """The names stand on the form."""
    function = page.view["page"]["function"]

    assert function["functions"] == [f"Functie {n}" for n in (1, 2, 3, 4)]
    assert "formulier" in function["names"]


def test_what_happened_stands_in_order_with_a_date_or_in_words(page):
    """Whoever reads it aloud goes from then to now."""
    for words, on, about in (
        ("eerste dag", "2026-09-01", ""),
        ("kamp", "2025-05-12", ""),
        ("verhuisd", "", "in groep 7"),
        ("griep", "2026-08-20", ""),
    ):
        said = send(
            page, "save-event", id=None, words=words, on=on, about=about, changes_plan=False
        )
        assert [each["problem"] for each in said] == [""]

    events = page.view["page"]["time"]["events"]
    assert [one["words"] for one in events] == ["verhuisd", "kamp", "griep", "eerste dag"]
    assert events[0]["when"] == "in groep 7"
    assert events[1]["when"] == "maandag 12 mei 2025"
    assert events[3]["when"] == "dinsdag 1 september"


def test_a_change_that_asks_for_support_is_told_where_it_happened(page):
    """A new school that comes up is known to the plan, which then adds no step around it."""
    told = {"words": "nieuwe school", "on": "2026-12-01"}
    send(page, "save-event", id=None, **told, is_transition=True)
    (event,) = page.session.case.events
    (shown,) = page.view["page"]["time"]["events"]
    assert event.is_transition
    assert shown["told"]["is_transition"]

    send(page, "save-event", id=event.id, **told, is_transition=False)
    (event,) = page.session.case.events
    assert not event.is_transition


def test_what_happened_is_changed_and_taken_off(page):
    """A date that turned out otherwise is put right."""
    send(page, "save-event", id=None, words="griep", on="", about="", changes_plan=False)
    (event,) = page.session.case.events

    send(page, "save-event", id=event.id, words="nu per fiets", on="2026-10-12", changes_plan=True)
    (event,) = page.session.case.events
    assert (event.words, event.on, event.changes_plan) == (
        "nu per fiets",
        date(2026, 10, 12),
        True,
    )
    assert problem(send(page, "save-event", id=event.id, words=" ", on=""))

    send(page, "remove-event", id=event.id)
    assert page.session.case.events == ()


# -- safety, phase and tier -------------------------------------------------------------------


def test_safety_is_asked_with_a_date_and_can_be_taken_back(page):
    """Not asked, no and yes are three different things."""
    assert page.view["page"]["safety"]["status"] == "Nog niet gevraagd."
    send(page, "safety", value="no")
    (check,) = told(page).safety
    assert (check.on, check.answer) == (TODAY, Answer.NO)
    assert page.view["page"]["safety"]["notes"] == []

    send(page, "safety", value=None)

    assert told(page).safety == ()


def test_a_yes_opens_a_note_that_is_not_lost_by_a_slip(page):
    """What a child said about not wanting to live is not gone with one press."""
    send(page, "safety", value="yes")
    (note,) = page.view["page"]["safety"]["notes"]
    assert [one["name"] for one in note["fields"]] == ["said", "told", "plan", "supervisor"]
    send(page, "safety-note", id=note["id"], name="said", text="zij slaapt niet")
    send(page, "safety-note", id=note["id"], name="next_contact_on", text="2026-11-26")

    assert problem(send(page, "safety", value=None))
    send(page, "safety", value="no")

    (check,) = told(page).safety
    assert (check.said, check.next_contact_on) == ("zij slaapt niet", date(2026, 11, 26))
    assert len(page.view["page"]["safety"]["notes"]) == 1
    send(page, "remove-safety", id=check.id)
    assert told(page).safety == ()


def test_no_telephone_number_is_given_without_a_source(page):
    """A wrong number in a bad night does harm."""
    region = page.view["page"]["safety"]["region"]["text"]

    assert region.startswith("Dit vult uw praktijk nog in")
    assert not any(letter.isdigit() for letter in region)


@pytest.mark.parametrize(
    ("region", "order"),
    [
        (Region.NL_ZUID, ["tier", "phase"]),
        (Region.VL, ["phase", "tier"]),
    ],
)
def test_the_regions_own_system_comes_first(region, order):
    """A Flemish colleague thinks in phases."""
    case = noor().model_copy(update={"region": region})

    levels = AssessmentPage(session(case)).view["page"]["levels"]["systems"]

    assert [one["id"] for one in levels] == order
    assert levels[0]["own"] == ""
    assert levels[1]["own"]


def test_a_level_is_dated_and_one_system_says_nothing_about_the_other(page):
    """A tier is not a phase."""
    send(page, "level", system="phase", name="level", value="2")
    send(page, "level", system="phase", name="reason", text="school en CLB samen")

    (level,) = told(page).levels
    assert (level.system, level.level, level.reason) == (
        CareSystem.PHASE,
        2,
        "school en CLB samen",
    )
    assert level.recorded_on == TODAY
    shown = {one["id"]: one["chosen"] for one in page.view["page"]["levels"]["systems"]}
    assert shown == {"tier": None, "phase": "2"}


# -- nobody reads along -----------------------------------------------------------------------


def test_with_together_on_nothing_of_this_page_reaches_the_room():
    """Together is for the board; what is prepared stays with the therapist until it is shared."""
    way = Overheard(noor())
    page = AssessmentPage(CaseSession(way, today=lambda: TODAY))
    assert page.session.room.is_together

    send(page, "view", who="p-2", text="te druk")
    catch(page, "card")
    send(page, "idea", name="kind", value="withdrawal")
    send(page, "safety", value="yes")
    send(page, "save-event", id=None, words="griep", on="", changes_plan=False)

    changes = [fields for what, fields in way.asked if what == "change"]
    assert len(changes) == 5
    assert not any(fields["together"] for fields in changes)
    assert page.session.case.factors[-1].shared_with == ()


def test_one_press_shares_with_everyone_present():
    """At the end of a talk: yes, they may read it; one label for each."""
    page = AssessmentPage(CaseSession(Overheard(noor()), today=lambda: TODAY))
    send(page, "view", who="p-2", text="te druk")

    assert send(page, "share-view-here", who="p-2") == []

    assert set(told(page).perspectives[0].shared_with) == {"youth", "parent:p-2", "parent:p-3"}


def test_only_what_was_shared_by_hand_is_in_a_rooms_projection(page):
    """Planted words: of nine, one reaches the wall."""
    send(page, "view", who="p-2", text="GEDEELD")
    send(page, "share-view", who="p-2", label="parent:p-2", on=True)
    send(page, "view", who="p-3", text="GEHEIM1")
    send(page, "try", who="p-2", name="did", text="GEHEIM2")
    send(page, "answer", about="late-often", name="words", said_by="p-2", text="GEHEIM3")
    send(page, "idea", name="kind", value="withdrawal")
    send(page, "idea", name="reason", text="GEHEIM4")
    send(page, "safety", value="yes")
    send(page, "safety-note", id=told(page).safety[0].id, name="said", text="GEHEIM5")
    send(page, "level", system="tier", name="level", value="3")
    send(page, "level", system="tier", name="reason", text="GEHEIM6")
    send(page, "write", name="onset", text="GEHEIM7")
    catch(page, "card", "GEHEIM8")
    case = page.session.case

    for room in ("youth", "parent:p-2", "parents", "school", "team"):
        for language in LANGUAGES:
            shown = build(case, Room.parse(room), language=language, today=TODAY)
            written = shown.model_dump_json()
            assert "GEHEIM" not in written, room
            assert ("GEDEELD" in written) == (room == "parent:p-2")


def test_every_question_of_the_catalogue_is_on_the_page(page):
    """What a source asks, a clinician finds."""
    view = page.view["page"]
    shown = {one["id"] for kind in view["types"]["types"] for one in kind["questions"]}
    shown |= {one["id"] for group in view["signals"]["groups"] for one in group["questions"]}
    shown.add(view["types"]["thresholds"]["question"]["id"])

    assert shown == set(catalogue.load().questions)
