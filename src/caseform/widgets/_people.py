"""The people of a case: who they are, what each may know of the other, and who can when."""

from operator import attrgetter
from typing import Any

from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Authority,
    Case,
    Change,
    EditField,
    EditItem,
    Person,
    PersonKind,
    RemoveItem,
    SeveralChanges,
    ShareItem,
    new_id,
)
from caseform.text import Language, say, weekday_words
from caseform.widgets._asked import answer

# Who there are besides the young person, in the order in which a case usually grows.
_OTHERS = (
    PersonKind.CAREGIVER,
    PersonKind.SCHOOL,
    PersonKind.RELATIVE,
    PersonKind.SIBLING,
    PersonKind.NETWORK,
    PersonKind.PEER,
    PersonKind.HELPER,
)
_TRAVEL_ALONG = {
    PersonKind.CAREGIVER,
    PersonKind.RELATIVE,
    PersonKind.SIBLING,
    PersonKind.NETWORK,
    PersonKind.PEER,
}
_SCHOOL_DAYS = 5
_OLDEST = 120


class PeopleIntents:
    """What happens when the people of a case are changed. A page inherits it."""

    session: Any

    def intent_save_person(self, intent: dict[str, Any]) -> None:
        """Add a person, or change what is known of one."""

        def save() -> None:
            change = saving_person(self.session.case, intent.get("id"), intent)
            # Who someone is, is for the therapist: Together does not reach it.
            self.session.apply(change, for_me=True)

        answer(self, "person", save)

    def intent_remove_person(self, intent: dict[str, Any]) -> None:
        """Take a person out of the case."""

        def remove() -> None:
            self.session.apply(removing_person(self.session.case, str(intent["id"])))

        answer(self, "person", remove)

    def intent_person_day(self, intent: dict[str, Any]) -> None:
        """Say whether someone can travel along, or receive, on one weekday."""
        self.session.apply(
            person_day(
                self.session.case,
                str(intent["id"]),
                int(intent["weekday"]),
                on=bool(intent["on"]),
            ),
            for_me=True,
        )


def age_from(written: object) -> int | None:
    """Return an age in whole years; None where nothing was written.

    Raises:
        InvalidCaseError: It is not an age.

    Example:
        >>> age_from(" 14 "), age_from("")
        (14, None)
    """
    text = str(written if written is not None else "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and int(text) <= _OLDEST):
        raise InvalidCaseError("errors.age-unfit")
    return int(text)


def saving_person(case: Case, person_id: str | None, told: dict[str, Any]) -> Change:
    """Return the change that adds a person, or changes what is known of one.

    Args:
        case: The case.
        person_id: Who is changed; None adds someone.
        told: ``called``, ``is`` (a `PersonKind`), ``relation``, ``age``, ``authority``,
            ``contact_limit`` and ``separate_file``. The last three hold for a caregiver only.

    Raises:
        InvalidCaseError: There is no name, the age is none, or a second young person was asked
            for.
    """
    called = str(told.get("called") or "").strip()
    if not called:
        raise InvalidCaseError("errors.person-needs-a-name")
    young = case.young_person
    is_young = young is not None and young.id == person_id
    kind = PersonKind.YOUNG_PERSON if is_young else _kind(told.get("is"), case)
    cares = kind is PersonKind.CAREGIVER
    fields = {
        "kind": kind.value,
        "called": called,
        "relation": str(told.get("relation") or "").strip(),
        "age": age_from(told.get("age")),
        "authority": str(told.get("authority") or Authority.UNKNOWN)
        if cares
        else Authority.UNKNOWN.value,
        "contact_limit": cares and bool(told.get("contact_limit")),
        "separate_file": cares and bool(told.get("separate_file")),
    }
    was = case.person(person_id)
    change: Change = (
        AddItem(collection="people", item={"id": new_id("p"), **fields})
        if was is None
        else EditItem(collection="people", id=was.id, fields=fields)
    )
    if not cares or (was is not None and was.kind is PersonKind.CAREGIVER):
        return change
    # What was shared with "the parents" before was shared with those who were parents then.
    return SeveralChanges(changes=(*by_name(case), change))


def by_name(case: Case) -> list[Change]:
    """Return the changes that share with each caregiver of now what "the parents" may see.

    Where the parents are no one audience the word opened nothing, and it is taken out.
    """
    singles = [f"parent:{one.id}" for one in case.caregivers if case.parents_are_one_audience]

    def named(labels: tuple[str, ...]) -> list[str]:
        each = (singles if label == "parents" else [label] for label in labels)
        return list(dict.fromkeys(one for some in each for one in some))

    fields = ("problem_shared_with", "said_back_shared_with", "return_plan.shared_with")
    changes: list[Change] = [
        EditField(path=path, value=named(attrgetter(path)(case)))
        for path in fields
        if "parents" in attrgetter(path)(case)
    ]
    return changes + [
        ShareItem(collection=path, id=item.id, labels=tuple(named(item.shared_with)))
        for path, item in case.all_items()
        if "parents" in item.shared_with
    ]


def _kind(named: object, case: Case) -> PersonKind:
    kind = next((one for one in PersonKind if one.value == named), None)
    if kind is None or (kind is PersonKind.YOUNG_PERSON and case.young_person is not None):
        raise InvalidCaseError("errors.no-such-part")
    return kind


def removing_person(case: Case, person_id: str) -> Change:
    """Return the change that takes a person out, with the tasks they had in the plan.

    Raises:
        InvalidCaseError: There is no such person, it is the young person, or something in the
            case is theirs: a card, an agreement, a goal.
    """
    person = case.person(person_id)
    if person is None:
        raise InvalidCaseError("errors.no-longer-there")
    if person.kind is PersonKind.YOUNG_PERSON or _has_part(case, person_id):
        raise InvalidCaseError("errors.person-in-use", name=person.called)
    how = case.return_plan.how
    changes: list[Any] = [
        EditField(path=f"return_plan.how.{task}", value=None)
        for task in ("receiver", "stand_in")
        if getattr(how, task) == person_id
    ]
    for day in case.return_plan.days:
        free = {
            name: None for name in ("travel_with", "received_by") if getattr(day, name) == person_id
        }
        if free:
            changes.append(EditItem(collection="return_plan.days", id=day.id, fields=free))
    for path in ("return_plan.escorts", "school.contacts", "network"):
        changes += [
            RemoveItem(collection=path, id=one.id)
            for one in case.items(path)
            if one.person == person_id
        ]
    changes += [
        RemoveItem(collection="relations", id=one.id)
        for one in case.relations
        if person_id in (one.one, one.other)
    ]
    changes.append(RemoveItem(collection="people", id=person_id))
    return SeveralChanges(changes=tuple(changes))


def _has_part(case: Case, person_id: str) -> bool:
    names = ("said_by", "who", "whose")
    return any(
        getattr(item, name, None) == person_id for _, item in case.all_items() for name in names
    )


def person_day(case: Case, person_id: str, weekday: int, *, on: bool) -> Change:
    """Return the change that says whether someone can on one weekday.

    Someone of the school receives at the door on that day, anyone else travels along.

    Args:
        case: The case.
        person_id: Who.
        weekday: Monday is 0.
        on: Whether they can.

    Raises:
        InvalidCaseError: There is no such person.
    """
    person = case.person(person_id)
    if person is None:
        raise InvalidCaseError("errors.no-longer-there")
    receives = person.kind is PersonKind.SCHOOL
    path = "school.contacts" if receives else "return_plan.escorts"
    name = "available" if receives else "weekdays"
    held = next((one for one in case.items(path) if one.person == person_id), None)
    days = set(getattr(held, name)) if held else set()
    days = days | {weekday} if on else days - {weekday}
    if held is None:
        fresh = {"id": new_id("e"), "person": person_id, name: sorted(days)}
        return AddItem(collection=path, item=fresh)
    if not days and not getattr(held, "task", ""):
        return RemoveItem(collection=path, id=held.id)
    return EditItem(collection=path, id=held.id, fields={name: sorted(days)})


def spread(case: Case, shared_with: tuple[str, ...]) -> list[str]:
    """Return audiences one by one: the parents as each parent by name.

    A label per person stays true when later one of them may no longer know what the other knows.
    """
    singles = [f"parent:{person.id}" for person in case.caregivers]
    together = singles if case.parents_are_one_audience else []
    return list(
        dict.fromkeys(
            one for label in shared_with for one in (together if label == "parents" else [label])
        )
    )


def people_view(case: Case, language: Language) -> dict[str, Any]:
    """Return the people as plain, worded values."""

    def words(key: str, **blanks: object) -> str:
        return say(f"people.{key}", language, **blanks)

    others = [person for person in case.people if person.kind is not PersonKind.YOUNG_PERSON]
    kinds = [PersonKind.YOUNG_PERSON, *_OTHERS] if case.young_person is None else list(_OTHERS)
    return {
        "title": words("title"),
        "hint": words("hint"),
        "names": " · ".join(person.called for person in case.people),
        "unfold": words("unfold"),
        "empty": "" if others else words("empty"),
        "add": words("add"),
        "rows": [_row(case, person, language) for person in case.people],
        "form": {
            "new": words("add"),
            "called": words("called"),
            "called_hint": words("called-hint"),
            "is": words("is"),
            "kinds": [{"id": kind.value, "text": words(f"kind-{kind}")} for kind in kinds],
            "relation": words("relation"),
            "relation_hint": words("relation-hint"),
            "age": words("age"),
            "authority": words("authority"),
            "authority_hint": words("authority-hint"),
            "authorities": [
                {"id": one.value, "text": words(f"authority-{one}")} for one in Authority
            ],
            "contact_limit": words("contact-limit"),
            "contact_limit_hint": words("contact-limit-hint"),
            "separate_file": words("separate-file"),
            "separate_file_hint": words("separate-file-hint"),
            "do_new": words("do-new"),
            "do": words("do"),
            "close": words("close"),
        },
    }


def _row(case: Case, person: Person, language: Language) -> dict[str, Any]:
    is_young = person.kind is PersonKind.YOUNG_PERSON
    return {
        "id": person.id,
        "called": person.called,
        "facts": " · ".join(_facts(person, language)),
        "edit": say("people.edit", language, name=person.called),
        "remove": "" if is_young else say("people.remove", language, name=person.called),
        "days": _days(case, person, language),
        "told": {
            "called": person.called,
            "is": person.kind.value,
            "relation": person.relation,
            "age": "" if person.age is None else str(person.age),
            "authority": person.authority.value,
            "contact_limit": person.contact_limit,
            "separate_file": person.separate_file,
        },
    }


def _facts(person: Person, language: Language) -> list[str]:
    facts = [say(f"people.kind-{person.kind}", language)]
    if person.relation and person.relation != person.called:
        facts.append(person.relation)
    if person.age is not None:
        facts.append(say("people.fact-age", language, age=person.age))
    if person.kind is PersonKind.CAREGIVER:
        facts.append(say(f"people.fact-{person.authority}", language))
        facts += [
            say(f"people.fact-{name.replace('_', '-')}", language)
            for name in ("contact_limit", "separate_file")
            if getattr(person, name)
        ]
    return facts


def _days(case: Case, person: Person, language: Language) -> dict[str, Any] | None:
    """Return on which weekdays they travel along or receive; None for who does neither."""
    if person.kind is PersonKind.SCHOOL:
        key, held = "people.receives", case.school.contacts
        can = {day for one in held if one.person == person.id for day in one.available}
    elif person.kind in _TRAVEL_ALONG:
        key = "people.travels"
        can = {
            day
            for one in case.return_plan.escorts
            if one.person == person.id
            for day in one.weekdays
        }
    else:
        return None
    label = say(key, language)
    return {
        "label": label,
        "all": [
            {
                "weekday": day,
                "text": weekday_words(day, language)[:2],
                "label": f"{person.called} {label} {weekday_words(day, language)}",
                "on": day in can,
            }
            for day in range(_SCHOOL_DAYS)
        ],
    }
