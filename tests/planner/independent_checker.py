"""A second reading of the rules, from their text alone: it shares no code with the planner.

It reads a case and a plan as the JSON that anyone can read, and knows school days only as dates
that it is given. Source of the rules: seed 003, lines 1427-1435, 1535-1544 and 1558-1592.
"""

from datetime import date, timedelta
from itertools import product
from typing import Any

Json = dict[str, Any]
AT_SCHOOL = ("gate", "bench", "window", "inside", "class")


class Week:
    """One case read for what a plan of it has to fit."""

    def __init__(self, case: Json, school_days: list[date], today: date) -> None:
        self.case = case
        self.plan = case["return_plan"]
        self.steps = self.plan["steps"]
        self.ids = [step["id"] for step in self.steps]
        self.all_school_days = school_days
        log = {date.fromisoformat(line["on"]): line for line in case["log"]}
        first = today + timedelta(days=1) if today in log else today
        self.days = [day for day in school_days if day >= first][: self.plan["horizon_days"]]
        lately = [day for day in school_days if day < today][-10:][0]
        self.log_done = [
            sum(
                1
                for on, line in log.items()
                if lately <= on <= today and line["done"] is True and line["step"] == step
            )
            for step in self.ids
        ]
        self.start = self._start(log)
        self.agreed = {
            date.fromisoformat(day["on"]): day
            for day in self.plan["days"]
            if day["agreed"]
            and day["step"] in self.ids
            and date.fromisoformat(day["on"]) in self.days
        }
        self.timetable = {block["id"]: block for block in case["school"]["timetable"]}

    def _start(self, log: dict[date, Json]) -> int:
        if self.plan["current"] in self.ids:
            return self.ids.index(self.plan["current"])
        for on in sorted(log, reverse=True):
            if log[on]["done"] is True and log[on]["step"] in self.ids:
                return self.ids.index(log[on]["step"])
        return 0

    def is_set_aside(self, rule: str, day: date, step: str | None) -> bool:
        """Whether the clinician set the rule aside here."""
        return any(
            one["rule"] == rule and one["where"] in ("", day.isoformat(), step or "-")
            for one in self.plan["overrides"]
        )

    def follows_days_off(self, day: date) -> bool:
        """Whether the weekday before was no school day."""
        before = day - timedelta(days=1)
        while before.weekday() > 4:
            before -= timedelta(days=1)
        return before not in self.all_school_days

    def receivers_on(self, day: date) -> set[str | None]:
        """Who may stand at the door that day; {None} if nobody was ever named."""
        if day in self.agreed and self.agreed[day]["received_by"]:
            return {self.agreed[day]["received_by"]}
        named = [who for who in (self.plan["how"]["receiver"], self.plan["how"]["stand_in"]) if who]
        if not named:
            return {None}
        there: set[str | None] = set()
        for who in named:
            days = [c["available"] for c in self.case["school"]["contacts"] if c["person"] == who]
            days = [asked for asked in days if asked]
            if not days or any(day.weekday() in asked for asked in days):
                there.add(who)
        return there

    def escorts_on(self, day: date) -> set[str | None]:
        """Who may travel along that day; {None} if nobody was ever named."""
        if day in self.agreed and self.agreed[day]["travel_with"]:
            return {self.agreed[day]["travel_with"]}
        if not self.plan["escorts"]:
            return {None}
        return {e["person"] for e in self.plan["escorts"] if day.weekday() in e["weekdays"]}

    def reaches_school(self, step: Json) -> bool:
        """Whether it goes to the gate or further."""
        return step["reaches"] in AT_SCHOOL or bool(step["blocks"]) or step["minutes"] > 0

    def hindered(self, place: int, day: date) -> list[str]:
        """What keeps that step from that day: people who are not there, or no lesson of it."""
        step = self.steps[place]
        found = []
        if (
            self.reaches_school(step)
            and not self.receivers_on(day)
            and not self.is_set_aside("R-H1", day, step["id"])
        ):
            found.append("R-H1")
        if (
            (self.reaches_school(step) or step["reaches"] == "under-way")
            and not self.escorts_on(day)
            and not self.is_set_aside("R-H11", day, step["id"])
        ):
            found.append("R-H11")
        lessons = [self.timetable[b] for b in step["blocks"] if b in self.timetable]
        if lessons and not any(block["weekday"] == day.weekday() for block in lessons):
            found.append("no lesson")
        return found

    def broken_by(self, places: list[int | None]) -> list[str]:
        """Which hard rules a row of steps breaks, one step for each day of the horizon."""
        broken = []
        highest = self.start
        done = list(self.log_done)
        for day, place in zip(self.days, places, strict=True):
            step = None if place is None else self.ids[place]
            if day in self.agreed and step != self.agreed[day]["step"]:
                broken.append(f"{day}: not what was agreed")
            if place is None:
                if not self.is_set_aside("R-S1", day, None):
                    broken.append(f"{day}: R-S1, no step")
                continue
            hindered = self.hindered(place, day)
            if day in self.agreed:
                hindered = [one for one in hindered if one != "no lesson"]
            broken += [f"{day}: {one}" for one in hindered]
            if place > highest:
                if day not in self.agreed and place != highest + 1:
                    broken.append(f"{day}: skips a step")
                for rule, is_so in (
                    ("R-T1", day.isoweekday() == 1),
                    ("R-T2", self.follows_days_off(day)),
                    ("R-T6", done[place - 1] < 2),
                ):
                    if is_so and not self.is_set_aside(rule, day, step):
                        broken.append(f"{day}: {rule}")
                highest = place
            done[place] += 1
        return broken

    def worth(self, places: list[int | None]) -> tuple[int, int, int]:
        """How good a row is, smaller is better: days without, early rises, and how low it stays."""
        early, highest = 0, self.start
        for day, place in zip(self.days, places, strict=True):
            if place is not None and place > highest:
                highest = place
                later = [day + timedelta(days=n) for n in range(1, 4)]
                free_late = any(
                    late.isoweekday() in (4, 5)
                    and late.isocalendar()[1] == day.isocalendar()[1]
                    and late in self.all_school_days
                    and not self.hindered(place, late)
                    for late in later
                )
                if (
                    day.isoweekday() in (2, 3)
                    and free_late
                    and not self.is_set_aside("R-T3", day, self.ids[place])
                ):
                    early += 1
        low = sum(len(self.ids) if p is None else len(self.ids) - 1 - p for p in places)
        return sum(p is None for p in places), early, low

    def every_row(self) -> list[list[int | None]]:
        """Every row of steps that breaks nothing; only for short horizons and ladders."""
        choices: list[int | None] = [None, *range(len(self.ids))]
        rows = product(choices, repeat=len(self.days))
        return [list(row) for row in rows if not self.broken_by(list(row))]


def faults(week: Week, plan: Json) -> list[str]:
    """Return what is wrong with a plan as `caseform plan --json` prints it."""
    days = plan["days"]
    if [day["date"] for day in days] != [day.isoformat() for day in week.days]:
        return ["not one entry for each school day of the horizon"]
    places = [None if d["step"] is None else week.ids.index(d["step"]) for d in days]
    found = week.broken_by(places)
    highest = week.start
    for day, place, entry in zip(week.days, places, days, strict=True):
        if place is None:
            if entry["direction"] != "down":
                found.append(f"{day}: called {entry['direction']}")
            if day not in week.agreed and not all(
                week.hindered(one, day) for one in range(highest + 1)
            ):
                found.append(f"{day}: a step was possible")
            continue
        word = "up" if place > highest else "same" if place == highest else "down"
        if entry["direction"] != word:
            found.append(f"{day}: called {entry['direction']}")
        if day not in week.agreed and place < highest:
            possible = [one for one in range(highest + 1) if not week.hindered(one, day)]
            if place != max(possible, default=None):
                found.append(f"{day}: smaller than needed")
        found += _people(week, day, entry, week.steps[place])
        found += _lessons(week, day, entry, week.steps[place])
        highest = max(highest, place)
    return found


def _people(week: Week, day: date, entry: Json, step: Json) -> list[str]:
    found = []
    at_door = week.receivers_on(day) or {None}
    along = week.escorts_on(day) or {None}
    if entry["received_by"] not in (at_door if week.reaches_school(step) else {None}):
        found.append(f"{day}: received by {entry['received_by']}")
    travels = week.reaches_school(step) or step["reaches"] == "under-way"
    if entry["travel_with"] not in (along if travels else {None}):
        found.append(f"{day}: travels with {entry['travel_with']}")
    return found


def _lessons(week: Week, day: date, entry: Json, step: Json) -> list[str]:
    today = {
        one
        for one in step["blocks"]
        if one in week.timetable and week.timetable[one]["weekday"] == day.weekday()
    }
    found = []
    if set(entry["blocks"]) != today:
        found.append(f"{day}: other lessons")
    minutes = step["minutes"] or sum(_minutes(week.timetable[one]) for one in today)
    if entry["minutes"] != minutes:
        found.append(f"{day}: {entry['minutes']} minutes instead of {minutes}")
    return found


def _minutes(block: Json) -> int:
    (h1, m1), (h2, m2) = ([int(n) for n in block[k].split(":")[:2]] for k in ("starts", "ends"))
    return (h2 - h1) * 60 + m2 - m1
