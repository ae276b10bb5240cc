"""Any case, any day: no hard rule is broken, and "none exists" is true."""

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings

from caseform.model import (
    Away,
    Case,
    Escort,
    FreeDay,
    LessonBlock,
    Phrase,
    PlannedDay,
    RuleOverride,
    Severity,
    SpecialWeek,
    SpecialWeekKind,
)
from caseform.planner import (
    DatedPlan,
    PlanClash,
    _program,
    _situation,
    dated_plan,
    to_json,
)
from caseform.school_calendar import SchoolCalendar, _lessons
from planner.independent_checker import Week, faults
from planner.weeks import as_json, cases, school_days_around
from support.cases import TODAY, noor

IS_RELEASE = bool(os.environ.get("CASEFORM_RELEASE"))
MANY = 10_000 if IS_RELEASE else 400
SOME = 1_000 if IS_RELEASE else 60

pytestmark = pytest.mark.timeout(3600 if IS_RELEASE else 180)

calm = settings(
    max_examples=MANY, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
small = settings(calm, max_examples=SOME)
counted: Counter[str] = Counter()


@pytest.fixture(autouse=True, scope="module")
def figures() -> Iterator[None]:
    """Print how many cases were drawn and what became of them, where all of them are asked for."""
    yield
    if IS_RELEASE:
        names = ("cases", "planned", "none exists", "refused", "clashes", "broken rules")
        print("", *(f"{name}: {counted[name]}" for name in names), sep="\n")


def planned(case: Case, today: date, days: int | None = None) -> DatedPlan:
    return dated_plan(case, today=today, calendar=SchoolCalendar.for_case(case), days=days)


def week_of(case: Case, today: date, **more: int) -> Week:
    return Week(as_json(case), school_days_around(case, today), today, **more)


def can_be_asked(case: Case) -> bool:
    """Whether there is a ladder at all: a case in which every step is passed over has none."""
    return any(not step.is_skipped for step in case.return_plan.steps)


def places_of(week: Week, plan: DatedPlan) -> list[int | None]:
    return [None if day.step is None else week.ids.index(day.step) for day in plan.days]


@calm
@given(cases())
def test_no_plan_breaks_a_hard_rule(drawn: tuple[Case, date]) -> None:
    """To the family: what the screen proposes never asks more than the field says is wise."""
    case, today = drawn
    if not can_be_asked(case):
        assert planned(case, today).days == ()
        return
    week, plan = week_of(case, today), planned(case, today)
    counted["cases"] += 1
    if week.is_refused():
        counted["refused"] += 1
        assert plan.days == ()
        assert plan.clash is None
        assert plan.findings[0].severity is Severity.HARD
        return
    assert bool(plan.days) == (week.fitting(week.days) == len(week.days))
    if plan.days:
        counted["planned"] += 1
        found = faults(week, to_json(plan))
        counted["broken rules"] += len(found)
        assert found == []
        assert plan.gap == 0
    else:
        counted["none exists"] += 1
        assert plan.clash is not None
        assert [f.rule for f in plan.findings] == list(plan.clash.rules)


@small
@given(cases())
def test_no_plan_that_keeps_the_rules_is_better(drawn: tuple[Case, date]) -> None:
    """To the clinician: of all plans that the rules leave, this one asks the fewest favours."""
    case, today = drawn
    if not can_be_asked(case) or week_of(case, today).is_refused():
        return
    week = week_of(case, today)
    fitting = week.fitting(week.ahead)
    if fitting < len(week.days):
        return
    days = week.ahead[:fitting]
    plan = planned(case, today, days=fitting)
    event(f"{fitting // 10 * 10} days")
    assert week.worth(days, places_of(week, plan)) == week.best(days)


@small
@given(cases(most_steps=3, most_agreed=2, horizon=5))
def test_the_second_reading_finds_what_looking_at_every_row_finds(
    drawn: tuple[Case, date],
) -> None:
    """To the reviewer: the checker that the plans are held against was itself held to all rows."""
    case, today = drawn
    if not can_be_asked(case):
        return
    week = week_of(case, today)
    rows = week.every_row(week.days)
    assert bool(rows) == (week.fitting(week.days) == len(week.days))
    best = min((week.worth(week.days, row) for row in rows), default=None)
    assert best == week.best(week.days)


@small
@given(cases(most_steps=8))
def test_two_weeks_are_the_beginning_of_a_term_and_a_term_that_of_a_year(
    drawn: tuple[Case, date],
) -> None:
    """To the family: what they are shown and what the therapist looks at further is one plan."""
    case, today = drawn
    year = planned(case, today, days=150)
    if not year.days:
        return
    for days in (10, 60):
        assert planned(case, today, days=days).days == year.days[:days]
    assert faults(week_of(case, today, count=150), to_json(year)) == []


@settings(small, max_examples=5 * SOME)
@given(cases(most_steps=3, most_agreed=3))
def test_a_clash_is_real_and_cannot_be_made_smaller(drawn: tuple[Case, date]) -> None:
    """To the clinician: what is named clashes by itself, and nothing is named in vain."""
    case, today = drawn
    plan = planned(case, today)
    if plan.clash is None:
        return
    counted["clashes"] += 1
    event(", ".join(plan.clash.rules))
    until = plan.clash.until
    alone = without_the_rest(case, plan.clash)
    assert not can_be_planned(alone, today, plan.clash, until)
    less = [setting_aside(alone, rule) for rule in plan.clash.rules]
    less += [without_fact(alone, fact) for fact in plan.clash.facts]
    for case_with_less in less:
        assert can_be_planned(case_with_less, today, plan.clash, until)


@settings(small, max_examples=5 * SOME)
@given(cases(most_steps=3, most_agreed=2))
def test_a_way_out_leads_where_it_says(drawn: tuple[Case, date]) -> None:
    """To the clinician: what is said to help has been tried."""
    case, today = drawn
    plan = planned(case, today)
    if plan.clash is None:
        return
    assert len(plan.clash.ways_out) == len(plan.clash.facts) + len(plan.clash.rules)
    tried = [without_fact(case, fact) for fact in plan.clash.facts]
    tried += [setting_aside(case, rule) for rule in plan.clash.rules]
    for way, loosened in zip(plan.clash.ways_out, tried, strict=True):
        event(f"leads to a plan: {way.leads_to_plan}")
        week = week_of(loosened, today)
        assert way.leads_to_plan == (week.fitting(week.days) == len(week.days))
        for language in ("nl", "en"):
            assert way.words.in_(language).endswith(".")
            assert way.consequence.in_(language).endswith(".")


def can_be_planned(case: Case, today: date, clash: PlanClash, until: date) -> bool:
    """Whether a plan exists up to a day, as the second reading finds.

    What was agreed for a day that the clash does not name may be kept or not, whichever helps.
    """
    named = {fact.blanks["day"] for fact in clash.facts if fact.key == "plan.day-agreed"}
    free = [day for day in case.return_plan.days if day.agreed and day.on not in named]
    for number in range(len(free) + 1):
        for gone in combinations(free, number):
            kept = tuple(day for day in case.return_plan.days if day not in gone)
            week = week_of(case.with_items("return_plan.days", kept), today)
            days = [day for day in week.days if day <= until]
            if week.fitting(days) == len(days):
                return True
    return False


def without_the_rest(case: Case, clash: PlanClash) -> Case:
    """Take away each rule and each fact that the clash does not name, but for agreed days."""
    whole_week = ("plan.nobody-receives", "plan.nobody-travels", "plan.no-lesson")
    week = [Phrase(key, {"weekday": weekday}) for key in whole_week for weekday in range(5)]
    once = ("plan.nobody-receives-that-day", "plan.nobody-travels-that-day")
    first = min((row.starts for row in case.return_plan.away), default=clash.until)
    dates = [first + timedelta(days=n) for n in range((clash.until - first).days + 1)]
    week += [Phrase(key, {"day": day}) for key in once for day in dates]
    week += [_special(one) for one in case.school.special_weeks]
    week.append(Phrase("plan.rise-held", {"day": case.return_plan.hold_until}))
    for fact in week:
        if fact not in clash.facts:
            case = without_fact(case, fact)
    rules = {"R-T1", "R-T2", "R-T6", "R-S1", "R-H1", "R-H11"} - set(clash.rules)
    return setting_aside(case, *rules)


def without_fact(case: Case, fact: Phrase) -> Case:
    """Take one fact away, as the clinician would: another day, another person, another lesson."""
    plan, on = case.return_plan, fact.blanks.get("day")
    if fact.key == "plan.day-agreed":
        kept = tuple(day for day in plan.days if day.on != on)
        return case.with_items("return_plan.days", kept)
    if fact.key == "plan.rise-held":
        held = plan.model_copy(update={"hold_until": None})
        return case.model_copy(update={"return_plan": held})
    if fact.key.startswith("plan.special-"):
        return case.with_items("school.special_weeks", ())
    if isinstance(on, date):
        who = {e.person for e in plan.escorts if on.weekday() in e.weekdays}
        if fact.key == "plan.nobody-receives-that-day":
            who = {plan.how.receiver, plan.how.stand_in} - {None}
        return _back_on(case, on, who)
    weekday = fact.blanks["weekday"]
    assert isinstance(weekday, int)
    helper = f"p-help-{weekday}"
    if fact.key == "plan.nobody-receives":
        named = plan.how.receiver or plan.how.stand_in
        if not named or week_has(case, weekday, (plan.how.receiver, plan.how.stand_in)):
            return case
        contact = next(c for c in case.school.contacts if c.person == named)
        there = contact.model_copy(update={"available": (*contact.available, weekday)})
        others = tuple(c for c in case.school.contacts if c != contact)
        case = case.with_items("school.contacts", (*others, there))
        for on in [on for row in plan.away for on in _days_of(row) if on.weekday() == weekday]:
            case = _back_on(case, on, {contact.person})
        return case
    if fact.key == "plan.nobody-travels":
        if any(weekday in e.weekdays for e in plan.escorts) or not plan.escorts:
            return case
        along = Escort(id=f"e-{weekday}", person=helper, weekdays=(weekday,))
        return case.with_item("return_plan.escorts", along)
    lesson = LessonBlock(
        id=f"b-extra-{weekday}",
        weekday=weekday,
        starts=time(14, 30),
        ends=time(15, 20),
        subject="tekenen",
        liking=-2,
    )
    # A step that names no lesson of this timetable is not kept from any day by it.
    known = {block.id for block in case.school.timetable}
    steps = tuple(
        step.model_copy(update={"blocks": (*step.blocks, lesson.id)})
        if known & set(step.blocks)
        else step
        for step in case.return_plan.steps
    )
    case = case.with_item("school.timetable", lesson)
    return case.with_items("return_plan.steps", steps)


def week_has(case: Case, weekday: int, people: tuple[str | None, ...]) -> bool:
    """Whether one of them receives on that weekday, or was not asked yet."""
    for who in people:
        asked = [c.available for c in case.school.contacts if c.person == who and c.available]
        if who is not None and (not asked or any(weekday in days for days in asked)):
            return True
    return False


def _days_of(row: Away) -> list[date]:
    return [row.starts + timedelta(days=n) for n in range((row.ends - row.starts).days + 1)]


def _back_on(case: Case, on: date, people: set[str | None]) -> Case:
    """Let people who are away be there on one day."""
    rows: list[Away] = []
    for row in case.return_plan.away:
        if row.person not in people or on not in _days_of(row):
            rows.append(row)
            continue
        before, after = on - timedelta(days=1), on + timedelta(days=1)
        for first, last in ((row.starts, before), (after, row.ends)):
            if first <= last:
                dates = {"id": f"{row.id}-{first}", "starts": first, "ends": last}
                rows.append(row.model_copy(update=dates))
    return case.with_items("return_plan.away", tuple(rows))


def _special(week: SpecialWeek) -> Phrase:
    return Phrase(f"plan.special-{week.kind}", {"starts": week.starts, "ends": week.ends})


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
    "leaves a step too soon": (_program, "days_needed", lambda *_: 0),
    "forgets who is there": (_situation.Situation, "in_the_way", lambda *_: ()),
    "forgets free days": (SchoolCalendar, "is_first_after_break", lambda *_: False),
    "forgets what was agreed": (_situation.Situation, "place_of", lambda about, _: about.level),
    "forgets that nothing is added yet": (_situation.Situation, "is_held", lambda *_: False),
    "forgets exams": (_situation.Situation, "is_special", lambda *_: False),
    "takes any lesson": (_lessons, "_rank", lambda block, *_: block.id),
    "forgets what is better": (_program, "preferences_against", lambda *_: []),
}


def _with_free_thursdays(case: Case, today: date) -> Case:
    dates = (today + timedelta(days=n) for n in range(90))
    free = (FreeDay(id=f"v-{on}", on=on) for on in dates if on.weekday() == 3)
    return case.with_items("school.free_days", tuple(free))


def _held(case: Case, today: date) -> Case:
    held = {"hold_until": today + timedelta(weeks=4)}
    plan = case.return_plan.model_copy(update=held)
    return case.model_copy(update={"return_plan": plan})


def _in_exams(case: Case, today: date) -> Case:
    ends = today + timedelta(weeks=4)
    exams = SpecialWeek(id="w-1", kind=SpecialWeekKind.EXAMS, starts=today, ends=ends)
    return case.with_items("school.special_weeks", (exams,))


# A fault that few drawn cases would show is looked for where it matters.
WHERE_IT_MATTERS = {
    "forgets free days": _with_free_thursdays,
    "forgets that nothing is added yet": _held,
    "forgets exams": _in_exams,
}


@pytest.mark.parametrize("fault", PLANTED)
def test_the_checker_sees_a_planted_fault(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the next developer: the checker above has teeth."""
    where, name, planted = PLANTED[fault]
    monkeypatch.setattr(where, name, planted)

    @settings(calm, max_examples=MANY, phases=(Phase.generate,), report_multiple_bugs=False)
    @given(cases())
    def look(drawn: tuple[Case, date]) -> None:
        case, today = drawn
        if fault in WHERE_IT_MATTERS:
            case = WHERE_IT_MATTERS[fault](case, today)
        if not can_be_asked(case):
            return
        week = week_of(case, today)
        plan = planned(case, today, days=len(week.ahead))
        if plan.days:
            week.days = week.ahead
            assert faults(week, to_json(plan)) == []
            assert week.worth(week.ahead, places_of(week, plan)) == week.best(week.ahead)

    with pytest.raises(AssertionError):
        look()


def test_an_agreed_day_is_the_clinicians_and_stays() -> None:
    """To the school: what was promised for Thursday is what the page says on Thursday."""
    case = noor()
    steps = case.return_plan.steps
    day = PlannedDay(id="d-x", on=date(2026, 11, 26), step=steps[0].id, agreed=True)
    plan = planned(case.with_items("return_plan.days", (day,)), TODAY)
    kept = next(one for one in plan.days if one.date == day.on)
    assert kept.step == steps[0].id
    assert kept.is_agreed
