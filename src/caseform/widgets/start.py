"""The start page: the cases of this user, new, open, lock, and an invented case to look around."""

import hashlib
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from caseform.errors import StoreError
from caseform.model import Case, GoalState, Region, step_ahead
from caseform.school_calendar import SchoolCalendar
from caseform.session import Shelf
from caseform.text import Language, day_words, say, say_count, short_day_words
from caseform.widgets._asked import answer
from caseform.widgets._page import Page
from caseform.widgets._people import PeopleIntents, age_from, people_view

_BREAK_LOOKED_AHEAD_DAYS = 21
_OPEN_AGREEMENTS_SHOWN = 2


class StartPage(PeopleIntents, Page):
    """The page with the cases. It is there with or without an open case."""

    bundle_name = "start"
    workbook = "00_start"
    needs_case = False

    def __init__(self, session: Any, *, shelf: Shelf | None = None) -> None:
        self._shelf = shelf or Shelf(today=session.today)
        # The recovery key of a case that was just made, and the file that it opens.
        self._recovery: tuple[str, Path] | None = None
        self._was_open = False
        super().__init__(session)

    def page_view(self) -> dict[str, Any]:
        """Return what the browser draws."""
        cases = [(path, self._shelf.open_case(path)) for path in self._paths()]
        is_open = not self.session.is_locked
        # Who finds the laptop locked must not find the key beside it. The file may be closed
        # before this session hears of it.
        if self._recovery and (
            (self._was_open and not is_open) or (self._recovery[1], None) in cases
        ):
            self._recovery = None
        self._was_open = is_open
        return start_view(
            cases,
            self.language,
            here=self.session.path if is_open else None,
            today=self.session.today(),
            recovery=self._recovery[0] if self._recovery else "",
        )

    def intent_open(self, intent: dict[str, Any]) -> None:
        """Open one of the cases."""
        path = next((path for path in self._paths() if key_of(path) == intent["at"]), None)
        if path is None:
            raise StoreError("errors.no-longer-there")
        self._go(path, intent.get("text"))

    def intent_open_file(self, intent: dict[str, Any]) -> None:
        """Open a case file that is not on the page yet."""
        self._go(path_from(str(intent["path"])), intent.get("text"))

    def intent_new(self, intent: dict[str, Any]) -> None:
        """Make a new case and open it; its recovery key is shown once."""

        def make() -> None:
            path, recovery = self._shelf.begin(
                str(intent["alias"]),
                region=str(intent["region"]),
                language=self.language,
                age=age_from(intent.get("age")),
                passphrase=str(intent["passphrase"]),
            )
            self._recovery = (recovery, path.resolve())
            self._go(path, str(intent["passphrase"]))

        answer(self, "new", make)

    def intent_recovery_kept(self, intent: dict[str, Any]) -> None:
        """Forget the recovery key: it was printed or written down."""
        self._recovery = None

    def intent_demo(self, intent: dict[str, Any]) -> None:
        """Open an invented case."""
        home = intent["name"] == "home"
        path = self._shelf.lay_out_demo("home" if home else "return", language=self.language)
        self._go(path, None)

    def _paths(self) -> tuple[Path, ...]:
        """Return the known case files; an invented case only while it is the one that is open."""
        here = None if self.session.is_locked else self.session.path
        known = self._shelf.paths()
        return known if here is None or here in known else (here, *known)

    def _go(self, path: Path, passphrase: str | None) -> None:
        address = self._shelf.unlock(path, passphrase=passphrase, language=self.language)
        self.session.show_case(address)


def key_of(path: Path) -> str:
    """Return a name for the file at `path`, so that a page says which one without saying where."""
    return hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def path_from(written: str) -> Path:
    """Return the path that someone pasted, as file managers copy it.

    Example:
        >>> path_from(' "/cases/zeester.caseform" ').name
        'zeester.caseform'
        >>> path_from("file:///cases/zee%20ster.caseform").name
        'zee ster.caseform'
    """
    text = written.strip().strip("\"'")
    if text.startswith("file:"):
        text = url2pathname(urlsplit(text).path)
    return Path(text).expanduser()


def start_view(
    cases: list[tuple[Path, Case | None]],
    language: Language,
    *,
    here: Path | None,
    today: date,
    recovery: str = "",
) -> dict[str, Any]:
    """Return the cases as plain, worded values.

    Args:
        cases: Each file with its case while that is open, else None.
        language: Of the words.
        here: The file of the case that these pages show now.
        today: The clock's day.
        recovery: The recovery key of a case that was just made.
    """

    def words(key: str, **blanks: object) -> str:
        return say(f"start.{key}", language, **blanks)

    shown = next((case for path, case in cases if _is_here(path, here)), None)
    return {
        "title": words("title"),
        "empty": "" if cases else words("empty"),
        "people": people_view(shown, language) if shown else None,
        "cases": [
            {
                "at": key_of(path),
                "title": case.alias if case else path.stem,
                "locked": case is None,
                "state": words("locked") if case is None else "",
                "lines": facts_of(case, language, today=today) if case else [],
                "here": _is_here(path, here),
            }
            for path, case in cases
        ],
        "words": {
            "open": words("open"),
            "continue": words("continue"),
            "passphrase": words("passphrase"),
            "passphrase_hint": words("passphrase-hint"),
            "unlock": words("unlock"),
            "busy": words("busy"),
            "file": words("file"),
            "file_open": words("file-open"),
            "file_path": words("file-path"),
            "file_hint": words("file-hint"),
            "never_mind": words("never-mind"),
        },
        "new": {
            "title": words("new"),
            "alias": words("new-alias"),
            "alias_hint": words("new-alias-hint"),
            "region": words("new-region"),
            "regions": [
                {"id": region.value, "text": words(f"region-{region.value}")} for region in Region
            ],
            "age": words("new-age"),
            "passphrase": words("new-passphrase"),
            "passphrase_hint": words("new-passphrase-hint"),
            "show": words("new-show"),
            "make": words("new-make"),
            "close": words("close"),
        },
        "demos": {
            "title": words("demos"),
            "hint": words("demos-hint"),
            "all": [{"name": name, "text": words(f"demo-{name}")} for name in ("return", "home")],
        },
        "recovery": {
            "title": words("recovery", alias=shown.alias) if shown else words("recovery-plain"),
            "text": words("recovery-text"),
            "key": recovery,
            "kept": words("recovery-kept"),
            "print": words("recovery-print"),
        }
        if recovery
        else None,
        "about": words("about"),
    }


def _is_here(path: Path, here: Path | None) -> bool:
    return here is not None and path.resolve() == Path(here).resolve()


def facts_of(case: Case, language: Language, *, today: date) -> list[str]:
    """Return what a therapist wants to know of an open case before the day begins."""

    def words(key: str, **blanks: object) -> str:
        return say(f"start.{key}", language, **blanks)

    lines = []
    step = case.find("return_plan.steps", step_ahead(case, today) or "")
    if step is not None:
        lines.append(words("step", step=step.words))
    logged = max((day.on for day in case.log), default=None)
    open_days = _school_days_between(case, logged, today) if logged is not None else 0
    if open_days:
        lines.append(say_count("start.days-open", language, open_days))
    waiting = [one for one in case.agreements if one.done_on is None]
    for one in waiting[:_OPEN_AGREEMENTS_SHOWN]:
        person = case.person(one.who)
        lines.append(words("agreement", who=person.called if person else "", what=one.what))
    due = sorted(
        goal.by
        for goal in case.goals
        if goal.by is not None and goal.state in (GoalState.OPEN, GoalState.BEGUN)
    )
    if due:
        lines.append(words("review", on=short_day_words(due[0], language)))
    ahead = _break_ahead(case, today)
    if ahead is not None:
        lines.append(words("break", on=day_words(ahead, language)))
    return lines


def _school_days_between(case: Case, logged: date, today: date) -> int:
    """Return how many school days passed since the last entry; today is still under way."""
    calendar = SchoolCalendar.for_case(case)
    days = [logged + timedelta(days=n) for n in range(1, (today - logged).days)]
    return sum(calendar.is_known(day) and calendar.is_school_day(day) for day in days)


def _break_ahead(case: Case, today: date) -> date | None:
    """Return the first weekday without school within the next weeks, or None."""
    calendar = SchoolCalendar.for_case(case)
    for ahead in range(1, _BREAK_LOOKED_AHEAD_DAYS):
        day = today + timedelta(days=ahead)
        if day.weekday() < 5 and calendar.is_known(day) and not calendar.is_school_day(day):
            return day
    return None
