"""From a case to what one room may see: by naming what goes in, never by taking out.

An item goes in only if every one present may see it. What a person is called goes in only if
that person is present, or if the item names them as the one who acts.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from caseform.errors import RoomError
from caseform.model import (
    Case,
    Circle,
    Comparison,
    Factor,
    Item,
    Link,
    Person,
    PersonKind,
    Region,
    Role,
)
from caseform.projection._plan import PlanSeen
from caseform.projection.rooms import (
    ParentsRoom,
    Room,
    RoomProjection,
    SchoolRoom,
    ShownAccommodation,
    ShownAgreement,
    ShownCard,
    ShownCircle,
    ShownDone,
    ShownEvent,
    ShownLink,
    ShownRole,
    ShownTried,
    ShownView,
    ShownVoices,
    TeamRoom,
    TherapistPaper,
    TimeZone,
    YouthRoom,
)
from caseform.retelling import circle_sentence, is_circle, retell
from caseform.text import Language, say

# "Done" looks back three school weeks; more does not fit a wall screen that is read from a sofa.
DONE_SHOWN = 15

_KINDS_OF_LABEL = {
    "youth": PersonKind.YOUNG_PERSON,
    "parents": PersonKind.CAREGIVER,
    "school": PersonKind.SCHOOL,
    "network": PersonKind.NETWORK,
    "team": PersonKind.HELPER,
}


def sees(case: Case, label: str, shared_with: Iterable[str]) -> bool:
    """Return whether the audience `label` may see what is shared with `shared_with`.

    Example:
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
    seen = _Seen(case, room, language)
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
    seen = _Everything(case, Room(labels=()), language)
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


class _Seen:
    """What one room sees, part by part."""

    # A room gets a few lines; the therapist's paper all of them.
    _is_short = True

    def __init__(self, case: Case, room: Room, language: Language) -> None:
        self._case = case
        self._room = room
        self._language = language
        self._factors = [f for f in case.factors if self._may(f)]

    def _may(self, item: Item) -> bool:
        return self._shares(item.shared_with)

    def _shares(self, shared_with: Iterable[str]) -> bool:
        return room_sees(self._case, self._room, shared_with)

    def _is_present(self, person: Person) -> bool:
        if person.kind is PersonKind.CAREGIVER:
            return bool({f"parent:{person.id}", "parents"} & set(self._room.labels))
        return any(_KINDS_OF_LABEL.get(label) is person.kind for label in self._room.labels)

    def _speaker(self, person_id: str | None) -> str | None:
        person = self._case.person(person_id)
        return person.called if person and self._is_present(person) else None

    def _acts(self, person_id: str | None) -> str | None:
        # Who receives or travels along is part of what was shared, so it is named.
        person = self._case.person(person_id)
        return person.called if person else None

    @property
    def present(self) -> tuple[str, ...]:
        called: list[str] = []
        for label in self._room.labels:
            if label in {"youth", "parents"} or label.startswith("parent:"):
                people = [
                    p
                    for p in self._case.people
                    if (label == "youth" and p.kind is PersonKind.YOUNG_PERSON)
                    or (p.kind is PersonKind.CAREGIVER and label in {"parents", f"parent:{p.id}"})
                ]
                called += [p.called for p in people] or [say("words.room-youth", self._language)]
            else:
                # The school, the network and the team are named as such, not person by person.
                called.append(say(f"words.room-{label}", self._language))
        return tuple(dict.fromkeys(called))

    @cached_property
    def _at(self) -> Mapping[str, int]:
        """Where each card stands among those that are shown."""
        return {factor.id: n for n, factor in enumerate(self._factors)}

    @property
    def cards(self) -> tuple[ShownCard, ...]:
        return tuple(
            ShownCard(
                words=factor.words,
                speaker=self._speaker(factor.said_by),
                place=factor.place.value if factor.place else None,
                side=factor.side,
                strong=factor.role is Role.PROTECTIVE,
            )
            for factor in self._factors
        )

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        return tuple(
            link
            for link in self._case.links
            if self._may(link) and self._at.keys() >= {link.source, link.target}
        )

    @property
    def links(self) -> tuple[ShownLink, ...]:
        return tuple(
            ShownLink(
                source=self._at[link.source],
                target=self._at[link.target],
                sign=link.sign.value if link.sign else None,
            )
            for link in self._links
        )

    @cached_property
    def _picture(self) -> Case:
        """The case as those present know its picture, for whoever puts it into words.

        Made by naming what goes in, so that no sentence can speak of anything else.
        """
        shown = Case(
            id=self._case.id,
            alias=self._case.alias,
            region=self._case.region,
            created_on=self._case.created_on,
            problem=self._case.problem if self._shares(self._case.problem_shared_with) else "",
            people=tuple(one for one in self._case.people if self._is_present(one)),
            factors=tuple(self._as_known(one) for one in self._factors),
            links=tuple(
                Link(id=one.id, source=one.source, target=one.target, sign=one.sign)
                for one in self._links
            ),
            comparisons=self._whole_comparisons,
        )
        return shown.model_copy(update={"circles": self._circles_in(shown)})

    def _circles_in(self, shown: Case) -> tuple[Circle, ...]:
        """Return the circles that are whole for those present and go round among these links."""
        return tuple(
            one for one in self._case.circles if self._is_whole(one) and is_circle(shown, one.cards)
        )

    def _as_known(self, factor: Factor) -> Factor:
        """Return a card without what the therapist thinks of it; a strength is told."""
        return Factor(
            id=factor.id,
            words=factor.words,
            said_by=factor.said_by,
            place=factor.place,
            bearing=factor.bearing,
            draw=factor.draw,
            role=factor.role if factor.role is Role.PROTECTIVE else None,
        )

    @property
    def _whole_comparisons(self) -> tuple[Comparison, ...]:
        return tuple(one for one in self._case.comparisons if self._is_whole(one))

    def _is_whole(self, held: Circle | Comparison) -> bool:
        """Return whether it may be seen, and every card of it too."""
        return self._may(held) and self._at.keys() >= set(held.cards)

    @property
    def circles(self) -> tuple[ShownCircle, ...]:
        return tuple(
            ShownCircle(
                cards=tuple(self._at[card] for card in circle.cards),
                words=self._corrected(
                    circle_sentence(self._picture, circle.cards, self._language), "circle"
                ),
            )
            for circle in self._picture.circles
        )

    @property
    def voices(self) -> tuple[ShownVoices, ...]:
        return tuple(
            ShownVoices(
                cards=tuple(self._at[card] for card in one.cards), verdict=one.verdict.value
            )
            for one in self._whole_comparisons
        )

    @property
    def said(self) -> tuple[str, ...]:
        if not self._shares(self._case.said_back_shared_with):
            return ()
        told = retell(
            self._picture,
            self._language,
            speaker=self._speaker,
            short=self._is_short,
            problem=bool(self._picture.problem),
            onset=not self._is_short,
        )
        lines = (self._corrected(one.text, one.about) for one in told)
        return tuple(line for line in lines if line)

    def _corrected(self, made: str, about: str) -> str:
        """Return `made` as someone corrected it, if this room may see the correction.

        A correction of a sentence that reads otherwise by now, or in this room, is not shown: it
        may speak of what those present do not know.
        """
        for one in self._case.sentences:
            same = (one.language, one.made) == (self._language, made)
            kind, _, _ = one.about.partition(":")
            known = self._may(one) and self._at.keys() >= set(one.cards)
            if same and kind == about.partition(":")[0] and known:
                return one.words
        return made

    @property
    def views(self) -> tuple[ShownView, ...]:
        newest = {
            (one.who, one.said_by): one
            for one in sorted(self._case.assessment.perspectives, key=lambda one: one.on)
            if self._may(one)
        }
        young = self._case.young_person
        # Whom it is about comes first; the others as they were asked.
        ordered = sorted(newest.values(), key=lambda one: young is None or one.who != young.id)
        # Whose view it is, is part of what was shared, so they are named.
        return tuple(
            ShownView(who=self._acts(one.who) or "", words=one.words, on=one.on)
            for one in ordered
            if one.words
        )

    @property
    def events(self) -> tuple[ShownEvent, ...]:
        """What happened, in the order of time; what has no day comes first, as on the time line."""
        seen = [one for one in self._case.events if self._may(one)]
        return tuple(
            ShownEvent(words=one.words, on=one.on, about=one.about)
            for one in sorted(seen, key=lambda one: one.on or date.min)
        )

    @property
    def agreements(self) -> tuple[ShownAgreement, ...]:
        return tuple(
            ShownAgreement(
                who=self._acts(agreement.who) or "",
                what=agreement.what,
                by=agreement.by,
                is_done=agreement.done_on is not None,
            )
            for agreement in self._case.agreements
            if self._may(agreement)
        )

    def plan(self, today: date) -> PlanSeen:
        """Return the return plan as those present see it on that day."""
        return PlanSeen(
            case=self._case,
            today=today,
            language=self._language,
            is_shared=self._shares(self._case.return_plan.shared_with),
            is_whole=not self._is_short,
            may=self._may,
            acts=self._acts,
        )

    @property
    def done(self) -> tuple[ShownDone, ...]:
        seen = [day for day in sorted(self._case.log, key=lambda d: d.on) if self._may(day)]
        return tuple(
            ShownDone(
                on=day.on, reached=day.reached.value if day.reached else None, words=day.words
            )
            for day in seen[-DONE_SHOWN:]
        )

    @property
    def accommodations(self) -> tuple[ShownAccommodation, ...]:
        return tuple(
            ShownAccommodation(
                who=self._acts(one.who) or "", what=one.what, replaced_by=one.replaced_by
            )
            for one in self._case.accommodations
            if self._may(one)
        )

    @property
    def goals(self) -> tuple[str, ...]:
        return tuple(goal.words for goal in self._case.goals if self._may(goal))


class _Everything(_Seen):
    """What the therapist sees on paper: all of it."""

    _is_short = False

    def _shares(self, shared_with: Iterable[str]) -> bool:
        return True

    def _is_present(self, person: Person) -> bool:
        return True

    @cached_property
    def _picture(self) -> Case:
        """The whole case: its sentences also say how it began and which step goes with what."""
        return self._case.model_copy(update={"circles": self._circles_in(self._case)})

    @property
    def roles(self) -> tuple[ShownRole, ...]:
        return tuple(
            ShownRole(
                words=factor.words,
                role=factor.role.value,
                speaker=self._speaker(factor.said_by),
                place=factor.place.value if factor.place else None,
            )
            for factor in self._case.factors
            if factor.role
        )

    @property
    def tried(self) -> tuple[ShownTried, ...]:
        """What was tried, each thing that someone did as it was written down last."""
        newest = {
            (one.who, one.did): one
            for one in sorted(self._case.tried, key=lambda one: one.on or date.min)
        }
        return tuple(
            ShownTried(
                who=self._acts(one.who) or "", did=one.did, effect=one.effect, needed=one.needed
            )
            for one in self._case.tried
            if one is newest[one.who, one.did]
        )
