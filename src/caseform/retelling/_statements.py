"""The picture as short sentences, each with the cards that it speaks of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseform.model import Case, Factor, Place, Side
from caseform.retelling._circles import circle_sentence, is_circle, pairs_of
from caseform.retelling._quotes import quoted
from caseform.retelling._sentences import (
    Speaker,
    called_in,
    compared_cards,
    compared_sentence,
    link_sentence,
)
from caseform.retelling._sight import (
    Pair,
    Sees,
    cards_seen,
    everything,
    is_strength,
    ties_seen,
)
from caseform.text import Language, listed, say

# What a room is told: no more than can be held in mind while the talk goes on.
MOST_LINES = 5
# Of what pushes or draws home a room is told this many cards in one line; of strengths all.
MOST_IN_A_LINE = 5

# Whatever else is left out of a line, what helps is not.
_NAMED_IN_FULL = frozenset({"toward", "strengths"})
# What is told where five lines are not enough for all of it, by the head of its name.
_WEIGHTIEST = ("toward", "strengths", "away", "home", "circle", "problem", "compared", "link")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence, or a few, that say a part of the picture.

    Args:
        about: Its name among the sentences, such as ``toward`` or ``circle:f-1+f-2``; the same
            part keeps its name when its words change.
        cards: Ids of the factors that it speaks of.
        text: The sentence.
    """

    about: str
    cards: tuple[str, ...]
    text: str


def retell(
    case: Case,
    language: Language,
    *,
    sees: Sees = everything,
    speaker: Speaker | None = None,
    short: bool = False,
    problem: bool = True,
    onset: bool = False,
) -> tuple[Statement, ...]:
    """Return the picture in sentences, ending on what draws to school and gives strength.

    Args:
        case: The case.
        language: Of the sentences.
        sees: Whether a card, link, comparison, circle or step is spoken of.
        speaker: Gives what the person with an id is called, or None where that is not said;
            by default everyone is called what the case calls them.
        short: Five lines at most, for the room; otherwise all of it, with which step goes with
            which card.
        problem: Whether the family's own name for the problem may be said.
        onset: Whether it may be said how it began; the therapist wrote that down, so only the
            whole version on the therapist's own page says it.

    Returns:
        The sentences in the order in which they are read aloud; none where nothing is known.

    Example:
        >>> from datetime import date
        >>> from caseform.model import Bearing, Region
        >>> cooking = Factor(id="f-1", words="kookles", bearing=Bearing.TOWARD_SCHOOL)
        >>> case = Case(id="c-1", alias="a", region=Region.VL, created_on=date(2026, 11, 2))
        >>> case = case.with_item("factors", cooking)
        >>> [line.text for line in retell(case, "nl")]
        ['Dit trekt naar school: “kookles”.']
    """
    most = MOST_IN_A_LINE if short else None
    told = _Told(case, language, sees, speaker or called_in(case), most)
    begun = tuple(told.problem()) if problem else ()
    drawn = (*told.away_by_place(), *told.on("home"))
    tied = (*told.named(), *told.circles(), *told.links(), *told.compared())
    helps = (*told.on("toward"), *told.strengths())
    if not short:
        began = tuple(told.onset()) if onset else ()
        return (*begun, *began, *drawn, *tied, *told.steps(), *helps)
    whole = (*begun, *drawn, *tied, *helps)
    if len(whole) <= MOST_LINES:
        return whole
    drawn = (*told.on("away"), *told.on("home"))
    return _weightiest((*begun, *drawn, *tied, *told.what_helps()))


def _weightiest(lines: Sequence[Statement]) -> tuple[Statement, ...]:
    def weight(line: Statement) -> int:
        head = line.about.partition(":")[0]
        return _WEIGHTIEST.index(head) if head in _WEIGHTIEST else len(_WEIGHTIEST)

    kept = sorted(lines, key=weight)[:MOST_LINES]
    return tuple(line for line in lines if line in kept)


class _Told:
    """What is said of each part of the picture, as far as it is looked at."""

    def __init__(
        self, case: Case, language: Language, sees: Sees, speaker: Speaker, most: int | None
    ) -> None:
        self._case = case
        self._language = language
        self._sees = sees
        self._speaker = speaker
        self._most = most
        self._lying = cards_seen(case, sees)

    def problem(self) -> Iterator[Statement]:
        return self._written("problem", self._case.problem, whole=False)

    def onset(self) -> Iterator[Statement]:
        return self._written("onset", self._case.assessment.onset, whole=True)

    def on(self, side: Side) -> Iterator[Statement]:
        """Yield what lies on one side of the board, in one sentence."""
        return self._listing(side, self._cards_on(side))

    def away_by_place(self) -> Iterator[Statement]:
        """Yield what pushes away, a sentence for each place."""
        cards = self._cards_on("away")
        young = self._case.young_person
        called = self._speaker(young.id) if young else None
        for place in Place:
            about, here = f"away:{place.value}", [card for card in cards if card.place is place]
            if place is Place.YOUTH and called:
                yield from self._listing(about, here, key="away-youth-called", name=called)
            else:
                yield from self._listing(about, here, key=f"away-{place.value}")
        yield from self._listing("away", [card for card in cards if card.place is None])

    def named(self) -> Iterator[Statement]:
        """Yield what was mentioned, while nobody said which way it moves."""
        return self._listing("named", [c for c in self._cards_on(None) if not is_strength(c)])

    def strengths(self) -> Iterator[Statement]:
        """Yield what gives strength, besides what draws to school."""
        cards = [card for card in self._lying.values() if is_strength(card)]
        return self._listing("strengths", [card for card in cards if card.side != "toward"])

    def what_helps(self) -> Iterator[Statement]:
        """Yield what draws to school and what gives strength, in one sentence."""
        toward, strengths = tuple(self.on("toward")), tuple(self.strengths())
        if not (toward and strengths):
            return iter(toward + strengths)
        cards = [
            card for card in self._lying.values() if is_strength(card) or card.side == "toward"
        ]
        return self._listing("toward", cards, key="toward-and-strengths")

    def compared(self) -> Iterator[Statement]:
        """Yield what several people say of the same."""
        for held in self._case.comparisons:
            cards = compared_cards(self._case, held, self._sees) if self._sees(held) else []
            if cards:
                text = compared_sentence(cards, held.verdict, self._language, self._speaker)
                yield _statement(f"compared:{held.id}", cards, text)

    def links(self) -> Iterator[Statement]:
        """Yield what works on what, as far as no circle says it."""
        said = {pair for cards in self._chosen() for pair in pairs_of(cards)}
        for pair, link in ties_seen(self._case, self._sees).items():
            if pair not in said:
                one, other = (self._lying[card] for card in pair)
                text = link_sentence(one, other, link.sign, self._language)
                yield _statement(f"link:{link.source}+{link.target}", (one, other), text)

    def circles(self) -> Iterator[Statement]:
        """Yield the circles that were chosen."""
        for cards in self._chosen():
            text = circle_sentence(self._case, cards, self._language, sees=self._sees)
            yield Statement(about=f"circle:{'+'.join(cards)}", cards=cards, text=text)

    def steps(self) -> Iterator[Statement]:
        """Yield which step goes with which cards."""
        for step in self._case.return_plan.steps:
            cards = [self._lying[card] for card in step.factors if card in self._lying]
            if self._sees(step):
                yield from self._listing(
                    f"step:{step.id}", cards, key="step", step=quoted(step.words)
                )

    def _chosen(self) -> list[tuple[str, ...]]:
        return chosen_circles(self._case, self._sees)

    def _cards_on(self, side: Side | None) -> list[Factor]:
        return [card for card in self._lying.values() if card.side == side]

    def _written(self, about: str, words: str, *, whole: bool) -> Iterator[Statement]:
        if words.strip():
            text = say(f"retelling.{about}", self._language, words=quoted(words, whole=whole))
            yield _statement(about, (), text)

    def _listing(
        self,
        about: str,
        cards: Sequence[Factor],
        *,
        key: str | None = None,
        **blanks: object,
    ) -> Iterator[Statement]:
        """Yield the one sentence that lists `cards`, where there are any."""
        if not cards:
            return
        named = cards if about in _NAMED_IN_FULL else cards[: self._most]
        words = [quoted(card.words) for card in named]
        if len(named) < len(cards):
            words.append(say("retelling.and-more", self._language))
        blanks["cards"] = listed(words, self._language)
        yield _statement(about, cards, say(f"retelling.{key or about}", self._language, **blanks))


def chosen_circles(case: Case, sees: Sees) -> list[tuple[str, ...]]:
    """Return the circles that were chosen and are still round, each once."""
    chosen: dict[frozenset[Pair], tuple[str, ...]] = {}
    for circle in case.circles:
        if sees(circle) and is_circle(case, circle.cards, sees=sees):
            chosen.setdefault(frozenset(pairs_of(circle.cards)), circle.cards)
    return list(chosen.values())


def _statement(about: str, cards: Sequence[Factor], text: str) -> Statement:
    return Statement(about=about, cards=tuple(card.id for card in cards), text=text)
