"""The decision table for a working idea of the type, row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from caseform.assessment._heard import Heard
from caseform.catalogue import Basis
from caseform.model import AbsenceType, Answer

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
_OPPOSITE = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}

# The three forms of exclusion; one is enough.
SCHOOL = ("exclusion-discipline", "exclusion-needs", "exclusion-discouraged")
_KEPT_HOME = "withdrawal-kept-home"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known in one column.

    Args:
        value: Yes, no or unknown.
        differs: Whether it is unknown because people see it differently.
        ask: Ids of the questions that would settle it; empty where it is settled.
    """

    value: Answer
    differs: bool = False
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: which cells it needs, and what follows.

    Args:
        number: Its number.
        needs: The cells that it needs, in the order in which they are said; the others may be
            anything.
        kind: What it suggests.
        basis: What it rests on.
        lines: Where it stands in the sources.
    """

    number: int
    needs: Mapping[str, Answer]
    kind: AbsenceType
    basis: Basis
    lines: tuple[str, ...]


ROWS = (
    Row(
        number=1,
        needs={"school": YES},
        kind=AbsenceType.EXCLUSION,
        basis=Basis.STATED,
        lines=("002:2144-2170", "001:48-49"),
    ),
    Row(
        number=2,
        needs={"school": NO, "hidden": YES, "leave": NO, "distress": NO},
        kind=AbsenceType.TRUANCY,
        basis=Basis.STATED,
        lines=("002:1670-1682", "001:44-45"),
    ),
    Row(
        number=3,
        needs={"school": NO, "hidden": NO, "parents": NO},
        kind=AbsenceType.WITHDRAWAL,
        basis=Basis.STATED,
        lines=("002:1927-1951", "001:45-48"),
    ),
    Row(
        number=4,
        needs={"school": NO, "hidden": NO, "parents": YES, "distress": YES, "antisocial": NO},
        kind=AbsenceType.REFUSAL,
        basis=Basis.STATED,
        lines=("002:1050-1076", "001:35-49"),
    ),
    Row(
        number=5,
        needs={"school": NO, "hidden": YES, "distress": YES},
        kind=AbsenceType.MIXED,
        basis=Basis.INFERRED,
        lines=("001:299-302",),
    ),
    Row(
        number=6,
        needs={"school": NO, "hidden": NO, "parents": YES, "distress": YES, "antisocial": YES},
        kind=AbsenceType.UNDETERMINED,
        basis=Basis.INFERRED,
        lines=("002:1068", "004:124"),
    ),
    Row(
        number=7,
        needs={"school": NO, "hidden": NO, "parents": YES, "distress": NO},
        kind=AbsenceType.UNDETERMINED,
        basis=Basis.INFERRED,
        lines=("003:831-833", "002:1173-1177"),
    ),
)
# Beside exclusion another type can be there too; only these rows are looked at for it.
BESIDE_EXCLUSION = ROWS[1:5]
# Row 8: something is unknown, so it is asked. Its number and where it stands.
ASK_FIRST = 8
ASK_FIRST_LINES = ("003:772-775",)


def cells(known: Mapping[str, Heard]) -> dict[str, Cell]:
    """Return the columns of the table, in their order, from what was heard on each question."""
    return {
        "school": _any_of(known, SCHOOL),
        "hidden": _voted(
            known,
            {"truancy-hidden": True, "refusal-not-hidden": False, "withdrawal-not-hidden": False},
        ),
        "leave": _voted(known, {"truancy-no-leave": False}),
        "parents": _parents(known),
        "distress": _voted(known, {"refusal-distress": True}),
        "antisocial": _voted(known, {"refusal-not-antisocial": False}),
    }


def open_cells(row: Row, columns: Mapping[str, Cell]) -> tuple[str, ...] | None:
    """Return the cells that keep a row undecided; none where it holds, None where it fails."""
    settled = {name: columns[name].value for name in row.needs}
    if any(value not in (UNKNOWN, row.needs[name]) for name, value in settled.items()):
        return None
    return tuple(name for name, value in settled.items() if value is UNKNOWN)


def first_match(
    rows: tuple[Row, ...], columns: Mapping[str, Cell]
) -> tuple[Row | None, tuple[str, ...]]:
    """Return the first row that holds, or the cells that have to be known before one can.

    Rows exclude each other: where one holds, no other can, whatever is still unknown.
    """
    waiting: set[str] = set()
    for row in rows:
        missing = open_cells(row, columns)
        if missing == ():
            return row, ()
        waiting.update(missing or ())
    return None, tuple(name for name in columns if name in waiting)


def _any_of(known: Mapping[str, Heard], questions: tuple[str, ...]) -> Cell:
    answers = [known[question].answer for question in questions]
    if YES in answers:
        return Cell(YES)
    ask = tuple(question for question in questions if known[question].answer is UNKNOWN)
    if not ask:
        return Cell(NO)
    return Cell(UNKNOWN, any(known[question].differs for question in ask), ask)


def _voted(known: Mapping[str, Heard], questions: Mapping[str, bool]) -> Cell:
    """Return what several questions say of one thing; a False one says it the other way round."""
    votes = dict(_votes(known, questions))
    if len(set(votes.values())) == 1 and not any(known[question].differs for question in questions):
        return Cell(next(iter(votes.values())))
    split = tuple(q for q in questions if q in votes or known[q].differs)
    return Cell(UNKNOWN, bool(split), split or (next(iter(questions)),))


def _votes(
    known: Mapping[str, Heard], questions: Mapping[str, bool]
) -> Iterator[tuple[str, Answer]]:
    for question, is_straight in questions.items():
        answer = known[question].answer
        if answer is not UNKNOWN:
            yield question, answer if is_straight else _OPPOSITE[answer]


def _parents(known: Mapping[str, Heard]) -> Cell:
    # Parents who keep the child home stand in the same cell as parents who make no effort, also
    # where they say that they want it otherwise.
    kept_home = known[_KEPT_HOME]
    if kept_home.differs:
        return Cell(UNKNOWN, differs=True, ask=(_KEPT_HOME,))
    if kept_home.answer is YES:
        return Cell(NO)
    return _voted(known, {"refusal-parents-try": True, "withdrawal-little-effort": False})
