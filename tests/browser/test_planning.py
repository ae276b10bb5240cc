"""A whole return plan is made through the page alone: by keyboard, by touch, by mouse.

A room is open beside it all the while, and is searched after each gesture.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser._harness import Mounted, mounted
from browser._plan_made import RATED, Makes
from browser._planning import PLANNERS, Planner
from caseform.model import Case
from caseform.projection.build import build
from caseform.projection.rooms import Room, projection_to_json
from caseform.session import new_case
from caseform.text import say, short_day_words
from caseform.widgets import _assets
from caseform.widgets.papers import PapersPage
from caseform.widgets.return_plan import ReturnPlanPage
from caseform.widgets.room import RoomPage
from support.cases import TODAY
from support.scripts import plan_script

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

# A page on which a step is dragged to its place without scrolling.
ROOMY = {"width": 1280, "height": 2000}
# Another region and another language for each hand; for a release each hand in all of them.
TURNS = (("keyboard", "nl-midden", "nl"), ("touch", "vl", "nl"), ("mouse", "nl-midden", "en"))
ALL = tuple(
    (hand, region, lang)
    for hand in PLANNERS
    for region in ("nl-midden", "vl")
    for lang in ("nl", "en")
)
HANDS = ALL if os.environ.get("CASEFORM_RELEASE") == "1" else TURNS
ROOMS = ("youth", "youth+school", "school", "parents", "team")


class Beside:
    """A room that is open beside the page; what it shows is searched for what is private."""

    def __init__(self, shown: Mounted, told: dict[str, Any], language: str) -> None:
        self._shown = shown
        self._language = language
        self.looked = 0
        self.private = private_in(told)

    def show(self, case: Case) -> None:
        """Show the room as it is now, and search it, and every other room too."""
        told = ""
        for name in ROOMS:
            room = Room.parse(name)
            if room.labels != ("parents",) or case.parents_are_one_audience:
                told += projection_to_json(build(case, room, language=self._language, today=TODAY))
        self._shown.show(_room_view(case, self._language))
        told += self._shown.page.content()
        self.looked += 1
        assert {one for one in self.private if one in told} == set()

    def text(self) -> str:
        """Return what stands in the room, slide after slide."""
        seen = []
        for _ in range(20):
            seen.append(self._shown.page.locator("body").inner_text())
            self._shown.page.keyboard.press("ArrowRight")
        return " ".join(seen)


def _room_view(case: Case, language: str) -> dict[str, Any]:
    page = RoomPage()
    page.show(build(case, Room.parse("youth"), language=language, today=TODAY))
    return page.view


@contextmanager
def room_beside(browser: Browser, case: Case, told: dict[str, Any]) -> Iterator[Beside]:
    """Open the room of the young person."""
    css = _assets.styles("room", "room")
    with mounted(browser, "room", _room_view(case, case.language), css=css) as shown:
        yield Beside(shown, told, case.language)


def planted_in(case: Case) -> set[str]:
    """Return what is private and stands in the case by now, the rating as a room would say it."""
    whole = case.model_dump_json()
    rated = {str(step.predicted) for step in case.return_plan.steps}
    return {one for one in private_in(plan_script()) if one in whole or one in rated}


def private_in(told: dict[str, Any]) -> set[str]:
    """Return what no room may ever hold: the first word of each, a rating, and who is away when."""
    words = {words.split(":")[0] for words in told["private"].values()}
    return {*words, f"{RATED}/10", told["timetable"]["away"]}


def shares_the_days(hand: Planner, told: dict[str, Any], language: str) -> None:
    """Share the coming days with the young person, on the page with who sees what."""
    hand.press(hand.page.get_by_role("tab", name=say("papers-page.tab-sharing", language)))
    days, young = say("papers-page.plan-days", language), told["people"][0]["called"]
    hand.press(hand.page.get_by_label(f"{days}: {young}", exact=True))


@pytest.mark.parametrize(("name", "region", "language"), HANDS, ids=map("-".join, HANDS))
def test_a_plan_is_made_through_the_page_alone(live, chromium, name, region, language):
    """Whatever hand one has; and nothing private was in the room beside it for a moment."""
    told = plan_script(language)
    case = new_case(told["alias"], region=region, language=language, today=TODAY)
    page = live(ReturnPlanPage, case, size=ROOMY)
    with room_beside(chromium, case, told) as room:
        makes = Makes(PLANNERS[name](page, lambda: room.show(page.case)), told, language)
        began = time.perf_counter()

        makes.everything()

        plan = page.case.return_plan
        assert len(plan.steps) == 6
        assert plan.agreed[0].days
        assert room.private - planted_in(page.case) == set()
        last_day = short_day_words(plan.days[-1].on, language)
        assert last_day not in room.text()

        papers = live(PapersPage, page.case, size=ROOMY)
        sharing = PLANNERS[name](papers, lambda: room.show(papers.case))
        shares_the_days(sharing, told, language)

        assert last_day in room.text()
        seconds = time.perf_counter() - began
        print(
            f"a plan by {name} ({region}, {language}): {makes.hand.actions + sharing.actions}"
            f" actions in {seconds:.0f} s, asked what if in {makes.asked_in:.1f} s,"
            f" {room.looked} looks at {len(ROOMS)} rooms: nothing private"
        )


def test_the_search_of_the_room_has_teeth(chromium):
    """A search that passes a room with a private word in it would promise nothing."""
    told = plan_script()
    case = new_case(told["alias"], region="vl", language="nl", today=TODAY)
    with room_beside(chromium, case, told) as room:
        for words in told["private"].values():
            leaky = case.model_copy(update={"problem": words, "problem_shared_with": ("youth",)})
            with pytest.raises(AssertionError):
                room.show(leaky)
        room.show(case)
