"""The dated plan of one, two and four terms, and the two solvers side by side."""

import json
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from datetime import time as clock
from pathlib import Path

from figures import Table, Target
from peers import installed
from processes import fair_environment

from caseform import planner
from caseform.model import (
    Case,
    EndGoal,
    Escort,
    HowFar,
    LessonBlock,
    Region,
    ReturnHow,
    ReturnPlan,
    ReturnStep,
    School,
    SchoolContact,
)
from caseform.planner._program import Program, program
from caseform.planner._situation import situation
from caseform.planner._solver import Solver
from caseform.school_calendar import SchoolCalendar

HERE = Path(__file__).parent
TODAY = date(2026, 9, 28)
TERMS = {"one term": 60, "two terms": 120, "four terms": 240}
_HOURS = (8, 9, 10, 11, 12, 13, 14, 15)
_LOAD = "import time; t = time.perf_counter(); import highspy; print(time.perf_counter() - t)"


def measure(table: Table, tries: int) -> None:
    """Measure how a plan grows with its terms, and what the other solver makes of the same.

    Args:
        table: Where the figures go.
        tries: How often each is done.
    """
    case = invented()
    calendar = SchoolCalendar.for_case(case)
    part = f"Dated plan (40 blocks, {len(case.return_plan.steps)} steps)"
    loads = [
        float(
            subprocess.check_output(
                [sys.executable, "-c", _LOAD], text=True, env=fair_environment()
            )
        )
        for _ in range(tries)
    ]
    table.add(part, "loading HiGHS, once", loads)
    targets = {"one term": Target("under 2 s", 2)}
    first = 0.0
    for name, days in {"ten days": 10, **TERMS}.items():
        took = []
        for _ in range(tries):
            started = time.perf_counter()
            plan = planner.dated_plan(case, today=TODAY, calendar=calendar, days=days)
            took.append(time.perf_counter() - started)
        if name == "two terms":
            targets["four terms"] = Target("twice two terms", 2 * sorted(took)[tries // 2])
        if name == "one term":
            first = sorted(took)[tries // 2]
        table.add(
            part, f"plan of {name}, {len(plan.days)} school days", took,
            target=targets.get(name), note=f"gap {plan.gap:.0%}",
            reference=("one term", first) if first and days > 60 else None,
        )  # fmt: skip
    _side_by_side(table, part, case, calendar, tries)


def _side_by_side(
    table: Table, part: str, case: Case, calendar: SchoolCalendar, tries: int
) -> None:
    python = installed(table.notes)
    loads: list[float] = []
    for name, days in TERMS.items():
        about = situation(case, today=TODAY, calendar=calendar, days=days)
        assert about is not None
        asked = program(replace(about, ahead=days), days, strict=True)
        ours, worth = _highs(asked, tries)
        other: list[float] = []
        if python is not None:
            told = _cp_sat(python, asked, tries)
            assert told["worth"] == worth, "the two solvers found plans that are not as good"
            loads.append(told["loaded"])
            other = told["took"]
        what = f"{name} at once, {len(asked.lower)} columns and {len(asked.rows)} rows"
        middle = sorted(other)[len(other) // 2] if other else None
        table.add(
            part, f"HiGHS: {what}", ours,
            reference=("CP-SAT", middle) if middle else None, note="the solver alone",
        )  # fmt: skip
        table.add(part, f"CP-SAT: {what}", other, note="the same program, as good a plan")
    table.add(part, "loading CP-SAT, once", loads)


def _highs(asked: Program, tries: int) -> tuple[list[float], float | None]:
    took, worth = [], None
    for _ in range(tries):
        started = time.perf_counter()
        worth = Solver(asked).least(asked.worth)
        took.append(time.perf_counter() - started)
    return took, worth


def _cp_sat(python: Path, asked: Program, tries: int) -> dict:
    told = {
        "tries": tries,
        "lower": asked.lower,
        "upper": asked.upper,
        "rows": [[list(row.terms.items()), row.most] for row in asked.rows],
        "worth": list(asked.worth.items()),
    }
    script = [str(python), str(HERE / "cp_sat.py")]
    answer = subprocess.run(
        script, input=json.dumps(told), check=True, capture_output=True, text=True,
        env=fair_environment(),
    )  # fmt: skip
    return json.loads(answer.stdout)


def invented() -> Case:
    """Return a case with a whole school week and a long ladder. Nobody in it exists."""
    subjects = ("wiskunde", "koken", "Engels", "gym", "tekenen", "Nederlands", "muziek", "biologie")
    timetable = tuple(
        LessonBlock(
            id=f"b-{weekday}-{place}",
            weekday=weekday,
            starts=clock(hour, 10),
            ends=clock(hour, 59),
            subject=subjects[(place + weekday) % len(subjects)],
            liking=(place + weekday) % 5 - 2,
        )
        for weekday in range(5)
        for place, hour in enumerate(_HOURS)
    )
    near = (HowFar.DOWNSTAIRS, HowFar.UNDER_WAY, HowFar.GATE, HowFar.BENCH, HowFar.WINDOW)
    steps = [
        ReturnStep(id=f"s-{place}", words=f"stap {place}", reaches=far)
        for place, far in enumerate((*near, HowFar.INSIDE))
    ]
    steps += [
        ReturnStep(
            id=f"s-{place}",
            words=f"stap {place}",
            reaches=HowFar.CLASS,
            lessons=1 + (place - 6) // 2,
            at_least_days=4,
        )
        for place in range(6, 20)
    ]
    return Case(
        id="c-1",
        alias="Zeester",
        region=Region.NL_MIDDEN,
        created_on=date(2026, 9, 1),
        school=School(
            timetable=timetable,
            contacts=(
                SchoolContact(id="k-1", person="p-4", available=(0, 1, 3)),
                SchoolContact(id="k-2", person="p-5", available=(0, 1, 2, 3, 4)),
            ),
        ),
        return_plan=ReturnPlan(
            end_goal=EndGoal.RETURN,
            how=ReturnHow(receiver="p-4", stand_in="p-5"),
            steps=tuple(steps),
            current="s-1",
            escorts=(Escort(id="e-1", person="p-1", weekdays=(0, 1, 3, 4)),),
        ),
    )
