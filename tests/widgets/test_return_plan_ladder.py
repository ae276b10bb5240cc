"""The ladder as the therapist and the young person make it, gesture by gesture."""

import pytest

from caseform import catalogue
from caseform.model import DistressRating, DistressScale, HowFar, LogDay, StepDemand, StepKind
from caseform.session import new_case
from caseform.text import LANGUAGES
from caseform.widgets.return_plan import ReturnPlanPage
from caseform.widgets.return_plan._view import return_plan_view
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


def _plan(page):
    return page.session.case.return_plan


def _rows(page):
    return page.view["page"]["ladder"]["steps"]


def test_the_first_step_is_the_step_of_now(blank):
    """A new ladder has a place to begin."""
    send(blank, "add-step", text="tas klaar\ntot het hek", field="return.new-step")

    plan = blank.session.case.return_plan
    assert [step.words for step in plan.steps] == ["tas klaar", "tot het hek"]
    assert plan.current == plan.steps[0].id


def test_a_later_step_goes_to_the_end_and_leaves_now_where_it_is(page):
    """What is practised now does not change by thinking ahead."""
    send(page, "add-step", text="één les")

    plan = page.session.case.return_plan
    assert [step.words for step in plan.steps][-1] == "één les"
    assert plan.current == "s-1"


def test_nothing_typed_adds_nothing(page):
    """Enter on an empty line is no step."""
    before = page.session.case

    send(page, "add-step", text="  \n ")

    assert page.session.case == before


def test_a_ladder_from_the_sources_is_a_beginning_that_one_undo_takes_back(blank):
    """Offered, never filled in by itself."""
    assert blank.session.case.return_plan.steps == ()
    send(blank, "add-ladder", id="distance")
    assert blank.session.case.return_plan.steps[0].reaches is HowFar.GATE

    send(blank, "undo")

    assert blank.session.case.return_plan.steps == ()


@pytest.mark.parametrize(
    ("name", "told", "kept"),
    [
        ("words", {"text": "tot de poort"}, "tot de poort"),
        ("helps", {"text": "muziek"}, "muziek"),
        ("minutes", {"text": "20"}, 20),
        ("minutes", {"text": ""}, 0),
        ("kind", {"value": "time"}, StepKind.TIME),
        ("kind", {"value": None}, None),
        ("reaches", {"value": "bench"}, HowFar.BENCH),
        ("at_least_days", {"text": "5"}, 5),
        ("asks", {"value": "lowered"}, StepDemand.LOWERED),
        ("with_whom", {"text": "Anouk"}, "Anouk"),
        ("is_first_time", {"value": True}, True),
        ("is_first_time", {"value": None}, None),
    ],
)
def test_each_part_of_a_step_can_be_changed(page, name, told, kept):
    """The young person finds better words on the way."""
    send(page, "edit-step", id="s-1", name=name, **told)

    assert getattr(page.session.case.return_plan.steps[0], name) == kept


def test_the_expected_tension_keeps_its_scale_and_can_be_taken_back(page):
    """What a person said is never put on another scale."""
    send(page, "edit-step", id="s-2", name="predicted", value=4)
    assert page.view["page"]["ladder"]["steps"][1]["rating"] == "4/10"

    send(page, "edit-step", id="s-2", name="predicted", value=None)

    assert page.session.case.return_plan.steps[1].predicted is None


def test_steps_change_places(page):
    """The order is theirs."""
    send(page, "move-step", id="s-2", before="s-1")
    assert [step.id for step in page.session.case.return_plan.steps] == ["s-2", "s-1"]

    send(page, "move-step", id="s-2", before=None)

    assert [step.id for step in page.session.case.return_plan.steps] == ["s-1", "s-2"]


def test_a_step_that_goes_takes_its_days_along_and_now_moves_on(page):
    """No day is left that points at nothing; one undo brings all of it back."""
    before = page.session.case
    send(page, "remove-step", id="s-1")

    plan = page.session.case.return_plan
    assert ([step.id for step in plan.steps], plan.current) == (["s-2"], "s-2")
    assert [day.step for day in plan.days] == ["s-2"]
    send(page, "undo")
    assert page.session.case == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scale_says_what_its_ends_mean(language):
    """A number without its ends is a guess."""
    label = return_plan_view(noor(), language, today=TODAY)["ladder"]["words"]["predicted"]

    assert "0" in label
    assert "10" in label


# What young people asked of such a ladder elsewhere: numbers fine enough to say it, repeating,
# dates left out, their own order, no duty to cope, calm, and their own words.


def test_tension_has_eleven_numbers_and_for_a_young_child_five_faces(page):
    """Five numbers were too few to say it; a young child points at a face."""
    scales = page.view["page"]["ladder"]["words"]["scales"]
    assert [one["id"] for one in scales["0-10"]] == [str(n) for n in range(11)]
    assert len(scales["faces-5"]) == 5

    send(page, "edit-step", id="s-2", name="predicted", value=2, scale="faces-5")

    kept = DistressRating(value=2, scale=DistressScale.FACES)
    assert _plan(page).steps[1].predicted == kept
    assert _rows(page)[1]["rating"] == "2/5"


def test_the_scale_that_was_used_last_is_offered_first(page):
    """Who once pointed at a face is not asked for a number the next time."""
    assert page.view["page"]["ladder"]["scale"] == "0-10"

    send(page, "edit-step", id="s-2", name="predicted", value=2, scale="faces-5")

    assert page.view["page"]["ladder"]["scale"] == "faces-5"


def test_a_step_can_be_repeated_for_as_long_as_it_takes(page):
    """Several times before the next, without anyone counting it against you."""
    send(page, "edit-step", id="s-1", name="at_least_days", text="6")

    assert _plan(page).steps[0].at_least_days == 6
    assert _rows(page)[0]["about"] == "minstens 6 dagen"


def test_a_ladder_needs_no_date_no_number_and_nothing_that_helps(blank):
    """Words are enough to begin: the rest is asked, never required."""
    send(blank, "add-step", text="de tas klaarzetten")

    (step,) = _plan(blank).steps
    assert (step.predicted, step.helps, step.minutes) == (None, "", 0)
    assert _plan(blank).days == ()


def test_a_step_goes_anywhere_whatever_its_number(page):
    """The order is not the order of the numbers."""
    send(page, "edit-step", id="s-1", name="predicted", value=9)
    send(page, "edit-step", id="s-2", name="predicted", value=1)
    assert [step.id for step in _plan(page).steps] == ["s-1", "s-2"]

    send(page, "move-step", id="s-2", before="s-1")

    assert [step.id for step in _plan(page).steps] == ["s-2", "s-1"]


def test_the_words_of_a_step_stay_as_they_were_said(page):
    """No word of ours is put in the place of theirs."""
    words = "met m'n koptelefoon op langs de fietsen <3"

    send(page, "edit-step", id="s-1", name="words", text=words)

    assert _rows(page)[0]["words"] == words


def test_the_young_person_is_shown_one_to_three_steps_of_those_that_are_shared(page):
    """A whole ladder frightens; what comes first does not."""
    for words in ("tot het raam", "naar binnen", "één les"):
        send(page, "add-step", text=words)
    steps = _plan(page).steps
    assert [s["words"] for s in page.view["page"]["ladder"]["seen"]["steps"]] == [
        "tot het hek",
        "tot het bankje",
    ]

    for step in steps:
        send(page, "share-step", id=step.id, on=True)

    seen = page.view["page"]["ladder"]["seen"]
    assert [s["words"] for s in seen["steps"]] == ["tot het hek", "tot het bankje", "tot het raam"]
    assert [s["is_now"] for s in seen["steps"]] == [True, False, False]


def test_what_is_no_longer_shared_is_no_longer_seen_and_others_still_see_it(page):
    """One tick is about one young person, not about their parents."""
    send(page, "share-step", id="s-2", on=False)

    assert _plan(page).steps[1].shared_with == ("parents",)
    assert [s["words"] for s in page.view["page"]["ladder"]["seen"]["steps"]] == ["tot het hek"]


def test_examples_are_offered_at_any_time_and_each_says_where_it_comes_from(page):
    """A starting point is welcome halfway too."""
    ladders = page.view["page"]["ladder"]["begin"]["ladders"]
    assert {one["id"] for one in ladders} == set(catalogue.load().ladders)
    for one in ladders:
        assert one["steps"]
        assert "tekst" in one["source"]
    before = [step.id for step in _plan(page).steps]

    send(page, "add-ladder", id="social")

    assert [step.id for step in _plan(page).steps][: len(before)] == before
    assert _plan(page).current == "s-1"


def test_a_step_takes_so_many_lessons_or_these_lessons_never_both(page):
    """What the planner reads has one meaning."""
    send(page, "step-lessons", id="s-2", text="2")
    assert (_plan(page).steps[1].lessons, _plan(page).steps[1].blocks) == (2, ())

    send(page, "step-has", id="s-2", name="blocks", one="b-3", on=True)
    assert (_plan(page).steps[1].lessons, _plan(page).steps[1].blocks) == (0, ("b-3",))

    send(page, "step-lessons", id="s-2", value=0)
    assert (_plan(page).steps[1].lessons, _plan(page).steps[1].blocks) == (0, ())


@pytest.mark.parametrize("far", ["99", "9" * 5000])
@pytest.mark.parametrize(
    ("most", "kind", "named"),
    [
        ("12", "step-lessons", {}),
        ("1440", "edit-step", {"name": "minutes"}),
        ("60", "edit-step", {"name": "at_least_days"}),
    ],
)
def test_a_number_that_no_step_can_have_says_how_far_it_goes(page, most, kind, named, far):
    """To the therapist: a slip of the finger is told in words, and not by the name of a field."""
    before = page.session.case

    told = problem(send(page, kind, id="s-2", text=far * 2, **named))

    assert told == f"Dat is te veel. Typ een getal tot en met {most}."
    assert page.session.case == before


def test_lessons_are_chosen_from_the_week_of_now(page):
    """An old timetable is not chosen from, unless the step still counts on a lesson of it."""
    old = next(block for block in noor().school.timetable if block.id == "b-3")
    ended = old.model_copy(update={"until": TODAY.replace(day=20)})
    page = ReturnPlanPage(session(noor().with_item("school.timetable", ended)))

    def offered():
        week = _rows(page)[1]["form"]["week"]
        return {one["id"]: one["on"] for day in week for one in day["blocks"]}

    assert set(offered()) == {"b-0", "b-1", "b-2", "b-4"}

    send(page, "step-has", id="s-2", name="blocks", one="b-3", on=True)

    assert [one for one, on in offered().items() if on] == ["b-3"]


@pytest.mark.parametrize(
    ("name", "one"),
    [("moments", "break"), ("chosen_by", "p-1"), ("factors", "f-1"), ("goals", "g-1")],
)
def test_a_step_knows_its_moments_its_people_its_cards_and_its_goals(page, name, one):
    """What it works on, and who chose it."""
    send(page, "step-has", id="s-1", name=name, one=one, on=True)
    assert [str(each) for each in getattr(_plan(page).steps[0], name)] == [one]

    send(page, "step-has", id="s-1", name=name, one=one, on=False)

    assert getattr(_plan(page).steps[0], name) == ()


def test_a_step_that_is_too_big_becomes_two_and_one_undo_makes_it_one_again(page):
    """What was said on its days stays with the second; the first is a fresh, smaller one."""
    before = page.session.case
    (said,) = send(page, "split-step", id="s-1", first=" tot de brug ", second="tot het hek")
    assert said == {"kind": "answer", "what": "split", "problem": ""}

    steps = _plan(page).steps
    assert [step.words for step in steps] == ["tot de brug", "tot het hek", "tot het bankje"]
    assert (steps[1].id, _plan(page).current) == ("s-1", steps[0].id)
    send(page, "undo")
    assert page.session.case == before


def test_half_a_step_without_words_is_refused_inside_its_dialog(page):
    """What was typed stays there to be finished."""
    before = page.session.case

    assert problem(send(page, "split-step", id="s-1", first=" ", second="tot het hek"))

    assert page.session.case == before


def test_a_step_that_is_passed_over_stays_on_the_ladder_and_can_come_back(page):
    """Passing over is no loss; now moves to the nearest step that is left."""
    send(page, "skip-step", id="s-1", on=True)
    assert (_plan(page).steps[0].is_skipped, _plan(page).current) == (True, "s-2")
    assert _rows(page)[0]["is_skipped"]

    send(page, "skip-step", id="s-1", on=False)

    assert not _plan(page).steps[0].is_skipped


def test_what_was_expected_is_read_beside_what_was_said_and_scales_are_not_mixed():
    """The gap between fear and afternoon is what they learn from."""
    case = noor()
    for n, (value, scale) in enumerate([(5, "0-10"), (3, "0-10"), (2, "faces-5")]):
        day = LogDay(
            id=f"l-9{n}",
            on=TODAY.replace(day=10 + n),
            step="s-1",
            done=n != 1,
            tension=DistressRating(value=value, scale=DistressScale(scale)),
        )
        case = case.with_item("log", day)

    told = return_plan_view(case, "nl", today=TODAY)["ladder"]["steps"][0]["happened"]

    assert told["line"] == {"low": 0, "high": 10, "expected": 2, "said": [5, 3]}
    assert told["sum"] == "Op 3 dagen gedaan."
    assert [day["text"] for day in told["days"]] == [
        "gedaan",
        "het liep anders",
        "gedaan",
        "gedaan",
    ]
    assert [day["rating"] for day in told["days"]] == ["5/10", "3/10", "2/5", ""]
