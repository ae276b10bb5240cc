"""What a room sees on the wall: one question or one picture at a time, and nothing else.

It is made from a projection alone; nothing here imports a session.
"""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import anywidget
import traitlets as t

from caseform.pictures import circles, link_words
from caseform.projection.rooms import (
    ParentsRoom,
    RoomProjection,
    SchoolRoom,
    ShownCard,
    ShownCircle,
    ShownDay,
    ShownEvent,
    ShownHow,
    TeamRoom,
    YouthRoom,
)
from caseform.text import Language, day_words, say, short_day_words
from caseform.widgets import _assets

SIDES = ("toward", "away", "home")
# The rows of the board, from the young person outwards.
PLACES = ("youth", "family", "school", "peers", "community", "help-system")
DAYS_ON_A_SLIDE = 5
# As many cards, or lines, of two lines each as fit a wall screen at 28 pixels.
CARDS_ON_A_SLIDE = 6
LINES_ON_A_SLIDE = 4
VIEWS_ON_A_SLIDE = 3
# The picture said back: as many lines as fit, and how much fits on each.
SAID_LINES_ON_A_SLIDE = 9
_SAID_LINE = 50
# Beside each other on a wall, and on a tablet that stands upright.
RING_ACROSS, RING_ACROSS_NARROW = 3, 2
# What lies before the front door is not shown as reached; own words of such a day are.
_AT_HOME = {"bed"}


class RoomPage(anywidget.AnyWidget):
    """The page of one room.

    `show` gives it a newer projection, `blank` clears it. What is cleared is gone from the
    browser too: a blank page is told no words of the case.
    """

    _esm = _assets.bundle("room")
    _css = _assets.styles("room", "room")

    view = t.Dict().tag(sync=True)

    def __init__(self) -> None:
        self._cards: tuple[ShownCard, ...] | None = None
        self._language: Language = "nl"
        super().__init__()
        self.blank()

    def show(self, projection: RoomProjection) -> None:
        """Show `projection` from now on; a card that is new is brought into sight."""
        slides = slides_of(projection)
        added = _added(self._cards, projection.cards)
        self._cards, self._language = projection.cards, projection.language
        self.view = {
            "language": projection.language,
            "page": {
                "present": " · ".join(projection.present),
                "invented": _words(projection.language, "invented")
                if projection.is_invented
                else "",
                "before": _words(projection.language, "before"),
                "after": _words(projection.language, "after"),
                "more": _words(projection.language, "more"),
                "slides": slides,
                "added": added.words if added else "",
                "added_on": _slide_of(added, slides) if added else "",
            },
        }

    def blank(self) -> None:
        """Clear the page."""
        self.view = {
            "language": self._language,
            "page": {"blank": _words(self._language, "blank"), "slides": []},
        }


def slides_of(projection: RoomProjection) -> list[dict[str, Any]]:
    """Return what can be shown, in order; what has nothing to show has no slide.

    Returns:
        One value for each slide: its ``key``, ``kind``, ``title`` and what it shows, worded.
    """
    language = projection.language
    slides = [_welcome(projection)]
    loose = [card for card in projection.cards if card.side is None]
    if loose:
        slides += _cards_slides("table", loose, language)
    for side in SIDES:
        held = [card for card in projection.cards if card.side == side]
        if held:
            slides += _cards_slides(side, held, language)
    if len({card.side for card in projection.cards if card.side}) > 1:
        slides.append(_picture(projection))
    slides += [_circle(projection, n, one) for n, one in enumerate(circles.drawable(projection))]
    slides += [*_said(projection), *_views(projection)]
    match projection:
        case YouthRoom():
            slides += _events(projection.events, language)
            slides += [*_steps(projection), *_days(projection.days, language), *_done(projection)]
        case SchoolRoom():
            slides += [*_days(projection.days, language), *_how(projection.how, language)]
            slides += _lines("adjustments", projection.adjustments, language)
        case ParentsRoom() | TeamRoom():
            slides += _events(projection.events, language)
            slides += [*_steps(projection), *_days(projection.days, language), *_done(projection)]
            slides += _how(projection.how, language)
            slides += _instead(projection)
            slides += _lines("goals", projection.goals, language)
    slides += _agreements(projection)
    return slides


def _welcome(projection: RoomProjection) -> dict[str, Any]:
    return {
        "key": "welcome",
        "kind": "welcome",
        "title": _with_capital(day_words(projection.today, projection.language)),
        "text": _words(projection.language, "welcome"),
        "about": projection.problem,
    }


def _cards_slides(key: str, cards: list[ShownCard], language: Language) -> list[dict[str, Any]]:
    return [
        {
            "key": part_key,
            "kind": "cards",
            "title": _title(key, part_key, language),
            "side": None if key == "table" else key,
            "cards": [_card(card) for card in part],
        }
        for part_key, part in _parts(key, cards, CARDS_ON_A_SLIDE)
    ]


def _parts(key: str, held: Sequence[Any], most: int) -> list[tuple[str, Sequence[Any]]]:
    """Return `held` in parts that fit a slide, each with a key of its own."""
    return _keyed(key, [held[start : start + most] for start in range(0, len(held), most)])


def _keyed(key: str, parts: Sequence[Sequence[Any]]) -> list[tuple[str, Sequence[Any]]]:
    return [(key if n == 0 else f"{key}-{n}", part) for n, part in enumerate(parts)]


def _title(key: str, part_key: str, language: Language) -> str:
    """Return the title of a part; one that is not the first says that it goes on."""
    title = _words(language, f"title-{key}")
    return title if part_key == key else _words(language, "title-goes-on", title=title)


def _card(card: ShownCard) -> dict[str, Any]:
    return {"words": card.words, "speaker": card.speaker or "", "strong": card.strong}


def _picture(projection: RoomProjection) -> dict[str, Any]:
    """Return the whole picture: three columns, and the ties between their cards by number."""
    order: dict[int, tuple[str, int]] = {}
    columns = []
    for side in ("away", "home", "toward"):
        held = [(n, card) for n, card in enumerate(projection.cards) if card.side == side]
        held.sort(key=lambda pair: PLACES.index(pair[1].place) if pair[1].place else len(PLACES))
        for at, (n, _) in enumerate(held):
            order[n] = (side, at)
        columns.append(
            {
                "side": side,
                "title": _words(projection.language, f"side-{side}"),
                "cards": [_card(card) for _, card in held],
            }
        )
    return {
        "key": "picture",
        "kind": "picture",
        "title": _words(projection.language, "title-picture"),
        "columns": [column for column in columns if column["cards"]],
        "links": [
            {"from": order[link.source], "to": order[link.target], "sign": link.sign or ""}
            for link in projection.links
            if link.source in order and link.target in order
        ],
        "ties": [
            link_words(projection, link)
            for link in projection.links
            if link.source in order and link.target in order
        ],
    }


def _circle(projection: RoomProjection, n: int, circle: ShownCircle) -> dict[str, Any]:
    """Return one circle: its cards in a ring, what each does to the next, and its sentence."""
    count = len(circle.cards)
    seats = zip(
        circles.seats(count, RING_ACROSS), circles.seats(count, RING_ACROSS_NARROW), strict=True
    )
    return {
        "key": f"circle-{n}",
        "kind": "circle",
        "title": _words(projection.language, "title-circle"),
        "cards": [
            {
                **_card(projection.cards[card]),
                "side": projection.cards[card].side or "",
                "seat": _seat(wide),
                "narrow": _seat(narrow),
                "sign": tie.sign or "",
            }
            for card, (wide, narrow), tie in zip(
                circle.cards, seats, circles.ties(projection, circle), strict=True
            )
        ],
        "text": circle.words,
    }


def _seat(seat: tuple[float, int]) -> str:
    """Return where a card stands in a grid that has two columns for each card."""
    column, row = seat
    return f"{row + 1} / {round(2 * column) + 1} / span 1 / span 2"


def _said(projection: RoomProjection) -> list[dict[str, Any]]:
    parts: list[list[str]] = []
    for text in projection.said:
        if parts and _lines_of(*parts[-1], text) <= SAID_LINES_ON_A_SLIDE:
            parts[-1].append(text)
        else:
            parts.append([text])
    return [
        {
            "key": part_key,
            "kind": "said",
            "title": _title("said", part_key, projection.language),
            "texts": part,
        }
        for part_key, part in _keyed("said", parts)
    ]


def _lines_of(*texts: str) -> int:
    return sum(len(wrap(text, _SAID_LINE)) for text in texts)


def _views(projection: RoomProjection) -> list[dict[str, Any]]:
    return [
        {
            "key": part_key,
            "kind": "views",
            "title": _title("views", part_key, projection.language),
            "views": [{"who": one.who, "words": one.words} for one in part],
        }
        for part_key, part in _parts("views", projection.views, VIEWS_ON_A_SLIDE)
    ]


def _events(events: tuple[ShownEvent, ...], language: Language) -> list[dict[str, Any]]:
    lines = [
        {
            "on": f"{short_day_words(one.on, language)} {one.on.year}" if one.on else one.about,
            "text": one.words,
        }
        for one in events
    ]
    return _lines_slides("events", lines, language, most=DAYS_ON_A_SLIDE)


def _steps(projection: YouthRoom | ParentsRoom | TeamRoom) -> list[dict[str, Any]]:
    if not projection.steps:
        return []
    language = projection.language
    # What comes later has no day: it comes when the step of now has become ordinary.
    later = next((step for step in projection.steps if not step.is_now), None)
    is_told = later if any(step.is_now for step in projection.steps) else None
    return [
        {
            "key": "steps",
            "kind": "steps",
            "title": _words(language, "title-steps"),
            "steps": [
                {
                    "words": step.words,
                    "mark": _words(language, "now") if step.is_now else "",
                    "after": _words(language, "after-this") if step is is_told else "",
                    "helps": _words(language, "helps", what=step.helps) if step.helps else "",
                }
                for step in projection.steps
            ],
        }
    ]


def _days(days: tuple[ShownDay, ...], language: Language) -> list[dict[str, Any]]:
    slides = []
    for start in range(0, len(days), DAYS_ON_A_SLIDE):
        chosen = days[start : start + DAYS_ON_A_SLIDE]
        slides.append(
            {
                "key": f"days-{start // DAYS_ON_A_SLIDE}",
                "kind": "days",
                "title": _words(language, "title-days" if start == 0 else "title-days-after"),
                "days": [
                    {
                        "on": short_day_words(day.on, language),
                        "step": day.step,
                        "up": _words(language, "a-little-more") if day.direction == "up" else "",
                        "pencil": "" if day.is_agreed else _words(language, "pencil"),
                        "people": " → ".join(
                            who for who in (day.travel_with, day.received_by) if who
                        ),
                    }
                    for day in chosen
                ],
            }
        )
    return slides


def _done(projection: YouthRoom | ParentsRoom | TeamRoom) -> list[dict[str, Any]]:
    language = projection.language
    lines = []
    for day in projection.done:
        far = (
            say(f"papers.reached-{day.reached}", language)
            if day.reached and day.reached not in _AT_HOME
            else ""
        )
        words = [part for part in (far, day.words) if part]
        if words:
            on = short_day_words(day.on, language)
            lines.append({"on": on, "text": words[0], "then": "".join(words[1:])})
    return _lines_slides("done", lines[-DAYS_ON_A_SLIDE:], language, most=DAYS_ON_A_SLIDE)


def _how(how: ShownHow, language: Language) -> list[dict[str, Any]]:
    named = [
        ("travel", how.travel),
        ("spot", " – ".join(part for part in (how.spot, how.receiver) if part)),
        ("goodbye", how.goodbye),
        ("refuge", how.refuge),
        ("reply", how.reply),
    ]
    lines = [{"on": _words(language, f"how-{name}"), "text": text} for name, text in named if text]
    return _lines_slides("how", lines, language)


def _instead(projection: ParentsRoom | TeamRoom) -> list[dict[str, Any]]:
    language = projection.language
    lines = [
        {
            "on": one.who,
            "text": one.what,
            "then": _words(language, "instead", what=one.replaced_by) if one.replaced_by else "",
        }
        for one in projection.accommodations
    ]
    return _lines_slides("instead", lines, language)


def _lines(key: str, texts: tuple[str, ...], language: Language) -> list[dict[str, Any]]:
    return _lines_slides(key, [{"on": "", "text": text} for text in texts], language)


def _agreements(projection: RoomProjection) -> list[dict[str, Any]]:
    language = projection.language
    lines = [
        {
            "on": one.who,
            "text": one.what,
            "then": short_day_words(one.by, language) if one.by else "",
            "done": _words(language, "agreement-done") if one.is_done else "",
        }
        for one in projection.agreements
    ]
    return _lines_slides("agreements", lines, language)


def _lines_slides(
    key: str, lines: list[dict[str, str]], language: Language, *, most: int = LINES_ON_A_SLIDE
) -> list[dict[str, Any]]:
    return [
        {
            "key": part_key,
            "kind": "lines",
            "title": _title(key, part_key, language),
            "lines": list(part),
        }
        for part_key, part in _parts(key, lines, most)
    ]


def _added(before: tuple[ShownCard, ...] | None, now: tuple[ShownCard, ...]) -> ShownCard | None:
    if before is None:
        return None
    left = list(before)
    for card in now:
        if card not in left:
            return card
        left.remove(card)
    return None


def _slide_of(card: ShownCard, slides: list[dict[str, Any]]) -> str:
    shown = _card(card)
    held = [slide for slide in slides if slide["kind"] == "cards" and shown in slide["cards"]]
    return str(held[-1]["key"]) if held else ""


def _words(language: Language, key: str, **blanks: object) -> str:
    return say(f"room.{key}", language, **blanks)


def _with_capital(words: str) -> str:
    # Not `capitalize`: an English month keeps its own capital.
    return words[:1].upper() + words[1:]
