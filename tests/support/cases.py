"""Invented cases: one for tests that read a story, and a strategy for tests that search for one.

Nobody here exists.
"""

from datetime import date, time

from hypothesis import strategies as st

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
    Circle,
    Comparison,
    DistressRating,
    Draw,
    EditedSentence,
    EndGoal,
    Factor,
    FamilyAccommodation,
    FunctionTotals,
    Goal,
    HowFar,
    LessonBlock,
    Link,
    LinkSign,
    LogDay,
    Note,
    Observation,
    Person,
    PersonKind,
    Perspective,
    Place,
    PlannedDay,
    Region,
    ReturnHow,
    ReturnPlan,
    ReturnStep,
    Role,
    SafetyCheck,
    School,
    SchoolAdjustment,
    Verdict,
)
from caseform.retelling import retell

TODAY = date(2026, 11, 24)
FAMILY = ("youth", "parents")

YOUTH = Person(id="p-1", kind=PersonKind.YOUNG_PERSON, called="Noor", age=13)
MOTHER = Person(id="p-2", kind=PersonKind.CAREGIVER, called="moeder", authority=Authority.RECORDED)
FATHER = Person(id="p-3", kind=PersonKind.CAREGIVER, called="vader", authority=Authority.RECORDED)
MENTOR = Person(id="p-4", kind=PersonKind.SCHOOL, called="meneer Bakker", role="mentor")


def noor() -> Case:
    """Return a small, whole case: a girl who gets as far as the gate."""
    return Case(
        id="c-noor",
        alias="IJsvogel",
        region=Region.NL_MIDDEN,
        created_on=date(2026, 10, 1),
        is_invented=True,
        problem="naar school gaan lukt niet",
        problem_shared_with=FAMILY,
        people=(YOUTH, MOTHER, FATHER, MENTOR),
        factors=(
            Factor(
                id="f-1",
                words="buikpijn",
                said_by="p-1",
                place=Place.YOUTH,
                bearing=Bearing.AWAY_FROM_SCHOOL,
                shared_with=FAMILY,
            ),
            Factor(
                id="f-2",
                words="thuis is het rustig",
                said_by="p-2",
                place=Place.FAMILY,
                bearing=Bearing.AWAY_FROM_SCHOOL,
                draw=Draw.HOME,
                shared_with=FAMILY,
            ),
            Factor(
                id="f-3",
                words="kookles",
                said_by="p-1",
                place=Place.SCHOOL,
                bearing=Bearing.TOWARD_SCHOOL,
                role=Role.PROTECTIVE,
                shared_with=("youth", "parents", "school"),
            ),
            Factor(id="f-4", words="moeder is zelf somber", place=Place.FAMILY),
        ),
        links=(
            Link(id="k-1", source="f-1", target="f-2", sign=LinkSign.MORE, shared_with=FAMILY),
            Link(id="k-2", source="f-4", target="f-2"),
        ),
        accommodations=(
            FamilyAccommodation(
                id="a-1", who="p-2", what="belt de mentor af", shared_with=("parents",)
            ),
        ),
        goals=(Goal(id="g-1", words="om half acht samen ontbijten", whose="p-2"),),
        school=School(
            timetable=tuple(
                LessonBlock(
                    id=f"b-{day}",
                    weekday=day,
                    starts=time(8, 30),
                    ends=time(9, 20),
                    subject="koken" if day == 3 else "wiskunde",
                )
                for day in range(5)
            ),
            adjustments=(
                SchoolAdjustment(id="j-1", words="geen gym", shared_with=("school", "youth")),
            ),
        ),
        return_plan=ReturnPlan(
            end_goal=EndGoal.RETURN,
            how=ReturnHow(travel="op de fiets met moeder", spot="het hek", receiver="p-4"),
            steps=(
                ReturnStep(
                    id="s-1",
                    words="tot het hek",
                    reaches=HowFar.GATE,
                    predicted=DistressRating(value=2),
                    shared_with=FAMILY,
                ),
                ReturnStep(
                    id="s-2", words="tot het bankje", reaches=HowFar.BENCH, shared_with=FAMILY
                ),
            ),
            current="s-1",
            days=(
                PlannedDay(id="d-1", on=date(2026, 11, 25), step="s-1", travel_with="p-2"),
                PlannedDay(id="d-2", on=date(2026, 11, 26), step="s-2", received_by="p-4"),
            ),
            shared_with=("youth", "parents", "school"),
        ),
        log=(
            LogDay(
                id="l-1",
                on=date(2026, 11, 23),
                reached=HowFar.GATE,
                step="s-1",
                done=True,
                shared_with=FAMILY,
            ),
        ),
        agreements=(
            Agreement(id="w-1", who="p-4", what="belt dinsdag", shared_with=("parents", "school")),
        ),
        notes=(Note(id="n-1", words="vader komt volgende keer alleen"),),
    )


def noor_assessed() -> Case:
    """Return the case of `noor` some weeks on: read, compared, and said back."""
    return noor().model_copy(
        update={
            "links": (
                *noor().links,
                Link(id="k-3", source="f-2", target="f-1", sign=LinkSign.MORE, shared_with=FAMILY),
            ),
            "comparisons": (
                Comparison(
                    id="v-1",
                    cards=("f-1", "f-2", "f-4"),
                    verdict=Verdict.DIFFER,
                    shared_with=FAMILY,
                ),
                Comparison(id="v-2", cards=("f-1", "f-3"), verdict=Verdict.AGREE),
            ),
            "circles": (Circle(id="o-1", cards=("f-1", "f-2"), shared_with=FAMILY),),
            "sentences": (
                EditedSentence(
                    id="z-1",
                    about="circle:f-1+f-2",
                    cards=("f-1", "f-2"),
                    language="nl",
                    made="Buikpijn geeft rust thuis, en zo verder.",
                    words="Na een dag thuis is de buikpijn er weer.",
                    shared_with=FAMILY,
                ),
                EditedSentence(
                    id="z-2",
                    about="toward",
                    cards=("f-3",),
                    language="nl",
                    made="De kookles trekt naar school.",
                    words="De kookles trekt.",
                ),
            ),
            "said_back_shared_with": ("youth",),
            "assessment": Assessment(
                onset="na de verhuizing, eerst af en toe",
                pattern="maandag is het moeilijkst",
                observations=(
                    Observation(
                        id="q-1", about="refusal-distress", answer=Answer.YES, said_by="p-2"
                    ),
                ),
                ideas=(AbsenceIdea(id="i-1", kind=AbsenceType.REFUSAL, reason="wil wel"),),
                functions=(FunctionTotals(id="u-1", totals=(20, 12, None, 4), said_by="p-1"),),
                perspectives=(
                    Perspective(
                        id="e-1",
                        who="p-1",
                        words="ik wil wel, het lukt niet",
                        on=date(2026, 11, 10),
                        shared_with=FAMILY,
                    ),
                ),
                safety=(SafetyCheck(id="y-1", on=date(2026, 10, 1), answer=Answer.NO),),
                levels=(CareLevel(id="t-1", system=CareSystem.TIER, level=3),),
            ),
        }
    )


LABELS = ("youth", "parents", "parent:p-2", "parent:p-3", "school", "network", "team")
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30
)
SHARED = st.lists(st.sampled_from(LABELS), unique=True, max_size=4).map(tuple)
SPEAKERS = st.none() | st.sampled_from(("p-1", "p-2", "p-3", "p-4"))


def _maybe(kind: type) -> st.SearchStrategy:
    return st.none() | st.sampled_from(kind)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return any case around the same four people, each item with audiences of its own."""
    count = draw(st.integers(0, 8))
    factors = tuple(
        Factor(
            id=f"f-{number}",
            words=draw(WORDS),
            said_by=draw(SPEAKERS),
            place=draw(_maybe(Place)),
            bearing=draw(_maybe(Bearing)),
            draw=draw(_maybe(Draw)),
            role=draw(_maybe(Role)),
            shared_with=draw(SHARED),
        )
        for number in range(count)
    )
    ends = st.tuples(st.integers(0, max(count - 1, 0)), st.integers(0, max(count - 1, 0)))
    rings = draw(st.lists(ends, max_size=2)) if count > 1 else []
    there_and_back = [pair for one, other in rings for pair in ((one, other), (other, one))]
    links = tuple(
        Link(
            id=f"k-{number}",
            source=f"f-{source}",
            target=f"f-{target}",
            sign=draw(_maybe(LinkSign)),
            shared_with=draw(SHARED),
        )
        for number, (source, target) in enumerate(
            [*draw(st.lists(ends, max_size=5)), *there_and_back]
        )
        if source != target
    )
    circles = tuple(
        Circle(id=f"o-{number}", cards=(f"f-{one}", f"f-{other}"), shared_with=draw(SHARED))
        for number, (one, other) in enumerate(rings)
        if one != other
    )
    some_cards = st.lists(
        st.sampled_from([factor.id for factor in factors] or ["f-0"]),
        min_size=2,
        max_size=3,
        unique=True,
    )
    comparisons = tuple(
        Comparison(
            id=f"v-{number}",
            cards=tuple(draw(some_cards)),
            verdict=draw(st.sampled_from(Verdict)),
            shared_with=draw(SHARED),
        )
        for number in range(draw(st.integers(0, 2)) if count > 1 else 0)
    )
    steps = tuple(
        ReturnStep(id=f"s-{n}", words=draw(WORDS), helps=draw(WORDS), shared_with=draw(SHARED))
        for n in range(draw(st.integers(0, 4)))
    )
    days = tuple(
        PlannedDay(
            id=f"d-{n}",
            on=date(2026, 11, 24 + n),
            step=draw(st.sampled_from([step.id for step in steps])),
            travel_with=draw(SPEAKERS),
        )
        for n in range(draw(st.integers(0, 5)) if steps else 0)
    )
    base = noor()
    plan = base.return_plan.model_copy(
        update={
            "steps": steps,
            "days": days,
            "current": draw(st.sampled_from([s.id for s in steps])) if steps else None,
            "shared_with": draw(SHARED),
        }
    )
    mother = MOTHER.model_copy(update={"contact_limit": draw(st.booleans())})
    case = base.model_copy(
        update={
            "people": (YOUTH, mother, FATHER, MENTOR),
            "problem": draw(WORDS),
            "problem_shared_with": draw(SHARED),
            "factors": factors,
            "links": links,
            "circles": circles,
            "comparisons": comparisons,
            "said_back_shared_with": draw(SHARED),
            "assessment": draw(_assessments()),
            "events": tuple(
                CaseEvent(id=f"e-{n}", words=draw(WORDS), shared_with=draw(SHARED))
                for n in range(draw(st.integers(0, 2)))
            ),
            "return_plan": plan,
            "accommodations": tuple(
                FamilyAccommodation(
                    id=f"a-{n}", who="p-2", what=draw(WORDS), shared_with=draw(SHARED)
                )
                for n in range(draw(st.integers(0, 3)))
            ),
            "agreements": tuple(
                Agreement(id=f"w-{n}", who="p-4", what=draw(WORDS), shared_with=draw(SHARED))
                for n in range(draw(st.integers(0, 3)))
            ),
            "log": tuple(
                LogDay(
                    id=f"l-{n}",
                    on=date(2026, 11, 16 + n),
                    words=draw(WORDS),
                    shared_with=draw(SHARED),
                )
                for n in range(draw(st.integers(0, 4)))
            ),
        }
    )
    return case.model_copy(update={"sentences": draw(_corrections(case))})


@st.composite
def _assessments(draw: st.DrawFn) -> Assessment:
    """Return what is known and thought, each part with audiences of its own."""
    people = ("p-1", "p-2", "p-3", "p-4")
    return Assessment(
        onset=draw(WORDS),
        observations=tuple(
            Observation(
                id=f"q-{n}", about="late-often", words=draw(WORDS), shared_with=draw(SHARED)
            )
            for n in range(draw(st.integers(0, 2)))
        ),
        ideas=tuple(
            AbsenceIdea(id=f"i-{n}", kind=AbsenceType.EXCLUSION, reason=draw(WORDS))
            for n in range(draw(st.integers(0, 1)))
        ),
        perspectives=tuple(
            Perspective(
                id=f"w-1{n}",
                who=who,
                said_by=draw(st.sampled_from((who, "p-2"))),
                words=draw(WORDS),
                on=date(2026, 11, 10 + n),
                shared_with=draw(SHARED),
            )
            for n, who in enumerate(draw(st.lists(st.sampled_from(people), max_size=4)))
        ),
        safety=tuple(
            SafetyCheck(id=f"y-{n}", on=date(2026, 11, 2), answer=Answer.YES, said=draw(WORDS))
            for n in range(draw(st.integers(0, 1)))
        ),
    )


@st.composite
def _corrections(draw: st.DrawFn, case: Case) -> tuple[EditedSentence, ...]:
    """Return corrections of sentences that are made from `case`, now or some time ago."""
    said = retell(case, "nl")
    if not said:
        return ()
    chosen = draw(st.lists(st.sampled_from(said), max_size=2, unique_by=lambda one: one.about))
    return tuple(
        EditedSentence(
            id=f"z-{number}",
            about=one.about,
            cards=one.cards,
            language="nl",
            made=one.text if draw(st.booleans()) else "zoals het eerst was",
            words=draw(WORDS),
            shared_with=draw(SHARED),
        )
        for number, one in enumerate(chosen)
    )
