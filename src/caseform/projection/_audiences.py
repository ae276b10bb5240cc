"""Who is in a room, and what it takes for all of them to see something."""

from collections.abc import Iterable

from caseform.errors import RoomError
from caseform.model import Case
from caseform.projection.rooms import Room


def sees(case: Case, label: str, shared_with: Iterable[str]) -> bool:
    """Return whether the audience `label` may see what is shared with `shared_with`.

    Example:
        >>> from datetime import date
        >>> from caseform.model import Region
        >>> case = Case(id="c-1", alias="a", region=Region.VL, created_on=date(2026, 11, 23))
        >>> sees(case, "youth", ("youth", "school")), sees(case, "parents", ("youth",))
        (True, False)
    """
    given = set(shared_with)
    if not case.parents_are_one_audience:
        # "The parents" is no audience while one of them may not know what the other knows.
        given.discard("parents")
    if label in given:
        return label != "parents" or case.parents_are_one_audience
    singles = {f"parent:{person.id}" for person in case.caregivers}
    if label == "parents":
        return bool(singles) and case.parents_are_one_audience and singles <= given
    return label in singles and "parents" in given


def room_sees(case: Case, room: Room, shared_with: Iterable[str]) -> bool:
    """Return whether every one present in `room` may see it."""
    given = tuple(shared_with)
    return bool(room.labels) and all(sees(case, label, given) for label in room.labels)


def check_room(case: Case, room: Room) -> None:
    """Refuse a room that this case does not have.

    Raises:
        RoomError: A single parent who is not in the case, or "the parents" while they are not
            one audience.
    """
    singles = {f"parent:{person.id}" for person in case.caregivers}
    for label in room.labels:
        if label.startswith("parent:") and label not in singles:
            raise RoomError("errors.room-no-such-parent")
        if label == "parents" and not case.parents_are_one_audience:
            raise RoomError("errors.room-parents-apart")


def labels_of_present(case: Case, room: Room) -> tuple[str, ...]:
    """Return one label per person present, as a card made together gets them.

    "The parents" become each caregiver by themselves, so that a later change of who may know what
    does not open the card to someone who was not there.
    """
    singles = tuple(f"parent:{person.id}" for person in case.caregivers)
    labels: list[str] = []
    for label in room.labels:
        labels.extend(singles if label == "parents" else (label,))
    return tuple(dict.fromkeys(labels))
