"""Reads the scenarios: weeks that can be read aloud, and what the rules say about them.

A scenario starts from the case of Mees, in which everything is agreed; it says only what is
different.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from caseform.model import (
    Case,
    LogDay,
    PlannedDay,
)
from planner import case_story, plan_story
from planner.mees import LADDER, WEEKDAYS, everything_agreed

SCENARIOS = Path(__file__).parent / "scenarios"

# What a scenario can tell otherwise, and what that is in a case.
_DIFFERENCES: dict[str, Any] = {
    **plan_story.DIFFERENCES,
    **case_story.DIFFERENCES,
}


@dataclass(frozen=True)
class Scenario:
    """One told week.

    Args:
        name: The file and the part of it.
        tells: The week in one sentence.
        case: The case it tells of.
        today: The day on which it is told.
        expects: What the scenario says should come of it.
    """

    name: str
    tells: str
    case: Case
    today: date
    expects: dict[str, Any]


def scenarios() -> list[Scenario]:
    """Return every scenario of the folder, in the order of the files."""
    told = []
    for file in sorted(SCENARIOS.glob("*.toml")):
        parts = tomllib.loads(file.read_text(encoding="utf-8"))
        for part, given in parts.items():
            told.append(_scenario(f"{file.stem}: {part.replace('-', ' ')}", given))
    return told


def _scenario(name: str, given: dict[str, Any]) -> Scenario:
    expects = {
        key: given.pop(key)
        for key in ("speaks", "silent", "plan", "none_exists", "beside")
        if key in given
    }
    tells, today = given.pop("tells"), date(2026, 11, 25)
    log, written = [], []
    for line in given.pop("week", []):
        when, _, what = line.partition(": ")
        on = datetime.strptime(f"{when[4:]} 2026", "%d %b %Y").date()
        assert WEEKDAYS[on.weekday()] == when[:3], f"{name}: {when} is another weekday"
        if what == "today":
            today = on
            continue
        step, how = what.split(", ")
        if how in ("pencilled", "agreed"):
            written.append(
                PlannedDay(id=f"d-{on}", on=on, step=LADDER[step].id, agreed=how == "agreed")
            )
        else:
            assert how in ("done", "not today"), f"{name}: {line}"
            log.append(LogDay(id=f"l-{on}", on=on, step=LADDER[step].id, done=how == "done"))
    case = everything_agreed().with_items("log", tuple(log))
    case = case.with_items("return_plan.days", tuple(written))
    for word, value in given.items():
        case = _DIFFERENCES[word](case, value)
    return Scenario(name, tells, case, today, expects)
