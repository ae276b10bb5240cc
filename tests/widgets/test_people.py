"""The people of a case: written down once, private, and with a say in who may know."""

import pytest

from caseform.model import Authority, NetworkMember, PersonKind, Relation, RelationKind
from caseform.session import new_case
from caseform.text import LANGUAGES, say
from caseform.widgets._people import people_view, spread
from caseform.widgets.return_plan import ReturnPlanPage
from support.cases import TODAY, noor
from support.pages import problem, send, session

STEPFATHER = {
    "called": "Wim",
    "is": "caregiver",
    "relation": "stiefvader",
    "authority": "none",
    "contact_limit": True,
    "separate_file": True,
}


@pytest.fixture
def page():
    """A page with the people of Noor."""
    return ReturnPlanPage(session())


def test_someone_is_added_and_nobody_else_learns_of_it(page):
    """A stepfather in the list is not a stepfather on the wall."""
    (said,) = send(page, "save-person", id=None, **STEPFATHER)

    person = page.session.case.people[-1]
    assert said == {"kind": "answer", "what": "person", "problem": ""}
    assert (person.called, person.kind, person.relation) == (
        "Wim",
        PersonKind.CAREGIVER,
        "stiefvader",
    )
    assert (person.authority, person.contact_limit, person.separate_file) == (
        Authority.NONE,
        True,
        True,
    )
    assert person.shared_with == ()


def test_a_caregiver_who_comes_later_does_not_see_what_the_parents_were_shown(page):
    """To a parent: what I said before someone moved in was said to those who were there."""
    before = page.session.preview("youth+parents")
    assert before.cards
    told = {"called": "Rob", "is": "caregiver", "authority": "recorded"}

    send(page, "save-person", id=None, **told)

    case = page.session.case
    rob = case.caregivers[-1]
    assert rob.called == "Rob"
    assert page.session.preview(f"parent:{rob.id}").cards == ()
    assert page.session.preview("youth+parent:p-2+parent:p-3").cards == before.cards
    assert not any("parents" in item.shared_with for _, item in case.all_items())
    assert "parents" not in case.problem_shared_with
    send(page, "undo")
    assert page.session.preview("youth+parents") == before


def test_what_is_known_of_someone_can_be_changed(page):
    """A mentor leaves, and another person gets the same task."""
    told = {"called": "mevrouw Aksoy", "is": "school", "relation": "mentor"}

    send(page, "save-person", id="p-4", **told)

    person = page.session.case.person("p-4")
    assert (person.called, person.relation, person.role) == ("mevrouw Aksoy", "mentor", "mentor")


def test_authority_and_limits_hold_for_caregivers_alone(page):
    """What was ticked before the kind was changed leaves no trace."""
    send(page, "save-person", id=None, **{**STEPFATHER, "is": "school"})

    person = page.session.case.people[-1]
    assert (person.authority, person.contact_limit) == (Authority.UNKNOWN, False)


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"called": "  ", "is": "school"}, "errors.person-needs-a-name"),
        ({"called": "Mia", "is": "young-person"}, "errors.no-such-part"),
        ({"called": "Mia", "is": "neighbour"}, "errors.no-such-part"),
        ({"called": "Mia", "is": "school", "age": "veertien"}, "errors.age-unfit"),
        ({"called": "Mia", "is": "school", "age": "121"}, "errors.age-unfit"),
        ({"called": "Mia", "is": "school", "age": "-1"}, "errors.age-unfit"),
    ],
)
def test_what_cannot_be_is_said_in_the_dialog(page, wrong, key):
    """The dialog stays open with its words."""
    before = page.session.case
    send(page, "typing", field="person.called", text="Mia")

    assert problem(send(page, "save-person", id=None, **wrong)) == say(key, "nl")

    assert page.session.case == before
    assert page.view["drafts"] == {"person.called": "Mia"}


def test_once_taken_the_half_typed_words_are_forgotten(page):
    """The next person starts with an empty line."""
    send(page, "typing", field="person.called", text="Wim")
    send(page, "typing", field="bar.note", text="bellen")

    send(page, "save-person", id=None, **STEPFATHER)

    assert page.view["drafts"] == {"bar.note": "bellen"}


def test_the_young_person_stays_the_young_person(page):
    """Whatever the dialog sends, there is one of them, and never none."""
    send(page, "save-person", id="p-1", called="Noor", **{"is": "peer"}, age="14")

    assert page.session.case.young_person.age == 14
    assert problem(send(page, "remove-person", id="p-1"))


def test_someone_whose_words_are_in_the_case_cannot_be_taken_out(page):
    """A card that was said by someone keeps its speaker."""
    before = page.session.case

    said = problem(send(page, "remove-person", id="p-2"))

    assert said.startswith("moeder hoort nog bij")
    assert page.session.case == before


def test_who_goes_leaves_no_task_behind(page):
    """Nobody is expected at the gate who is no longer there, and one undo brings it back."""
    case = page.session.case.model_copy(update={"agreements": ()})
    case = case.with_item("network", NetworkMember(id="n-1", person="p-4"))
    tie = Relation(id="r-1", one="p-1", other="p-4", kind=RelationKind.CLOSE)
    page = ReturnPlanPage(session(case.with_item("relations", tie)))
    send(page, "person-day", id="p-4", weekday=1, on=True)
    before = page.session.case

    assert send(page, "remove-person", id="p-4")[0]["problem"] == ""

    case = page.session.case
    assert case.person("p-4") is None
    assert (case.return_plan.how.receiver, case.school.contacts, case.network) == (None, (), ())
    assert case.relations == ()
    assert all(day.received_by != "p-4" for day in case.return_plan.days)
    send(page, "undo")
    assert page.session.case == before


def test_a_parent_travels_along_and_a_mentor_receives_on_chosen_weekdays(page):
    """The planner is told who can when, day by day."""
    for who, weekday in (("p-2", 3), ("p-2", 0), ("p-4", 4)):
        send(page, "person-day", id=who, weekday=weekday, on=True)

    case = page.session.case
    assert [(one.person, one.weekdays) for one in case.return_plan.escorts] == [("p-2", (0, 3))]
    assert [(one.person, one.available) for one in case.school.contacts] == [("p-4", (4,))]


def test_a_weekday_can_be_taken_back_and_the_last_one_leaves_no_empty_entry(page):
    """Not asked yet is something else than never."""
    for on in (True, False):
        send(page, "person-day", id="p-2", weekday=0, on=on)
        send(page, "person-day", id="p-4", weekday=0, on=on)

    assert page.session.case.return_plan.escorts == ()
    assert page.session.case.school.contacts == ()


def test_the_plan_listens_to_who_can_when(page):
    """A mother who works on Thursday is not on Thursday's line."""
    for weekday in (0, 1, 2, 4):
        send(page, "person-day", id="p-2", weekday=weekday, on=True)
    send(page, "person-day", id="p-3", weekday=3, on=True)

    days = [row for row in page.view["page"]["days"]["rows"] if "gap" not in row]
    rows = {row["on"][:2]: row["people"] for row in days}

    assert rows["do"].startswith("vader")
    assert rows["vr"].startswith("moeder")


def test_what_is_unknown_of_someone_is_refused(page):
    """A page that is out of date does no harm."""
    assert problem(send(page, "person-day", id="p-9", weekday=0, on=True))
    assert problem(send(page, "remove-person", id="p-9"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_says_in_words_who_someone_is(language):
    """Read aloud it is a list of people, not of fields."""
    rows = people_view(noor(), language)["rows"]

    assert rows[1]["facts"] == say("people.kind-caregiver", language) + " · " + say(
        "people.fact-recorded", language
    )
    assert rows[0]["days"] is None
    assert rows[0]["remove"] == ""
    assert rows[3]["days"]["label"] == say("people.receives", language)


def test_a_new_case_begins_with_one_person_to_add():
    """Everything can wait but the first question."""
    case = new_case("Zeester", region="vl", language="nl", today=TODAY)

    view = people_view(case, "nl")

    assert view["empty"]
    assert view["form"]["kinds"][0]["id"] == "young-person"


def test_the_parents_are_spread_by_name_only_while_they_are_one_audience():
    """A label per person stays true when one of them may no longer know."""
    case = noor()
    assert spread(case, ("youth", "parents")) == ["youth", "parent:p-2", "parent:p-3"]

    father = case.person("p-3").model_copy(update={"separate_file": True})

    assert spread(case.with_item("people", father), ("youth", "parents")) == ["youth"]
