"""The script of a plan, followed on the page part by part with whichever hand."""

import re
import time
from typing import Any

from playwright.sync_api import Locator, Page, expect

from browser._planning import Planner
from caseform import catalogue
from caseform.model import Case
from caseform.text import say

# The tension that is expected of the last step, on the scale from 0 to 10; no room is told.
RATED = 9


class Makes:
    """Makes the plan that is told, part by part, with one hand."""

    def __init__(self, hand: Planner, told: dict[str, Any], language: str) -> None:
        self.hand = hand
        self.page: Page = hand.page
        self.told = told
        self.asked_in = 0.0
        self._language = language

    @property
    def case(self) -> Case:
        """The case as it is now."""
        return self.hand.live.case

    def say(self, key: str, **blanks: object) -> str:
        """Return words of the page."""
        return say(key, self._language, **blanks)

    def button(self, key: str, within: Page | Locator | None = None, **blanks: object) -> Locator:
        """Return the button with these words."""
        found = (within or self.page).get_by_role(
            "button", name=self.say(key, **blanks), exact=True
        )
        return found

    def radio(self, key: str, within: Page | Locator | None = None) -> Locator:
        """Return the choice with these words."""
        return (within or self.page).get_by_role("radio", name=self.say(key), exact=True)

    def field(self, key: str, within: Page | Locator | None = None) -> Locator:
        """Return the field with this label."""
        return (within or self.page).get_by_label(self.say(key), exact=True)

    def list_of(self, key: str, within: Page | Locator | None = None) -> Locator:
        """Return the list to choose from with this label, which its options are a part of."""
        return (within or self.page).get_by_label(self.say(key)).and_(self.page.locator("select"))

    @property
    def dialog(self) -> Locator:
        """The dialog that is open."""
        return self.page.locator("dialog")

    def tab(self, name: str) -> None:
        """Go to a tab."""
        self.hand.press(self.page.get_by_role("tab", name=self.say(f"return.tab-{name}")))

    def people(self) -> None:
        """The young person, a parent with authority, a teacher, and who stands in."""
        for one in self.told["people"]:
            self.hand.press(self.button("people.add"))
            self.hand.write(self.field("people.called", self.dialog), one["called"])
            if one["kind"] != "young-person":
                self.hand.choose(
                    self.list_of("people.is", self.dialog), self.say(f"people.kind-{one['kind']}")
                )
            if one["kind"] == "caregiver":
                self.hand.press(self.radio("people.authority-recorded", self.dialog))
            self.hand.press(self.button("people.do-new", self.dialog))
            expect(self.dialog).to_have_count(0)

    def goal(self) -> None:
        """Back to school."""
        self.hand.press(self.radio("return.goal-return"))

    def how(self) -> None:
        """Every part of how it goes."""
        called = {one["key"]: one["called"] for one in self.told["people"]}
        who = {"receiver": called["teacher"], "stand_in": called["caretaker"]}
        for name, words in {**self.told["how"], **who}.items():
            label = self.say(f"return.how-{name}")
            part = self.page.locator(".cf-how-part").filter(
                has=self.page.locator(".cf-how-label").get_by_text(label, exact=True)
            )
            self.hand.press(part)
            if name in who:
                self.hand.choose(self.list_of(f"return.how-{name}"), words)
            else:
                self.hand.write(self.page.get_by_label(label, exact=True), words)

    def ladder(self) -> None:
        """Their own steps, one from an example, put in order, rated, split and skipped."""
        new = self.field("ladder.add")
        for step in self.told["steps"]:
            self.hand.write(new, step["words"], enter=True)
        self.hand.press(self.button("ladder.begin-more"))
        example = catalogue.load().ladders[self.told["example"]["id"]]
        act = f"{self.say('ladder.begin-do')}: {example.name.in_(self._language)}"
        self.hand.press(self.page.get_by_role("button", name=act))
        third = self.told["steps"][2]["words"]
        self.hand.move_up(self.button("ladder.drag", step=third), 1)
        for step in self.told["steps"]:
            self._step(step)
        self._split_and_skip()
        self._rate_the_last()

    def _open(self, words: str) -> Locator:
        row = self.page.locator(".cf-ladder-step").filter(has_text=words)
        self.hand.press(row.locator(".cf-ladder-words"))
        return row

    def _step(self, step: dict[str, Any]) -> None:
        row = self._open(step["words"])
        if "reaches" in step:
            self.hand.press(self.radio(f"ladder.far-{step['reaches']}", row))
        else:
            self.hand.press(self.radio("ladder.step-lessons-some", row))
            self.hand.write(self.field("ladder.step-lessons-count", row), "1")
        young = self.told["people"][0]["called"]
        self.hand.press(row.get_by_label(self.say("ladder.step-share", name=young)))

    def _split_and_skip(self) -> None:
        split = self.told["split"]
        row = self.page.locator(".cf-ladder-step").nth(3)
        self.hand.press(self.button("ladder.step-split", row))
        self.hand.write(self.field("ladder.split-first", self.dialog), split["first"])
        self.hand.press(self.button("ladder.split-do", self.dialog))
        expect(self.dialog).to_have_count(0)
        row = self._open(split["first"])
        self.hand.press(self.button("ladder.step-skip", row))

    def _rate_the_last(self) -> None:
        last = self.page.locator(".cf-ladder-step").last
        self.hand.press(last.locator(".cf-ladder-words"))
        self.hand.press(last.get_by_role("radio", name=str(RATED), exact=True))

    def timetable(self) -> None:
        """A week from a spreadsheet, looked at first; three lessons that are liked."""
        told = self.told["timetable"]
        self.tab("timetable")
        self.hand.press(self.button("timetable.read-open"))
        self.hand.write(self.field("timetable.read-text", self.dialog), told["pasted"])
        self.hand.press(self.button("timetable.read-look", self.dialog))
        expect(self.page.locator(".cf-timetable-found")).to_contain_text("08:30–09:20 gym")
        assert self.case.school.timetable == ()
        self.hand.press(self.button("timetable.read-take", self.dialog))
        expect(self.page.locator(".cf-week-block")).to_have_count(10)
        for at in told["liked"]:
            block = self.page.locator(".cf-week-block > button").nth(at)
            self.hand.press(block)
            self.hand.press(self.radio("return.liking-4", self.page.locator(".cf-popover")))
            self.hand.close(block)

    def school_days(self) -> None:
        """A study day, who can when, and who is away."""
        told = self.told["timetable"]
        self.hand.press(self.button("timetable.free-day-add"))
        self.hand.date(self.field("timetable.ask-first", self.dialog), told["free"])
        self.hand.press(self.button("timetable.ask-do", self.dialog))
        expect(self.dialog).to_have_count(0)
        can = self.page.locator(".cf-school-rows .cf-people-week").first
        for at in range(5):
            self.hand.press(can.get_by_role("button").nth(at))
        self.hand.press(self.button("timetable.away-add"))
        self.hand.date(self.field("timetable.ask-first", self.dialog), told["away"])
        self.hand.press(self.button("timetable.ask-do", self.dialog))
        expect(self.dialog).to_have_count(0)

    def coming_days(self) -> None:
        """They stand there, each with its reasons."""
        self.tab("plan")
        days = self.page.locator(".cf-plan-days")
        assert days.locator("li:not(.cf-plan-gap)").count() == 10
        why = days.get_by_role("button", name=self.say("return.why")).first
        self.hand.press(why)
        expect(self.page.locator(".cf-popover .cf-plan-why p").first).to_be_visible()
        self.hand.close(why)

    def what_if(self) -> None:
        """Can they come on Monday? No, and why; what can be instead is taken over. Ill: not."""
        chips = self.page.locator(".cf-if")
        answer = self.page.locator(".cf-if-answer")
        young = self.told["people"][0]["called"]
        began = time.perf_counter()
        self.hand.press(self.button("weeks.if-come", chips, name=young))
        monday = {"nl": "ma 30 nov", "en": "Mon 30 Nov"}[self._language]
        self.hand.choose(self.list_of("weeks.if-day", chips), monday)
        expect(answer).to_contain_text(self.say("weeks.if-no"))
        self.asked_in = time.perf_counter() - began
        expect(answer).to_contain_text(self.say("plan.why-R-T1"))
        expect(self.button("weeks.if-keep", answer)).to_have_count(0)
        instead = answer.locator(".cf-row").first.get_by_role("button")
        assert instead.count() == 2
        self.hand.press(instead.first)
        expect(answer).to_contain_text(self.say("weeks.if-yes"))
        before = self.case.return_plan.days
        self.hand.press(self.button("weeks.if-keep", answer))
        assert self.case.return_plan.days != before

        before = self.case
        self.hand.press(self.button("weeks.if-ill", chips))
        self.hand.date(self.field("weeks.if-until", chips), "2026-11-27")
        expect(answer.get_by_role("listitem").first).to_be_visible()
        self.hand.press(self.button("weeks.if-drop", answer))
        expect(answer).to_have_count(0)
        assert self.case == before

    def agree(self) -> None:
        """Who agrees is named, and why where something is still open."""
        self.hand.press(self.button("return.agree"))
        for one in self.told["people"][:3]:
            self.hand.press(self.dialog.get_by_label(one["called"], exact=True))
        # Which kind of absence it is was not looked at yet.
        reason = self.field("return.reason-label", self.dialog)
        self.hand.write(reason, self.told["private"]["reason"])
        self.hand.press(self.dialog.locator(".cf-dialog-foot button").last)
        expect(self.dialog).to_have_count(0)
        expect(self._last).to_contain_text(self.say("agree.same"))

    @property
    def _last(self) -> Locator:
        return self.page.locator(".cf-agree-last")

    def change_and_undo(self) -> None:
        """A later change shows that what was agreed is pencilled; undo brings it back."""
        agreed = [day.agreed for day in self.case.return_plan.days]
        assert all(agreed)
        label = self.say("return.how-travel")
        part = self.page.locator(".cf-how-part").filter(
            has=self.page.locator(".cf-how-label").get_by_text(label, exact=True)
        )
        if part.count():
            self.hand.press(part)
        self.hand.write(self.page.get_by_label(label, exact=True), self.told["change"]["travel"])
        expect(self._last).to_contain_text(self.say("agree.changed"))
        assert not any(day.agreed for day in self.case.return_plan.days)
        self.hand.press(self.button("bar.undo"))
        expect(self._last).to_contain_text(self.say("agree.same"))
        assert [day.agreed for day in self.case.return_plan.days] == agreed

    def other_way(self) -> None:
        """Another way is weighed, in own words."""
        self.tab("ways")
        turn = (
            self.page.locator(
                "section", has=self.page.get_by_role("heading", name=self.say("ways.options"))
            )
            .locator(".cf-plan-turn")
            .first
        )
        self.hand.press(turn)
        self.hand.press(self.page.get_by_role("button", name=self.say("ways.weigh")))
        self.hand.write(self.field("ways.how-here"), self.told["private"]["way"])
        assert self.case.return_plan.alternatives[0].words

    def ready(self) -> None:
        """A point is answered, a pull chosen, a rule set aside with a reason."""
        self.tab("ready")
        private = self.told["private"]
        self.hand.press(self._turn(self.say("ready.group-door")))
        point = self.page.locator(".cf-plan-point").first
        self.hand.press(self.radio("prepare.answer-no", point))
        self.hand.press(point.locator(".cf-plan-answer button[aria-label]").first)
        self.hand.write(self.field("ready.words", point), private["point"])
        pull = next(iter(catalogue.load().pulls.values()))
        self.hand.press(self._turn(pull.text.in_(self._language)))
        self.hand.press(self.radio("ready.pull-first"))
        self.hand.write(self.field("ready.pull-why"), private["pull"])
        finding = self.page.locator(".cf-plan-finding").filter(
            has=self.page.get_by_role("button", name=re.compile(f"^{self.say('ready.aside')}"))
        )
        if not finding.count():
            self.hand.press(
                self.page.locator(".cf-plan-needs section").first.locator(".cf-plan-turn")
            )
        self.hand.press(
            finding.first.get_by_role("button", name=re.compile(f"^{self.say('ready.aside')}"))
        )
        self.hand.write(self.field("ready.aside-label", self.dialog), private["aside"])
        self.hand.press(self.button("ready.aside-do", self.dialog))
        expect(self.dialog).to_have_count(0)

    def _turn(self, words: str) -> Locator:
        return self.page.locator(".cf-plan-turn").filter(has_text=words)

    def everything(self) -> None:
        """From the first person to the rule that is set aside."""
        self.people()
        self.goal()
        self.how()
        self.ladder()
        self.timetable()
        self.school_days()
        self.coming_days()
        self.what_if()
        self.agree()
        self.change_and_undo()
        self.other_way()
        self.ready()
