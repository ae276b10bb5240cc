"""The entries of the catalogue, as they are once read: complete, and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from caseform.catalogue._search import found
from caseform.model import Answer, Bearing, Draw, HowFar, Place, Role, Severity, StepKind
from caseform.text import Language, Text

Law = Literal["NL", "VL"]


class Basis(StrEnum):
    """What a rule or a ladder rests on; none of them is a tested threshold."""

    STATED = "stated"
    DERIVED = "derived"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A text that entries rest on.

    Args:
        id: The number before the colon in `lines`, such as ``003``.
        title: Its title, in its own language.
        by: Who wrote or published it, and where.
        published: When, as far as the text itself says; empty if it does not.
        country: The country it writes about.
    """

    id: str
    title: str
    by: str
    published: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorEntry:
    """One thing that is known to push away from school or to draw toward it, in general.

    Args:
        id: Words with hyphens; never changed and never used again.
        seed_row: Row of the codebook that it comes from, such as ``y04``.
        place: Where it acts.
        roles: The parts that it is known to play; a case chooses its own.
        bearing: Which way it moves a young person, where that is plain.
        draw: What draws elsewhere, where something does.
        absence_types: The kinds of absence that the source speaks of.
        citations: Publications, as the source names them; may be empty.
        lines: Where it stands in the sources, as ``003:1560-1564``.
        sensitive: Whether it is kept back while a room is watching.
        reviewed: Whether a clinician has read it; until then it is a draft.
        text: The clinician's term.
        family: The words on a card that a parent, a young person and a school can read.
        self_: How the young person could say it.
        also: Other words that people type for it; searched and never shown.
    """

    id: str
    seed_row: str
    place: Place
    roles: tuple[Role, ...]
    bearing: Bearing | None
    draw: Draw | None
    absence_types: tuple[str, ...]
    citations: tuple[str, ...]
    lines: tuple[str, ...]
    sensitive: bool
    reviewed: bool
    text: Text
    family: Text
    self_: Text
    also: Text | None


class PointGroup(StrEnum):
    """What a point of a plan is about."""

    DOOR = "door"
    LADDER = "ladder"
    REWARD = "reward"
    SCHOOL = "school"
    HOME = "home"
    ASSESSMENT = "assessment"
    RETURNING = "returning"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """A rule of practice on a plan, and the sentence that says it.

    Args:
        id: Such as ``R-T1``.
        severity: The heaviest that it can weigh; a finding may weigh less.
        basis: What it rests on; see `Catalogue.bases` for the words.
        law: The law under which alone it holds; None where it holds everywhere.
        message: One or two plain sentences for the clinician.
        lines: Where it stands in the sources.
        reviewed: Whether a clinician has read it.
        asks: Id of the point that decides it; empty where other fields of a case do.
        speaks_on: The answers to that point on which it speaks; not answered is not known.
        beside: The points beside which it is said, where it only advises and nothing fires it.
        checked_on: When somebody last held it against the law of that day; None while nobody did.
    """

    id: str
    severity: Severity
    basis: Basis
    law: Law | None
    message: Text
    lines: tuple[str, ...]
    reviewed: bool
    asks: str = ""
    speaks_on: tuple[Answer, ...] = ()
    beside: PointGroup | None = None
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """One rung of a ladder to start from.

    Args:
        id: Unique within its ladder.
        text: The words that a new step starts with.
        reaches: How far it goes, where that is what it is about.
        minutes: Minutes at school on a day, where the source gives them.
    """

    id: str
    text: Text
    reaches: HowFar | None
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderEntry:
    """A ladder to start from: offered, never filled in by itself.

    Args:
        id: Such as ``distance``.
        kind: Along which line it asks a little more.
        name: What it is called on screen.
        steps: From the lightest up.
        basis: What it rests on.
        lines: Where it stands in the sources.
        reviewed: Whether a clinician has read it.
    """

    id: str
    kind: StepKind
    name: Text
    steps: tuple[LadderStep, ...]
    basis: Basis
    lines: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionEntry:
    """Where a school stands.

    Args:
        id: Such as ``nl-zuid``.
        name: What it is called on screen.
        law: Which law and school words hold there; the two never mix.
    """

    id: str
    name: Text
    law: Law


class QuestionGroup(StrEnum):
    """What a question of the assessment is about."""

    REFUSAL = "refusal"
    TRUANCY = "truancy"
    WITHDRAWAL = "withdrawal"
    EXCLUSION = "exclusion"
    EARLY_SIGNAL = "early-signal"
    SCHOOL_SIGNAL = "school-signal"
    AT_RISK = "at-risk"
    MORNING = "morning"
    HINDERING = "hindering"
    DISRUPTION = "disruption"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointEntry:
    """One point that a plan needs to be ready, which someone can answer yes or no to.

    Args:
        id: Words with hyphens; an `Observation` among ``return_plan.ready`` names it.
        group: What it is about.
        text: The question to the clinician.
        lines: Where it stands in the sources.
        reviewed: Whether a clinician has read it.
        lasts_days: For how many days an answer holds, where it is to be asked again.
    """

    id: str
    group: PointGroup
    text: Text
    lines: tuple[str, ...]
    reviewed: bool
    lasts_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionEntry:
    """One criterion, signal or element that someone can say yes or no to, or not know.

    Args:
        id: Words with hyphens; an `Observation` names it.
        group: What it is about.
        text: The clinician's wording.
        ask: A way to ask for it; ours where we wrote it, None where the text is enough.
        seeds: The sources that name it, such as ``002``; definitions differ between them.
        basis: What it rests on.
        lines: Where it stands in the sources.
        reviewed: Whether a clinician has read it.
    """

    id: str
    group: QuestionGroup
    text: Text
    ask: Text | None
    seeds: tuple[str, ...]
    basis: Basis
    lines: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEntry:
    """One topic of a talk, as something to say in own words.

    Args:
        id: Words with hyphens.
        talk: With whom: ``youth`` or ``parents``.
        text: The topic.
        prompt: One way to open it; ours.
        lines: Where the topic stands in the sources.
        reviewed: Whether a clinician has read it.
    """

    id: str
    talk: Literal["youth", "parents"]
    text: Text
    prompt: Text
    lines: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdEntry:
    """A number with a window, above which a source speaks of a problem or the law of a duty.

    Args:
        id: Words with hyphens.
        text: What it is, in the clinician's words.
        number: The number; None where it is a judgement and not a count.
        up_to: Upper end, where the source gives a span; between the two it is on the line.
        unit: What is counted.
        weeks: Length of the window; None where the source names none.
        at_number: What exactly the number means; ``on-the-line`` where the source words it both
            ways.
        counts: Whether all absence is counted, or only what the school gave no leave for.
        ages: First and last age at which it holds; None where the source names none.
        law: The law under which alone it holds; None where it holds everywhere.
        note: What has to be said beside it, such as a wording that differs within the source.
        lines: Where it stands in the sources.
        published: The date of the source as far as it says, such as ``c. 2020``.
        checked_on: When somebody last held it against the law or source of that day; None while
            nobody did.
        reviewed: Whether a clinician has read it.
    """

    id: str
    text: Text
    number: int | None
    up_to: int | None
    unit: Literal["percent", "days", "hours", "weeks", "calendar-days", "half-days", "judgement"]
    weeks: int | None
    at_number: Literal["reached", "not-reached", "on-the-line"]
    counts: Literal["all", "unauthorised"]
    ages: tuple[int, int] | None
    law: Law | None
    note: Text | None
    lines: tuple[str, ...]
    published: str
    checked_on: date | None
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionEntry:
    """One answer to choose from, such as a tier, a phase, a function or a type of absence.

    Args:
        id: Words with hyphens.
        name: What it is called.
        text: What it means, in a sentence or two.
        law: Where it is used alone; None where it is used everywhere.
        lines: Where it stands in the sources; empty for what is marked as not theirs.
        reviewed: Whether a clinician has read it.
    """

    id: str
    name: Text
    text: Text
    law: Law | None
    lines: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeEntry:
    """Help from outside, or another way than this school.

    Args:
        id: Words with hyphens; an `Alternative` names it.
        name: What it is called.
        text: What it is, and for whom or when.
        against: What speaks against it, or on which condition.
        law: Where it exists alone; None where it exists everywhere.
        from_age: The age before which it is not open; None where the sources name none.
        leaves_school: Whether it takes the place of this school, so that the three questions and
            the agreement on contact are asked.
        lines: Where it stands in the sources.
        reviewed: Whether a clinician has read it.
    """

    id: str
    name: Text
    text: Text
    against: Text
    law: Law | None
    from_age: int | None
    leaves_school: bool
    lines: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureEntry:
    """A measure of the law or the authorities, weighed before it is taken.

    Args:
        id: Words with hyphens; a `FormalMeasure` names it.
        name: What it is called.
        text: What it is.
        in_favour: What speaks for it.
        against: What speaks against it, or on which condition.
        law: Under which law it exists; the two never mix.
        lines: Where it stands in the sources.
        checked_on: When somebody last held it against the law of that day; None while nobody did.
        reviewed: Whether a clinician has read it.
    """

    id: str
    name: Text
    text: Text
    in_favour: tuple[Text, ...]
    against: tuple[Text, ...]
    law: Law
    lines: tuple[str, ...]
    checked_on: date | None
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PullEntry:
    """A question on which the sources pull in different directions.

    Args:
        id: Words with hyphens; a `PullChoice` names it.
        text: The question.
        first: What one side says.
        first_lines: Where it stands.
        second: What the other side says.
        second_lines: Where it stands.
        both: How both can be held.
        reviewed: Whether a clinician has read it.
    """

    id: str
    text: Text
    first: Text
    first_lines: tuple[str, ...]
    second: Text
    second_lines: tuple[str, ...]
    both: Text
    reviewed: bool


def is_stale(checked_on: date | None, today: date) -> bool:
    """Return whether nobody held an entry against its source or the law in the last twelve months.

    Example:
        >>> is_stale(date(2025, 11, 24), date(2026, 11, 24)), is_stale(None, date(2026, 11, 24))
        (False, True)
    """
    if checked_on is None:
        return True
    lasts_until = (checked_on.year + 1, checked_on.month, checked_on.day)
    return (today.year, today.month, today.day) > lasts_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything that the field says in general, by id and in the order of the files."""

    factors: Mapping[str, FactorEntry]
    rules: Mapping[str, RuleEntry]
    ladders: Mapping[str, LadderEntry]
    regions: Mapping[str, RegionEntry]
    bases: Mapping[Basis, Text]
    sources: Mapping[str, SourceEntry]
    questions: Mapping[str, QuestionEntry]
    points: Mapping[str, PointEntry]
    alternatives: Mapping[str, AlternativeEntry]
    measures: Mapping[str, MeasureEntry]
    pulls: Mapping[str, PullEntry]
    guides: Mapping[str, GuideEntry]
    thresholds: Mapping[str, ThresholdEntry]
    absence_types: Mapping[str, OptionEntry]
    functions: Mapping[str, OptionEntry]
    care_levels: Mapping[str, OptionEntry]

    def search(
        self, words: str, language: Language, *, watching: bool = False, limit: int = 8
    ) -> tuple[FactorEntry, ...]:
        """Return the factors that fit what was typed so far.

        Every typed word has to be found, at the start of a word or inside one, because Dutch
        writes compounds as one word. Accents and capitals do not matter. If nothing fits, the
        endings of the longer typed words are let go, so that *verhuisden* finds *verhuisd*.

        Args:
            words: What was typed; nothing typed finds nothing.
            language: The language to look in.
            watching: Whether somebody besides the therapist sees the list. Then sensitive
                entries are left out, and of what an entry says only the family's wording is
                looked in, because that is what the room would read.
            limit: The longest list wanted.

        Returns:
            Best first; where two fit equally well, in the order of the files.

        Example:
            >>> from caseform.catalogue import load
            >>> [entry.id for entry in load().search("pest", "nl", watching=True)]
            ['being-bullied']
            >>> load().search("autisme", "nl", watching=True)
            ()
        """
        wordings: dict[str, str] = {}
        for entry in self.factors.values():
            if watching and entry.sensitive:
                continue
            shown = (entry.family,) if watching else (entry.family, entry.text, entry.self_)
            searched = shown if entry.also is None else (*shown, entry.also)
            wordings[entry.id] = " ".join(text.in_(language) for text in searched)
        return tuple(self.factors[id] for id in found(words, wordings)[: max(limit, 0)])
