"""The evidence on each type, the form of functions, and what is kept in versions."""

from dataclasses import replace
from datetime import date
from itertools import product
from types import MappingProxyType

import pytest

from caseform import catalogue
from caseform.assessment import (
    function_profile,
    heard,
    heard_on,
    suggestion,
    thresholds,
    type_evidence,
)
from caseform.catalogue import QuestionGroup
from caseform.model import (
    AbsenceIdea,
    AbsenceType,
    Answer,
    CareLevel,
    CareSystem,
    Case,
    FunctionTotals,
    Item,
    Observation,
    Perspective,
    Region,
    latest_idea,
    latest_level,
    latest_perspectives,
)
from caseform.school_calendar import SchoolCalendar

CATALOGUE = catalogue.load()
YARA = Case(id="c-1", alias="Kiekendief", region=Region.NL_MIDDEN, created_on=date(2026, 9, 1))
DISTRESS = CATALOGUE.questions["refusal-distress"]


def told(about: str, answer: str, who: str | None = None, on: date | None = None) -> Observation:
    return Observation(
        id=f"o-{about}-{answer}-{who or 'nobody'}"[:40],
        about=about,
        answer=Answer(answer),
        said_by=who,
        recorded_on=on,
        words=f"{who} says {answer}",
    )


def with_list(collection: str, *items: Item) -> Case:
    return YARA.with_items(f"assessment.{collection}", items)


def evidence(case: Case) -> dict:
    return {one.kind: one for one in type_evidence(case, CATALOGUE)}


def test_everyone_who_said_something_is_listed_in_their_order() -> None:
    """To mother and mentor: what each of them said stands there, also where they differ."""
    mother, mentor = told("refusal-distress", "yes", "mother"), told("refusal-distress", "no", "m")
    case = with_list("observations", mother, told("refusal-absent", "yes", "m"), mentor)

    known = heard_on(case, DISTRESS)

    assert known.said == (mother, mentor)
    assert known.answer is Answer.UNKNOWN
    assert known.differs


def test_who_does_not_know_contradicts_nobody() -> None:
    """To the clinician: one clear answer is enough beside a shrug."""
    case = with_list(
        "observations",
        told("refusal-distress", "unknown", "father"),
        told("refusal-distress", "yes", "mother"),
    )

    known = heard_on(case, DISTRESS)

    assert (known.answer, known.differs) == (Answer.YES, False)


def test_of_one_person_the_latest_answer_counts_and_the_earlier_one_stays() -> None:
    """To a mother who came to see it otherwise: she is not held to what she said in September."""
    now = told("refusal-distress", "yes", "mother", date(2026, 11, 20))
    before = told("refusal-distress", "no", "mother", date(2026, 9, 20))

    known = heard_on(with_list("observations", now, before), DISTRESS)

    assert known.answer is Answer.YES
    assert known.said == (now, before)


def test_a_group_is_heard_in_the_order_of_the_catalogue() -> None:
    """To the clinician: the ten signals stand in the order of their source."""
    case = with_list("observations", told("late-often", "yes", "mentor"))

    signals = heard(case, CATALOGUE, QuestionGroup.SCHOOL_SIGNAL)

    assert len(signals) == 10
    assert [one.entry.id for one in signals if one.answer is Answer.YES] == ["late-often"]


def test_four_types_stand_side_by_side_and_two_are_for_the_therapist_alone() -> None:
    """To the parents: that they keep a child home is nothing to read on a wall."""
    types = type_evidence(YARA, CATALOGUE)

    assert [one.kind for one in types] == ["refusal", "truancy", "withdrawal", "exclusion"]
    assert [one.kind for one in types if one.therapist_only] == ["withdrawal", "exclusion"]
    assert {one.fits for one in types} == {Answer.UNKNOWN}


@pytest.mark.parametrize(
    ("kind", "yes", "no", "fits"),
    [
        ("truancy", ["truancy-absent", "truancy-no-leave", "truancy-hidden"], [], "yes"),
        ("truancy", ["truancy-absent", "truancy-no-leave"], [], "unknown"),
        ("truancy", ["truancy-absent"], ["truancy-hidden"], "no"),
        ("withdrawal", ["withdrawal-not-hidden", "withdrawal-little-effort"], [], "yes"),
        (
            "withdrawal",
            ["withdrawal-not-hidden"],
            ["withdrawal-little-effort", "withdrawal-kept-home"],
            "no",
        ),
        ("withdrawal", ["withdrawal-not-hidden"], ["withdrawal-kept-home"], "unknown"),
        ("exclusion", ["exclusion-discipline"], ["exclusion-needs"], "yes"),
        ("exclusion", [], ["exclusion-needs"], "unknown"),
    ],
)
def test_a_type_fits_by_its_criteria(kind: str, yes: list, no: list, fits: str) -> None:
    """To the clinician: truancy needs all three, exclusion one of its forms."""
    said = [told(one, "yes") for one in yes] + [told(one, "no") for one in no]

    assert evidence(with_list("observations", *said))[AbsenceType(kind)].fits == fits


def test_the_sources_read_refusal_differently_and_each_says_so() -> None:
    """To the clinician: a pupil who still attends is meant by two sources and not by two."""
    said = [
        told(one, "yes")
        for one in (
            *("refusal-distress", "refusal-not-hidden", "refusal-not-antisocial"),
            *("refusal-parents-try", "refusal-wish-to-attend", "refusal-welcome-at-school"),
        )
    ]
    case = with_list("observations", *said, told("refusal-absent", "no"))

    refusal = evidence(case)[AbsenceType.REFUSAL]

    fits = {reading.source: reading.fits for reading in refusal.readings}
    assert fits == {"001": "yes", "002": "yes", "003": "no", "004": "no"}
    assert refusal.fits is Answer.YES
    assert all(reading.marks for reading in refusal.readings)


def written_table(
    school: bool, hidden: bool, leave: bool, parents: bool, distress: bool, anti: bool
):
    """Return the row and the type, as a reader goes down the decision table."""
    if school:
        return 1, "exclusion"
    if hidden and not leave and not distress:
        return 2, "truancy"
    if not hidden and not parents:
        return 3, "withdrawal"
    if not hidden and distress and not anti:
        return 4, "refusal"
    if hidden and distress:
        return 5, "mixed"
    if not hidden and distress:
        return 6, "undetermined"
    if not hidden:
        return 7, "undetermined"
    return None, None


def test_every_way_to_fill_the_table_gives_the_row_that_a_reader_finds() -> None:
    """To the clinician: no answer falls between two rows, and none is taken by a wrong one."""
    questions = {
        "exclusion-discipline": True,
        "truancy-hidden": True,
        "truancy-no-leave": False,
        "refusal-parents-try": True,
        "refusal-distress": True,
        "refusal-not-antisocial": False,
    }
    others = [told("exclusion-needs", "no"), told("exclusion-discouraged", "no")]

    for column_values in product((True, False), repeat=6):
        answers = zip(questions.items(), column_values, strict=True)
        said = [told(q, "yes" if value == straight else "no") for (q, straight), value in answers]
        made = suggestion(with_list("observations", *said, *others), CATALOGUE)
        assert (made.rule, made.kind) == written_table(*column_values), column_values


def test_nothing_filled_in_is_no_profile() -> None:
    """To the clinician: no four bars of zero where nobody filled in a form."""
    assert function_profile(YARA) is None
    assert function_profile(with_list("functions", FunctionTotals(id="t-1"))) is None


def test_of_one_person_the_latest_form_counts() -> None:
    """To the clinician: a form of last year does not pull the mean."""
    case = with_list(
        "functions",
        FunctionTotals(
            id="t-2", said_by="y", recorded_on=date(2026, 11, 2), totals=(0, 36, 0, None)
        ),
        FunctionTotals(id="t-1", said_by="y", recorded_on=date(2025, 11, 2), totals=(36, 0, 0, 0)),
    )

    profile = function_profile(case)

    assert profile is not None
    assert profile.means == (0.0, 6.0, 0.0, None)
    assert [(one.who, one.on, one.means) for one in profile.informants] == [
        ("y", date(2026, 11, 2), (0.0, 6.0, 0.0, None))
    ]


def test_the_latest_version_holds_and_the_earlier_ones_stay() -> None:
    """To the supervisor: how the thinking went can be read back."""
    refusal = AbsenceIdea(id="i-1", kind=AbsenceType.REFUSAL)
    mixed = AbsenceIdea(id="i-2", kind=AbsenceType.MIXED)
    tier = CareLevel(id="z-1", system=CareSystem.TIER, level=2)
    phase = CareLevel(id="z-2", system=CareSystem.PHASE, level=0)
    case = with_list("ideas", refusal, mixed).with_items("assessment.levels", (tier, phase))

    assert latest_idea(case) == mixed
    assert latest_level(case, CareSystem.TIER) == tier
    assert latest_level(case, CareSystem.PHASE) == phase
    assert case.assessment.ideas[0] == refusal


def test_nothing_thought_yet_is_nothing() -> None:
    """To the clinician: an empty page is no mistake."""
    assert latest_idea(YARA) is None
    assert latest_level(YARA, CareSystem.TIER) is None


def test_each_persons_newest_view_stands_for_how_they_see_it_now() -> None:
    """To Yara: her words of today are not covered by those of September."""
    early = Perspective(id="v-2", who="y", words="ik weet het niet", on=date(2026, 9, 2))
    late = Perspective(id="v-1", who="y", words="het is de gang", on=date(2026, 11, 2))
    mother = Perspective(id="v-3", who="m", words="ze is moe", on=date(2026, 10, 2))

    case = with_list("perspectives", late, early, mother)

    assert latest_perspectives(case) == {"y": late, "m": mother}


@pytest.mark.parametrize(
    ("checked_on", "today", "is_stale"),
    [
        (None, date(2026, 11, 27), True),
        (date(2026, 11, 27), date(2027, 11, 27), False),
        (date(2026, 11, 27), date(2027, 11, 28), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
    ],
)
def test_a_number_fades_when_nobody_checked_it_for_a_year(checked_on, today, is_stale) -> None:
    """To the clinician: a duty of some years ago is not read as the law of today."""
    entries = {"nl-16-hours": replace(CATALOGUE.thresholds["nl-16-hours"], checked_on=checked_on)}
    book = replace(CATALOGUE, thresholds=MappingProxyType(entries))

    (result,) = thresholds(YARA, book, today=today, calendar=SchoolCalendar(Region.NL_MIDDEN))

    assert result.is_stale == is_stale


def test_days_without_known_holidays_are_not_counted_on_a_guess() -> None:
    """To the clinician: a computer clock in another century gives a sentence, not a crash."""
    calendar = SchoolCalendar(Region.NL_MIDDEN)

    found = thresholds(YARA, CATALOGUE, today=date(2090, 1, 9), calendar=calendar)

    said = {phrase.key for result in found for phrase in result.sentences}
    assert {result.state for result in found} == {"too-few-days", "ask"}
    assert said == {"absence.holidays-unknown", "absence.own-log", "absence.judged-unknown"}


def test_whatever_was_read_from_the_log_says_whose_log_it_is() -> None:
    """To school and attendance officer: this is no register."""
    calendar = SchoolCalendar(Region.NL_MIDDEN)

    for result in thresholds(YARA, CATALOGUE, today=date(2026, 11, 27), calendar=calendar):
        last = result.sentences[-1].key
        assert (last == "absence.own-log") == (result.entry.unit != "judgement"), result.entry.id
