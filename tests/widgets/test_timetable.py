"""The school week as the therapist keeps it: read, filled in, and the days around it."""

from datetime import date, time
from typing import Any

import pytest

from caseform import demo
from caseform.model import BlockKind, Case, DistressRating, EditItem, WeekCycle
from caseform.school_calendar import lessons_on, week_of
from caseform.session import new_case
from caseform.text import LANGUAGES
from caseform.widgets.return_plan import ReturnPlanPage
from caseform.widgets.return_plan._timetable_view import timetable_view
from support.cases import TODAY
from support.pages import problem, send, session

FLEMISH = """\
\tmaandag\twoensdag\tvrijdag
8:30-9:20\tgym / dhr. Bos / 012\tFrans\tkoken
12:00-12:40\tmiddagpauze\t\t
12:40-14:00\twiskunde\t\tLatijn
"""


@pytest.fixture
def page() -> ReturnPlanPage:
    """The page on a case in Flanders that was begun just now."""
    return ReturnPlanPage(session(new_case("Zeester", region="vl", language="nl", today=TODAY)))


@pytest.fixture
def full(page: ReturnPlanPage) -> ReturnPlanPage:
    """The same with a timetable in it."""
    send(page, "take-timetable", text=FLEMISH, when="replace")
    return page


def blocks(page: ReturnPlanPage) -> list[Any]:
    return list(page.session.case.school.timetable)


def block(page: ReturnPlanPage, subject: str) -> Any:
    (found,) = [one for one in blocks(page) if one.subject == subject]
    return found


def told(page: ReturnPlanPage, subject: str) -> dict[str, Any]:
    """Return what the browser is shown of one block."""
    days = page.view["page"]["timetable"]["versions"][0]["days"]
    (found,) = [b for day in days for b in day["blocks"] if b["subject"] == subject]
    return found


def test_a_timetable_is_looked_at_before_anything_changes(page: ReturnPlanPage) -> None:
    """To the therapist: what was read and what was not, and still the week of before."""
    text = FLEMISH + "14:00\tmuziek\t\t"

    answer, found = send(page, "read-timetable", text=text, when="replace")

    assert answer == {"kind": "answer", "what": "timetable", "problem": ""}
    assert found["days"][0]["name"] == "maandag"
    assert found["days"][0]["lines"][0] == "08:30–09:20 gym · dhr. Bos · 012"
    assert found["notes"] == [
        "De pauze op regel 3 geldt voor elke dag die daarna doorgaat.",
        "Op regel 5 ontbreekt wanneer de les eindigt.",
    ]
    assert blocks(page) == []


def test_what_was_looked_at_is_put_in_and_undone(full: ReturnPlanPage) -> None:
    """To the therapist: a whole week in one press, and out again in one."""
    assert len(blocks(full)) == 7

    full.session.undo()

    assert blocks(full) == []


def test_a_new_timetable_follows_from_a_day(full: ReturnPlanPage) -> None:
    """To the planner: this week as it was, and two timetables to look at."""
    send(full, "take-timetable", text="ma;8:30-9:20;Grieks", when="since", since="2026-11-30")

    school = full.session.case.school
    assert [b.subject for b in lessons_on(school, date(2026, 11, 23))] == ["gym", "wiskunde"]
    assert [b.subject for b in lessons_on(school, date(2026, 11, 30))] == ["Grieks"]
    versions = full.view["page"]["timetable"]["versions"]
    assert [one["text"] for one in versions] == ["Nu", "Vanaf maandag 30 november"]
    assert [len(day["blocks"]) for day in versions[0]["days"]] == [3, 0, 1, 0, 3]
    assert [len(day["blocks"]) for day in versions[1]["days"]] == [1, 0, 0, 0, 0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "", "when": "replace"},
        {"text": "<table>", "when": "replace"},
        {"text": "ma;8:30-9:20;gym\nma;9:00-9:50;koken", "when": "replace"},
        {"text": FLEMISH, "when": "since", "since": ""},
    ],
)
@pytest.mark.parametrize("kind", ["read-timetable", "take-timetable"])
def test_what_cannot_be_read_is_said_in_the_dialog(
    full: ReturnPlanPage, kind: str, wrong: dict[str, str]
) -> None:
    """To the therapist: one sentence, and the week stays as it was."""
    before = full.session.case

    assert problem(send(full, kind, **wrong))

    assert full.session.case == before


def test_a_free_wednesday_afternoon_is_shown_where_other_days_go_on(full: ReturnPlanPage) -> None:
    """To a family in Flanders: Wednesday looks as it is."""
    days = full.view["page"]["timetable"]["versions"][0]["days"]

    assert [bool(day["free"]) for day in days] == [False, False, True, False, False]
    assert days[2]["free"] == {"text": "middag vrij", "from": 9 * 60 + 20, "to": 14 * 60}


def test_what_a_lesson_is_like_is_told_block_by_block(full: ReturnPlanPage) -> None:
    """To the young person: liked, tense, and why, each in one press."""
    gym = block(full, "gym").id

    send(full, "like-block", id=gym, value=-2)
    send(full, "tense-block", id=gym, value=8, scale="0-10")
    send(full, "tax-block", id=gym, one="presenteren", on=True)
    send(full, "tax-block", id=gym, text=" als laatste gekozen worden ")
    send(full, "tax-block", id=gym, one="presenteren", on=False)
    send(full, "tax-block", id=gym, text=" ")

    found = block(full, "gym")
    assert (found.liking, found.tension) == (-2, DistressRating(value=8))
    assert found.taxing == ("als laatste gekozen worden",)
    send(full, "tense-block", id=gym, value=None)
    assert block(full, "gym").tension is None


def test_a_face_stays_a_face(full: ReturnPlanPage) -> None:
    """To the young person: what was chosen as a face is not turned into a number."""
    gym = block(full, "gym").id

    send(full, "tense-block", id=gym, value=4, scale="faces-5")

    assert (told(full, "gym")["tension"], told(full, "gym")["scale"]) == (4, "faces-5")
    assert problem(send(full, "tense-block", id=gym, value=9, scale="faces-5"))


def test_what_is_not_asked_for_now_is_written_down_with_the_school(full: ReturnPlanPage) -> None:
    """To the school: the same words on its sheet, and gone when it is asked again."""
    send(full, "tax-block", id=block(full, "gym").id, one="omkleden", on=True)

    send(full, "exempt", one="omkleden", on=True)

    (adjustment,) = full.session.case.school.adjustments
    assert (adjustment.words, adjustment.exempts) == ("Hoeft nu nog niet: omkleden", ("omkleden",))
    assert adjustment.since == TODAY
    assert told(full, "gym")["taxing"] == [{"text": "omkleden", "exempt": True}]
    send(full, "exempt", one="omkleden", on=False)
    assert full.session.case.school.adjustments == ()


def test_an_adjustment_that_ended_leaves_nothing_out(full: ReturnPlanPage) -> None:
    """To the young person: what is asked again is not called left out."""
    send(full, "tax-block", id=block(full, "gym").id, one="omkleden", on=True)
    send(full, "exempt", one="omkleden", on=True)
    (now,) = full.session.case.school.adjustments
    ended = EditItem(
        collection="school.adjustments", id=now.id, fields={"since": None, "until": "2026-11-23"}
    )

    full.session.apply(ended)

    assert told(full, "gym")["taxing"] == [{"text": "omkleden", "exempt": False}]


def test_an_adjustment_that_says_more_stays_when_one_moment_is_asked_again() -> None:
    """To the school: what was agreed in its own words is not thrown away."""
    case, _ = demo.cases("return", today=TODAY, language="nl")
    page = ReturnPlanPage(session(case))
    before = {one.id: one for one in case.school.adjustments}

    send(page, "exempt", one="omkleden", on=False)

    now = {one.id: one for one in page.session.case.school.adjustments}
    assert now.keys() == before.keys()
    changed = [one for one in now.values() if one != before[one.id]]
    assert [one.exempts for one in changed] == [("als laatste gekozen worden",)]


def test_a_block_is_changed_in_all_it_is(full: ReturnPlanPage) -> None:
    """To the therapist: a slip in a time is mended without beginning anew."""
    fields = told(full, "koken")["told"]
    more = {"starts": "10u00", "ends": "11.00", "teacher": "mevr. Leys", "week": "b"}

    send(full, "save-block", id=block(full, "koken").id, **{**fields, **more})

    found = block(full, "koken")
    assert (found.starts, found.ends, found.teacher) == (time(10), time(11), "mevr. Leys")
    assert (found.week, found.weekday, found.kind) == (WeekCycle.B, 4, BlockKind.LESSON)


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts": "later"},
        {"ends": "8:00"},
        {"subject": " "},
        {"weekday": "0"},
        {"since": "2026-12-01", "until": "2026-11-01"},
    ],
    ids=["no time", "ends before it starts", "nothing", "taken", "days turned round"],
)
def test_a_block_that_cannot_be_is_refused(full: ReturnPlanPage, wrong: dict[str, str]) -> None:
    """To the therapist: the dialog stays, with its words, until it can be."""
    before = full.session.case
    fields = told(full, "koken")["told"]

    said = send(full, "save-block", id=block(full, "koken").id, **{**fields, **wrong})

    assert problem(said)
    assert full.session.case == before


def test_a_break_is_a_break_by_its_name(page: ReturnPlanPage) -> None:
    """To whoever types the week: one question less."""
    times = {"weekday": "0", "starts": "10", "ends": "10:15"}

    send(page, "add-block", subject="pauze", **times)
    send(page, "add-block", subject="pauze", **{**times, "weekday": "1"}, block_kind="lesson")

    assert [one.kind for one in blocks(page)] == [BlockKind.BREAK, BlockKind.LESSON]


def test_week_a_is_chosen_from_this_week(full: ReturnPlanPage) -> None:
    """To the planner: which week it is, said once."""
    fields = told(full, "koken")["told"]
    send(full, "save-block", id=block(full, "koken").id, **{**fields, "week": "b"})
    weeks = full.view["page"]["timetable"]["weeks"]
    assert weeks["now"]["chosen"] is None
    assert weeks["now"]["hint"]

    for value in ("b", "a", "b"):
        send(full, "a-week", value=value)
        assert week_of(full.session.case.school, TODAY) == value
        assert full.view["page"]["timetable"]["weeks"]["now"]["chosen"] == value


def test_days_off_are_one_day_or_a_row(full: ReturnPlanPage) -> None:
    """To the family: a study day and a week away, each taken away again."""
    send(full, "add-free-day", what="study-day", first="2026-12-01", last="", words="")
    send(
        full, "add-free-day", what="own", first="2026-12-14", last="2026-12-18", words="begrafenis"
    )

    rows = full.view["page"]["timetable"]["days"]["free"]["rows"]
    assert [(row["what"], row["when"]) for row in rows] == [
        ("studiedag", "di 1 dec"),
        ("begrafenis", "ma 14 dec – vr 18 dec"),
    ]
    send(full, "remove-free-day", id=rows[0]["id"])
    assert [day.words for day in full.session.case.school.free_days] == ["begrafenis"]


def test_exams_take_the_place_of_lessons(full: ReturnPlanPage) -> None:
    """To the planner: in a week of exams no lesson is planned."""
    week = {"first": "2026-11-30", "last": "2026-12-04"}

    send(full, "add-special-week", what="exams", words="", **week)

    assert lessons_on(full.session.case.school, date(2026, 11, 30)) == ()
    (row,) = full.view["page"]["timetable"]["days"]["special"]["rows"]
    assert row["what"] == "toetsweek"
    send(full, "remove-special-week", id=row["id"])
    assert lessons_on(full.session.case.school, date(2026, 11, 30))


def test_who_is_away_is_a_row_as_well(full: ReturnPlanPage) -> None:
    """To the family: nobody is waited for who is not there."""
    send(full, "save-person", called="opa", **{"is": "relative"}, authority="unknown")
    (opa,) = [one for one in full.session.case.people if one.called == "opa"]

    send(full, "add-away", what=opa.id, first="2026-12-01", last="2026-12-03")

    (row,) = full.view["page"]["timetable"]["days"]["away"]["rows"]
    assert (row["what"], row["when"]) == ("opa", "di 1 dec – do 3 dec")
    send(full, "remove-away", id=row["id"])
    assert full.session.case.return_plan.away == ()
    assert problem(send(full, "add-away", what="p-nobody", first="2026-12-01", last=""))


@pytest.mark.parametrize("kind", ["add-free-day", "add-special-week"])
@pytest.mark.parametrize(("first", "last"), [("0026-12-01", ""), ("2026-12-01", "2206-12-02")])
def test_a_mistyped_year_of_a_day_is_told(full, kind, first, last):
    """A list without years would show it as a day of this one."""
    what = "own" if kind == "add-free-day" else "exams"
    before = full.session.case

    told = problem(send(full, kind, what=what, first=first, last=last, words=""))

    assert str(int((last or first)[:4])) in told
    assert full.session.case == before


@pytest.mark.parametrize("kind", ["add-free-day", "add-special-week"])
@pytest.mark.parametrize(
    "days", [{"first": "", "last": ""}, {"first": "2026-12-04", "last": "2026-12-01"}]
)
def test_days_that_cannot_be_are_refused(
    full: ReturnPlanPage, kind: str, days: dict[str, str]
) -> None:
    """To the therapist: one sentence, and the day can be mended there."""
    before = full.session.case

    assert problem(send(full, kind, what="own" if "free" in kind else "exams", words="", **days))

    assert full.session.case == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_until_when_holidays_are_known_is_said(language: str) -> None:
    """To the therapist: beyond that day nothing is promised."""
    case: Case = new_case("Zeester", region="nl-zuid", language="nl", today=TODAY)
    holidays = timetable_view(case, language, today=TODAY)["days"]["holidays"]

    assert "2030" in holidays["known"]
    assert len(holidays["rows"]) == 4
    late = timetable_view(case, language, today=date(2060, 1, 1))["days"]["holidays"]
    assert late["rows"] == []
