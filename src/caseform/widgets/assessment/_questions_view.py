"""Questions of the catalogue with what each informant answered, and the prompts for a talk."""

from collections.abc import Iterable
from typing import Any

from caseform import catalogue
from caseform.assessment import heard_on
from caseform.catalogue import GuideEntry, QuestionEntry
from caseform.model import Answer, Case, Observation, PersonKind
from caseform.text import Language, listed, say, short_day_words

TALKS = ("youth", "parents")


def speakers_view(case: Case, language: Language) -> dict[str, Any]:
    """Return whose answers are written down: the therapist's own, or those of someone else."""
    mine = {"id": "", "text": say("prepare.speaker-me", language)}
    others = [
        {"id": person.id, "text": person.called}
        for person in case.people
        if person.kind is not PersonKind.THERAPIST
    ]
    return {
        "label": say("prepare.speaker", language),
        "options": [mine, *others],
        "answers": [
            {"id": answer.value, "text": say(f"prepare.answer-{answer}", language)}
            for answer in Answer
        ],
        "words": say("prepare.answer-words", language),
        "since": say("prepare.answer-since", language),
        "more": say("prepare.answer-more", language),
        "ask": say("prepare.answer-ask", language),
        "source": say("prepare.source", language),
    }


def question_view(
    case: Case, entry: QuestionEntry, language: Language, *, by_source: bool = False
) -> dict[str, Any]:
    """Return one question, what each one said to it, and where it comes from.

    Args:
        case: The case.
        entry: The question.
        language: Of the words.
        by_source: Whether to say which sources name it: definitions differ between them.
    """
    told = heard_on(case, entry)
    newest = {one.said_by: one for one in told.said}
    earlier = [one for one in told.said if one is not newest[one.said_by]]
    return {
        "id": entry.id,
        "text": entry.text.in_(language),
        "ask": entry.ask.in_(language) if entry.ask else "",
        "said": [_said(case, one, language) for one in newest.values()],
        "earlier": [_said(case, one, language) for one in reversed(earlier)],
        "differs": say("prepare.answers-differ", language) if told.differs else "",
        "named_by": say(
            "prepare.named-by", language, sources=listed(_titles(entry.seeds), language)
        )
        if by_source
        else "",
        "source": source_words(entry, language),
    }


def source_words(entry: Any, language: Language) -> str:
    """Return where an entry comes from: what it rests on, the texts and their lines."""
    known = catalogue.load()
    basis = getattr(entry, "basis", None)
    said = [known.bases[basis].in_(language)] if basis is not None else []
    titles = _titles(dict.fromkeys(line.partition(":")[0] for line in entry.lines))
    if entry.lines:
        said.append(
            say(
                "prepare.source-lines",
                language,
                sources=listed(titles, language),
                lines=", ".join(entry.lines),
            )
        )
    if not entry.reviewed:
        said.append(say("prepare.source-draft", language))
    return " · ".join(said)


def talk_view(case: Case, language: Language, *, fields: dict[str, str]) -> dict[str, Any]:
    """Return the prompts for both talks, one to be shown at a time.

    Args:
        case: The case.
        language: Of the words.
        fields: Name of the field for the answer, by id of the prompt.
    """

    def words(key: str, **blanks: object) -> str:
        return say(f"prepare.{key}", language, **blanks)

    guides = catalogue.load().guides.values()
    return {
        "title": words("talk-title"),
        "hint": words("talk-hint"),
        "choose": words("talk-choose"),
        "before": words("talk-before"),
        "after": words("talk-after"),
        "answer": words("talk-answer"),
        "speaker": words("talk-speaker"),
        "catch": [
            {"id": how, "text": words(f"catch-{how}"), "hint": words(f"catch-{how}-hint")}
            for how in ("card", "view", "note")
        ],
        "nobody": words("talk-nobody"),
        "source": words("source"),
        "talks": [_talk(case, talk, guides, language, fields=fields) for talk in TALKS],
    }


def _talk(
    case: Case,
    talk: str,
    guides: Iterable[GuideEntry],
    language: Language,
    *,
    fields: dict[str, str],
) -> dict[str, Any]:
    entries = [entry for entry in guides if entry.talk == talk]
    young = case.young_person
    people = ([young] if young else []) if talk == "youth" else list(case.caregivers)
    return {
        "id": talk,
        "text": say(f"prepare.talk-{talk}", language),
        "people": [{"id": person.id, "text": person.called} for person in people],
        "prompts": [
            {
                "id": entry.id,
                "topic": entry.text.in_(language),
                "prompt": entry.prompt.in_(language),
                "count": say("prepare.talk-count", language, at=at, all=len(entries)),
                "field": fields[entry.id],
                "source": source_words(entry, language),
            }
            for at, entry in enumerate(entries, start=1)
        ],
    }


def _said(case: Case, one: Observation, language: Language) -> dict[str, Any]:
    person = case.person(one.said_by)
    return {
        "id": one.id,
        "by": one.said_by or "",
        "who": person.called if person else say("prepare.speaker-me", language),
        "answer": one.answer.value,
        "answer_words": say(f"prepare.answer-{one.answer}", language),
        "words": one.words,
        "since": one.since,
        "on": short_day_words(one.recorded_on, language) if one.recorded_on else "",
    }


def _titles(seeds: Iterable[str]) -> list[str]:
    sources = catalogue.load().sources
    # Who it is by; in which journal is for whoever opens the source.
    return [sources[seed].by.partition(",")[0] for seed in seeds]
