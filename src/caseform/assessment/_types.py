"""The type of absence: the evidence on each, and what a decision table makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseform.assessment._heard import Heard, heard
from caseform.assessment._table import (
    ASK_FIRST,
    ASK_FIRST_LINES,
    BESIDE_EXCLUSION,
    ROWS,
    SCHOOL,
    Cell,
    Row,
    cells,
    first_match,
)
from caseform.catalogue import Basis, Catalogue, QuestionGroup
from caseform.model import AbsenceType, Answer, Case, Phrase

# These say something about parents or a school that only the therapist may weigh.
THERAPIST_ONLY = frozenset({AbsenceType.WITHDRAWAL, AbsenceType.EXCLUSION})

# What the most explicit source asks for each type: of each group one is enough, and every group is
# needed. That all are needed is our reading of its numbered lists.
_CRITERIA: dict[AbsenceType, tuple[tuple[str, ...], ...]] = {
    AbsenceType.REFUSAL: (
        ("refusal-distress",),
        ("refusal-not-hidden",),
        ("refusal-not-antisocial",),
        ("refusal-parents-try",),
    ),
    AbsenceType.TRUANCY: (("truancy-absent",), ("truancy-no-leave",), ("truancy-hidden",)),
    AbsenceType.WITHDRAWAL: (
        ("withdrawal-not-hidden",),
        ("withdrawal-kept-home", "withdrawal-little-effort"),
    ),
    AbsenceType.EXCLUSION: (SCHOOL,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReading:
    """How one source's own list of marks is met; the sources differ.

    Args:
        source: Id of the source, such as ``004``.
        marks: Ids of the questions that it names.
        fits: Yes where all of them are, no where one is not, otherwise unknown.
    """

    source: str
    marks: tuple[str, ...]
    fits: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeEvidence:
    """What speaks for and against one type of absence.

    Args:
        kind: The type.
        criteria: The questions that belong to it, each with who said what.
        fits: Whether the criteria of source 002 are met.
        readings: The differing definitions, where the sources have a list of marks each.
        therapist_only: Whether it stays on the therapist's own page.
    """

    kind: AbsenceType
    criteria: tuple[Heard, ...]
    fits: Answer
    readings: tuple[SourceReading, ...]
    therapist_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What the decision table makes of the answers; the therapist confirms or overrides it.

    Args:
        kind: The type; None while something is still to ask, or where no row fits.
        also: A type that goes together with exclusion (rule 1).
        rule: Number of the row that holds, 1 to 8; None where no row fits.
        reasons: What it rests on, each as one sentence.
        missing: Ids of the questions that are still to ask or that people see differently.
        basis: What the row rests on.
        lines: Where it stands in the sources.
        therapist_only: Whether it stays on the therapist's own page.
    """

    kind: AbsenceType | None
    also: AbsenceType | None
    rule: int | None
    reasons: tuple[Phrase, ...]
    missing: tuple[str, ...]
    basis: Basis
    lines: tuple[str, ...]
    therapist_only: bool


def type_evidence(case: Case, catalogue: Catalogue) -> tuple[TypeEvidence, ...]:
    """Return the evidence on refusal, truancy, withdrawal and exclusion, in that order.

    Args:
        case: The case.
        catalogue: Holds the criteria.
    """
    return tuple(_evidence(kind, case, catalogue) for kind in _CRITERIA)


def suggestion(case: Case, catalogue: Catalogue) -> Suggestion:
    """Return what the decision table suggests.

    Args:
        case: The case.
        catalogue: Holds the criteria.
    """
    groups = [QuestionGroup(kind) for kind in _CRITERIA]
    known = {one.entry.id: one for group in groups for one in heard(case, catalogue, group)}
    columns = cells(known)
    row, missing = first_match(ROWS, columns)
    if missing:
        return _ask_first(columns, missing)
    if row is None:
        return _no_row(columns)
    also, reasons = None, _reasons(row)
    if row.kind is AbsenceType.EXCLUSION:
        # Whatever the school does, the other columns can still show a type of their own.
        beside, _ = first_match(BESIDE_EXCLUSION, {**columns, "school": Cell(Answer.NO)})
        if beside is not None:
            also = beside.kind
            reasons += _reasons(beside)[1:]
    return Suggestion(
        kind=row.kind,
        also=also,
        rule=row.number,
        reasons=reasons,
        missing=(),
        basis=row.basis,
        lines=row.lines,
        therapist_only=not THERAPIST_ONLY.isdisjoint({row.kind, also}),
    )


def _ask_first(columns: Mapping[str, Cell], missing: tuple[str, ...]) -> Suggestion:
    said = tuple(
        Phrase(f"absence.{name}-{'differs' if columns[name].differs else 'unknown'}")
        for name in missing
    )
    return Suggestion(
        kind=None,
        also=None,
        rule=ASK_FIRST,
        reasons=(*said, Phrase(f"absence.row-{ASK_FIRST}")),
        missing=tuple(question for name in missing for question in columns[name].ask),
        basis=Basis.DERIVED,
        lines=ASK_FIRST_LINES,
        # What is still open may be about the school or the parents.
        therapist_only=True,
    )


def _no_row(columns: Mapping[str, Cell]) -> Suggestion:
    known = {name: cell for name, cell in columns.items() if cell.value is not Answer.UNKNOWN}
    return Suggestion(
        kind=None,
        also=None,
        rule=None,
        reasons=(
            *(Phrase(f"absence.{name}-{cell.value}") for name, cell in known.items()),
            Phrase("absence.no-row"),
        ),
        missing=(),
        basis=Basis.INFERRED,
        lines=(),
        therapist_only=True,
    )


def _reasons(row: Row) -> tuple[Phrase, ...]:
    said = tuple(Phrase(f"absence.{name}-{value}") for name, value in row.needs.items())
    return (*said, Phrase(f"absence.row-{row.number}"))


def _evidence(kind: AbsenceType, case: Case, catalogue: Catalogue) -> TypeEvidence:
    criteria = heard(case, catalogue, QuestionGroup(kind))
    answers = {one.entry.id: one.answer for one in criteria}
    return TypeEvidence(
        kind=kind,
        criteria=criteria,
        fits=_all_of([_any_of([answers[id] for id in either]) for either in _CRITERIA[kind]]),
        readings=_readings(criteria) if kind is AbsenceType.REFUSAL else (),
        therapist_only=kind in THERAPIST_ONLY,
    )


def _readings(criteria: tuple[Heard, ...]) -> tuple[SourceReading, ...]:
    readings = []
    for source in sorted({source for one in criteria for source in one.entry.seeds}):
        named = [one for one in criteria if source in one.entry.seeds]
        readings.append(
            SourceReading(
                source=source,
                marks=tuple(one.entry.id for one in named),
                fits=_all_of([one.answer for one in named]),
            )
        )
    return tuple(readings)


def _all_of(answers: list[Answer]) -> Answer:
    if Answer.NO in answers:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.YES


def _any_of(answers: list[Answer]) -> Answer:
    if Answer.YES in answers:
        return Answer.YES
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.NO
