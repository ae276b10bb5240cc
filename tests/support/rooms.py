"""Invented rooms, one of each kind in two languages, rich enough to look at.

Nobody here exists.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from caseform.projection.rooms import (
    ParentsRoom,
    RoomProjection,
    SchoolRoom,
    ShownAccommodation,
    ShownAgreement,
    ShownCard,
    ShownCircle,
    ShownDay,
    ShownDone,
    ShownEvent,
    ShownHow,
    ShownLink,
    ShownRole,
    ShownStep,
    ShownView,
    ShownVoices,
    TeamRoom,
    TherapistPaper,
    YouthRoom,
)
from caseform.text import Language

TODAY = date(2026, 11, 24)
# What comes after it is in pencil.
AGREED_UNTIL = date(2026, 12, 2)

WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "problem": "naar school gaan lukt niet",
        "mother": "moeder",
        "school": "school",
        "stomach": "buikpijn, vooral op maandag",
        "sleep": "’s nachts lang wakker",
        "row": "ruzie met Noah in de pauze",
        "gaming": "gamen als ik wakker lig",
        "staying": "thuisblijven helpt even, morgen wordt moeilijker",
        "grandmother": "oma is overdag ook thuis",
        "cooking": "kookles",
        "receiver": "mevrouw Jansen wacht bij het hek",
        "friend": "Noah appt elke dag",
        "youth-club": "jeugdhuis op woensdag",
        "moved": "verhuisd in mei",
        "gate": "tot het hek",
        "bench": "tot het bankje, tien minuten zitten",
        "cooking-step": "één uur kookles",
        "helps": "Muziek in één oor. Moeder zegt gedag en gaat meteen.",
        "call": "belt school op vrijdag",
        "laptop": "zet de laptop om tien uur in de keuken",
        "travel": "met de fiets, langs het water",
        "spot": "bij het hek aan de Molenstraat",
        "goodbye": "bij de brug, kort",
        "demands": "Schoolwerk mag. Toetsen nog niet.",
        "refuge": "lokaal 012, altijd open",
        "reply": "We blijven rustig. We proberen het om tien uur nog eens, één stap kleiner.",
        "brings": "brengt ontbijt op bed",
        "kitchen": "ontbijt staat in de keuken",
        "answers": "antwoordt voor Sem als school belt",
        "self": "Sem stuurt zelf een appje",
        "goal": "weer met Noah naar school fietsen",
        "late": "mag tien minuten later binnenkomen",
        "seat": "houdt een stoel bij het raam vrij",
        "waved": "Noah zwaaide",
        "rain": "regen, toch gegaan",
        "ill": "ziek, wel een hoofdstuk gelezen",
        "said-toward": "De kookles en mevrouw Jansen trekken Sem naar school.",
        "said-away": "Buikpijn en de ruzie met Noah maken het moeilijk.",
        "said-circle": "Sem heeft buikpijn. Thuisblijven helpt even. Daarna begint het opnieuw.",
        "sem-sees": "Ik wil wel. Op maandag lukt het mijn buik niet.",
        "mother-sees": "Hij slaapt te weinig. Ik weet niet wanneer ik moet doorzetten.",
        "first-day": "eerste dag op de nieuwe school",
        "early": "in groep 4",
        "alone": "vaak alleen in de pauze",
    },
    "en": {
        "problem": "getting to school does not work",
        "mother": "mum",
        "school": "school",
        "stomach": "stomach ache, most of all on Mondays",
        "sleep": "awake for a long time at night",
        "row": "a row with Noah at break",
        "gaming": "gaming when I lie awake",
        "staying": "staying home helps for a while, tomorrow gets harder",
        "grandmother": "grandmother is home all day too",
        "cooking": "cooking lesson",
        "receiver": "Mrs Jansen waits at the gate",
        "friend": "Noah texts every day",
        "youth-club": "youth club on Wednesdays",
        "moved": "moved house in May",
        "gate": "to the gate",
        "bench": "to the bench, sit for ten minutes",
        "cooking-step": "one hour of cooking",
        "helps": "Music in one ear. Mum says goodbye and goes at once.",
        "call": "calls school on Friday",
        "laptop": "puts the laptop in the kitchen at ten",
        "travel": "by bike, along the water",
        "spot": "at the gate on Mill Street",
        "goodbye": "at the bridge, short",
        "demands": "Schoolwork is welcome. No tests yet.",
        "refuge": "room 012, always open",
        "reply": "We stay calm. We try again at ten, one step smaller.",
        "brings": "brings breakfast in bed",
        "kitchen": "breakfast is in the kitchen",
        "answers": "answers for Sem when school calls",
        "self": "Sem sends a text himself",
        "goal": "cycling to school with Noah again",
        "late": "may come in ten minutes later",
        "seat": "keeps a chair free by the window",
        "waved": "Noah waved",
        "rain": "rain, went all the same",
        "ill": "ill, read a chapter anyway",
        "said-toward": "The cooking lesson and Mrs Jansen pull Sem towards school.",
        "said-away": "Stomach ache and the row with Noah make it hard.",
        "said-circle": "Sem has stomach ache. Staying home helps a while. Then it starts again.",
        "sem-sees": "I do want to. On Mondays my stomach will not let me.",
        "mother-sees": "He sleeps too little. I do not know when to push on.",
        "first-day": "first day at the new school",
        "early": "in year 4",
        "alone": "often alone at break",
    },
}


def cards(language: Language) -> tuple[ShownCard, ...]:
    w, mother = WORDS[language], WORDS[language]["mother"]
    return (
        ShownCard(words=w["stomach"], speaker="Sem", place="youth", side="away"),
        ShownCard(words=w["sleep"], speaker=mother, place="youth", side="away"),
        ShownCard(words=w["row"], speaker="Sem", place="peers", side="away"),
        ShownCard(words=w["gaming"], speaker="Sem", place="youth", side="home"),
        ShownCard(words=w["staying"], speaker=mother, place="family", side="home"),
        ShownCard(words=w["grandmother"], place="family", side="home"),
        ShownCard(words=w["cooking"], speaker="Sem", place="school", side="toward", strong=True),
        ShownCard(words=w["receiver"], speaker="Sem", place="school", side="toward", strong=True),
        ShownCard(words=w["friend"], speaker="Sem", place="peers", side="toward"),
        ShownCard(words=w["youth-club"], speaker=mother, place="community", side="toward"),
        ShownCard(words=w["moved"], speaker=mother),
    )


LINKS = (
    ShownLink(source=0, target=4, sign="more"),
    ShownLink(source=4, target=0, sign="more"),
    ShownLink(source=3, target=1, sign="more"),
    ShownLink(source=8, target=2, sign="less"),
)


CIRCLE = (0, 4)  # stomach ache, and staying home


def read(language: Language) -> dict[str, Any]:
    """Return what is read from the cards: circles, voices, the picture said back, and views."""
    w = WORDS[language]
    return {
        "circles": (ShownCircle(cards=CIRCLE, words=w["said-circle"]),),
        "voices": (ShownVoices(cards=(1, 3), verdict="differ"),),
        "said": (w["said-toward"], w["said-away"], w["said-circle"]),
        "views": (
            ShownView(who="Sem", words=w["sem-sees"], on=date(2026, 11, 10)),
            ShownView(who=w["mother"], words=w["mother-sees"], on=date(2026, 11, 12)),
        ),
    }


def events(language: Language) -> tuple[ShownEvent, ...]:
    w = WORDS[language]
    return (
        ShownEvent(words=w["moved"], on=date(2026, 5, 4)),
        ShownEvent(words=w["first-day"], on=date(2026, 8, 31)),
        ShownEvent(words=w["alone"], about=w["early"]),
    )


def days(language: Language) -> tuple[ShownDay, ...]:
    w = WORDS[language]
    gate, bench = w["gate"], w["bench"]
    plan = (
        (25, 11, gate, "same"),
        (26, 11, gate, "same"),
        (27, 11, bench, "up"),
        (30, 11, bench, "same"),
        (1, 12, bench, "same"),
        (2, 12, bench, "same"),
        (3, 12, w["cooking-step"], "up"),
        (4, 12, w["cooking-step"], "same"),
        (7, 12, w["cooking-step"], "same"),
        (8, 12, w["cooking-step"], "same"),
    )
    return tuple(
        ShownDay(
            on=date(2026, month, day),
            step=step,
            direction=direction,
            travel_with=w["mother"],
            received_by="Jansen",
            is_agreed=date(2026, month, day) <= AGREED_UNTIL,
        )
        for day, month, step, direction in plan
    )


def done(language: Language) -> tuple[ShownDone, ...]:
    w = WORDS[language]
    return (
        ShownDone(on=date(2026, 11, 9), reached="downstairs"),
        ShownDone(on=date(2026, 11, 10), reached="under-way"),
        ShownDone(on=date(2026, 11, 12), reached="gate", words=w["waved"]),
        ShownDone(on=date(2026, 11, 13), reached="bed"),
        ShownDone(on=date(2026, 11, 16), reached="gate"),
        ShownDone(on=date(2026, 11, 17), reached="gate", words=w["rain"]),
        ShownDone(on=date(2026, 11, 19), words=w["ill"]),
        ShownDone(on=date(2026, 11, 23), reached="bench"),
    )


def steps(language: Language) -> tuple[ShownStep, ...]:
    w = WORDS[language]
    return (
        ShownStep(words=w["gate"], is_now=True, helps=w["helps"], predicted="2/10"),
        ShownStep(words=w["bench"], predicted="4/10"),
        ShownStep(words=w["cooking-step"], predicted="6/10"),
    )


def how(language: Language) -> ShownHow:
    w = WORDS[language]
    return ShownHow(
        travel=w["travel"],
        spot=w["spot"],
        receiver="Jansen",
        stand_in="Bakker",
        goodbye=w["goodbye"],
        demands=w["demands"],
        refuge=w["refuge"],
        reply=w["reply"],
    )


def agreements(language: Language) -> tuple[ShownAgreement, ...]:
    w = WORDS[language]
    return (
        ShownAgreement(who=w["mother"], what=w["call"], by=date(2026, 11, 27)),
        ShownAgreement(who="Sem", what=w["laptop"], is_done=True),
    )


def youth_room(language: Language = "nl") -> YouthRoom:
    return YouthRoom(
        language=language,
        is_invented=True,
        today=TODAY,
        present=("Sem", WORDS[language]["mother"]),
        problem=WORDS[language]["problem"],
        cards=cards(language),
        links=LINKS,
        **read(language),
        agreements=agreements(language),
        events=events(language),
        steps=steps(language),
        days=days(language),
        done=done(language),
    )


def _adults(language: Language) -> dict[str, Any]:
    w = WORDS[language]
    return {
        "language": language,
        "is_invented": True,
        "today": TODAY,
        "problem": w["problem"],
        "cards": cards(language),
        "links": LINKS,
        **read(language),
        "events": events(language),
        "agreements": agreements(language),
        "steps": steps(language),
        "days": days(language),
        "done": done(language),
        "how": how(language),
        "accommodations": (
            ShownAccommodation(who=w["mother"], what=w["brings"], replaced_by=w["kitchen"]),
            ShownAccommodation(who=w["mother"], what=w["answers"], replaced_by=w["self"]),
        ),
        "goals": (w["goal"],),
    }


def parents_room(language: Language = "nl") -> ParentsRoom:
    return ParentsRoom(**_adults(language), present=(WORDS[language]["mother"],))


def team_room(language: Language = "nl") -> TeamRoom:
    w = WORDS[language]
    return TeamRoom(**_adults(language), present=("team",), adjustments=(w["late"], w["seat"]))


def school_room(language: Language = "nl") -> SchoolRoom:
    w = WORDS[language]
    return SchoolRoom(
        language=language,
        is_invented=True,
        today=TODAY,
        present=(w["school"],),
        cards=cards(language),
        links=LINKS,
        **read(language),
        agreements=agreements(language),
        days=days(language),
        how=how(language),
        adjustments=(w["late"], w["seat"]),
    )


def therapist_paper(language: Language = "nl") -> TherapistPaper:
    w = WORDS[language]
    return TherapistPaper(
        **_adults(language),
        adjustments=(w["late"], w["seat"]),
        roles=(
            ShownRole(words=w["moved"], role="precipitating", speaker=w["mother"]),
            ShownRole(words=w["sleep"], role="predisposing", speaker=w["mother"], place="youth"),
            ShownRole(words=w["staying"], role="perpetuating", place="family"),
            ShownRole(words=w["cooking"], role="protective", speaker="Sem", place="school"),
        ),
    )


def ring_room(count: int, language: Language = "nl") -> YouthRoom:
    """Return a room with one circle of so many cards, the third tie of which says *less*."""
    base = youth_room(language)
    around = tuple(range(count))
    links = tuple(
        ShownLink(source=n, target=(n + 1) % count, sign="less" if n == 2 else "more")
        for n in around
    )
    ring = ShownCircle(cards=around, words=WORDS[language]["said-circle"])
    return base.model_copy(update={"links": links, "circles": (ring,), "voices": ()})


ROOMS = {
    "youth": youth_room,
    "parents": parents_room,
    "school": school_room,
    "team": team_room,
}


# What a projection says in words of its own; everything else in it was typed by someone.
_OWN_WORDS = {
    "kind", "language", "place", "side", "sign", "direction", "reached", "verdict", "role",
    "series", "time_zone",
}  # fmt: skip


def filled(room: RoomProjection, words: Iterable[str]) -> RoomProjection:
    """Return `room` with every text that a person typed replaced by the next of `words`."""
    supply = iter(words)

    def refill(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: refill(one, name) for name, one in value.items()}
        if isinstance(value, tuple):
            return tuple(refill(one, key) for one in value)
        return next(supply) if isinstance(value, str) and key not in _OWN_WORDS else value

    return type(room).model_validate(refill(room.model_dump()))
