"""What those in one room see of a case, part by part: the picture, what was said, what was done."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from caseform.model import (
    Case,
    Circle,
    Comparison,
    Factor,
    Item,
    Link,
    Person,
    PersonKind,
    Role,
)
from caseform.projection._audiences import room_sees
from caseform.projection._plan import PlanSeen
from caseform.projection.rooms import (
    Room,
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


class Seen:
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


class Everything(Seen):
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
