"""Mees, of whom the scenarios tell: an ordinary case in which everything is agreed.

Nobody here exists.
"""

from datetime import date, time
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
    Case,
    EndGoal,
    Escort,
    Factor,
    Goal,
    HowFar,
    LessonBlock,
    Observation,
    Person,
    PersonKind,
    Region,
    ReturnHow,
    ReturnPlan,
    ReturnStep,
    School,
    SchoolContact,
    TriedAction,
)

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


def everything_agreed() -> Case:
    """Return the case from which each scenario starts."""
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


def plan_with(case: Case, **fields: Any) -> Case:
    """Return `case` with other fields of its plan."""
    return case.model_copy(update={"return_plan": case.return_plan.model_copy(update=fields)})


def school_with(case: Case, **fields: Any) -> Case:
    """Return `case` with other fields of its school."""
    return case.model_copy(update={"school": case.school.model_copy(update=fields)})
