"""From what was answered on the page to the verb that writes it in the case.

What was written on an earlier day is never written over: a new text on another day is a new
version, private until it is shared, and the earlier one stays beside it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from caseform.errors import InvalidCaseError
from caseform.model import (
    AddItem,
    Answer,
    Case,
    Change,
    EditField,
    EditItem,
    Factor,
    Note,
    Person,
    Perspective,
    RemoveItem,
    SafetyCheck,
    SeveralChanges,
    ShareItem,
    TriedAction,
    new_id,
)
from caseform.projection.build import labels_of_present, sees
from caseform.projection.rooms import Room

_TRIED = ("did", "effect", "needed")
_MOST = 36  # of a total: six items of six points
_OF_AN_ANSWER = ("answer", "words", "since")
# The words of a note about safety, in the order in which one writes them.
SAFETY_NOTE = ("said", "told", "plan", "supervisor")
_OF_SAFETY = (*SAFETY_NOTE, "on", "next_contact_on")
# Of the assessment as a whole; the first two are words, the others days.
_FIELDS = ("onset", "pattern", "counted_from", "counted_until")
_DAYS = ("counted_from", "counted_until", "on", "next_contact_on")


def versions(items: Iterable[Any], who: str) -> list[Any]:
    """Return what was written for one person, newest first; what has no date comes last."""
    held = [(one.on or date.min, at, one) for at, one in enumerate(items) if one.who == who]
    return [one for _, _, one in sorted(held, key=lambda each: each[:2], reverse=True)]


def seeing(case: Case, who: str, words: str, *, today: date) -> Change:
    """Return the change that writes how one person sees it, as a version of today.

    Args:
        case: The case.
        who: Id of the person.
        words: What they say; nothing takes the version of today away.
        today: The day of the version.

    Raises:
        InvalidCaseError: There is no such person.
    """
    _person(case, who)
    words = words.strip()
    newest = next(iter(versions(case.assessment.perspectives, who)), None)
    if newest is not None and newest.on == today:
        if not words:
            return RemoveItem(collection="assessment.perspectives", id=newest.id)
        return EditItem(collection="assessment.perspectives", id=newest.id, fields={"words": words})
    view = Perspective(
        id=new_id("v"), who=who, said_by=who, words=words, on=today, recorded_on=today
    )
    return _add("assessment.perspectives", view)


def trying(case: Case, who: str, name: str, words: str, *, today: date) -> Change:
    """Return the change that writes one part of what someone tried, as a version of today.

    Args:
        case: The case.
        who: Id of the person whose row it is.
        name: ``did``, ``effect`` or ``needed``; the other two come along from the last version.
        words: What stands there.
        today: The day of the version.

    Raises:
        InvalidCaseError: There is no such person, or no such part.
    """
    _person(case, who)
    _known(name, _TRIED)
    newest = next(iter(versions(case.tried, who)), None)
    told = {part: getattr(newest, part) if newest else "" for part in _TRIED} | {
        name: words.strip()
    }
    if newest is not None and newest.on == today:
        if not any(told.values()):
            return RemoveItem(collection="tried", id=newest.id)
        return EditItem(collection="tried", id=newest.id, fields={name: told[name]})
    row = TriedAction(id=new_id("t"), who=who, said_by=who, on=today, recorded_on=today, **told)
    return _add("tried", row)


def sharing(case: Case, who: str, label: str, *, on: bool, known: Iterable[str]) -> Change:
    """Return the change that shows how someone sees it to one audience, or no longer.

    Shown is the newest version. Withdrawn is every version: else an earlier one would come back
    in its place.

    Raises:
        InvalidCaseError: They have not said anything yet.
    """
    held = versions(case.assessment.perspectives, who)
    if not held:
        raise InvalidCaseError("errors.no-longer-there")
    labels = [each for each in known if each != label]
    changes = [
        ShareItem(
            collection="assessment.perspectives",
            id=one.id,
            labels=(*_seen(case, one, labels), *((label,) if on else ())),
        )
        for one in (held[:1] if on else held)
    ]
    return SeveralChanges(changes=tuple(changes))


def sharing_here(case: Case, who: str, room: str, *, known: Iterable[str]) -> Change:
    """Return the change that shows how someone sees it to everyone present.

    Raises:
        InvalidCaseError: They have not said anything yet.
    """
    held = versions(case.assessment.perspectives, who)
    if not held:
        raise InvalidCaseError("errors.no-longer-there")
    here = labels_of_present(case, Room.parse(room))
    labels = tuple(dict.fromkeys((*_seen(case, held[0], known), *here)))
    return ShareItem(collection="assessment.perspectives", id=held[0].id, labels=labels)


def withdrawing(case: Case, who: str) -> Change:
    """Return the change that keeps every version of how someone sees it to the therapist."""
    return SeveralChanges(
        changes=tuple(
            ShareItem(collection="assessment.perspectives", id=one.id, labels=())
            for one in versions(case.assessment.perspectives, who)
            if one.shared_with
        )
    )


def audiences(case: Case, item: Any, known: Iterable[str]) -> list[str]:
    """Return which of the labels `known` may see `item`."""
    return list(_seen(case, item, known))


def catching(
    case: Case, how: str, words: str, *, topic: str, said_by: str | None, today: date
) -> Change:
    """Return the change that keeps an answer that was given in a talk.

    Args:
        case: The case.
        how: ``card`` for the board, ``view`` for how they see it, or ``note`` for the therapist.
        words: The answer.
        topic: What was asked, for the note.
        said_by: Id of the person who gave it, if it is one of the case.
        today: The day of the talk.

    Raises:
        InvalidCaseError: There are no words, there is nobody whose view it is, or no such way.
    """
    words = words.strip()
    if not words:
        raise InvalidCaseError("errors.nothing-written")
    if how == "card":
        card = Factor(id=new_id("f"), words=words, said_by=said_by, recorded_on=today)
        return _add("factors", card)
    if how == "note":
        note = Note(id=new_id("n"), words=f"{topic}: {words}", said_by=said_by, recorded_on=today)
        return _add("notes", note)
    _known(how, ("view",))
    if said_by is None:
        raise InvalidCaseError("errors.who-said-it")
    newest = next(iter(versions(case.assessment.perspectives, said_by)), None)
    before = newest.words if newest else ""
    return seeing(case, said_by, f"{before}\n{words}", today=today)


def answering(
    case: Case,
    about: str,
    name: str,
    value: Any,
    *,
    said_by: str | None,
    today: date,
    among: str = "assessment.observations",
) -> Change:
    """Return the change that writes what one person answers to one question of the catalogue.

    Args:
        case: The case.
        about: Id of the question.
        name: ``answer``, ``words`` or ``since``.
        value: The value as JSON; None takes the answer back, as far as it was given today.
        said_by: Id of the person; None for the therapist.
        today: The day on which it is written.
        among: The list of observations in which it stands.

    Raises:
        InvalidCaseError: There is no such part or answer.
    """
    _known(name, _OF_AN_ANSWER)
    same = {"about": about, "said_by": said_by}
    held = newest_of(case, among, **same)
    if name == "answer" and value is None:
        if held is not None and held.recorded_on == today and not (held.words or held.since):
            return RemoveItem(collection=among, id=held.id)
        value = Answer.UNKNOWN.value
    written = value if name == "answer" else str(value or "").strip()
    return _dated(
        case,
        among,
        "o",
        {"answer": (held.answer if held else Answer.UNKNOWN).value, name: written},
        _OF_AN_ANSWER,
        today=today,
        same=same,
    )


def thinking(case: Case, fields: dict[str, Any], *, today: date) -> Change:
    """Return the change that writes which type the therapist thinks of, as an idea of today.

    Raises:
        InvalidCaseError: There is no idea yet to give a reason for.
    """
    return _dated(case, "assessment.ideas", "i", fields, ("kind", "reason"), today=today)


def standing(case: Case, system: str, fields: dict[str, Any], *, today: date) -> Change:
    """Return the change that writes the tier or phase that the therapist thinks of today.

    Raises:
        InvalidCaseError: There is no level yet to give a reason for.
    """
    return _dated(
        case,
        "assessment.levels",
        "s",
        fields,
        ("level", "reason"),
        today=today,
        same={"system": system},
    )


def totalling(case: Case, said_by: str | None, at: int, written: object, *, today: date) -> Change:
    """Return the change that writes one total of a form that someone filled in.

    Args:
        case: The case.
        said_by: Id of the person who filled it in.
        at: Which of the four, from 0.
        written: The total, from 0 to 36; nothing takes it away.
        today: The day on which it is written.

    Raises:
        InvalidCaseError: It is no such total.
    """
    newest = newest_of(case, "assessment.functions", said_by=said_by)
    totals = list(newest.totals) if newest else [None] * 4
    totals[at] = total_from(written)
    return _dated(
        case,
        "assessment.functions",
        "u",
        {"totals": totals},
        ("totals",),
        today=today,
        same={"said_by": said_by},
    )


def total_from(written: object) -> int | None:
    """Return a total in whole points; None where nothing was written.

    Raises:
        InvalidCaseError: It is none from 0 to 36.

    Example:
        >>> total_from(" 24 "), total_from("")
        (24, None)
    """
    text = str(written if written is not None else "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and int(text) <= _MOST):
        raise InvalidCaseError("errors.total-unfit", most=_MOST)
    return int(text)


def happening(event_id: str | None, told: dict[str, Any]) -> Change:
    """Return the change that writes down something that happened.

    Args:
        event_id: Which; None adds one.
        told: ``words``, ``on`` (a day as JSON, or nothing), ``about``,
            ``changes_plan`` and ``is_transition``.

    Raises:
        InvalidCaseError: There are no words, or it is no day.
    """
    words = str(told.get("words") or "").strip()
    if not words:
        raise InvalidCaseError("errors.event-needs-words")
    fields = {
        "words": words,
        "on": day_from(told.get("on")),
        "about": str(told.get("about") or "").strip(),
        "changes_plan": bool(told.get("changes_plan")),
        "is_transition": bool(told.get("is_transition")),
    }
    if event_id is None:
        return AddItem(collection="events", item={"id": new_id("e"), **fields})
    return EditItem(collection="events", id=event_id, fields=fields)


def asking_safety(case: Case, answer: str | None, *, today: date) -> Change:
    """Return the change that says that safety was asked about today; None takes that back.

    Raises:
        InvalidCaseError: It would take a note along, or there is nothing to take back.
    """
    held = next((one for one in case.assessment.safety if one.on == today), None)
    if answer is not None:
        if held is not None:
            fields = {"answer": answer}
            return EditItem(collection="assessment.safety", id=held.id, fields=fields)
        check = SafetyCheck(id=new_id("y"), on=today, answer=Answer(answer), recorded_on=today)
        return _add("assessment.safety", check)
    if held is None:
        raise InvalidCaseError("errors.no-longer-there")
    if has_note(held):
        raise InvalidCaseError("errors.safety-has-note")
    return RemoveItem(collection="assessment.safety", id=held.id)


def has_note(check: SafetyCheck) -> bool:
    """Return whether something was written down when safety was asked about."""
    return any(getattr(check, name) for name in (*SAFETY_NOTE, "next_contact_on"))


def noting_safety(check_id: str, name: str, value: object) -> Change:
    """Return the change of one field of a note about safety.

    Raises:
        InvalidCaseError: There is no such field, or it is no day.
    """
    _known(name, _OF_SAFETY)
    written: object = day_from(value) if name in _DAYS else str(value or "").strip()
    if name == "on" and written is None:
        raise InvalidCaseError("errors.no-such-day")
    return EditItem(collection="assessment.safety", id=check_id, fields={name: written})


def writing(name: str, value: object) -> Change:
    """Return the change of one field of the assessment.

    Raises:
        InvalidCaseError: There is no such field, or it is no day.
    """
    _known(name, _FIELDS)
    written: object = day_from(value) if name in _DAYS else str(value or "").strip()
    return EditField(path=f"assessment.{name}", value=written)


def day_from(written: object) -> str | None:
    """Return a day as the case keeps it; None where nothing was written.

    Raises:
        InvalidCaseError: It is no day.

    Example:
        >>> day_from("2026-11-24"), day_from("")
        ('2026-11-24', None)
    """
    text = str(written or "").strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InvalidCaseError("errors.no-such-day") from error


def newest_of(case: Case, collection: str, **same: Any) -> Any:
    """Return the last item of a list whose fields are as in `same`, or None."""
    fitting = (
        one
        for one in reversed(case.items(collection))
        if all(getattr(one, name) == value for name, value in same.items())
    )
    return next(fitting, None)


def _dated(
    case: Case,
    collection: str,
    kind: str,
    fields: dict[str, Any],
    kept: tuple[str, ...],
    *,
    today: date,
    same: dict[str, Any] | None = None,
) -> Change:
    """Return the change that writes `fields` in the version of today, begun from the last one."""
    same = same or {}
    newest = newest_of(case, collection, **same)
    if newest is None and kept[0] not in fields:
        raise InvalidCaseError("errors.choose-first")
    if newest is not None and newest.recorded_on == today:
        return EditItem(collection=collection, id=newest.id, fields=fields)
    before = newest.model_dump(mode="json", include=set(kept)) if newest else {}
    item = {"id": new_id(kind), "recorded_on": today.isoformat(), **same, **before, **fields}
    return AddItem(collection=collection, item=item)


def _seen(case: Case, item: Any, known: Iterable[str]) -> tuple[str, ...]:
    return tuple(label for label in known if sees(case, label, item.shared_with))


def _add(collection: str, item: Any) -> AddItem:
    return AddItem(collection=collection, item=item.model_dump(mode="json"))


def _person(case: Case, who: str) -> Person:
    person = case.person(who)
    if person is None:
        raise InvalidCaseError("errors.no-longer-there")
    return person


def _known(name: str, names: tuple[str, ...]) -> None:
    if name not in names:
        raise InvalidCaseError("errors.no-such-part")
