"""The ten rows in which everyone around a young person gets a place, the young person first."""

from dataclasses import dataclass

from caseform.model import Case, Person, PersonKind

# A caregiver who says so of themselves; whoever is the third is put there too.
_BONUS = ("plus", "bonus", "stief", "step")
_PARENTS = ("parent-1", "parent-2")
_SCHOOL = ("school-1", "school-2", "school-3")
_HELPERS = ("helper-1", "helper-2")
OTHERS = "others"
# The rows in their order, each with who would be added to an empty one.
ROWS: dict[str, PersonKind] = {
    "youth": PersonKind.YOUNG_PERSON,
    **dict.fromkeys((*_PARENTS, "bonus-parent"), PersonKind.CAREGIVER),
    **dict.fromkeys(_SCHOOL, PersonKind.SCHOOL),
    **dict.fromkeys(_HELPERS, PersonKind.HELPER),
    OTHERS: PersonKind.SIBLING,
}
_AUDIENCES = {
    PersonKind.YOUNG_PERSON: "youth",
    PersonKind.SCHOOL: "school",
    PersonKind.HELPER: "team",
    PersonKind.RELATIVE: "network",
    PersonKind.NETWORK: "network",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the tables.

    Args:
        name: Which of `ROWS`.
        people: Who stands in it; only the last row holds more than one.
    """

    name: str
    people: tuple[Person, ...] = ()


def rows(case: Case) -> tuple[Row, ...]:
    """Return the ten rows with the people of `case`; whoever finds no row is among the others.

    Example:
        >>> from datetime import date
        >>> from caseform.model import Region
        >>> case = Case(id="c-1", alias="a", region=Region.VL, created_on=date(2026, 11, 2))
        >>> [row.name for row in rows(case)][:4]
        ['youth', 'parent-1', 'parent-2', 'bonus-parent']
    """
    bonus = [one for one in case.caregivers if _is_bonus(one)]
    parents = [one for one in case.caregivers if one not in bonus]
    helpers = [
        one
        for kind in (PersonKind.HELPER, PersonKind.THERAPIST)
        for one in case.people
        if one.kind is kind
    ]
    groups: list[tuple[tuple[str, ...], list[Person]]] = [
        (("youth",), [one for one in case.people if one.kind is PersonKind.YOUNG_PERSON]),
        (_PARENTS, parents),
        (("bonus-parent",), bonus + parents[len(_PARENTS) :]),
        (_SCHOOL, [one for one in case.people if one.kind is PersonKind.SCHOOL]),
        (_HELPERS, helpers),
    ]
    placed = {
        name: person
        for names, people in groups
        for name, person in zip(names, people, strict=False)
    }
    seated = {person.id for person in placed.values()}
    left = tuple(person for person in case.people if person.id not in seated)
    return tuple(
        Row(name, left if name == OTHERS else ((placed[name],) if name in placed else ()))
        for name in ROWS
    )


def audience_of(person: Person) -> str | None:
    """Return the label under which someone is shown their own words; None where there is none.

    Example:
        >>> audience_of(Person(id="p-2", kind=PersonKind.CAREGIVER, called="moeder"))
        'parent:p-2'
    """
    if person.kind is PersonKind.CAREGIVER:
        return f"parent:{person.id}"
    return _AUDIENCES.get(person.kind)


def _is_bonus(person: Person) -> bool:
    return any(
        words.casefold().startswith(_BONUS) for words in (person.relation, person.called) if words
    )
