"""C5: the page of a room, in a browser, holds no word that is not for everyone in that room.

Ten cases in each of three rooms, fifty for a release (``CASEFORM_RELEASE=1``). Every field of a
case that can hold words holds a planted one, under every set of audiences. Three planted faults
must turn the gate red in the same run, or it proves nothing.
"""

import asyncio
import json
import os
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from caseform import keeper, store, view
from caseform.channel import Address, Client
from caseform.keeper import Keeper
from caseform.keeper._room import OpenRoom
from caseform.model import Case, History, ShareItem
from caseform.projection import _seen
from caseform.session import CaseSession
from caseform.widgets.log import LogPage
from caseform.widgets.papers import PapersPage
from caseform.widgets.picture import PicturePage
from caseform.widgets.return_plan import ReturnPlanPage
from support.running import Home, KeeperProcess, eventually, temporary_home

from ._filled import ACTS, PEOPLE, all_word_fields, filled
from ._watched import MARK, Watched, disguised_in, planted_in

RELEASE = os.environ.get("CASEFORM_RELEASE") == "1"
CASES = 50 if RELEASE else 10
SEED = random.SystemRandom().randrange(2**32) if RELEASE else 20261123
ROOMS = ("youth+parents", "parent:p2", "parent:p2+school")
AUDIENCES = ("youth", "parents", "parent:p2", "school", "network", "team")
ALL_LABELS = tuple(chain.from_iterable(combinations(AUDIENCES, n) for n in range(7)))
SOON_S = 0.05

# What may be shown of an item that is shared with everyone present; all else never.
EVERYWHERE = {
    "problem", "factors.words", "agreements.what", "return_plan.steps.words",
    "assessment.perspectives.words",
}  # fmt: skip
HAPPENED = {"events.words", "events.about"}
HOW = {f"return_plan.how.{name}" for name in ("travel", "spot", "goodbye", "demands", "refuge")}
MEANT = {
    "youth+parents": EVERYWHERE | HAPPENED | {"return_plan.steps.helps", "log.words"},
    "parent:p2": EVERYWHERE
    | {"return_plan.steps.helps", "log.words", "goals.words", "return_plan.how.reply"}
    | {"accommodations.what", "accommodations.replaced_by"}
    | HAPPENED
    | HOW,
    "parent:p2+school": EVERYWHERE | {"school.adjustments.words", "return_plan.how.reply"} | HOW,
}

pytestmark = [
    pytest.mark.gate,
    pytest.mark.browser,
    pytest.mark.timeout(1800 if RELEASE else 240),
]


@dataclass
class Planted:
    """A case with a word of its own in each field.

    Attributes:
        case: The case.
        words: Where each planted word stands: the field, and the number of its item.
    """

    case: Case
    words: dict[str, tuple[str, int]]
    _labels: Callable[[int], tuple[str, ...]]
    _apart: bool

    @classmethod
    def number(cls, number: int, *, apart: bool) -> "Planted":
        """Return the case with this number; across ten of them each list has each label set."""
        chance = random.Random(SEED + number)
        words: dict[str, tuple[str, int]] = {}

        def word(where: str, n: int) -> str:
            made = f"{MARK}{chance.getrandbits(48):012x}"
            words[made] = (where, n)
            return made

        def labels(n: int) -> tuple[str, ...]:
            return ALL_LABELS[(n + 8 * number) % len(ALL_LABELS)]

        case = filled(
            word, labels, today=date.today(), items=8, factors=len(ALL_LABELS), apart=apart
        )
        return cls(case, words, labels, apart)

    def may_be_shown(self, room: str) -> set[str]:
        """Return the words that may be shown in `room`."""
        return {word for word, (where, n) in self.words.items() if self._may(room, where, n)}

    def cards(self, room: str) -> set[str]:
        """Return the words on the cards that everyone in `room` may see."""
        return {one for one in self.may_be_shown(room) if self.words[one][0] == "factors.words"}

    def _may(self, room: str, where: str, n: int) -> bool:
        if where == "people.called":
            return _is_named(room, list(PEOPLE)[n]) or self._has_a_view(room, n)
        if where not in MEANT[room]:
            return False
        return self._shared(room, 1 if where.startswith("return_plan.how") else n)

    def _has_a_view(self, room: str, person: int) -> bool:
        """Whose view is shared with a room is named in it."""
        views = range(len(self.case.assessment.perspectives))
        return any(self._shared(room, n) for n in views if n % len(PEOPLE) == person)

    def _shared(self, room: str, n: int) -> bool:
        return all(self._sees(label, n) for label in room.split("+"))

    def _sees(self, label: str, n: int) -> bool:
        given = self._labels(n)
        if label in ("parents", "parent:p2") and "parents" in given and not self._apart:
            return True
        return label in given and label != "parents"


def _is_named(room: str, person: str) -> bool:
    present = {"youth": {"p1"}, "parents": {"p2", "p3"}, "parent:p2": {"p2"}, "school": {"p4"}}
    return person == ACTS or any(person in present[label] for label in room.split("+"))


@dataclass
class Tally:
    """What was looked at, and what should not have been there."""

    cases: int = 0
    words: int = 0
    shown: int = 0
    withdrawn: int = 0
    leaks: list[str] = field(default_factory=list)


def look(watched: Watched, client: Client, room: str, planted: Planted, tally: Tally) -> None:
    """Show a case in a room that is open, and look for words that are not for it."""
    watched.forget()
    client.ask("import", case=planted.case.model_dump_json(), wait=True)
    meant, cards = planted.may_be_shown(room), planted.cards(room)
    assert eventually(
        lambda: cards <= planted_in(watched.heard()) and meant & planted_in([watched.now()]),
        within_s=20,
    ), "what is shared with this room does not appear in it"
    drawn = watched.drawn()
    heard = [*watched.heard(), *drawn]
    found = planted_in(heard)
    assert cards <= planted_in(drawn), "what is shared with this room is not drawn in it"
    tally.cases += 1
    tally.words += len(planted.words)
    tally.shown += len(found & meant)
    tally.leaks += [
        f"{room}: {planted.words.get(word, 'from another case')}" for word in sorted(found - meant)
    ]
    tally.leaks += [f"{room}: a word written as {form}" for form in disguised_in(heard)]


def withdraw(
    watched: Watched, browser: Browser, client: Client, room: str, planted: Planted, tally: Tally
) -> None:
    """Take a shared card back, ask for the page at once, and look for the card."""
    word = min(planted.cards(room))
    card = next(factor for factor in planted.case.factors if factor.words == word)
    watched.forget()
    change = ShareItem(collection="factors", id=card.id, labels=())
    client.ask("change", change=change.model_dump(mode="json"))
    asked_at = time.monotonic()
    fresh = Watched.opened(browser)
    fresh.page.context.add_cookies(watched.page.context.cookies())
    time.sleep(max(0.0, asked_at + SOON_S - time.monotonic()))
    fresh.go(watched.page.url)
    left = planted.cards(room) - {word}
    if left:
        expect(fresh.page.locator(".cf-room")).to_be_visible()
        assert left <= planted_in(fresh.heard()), "the page that was asked for shows nothing"
    tally.withdrawn += 1
    if word in planted_in([*fresh.heard(), *fresh.drawn()]):
        tally.leaks.append(f"{room}: withdrawn, and in a page that was asked for afterwards")
    if not eventually(lambda: word not in planted_in(watched.drawn()), within_s=5):
        tally.leaks.append(f"{room}: withdrawn, and still on the page that is open")
    if word in planted_in(watched.heard()):
        tally.leaks.append(f"{room}: withdrawn, and sent once more")
    fresh.close()


def test_a_room_s_page_holds_no_word_that_is_not_for_it(chromium):
    """Those who look closely, or keep what their browser got, find nothing kept from them."""
    tally = Tally()
    began = time.monotonic()
    with temporary_home() as home:
        path = _laid_out(home)
        with home.keeper(path) as held:
            client = held.client
            for place, room in enumerate(ROOMS):
                watched = Watched.opened(chromium)
                watched.go(held.open_room(room))
                for number in range(CASES):
                    apart = number % 2 == 1 and "parents" not in room
                    planted = Planted.number(number, apart=apart)
                    look(watched, client, room, planted, tally)
                    if place == 0:
                        _proves_to_be_planted(planted, held)
                    if number % len(ROOMS) == place:
                        withdraw(watched, chromium, client, room, planted, tally)
                watched.close()

    print(
        f"C5: {CASES} cases in {len(ROOMS)} rooms, {tally.words} planted words in"
        f" {len(all_word_fields())} fields, {tally.shown} shown where they were shared,"
        f" {tally.withdrawn} withdrawn, {len(tally.leaks)} leaked, seed {SEED},"
        f" {time.monotonic() - began:.0f} s"
    )
    assert tally.leaks == []
    assert tally.cases >= CASES * len(ROOMS)
    assert tally.withdrawn >= CASES
    assert tally.shown >= tally.cases * 10


def _laid_out(home: Home) -> Path:
    path = home.folder / "zeester.caseform"
    store.create_published(
        path, keeper.to_document(Planted.number(99, apart=False).case, History())
    ).lock()
    return path


def _proves_to_be_planted(planted: Planted, held: KeeperProcess) -> None:
    """Every planted word is in the case, and the therapist has the private ones on their pages."""
    assert planted_in([held.client.ask("state")["state"]["case"]]) == set(planted.words)
    assert {where for where, _ in planted.words.values()} == all_word_fields()
    session = CaseSession(held.join())
    pages = [kind(session) for kind in (PicturePage, ReturnPlanPage, LogPage, PapersPage)]
    on_pages = planted_in([json.dumps(page.view) for page in pages])
    session.close()
    private = {
        word for word, (where, n) in planted.words.items() if where == "factors.words" and n == 0
    }
    assert private | {planted.case.problem, planted.case.return_plan.steps[0].words} <= on_pages
    assert len(on_pages) >= 100


@contextmanager
def _keeper_in_this_process(home: Home, path: Path) -> Iterator[Client]:
    """Keep a case in this process, where a test can plant a fault in it."""
    ready: list[Address] = []

    def show(channel_file: Path, language: str, port: int) -> view.ViewServer:
        return view.start(channel_file=channel_file, language=language, port=port)

    with home.entered():
        held = Keeper(path, store.open_published(path), show=show)
        thread = threading.Thread(target=lambda: asyncio.run(held.serve(ready.append)))
        thread.start()
        assert eventually(lambda: ready)
        client = Client(ready[0])
        try:
            yield client
        finally:
            client.ask("lock")
            thread.join()
            client.close()


def _sharing_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    right = _seen.room_sees
    monkeypatch.setattr(
        _seen, "room_sees", lambda case, room, given: not tuple(given) or right(case, room, given)
    )


def _naming_who_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_seen.Seen, "_is_present", lambda seen, person: True)


def _keeping_what_was_withdrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    right = OpenRoom.look
    looked: list[str] = []

    def look(room: OpenRoom, case: Case, *, today: date) -> str | None:
        # The first look of each case is true; a change of the same case is not looked at.
        if case.alias in looked:
            return None
        looked.append(case.alias)
        return right(room, case, today=today)

    monkeypatch.setattr(OpenRoom, "look", look)


def test_the_gate_of_the_room_s_page_has_teeth(chromium, monkeypatch):
    """A gate that passes a room with one of these faults would promise nothing."""
    room = "parent:p2+school"
    caught = {}
    with temporary_home() as home, _keeper_in_this_process(home, _laid_out(home)) as client:
        answer = client.ask("room-open", room=room, wait=True)
        watched = Watched.opened(chromium)
        watched.go(answer["state"]["room"]["address"])
        faults = (_sharing_by_default, _naming_who_is_absent, _keeping_what_was_withdrawn)
        for number, fault in enumerate(faults, start=1):
            tally = Tally()
            planted = Planted.number(number, apart=False)
            with monkeypatch.context() as patch:
                fault(patch)
                look(watched, client, room, planted, tally)
                if fault is _keeping_what_was_withdrawn:
                    withdraw(watched, chromium, client, room, planted, tally)
            caught[fault.__name__.strip("_")] = len(tally.leaks)
        watched.close()

    for fault, leaks in caught.items():
        print(f"C5 with {fault}: {leaks} leaked", end="")
    print()
    assert all(caught.values())
    assert len(caught) == 3
