"""The people around a young person, and what each may know."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from caseform.model._base import Item, Words


class PersonKind(StrEnum):
    """Where a person stands in the case."""

    YOUNG_PERSON = "young-person"
    CAREGIVER = "caregiver"
    SIBLING = "sibling"
    RELATIVE = "relative"
    SCHOOL = "school"
    HELPER = "helper"
    NETWORK = "network"
    PEER = "peer"
    THERAPIST = "therapist"


class Authority(StrEnum):
    """Whether a caregiver has parental authority, as recorded by the therapist."""

    RECORDED = "recorded"
    NONE = "none"
    UNKNOWN = "unknown"


class Person(Item):
    """Someone who matters in the case.

    Args:
        kind: Where the person stands.
        name: Full name, for the therapist.
        called: What the person is called in the room: a first name, or "moeder".
        relation: In the family's words: "moeder", "mentor", "oma".
        role: Task at school or in help, such as key figure or receiver.
        age: Age in whole years.
        authority: Parental authority, for caregivers.
        contact_limit: A judge or agreement limits the contact with the young person.
        separate_file: This caregiver has a file of their own, apart from the other's.
        home_days: Weekdays (Monday is 0) on which the young person lives with this caregiver.
        reachable: When and how to reach them, for the therapist.
    """

    kind: PersonKind
    name: Words = ""
    called: Words
    relation: Words = ""
    role: Words = ""
    age: Annotated[int, Field(ge=0, le=120)] | None = None
    authority: Authority = Authority.UNKNOWN
    contact_limit: bool = False
    separate_file: bool = False
    home_days: tuple[Annotated[int, Field(ge=0, le=6)], ...] = ()
    reachable: Words = ""


class NetworkMember(Item):
    """Someone of the support network around the parents, and what they do.

    Args:
        person: Id of the person.
        offers: What they offered to do.
        told_on: When they were told what is going on.
        last_contact_on: When they last heard from the family.
    """

    person: str
    offers: Words = ""
    told_on: date | None = None
    last_contact_on: date | None = None


class RelationKind(StrEnum):
    """How two people stand to each other, as the therapist understands it."""

    CLOSE = "close"
    VERY_CLOSE = "very-close"
    DISTANT = "distant"
    TENSE = "tense"
    BROKEN = "broken"
    PARTNERS = "partners"
    SEPARATED = "separated"
    PARENT_OF = "parent-of"


class Relation(Item):
    """How two people stand to each other."""

    one: str
    other: str
    kind: RelationKind
    words: Words = ""
