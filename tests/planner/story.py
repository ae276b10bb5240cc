"""Reads the scenarios: weeks that can be read aloud, and what the rules say about them.

A scenario starts from an ordinary case in which everything is agreed, told below; it says only
what is different. Nobody here exists.
"""

import json
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from caseform import catalogue
from caseform.model import (
    AbsenceIdea,
    AbsenceType,
    Agreement,
    Answer,
    Assessment,
    Authority,
    Bearing,
    CareLevel,
    CareSystem,
    Case,
    CaseEvent,
    DayReason,
    DistressRating,
    EndGoal,
    Escort,
    Factor,
    FamilyAccommodation,
    FreeDay,
    Goal,
    GoalState,
    HowFar,
    LessonBlock,
    LogDay,
    NetworkMember,
    Observation,
    Person,
    PersonKind,
    Perspective,
    PlannedDay,
    Region,
    ReturnHow,
    ReturnPlan,
    ReturnStep,
    RuleOverride,
    SafetyCheck,
    School,
    SchoolAdjustment,
    SchoolContact,
    TriedAction,
)
from planner import ways_story

SCENARIOS = Path(__file__).parent / "scenarios"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")

PEOPLE = {
    "Mees": Person(id="p-mees", kind=PersonKind.YOUNG_PERSON, called="Mees"),
    "mother": Person(
        id="p-mother", kind=PersonKind.CAREGIVER, called="moeder", authority=Authority.RECORDED
    ),
    "grandpa": Person(id="p-grandpa", kind=PersonKind.RELATIVE, called="opa"),
    "mentor": Person(id="p-mentor", kind=PersonKind.SCHOOL, called="meneer Bakker"),
    "caretaker": Person(id="p-caretaker", kind=PersonKind.SCHOOL, called="de conciërge"),
}

COOKING = tuple(
    LessonBlock(
        id=f"b-cooking-{day.lower()}",
        weekday=WEEKDAYS.index(day),
        starts=time(10, 30),
        ends=time(11, 20),
        subject="koken",
    )
    for day in ("Tue", "Thu")
)

# The ladder of Mees, first step first: what it is called here, and how far it goes.
LADDER = {
    "bag": ReturnStep(id="s-bag", words="de tas klaarzetten", reaches=HowFar.DOWNSTAIRS),
    "gate": ReturnStep(id="s-gate", words="tot het hek", reaches=HowFar.GATE),
    "bench": ReturnStep(id="s-bench", words="tot het bankje", reaches=HowFar.BENCH),
    "window": ReturnStep(id="s-window", words="tot het raam", reaches=HowFar.WINDOW),
    "cooking": ReturnStep(
        id="s-cooking",
        words="de kookles",
        reaches=HowFar.CLASS,
        blocks=tuple(block.id for block in COOKING),
    ),
}

HOW = ReturnHow(
    travel="op de fiets",
    spot="bij het hek",
    receiver="p-mentor",
    stand_in="p-caretaker",
    goodbye="bij de fietsen",
    demands="nog geen huiswerk",
    refuge="lokaal 012, altijd, bij de mentor",
    reply="rustig blijven, even wachten, anders het hek aantikken",
    hard_week="terug naar de stap die lukte",
)


@dataclass(frozen=True)
class Scenario:
    """One told week.

    Args:
        name: The file and the part of it.
        tells: The week in one sentence.
        case: The case it tells of.
        today: The day on which it is told.
        expects: What the scenario says should come of it.
    """

    name: str
    tells: str
    case: Case
    today: date
    expects: dict[str, Any]


def scenarios() -> list[Scenario]:
    """Return every scenario of the folder, in the order of the files."""
    told = []
    for file in sorted(SCENARIOS.glob("*.toml")):
        parts = tomllib.loads(file.read_text(encoding="utf-8"))
        for part, given in parts.items():
            told.append(_scenario(f"{file.stem}: {part.replace('-', ' ')}", given))
    return told


def _scenario(name: str, given: dict[str, Any]) -> Scenario:
    expects = {
        key: given.pop(key)
        for key in ("speaks", "silent", "plan", "none_exists", "beside")
        if key in given
    }
    tells, today = given.pop("tells"), date(2026, 11, 25)
    log, written = [], []
    for line in given.pop("week", []):
        when, _, what = line.partition(": ")
        on = datetime.strptime(f"{when[4:]} 2026", "%d %b %Y").date()
        assert WEEKDAYS[on.weekday()] == when[:3], f"{name}: {when} is another weekday"
        if what == "today":
            today = on
            continue
        step, how = what.split(", ")
        if how in ("pencilled", "agreed"):
            written.append(
                PlannedDay(id=f"d-{on}", on=on, step=LADDER[step].id, agreed=how == "agreed")
            )
        else:
            assert how in ("done", "not today"), f"{name}: {line}"
            log.append(LogDay(id=f"l-{on}", on=on, step=LADDER[step].id, done=how == "done"))
    case = _everything_agreed().with_items("log", tuple(log))
    case = case.with_items("return_plan.days", tuple(written))
    for word, value in given.items():
        case = _DIFFERENCES[word](case, value)
    return Scenario(name, tells, case, today, expects)


def _everything_agreed() -> Case:
    return Case(
        id="c-mees",
        alias="Zeester",
        region=Region.NL_MIDDEN,
        created_on=date(2026, 9, 1),
        people=tuple(PEOPLE.values()),
        factors=(
            _card("f-1", "te druk in de gang", "p-mees", Bearing.AWAY_FROM_SCHOOL),
            _card("f-2", "koken", "p-mother", Bearing.TOWARD_SCHOOL),
            _card("f-3", "een vaste plek", "p-mentor", Bearing.TOWARD_SCHOOL),
        ),
        goals=(Goal(id="g-1", words="elke ochtend samen ontbijten"),),
        agreements=(Agreement(id="a-1", who="p-mentor", what="belt op dinsdag"),),
        tried=(TriedAction(id="t-1", who="p-mother", did="samen fietsen", on=date(2026, 10, 5)),),
        assessment=Assessment(
            ideas=(AbsenceIdea(id="i-1", kind=AbsenceType.REFUSAL, reason="hij wil wel"),)
        ),
        school=School(
            effort_until=date(2027, 2, 1),
            timetable=COOKING,
            contacts=(
                SchoolContact(id="k-1", person="p-mentor", available=(0, 1, 3, 4)),
                SchoolContact(id="k-2", person="p-caretaker", available=(0, 1, 2, 3, 4)),
            ),
        ),
        return_plan=ReturnPlan(
            end_goal=EndGoal.RETURN,
            how=HOW,
            steps=tuple(LADDER.values()),
            current="s-gate",
            review_on=date(2027, 1, 15),
            restart="eerst de stap die al gewoon was",
            ready=tuple(
                Observation(id=f"y-{point}", about=point, answer=answer)
                for point, answer in quiet_answers().items()
            ),
            escorts=(
                Escort(id="e-1", person="p-mother", weekdays=(0, 1, 2, 3, 4)),
                Escort(id="e-2", person="p-grandpa", weekdays=(2,)),
            ),
        ),
    )


def quiet_answers() -> dict[str, Answer]:
    """Return an answer to each point of a plan on which no rule speaks."""
    spoken: dict[str, set[Answer]] = {}
    for rule in catalogue.load().rules.values():
        if rule.asks:
            spoken.setdefault(rule.asks, set()).update(rule.speaks_on)
    return {
        point: next(answer for answer in Answer if answer not in on) for point, on in spoken.items()
    }


def _card(card_id: str, words: str, said_by: str, bearing: Bearing) -> Factor:
    return Factor(id=card_id, words=words, said_by=said_by, bearing=bearing)


def _plan(case: Case, **fields: Any) -> Case:
    return case.model_copy(update={"return_plan": case.return_plan.model_copy(update=fields)})


def _school(case: Case, **fields: Any) -> Case:
    return case.model_copy(update={"school": case.school.model_copy(update=fields)})


def _days(words: list[str]) -> tuple[int, ...]:
    return tuple(WEEKDAYS.index(word) for word in words)


def _not_agreed_yet(case: Case, names: list[str]) -> Case:
    empty = {name: None if name in ("receiver", "stand_in") else "" for name in names}
    return _plan(case, how=case.return_plan.how.model_copy(update=empty))


def _receives_on(case: Case, days: dict[str, list[str]]) -> Case:
    return case.with_items(
        "school.contacts",
        tuple(
            SchoolContact(id=f"k-{who}", person=PEOPLE[who].id, available=_days(on))
            for who, on in days.items()
        ),
    )


def _travels_on(case: Case, days: dict[str, list[str]]) -> Case:
    return case.with_items(
        "return_plan.escorts",
        tuple(
            Escort(id=f"e-{who}", person=PEOPLE[who].id, weekdays=_days(on))
            for who, on in days.items()
        ),
    )


def _set_aside(case: Case, rules: list[str]) -> Case:
    return case.with_items(
        "return_plan.overrides",
        tuple(RuleOverride(id=f"o-{r.lower()}", rule=r, reason="zo besproken") for r in rules),
    )


def _taxing(case: Case, moments: list[str]) -> Case:
    blocks = [block.model_copy(update={"taxing": tuple(moments)}) for block in COOKING]
    return case.with_items("school.timetable", tuple(blocks))


def _cards_by(case: Case, names: list[str]) -> Case:
    ids = {PEOPLE[name].id for name in names}
    return case.with_items("factors", tuple(f for f in case.factors if f.said_by in ids))


def _chosen_by(case: Case, names: list[str]) -> Case:
    chosen = tuple(PEOPLE[name].id for name in names)
    steps = [step.model_copy(update={"chosen_by": chosen}) for step in case.return_plan.steps]
    return case.with_items("return_plan.steps", tuple(steps))


def _answered(case: Case, answers: dict[str, str]) -> Case:
    for point, answer in answers.items():
        told = Observation(id=f"y-{point}", about=point, answer=Answer(answer))
        case = case.with_item("return_plan.ready", told)
    return case


def _steps(case: Case, steps: dict[str, dict[str, Any]]) -> Case:
    for name, fields in steps.items():
        told = {**LADDER[name].model_dump(mode="json"), **fields}
        case = case.with_item("return_plan.steps", ReturnStep.model_validate_json(json.dumps(told)))
    return case


def _also_on_the_timetable(case: Case, blocks: dict[str, dict[str, Any]]) -> Case:
    for name, fields in blocks.items():
        told = {"id": f"b-{name}", "subject": name, **fields}
        told["weekday"] = WEEKDAYS.index(told["weekday"])
        block = LessonBlock.model_validate_json(json.dumps(told, default=str))
        case = case.with_item("school.timetable", block)
    return case


def _cooking_is_liked(case: Case, liking: int) -> Case:
    for block in COOKING:
        liked = block.model_copy(update={"liking": liking})
        case = case.with_item("school.timetable", liked)
    return case


def _exempted(case: Case, changes: list[dict[str, Any]]) -> Case:
    return case.with_items(
        "school.adjustments",
        tuple(
            SchoolAdjustment.model_validate_json(
                json.dumps({"id": f"j-{n}", "words": "zo besproken", **change}, default=str)
            )
            for n, change in enumerate(changes)
        ),
    )


def _done_daily(case: Case, steps: dict[str, list[date]]) -> Case:
    for name, (first, last) in steps.items():
        for n in range((last - first).days + 1):
            on = first + timedelta(days=n)
            if on.weekday() < len(WEEKDAYS):
                day = LogDay(id=f"l-{on}", on=on, step=LADDER[name].id, done=True)
                case = case.with_item("log", day)
    return case


def _tier(case: Case, level: int) -> Case:
    told = CareLevel(id="z-1", system=CareSystem.TIER, level=level)
    return case.with_items("assessment.levels", (told,))


def _absent_since(case: Case, on: date) -> Case:
    known = case.assessment.model_copy(update={"absent_since": on})
    return case.model_copy(update={"assessment": known})


def _happens(case: Case, events: dict[str, date], *, is_transition: bool = False) -> Case:
    return case.with_items(
        "events",
        tuple(
            CaseEvent(id=f"x-{on}", on=on, words=words, is_transition=is_transition)
            for words, on in events.items()
        ),
    )


def _unanswered(case: Case, points: list[str]) -> Case:
    left = tuple(one for one in case.return_plan.ready if one.about not in points)
    return case.with_items("return_plan.ready", left)


def _answered_on(case: Case, days: dict[str, date]) -> Case:
    told = [
        one.model_copy(update={"recorded_on": days.get(one.about)})
        for one in case.return_plan.ready
    ]
    return case.with_items("return_plan.ready", tuple(told))


def _ideas(case: Case, ideas: dict[str, str]) -> Case:
    told = (AbsenceIdea(id=f"i-{k}", kind=AbsenceType(k), reason=why) for k, why in ideas.items())
    return case.with_items("assessment.ideas", tuple(told))


def _tried(case: Case, days: list[date]) -> Case:
    rows = (TriedAction(id=f"t-{on}", who="p-mother", did="samen fietsen", on=on) for on in days)
    return case.with_items("tried", tuple(rows))


def _phase_2_since(case: Case, on: date) -> Case:
    told = CareLevel(id="z-2", system=CareSystem.PHASE, level=2, recorded_on=on)
    return case.with_item("assessment.levels", told)


def _also_on_the_board(case: Case, cards: list[dict[str, Any]]) -> Case:
    for card in cards:
        told = {"id": f"f-{card['entry']}", "bearing": "away-from-school", **card}
        case = case.with_item("factors", Factor.model_validate_json(json.dumps(told)))
    return case


def _safety_asked_on(case: Case, days: list[date]) -> Case:
    asked = (SafetyCheck(id=f"q-{on}", on=on, answer=Answer.NO) for on in days)
    return case.with_items("assessment.safety", tuple(asked))


def _views(case: Case, names: list[str]) -> Case:
    told = (
        Perspective(id=f"w-{n}", who=PEOPLE[n].id, words="het is te druk", on=date(2026, 11, 2))
        for n in names
    )
    return case.with_items("assessment.perspectives", tuple(told))


def _age(case: Case, years: int) -> Case:
    return case.with_item("people", PEOPLE["Mees"].model_copy(update={"age": years}))


def _spared(case: Case, days: dict[str, date]) -> Case:
    told = FamilyAccommodation(
        id="s-1",
        who="p-mother",
        what="blijft zitten tot hij slaapt",
        stopped_on=days.get("stopped"),
        came_back_on=days.get("back"),
    )
    return case.with_items("accommodations", (told,))


def _minutes_and_tension(case: Case, days: list[str]) -> Case:
    for line in days:
        when, _, what = line.partition(": ")
        on = datetime.strptime(f"{when[4:]} 2026", "%d %b %Y").date()
        assert WEEKDAYS[on.weekday()] == when[:3], f"{when} is another weekday"
        minutes, _, tension = what.partition(" minutes, ")
        rated = DistressRating(value=int(tension.removesuffix("/10")))
        day = LogDay(id=f"l-{on}", on=on, minutes=int(minutes), tension=rated)
        case = case.with_item("log", day)
    return case


def _ill_on(case: Case, days: list[date]) -> Case:
    for on in days:
        case = case.with_item("log", LogDay(id=f"l-{on}", on=on, reason=DayReason.ILL))
    return case


def _network(case: Case, days: list[date]) -> Case:
    return case.with_items(
        "network",
        tuple(NetworkMember(id=f"n-{on}", person="p-grandpa", last_contact_on=on) for on in days),
    )


# What a scenario can tell otherwise, and what that is in a case.
_DIFFERENCES: dict[str, Any] = {
    **ways_story.DIFFERENCES,
    "region": lambda case, name: case.model_copy(update={"region": Region(name)}),
    "now": lambda case, step: _plan(case, current=LADDER[step].id if step else None),
    "ladder": lambda case, names: _plan(case, steps=tuple(LADDER[name] for name in names)),
    "goal": lambda case, word: _plan(case, end_goal=EndGoal(word)),
    "is_feasible": lambda case, is_so: _plan(case, is_feasible=is_so),
    "horizon": lambda case, days: _plan(case, horizon_days=days),
    "not_agreed_yet": _not_agreed_yet,
    "receives_on": _receives_on,
    "travels_on": _travels_on,
    "set_aside": _set_aside,
    "answered": _answered,
    "steps": _steps,
    "also_on_the_timetable": _also_on_the_timetable,
    "cooking_is_liked": _cooking_is_liked,
    "exempted": _exempted,
    "done_daily": _done_daily,
    "tier": _tier,
    "absent_since": _absent_since,
    "happens": _happens,
    "changes_ahead": lambda case, changes: _happens(case, changes, is_transition=True),
    "unanswered": _unanswered,
    "answered_on": _answered_on,
    "ideas": _ideas,
    "tried": _tried,
    "phase_2_since": _phase_2_since,
    "also_on_the_board": _also_on_the_board,
    "safety_asked_on": _safety_asked_on,
    "views": _views,
    "age": _age,
    "classmates_age": lambda case, years: _school(case, classmates_age=years),
    "spared": _spared,
    "minutes_and_tension": _minutes_and_tension,
    "ill_on": _ill_on,
    "restart": lambda case, words: _plan(case, restart=words),
    "review_on": lambda case, on: _plan(case, review_on=on or None),
    "free_days": lambda case, days: case.with_items(
        "school.free_days", tuple(FreeDay(id=f"v-{on}", on=on, words="studiedag") for on in days)
    ),
    "school_helps_until": lambda case, on: _school(case, effort_until=on or None),
    "taxing_moments": _taxing,
    "adjustments": lambda case, words: case.with_items(
        "school.adjustments",
        tuple(SchoolAdjustment(id=f"j-{n}", words=w) for n, w in enumerate(words)),
    ),
    "cards_by": _cards_by,
    "chosen_by": _chosen_by,
    "begun": lambda case, words: case.with_items(
        "goals",
        tuple(Goal(id=f"g-{n}", words=w, state=GoalState.BEGUN) for n, w in enumerate(words)),
    ),
    "goals": lambda case, words: case.with_items(
        "goals", tuple(Goal(id=f"g-{n}", words=w) for n, w in enumerate(words))
    ),
    "agreements": lambda case, words: case.with_items(
        "agreements",
        tuple(Agreement(id=f"a-{n}", who="p-mentor", what=w) for n, w in enumerate(words)),
    ),
    "network_last_heard_on": _network,
}
