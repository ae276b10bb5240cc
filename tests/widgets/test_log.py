"""The day: half a minute, six gestures, and nothing that counts what was not done."""

from datetime import date, timedelta

import pytest

from caseform.model import (
    Authority,
    CaseEvent,
    DayReason,
    HowFar,
    LogDay,
    PersonKind,
)
from caseform.text import LANGUAGES, say
from caseform.widgets.log import WEEKS_SHOWN, LogPage, log_view
from support.cases import TODAY, noor
from support.pages import problem, send, session

ON = TODAY.isoformat()


@pytest.fixture
def page():
    """The page on the case of Noor."""
    return LogPage(session())


def entry(page, on=TODAY):
    return next((day for day in page.session.case.log if day.on == on), None)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("reached", "bench", HowFar.BENCH),
        ("done", True, True),
        ("done", False, False),
        ("received_by", "p-4", "p-4"),
        ("reason", "ill", DayReason.ILL),
        ("words", "Noah zwaaide", "Noah zwaaide"),
        ("minutes", " 50 ", 50),
        ("minutes", "", None),
        ("authorised", False, False),
        ("authorised", None, None),
        ("complaints", "hoofdpijn bij het opstaan", "hoofdpijn bij het opstaan"),
    ],
)
def test_one_gesture_writes_one_field_of_the_day(page, name, value, kept):
    """Whoever has half a minute between two families loses none of it."""
    assert send(page, "record", on=ON, name=name, value=value) == []

    assert getattr(entry(page), name) == kept
    assert len(page.session.case.log) == 2


@pytest.mark.parametrize("minutes", ["een uur", "-5", "1441", "2,5"])
def test_minutes_that_no_day_has_are_one_sentence(page, minutes):
    """What was typed stays, and nothing is written."""
    said = problem(send(page, "record", on=ON, name="minutes", value=minutes))

    assert said == say("errors.no-number-of-minutes", "nl")
    assert entry(page) is None


def test_what_the_body_said_is_not_in_a_room_that_sees_the_day(page):
    """The day is shared; what the therapist noted beside it is not."""
    send(page, "record", on=ON, name="words", value="regen")
    send(page, "record", on=ON, name="complaints", value="misselijk")
    send(page, "record", on=ON, name="shared_with", value=["youth"])

    shown = page.session.preview("youth").model_dump_json()

    assert "regen" in shown
    assert "misselijk" not in shown


def test_the_answers_of_one_day_are_one_entry(page):
    """A day is a day, however many times it was touched."""
    for name, value in (("reached", "gate"), ("tension", 6), ("words", "regen")):
        send(page, "record", on=ON, name=name, value=value)

    day = entry(page)
    assert (day.reached, str(day.tension), day.words) == (HowFar.GATE, "6/10", "regen")
    assert (day.step, day.recorded_on, day.shared_with) == ("s-1", TODAY, ())


def test_a_day_with_a_dated_step_is_about_that_step(page):
    """What was planned for Thursday is not what is practised now."""
    later = LogPage(session())
    later.session.today = lambda: date(2026, 11, 26)

    send(later, "record", on="2026-11-26", name="done", value=True)

    assert entry(later, date(2026, 11, 26)).step == "s-2"


@pytest.mark.parametrize("name", ["reached", "done", "received_by", "reason", "tension"])
def test_an_answer_can_be_taken_back(page, name):
    """Nothing has to be answered, also not after it once was."""
    value = {"reached": "gate", "done": True, "received_by": "p-4", "reason": "ill", "tension": 3}
    send(page, "record", on=ON, name=name, value=value[name])

    send(page, "record", on=ON, name=name, value=None)

    assert getattr(entry(page), name) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"on": ON, "name": "reached", "value": "moon"},
        {"on": ON, "name": "tension", "value": 11},
        {"on": ON, "name": "id", "value": "l-9"},
        {"on": (TODAY + timedelta(days=1)).isoformat(), "name": "reached", "value": "gate"},
        {"on": "vandaag", "name": "reached", "value": "gate"},
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(page, wrong):
    """A page that is out of date does no harm."""
    before = page.session.case

    assert problem(send(page, "record", **wrong))

    assert page.session.case == before


def test_half_typed_words_come_back(page):
    """The bell rings in the middle of a sentence."""
    send(page, "typing", field=f"log.{ON}.words", text="Noah zw")
    assert page.view["drafts"] == {f"log.{ON}.words": "Noah zw"}

    send(page, "record", on=ON, name="words", text="Noah zwaaide", field=f"log.{ON}.words")

    assert page.view["drafts"] == {}
    assert page.view["page"]["words"]["text"] == "Noah zwaaide"


def test_a_day_is_looked_at_together_by_young_person_and_parents(page):
    """One switch at the end of the talk, and it holds for each parent by name."""
    shared = page.view["page"]["shared"]
    assert not shared["on"]

    send(page, "record", on=ON, name="shared_with", value=shared["labels"])

    assert entry(page).shared_with == ("youth", "parent:p-2", "parent:p-3")
    assert page.view["page"]["shared"]["on"]


def test_parents_who_are_apart_are_not_shared_with_by_one_switch():
    """A father whose contact is limited does not learn of Tuesday by accident."""
    case = noor()
    father = case.person("p-3").model_copy(update={"contact_limit": True})
    page = LogPage(session(case.with_item("people", father)))

    shared = page.view["page"]["shared"]

    assert shared["labels"] == ["youth"]
    assert "ouder apart" in shared["hint"]


def test_a_day_that_was_shared_with_the_parents_as_one_shows_as_shared():
    """What the old switch did is not asked again."""
    view = log_view(noor(), "nl", day=date(2026, 11, 23), today=TODAY)

    assert view["shared"]["on"]


def test_the_arrows_go_by_school_days_and_never_past_today(page):
    """On Monday morning one looks at Friday."""
    send(page, "day", on="2026-11-23")
    assert page.view["page"]["before"]["on"] == "2026-11-20"
    assert page.view["page"]["after"]["on"] == ON

    send(page, "day", on="2027-01-01")

    assert page.view["page"]["on"] == ON
    assert page.view["page"]["after"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scale_says_what_its_ends_mean(language):
    """A number without its ends is a guess."""
    label = log_view(noor(), language, day=TODAY, today=TODAY)["tension"]["label"]

    assert "0" in label
    assert "10" in label


def test_who_may_have_received_is_who_works_at_the_door():
    """An attendance officer is not offered as the one who waits at the gate."""
    case = noor()
    helper = case.person("p-4").model_copy(
        update={"id": "p-8", "kind": PersonKind.HELPER, "called": "mevrouw Kuiper"}
    )

    options = log_view(case.with_item("people", helper), "nl", day=TODAY, today=TODAY)["received"]

    assert [one["text"] for one in options["options"]] == ["meneer Bakker"]


def weeks(case):
    return log_view(case, "nl", day=TODAY, today=TODAY)["weeks"]["weeks"]


def test_the_weeks_show_what_was_done_and_leave_the_rest_blank():
    """Nobody counts what did not work out."""
    cells = {cell["on"]: cell for week in weeks(noor()) for cell in week["days"]}

    assert len(weeks(noor())) == WEEKS_SHOWN
    assert cells["2026-11-23"]["kind"] == "done"
    assert cells["2026-11-23"]["level"] == 3
    assert cells["2026-11-20"]["kind"] == "open"
    assert cells["2026-11-27"]["kind"] == "later"
    assert "gemist" not in str(cells)


def test_holidays_illness_and_a_turn_are_told_apart():
    """A dip has a reason, and the picture says which."""
    case = noor().with_item("log", LogDay(id="l-2", on=date(2026, 11, 18), reason=DayReason.ILL))
    turn = CaseEvent(id="v-1", words="nu per fiets", on=date(2026, 11, 12), changes_plan=True)
    case = case.with_item("events", turn)

    cells = {cell["on"]: cell["kind"] for week in weeks(case) for cell in week["days"]}

    assert cells["2026-11-18"] == "ill"
    assert cells["2026-10-20"] == "off"
    assert [week["turn"] for week in weeks(case)].count(3) == 1


def test_a_case_without_days_invites():
    """The first day is begun, not missed."""
    empty = noor().model_copy(update={"log": ()})

    view = log_view(empty, "nl", day=TODAY, today=TODAY)

    assert view["empty"] == "Nog geen dag ingevuld. Begin met vandaag."


def test_a_parent_without_authority_is_no_reason_to_fail():
    """The page is there in every family."""
    case = noor()
    for person in case.caregivers:
        case = case.with_item("people", person.model_copy(update={"authority": Authority.UNKNOWN}))

    assert LogPage(session(case)).view["page"]["shared"]["labels"] == ["youth"]
