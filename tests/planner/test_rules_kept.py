"""Any case, any day: no hard rule is broken, and "none exists" is true."""

import os
from datetime import date

import pytest
from hypothesis import HealthCheck, event, given, settings

from caseform.model import Case, Phrase, PlannedDay, RuleOverride
from caseform.planner import DatedPlan, PlanClash, _program, _rules, _situation, dated_plan, to_json
from caseform.school_calendar import SchoolCalendar
from planner.independent_checker import Week, faults
from planner.weeks import as_json, cases, school_days_around
from support.cases import TODAY, noor

IS_RELEASE = bool(os.environ.get("CASEFORM_RELEASE"))
MANY = 10_000 if IS_RELEASE else 400
SOME = 1_000 if IS_RELEASE else 60

pytestmark = pytest.mark.timeout(1200 if IS_RELEASE else 180)

calm = settings(
    max_examples=MANY, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
small = settings(calm, max_examples=SOME)


def planned(case: Case, today: date) -> DatedPlan:
    return dated_plan(case, today=today, calendar=SchoolCalendar.for_case(case))


def week_of(case: Case, today: date) -> Week:
    return Week(as_json(case), school_days_around(case, today), today)


@calm
@given(cases())
def test_no_plan_breaks_a_hard_rule(drawn: tuple[Case, date]) -> None:
    """To the family: what the screen proposes never asks more than the field says is wise."""
    case, today = drawn
    plan = planned(case, today)
    event("planned" if plan.days else "none exists")
    if plan.days:
        assert faults(week_of(case, today), to_json(plan)) == []
    else:
        assert plan.clash is not None
        assert [f.rule for f in plan.findings] == list(plan.clash.rules)


@small
@given(cases(most_steps=3, most_agreed=2, horizon=5))
def test_brute_force_finds_no_better_plan_and_none_where_none_exists(
    drawn: tuple[Case, date],
) -> None:
    """To the clinician: "no plan exists" is a fact, not a search that gave up."""
    case, today = drawn
    week = week_of(case, today)
    rows = week.every_row()
    plan = planned(case, today)
    assert bool(plan.days) == bool(rows)


@settings(small, max_examples=5 * SOME)
@given(cases(most_steps=3, most_agreed=3))
def test_a_clash_is_real_and_cannot_be_made_smaller(drawn: tuple[Case, date]) -> None:
    """To the clinician: what is named clashes by itself, and nothing is named in vain."""
    case, today = drawn
    plan = planned(case, today)
    if plan.clash is None:
        return
    event(", ".join(plan.clash.rules))
    until = plan.clash.until
    alone = without_the_rest(case, plan.clash)
    still = planned(alone, today)
    assert still.clash is not None
    assert still.clash.until <= until
    less = [setting_aside(alone, rule) for rule in plan.clash.rules]
    less += [without_fact(alone, fact) for fact in plan.clash.facts]
    for case_with_less in less:
        again = planned(case_with_less, today)
        assert again.clash is None or again.clash.until > until


def without_the_rest(case: Case, clash: PlanClash) -> Case:
    """Take away each rule and each fact that the clash does not name."""
    for key in ("plan.nobody-receives", "plan.nobody-travels", "plan.no-lesson"):
        for weekday in range(5):
            fact = Phrase(key, {"weekday": weekday})
            if fact not in clash.facts:
                case = without_fact(case, fact)
    named = {fact.blanks.get("day") for fact in clash.facts}
    for day in case.return_plan.days:
        if day.on not in named:
            case = without_fact(case, Phrase("plan.day-agreed", {"day": day.on}))
    rules = {"R-T1", "R-T2", "R-T6", "R-S1", "R-H1", "R-H11"} - set(clash.rules)
    return setting_aside(case, *rules)


def without_fact(case: Case, fact: Phrase) -> Case:
    """Take one fact away, as the clinician would: another day, another person, another lesson."""
    if fact.key == "plan.day-agreed":
        kept = tuple(d for d in case.return_plan.days if d.on != fact.blanks["day"])
        return case.with_items("return_plan.days", kept)
    weekday = fact.blanks["weekday"]
    assert isinstance(weekday, int)
    if fact.key == "plan.nobody-receives":
        contacts = case.school.contacts
        there = [c.model_copy(update={"available": (*c.available, weekday)}) for c in contacts]
        # Somebody whose days were not asked is taken to be there already.
        return case.with_items(
            "school.contacts",
            tuple(new if c.available else c for c, new in zip(contacts, there, strict=True)),
        )
    if fact.key == "plan.nobody-travels":
        escorts = case.return_plan.escorts
        along = [e.model_copy(update={"weekdays": (*e.weekdays, weekday)}) for e in escorts]
        return case.with_items("return_plan.escorts", tuple(along))
    steps = case.return_plan.steps
    lesson = [s.model_copy(update={"blocks": (*s.blocks, f"b-{weekday}-0")}) for s in steps]
    return case.with_items(
        "return_plan.steps",
        tuple(new if s.blocks else s for s, new in zip(steps, lesson, strict=True)),
    )


def setting_aside(case: Case, *rules: str) -> Case:
    new = tuple(RuleOverride(id=f"x-{r.lower()}", rule=r, reason="proef") for r in sorted(rules))
    return case.with_items("return_plan.overrides", (*case.return_plan.overrides, *new))


@small
@given(cases())
def test_the_same_case_gives_the_same_plan(drawn: tuple[Case, date]) -> None:
    """To everyone at the table: opening the page twice shows one plan."""
    case, today = drawn
    assert planned(case, today) == planned(Case.model_validate(case.model_dump()), today)


# What a careless change to the planner could look like.
PLANTED = {
    "rises on any day": (_program, "against_the_day", lambda *_: []),
    "leaves a step after one day": (_rules, "DAYS_BEFORE_A_RISE", 1),
    "forgets who is there": (_situation.Situation, "in_the_way", lambda *_: ()),
    "forgets free days": (SchoolCalendar, "is_first_after_break", lambda *_: False),
    "forgets what was agreed": (_situation.Situation, "place_of", lambda about, _: about.level),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_the_checker_sees_a_planted_fault(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the next developer: the checker above has teeth."""
    where, name, planted = PLANTED[fault]
    monkeypatch.setattr(where, name, planted)
    seen: list[str] = []

    @settings(calm, max_examples=300, database=None)
    @given(cases())
    def look(drawn: tuple[Case, date]) -> None:
        if seen:
            return
        case, today = drawn
        plan = planned(case, today)
        if plan.days:
            seen.extend(faults(week_of(case, today), to_json(plan)))

    look()
    assert seen


def test_an_agreed_day_is_the_clinicians_and_stays() -> None:
    """To the school: what was promised for Thursday is what the page says on Thursday."""
    case = noor()
    steps = case.return_plan.steps
    day = PlannedDay(id="d-x", on=date(2026, 11, 26), step=steps[0].id, agreed=True)
    plan = planned(case.with_items("return_plan.days", (day,)), TODAY)
    kept = next(one for one in plan.days if one.date == day.on)
    assert kept.step == steps[0].id
    assert kept.is_agreed
