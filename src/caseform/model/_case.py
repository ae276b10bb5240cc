"""The case: one value that holds everything known about one young person."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, Self

from caseform.errors import InvalidCaseError
from caseform.model._assessment import (
    AbsenceIdea,
    Assessment,
    CareLevel,
    FunctionTotals,
    Observation,
    Perspective,
    SafetyCheck,
)
from caseform.model._base import Id, Item, Label, Value, Words
from caseform.model._course import (
    Agreement,
    CaseEvent,
    FamilyAccommodation,
    Goal,
    Note,
    TriedAction,
)
from caseform.model._factors import Factor, Link
from caseform.model._log import LogDay
from caseform.model._people import Authority, NetworkMember, Person, PersonKind, Relation
from caseform.model._picture import Circle, Comparison, EditedSentence
from caseform.model._return import (
    AgreedPlan,
    Alternative,
    Away,
    Escort,
    FormalMeasure,
    PlannedDay,
    PullChoice,
    ReturnPlan,
    ReturnStep,
    RuleOverride,
)
from caseform.model._school import (
    FreeDay,
    LessonBlock,
    School,
    SchoolAdjustment,
    SchoolContact,
    SchoolStance,
    SpecialWeek,
)
from caseform.text import Language

FORMAT = 1

# Where the items of a case live: the path of each list, and what it holds.
COLLECTIONS: dict[str, type[Item]] = {
    "people": Person,
    "factors": Factor,
    "links": Link,
    "comparisons": Comparison,
    "circles": Circle,
    "sentences": EditedSentence,
    "relations": Relation,
    "accommodations": FamilyAccommodation,
    "network": NetworkMember,
    "events": CaseEvent,
    "goals": Goal,
    "tried": TriedAction,
    "assessment.observations": Observation,
    "assessment.ideas": AbsenceIdea,
    "assessment.functions": FunctionTotals,
    "assessment.perspectives": Perspective,
    "assessment.safety": SafetyCheck,
    "assessment.levels": CareLevel,
    "school.timetable": LessonBlock,
    "school.contacts": SchoolContact,
    "school.adjustments": SchoolAdjustment,
    "school.stances": SchoolStance,
    "school.free_days": FreeDay,
    "school.special_weeks": SpecialWeek,
    "return_plan.steps": ReturnStep,
    "return_plan.escorts": Escort,
    "return_plan.days": PlannedDay,
    "return_plan.overrides": RuleOverride,
    "return_plan.away": Away,
    "return_plan.ready": Observation,
    "return_plan.agreed": AgreedPlan,
    "return_plan.alternatives": Alternative,
    "return_plan.measures": FormalMeasure,
    "return_plan.pulls": PullChoice,
    "log": LogDay,
    "agreements": Agreement,
    "notes": Note,
}


class Region(StrEnum):
    """Where the school stands: it decides calendar, law and school words."""

    NL_NOORD = "nl-noord"
    NL_MIDDEN = "nl-midden"
    NL_ZUID = "nl-zuid"
    VL = "vl"

    @property
    def law(self) -> str:
        """The law that holds there: ``NL`` or ``VL``."""
        return "VL" if self is Region.VL else "NL"


class Case(Value):
    """Everything known about one case.

    A case is never changed: each verb gives a new one, so that an earlier version can be shown,
    compared and restored.

    Args:
        id: Id of the case.
        alias: What the case is called on screen; never a name.
        language: The language in which the case was begun.
        region: Where the school stands.
        created_on: The day on which it was begun.
        problem: The presenting problem, in the family's own words.
        problem_shared_with: The audiences that may see those words.
        said_back_shared_with: The audiences that may see their part of the picture said in words.
        is_invented: Whether this is a demo case.

    Example:
        >>> case = Case(
        ...     id="c-1", alias="Zeester", region=Region.NL_MIDDEN, created_on=date(2026, 11, 23)
        ... )
        >>> case.with_item("factors", Factor(id="f-1", words="buikpijn")).factors[0].words
        'buikpijn'
        >>> case.factors
        ()
    """

    id: Id
    alias: Words
    language: Language = "nl"
    region: Region
    created_on: date
    is_invented: bool = False
    problem: Words = ""
    problem_shared_with: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    factors: tuple[Factor, ...] = ()
    links: tuple[Link, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    circles: tuple[Circle, ...] = ()
    sentences: tuple[EditedSentence, ...] = ()
    said_back_shared_with: tuple[Label, ...] = ()
    relations: tuple[Relation, ...] = ()
    accommodations: tuple[FamilyAccommodation, ...] = ()
    network: tuple[NetworkMember, ...] = ()
    events: tuple[CaseEvent, ...] = ()
    goals: tuple[Goal, ...] = ()
    tried: tuple[TriedAction, ...] = ()
    assessment: Assessment = Assessment()
    school: School = School()
    return_plan: ReturnPlan = ReturnPlan()
    log: tuple[LogDay, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    notes: tuple[Note, ...] = ()

    def items(self, collection: str) -> tuple[Any, ...]:
        """Return the items at the path `collection`, in their order.

        Raises:
            InvalidCaseError: A case has no such list.
        """
        if collection not in COLLECTIONS:
            raise InvalidCaseError("errors.no-such-part")
        value: Any = self
        for name in collection.split("."):
            value = getattr(value, name)
        return tuple(value)

    def all_items(self) -> Iterator[tuple[str, Item]]:
        """Yield each item with the path of the list that holds it."""
        for collection in COLLECTIONS:
            for item in self.items(collection):
                yield collection, item

    def find(self, collection: str, item_id: str) -> Any:
        """Return the item with `item_id`, or None."""
        return next((item for item in self.items(collection) if item.id == item_id), None)

    def person(self, person_id: str | None) -> Person | None:
        """Return the person with `person_id`, or None."""
        return next((person for person in self.people if person.id == person_id), None)

    @property
    def young_person(self) -> Person | None:
        """The person this is about, once they were written down."""
        return next((p for p in self.people if p.kind is PersonKind.YOUNG_PERSON), None)

    @property
    def caregivers(self) -> tuple[Person, ...]:
        """Those who care for the young person, in the order in which they were added."""
        return tuple(p for p in self.people if p.kind is PersonKind.CAREGIVER)

    @property
    def parents_are_one_audience(self) -> bool:
        """Whether something may be shared with "the parents" as one.

        Only while each caregiver has recorded authority, no contact limit and no separate file.
        """
        return bool(self.caregivers) and all(
            p.authority is Authority.RECORDED and not p.contact_limit and not p.separate_file
            for p in self.caregivers
        )

    def with_items(self, collection: str, items: tuple[Item, ...]) -> Self:
        """Return this case with `items` as the whole list at `collection`."""
        head, _, tail = collection.partition(".")
        if not tail:
            return self.model_copy(update={head: items})
        part = getattr(self, head).model_copy(update={tail: items})
        return self.model_copy(update={head: part})

    def with_item(self, collection: str, item: Item) -> Self:
        """Return this case with `item` added, or in place of the item with the same id.

        Raises:
            InvalidCaseError: The list holds another kind of thing.
        """
        held = self.items(collection)
        if not isinstance(item, COLLECTIONS[collection]):
            raise InvalidCaseError("errors.no-such-part")
        if any(old.id == item.id for old in held):
            return self.with_items(
                collection, tuple(item if old.id == item.id else old for old in held)
            )
        return self.with_items(collection, (*held, item))

    def without_item(self, collection: str, item_id: str) -> Self:
        """Return this case without that item, and without what spoke of it on the board.

        Links and circles that went through it go too; a comparison goes on with the cards that
        are left, as long as there are two.
        """
        left = self.with_items(
            collection, tuple(old for old in self.items(collection) if old.id != item_id)
        )
        if collection != "factors":
            return left
        compared = (
            one.model_copy(update={"cards": tuple(card for card in one.cards if card != item_id)})
            for one in left.comparisons
        )
        return left.model_copy(
            update={
                "links": tuple(k for k in left.links if item_id not in (k.source, k.target)),
                "circles": tuple(one for one in left.circles if item_id not in one.cards),
                "comparisons": tuple(one for one in compared if len(one.cards) > 1),
                "sentences": tuple(one for one in left.sentences if item_id not in one.cards),
            }
        )
