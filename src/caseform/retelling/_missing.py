"""What is still to ask: prompts that vanish as soon as they are answered, and never block."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from caseform.model import Case, Person, PersonKind
from caseform.retelling._sight import is_strength
from caseform.text import Language, say

# Fewer cards than this that are still open are a conversation under way, not a gap.
_MANY = 3
_FAMILY = (PersonKind.YOUNG_PERSON, PersonKind.CAREGIVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question that nobody answered yet.

    Args:
        id: Its name, such as ``onset`` or ``voice:p-2``.
        key: Where its words stand.
        blanks: What fills its blanks.

    Example:
        >>> prompt = Prompt(id="voice:p-2", key="retelling.ask-voice", blanks={"name": "vader"})
        >>> prompt.in_("nl")
        'Hoe ziet vader het?'
    """

    id: str
    key: str
    blanks: Mapping[str, object] = field(default_factory=dict)

    def in_(self, language: Language) -> str:
        """Return the question in `language`."""
        return say(self.key, language, **self.blanks)


def missing(case: Case) -> tuple[Prompt, ...]:
    """Return what is still to ask, in the order in which a talk might go.

    Args:
        case: The whole case; these are questions for the therapist alone.

    Returns:
        The questions that are open; none where each has an answer of some kind.

    Source:
        How it began: 004:145-161. How each one sees it: 003:929-978. The other questions are ours.
    """
    return tuple((*_about_the_absence(case), *_voices(case), *_about_the_board(case)))


def _about_the_absence(case: Case) -> Iterator[Prompt]:
    known = case.assessment
    if not known.onset.strip():
        yield _ask("onset")
    blocks = case.school.timetable
    is_told_by_block = any(b.taxing or b.liking is not None or b.tension for b in blocks)
    if not known.pattern.strip() and not is_told_by_block:
        yield _ask("pattern")
    has_totals = any(total is not None for one in known.functions for total in one.totals)
    if not has_totals and not any(card.side in ("away", "home") for card in case.factors):
        yield _ask("function")
    if not any(is_strength(card) or card.side == "toward" for card in case.factors):
        yield _ask("strengths")
    if not known.safety:
        yield _ask("safety")


def _voices(case: Case) -> Iterator[Prompt]:
    """Yield whose own view is not there yet: each of the family, and someone at school."""
    heard = _heard(case)
    for person in case.people:
        if person.kind in _FAMILY and person.id not in heard:
            yield _ask_person(person)
    if case.young_person is None:
        yield _ask("young-person")
    if not case.caregivers:
        yield _ask("caregiver")
    if not any(p.kind is PersonKind.SCHOOL and p.id in heard for p in case.people):
        yield _ask("school")


def _about_the_board(case: Case) -> Iterator[Prompt]:
    open_cards = [
        card
        for card in case.factors
        if card.place is None or (card.side is None and not is_strength(card))
    ]
    if len(open_cards) >= _MANY:
        yield _ask("places")


def _heard(case: Case) -> set[str | None]:
    """Return who said something themselves; what another says of their view is not theirs."""
    views = (one.said_by or one.who for one in case.assessment.perspectives if one.words.strip())
    return {card.said_by for card in case.factors} | set(views)


def _ask(name: str) -> Prompt:
    return Prompt(id=name, key=f"retelling.ask-{name}")


def _ask_person(person: Person) -> Prompt:
    return Prompt(
        id=f"voice:{person.id}", key="retelling.ask-voice", blanks={"name": person.called}
    )
