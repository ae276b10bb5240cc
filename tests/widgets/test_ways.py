"""Other ways than school and formal measures, gesture by gesture."""

from datetime import date

import pytest

from caseform.catalogue import load
from caseform.model import Alternative, AlternativeState, Answer, Region
from caseform.projection import build
from caseform.projection.rooms import Room
from caseform.text import LANGUAGES, say
from caseform.widgets.return_plan import ReturnPlanPage
from caseform.widgets.return_plan._ways_view import ways_view
from support.cases import TODAY, noor
from support.pages import problem, send, session


@pytest.fixture
def page():
    """The page on the case of Noor, with a class between home and school that is weighed."""
    page = ReturnPlanPage(session())
    send(page, "weigh", id="in-between-class")
    return page


def way(page) -> Alternative:
    (only,) = page.session.case.return_plan.alternatives
    return only


def shown(page) -> dict:
    (only,) = page.view["page"]["ways"]["weighed"]["rows"]
    return only


def fill_in(page) -> None:
    for name in ("is_meaningful", "is_possible", "is_favourable"):
        send(page, "way", id=way(page).id, name=name, value="yes")
    send(page, "way", id=way(page).id, name="return_link", text="in februari opnieuw")
    send(page, "way", id=way(page).id, name="contact", text="de mentor belt elke week")


@pytest.mark.parametrize("region", Region)
def test_only_what_exists_in_this_region_is_offered(region):
    """To a Flemish family: the other country's law is not on the page at all."""
    case = noor().model_copy(update={"region": region})
    view = ways_view(case, "nl", load(), (), today=TODAY)
    book = load()

    offered = [book.alternatives[row["id"]].law for row in view["options"]["rows"]]
    measures = [book.measures[row["id"]].law for row in view["measures"]["rows"]]

    assert set(offered) == {None, region.law}
    assert set(measures) == {region.law}


def test_what_is_weighed_is_not_chosen(page):
    """To the therapist: to look at something decides nothing, and it is offered no second time."""
    assert way(page).state is AlternativeState.CONSIDERED
    assert "in-between-class" not in [
        row["id"] for row in page.view["page"]["ways"]["options"]["rows"]
    ]

    send(page, "weigh", id="in-between-class")

    assert len(page.session.case.return_plan.alternatives) == 1


def test_what_exists_in_the_other_country_cannot_be_weighed(page):
    """To a Dutch family: no Flemish measure by a slip."""
    before = page.session.case

    assert problem(send(page, "weigh", id="exam-board"))

    assert page.session.case == before


def test_choosing_asks_first_what_is_still_open(page):
    """To the young person: nobody lets go of school on an empty page."""
    before = page.session.case
    (said,) = send(page, "way-state", id=way(page).id, state="chosen")

    assert said["problem"] == say("errors.aside-needs-reason", "nl")
    assert page.session.case == before
    assert len(shown(page)["open"]) == 3


def test_once_it_is_all_written_choosing_asks_nothing(page):
    """To the therapist: the questions were the whole of it."""
    fill_in(page)
    assert shown(page)["open"] == []

    (said,) = send(page, "way-state", id=way(page).id, state="chosen")

    assert said["problem"] == ""
    assert way(page).state is AlternativeState.CHOSEN
    assert page.session.case.return_plan.overrides == ()


def test_a_question_answered_with_no_was_asked(page):
    """To the therapist: the clinician decides; the page goes on saying what it sees."""
    fill_in(page)
    send(page, "way", id=way(page).id, name="is_possible", value="no")

    send(page, "way-state", id=way(page).id, state="chosen")

    assert way(page).state is AlternativeState.CHOSEN
    assert [one["rule"] for one in shown(page)["findings"]] == ["R-X9"]


def test_a_short_reason_is_enough_and_one_undo_takes_all_of_it_back(page):
    """To the therapist: your judgement comes first, and can be read later."""
    before = page.session.case
    send(page, "way-state", id=way(page).id, state="running", reason="plaats vanaf maandag")

    overrides = page.session.case.return_plan.overrides
    assert {one.rule for one in overrides} == {"R-X8", "R-X9", "R-X10"}
    assert {(one.reason, one.where) for one in overrides} == {
        ("plaats vanaf maandag", way(page).id)
    }
    send(page, "undo")
    assert page.session.case == before


def test_help_beside_school_is_chosen_without_a_question(page):
    """To the family: therapy takes nothing away."""
    send(page, "weigh", id="other-therapy")
    added = page.session.case.return_plan.alternatives[-1]

    (said,) = send(page, "way-state", id=added.id, state="running")

    assert said["problem"] == ""


def test_letting_go_asks_why_and_whether_everyone_agrees(page):
    """To the young person: a joint judgement, not a way out."""
    send(page, "weigh", id="letting-go-of-school")
    added = page.session.case.return_plan.alternatives[-1]
    for name in ("is_meaningful", "is_possible", "is_favourable"):
        send(page, "way", id=added.id, name=name, value="yes")
    for name in ("return_link", "contact"):
        send(page, "way", id=added.id, name=name, text="afgesproken")
    send(page, "way", id=added.id, name="why", value="no-longer-meaningful")
    row = page.view["page"]["ways"]["weighed"]["rows"][-1]
    assert len(row["open"]) == 1

    for person in row["agreed"]:
        send(page, "way-agrees", id=added.id, person=person["id"], on=True)
    assert page.view["page"]["ways"]["weighed"]["rows"][-1]["open"] == []
    send(page, "way-agrees", id=added.id, person=row["agreed"][0]["id"], on=False)

    assert len(page.view["page"]["ways"]["weighed"]["rows"][-1]["open"]) == 1


@pytest.mark.parametrize(
    ("name", "told", "kept"),
    [
        ("words", {"text": " de klas in Oost "}, "de klas in Oost"),
        ("is_meaningful", {"value": "no"}, Answer.NO),
        ("is_meaningful", {"value": None}, Answer.UNKNOWN),
        ("why", {"value": None}, None),
        ("review_on", {"text": "2027-02-01"}, date(2027, 2, 1)),
        ("review_on", {"text": ""}, None),
    ],
)
def test_each_part_of_a_way_can_be_changed(page, name, told, kept):
    """To the therapist: what was weighed is written where it is found again."""
    send(page, "way", id=way(page).id, name=name, **told)

    assert getattr(way(page), name) == kept


def test_a_measure_has_the_teams_own_two_sides(page):
    """To the team: both lists are weighed side by side."""
    send(page, "weigh", id="compulsory-attendance")
    (taken,) = page.session.case.return_plan.measures
    for name, text in (("in_favour", "duidelijk"), ("against", "te vroeg"), ("worrying", "")):
        send(page, "way", id=taken.id, name=name, text=text)
    send(page, "way", id=taken.id, name="halts", value="yes")
    send(page, "way", id=taken.id, name="on", text="2026-11-30")
    send(page, "way-state", id=taken.id, state="running")

    (row,) = page.view["page"]["ways"]["measures"]["weighed"]
    assert (row["own_in_favour"], row["own_against"]) == ("duidelijk", "te vroeg")
    assert row["in_favour"]
    assert row["against"]
    assert [one["rule"] for one in row["findings"]] == ["R-M2"]


def test_what_was_weighed_can_be_taken_away(page):
    """To the therapist: a thought is no record for life; undo brings it back."""
    send(page, "unweigh", id=way(page).id)
    assert page.session.case.return_plan.alternatives == ()

    send(page, "undo")

    assert way(page).option == "in-between-class"


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "weigh", "id": "no-such-way"},
        {"kind": "way", "id": "w-9", "name": "words", "text": "x"},
        {"kind": "way", "id": "", "name": "shared_with", "value": ["youth"]},
        {"kind": "way", "id": "", "name": "is_meaningful", "value": "perhaps"},
        {"kind": "way", "id": "", "name": "review_on", "text": "straks"},
        {"kind": "way-agrees", "id": "", "person": "p-99", "on": True},
        {"kind": "way-state", "id": "", "state": "soon"},
        {"kind": "unweigh", "id": "w-9"},
    ],
    ids=lambda wrong: f"{wrong['kind']} {wrong.get('name', '')}",
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(page, wrong):
    """To the therapist: a slip of the hand costs a sentence, not a plan."""
    before = page.session.case

    assert problem(send(page, **{**wrong, "id": wrong["id"] or way(page).id}))

    assert page.session.case == before


@pytest.mark.parametrize("room", ["youth", "parents", "school", "youth+parents+school"])
def test_nothing_of_it_reaches_a_room(page, room):
    """To the young person: nobody reads on the wall that they are to be let go of."""
    send(page, "way", id=way(page).id, name="words", text="GEHEIMEWEG")
    send(page, "weigh", id="compulsory-attendance")
    taken = page.session.case.return_plan.measures[0]
    send(page, "way", id=taken.id, name="worrying", text="GEHEIMEZORG")

    seen = build.build(page.session.case, Room.parse(room), language="nl", today=TODAY)

    told = seen.model_dump_json()
    assert "naar school gaan lukt niet" in told or room != "youth"
    assert "GEHEIME" not in told
    assert "in-between-class" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_says_where_it_comes_from(language):
    """To the reader: one click away, with the dates of the law where there is one."""
    view = ways_view(noor(), language, load(), (), today=TODAY)

    for row in (*view["options"]["rows"], *view["measures"]["rows"]):
        assert row["sources"]
    for row in view["measures"]["rows"]:
        assert row["sources"][-1] == say("ready.law-never-checked", language)
