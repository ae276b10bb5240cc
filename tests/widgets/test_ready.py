"""What the plan still needs, gesture by gesture."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caseform.catalogue import PointGroup, load
from caseform.checks import prompts
from caseform.model import Answer, Finding, Observation, PullSide, RuleOverride, Severity
from caseform.session import new_case
from caseform.text import LANGUAGES, say, say_count
from caseform.widgets.return_plan import ReturnPlanPage
from caseform.widgets.return_plan._places import place_of
from caseform.widgets.return_plan._ready_view import ready_view
from caseform.widgets.return_plan._sources import entry_source, rule_source
from support.cases import TODAY, noor
from support.pages import problem, send, session

BOOK = load()
POINT = next(iter(BOOK.points.values()))
PULL = next(iter(BOOK.pulls.values()))


@pytest.fixture
def page():
    """The page on the case of Noor."""
    return ReturnPlanPage(session())


def answers(page) -> list[Observation]:
    return [one for one in page.session.case.return_plan.ready if one.about == POINT.id]


def group_of(page, point_id: str) -> dict:
    groups = page.view["page"]["ready"]["points"]["groups"]
    return next(one for one in groups if point_id in [each["id"] for each in one["points"]])


def test_an_answer_is_written_with_its_day_and_can_be_taken_back(page):
    """To the therapist: what was asked is known later."""
    send(page, "point", about=POINT.id, name="answer", value="yes")
    (told,) = answers(page)
    assert (told.answer, told.recorded_on, told.shared_with) == (Answer.YES, TODAY, ())

    send(page, "point", about=POINT.id, name="answer", value=None)

    assert answers(page) == []


def test_an_earlier_answer_stays_beside_a_new_one(page):
    """To the team: what was so in October is not written over in November."""
    earlier = Observation(
        id="o-1", about=POINT.id, answer=Answer.NO, recorded_on=TODAY - timedelta(days=3)
    )
    page = ReturnPlanPage(session(noor().with_item("return_plan.ready", earlier)))

    send(page, "point", about=POINT.id, name="answer", value="yes")

    assert [one.answer for one in answers(page)] == [Answer.NO, Answer.YES]
    (shown,) = [one for one in group_of(page, POINT.id)["points"] if one["id"] == POINT.id]
    assert shown["answer"] == "yes"


def test_not_to_know_is_an_answer(page):
    """To the therapist: asked and not known is not the same as not asked."""
    before = group_of(page, POINT.id)["open"]
    send(page, "point", about=POINT.id, name="answer", value="unknown")

    after = group_of(page, POINT.id)
    still_open = len(after["points"]) - 1
    assert before == say_count("ready.open", "nl", still_open + 1)
    assert after["open"] == say_count("ready.open", "nl", still_open)


def test_an_answer_that_aged_is_open_again(page):
    """To the team: what was so six weeks ago is asked again where it changes fast."""
    point = next(one for one in BOOK.points.values() if one.lasts_days)
    old = TODAY - timedelta(days=point.lasts_days + 1)
    told = Observation(id="o-1", about=point.id, answer=Answer.YES, recorded_on=old)
    page = ReturnPlanPage(session(noor().with_item("return_plan.ready", told)))

    (shown,) = [one for one in group_of(page, point.id)["points"] if one["id"] == point.id]

    assert (shown["answer"], shown["again"]) == (None, say("ready.ask-again", "nl"))


def test_words_can_stand_without_an_answer(page):
    """To the therapist: what was said is kept, also before it is a yes or a no."""
    send(page, "point", about=POINT.id, name="words", text=" dat vragen we dinsdag ")

    (told,) = answers(page)
    assert (told.answer, told.words) == (Answer.UNKNOWN, "dat vragen we dinsdag")


def test_half_typed_words_are_journalled(page):
    """To the therapist: a crash costs a second of text."""
    field = f"return.point.{POINT.id}.words"
    send(page, "typing", field=field, text="dat vr")
    assert page.view["drafts"] == {field: "dat vr"}

    send(page, "point", about=POINT.id, name="words", text="dat vragen we", field=field)

    assert page.view["drafts"] == {}


@pytest.mark.parametrize(
    ("name", "told", "kept"),
    [
        ("review_on", {"text": "2027-01-20"}, date(2027, 1, 20)),
        ("review_on", {"text": ""}, None),
        ("restart", {"text": " de stap van voor de vakantie "}, "de stap van voor de vakantie"),
        ("is_feasible", {"value": "no"}, False),
        ("is_feasible", {"value": "yes"}, True),
        ("is_feasible", {"value": None}, None),
        ("absent_since", {"text": "2026-09-14"}, date(2026, 9, 14)),
        ("effort_until", {"text": "2027-02-01"}, date(2027, 2, 1)),
        ("classmates_age", {"text": " 13 "}, 13),
        ("classmates_age", {"text": ""}, None),
    ],
)
def test_a_day_or_fact_is_written_shown_and_taken_back(page, name, told, kept):
    """To the team: what a rule looks at can be said in one place."""
    send(page, "fact", name=name, **told)

    case = page.session.case
    holders = (case.return_plan, case.assessment, case.school)
    (written,) = [getattr(each, name) for each in holders if name in type(each).model_fields]
    assert written == kept
    (row,) = [r for r in page.view["page"]["ready"]["facts"]["rows"] if r["name"] == name]
    assert (row["value"] in (None, "")) is (kept is None)


def test_a_side_is_chosen_where_sources_pull_apart_and_said_why(page):
    """To the therapist: neither side is hidden, and the choice is yours."""
    send(page, "pull", about=PULL.id, text="eerst contact, zegt moeder")
    send(page, "pull", about=PULL.id, value="both")

    (chosen,) = page.session.case.return_plan.pulls
    assert (chosen.about, chosen.side, chosen.words) == (
        PULL.id,
        PullSide.BOTH,
        "eerst contact, zegt moeder",
    )
    send(page, "pull", about=PULL.id, value=None)
    assert page.session.case.return_plan.pulls[0].side is None


def test_both_sides_of_a_pull_stand_with_their_own_source(page):
    """To the reader: each side can be looked up by itself."""
    row = page.view["page"]["ready"]["pulls"]["rows"][0]

    first, second, both = row["sides"]
    assert first["sources"] != second["sources"]
    assert (first["text"], second["text"], both["text"]) == (
        PULL.first.nl,
        PULL.second.nl,
        PULL.both.nl,
    )


def test_a_rule_is_set_aside_with_a_reason_and_taken_back(page):
    """To the therapist: your judgement comes first, and it can be changed."""
    finding = page.view["page"]["findings"]["rows"][0]
    send(page, "set-aside", rule=finding["rule"], where=finding["where"], reason=" besproken ")

    rows = page.view["page"]["findings"]["rows"]
    assert (finding["rule"], finding["where"]) not in [(r["rule"], r["where"]) for r in rows]
    (aside,) = page.view["page"]["ready"]["aside"]["rows"]
    assert aside["reason"] == "Reden: besproken"

    send(page, "take-back", id=aside["id"])

    assert page.view["page"]["ready"]["aside"]["rows"] == []
    assert page.view["page"]["findings"]["rows"][0]["rule"] == finding["rule"]


def test_setting_aside_without_a_reason_is_refused_inside_its_dialog(page):
    """To the team: later somebody asks why."""
    before = page.session.case
    (said,) = send(page, "set-aside", rule="R-A5", where="factors", reason="  ")

    assert said == {
        "kind": "answer",
        "what": "aside",
        "problem": say("errors.aside-needs-reason", "nl"),
    }
    assert page.session.case == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "point", "about": "no-such-point", "name": "answer", "value": "yes"},
        {"kind": "point", "about": POINT.id, "name": "shared_with", "value": ["youth"]},
        {"kind": "point", "about": POINT.id, "name": "answer", "value": "perhaps"},
        {"kind": "fact", "name": "review_on", "text": "straks"},
        {"kind": "fact", "name": "classmates_age", "text": "dertien"},
        {"kind": "fact", "name": "classmates_age", "text": "99"},
        {"kind": "fact", "name": "overrides", "text": "x"},
        {"kind": "pull", "about": "no-such-pull", "value": "both"},
        {"kind": "pull", "about": PULL.id, "value": "neither"},
        {"kind": "set-aside", "rule": "R-Q1", "where": "", "reason": "x"},
        {"kind": "take-back", "id": "o-99"},
    ],
    ids=lambda wrong: f"{wrong['kind']} {wrong.get('name', '')}",
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(page, wrong):
    """To the therapist: a slip of the hand costs a sentence, not a plan."""
    before = page.session.case

    assert problem(send(page, **wrong))

    assert page.session.case == before


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("return_plan.how.goodbye", {"tab": "plan", "label_of": "Waar neemt de ouder afscheid"}),
        ("2026-11-30", {"tab": "plan", "open": ""}),
        ("s-1", {"tab": "plan", "step": "s-1"}),
        ("return_plan.steps", {"tab": "plan", "open": ""}),
        ("2026-11-20", {"workbook": "50_log"}),
        ("b-1", {"tab": "timetable", "open": ""}),
        ("school.effort_until", {"tab": "ready", "label_of": say("ready.effort-until", "nl")}),
        ("assessment.absent_since", {"tab": "ready", "label_of": say("ready.absent-since", "nl")}),
        ("return_plan.alternatives", {"tab": "ways", "open": ""}),
        ("return_plan.review_on", {"tab": "ready"}),
        (f"return_plan.ready.{POINT.id}", {"tab": "ready", "open": POINT.group.value}),
        ("factors", {"workbook": "20_picture"}),
        ("assessment.ideas", {"workbook": "10_assessment"}),
    ],
)
def test_a_finding_leads_to_where_it_is_solved(where, place):
    """To a tired therapist: one press, and you can write."""
    found = place_of(noor(), where, "nl", BOOK, today=TODAY)

    assert found is not None
    assert place.items() <= found.items()
    assert found["text"].startswith("Ga naar: ")


def test_what_is_in_sight_has_no_button():
    """To the therapist: no button that goes nowhere."""
    assert place_of(noor(), "return_plan.end_goal", "nl", BOOK, today=TODAY) is None


def test_a_new_case_is_asked_about_each_subject_and_told_its_advice():
    """To the clinician: an empty page is a first question, and advice stands beside it."""
    case = new_case("Zeester", region="vl", language="nl", today=TODAY)
    groups = ready_view(case, "nl", BOOK, (), today=TODAY)["points"]["groups"]

    assert [group["id"] for group in groups] == [group.value for group in PointGroup]
    for group in groups:
        said = [one.rule for one in prompts(PointGroup(group["id"]), BOOK)]
        assert [one["rule"] for one in group["advice"]] == said


def test_what_is_about_a_point_is_read_there_and_not_counted_twice():
    """To the therapist: the list at the top stays short."""
    about_a_point = Finding("R-B8", Severity.SOFT, f"return_plan.ready.{POINT.id}")
    other = Finding("R-F6", Severity.SOFT, "network")

    view = ready_view(noor(), "nl", BOOK, (about_a_point, other), today=TODAY)

    assert view["lighter"] == say_count("ready.lighter", "nl", 1)
    (group,) = [one for one in view["points"]["groups"] if one["id"] == POINT.group]
    assert group["mind"] == say_count("ready.mind", "nl", 1)


def test_a_rule_set_aside_for_a_day_says_which():
    """To the team: a reason for one Monday is no reason for the next."""
    override = RuleOverride(id="o-1", rule="R-T1", reason="feest", where="2026-11-30")
    case = noor().with_item("return_plan.overrides", override)

    (row,) = ready_view(case, "nl", BOOK, (), today=TODAY)["aside"]["rows"]

    assert row["for"] == "voor ma 30 nov"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", BOOK.rules)
def test_why_names_texts_review_and_for_the_law_its_dates(rule, language):
    """To the reader: a practice rule is not taken for proof, and old law not for law."""
    told = rule_source(BOOK, rule, language, today=TODAY)

    assert say("ready.not-reviewed", language) in told
    is_law = say("ready.law-never-checked", language) in told
    assert is_law is (BOOK.rules[rule].law is not None)


@pytest.mark.parametrize(
    ("checked_on", "key"),
    [
        (TODAY - timedelta(days=300), "ready.law-checked"),
        (TODAY - timedelta(days=400), "ready.law-stale"),
    ],
)
def test_a_check_of_the_law_fades_after_twelve_months(checked_on, key):
    """To the therapist: a date is only worth its age."""
    entry = replace(BOOK.measures["compulsory-attendance"], checked_on=checked_on)

    told = entry_source(entry, "en", today=TODAY)[-1]

    assert told.startswith(say(key, "en", on="").partition(" on")[0])
    assert str(checked_on.year) in told


def test_no_part_of_the_page_hides_a_gesture_of_another():
    """To the next developer: the parts are mixed into one page, and share its names."""
    parts = [part for part in ReturnPlanPage.__mro__ if part.__name__.endswith("Intents")]
    names = [name for part in parts for name in vars(part) if not name.startswith("__")]
    named = [name for name in names if name != "session"]

    assert sorted(named) == sorted(set(named))
