"""From a case to what one room may see: by naming what goes in, never by taking out.

An item goes in only if every one present may see it. What a person is called goes in only if
that person is present, or if the item names them as the one who acts.
"""

from datetime import date
from hashlib import sha256
from typing import Any

from caseform.model import Case, Region
from caseform.projection._audiences import check_room, labels_of_present, room_sees, sees
from caseform.projection._seen import Everything, Seen
from caseform.projection.rooms import (
    ParentsRoom,
    Room,
    RoomProjection,
    SchoolRoom,
    TeamRoom,
    TherapistPaper,
    TimeZone,
    YouthRoom,
)
from caseform.text import Language

__all__ = [
    "build",
    "build_therapist_paper",
    "check_room",
    "labels_of_present",
    "room_sees",
    "sees",
]


def build(
    case: Case,
    room: Room,
    *,
    language: Language,
    today: date,
) -> RoomProjection:
    """Return what `room` may see of `case`.

    Args:
        case: The case.
        room: Who is present.
        language: The language of the page.
        today: The day on which it is shown; dated days before it are left out.

    Returns:
        The projection, of the type that belongs to this kind of room.

    Raises:
        RoomError: This case has no such room.
    """
    check_room(case, room)
    seen = Seen(case, room, language)
    common: dict[str, Any] = {
        "language": language,
        "is_invented": case.is_invented,
        "today": today,
        "present": seen.present,
        "problem": case.problem if room_sees(case, room, case.problem_shared_with) else "",
        "cards": seen.cards,
        "links": seen.links,
        "circles": seen.circles,
        "voices": seen.voices,
        "said": seen.said,
        "views": seen.views,
        "agreements": seen.agreements,
        "series": _series(case, str(room)),
        "time_zone": _time_zone(case),
    }
    plan = seen.plan(today)
    if room.has_youth:
        return YouthRoom(
            **common,
            events=seen.events,
            steps=plan.steps,
            days=plan.days,
            spot=plan.how.spot,
            done=seen.done,
        )
    if "school" in room.labels:
        return SchoolRoom(
            **common,
            days=plan.days,
            free=plan.free,
            how=plan.how,
            adjustments=plan.adjustments,
            exempts=plan.exempts,
        )
    family: dict[str, Any] = {
        "events": seen.events,
        "steps": plan.steps,
        "days": plan.days,
        "free": plan.free,
        "done": seen.done,
        "how": plan.how,
        "accommodations": seen.accommodations,
        "goals": seen.goals,
    }
    if room.labels == ("team",):
        return TeamRoom(**common, **family, adjustments=plan.adjustments, exempts=plan.exempts)
    return ParentsRoom(**common, **family)


def build_therapist_paper(case: Case, *, language: Language, today: date) -> TherapistPaper:
    """Return everything of `case` that goes on a paper, for the therapist's own use."""
    seen = Everything(case, Room(labels=()), language)
    plan = seen.plan(today)
    return TherapistPaper(
        language=language,
        is_invented=case.is_invented,
        today=today,
        problem=case.problem,
        cards=seen.cards,
        links=seen.links,
        circles=seen.circles,
        voices=seen.voices,
        said=seen.said,
        views=seen.views,
        events=seen.events,
        roles=seen.roles,
        agreements=seen.agreements,
        series=_series(case, "therapist"),
        time_zone=_time_zone(case),
        steps=plan.steps,
        days=plan.days,
        free=plan.free,
        done=seen.done,
        how=plan.how,
        accommodations=seen.accommodations,
        goals=seen.goals,
        adjustments=plan.adjustments,
        exempts=plan.exempts,
        tried=seen.tried,
        notes=tuple(note.words for note in case.notes),
    )


def _series(case: Case, room: str) -> str:
    """Return what ties the appointments of one room together, and tells nothing else.

    It is another for each room, so that two calendars cannot be laid side by side.
    """
    return sha256(f"{case.id} {room}".encode()).hexdigest()[:16]


def _time_zone(case: Case) -> TimeZone:
    return "Europe/Brussels" if case.region is Region.VL else "Europe/Amsterdam"
