"""What not attending may bring: totals of a licensed form, side by side and without advice."""

from typing import Any

from babel.numbers import format_decimal

from caseform import assessment, catalogue
from caseform.model import Case, Person, PersonKind
from caseform.text import Language, day_words, say
from caseform.widgets.assessment._changes import newest_of
from caseform.widgets.assessment._questions_view import source_words

_HIGHEST_MEAN = 6


def function_view(case: Case, language: Language) -> dict[str, Any]:
    """Return the places for totals, and what they come to."""

    def words(key: str, **blanks: object) -> str:
        return say(f"prepare.{key}", language, **blanks)

    entries = catalogue.load().functions
    places = [entry for id, entry in entries.items() if id.startswith("function-")]
    return {
        "title": words("function-title"),
        "hint": words("function-hint"),
        "alone": words("alone"),
        "source": words("source"),
        "total_hint": words("function-total-hint"),
        "names": places[0].text.in_(language),
        "functions": [
            say("prepare.function-number", language, number=at)
            for at, _ in enumerate(places, start=1)
        ],
        "nobody": "" if _informants(case) else words("function-nobody"),
        "informants": [_informant(case, person, places, language) for person in _informants(case)],
        "profile": _profile(case, language),
        "poles": {
            "title": words("function-poles"),
            "all": [
                {
                    "name": entry.name.in_(language),
                    "text": entry.text.in_(language),
                    "source": source_words(entry, language),
                }
                for id, entry in entries.items()
                if id.startswith("pole-")
            ],
        },
    }


def _informants(case: Case) -> list[Person]:
    """Return who may have filled in a form: the young person, the caregivers, and who did."""
    told = {form.said_by for form in case.assessment.functions}
    kinds = (PersonKind.YOUNG_PERSON, PersonKind.CAREGIVER)
    people = sorted(case.people, key=lambda person: person.kind is not PersonKind.YOUNG_PERSON)
    return [person for person in people if person.kind in kinds or person.id in told]


def _informant(case: Case, person: Person, places: list[Any], language: Language) -> dict[str, Any]:
    form = newest_of(case, "assessment.functions", said_by=person.id)
    totals = form.totals if form else (None,) * len(places)
    return {
        "id": person.id,
        "called": person.called,
        "on": say("prepare.version-of", language, on=day_words(form.recorded_on, language))
        if form and form.recorded_on
        else "",
        "totals": ["" if total is None else str(total) for total in totals],
    }


def _profile(case: Case, language: Language) -> dict[str, Any]:
    profile = assessment.function_profile(case)
    if profile is None:
        return {
            "title": say("prepare.profile", language),
            "empty": say("prepare.profile-empty", language),
            "note": "",
            "bars": [],
        }
    means = [
        (person.called if person else "", one.means)
        for one in profile.informants
        for person in [case.person(one.who)]
    ]
    mark = "prepare.profile-tie" if profile.is_tied else "prepare.profile-highest"
    return {
        "title": say("prepare.profile", language),
        "empty": "",
        "note": say("prepare.profile-note", language),
        "bars": [
            {
                "name": say("prepare.function-number", language, number=at + 1),
                "share": (mean or 0) / _HIGHEST_MEAN,
                "mean": say("prepare.profile-open", language)
                if mean is None
                else _number(mean, language),
                "mark": say(mark, language) if at + 1 in profile.highest else "",
                "each": " · ".join(
                    f"{called} {_number(own[at] or 0, language)}".strip()
                    for called, own in means
                    if own[at] is not None
                ),
            }
            for at, mean in enumerate(profile.means)
        ],
    }


def _number(value: float, language: Language) -> str:
    return str(format_decimal(value, format="0.0#", locale=language))
