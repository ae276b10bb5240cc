"""Cases in which every field that can hold words holds some, found by looking at the model."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from typing import Any, get_args

from pydantic.fields import FieldInfo

from caseform.model import (
    COLLECTIONS,
    AbsenceType,
    AgreedDay,
    Answer,
    Assessment,
    Authority,
    Bearing,
    CareSystem,
    Case,
    Draw,
    EndGoal,
    FreeDayKind,
    Item,
    LinkSign,
    PersonKind,
    Place,
    Region,
    RelationKind,
    ReturnHow,
    ReturnPlan,
    School,
    SpecialWeekKind,
    Value,
    Verdict,
)

# Who is in each case. The last three never do anything that others are told of.
PEOPLE = {
    "p1": PersonKind.YOUNG_PERSON,
    "p2": PersonKind.CAREGIVER,
    "p3": PersonKind.CAREGIVER,
    "p4": PersonKind.SCHOOL,
    "p5": PersonKind.SIBLING,
    "p6": PersonKind.HELPER,
    "p7": PersonKind.NETWORK,
}
# Who acts in what is shared, and so is named with it.
ACTS = "p4"

# Gives the words of a field, named as in ``factors.words``, of the item with this number.
Words = Callable[[str, int], str]
# Gives the audiences of the item with this number.
Labels = Callable[[int], tuple[str, ...]]


def holds_words(field: FieldInfo) -> bool:
    """Return whether a person may write a text of their own in this field."""
    return field.annotation is str and any(
        getattr(limit, "max_length", None) for limit in field.metadata
    )


def holds_several(field: FieldInfo) -> bool:
    """Return whether a person may write several texts of their own in this field."""
    return any(
        getattr(limit, "max_length", None)
        for inner in get_args(field.annotation)[:1]
        for about in getattr(inner, "__metadata__", ())
        for limit in getattr(about, "metadata", ())
    )


def part_of(field: FieldInfo) -> type[Value] | None:
    """Return the kind of what stands in this field, where that has fields of its own."""
    kinds = (field.annotation, *get_args(field.annotation))
    return next(
        (
            kind
            for kind in kinds
            if isinstance(kind, type) and issubclass(kind, Value) and not issubclass(kind, Item)
        ),
        None,
    )


def word_fields(kind: type[Any]) -> Iterator[str]:
    """Yield the fields of a part of a case that hold words, also those of what stands in it."""
    for name, field in kind.model_fields.items():
        part = part_of(field)
        if holds_words(field) or holds_several(field):
            yield name
        elif part is not None:
            yield from (f"{name}.{inner}" for inner in word_fields(part))


def all_word_fields() -> set[str]:
    """Return every field of a case that holds words, by its path."""
    listed = {f"{path}.{name}" for path, kind in COLLECTIONS.items() for name in word_fields(kind)}
    return listed | set(word_fields(Case))


def filled(
    words: Words,
    labels: Labels,
    *,
    today: date,
    items: int,
    factors: int | None = None,
    apart: bool = False,
) -> Case:
    """Return a case with words in every field.

    Args:
        words: Gives the words.
        labels: Gives the audiences.
        today: Days are laid around this one.
        items: How many items each list has; an even number, because cards go in pairs.
        factors: How many factors there are, if not as many.
        apart: Whether one parent may not know what the other knows.
    """
    case = Case(
        id="c-1",
        alias=words("alias", 0),
        problem=words("problem", 0),
        problem_shared_with=labels(0),
        region=Region.NL_MIDDEN,
        created_on=today - timedelta(days=60),
        said_back_shared_with=labels(2),
        assessment=Assessment(**_words_in(Assessment, "assessment", 0, words)),
        school=School(**_words_in(School, "school", 0, words)),
        return_plan=ReturnPlan(
            end_goal=EndGoal.RETURN,
            how=ReturnHow(**_words_in(ReturnHow, "return_plan.how", 0, words), receiver=ACTS),
            restart=words("return_plan.restart", 0),
            shared_with=labels(1),
        ),
    )
    for collection, kind in COLLECTIONS.items():
        count = {"people": len(PEOPLE), "factors": factors or items}.get(collection, items)
        made = tuple(
            _item(kind, collection, n, words, labels, today=today, apart=apart)
            for n in range(count)
        )
        case = case.with_items(collection, made)
    plan = case.return_plan.model_copy(update={"current": case.return_plan.steps[0].id})
    # Read back as a file is, so that nothing here is a case that no file can hold.
    whole = case.model_copy(update={"return_plan": plan})
    return Case.model_validate_json(whole.model_dump_json())


def _item(
    kind: type[Item],
    collection: str,
    n: int,
    words: Words,
    labels: Labels,
    *,
    today: date,
    apart: bool,
) -> Item:
    fields = {
        "id": _id_of(collection, n),
        "shared_with": labels(n),
        "said_by": list(PEOPLE)[n % len(PEOPLE)],
        "recorded_on": today,
        **_words_in(kind, collection, n, words),
        **_rest(collection, n, today, apart=apart),
    }
    return kind(**fields)


def _words_in(kind: type[Any], path: str, n: int, words: Words) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        where, part = f"{path}.{name}", part_of(field)
        if holds_words(field):
            made[name] = words(where, n)
        elif holds_several(field):
            made[name] = (words(where, n),)
        elif part is not None and any(word_fields(part)):
            inside = part(**_words_in(part, where, n, words), **_REST_OF.get(part, {}))
            made[name] = inside if field.annotation is part else (inside,)
    return made


# What else a part needs that stands in an item.
_REST_OF: dict[type[Value], dict[str, Any]] = {
    AgreedDay: {"on": date(2026, 11, 2), "step": "s-gone"},
}


def _rest(collection: str, n: int, today: date, *, apart: bool) -> dict[str, Any]:
    """Return what else an item of this list needs: who, when, of which kind."""
    person = list(PEOPLE)[n % len(PEOPLE)]
    bearings = (Bearing.TOWARD_SCHOOL, Bearing.AWAY_FROM_SCHOOL, None)
    rest: dict[str, dict[str, Any]] = {
        "people": {
            "id": person,
            "kind": PEOPLE[person],
            "authority": Authority.RECORDED,
            "contact_limit": apart and person == "p3",
        },
        "factors": {
            "place": list(Place)[n % len(Place)],
            "bearing": bearings[n % 3],
            "draw": Draw.HOME if n % 4 == 0 else None,
        },
        # There and back between two cards, so that each circle goes round.
        "links": {
            "source": _id_of("factors", n),
            "target": _id_of("factors", n ^ 1),
            "sign": LinkSign.MORE,
        },
        "comparisons": {
            "cards": (_id_of("factors", n), _id_of("factors", n ^ 1)),
            "verdict": list(Verdict)[n % 2],
        },
        "circles": {"cards": (_id_of("factors", n), _id_of("factors", n ^ 1))},
        "sentences": {"about": "toward", "language": "nl"},
        "assessment.observations": {"about": "refusal-distress"},
        "assessment.ideas": {"kind": AbsenceType.UNDETERMINED},
        "assessment.perspectives": {"who": person, "on": today - timedelta(days=n)},
        "assessment.safety": {"on": today - timedelta(days=n), "answer": Answer.YES},
        "assessment.levels": {"system": CareSystem.TIER, "level": 3},
        "relations": {"one": "p2", "other": "p3", "kind": RelationKind.TENSE},
        "accommodations": {"who": ACTS},
        "network": {"person": "p7"},
        "tried": {"who": "p3"},
        "school.timetable": {"weekday": n % 5, "starts": time(8, n % 60), "ends": time(9, n % 60)},
        "school.contacts": {"person": ACTS},
        # Soon, so that a paper with the days to come has them.
        "school.free_days": {
            "on": today + timedelta(days=6 + n),
            "kind": (FreeDayKind.OWN, FreeDayKind.STUDY_DAY)[n % 2],
        },
        "school.special_weeks": {
            "kind": SpecialWeekKind.OTHER,
            "starts": today + timedelta(days=300 + n),
            "ends": today + timedelta(days=300 + n),
        },
        "return_plan.escorts": {"person": "p2"},
        "return_plan.away": {
            "person": "p2",
            "starts": today + timedelta(days=300 + n),
            "ends": today + timedelta(days=300 + n),
        },
        "return_plan.ready": {"about": "handover-home"},
        "return_plan.agreed": {"on": today - timedelta(days=n)},
        "return_plan.alternatives": {"option": "youth-care"},
        "return_plan.measures": {"measure": "report"},
        "return_plan.pulls": {"about": "pace"},
        "return_plan.days": {
            "on": today + timedelta(days=n),
            "step": _id_of("return_plan.steps", n),
        },
        "return_plan.overrides": {"rule": "R-T1"},
        "log": {"on": today - timedelta(days=n)},
        "agreements": {"who": ACTS},
    }
    return rest.get(collection, {})


def _id_of(collection: str, n: int) -> str:
    return f"c{list(COLLECTIONS).index(collection)}-{n}"
