"""The graded return as the therapist fills it in, gesture by gesture."""

from datetime import time

import pytest

from caseform import demo
from caseform.model import EndGoal
from caseform.session import new_case
from caseform.text import LANGUAGES, say
from caseform.widgets.return_plan import ReturnPlanPage
from caseform.widgets.return_plan._agree_view import open_findings
from caseform.widgets.return_plan._how_view import HOW, NEEDED
from caseform.widgets.return_plan._view import return_plan_view
from caseform.widgets.return_plan._weeks_view import Weeks
from support.cases import TODAY, noor
from support.pages import problem, send, session


@pytest.fixture
def page():
    """The page on the case of Noor."""
    return ReturnPlanPage(session())


@pytest.fixture
def blank():
    """The page on a case that was begun just now."""
    case = new_case("Zeester", region="nl-midden", language="nl", today=TODAY)
    return ReturnPlanPage(session(case))


@pytest.mark.parametrize("name", HOW)
def test_each_part_of_how_is_filled_in_and_emptied_again(page, name):
    """How comes before when, one part at a time."""
    is_person = name in ("receiver", "stand_in")
    send(page, "how", name=name, **({"value": "p-4"} if is_person else {"text": "samen"}))
    assert getattr(page.session.case.return_plan.how, name) == ("p-4" if is_person else "samen")

    send(page, "how", name=name, value="")

    assert not getattr(page.session.case.return_plan.how, name)


def test_half_typed_how_is_journalled(page):
    """A crash costs a second of text."""
    send(page, "typing", field="return.how.refuge", text="lok")
    assert page.view["drafts"] == {"return.how.refuge": "lok"}

    send(page, "how", name="refuge", text="lokaal 012", field="return.how.refuge")

    assert page.view["drafts"] == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "edit-step", "id": "s-1", "name": "minutes", "text": "twintig"},
        {"kind": "edit-step", "id": "s-1", "name": "at_least_days", "text": "vaak"},
        {"kind": "step-lessons", "id": "s-1", "text": "een paar"},
        {"kind": "step-has", "id": "s-1", "name": "shared_with", "one": "school", "on": True},
        {"kind": "step-has", "id": "s-9", "name": "factors", "one": "f-1", "on": True},
        {"kind": "skip-step", "id": "s-9", "on": True},
        {"kind": "edit-step", "id": "s-1", "name": "words", "text": ""},
        {"kind": "edit-step", "id": "s-1", "name": "predicted", "value": 12},
        {"kind": "edit-step", "id": "s-9", "name": "words", "text": "x"},
        {"kind": "edit-step", "id": "s-1", "name": "shared_with", "value": ["youth"]},
        {"kind": "remove-step", "id": "s-9"},
        {"kind": "how", "name": "steps", "value": []},
        {"kind": "goal", "value": "soon"},
    ],
    ids=lambda wrong: f"{wrong['kind']} {wrong.get('name', '')}",
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(page, wrong):
    """A slip of the hand costs a sentence, not a plan."""
    before = page.session.case

    assert problem(send(page, **wrong))

    assert page.session.case == before


def test_what_is_now_can_be_chosen_and_so_can_the_aim(page):
    """The clinician decides."""
    send(page, "current", id="s-2")
    send(page, "goal", value="not-yet")

    plan = page.session.case.return_plan
    assert (plan.current, plan.end_goal) == ("s-2", EndGoal.NOT_YET)
    assert page.view["page"]["days"]["rows"] == []


def _dates(page):
    return [row["key"] for row in page.view["page"]["days"]["rows"] if "gap" not in row]


def test_days_are_pencilled_without_a_question(page):
    """Pencil asks nothing."""
    assert send(page, "pencil") == []

    days = page.session.case.return_plan.days
    assert [day.on.isoformat() for day in days] == _dates(page)
    assert not any(day.agreed for day in days)
    assert page.view["page"]["days"]["written"] == say("return.written-pencilled", "nl")


def test_agreeing_before_how_was_talked_about_asks_for_a_reason(page):
    """How before when: the rule is said before the days are agreed, not afterwards."""
    reason = page.view["page"]["agree"]["asked"]
    assert reason["needed"]
    assert reason["open"]

    assert problem(send(page, "agree", reason=" "))

    assert not any(day.agreed for day in page.session.case.return_plan.days)
    assert page.session.case.return_plan.overrides == ()


def test_a_short_reason_is_enough_and_stays_with_the_plan(page):
    """The clinician decides, and can read later why."""
    before = page.session.case
    (said,) = send(page, "agree", reason="moeder wil woensdag beginnen")

    plan = page.session.case.return_plan
    assert said == {"kind": "answer", "what": "agree", "problem": ""}
    assert all(day.agreed for day in plan.days)
    assert {one.reason for one in plan.overrides} == {"moeder wil woensdag beginnen"}
    assert open_findings(Weeks.of(page.session.case, "nl", today=TODAY)) == []
    assert page.view["page"]["days"]["written"] == say("return.written-agreed", "nl")
    send(page, "undo")
    assert page.session.case == before


def test_a_plan_that_is_agreed_in_part_says_until_when():
    """Nobody takes pencil for ink."""
    case, _ = demo.cases("return", today=TODAY, language="nl")

    written = return_plan_view(case, "nl", today=TODAY)["days"]["written"]

    assert written == "Afgesproken tot en met ma 30 nov. Wat daarna komt, staat in potlood."


@pytest.mark.parametrize("name", NEEDED)
def test_what_is_marked_as_needed_is_what_an_agreed_date_asks_for(name):
    """The page promises no more and no less than the rules ask."""
    case = noor()
    filled = {one: "p-4" if one == "receiver" else "samen" for one in NEEDED}
    how = case.return_plan.how.model_copy(update={**filled, name: None})
    how = how.model_copy(update={name: None if name == "receiver" else ""})
    plan = case.return_plan.model_copy(update={"how": how})
    case = case.model_copy(update={"return_plan": plan})

    fields = return_plan_view(case, "nl", today=TODAY)["how"]["fields"]
    found = open_findings(Weeks.of(case, "nl", today=TODAY))

    assert [one["name"] for one in fields if one["needed"]] == [name]
    assert {one.where for one in found} & {"return_plan.how", "return_plan.how.hard_week"}


def test_with_all_that_is_needed_no_reason_is_asked_for_how():
    """What is there is not asked again."""
    case = noor()
    filled = {one: "p-4" if one == "receiver" else "samen" for one in NEEDED}
    how = case.return_plan.how.model_copy(update=filled)
    case = case.model_copy(update={"return_plan": case.return_plan.model_copy(update={"how": how})})

    found = open_findings(Weeks.of(case, "nl", today=TODAY))

    assert not {one.where for one in found if one.where.startswith("return_plan.how")}


def test_without_days_nothing_can_be_written(blank):
    """There is nothing to agree on yet, and that is said."""
    assert problem(send(blank, "pencil")) == say("errors.no-days-to-write", "nl")


def test_a_lesson_is_added_liked_and_removed(page):
    """The week as it is on the school's own sheet."""
    told = {"weekday": "1", "starts": "16.30", "ends": "17:20", "subject": " koken "}
    assert send(page, "add-block", **told)[0]["problem"] == ""
    block = page.session.case.school.timetable[-1]
    assert (block.weekday, block.starts, block.subject) == (1, time(16, 30), "koken")

    send(page, "like-block", id=block.id, value=2)
    assert page.session.case.find("school.timetable", block.id).liking == 2

    send(page, "remove-block", id=block.id)
    assert page.session.case.find("school.timetable", block.id) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts": "half negen", "ends": "9:20"},
        {"starts": "9:20", "ends": "8:30"},
        {"starts": "25:00", "ends": "26:00"},
        {"starts": "", "ends": ""},
    ],
)
def test_a_lesson_that_cannot_be_is_refused_inside_its_dialog(page, wrong):
    """What was filled in stays there to be repaired."""
    before = page.session.case

    (said,) = send(page, "add-block", weekday="0", subject="gym", **wrong)

    assert (said["kind"], said["what"]) == ("answer", "block")
    assert said["problem"]
    assert page.session.case == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_a_sentence_with_its_source(language):
    """Every rule has a source one click away, told in words."""
    case, _ = demo.cases("return", today=TODAY, language=language)
    view = return_plan_view(case, language, today=TODAY)

    reasons = [one for row in view["days"]["rows"] for one in row.get("why", ())]
    assert reasons
    for one in (*reasons, *view["findings"]["rows"]):
        assert one["text"].endswith((".", "?"))
        assert one["source"].endswith(".")
        assert ":" not in one["source"]


def test_a_lesson_is_marked_only_while_it_is_part_of_the_step_of_now():
    """The mark of what keeps a circle going is not spent on a timetable."""
    case = noor()
    step = case.return_plan.steps[0].model_copy(update={"blocks": ("b-3",)})
    view = return_plan_view(case.with_item("return_plan.steps", step), "nl", today=TODAY)

    days = view["timetable"]["versions"][0]["days"]
    marked = [b["id"] for day in days for b in day["blocks"] if b["in_step"]]

    assert marked == ["b-3"]


def test_a_new_case_invites_to_begin_with_people_and_a_step(blank):
    """An empty page is a first question, not a form."""
    view = blank.view["page"]

    assert view["people"]["empty"]
    assert view["ladder"]["empty"]
    assert view["how"]["fields"][2]["nobody"].endswith("bij Mensen")
