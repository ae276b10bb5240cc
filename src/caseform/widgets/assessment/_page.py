"""The page that prepares, and what happens when it is used."""

from collections.abc import Callable
from typing import Any

from caseform import catalogue
from caseform.catalogue import QuestionEntry
from caseform.errors import InvalidCaseError
from caseform.model import CareSystem, Change, RemoveItem
from caseform.text import say
from caseform.widgets._asked import answer
from caseform.widgets._bar import audiences_of
from caseform.widgets._page import Page
from caseform.widgets._people import PeopleIntents
from caseform.widgets.assessment import _changes
from caseform.widgets.assessment._course_view import levels_view, safety_view, timeline_view
from caseform.widgets.assessment._function_view import function_view
from caseform.widgets.assessment._questions_view import talk_view
from caseform.widgets.assessment._rows_view import rows_view
from caseform.widgets.assessment._signals_view import signals_view
from caseform.widgets.assessment._types_view import types_view

_TABS = ("views", "talk", "types", "signals", "function", "time", "safety", "levels")
_FUNCTIONS = 4


class AssessmentPage(PeopleIntents, Page):
    """The page that prepares: eight tabs, and nothing that has to be answered."""

    bundle_name = "assessment"
    workbook = "10_assessment"

    def __init__(self, session: Any) -> None:
        self._caught: dict[str, int] = {}
        super().__init__(session)

    def page_view(self) -> dict[str, Any]:
        """Return what the browser draws."""
        case, language, today = self.session.case, self.session.language, self.session.today()
        return {
            "title": say("prepare.title", language),
            "tabs": {
                "label": say("prepare.tabs", language),
                "all": [{"id": tab, "text": say(f"prepare.tab-{tab}", language)} for tab in _TABS],
            },
            "views": rows_view(case, language, today=today, room=self.session.room),
            "talk": talk_view(case, language, fields=self._fields()),
            "types": types_view(case, language, today=today),
            "signals": signals_view(case, language),
            "function": function_view(case, language),
            "time": timeline_view(case, language, today=today),
            "safety": safety_view(case, language, today=today),
            "levels": levels_view(case, language),
        }

    def intent_view(self, intent: dict[str, Any]) -> None:
        """Write how someone sees it."""
        who, words = str(intent["who"]), str(intent["text"])
        self._apply(_changes.seeing(self.session.case, who, words, today=self.session.today()))

    def intent_try(self, intent: dict[str, Any]) -> None:
        """Write one part of what someone tried."""
        self._apply(
            _changes.trying(
                self.session.case,
                str(intent["who"]),
                str(intent["name"]),
                str(intent["text"]),
                today=self.session.today(),
            )
        )

    def intent_share_view(self, intent: dict[str, Any]) -> None:
        """Show how someone sees it to one audience, or no longer."""
        self._apply(
            _changes.sharing(
                self.session.case,
                str(intent["who"]),
                str(intent["label"]),
                on=bool(intent["on"]),
                known=self._labels,
            )
        )

    def intent_share_view_here(self, intent: dict[str, Any]) -> None:
        """Show how someone sees it to everyone present."""
        if self.session.room is None:
            raise InvalidCaseError("errors.room-not-open")
        self._apply(
            _changes.sharing_here(
                self.session.case,
                str(intent["who"]),
                self.session.room.room,
                known=self._labels,
            )
        )

    def intent_withdraw_view(self, intent: dict[str, Any]) -> None:
        """Keep how someone sees it to the therapist alone."""
        self._apply(_changes.withdrawing(self.session.case, str(intent["who"])))

    def intent_catch(self, intent: dict[str, Any]) -> None:
        """Keep an answer that was given in the talk, and say where it went."""
        how, prompt = str(intent["how"]), catalogue.load().guides.get(str(intent["guide"]))
        if prompt is None:
            raise InvalidCaseError("errors.no-such-part")
        self._apply(
            _changes.catching(
                self.session.case,
                how,
                str(intent["text"]),
                topic=prompt.text.in_(self.language),
                said_by=self._person(intent.get("said_by")),
                today=self.session.today(),
            )
        )
        self._caught[prompt.id] = self._caught.get(prompt.id, 0) + 1
        self.notice(say(f"prepare.caught-{how}", self.language))

    def intent_answer(self, intent: dict[str, Any]) -> None:
        """Write what someone answers to one question."""
        self._apply(
            _changes.answering(
                self.session.case,
                _question(intent["about"]).id,
                str(intent["name"]),
                _told(intent),
                said_by=self._person(intent.get("said_by")),
                today=self.session.today(),
            )
        )

    def intent_idea(self, intent: dict[str, Any]) -> None:
        """Write which type of absence the therapist thinks of, or why."""
        fields = _one_of(intent, "kind", "reason")
        self._apply(_changes.thinking(self.session.case, fields, today=self.session.today()))

    def intent_level(self, intent: dict[str, Any]) -> None:
        """Write which tier or phase the therapist thinks of, or why."""
        fields = _one_of(intent, "level", "reason")
        if "level" in fields:
            fields["level"] = int(fields["level"])
        system = CareSystem(intent["system"])
        today = self.session.today()
        self._apply(_changes.standing(self.session.case, system.value, fields, today=today))

    def intent_total(self, intent: dict[str, Any]) -> None:
        """Write one total of a form."""
        at = int(intent["at"])
        if at not in range(_FUNCTIONS):
            raise InvalidCaseError("errors.no-such-part")
        self._apply(
            _changes.totalling(
                self.session.case,
                self._person(intent["who"]),
                at,
                intent["text"],
                today=self.session.today(),
            )
        )

    def intent_save_event(self, intent: dict[str, Any]) -> None:
        """Write down something that happened, or change it."""
        self._answer("event", lambda: _changes.happening(intent.get("id"), intent))

    def intent_remove_event(self, intent: dict[str, Any]) -> None:
        """Take something that happened off the line."""
        self._answer("event", lambda: RemoveItem(collection="events", id=str(intent["id"])))

    def intent_safety(self, intent: dict[str, Any]) -> None:
        """Say that safety was asked about today; no answer takes that back."""
        self._apply(
            _changes.asking_safety(
                self.session.case, intent.get("value"), today=self.session.today()
            )
        )

    def intent_safety_note(self, intent: dict[str, Any]) -> None:
        """Write one field of the note about safety."""
        check, name = str(intent["id"]), str(intent["name"])
        self._apply(_changes.noting_safety(check, name, intent["text"]))

    def intent_remove_safety(self, intent: dict[str, Any]) -> None:
        """Take one time that safety was asked about out of the case."""
        self._apply(RemoveItem(collection="assessment.safety", id=str(intent["id"])))

    def intent_write(self, intent: dict[str, Any]) -> None:
        """Write a field of the assessment as a whole."""
        self._apply(_changes.writing(str(intent["name"]), intent["text"]))

    def _apply(self, change: Change) -> None:
        # Nothing of this page reaches a room but what is shared by hand: Together is for the board.
        self.session.apply(change, for_me=True)

    def _answer(self, what: str, make: Callable[[], Change]) -> None:
        answer(self, what, lambda: self._apply(make()))

    def _fields(self) -> dict[str, str]:
        """Return the name of the field for each prompt: another one once an answer was caught.

        What was typed and not caught, also before the page was opened anew, keeps its field.
        """
        typed = {field.rpartition(".")[0]: field for field in self._drafts()}
        return {
            id: typed.get(f"talk.{id}", f"talk.{id}.{self._caught.get(id, 0)}")
            for id in catalogue.load().guides
        }

    @property
    def _labels(self) -> list[str]:
        return [
            each["id"] for each in audiences_of(self.session.case, self.session.room, self.language)
        ]

    def _person(self, person_id: Any) -> str | None:
        person = self.session.case.person(person_id)
        return person.id if person else None


def _question(about: object) -> QuestionEntry:
    question = catalogue.load().questions.get(str(about))
    if question is None:
        raise InvalidCaseError("errors.no-such-part")
    return question


def _one_of(intent: dict[str, Any], *names: str) -> dict[str, Any]:
    if intent["name"] not in names:
        raise InvalidCaseError("errors.no-such-part")
    return {intent["name"]: _told(intent)}


def _told(intent: dict[str, Any]) -> Any:
    """Return what was chosen, or what was typed."""
    return intent.get("value", intent.get("text"))
