"""What if: each question is answered in plain words, and nothing is kept until it is taken."""

from datetime import date, timedelta
from itertools import count
from time import perf_counter, process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseform import demo
from caseform.errors import InvalidCaseError
from caseform.model import Case, EditField, Escort, FreeDayKind, PlannedDay, RemoveItem
from caseform.planner import (
    Come,
    Direction,
    Hold,
    Holiday,
    Ill,
    OtherReceiver,
    Skip,
    StepBack,
    WhatIf,
    Wish,
    dated_plan,
    keeping,
    may_rise,
    stale,
    to_json,
    what_if,
)
from caseform.school_calendar import SchoolCalendar
from planner.independent_checker import Week, faults
from planner.story import LADDER, scenarios
from planner.weeks import as_json, cases, school_days_around

TOLD = {told.name: told for told in scenarios()}
FORTNIGHT = TOLD["an-ordinary-fortnight: the plan"]
TODAY = FORTNIGHT.today
WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (25, 26, 27))
MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)

# "Within three seconds", as the question is asked with a family in the room.
ANSWERED_WITHIN_S = 3.0

WISHES: dict[str, Wish] = {
    "monday": Come(MONDAY),
    "friday": Come(FRIDAY),
    "hold": Hold(date(2026, 12, 4)),
    "step back": StepBack(),
    "skip": Skip("s-bench"),
    "other receiver": OtherReceiver("p-grandpa", THURSDAY, MONDAY),
    "ill": Ill(THURSDAY, FRIDAY),
    "holiday": Holiday(FRIDAY, MONDAY, "bruiloft van tante"),
}


def numbered():
    numbers = count(1)
    return lambda kind: f"{kind}-w{next(numbers)}"


def asked(wish: Wish, case: Case = FORTNIGHT.case) -> WhatIf:
    calendar = SchoolCalendar.for_case(case)
    return what_if(case, wish, today=TODAY, calendar=calendar, new_id=numbered())


def kept(wish: Wish, case: Case = FORTNIGHT.case) -> Case:
    numbers = numbered()
    calendar = SchoolCalendar.for_case(case)
    answer = what_if(case, wish, today=TODAY, calendar=calendar, new_id=numbers)
    return keeping(case, answer, new_id=numbers).apply(case)


def promised(**steps: date) -> Case:
    """The fortnight, with some steps agreed."""
    days = tuple(
        PlannedDay(id=f"d-{on}", on=on, step=LADDER[name].id, agreed=True)
        for name, on in steps.items()
    )
    return FORTNIGHT.case.with_items("return_plan.days", days)


def steps_of(answer: WhatIf) -> dict[date, str | None]:
    return {day.date: day.step for day in answer.plan.days}


def said(answer: WhatIf) -> list[str]:
    return [reason.message("en") for reason in answer.reasons]


def test_can_he_come_on_monday_is_answered_with_the_reason_and_two_other_days() -> None:
    """To the parent who asks: not a bare no, but why, and when it can."""
    answer = asked(Come(MONDAY))

    assert not answer.is_possible
    assert [reason.rule for reason in answer.reasons] == ["R-T1"]
    assert said(answer) == [
        "Monday comes after the weekend and is hard enough: no new step that day."
    ]
    assert answer.instead == (FRIDAY, date(2026, 12, 3))
    assert all(asked(Come(day)).is_possible for day in answer.instead)


def test_a_day_on_which_he_can_come_gets_the_next_step_in_pencil() -> None:
    """To the young person: what they asked for is what is written."""
    case = kept(Come(FRIDAY))

    (friday,) = [day for day in case.return_plan.days if day.on == FRIDAY]
    assert (friday.step, friday.agreed) == ("s-bench", False)


def test_coming_on_a_day_with_another_agreement_asks_to_agree_again() -> None:
    """To everyone who agreed: a wish does not turn their word into another."""
    assert said(asked(Come(FRIDAY), promised(gate=FRIDAY))) == [
        "This was agreed and is in pencil again: Friday 27 November. Agree on it again."
    ]
    case = kept(Come(FRIDAY), promised(gate=FRIDAY))

    (friday,) = [day for day in case.return_plan.days if day.on == FRIDAY]
    assert (friday.step, friday.agreed) == ("s-bench", False)


def test_coming_as_agreed_leaves_the_agreement() -> None:
    """To everyone who agreed: asking again takes nothing back."""
    case = kept(Come(FRIDAY), promised(bench=FRIDAY))

    (friday,) = [day for day in case.return_plan.days if day.on == FRIDAY]
    assert friday == promised(bench=FRIDAY).return_plan.days[0]


def test_coming_on_a_day_that_has_more_already_takes_nothing_away() -> None:
    """To the young person: a question is no reason to go back to a smaller step."""
    last = dated_plan(
        FORTNIGHT.case, today=TODAY, calendar=SchoolCalendar.for_case(FORTNIGHT.case)
    ).days[-1]

    answer = asked(Come(last.date))

    assert last.step not in ("s-gate", "s-bench")
    assert answer.is_possible
    assert answer.moved == ()
    assert said(answer) == ["The plan has that already: ‘tot het raam’ on Tuesday 8 December."]


def test_where_only_support_weeks_are_left_two_days_in_them_are_named() -> None:
    """To the parent in the first weeks of a year: not a bare no to a day without school."""
    today, study_day = date(2027, 8, 30), date(2027, 9, 6)
    case, _ = demo.cases("return", today=today)
    calendar = SchoolCalendar.for_case(case)

    answer = what_if(case, Come(study_day), today=today, calendar=calendar)

    assert not answer.is_possible
    assert len(answer.instead) == 2
    for day in answer.instead:
        assert what_if(case, Come(day), today=today, calendar=calendar).is_possible


def test_a_step_back_is_not_undone_within_the_week() -> None:
    """To Sem's parents before Christmas: back at the gate, and no new step that same Friday."""
    today = date(2026, 12, 14)
    case, _ = demo.cases("return", today=today)

    answer = what_if(case, StepBack(), today=today, calendar=SchoolCalendar.for_case(case))

    rises = [day.date for day in answer.plan.days if day.direction is Direction.UP]
    assert rises == [date(2026, 12, 17), date(2027, 1, 7)]


def test_an_agreed_day_that_falls_away_is_not_agreed_on_again() -> None:
    """To the parents of an ill child: nobody asks them to agree on a day in bed."""
    case = promised(gate=THURSDAY, bench=FRIDAY)

    assert said(asked(Ill(THURSDAY, FRIDAY), case)) == []


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (
            date(2026, 11, 24),
            "Nothing can change on Tuesday 24 November any more: that day is past.",
        ),
        (
            date(2027, 1, 15),
            "The plan does not look as far ahead as Friday 15 January yet. Ask again later.",
        ),
        (date(2026, 11, 28), "There is no school on Saturday 28 November."),
    ],
)
def test_a_day_that_cannot_be_says_so_in_one_sentence(on: date, says: str) -> None:
    """To the clinician: every date that can be typed gets an answer."""
    answer = asked(Come(on))

    assert said(answer) == [says]
    assert not answer.is_possible


def test_what_is_refused_changes_nothing_when_it_is_taken_over() -> None:
    """To the clinician: a slip of the mouse after a no leaves the case as it was."""
    assert kept(Come(MONDAY)) == FORTNIGHT.case


def test_holding_asks_nothing_more_until_then() -> None:
    """To the young person: a pause is a pause."""
    answer = asked(Hold(FRIDAY), promised(bench=THURSDAY))

    assert all(answer.plan.days[at].direction is not Direction.UP for at in range(3))
    assert said(answer) == [
        "This was agreed and is in pencil again: Thursday 26 November. Agree on it again."
    ]
    assert kept(Hold(FRIDAY)).return_plan.hold_until == FRIDAY


def test_holding_until_a_day_that_is_past_is_refused() -> None:
    """To the clinician: a mistyped date is told at once."""
    assert said(asked(Hold(date(2026, 11, 20)))) == [
        "Nothing can change on Friday 20 November any more: that day is past."
    ]


def test_a_step_back_begins_with_the_step_before() -> None:
    """To the young person: smaller, and every day."""
    answer = asked(StepBack(), promised(gate=WEDNESDAY, bench=FRIDAY))

    assert steps_of(answer)[WEDNESDAY] == "s-bag"
    assert all(day.step is not None for day in answer.plan.days)
    assert "Wednesday 25 November and Friday 27 November" in said(answer)[-1]
    assert kept(StepBack()).return_plan.current == "s-bag"


def test_below_the_smallest_step_there_is_no_step_back() -> None:
    """To the young person: never to nothing."""
    case = EditField(path="return_plan.current", value="s-bag").apply(FORTNIGHT.case)

    answer = asked(StepBack(), case)

    assert not answer.is_possible
    assert said(answer) == [
        "This is the smallest step of the ladder already. "
        "Put a smaller one before it, or hold this one."
    ]


def test_a_skipped_step_is_on_no_day_and_stays_on_the_ladder() -> None:
    """To the young person: passed over is not thrown away."""
    answer = asked(Skip("s-bench"), promised(bench=FRIDAY))
    case = kept(Skip("s-bench"), promised(bench=FRIDAY))

    assert "s-bench" not in steps_of(answer).values()
    assert "s-window" in steps_of(answer).values()
    assert case.find("return_plan.steps", "s-bench").is_skipped
    assert "s-bench" not in {day.step for day in case.return_plan.days}


def test_skipping_the_present_step_goes_back_rather_than_up() -> None:
    """To the young person: no step comes that nobody is used to yet."""
    assert kept(Skip("s-gate")).return_plan.current == "s-bag"
    at_the_bottom = EditField(path="return_plan.current", value="s-bag").apply(FORTNIGHT.case)
    assert kept(Skip("s-bag"), at_the_bottom).return_plan.current == "s-gate"


def test_the_only_step_cannot_be_skipped() -> None:
    """To the young person: something small always stays."""
    case = FORTNIGHT.case
    for step in ("s-bag", "s-bench", "s-window", "s-cooking"):
        case = RemoveItem(collection="return_plan.steps", id=step).apply(case)

    answer = asked(Skip("s-gate"), case)

    assert not answer.is_possible
    assert said(answer) == ["This is the only step left on the ladder. Add another one first."]


def test_another_receiver_waits_on_those_days_and_the_usual_one_on_the_others() -> None:
    """To the young person: whose face it will be is known beforehand."""
    answer = asked(OtherReceiver("p-grandpa", THURSDAY, MONDAY))

    waits = {day.date: day.received_by for day in answer.plan.days if day.received_by}
    assert [waits[on] for on in (THURSDAY, FRIDAY, MONDAY)] == ["p-grandpa"] * 3
    assert "p-grandpa" not in {who for on, who in waits.items() if not THURSDAY <= on <= MONDAY}
    assert [moved.date for moved in answer.moved] == [THURSDAY, FRIDAY, MONDAY]


def test_where_nobody_receives_yet_the_other_becomes_the_receiver() -> None:
    """To the parents: the first name at the gate is simply the name at the gate."""
    case = EditField(path="return_plan.how.receiver", value=None).apply(FORTNIGHT.case)

    assert kept(OtherReceiver("p-mentor", THURSDAY, FRIDAY), case) != case
    after = kept(OtherReceiver("p-mentor", THURSDAY, FRIDAY), case).return_plan
    assert (after.how.receiver, after.away) == ("p-mentor", ())


def test_the_usual_receiver_changes_nothing() -> None:
    """To the clinician: asking for what is already so is no change."""
    assert not asked(OtherReceiver("p-mentor", THURSDAY, FRIDAY)).change.changes


def test_ill_days_are_days_off_and_the_day_after_adds_nothing() -> None:
    """To the young person: ill is ill, and coming back starts where it was."""
    case = promised(gate=THURSDAY, bench=MONDAY)
    answer, after = asked(Ill(WEDNESDAY, FRIDAY), case), kept(Ill(WEDNESDAY, FRIDAY), case)

    assert answer.plan.days[0].date == MONDAY
    assert steps_of(answer)[MONDAY] == "s-gate"
    assert [(day.on, day.until, day.kind) for day in after.school.free_days] == [
        (WEDNESDAY, FRIDAY, FreeDayKind.ILL)
    ]
    assert THURSDAY not in {day.on for day in after.return_plan.days}
    assert not any(day.agreed for day in after.return_plan.days)


def test_an_agreement_that_an_illness_leaves_alone_stays() -> None:
    """To everyone who agreed: only what cannot be kept is talked about again."""
    after = kept(Ill(THURSDAY, FRIDAY), promised(gate=WEDNESDAY, bench=MONDAY))

    assert [day.on for day in after.return_plan.days if day.agreed] == [WEDNESDAY]


def test_days_off_of_ones_own_keep_their_words() -> None:
    """To whoever reads the calendar: why there is no school."""
    after = kept(Holiday(FRIDAY, MONDAY, "bruiloft van tante"))

    calendar = SchoolCalendar.for_case(after)
    assert calendar.why_off(FRIDAY, "nl") == "bruiloft van tante"
    assert calendar.is_first_after_break(TUESDAY)


@pytest.mark.parametrize(
    "wish",
    [
        Ill(FRIDAY, THURSDAY),
        Holiday(FRIDAY, THURSDAY),
        OtherReceiver("p-grandpa", FRIDAY, THURSDAY),
    ],
)
def test_days_that_end_before_they_start_are_refused_in_one_sentence(wish: Wish) -> None:
    """To the clinician: a mistyped row of days leaves the case as it was."""
    with pytest.raises(InvalidCaseError) as refused:
        asked(wish)
    assert refused.value.key == "errors.ends-before-start"


@pytest.mark.parametrize("name", WISHES)
def test_the_same_question_gets_the_same_answer_and_keeps_nothing(name: str) -> None:
    """To the clinician: asking is free."""
    before = FORTNIGHT.case.model_dump_json()

    assert asked(WISHES[name]) == asked(WISHES[name])
    assert FORTNIGHT.case.model_dump_json() == before


@pytest.mark.parametrize("name", WISHES)
def test_what_is_taken_over_is_the_plan_from_then_on(name: str) -> None:
    """To the clinician: after "take this over" the page shows what the answer showed."""
    answer, after = asked(WISHES[name]), kept(WISHES[name])
    calendar = SchoolCalendar.for_case(after)
    again = dated_plan(after, today=TODAY, calendar=calendar)

    if not isinstance(WISHES[name], Come):
        assert [(d.date, d.step) for d in again.days] == [
            (d.date, d.step) for d in answer.plan.days
        ]
    assert stale(after, today=TODAY, calendar=calendar) is None
    if answer.is_possible:
        written = {day.on: day.step for day in after.return_plan.days}
        assert written == steps_of(answer)


def test_moved_days_are_exactly_those_that_become_others() -> None:
    """To the parents: what is shown as different is different."""
    now = dated_plan(FORTNIGHT.case, today=TODAY, calendar=SchoolCalendar.for_case(FORTNIGHT.case))
    before = {day.date: day.step for day in now.days}
    answer = asked(Ill(THURSDAY, FRIDAY))
    after = steps_of(answer)

    moved = {one.date for one in answer.moved}

    different = {on for on in before if before[on] != after.get(on)}
    assert moved == different
    assert {THURSDAY, FRIDAY} <= moved


def test_where_school_is_not_the_goal_days_off_can_still_be_written_down() -> None:
    """To a family that is not there yet: illness is written down, and nothing is planned."""
    told = TOLD["r-a-the-picture: return is not the goal"]
    calendar = SchoolCalendar.for_case(told.case)
    ill = what_if(told.case, Ill(THURSDAY, FRIDAY), today=TODAY, calendar=calendar)
    come = what_if(told.case, Come(FRIDAY), today=TODAY, calendar=calendar)

    assert ill.is_possible
    assert not ill.plan.days
    assert not come.is_possible
    assert [reason.rule for reason in come.reasons] == ["R-A9"]


def test_every_question_is_answered_within_three_seconds() -> None:
    """To a family in the room: an answer comes while the question is still in the air."""
    case, _ = demo.cases("return", today=TODAY)
    calendar = SchoolCalendar.for_case(case)
    dated_plan(case, today=TODAY, calendar=calendar)
    wishes = {
        **WISHES,
        "skip": Skip("s-4"),
        "other receiver": OtherReceiver("p6", THURSDAY, MONDAY),
    }
    took = {}

    for name, wish in wishes.items():
        begun, own = perf_counter(), process_time()
        what_if(case, wish, today=TODAY, calendar=calendar)
        took[name] = perf_counter() - begun, process_time() - own

    print(", ".join(f"{name} {wall * 1000:.0f} ms" for name, (wall, _) in took.items()))
    # Of the machine's own time: what else runs at the moment is not ours to promise.
    assert max(own for _, own in took.values()) < ANSWERED_WITHIN_S


def test_whether_he_can_come_is_what_the_plan_itself_says() -> None:
    """To the clinician: question and plan never contradict each other."""
    calendar = SchoolCalendar.for_case(FORTNIGHT.case)
    for day in calendar.known_school_days(TODAY, 10):
        rise = may_rise(FORTNIGHT.case, day, today=TODAY, calendar=calendar)
        assert asked(Come(day)).is_possible == rise.is_allowed


def test_a_wish_that_leaves_no_plan_says_what_stands_in_the_way() -> None:
    """To the clinician: what clashes is told, and no day is written over it."""
    mother = Escort(id="e-1", person="p-mother", weekdays=(0, 1, 3, 4))
    case = FORTNIGHT.case.with_items("return_plan.escorts", (mother,))

    answer = asked(Skip("s-bag"), case)

    assert not answer.is_possible
    assert not answer.plan.days
    assert "On Wednesday there is nobody yet to travel along." in " ".join(said(answer))
    assert keeping(case, answer) == answer.change


@st.composite
def wishes(draw: st.DrawFn, case: Case, today: date) -> Wish:
    """Draw any question about a case."""
    starts = today + timedelta(days=draw(st.integers(0, 14)))
    ends = starts + timedelta(days=draw(st.integers(0, 9)))
    return draw(
        st.sampled_from(
            [
                Come(starts),
                Hold(ends),
                StepBack(),
                Skip(draw(st.sampled_from([step.id for step in case.return_plan.steps]))),
                OtherReceiver("p-9", starts, ends),
                Ill(starts, ends),
                Holiday(starts, ends, "weg"),
            ]
        )
    )


def test_whatever_is_asked_of_whatever_case_no_hard_rule_is_broken() -> None:
    """To the family: a wish is granted within what the field says is wise, or not at all."""
    granted = refused = 0

    @settings(
        max_examples=60,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        nonlocal granted, refused
        case, today = data.draw(cases())
        wish = data.draw(wishes(case, today))
        calendar = SchoolCalendar.for_case(case)
        answer = what_if(case, wish, today=today, calendar=calendar)
        if not answer.is_possible:
            refused += 1
            return
        granted += 1
        after = answer.change.apply(case)
        kept = keeping(case, answer).apply(case)
        if isinstance(wish, Come):
            # The day that was asked for is fixed; it is judged as if it had been agreed.
            days = [
                day.model_copy(update={"agreed": day.agreed or day.on == wish.on})
                for day in kept.return_plan.days
            ]
            after = kept.with_items("return_plan.days", tuple(days))
        if answer.plan.days:
            week = Week(as_json(after), school_days_around(after, today), today)
            assert faults(week, to_json(answer.plan)) == []
        if answer.plan.days and not any(day.agreed for day in kept.return_plan.days):
            calendar = SchoolCalendar.for_case(kept)
            assert stale(kept, today=today, calendar=calendar) is None

    holds()
    print(f"granted: {granted}, refused with a reason: {refused}")
    assert granted > 20
    assert refused > 10
