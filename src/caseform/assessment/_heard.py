"""What was heard on a question of the catalogue, and whether people see it alike."""

from dataclasses import dataclass
from datetime import date

from caseform.catalogue import Catalogue, QuestionEntry, QuestionGroup
from caseform.model import Answer, Case, Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What is known on one question.

    Args:
        entry: The question.
        answer: Yes or no where everyone who knows says the same; otherwise unknown.
        differs: Whether one says yes and another no.
        said: Everything that was seen or said on it, in the order in which it was written down.
    """

    entry: QuestionEntry
    answer: Answer
    differs: bool
    said: tuple[Observation, ...]


def heard_on(case: Case, entry: QuestionEntry) -> Heard:
    """Return what is known on one question.

    Of each person the latest answer counts, because people come to see things otherwise; what they
    said before stays in the list. Who does not know contradicts nobody.

    Args:
        case: The case.
        entry: The question.
    """
    said = tuple(one for one in case.assessment.observations if one.about == entry.id)
    standing: dict[str | None, Observation] = {}
    for one in sorted(said, key=lambda one: one.recorded_on or date.min):
        standing[one.said_by] = one
    answers = {one.answer for one in standing.values()} - {Answer.UNKNOWN}
    return Heard(
        entry=entry,
        answer=answers.pop() if len(answers) == 1 else Answer.UNKNOWN,
        differs=len(answers) > 1,
        said=said,
    )


def heard(case: Case, catalogue: Catalogue, group: QuestionGroup) -> tuple[Heard, ...]:
    """Return what is known on each question of a group, in the order of the catalogue.

    Args:
        case: The case.
        catalogue: Holds the questions.
        group: Such as the four early signals, or what hinders.
    """
    entries = catalogue.questions.values()
    return tuple(heard_on(case, entry) for entry in entries if entry.group is group)
