"""A second reading of the rules, from their text alone: it shares no code with the planner.

It reads a case and a plan as the JSON that anyone can read, and knows school days only as dates
that it is given. Source of the rules: seed 000, lines 267-271; seed 001, lines 661-668 and 787-791;
seed 002, lines 860-864; seed 003, lines 1427-1435, 1535-1544 and 1558-1592.
"""

from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise, product
from typing import Any

Json = dict[str, Any]
Worth = tuple[int, ...]
AT_SCHOOL = ("gate", "bench", "window", "inside", "class")
FOUR_WEEKS = timedelta(weeks=4)


class Week:
    """One case read for what a plan of it has to fit.

    Args:
        case: The case.
        school_days: The school days of more than a year around `today`.
        today: The day from which it is planned.
        count: How many school days are planned; None is the horizon of the case.
        ahead: How many are weighed together; None is a term, or further where more is written.
    """

    def __init__(
        self,
        case: Json,
        school_days: list[date],
        today: date,
        *,
        count: int | None = None,
        ahead: int | None = None,
    ) -> None:
        self.case = case
        self.today = today
        self.plan = case["return_plan"]
        self.steps = [step for step in self.plan["steps"] if not step["is_skipped"]]
        self.ids = [step["id"] for step in self.steps]
        self.all_school_days = school_days
        self.school_days = set(school_days)
        log = {date.fromisoformat(line["on"]): line for line in case["log"]}
        first = today + timedelta(days=1) if today in log else today
        to_come = [day for day in school_days if day >= first][:200]
        self.days = to_come[: self.plan["horizon_days"] if count is None else count]
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
            and date.fromisoformat(day["on"]) in to_come
        }
        if all(self.ids.index(day["step"]) <= self.start for day in self.agreed.values()):
            # Whoever went back begins anew with what is above.
            for place in range(self.start + 1, len(self.ids)):
                self.log_done[place] = 0
        until = case["school"]["effort_until"]
        self.effort_until = date.fromisoformat(until) if until else None
        if ahead is None:
            written = [to_come.index(day) + 1 for day in self.agreed]
            if self.effort_until is not None and self.effort_until <= to_come[-1]:
                written.append(len([day for day in to_come if day <= self.effort_until]))
            ahead = max([60, *written])
        self.ahead = to_come[:ahead]
        begun = [on for on, line in log.items() if line["step"] is not None]
        self.began = min(begun, default=first)
        self.unsettled = self._unsettled()
        # Asked again for every row of steps, and always the same.
        for name in ("hindered", "is_set_aside", "is_special", "follows_days_off", "rather_not"):
            setattr(self, name, cache(getattr(self, name)))

    def _start(self, log: dict[date, Json]) -> int:
        ladder = [step["id"] for step in self.plan["steps"]]
        now = self.plan["current"]
        if now not in ladder:
            done = [on for on in log if log[on]["done"] is True and log[on]["step"] in ladder]
            now = log[max(done)]["step"] if done else ladder[0]
        below = [one for one in ladder[: ladder.index(now) + 1] if one in self.ids]
        return self.ids.index(below[-1]) if below else 0

    def _unsettled(self) -> set[date]:
        changes = [
            date.fromisoformat(event["on"])
            for event in self.case["events"]
            if event["is_transition"] and event["on"]
        ]
        for before, day in pairwise(self.all_school_days):
            if day - before > FOUR_WEEKS:
                changes.append(day)
        close = {
            day for day in self.ahead + self.days for on in changes if abs(day - on) <= FOUR_WEEKS
        }
        blocks = self.case["school"]["timetable"]
        begins = sorted({block["since"] for block in blocks if block["since"]})
        if begins and all(block["since"] for block in blocks):
            begins = begins[1:]
        for since in begins:
            after = [d for d in self.all_school_days if d >= date.fromisoformat(since)]
            close |= set(after[:5])
        return close

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
        return before not in self.school_days

    def is_away(self, who: str, day: date) -> bool:
        """Whether that person can do nothing that day."""
        return any(
            row["person"] == who and row["starts"] <= day.isoformat() <= row["ends"]
            for row in self.plan["away"]
        )

    def receivers_on(self, day: date) -> set[str | None]:
        """Who may stand at the door that day; {None} if nobody was ever named."""
        promised = self.agreed[day]["received_by"] if day in self.agreed else None
        named = [who for who in (self.plan["how"]["receiver"], self.plan["how"]["stand_in"]) if who]
        if promised and not self.is_away(promised, day):
            return {promised}
        if not named and not promised:
            return {None}
        there: set[str | None] = {who for who in named if self.is_receiving(who, day)}
        for row in self.plan["away"]:
            if row["person"] in (promised, *named) and (
                row["starts"] <= day.isoformat() <= row["ends"]
            ):
                there.add(row["instead"])
        there = {who for who in there if who and self.is_receiving(who, day)}
        return there or (set() if named else {None})

    def is_receiving(self, who: str, day: date) -> bool:
        """Whether that person can be at the door that day, as far as was asked."""
        days = [c["available"] for c in self.case["school"]["contacts"] if c["person"] == who]
        days = [asked for asked in days if asked]
        is_free = not days or any(day.weekday() in asked for asked in days)
        return is_free and not self.is_away(who, day)

    def escorts_on(self, day: date) -> set[str | None]:
        """Who may travel along that day; {None} if nobody was ever named."""
        promised = self.agreed[day]["travel_with"] if day in self.agreed else None
        if promised and not self.is_away(promised, day):
            return {promised}
        if not self.plan["escorts"]:
            return {None}
        along = {e["person"] for e in self.plan["escorts"] if day.weekday() in e["weekdays"]}
        return {who for who in along if not self.is_away(who, day)}

    def reaches_school(self, step: Json) -> bool:
        """Whether it goes to the gate or further."""
        goes = step["reaches"] in AT_SCHOOL or step["minutes"] > 0
        return goes or bool(step["blocks"]) or step["lessons"] > 0

    def is_special(self, day: date) -> bool:
        """Whether something else takes the place of the ordinary lessons."""
        return any(
            week["starts"] <= day.isoformat() <= week["ends"]
            for week in self.case["school"]["special_weeks"]
        )

    def blocks_on(self, day: date) -> list[Json]:
        """What the timetable has that day, in order."""
        if self.is_special(day):
            return []
        a_week = self.case["school"]["a_week"]
        turn = None
        if a_week:
            monday = date.fromisoformat(a_week)
            monday -= timedelta(days=monday.weekday())
            turn = "ab"[(day - monday).days // 7 % 2]
        running = [
            block
            for block in self.case["school"]["timetable"]
            if block["weekday"] == day.weekday()
            and (turn is None or block["week"] in (None, turn))
            and (block["since"] or "0") <= day.isoformat() <= (block["until"] or "9")
        ]
        return sorted(running, key=lambda block: (block["starts"], block["id"]))

    def lessons_of(self, step: Json, day: date) -> list[Json]:
        """Which lessons the step takes in that day: the liked first, then the easier."""
        running = self.blocks_on(day)
        if step["blocks"]:
            return [block for block in running if block["id"] in step["blocks"]]
        lessons = [block for block in running if block["kind"] == "lesson"]
        exempt: set[str] = set()
        for one in self.case["school"]["adjustments"]:
            if (one["since"] or "0") <= day.isoformat() <= (one["until"] or "9"):
                exempt.update(one["exempts"])
        scales = {block["tension"]["scale"] for block in lessons if block["tension"]}

        def is_better(block: Json) -> tuple[Any, ...]:
            tension = block["tension"]["value"] if block["tension"] and len(scales) == 1 else 0
            asks_extra = bool(set(block["taxing"]) - exempt)
            return -(block["liking"] or 0), asks_extra, tension, block["starts"], block["id"]

        chosen = sorted(lessons, key=is_better)[: step["lessons"]]
        return [block for block in lessons if block in chosen]

    def length_on(self, day: date) -> int:
        """How long that school day is, as far as the timetable tells; 0 if it does not."""
        running = self.blocks_on(day)
        if not running:
            return 0
        return max(_clock(b["ends"]) for b in running) - min(_clock(b["starts"]) for b in running)

    def minutes_of(self, step: Json, day: date) -> int:
        """How long the step is that day, and never longer than the day."""
        taken = self.lessons_of(step, day)
        long = step["minutes"] or sum(_clock(b["ends"]) - _clock(b["starts"]) for b in taken)
        return min(long, self.length_on(day) or long)

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
        timetable = self.case["school"]["timetable"]
        if step["blocks"]:
            has_lessons = any(block["id"] in step["blocks"] for block in timetable)
        else:
            has_lessons = step["lessons"] > 0 and bool(timetable)
        if has_lessons and not self.lessons_of(step, day):
            found.append("no lesson")
        return found

    def possible(self, highest: int, day: date) -> int | None:
        """The highest step so far that can be that day."""
        fit = [place for place in range(highest + 1) if not self.hindered(place, day)]
        return max(fit, default=None)

    def against(self, day: date, place: int | None, highest: int, done: int) -> list[str]:
        """Which hard rules that step breaks on that day.

        Args:
            day: The day.
            place: The step of that day.
            highest: The highest step before it.
            done: On how many days that highest step was done.
        """
        step = None if place is None else self.ids[place]
        broken = []
        if day in self.agreed and step != self.agreed[day]["step"]:
            broken.append("not what was agreed")
        if place is None:
            if not self.is_set_aside("R-S1", day, None):
                broken.append("R-S1, no step")
            return broken
        hindered = self.hindered(place, day)
        broken += [one for one in hindered if day not in self.agreed or one != "no lesson"]
        if place <= highest:
            return broken
        if day not in self.agreed:
            if place != highest + 1:
                broken.append("skips a step")
            if self.plan["hold_until"] and day.isoformat() <= self.plan["hold_until"]:
                broken.append("held")
            if self.is_special(day):
                broken.append("no ordinary lessons")
        below = done if place - 1 == highest else self.log_done[place - 1]
        for rule, is_so in (
            ("R-T1", day.isoweekday() == 1),
            ("R-T2", self.follows_days_off(day)),
            ("R-T6", below < max(2, self.steps[place - 1]["at_least_days"])),
        ):
            if is_so and not self.is_set_aside(rule, day, step):
                broken.append(rule)
        return broken

    def rather_not(self, day: date, place: int, done: int) -> tuple[int, int, int, int]:
        """What a rise to that step costs by the soft rules, those that weigh most first."""
        step = self.steps[place]
        tiers = [x["level"] for x in self.case["assessment"]["levels"] if x["system"] == "tier"]
        is_far = place == len(self.steps) - 1 or (
            (step["reaches"] == "class" or step["blocks"] or step["lessons"] > 0)
            and self.minutes_of(step, day) > 60
        )
        monday = day - timedelta(days=day.weekday())
        late = [monday + timedelta(days=3), monday + timedelta(days=4)]
        has_room = any(
            one in self.school_days and not self.is_special(one) and not self.hindered(place, one)
            for one in late
        )
        speaking = {
            "R-T15": day in self.unsettled,
            "R-T10": tiers[-1:] == [3] and day - self.began < FOUR_WEEKS and is_far,
            "R-T3": day.isoweekday() in (2, 3) and has_room,
            "R-T6": max(2, self.steps[place - 1]["at_least_days"]) < 3 and done < 3,
        }
        costs = [
            int(bool(is_so) and not self.is_set_aside(rule, day, step["id"]))
            for rule, is_so in speaking.items()
        ]
        return costs[0], costs[1], costs[2], costs[3]

    def broken_by(self, days: list[date], places: list[int | None]) -> list[str]:
        """Which hard rules a row of steps breaks, one step for each day."""
        broken = []
        highest, done = self.start, self.log_done[self.start]
        for day, place in zip(days, places, strict=True):
            broken += [f"{day}: {one}" for one in self.against(day, place, highest, done)]
            highest, done = self._after(place, highest, done)
        return broken

    def worth(self, days: list[date], places: list[int | None]) -> Worth:
        """How good a row is; smaller is better, and what comes first weighs most."""
        highest, done = self.start, self.log_done[self.start]
        total: Worth = (0,) * 7
        for day, place in zip(days, places, strict=True):
            cost = self._cost(days, day, place, highest, done)
            total = _sum(total, cost)
            highest, done = self._after(place, highest, done)
        return total

    def best(self, days: list[date]) -> Worth | None:
        """The least that any row of steps that breaks nothing is worth; None if there is none.

        What later days can depend on is the highest step and how often it was done. So the best
        way to each of those is all that is remembered from one day to the next.
        """
        ways = {(self.start, self.log_done[self.start]): (0,) * 7}
        for day in days:
            after: dict[tuple[int, int], Worth] = {}
            for (highest, done), so_far in ways.items():
                for place in (None, *range(len(self.steps))):
                    if self.against(day, place, highest, done):
                        continue
                    total = _sum(so_far, self._cost(days, day, place, highest, done))
                    state = self._after(place, highest, done)
                    if state not in after or total < after[state]:
                        after[state] = total
            ways = after
        return min(ways.values(), default=None)

    def fitting(self, days: list[date]) -> int:
        """How many of the days fit, from the first."""
        states = {(self.start, self.log_done[self.start])}
        for number, day in enumerate(days):
            states = {
                self._after(place, highest, done)
                for highest, done in states
                for place in (None, *range(len(self.steps)))
                if not self.against(day, place, highest, done)
            }
            if not states:
                return number
        return len(days)

    def every_row(self, days: list[date]) -> list[list[int | None]]:
        """Every row of steps that breaks nothing; only for short horizons and ladders."""
        choices: list[int | None] = [None, *range(len(self.ids))]
        rows = product(choices, repeat=len(days))
        return [list(row) for row in rows if not self.broken_by(days, list(row))]

    def is_refused(self) -> bool:
        """Whether something is written down that cannot be so."""
        timetable = self.case["school"]["timetable"]
        double = any(
            one["weekday"] == other["weekday"]
            and max(one["starts"], other["starts"]) < min(one["ends"], other["ends"])
            and len({one["week"], other["week"]} - {None}) < 2
            and max(one["since"] or "0", other["since"] or "0")
            <= min(one["until"] or "9", other["until"] or "9")
            for one, other in combinations(timetable, 2)
        )
        longest = max((self.length_on(day) for day in self.ahead), default=0)
        too_long = bool(longest) and any(step["minutes"] > longest for step in self.steps)
        named = self.plan["how"]["receiver"] or self.plan["how"]["stand_in"]
        going = [step for step in self.steps if self.reaches_school(step)]
        nobody = bool(named and going) and all(
            not self.receivers_on(day)
            and not all(self.is_set_aside("R-H1", day, step["id"]) for step in going)
            for day in self.ahead
        )
        late = self.ahead[0] - self.today > timedelta(weeks=13)
        return double or too_long or nobody or late

    def _after(self, place: int | None, highest: int, done: int) -> tuple[int, int]:
        if place is None or place < highest:
            return highest, done
        done = (done if place == highest else self.log_done[place]) + 1
        # More than any step asks for is as good as that.
        return place, min(done, max(3, *(step["at_least_days"] for step in self.steps)))

    def _cost(
        self, days: list[date], day: date, place: int | None, highest: int, done: int
    ) -> Worth:
        is_rise = place is not None and place > highest
        soft = (0, 0, 0, 0)
        if is_rise and place is not None and day not in self.agreed:
            soft = self.rather_not(day, place, done)
        reached = place if is_rise and place is not None else highest
        top = len(self.steps) - 1
        is_late = 0
        until = self.effort_until
        if until is not None and self.start < top and days[0] <= until <= days[-1]:
            is_last = day == max(one for one in days if one <= until)
            is_late = int(is_last and reached < top)
        low = len(self.ids) if place is None else top - place
        return int(place is None), is_late, *soft, low


def faults(week: Week, plan: Json) -> list[str]:
    """Return what is wrong with a plan as `caseform plan --json` prints it."""
    days = plan["days"]
    if [day["date"] for day in days] != [day.isoformat() for day in week.days]:
        return ["not one entry for each school day of the horizon"]
    places = [None if d["step"] is None else week.ids.index(d["step"]) for d in days]
    found = week.broken_by(week.days, places)
    highest = week.start
    for day, place, entry in zip(week.days, places, days, strict=True):
        if place is None:
            if entry["direction"] != "down":
                found.append(f"{day}: called {entry['direction']}")
            if day not in week.agreed and week.possible(highest, day) is not None:
                found.append(f"{day}: a step was possible")
            continue
        word = "up" if place > highest else "same" if place == highest else "down"
        if entry["direction"] != word:
            found.append(f"{day}: called {entry['direction']}")
        if day not in week.agreed and place < highest and place != week.possible(highest, day):
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
    found = []
    if entry["blocks"] != [block["id"] for block in week.lessons_of(step, day)]:
        found.append(f"{day}: other lessons")
    minutes = week.minutes_of(step, day)
    if entry["minutes"] != minutes:
        found.append(f"{day}: {entry['minutes']} minutes instead of {minutes}")
    if (
        step["lessons"] > 0
        and not step["blocks"]
        and len([b for b in week.blocks_on(day) if b["kind"] == "lesson"]) > step["lessons"]
        and "R-S7" not in entry["why"]
    ):
        found.append(f"{day}: does not say that liked lessons came first")
    return found


def _clock(words: str) -> int:
    hours, minutes = (int(part) for part in words.split(":")[:2])
    return 60 * hours + minutes


def _sum(one: Worth, other: Worth) -> Worth:
    return tuple(map(sum, zip(one, other, strict=True)))
