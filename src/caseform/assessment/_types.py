"""The type of absence: the evidence on each, and what a decision table makes of it."""

from dataclasses import dataclass

from caseform.assessment._heard import Heard, heard_on, heard_on_all
from caseform.catalogue import Basis, Catalogue, QuestionGroup
from caseform.model import AbsenceType, Answer, Case, Phrase

# These say something about parents or a school that only the therapist may weigh.
THERAPIST_ONLY = frozenset({AbsenceType.WITHDRAWAL, AbsenceType.EXCLUSION})


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
    return ()


def suggestion(case: Case, catalogue: Catalogue) -> Suggestion:
    """Return what the decision table suggests.

    Args:
        case: The case.
        catalogue: Holds the criteria.
    """
    raise NotImplementedError
