"""What changed between two versions of a case, in words and card by card."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from caseform import catalogue
from caseform.model import Case, Factor, GoalState, Item, Link
from caseform.retelling._circles import circle_sentence
from caseform.retelling._quotes import quoted, quoted_list
from caseform.retelling._sentences import (
    called_in,
    compared_cards,
    compared_sentence,
    link_sentence,
)
from caseform.retelling._sight import Sees, cards_seen, everything, ties_seen
from caseform.retelling._statements import chosen_circles
from caseform.text import Language, listed, say

# The young person and the parents, the team, or a supervisor with whom one thinks aloud.
Mode = Literal["family", "team", "supervisor"]
Kind = Literal[
    "new", "changed", "gone", "link", "circle", "compared", "idea", "step", "agreement", "goal",
    "nothing",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that changed.

    Args:
        kind: What changed; ``new``, ``changed`` and ``gone`` are about a card itself.
        cards: Ids of the factors that it is about.
        text: The change as a sentence.
    """

    kind: Kind
    cards: tuple[str, ...]
    text: str


def differences(
    before: Case,
    after: Case,
    language: Language,
    *,
    sees: Sees = everything,
    mode: Mode = "family",
) -> tuple[Difference, ...]:
    """Return what changed from one version of a case to a later one.

    What was shown once and is not any more is not told as gone: it was taken back, and its words
    with it. What is only now shown counts as new.

    Args:
        before: The earlier version.
        after: The later one.
        language: Of the sentences.
        sees: Whether an item of either version is looked at.
        mode: Who reads it: ``family`` leaves out every working idea; ``team`` tells those that are
            shared with the team, and nothing else; ``supervisor`` tells all, with the reasons.

    Returns:
        The changes, the board first; where nothing changed, one sentence that says so.

    Example:
        >>> from datetime import date
        >>> from caseform.model import Region
        >>> before = Case(id="c-1", alias="a", region=Region.VL, created_on=date(2026, 11, 2))
        >>> after = before.with_item("factors", Factor(id="f-1", words="buikpijn"))
        >>> [(one.kind, one.text) for one in differences(before, after, "nl")]
        [('new', 'Nieuw: “buikpijn”.')]
    """

    def is_told(item: Item) -> bool:
        return sees(item) and (mode != "team" or "team" in item.shared_with)

    found = _Differences(before, after, language, is_told, mode)
    told = (
        *found.cards(),
        *found.links(),
        *found.circles(),
        *found.comparisons(),
        *found.types(),
        *found.steps(),
        *found.agreements(),
        *found.goals(),
    )
    nothing = Difference(kind="nothing", cards=(), text=say("retelling.nothing", language))
    return told or (nothing,)


class _Differences:
    def __init__(
        self, before: Case, after: Case, language: Language, sees: Sees, mode: Mode
    ) -> None:
        self._before = before
        self._after = after
        self._language = language
        self._sees = sees
        self._mode = mode
        self._lay = cards_seen(before, sees)
        self._lie = cards_seen(after, sees)

    def cards(self) -> Iterator[Difference]:
        for card in self._lie.values():
            if card.id not in self._lay:
                yield self._one("new", (card.id,), self._say("new-card", card=card.words))
            elif words := " ".join(self._about(self._lay[card.id], card)):
                yield self._one("changed", (card.id,), words)
        for old in self._lay.values():
            if self._after.find("factors", old.id) is None:
                yield self._one("gone", (old.id,), self._say("gone-card", card=old.words))
        if self._mode != "family":
            yield from self._ideas()

    def _about(self, old: Factor, new: Factor) -> Iterator[str]:
        if old.words != new.words:
            yield self._say("reworded", before=old.words, after=new.words)
        if old.side != new.side:
            yield self._say(f"now-{new.side or 'no-side'}", card=new.words)
        if old.place != new.place:
            place = new.place.value if new.place else "no-place"
            yield self._say(f"moved-{place}", card=new.words)

    def _ideas(self) -> Iterator[Difference]:
        for card in self._lie.values():
            old = self._lay.get(card.id)
            if _idea(card) != (_idea(old) if old else _NO_IDEA):
                yield self._one("idea", (card.id,), self._idea_sentence(card))

    def _idea_sentence(self, card: Factor) -> str:
        ideas = [
            say(f"picture.{name}-{value}", self._language)
            for name, value in zip(("role", "strength", "certainty"), _idea(card), strict=True)
            if value is not None
        ]
        if not ideas:
            return self._say("no-idea", card=card.words)
        words = listed(ideas, self._language)
        return say("retelling.idea", self._language, card=quoted(card.words), ideas=words)

    def links(self) -> Iterator[Difference]:
        was, now = ties_seen(self._before, self._sees), ties_seen(self._after, self._sees)
        for pair, link in now.items():
            if pair not in was:
                yield self._link("new-link", self._lie, link)
            elif was[pair].sign != link.sign:
                yield self._link("changed-link", self._lie, link)
        kept = {(link.source, link.target) for link in self._after.links}
        for pair, link in was.items():
            # With a card its links go too; that the card went says enough.
            if pair not in kept and set(pair) <= self._lie.keys():
                yield self._link("gone-link", self._lie, link)

    def _link(self, key: str, lying: dict[str, Factor], link: Link) -> Difference:
        one, other = lying[link.source], lying[link.target]
        words = link_sentence(one, other, link.sign, self._language)
        text = say(f"retelling.{key}", self._language, link=words)
        return self._one("link", (one.id, other.id), self._with_reason(text, link.grounds))

    def circles(self) -> Iterator[Difference]:
        was = {frozenset(c): c for c in chosen_circles(self._before, self._sees)}
        now = {frozenset(c): c for c in chosen_circles(self._after, self._sees)}
        for held, cards in now.items():
            if held not in was:
                words = circle_sentence(self._after, cards, self._language, sees=self._sees)
                text = say("retelling.new-circle", self._language, circle=words)
                yield self._one("circle", cards, text)
        chosen = {frozenset(circle.cards) for circle in self._after.circles}
        for held, cards in was.items():
            if held not in now and held not in chosen and held <= self._lie.keys():
                words = quoted_list([self._lie[card].words for card in cards], self._language)
                text = say("retelling.gone-circle", self._language, cards=words)
                yield self._one("circle", cards, text)

    def comparisons(self) -> Iterator[Difference]:
        was = {one.id: one for one in self._before.comparisons if self._sees(one)}
        for one in self._after.comparisons:
            cards = compared_cards(self._after, one, self._sees) if self._sees(one) else []
            old = was.get(one.id)
            if cards and (old is None or (old.verdict, old.cards) != (one.verdict, one.cards)):
                speaker = called_in(self._after)
                words = compared_sentence(cards, one.verdict, self._language, speaker)
                text = say("retelling.now-compared", self._language, said=words)
                yield self._one("compared", tuple(card.id for card in cards), text)

    def types(self) -> Iterator[Difference]:
        if self._mode == "family":
            return
        was = {one.id: one for one in self._before.assessment.ideas if self._sees(one)}
        for one in self._after.assessment.ideas:
            if self._sees(one) and one != was.get(one.id):
                name = catalogue.load().absence_types[one.kind.value].name.in_(self._language)
                text = say("retelling.type-idea", self._language, type=name)
                yield self._one("idea", (), self._with_reason(text, one.reason))

    def steps(self) -> Iterator[Difference]:
        was = self._done_steps(self._before)
        for step in self._after.return_plan.steps:
            if self._sees(step) and step.id in self._done_steps(self._after) - was:
                lying = tuple(card for card in step.factors if card in self._lie)
                yield self._one("step", lying, self._say("step-done", step=step.words))

    def _done_steps(self, case: Case) -> set[str | None]:
        return {day.step for day in case.log if day.done and self._sees(day)}

    def agreements(self) -> Iterator[Difference]:
        was = {one.id for one in self._before.agreements if one.done_on}
        for one in self._after.agreements:
            if self._sees(one) and one.done_on and one.id not in was:
                person = self._after.person(one.who)
                if person is None:
                    text = self._say("agreement-done", what=one.what)
                else:
                    what, name = quoted(one.what), person.called
                    text = say("retelling.agreement-done-by", self._language, what=what, name=name)
                yield self._one("agreement", (), text)

    def goals(self) -> Iterator[Difference]:
        was = {goal.id: goal for goal in self._before.goals if self._sees(goal)}
        for goal in self._after.goals:
            if not self._sees(goal):
                continue
            old, said = was.get(goal.id), []
            if old is None:
                said.append(self._say("new-goal", goal=goal.words))
            elif old.words != goal.words:
                said.append(self._say("reworded", before=old.words, after=goal.words))
            if goal.state is not (old.state if old else GoalState.OPEN):
                said.append(self._say(f"goal-{goal.state.value}", goal=goal.words))
            if said:
                lying = tuple(card for card in goal.factors if card in self._lie)
                yield self._one("goal", lying, " ".join(said))

    def _say(self, key: str, **words: str) -> str:
        blanks: dict[str, Any] = {name: quoted(each) for name, each in words.items()}
        return say(f"retelling.{key}", self._language, **blanks)

    def _with_reason(self, text: str, reason: str) -> str:
        if self._mode != "supervisor" or not reason.strip():
            return text
        why = say("retelling.reason", self._language, words=quoted(reason, whole=True))
        return f"{text} {why}"

    def _one(self, kind: Kind, cards: tuple[str, ...], text: str) -> Difference:
        return Difference(kind=kind, cards=cards, text=text)


_NO_IDEA = (None, None, None)


def _idea(card: Factor) -> tuple[Any, Any, Any]:
    return (card.role, card.strength, card.certainty)
