"""The coming days: what is read, what if, agreeing, and beginning again."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from caseform import demo
from caseform.model import (
    Away,
    DayReason,
    EditField,
    EditItem,
    EndGoal,
    FreeDay,
    FreeDayKind,
    HowFar,
    LogDay,
    Person,
    PersonKind,
    PlannedDay,
    ReturnStep,
    SchoolContact,
)
from caseform.text import LANGUAGES, say
from caseform.widgets.return_plan import ReturnPlanPage
from caseform.widgets.return_plan._view import return_plan_view
from support.cases import TODAY, noor
from support.pages import problem, send, session

CONCIERGE = Person(id="p-5", kind=PersonKind.SCHOOL, called="de conciërge")


@pytest.fixture
def page():
    """The page on the case of Noor, with someone at school who stands in."""
    case = noor().with_item("people", CONCIERGE)
    return ReturnPlanPage(
        session(EditField(path="return_plan.how.stand_in", value="p-5").apply(case))
    )


def _view(case, language="nl"):
    return return_plan_view(case, language, today=TODAY)


def _days(page):
    return [row for row in page.view["page"]["days"]["rows"] if "gap" not in row]


def _answer(page):
    return page.view["page"]["what_if"]["answer"]


# -- the days ------------------------------------------------------------------------------------


def test_days_without_school_are_seen_between_the_rows():
    """A gap is read as a gap, and says what it is."""
    case = noor().with_item(
        "school.free_days",
        FreeDay(id="x-1", on=date(2026, 11, 26), until=date(2026, 11, 27), words="studiedagen"),
    )

    rows = _view(case)["days"]["rows"]

    gaps = {row["key"]: row for row in rows if "gap" in row}
    assert gaps["gap 2026-11-30"]["gap"] == "studiedagen"
    assert gaps["gap 2026-11-30"]["until"] == "tot en met zo 29 nov"
    weekends = [row["gap"] for row in gaps.values() if row["is_weekend"]]
    assert set(weekends) == {"weekend"}


def test_the_picture_has_a_column_for_each_weekday_and_is_as_high_as_the_step():
    """What climbs is seen before it is read."""
    view = _view(noor())["days"]

    columns = view["strip"]
    school_days = [row["key"] for row in view["rows"] if "gap" not in row]
    assert [one["key"] for one in columns if not one["is_off"]] == school_days
    assert {one["share"] for one in columns if not one["is_off"]} <= {0.5, 1.0}
    assert all(date.fromisoformat(one["key"]).weekday() < 5 for one in columns)


def test_what_comes_after_the_days_has_words_and_no_date():
    """Nobody is promised a date beyond the horizon."""
    case, _ = demo.cases("return", today=TODAY, language="nl")

    later = _view(case)["days"]["later"]

    assert later.startswith("Daarna: ")
    assert later.endswith("als dit gewoon is geworden.")
    assert not any(sign.isdigit() and sign != "0" for sign in later.replace("012", ""))


def test_the_lessons_of_a_day_are_read_with_their_times(page):
    """A step at lesson level says which lesson and when."""
    send(page, "step-lessons", id="s-1", value=1)

    lessons = {row["key"]: row["lessons"] for row in _days(page)}

    assert lessons["2026-11-24"] == ["08:30 wiskunde"]


FIRST = {
    "nl": [
        "‘Ik zeg het één keer, rustig, en dan doe ik het’ (moeder)",
        "‘Ik vertel het één collega’ (moeder)",
        "‘De brommer rijdt voor mijn verjaardag’ (Bram)",
    ],
    "en": [
        "‘I say it once, calmly, and then I do it’ (mother)",
        "‘I tell one colleague’ (mother)",
        "‘The moped runs before my birthday’ (Bram)",
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_return_is_not_the_goal_there_is_no_date_and_something_else_to_do(language):
    """The page helps with what is worked on now, and keeps the rest for later."""
    case, _ = demo.cases("home", today=TODAY, language=language)

    view = _view(case, language)

    assert view["days"]["is_later"]
    assert view["days"]["rows"] == view["days"]["strip"] == []
    assert view["what_if"] is None
    assert view["agree"]["agree"] == view["agree"]["pencil"] == ""
    assert view["days"]["messages"] == []
    first = view["days"]["first"]
    assert [one["text"] for one in first["goals"]] == FIRST[language]
    assert case.find("return_plan.steps", "s-4").words in first["step"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_clashes_is_told_once_with_a_way_out_for_each_part(language):
    """No dead end, and no sentence twice."""
    never = SchoolContact(id="e-1", person="p-4", available=(0, 1, 3, 4))
    view = _view(noor().with_items("school.contacts", (never,)), language)["days"]

    assert view["rows"] == view["messages"] == []
    parts = [one["text"] for one in view["ways_out"]["parts"]]
    assert len(parts) == len(set(parts)) == len(view["ways_out"]["all"])
    assert all(one["text"] and one["consequence"] for one in view["ways_out"]["all"])
    assert {"people", "aside"} == {one["act"]["what"] for one in view["ways_out"]["all"]}


def test_setting_a_rule_aside_is_a_way_out_that_is_written_down_with_its_reason():
    """The clinician decides; the day without a step is that one day."""
    never = SchoolContact(id="e-1", person="p-4", available=(0, 1, 3, 4))
    page = ReturnPlanPage(session(noor().with_items("school.contacts", (never,))))
    ways = page.view["page"]["days"]["ways_out"]["all"]
    act = next(way["act"] for way in ways if way["act"].get("rule") == "R-S1")

    send(page, "set-aside", rule=act["rule"], where=act["where"], reason="die dag is er niemand")

    (override,) = page.session.case.return_plan.overrides
    assert (override.rule, override.where) == ("R-S1", "2026-11-25")


def test_a_hold_against_what_was_agreed_is_undone_from_either_side():
    """Waiting was chosen, and so was the day: either can give way."""
    third = ReturnStep(id="s-3", words="tot het raam", reaches=HowFar.WINDOW)
    agreed = PlannedDay(id="d-2", on=date(2026, 12, 4), step="s-3", agreed=True)
    held = EditField(path="return_plan.hold_until", value="2026-12-03")
    case = noor().with_item("return_plan.steps", third)
    case = held.apply(case.with_items("return_plan.days", (agreed,)))
    acts = {way["act"]["what"] for way in _view(case)["days"]["ways_out"]["all"] if way["act"]}
    assert {"held", "renew"} <= acts

    on_again, pencilled = (ReturnPlanPage(session(case)) for _ in range(2))
    send(on_again, "end-standing", id="hold")
    send(pencilled, "renew")

    assert _days(on_again)
    assert _days(pencilled)
    assert pencilled.session.case.return_plan.hold_until == date(2026, 12, 3)


# -- a plan that no longer fits ------------------------------------------------------------------


def test_a_plan_that_no_longer_fits_says_so_and_one_button_makes_a_new_one(page):
    """The sentence comes with its way out, and one undo brings back what was."""
    off = FreeDay(id="x-1", on=date(2026, 11, 26), kind=FreeDayKind.OWN)
    case = page.session.case.with_item("school.free_days", off)
    page = ReturnPlanPage(session(case))
    assert "26 november" in page.view["page"]["days"]["stale"]["text"]

    send(page, "renew")

    assert page.view["page"]["days"]["stale"] is None
    assert date(2026, 11, 26) not in [day.on for day in page.session.case.return_plan.days]
    send(page, "undo")
    assert page.session.case == case


def test_what_was_agreed_and_no_longer_fits_is_pencilled_again_and_what_fits_stays(page):
    """An agreement is not carried over in silence, and not taken away without need."""
    wednesday = PlannedDay(id="d-1", on=date(2026, 11, 25), step="s-1", agreed=True)
    thursday = PlannedDay(id="d-2", on=date(2026, 11, 26), step="s-2", agreed=True)
    case = noor().with_items("return_plan.days", (wednesday, thursday))
    page = ReturnPlanPage(session(case))
    send(page, "edit-step", id="s-2", name="words", text="tot de fietsen")

    kept = {day.on.day: day.agreed for day in page.session.case.return_plan.days}

    assert kept == {25: True, 26: False}


def test_pencil_between_agreed_days_is_not_told_as_agreed(page):
    """Nobody takes pencil for ink, also in the middle."""
    days = [
        PlannedDay(id=f"d-{day}", on=date(2026, 11, day), step="s-1", agreed=day != 25)
        for day in (24, 25, 26)
    ]

    written = _view(noor().with_items("return_plan.days", tuple(days)))["days"]["written"]

    assert written == say("weeks.written-mixed", "nl")


# -- looking ahead -------------------------------------------------------------------------------


def _cells(page):
    months = page.view["page"]["ahead"]["months"]
    return {day["key"]: day for month in months for week in month["weeks"] for day in week if day}


def test_nothing_is_planned_beyond_the_horizon_until_it_is_asked_for(page):
    """What is far away asks for no attention by itself."""
    assert "months" not in page.view["page"]["ahead"]

    send(page, "look-ahead", span="term")
    assert len(page.view["page"]["ahead"]["months"]) >= 3

    send(page, "look-ahead", span=None)
    assert "months" not in page.view["page"]["ahead"]


def test_the_look_ahead_begins_with_the_days_of_the_coming_weeks(page):
    """Near and far are one plan."""
    send(page, "look-ahead", span="term")

    levels = {"tot het hek": "1", "tot het bankje": "2"}
    for row in _days(page):
        assert _cells(page)[row["key"]]["level"] == levels[row["step"]]


def test_days_off_and_the_end_of_the_extra_effort_are_marked_in_the_months():
    """The summer and the school's own date are seen from far."""
    case = noor()
    school = case.school.model_copy(update={"effort_until": date(2027, 1, 31)})
    page = ReturnPlanPage(session(case.model_copy(update={"school": school})))

    send(page, "look-ahead", span="term")

    cells = _cells(page)
    assert cells["2026-12-25"]["is_off"]
    assert cells["2026-12-25"]["says"] == "Kerstvakantie"
    assert cells["2026-12-25"]["level"] == ""
    # The date is a Sunday: the last school week before it shows it.
    assert [key for key, day in cells.items() if day["is_end"]] == ["2027-01-29"]
    assert "31" not in page.view["page"]["ahead"]["signs"][-1]["text"]


def test_what_does_not_fit_far_ahead_says_why_and_leaves_the_coming_weeks_alone():
    """A promise for January that cannot be kept is no reason to stop in November."""
    far = PlannedDay(id="d-far", on=date(2027, 1, 18), step="s-1", agreed=True)
    away = Away(id="w-1", person="p-4", starts=far.on, ends=far.on)
    case = noor().with_items("return_plan.days", (far,)).with_items("return_plan.away", (away,))
    page = ReturnPlanPage(session(case))

    send(page, "look-ahead", span="term")

    assert _days(page)
    assert "18 januari" in page.view["page"]["ahead"]["none"]


def test_a_year_looks_further_than_a_term_and_other_spans_do_not_exist(page):
    """Two questions, no settings."""
    send(page, "look-ahead", span="term")
    term = len(_cells(page))

    send(page, "look-ahead", span="year")
    assert len(_cells(page)) > term

    assert problem(send(page, "look-ahead", span="decade"))


@pytest.mark.parametrize("days", [5, 7, 10])
def test_five_to_ten_days_get_a_date_and_no_more(page, days):
    """How far the family looks ahead is chosen with them."""
    send(page, "horizon", value=days)

    assert len(_days(page)) == days
    assert problem(send(page, "horizon", value=11))


# -- what if -------------------------------------------------------------------------------------


def test_a_monday_is_answered_with_the_reason_and_two_other_days(page):
    """Can she come on Monday? Said in words, with a source, and nothing is changed."""
    before = page.session.case

    send(page, "what-if", what="come", on="2026-11-30")

    answer = _answer(page)
    assert not answer["is_possible"]
    assert answer["keep"] == ""
    assert any("Maandag" in one["text"] and "R-T1" in one["source"] for one in answer["reasons"])
    assert 1 <= len(answer["instead"]) <= 2
    assert page.session.case == before


def test_another_day_from_the_answer_is_asked_with_one_press(page):
    """The way on is a button, not a search."""
    send(page, "what-if", what="come", on="2026-11-30")
    other = _answer(page)["instead"][0]["id"]

    send(page, "what-if", what="come", on=other)

    assert _answer(page)["is_possible"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("ill", {"starts": "2026-11-25", "ends": "2026-11-26"}),
        ("holiday", {"starts": "2026-11-27", "ends": "2026-11-27", "words": "bruiloft"}),
        ("hold", {"on": "2026-12-04"}),
        ("skip", {"step": "s-2"}),
        ("receiver", {"person": "p-5", "starts": "2026-11-25", "ends": "2026-11-26"}),
    ],
)
def test_what_is_asked_is_kept_with_one_press_and_taken_back_with_one_undo(page, kind, told):
    """Try it out first: nothing is lost by asking, and nothing by keeping."""
    before = page.session.case
    send(page, "what-if", what=kind, **told)
    assert _answer(page)["kind"] == kind
    assert _answer(page)["asked"]
    assert page.session.case == before

    assert send(page, "keep-what-if") == []

    assert page.session.case != before
    assert _answer(page) is None
    send(page, "undo")
    assert page.session.case == before


def test_a_step_back_from_the_smallest_step_says_why_it_cannot(page):
    """There is no step below the first; a smaller one can be added."""
    send(page, "what-if", what="back")

    assert not _answer(page)["is_possible"]
    assert problem(send(page, "keep-what-if"))


def test_the_days_that_would_move_are_named_before_anything_is_kept(page):
    """The consequence is read first."""
    send(page, "pencil")

    send(page, "what-if", what="hold", on="2026-12-04")

    (moved,) = _answer(page)["moved"]
    assert moved["after"] == "tot het hek"


def test_days_in_a_row_that_become_the_same_are_read_in_one_line(page):
    """Nobody reads ten times that the same step becomes the same other step."""
    send(page, "pencil")

    send(page, "what-if", what="skip", step=page.session.case.return_plan.steps[1].id)

    moved = _answer(page)["moved"]
    assert any("–" in one["on"] for one in moved)
    told = [(one["before"], one["after"]) for one in moved]
    assert all(one != other for one, other in pairwise(told))


def test_what_changes_nothing_is_not_offered_to_be_kept(page):
    """A button that does nothing makes people doubt what it did."""
    day = page.view["page"]["what_if"]["days"][-1]["id"]

    send(page, "what-if", what="come", on=day)

    answer = _answer(page)
    assert bool(answer["keep"]) == bool(answer["moved"])


def test_a_young_person_who_has_no_name_yet_is_spoken_of_as_such(page):
    """A new case calls them by what they are; a sentence then needs an article."""
    person = page.session.case.young_person
    send(page, "what-if", what="come", on="2026-11-30")
    assert person.called in _answer(page)["asked"]

    page.session.apply(EditItem(collection="people", id=person.id, fields={"called": "jongere"}))

    assert "de jongere" in _answer(page)["asked"]


def test_a_question_that_is_left_leaves_everything_as_it_is(page):
    """Looking costs nothing."""
    before = page.session.case
    send(page, "what-if", what="hold", on="2026-12-04")

    send(page, "drop-what-if")

    assert _answer(page) is None
    assert page.session.case == before


def test_a_question_about_someone_who_left_the_case_goes_with_them(page):
    """No answer is shown about nobody."""
    send(page, "what-if", what="receiver", person="p-5", starts="2026-11-25", ends="2026-11-25")
    assert _answer(page) is not None

    send(page, "remove-person", id="p-5")

    assert _answer(page) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": "come", "on": "maandag"},
        {"what": "ill", "starts": "2026-11-26", "ends": "2026-11-25"},
        {"what": "ill", "starts": "2026-11-26", "ends": ""},
        {"what": "ill", "starts": "0202-11-26", "ends": "2026-11-26"},
        {"what": "skip", "step": "s-9"},
        {"what": "receiver", "person": "p-9", "starts": "2026-11-26", "ends": "2026-11-26"},
        {"what": "party"},
    ],
    ids=lambda wrong: " ".join(wrong.values()),
)
def test_a_question_that_cannot_be_is_one_sentence(page, wrong):
    """A slip in a date costs a sentence."""
    assert problem(send(page, "what-if", **wrong))

    assert _answer(page) is None


def test_what_holds_for_a_while_is_read_above_the_days_and_can_be_taken_back(page):
    """A hold that nobody remembers would stand in the way for weeks."""
    send(page, "what-if", what="hold", on="2026-12-04")
    send(page, "keep-what-if")
    send(page, "what-if", what="receiver", person="p-5", starts="2026-11-25", ends="2026-11-26")
    send(page, "keep-what-if")
    held, away = page.view["page"]["days"]["standing"]
    assert "4 dec" in held["text"]
    assert "de conciërge wacht in plaats van meneer Bakker" in away["text"]

    send(page, "end-standing", id=held["key"])
    send(page, "end-standing", id=away["key"])

    assert page.view["page"]["days"]["standing"] == []
    assert page.session.case.return_plan.hold_until is None
    assert page.session.case.return_plan.away == ()


# -- agreeing ------------------------------------------------------------------------------------


def test_agreeing_keeps_who_agreed_to_which_days(page):
    """Later nobody has to remember what was said."""
    (said,) = send(page, "agree", agreed_by=["p-1", "p-2"], reason="moeder wil beginnen")

    assert said["problem"] == ""
    (version,) = page.session.case.return_plan.agreed
    assert (version.on, version.agreed_by) == (TODAY, ("p-1", "p-2"))
    assert [day.on.isoformat() for day in version.days] == [row["key"] for row in _days(page)]
    last = page.view["page"]["agree"]["last"]
    assert last["text"] == "Afgesproken op dinsdag 24 november met Noor en moeder."
    assert last["same"]


def test_a_change_after_agreeing_is_told_and_the_version_stays_as_it_was(page):
    """A later change does not carry the agreement over."""
    send(page, "agree", agreed_by=["p-1"], reason="moeder wil beginnen")
    (version,) = page.session.case.return_plan.agreed

    send(page, "edit-step", id="s-2", name="words", text="tot de fietsen")

    last = page.view["page"]["agree"]["last"]
    assert any("tot de fietsen" in one for one in last["changed"])
    assert last["same"] == ""
    assert page.session.case.return_plan.agreed == (version,)
    (shown,) = last["versions"]["all"]
    assert any("tot het bankje" in day for day in shown["days"])


def test_nobody_who_is_not_there_can_agree(page):
    """A person who left the case is not written down."""
    assert problem(send(page, "agree", agreed_by=["p-9"], reason="zo"))

    assert page.session.case.return_plan.agreed == ()


# -- beginning again -----------------------------------------------------------------------------


def _ill_until_yesterday():
    case = noor()
    for n in (1, 2):
        on = TODAY - timedelta(days=5 - n) if n == 1 else TODAY - timedelta(days=1)
        case = case.with_item("log", LogDay(id=f"l-8{n}", on=on, reason=DayReason.ILL))
    done = LogDay(id="l-70", on=date(2026, 11, 18), step="s-1", done=True)
    return case.with_items("log", (done, *(day for day in case.log if day.id != "l-1")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_an_illness_three_ways_to_begin_again_are_ready(language):
    """Calm, and back to what worked: never to nothing."""
    again = _view(_ill_until_yesterday(), language)["again"]

    assert len(again["options"]) == 3
    assert all(one["words"] and one["consequence"] for one in again["options"])
    assert again["sources"]


def test_a_way_to_begin_again_is_one_press_and_one_undo():
    """Ready means: chosen, written in pencil, and taken back if need be."""
    case = _ill_until_yesterday()
    page = ReturnPlanPage(session(case))

    assert send(page, "begin-again", way="last-step") == []

    days = page.session.case.return_plan.days
    assert days
    assert days[0].step == "s-1"
    assert not any(day.agreed for day in days)
    send(page, "undo")
    assert page.session.case == case


def test_without_a_break_no_card_is_shown_and_no_way_can_be_taken(page):
    """Nothing is said about a setback where there is none."""
    assert page.view["page"]["again"] is None

    assert problem(send(page, "begin-again", way="last-step"))


def test_where_return_is_not_the_goal_nothing_is_said_of_beginning_again():
    """Another goal has another pace."""
    case = _ill_until_yesterday()
    plan = case.return_plan.model_copy(update={"end_goal": EndGoal.NOT_YET})

    assert _view(case.model_copy(update={"return_plan": plan}))["again"] is None


def test_a_day_ill_that_is_today_stands_above_the_first_day():
    """What was taken over is seen: the day is not just gone."""
    ill = FreeDay(id="x-1", on=TODAY, kind=FreeDayKind.ILL)
    first, second, *_ = _view(noor().with_item("school.free_days", ill))["days"]["rows"]

    assert (first["gap"], "gap" in second) == ("ziek", False)


def test_a_step_that_does_not_say_how_far_it_goes_says_why_nobody_is_named(page):
    """A new ladder names nobody yet, and tells what is needed for that."""

    def said():
        return [one["text"] for one in page.view["page"]["days"]["messages"]]

    step = page.session.case.return_plan.current
    send(page, "edit-step", id=step, name="reaches", value=None)
    send(page, "edit-step", id=step, name="minutes", value="")
    words = page.session.case.find("return_plan.steps", step).words
    assert any("hoe ver" in one and words in one for one in said())

    send(page, "edit-step", id=step, name="reaches", value="gate")
    assert not any("hoe ver" in one for one in said())
