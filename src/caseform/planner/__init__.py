"""The dated plan: one small step for each of the next school days, and why.

The planner proposes and pencils; the clinician agrees. It is a pure function of the case, the day
and the calendar, so the same case gives the same plan.

The rules and facts are a whole-number program, of which HiGHS gives the best plan and the proof
that none is better, or that none exists. One column says whether a step was reached by a day, so
nearly every rule says that one column is at most another; such programs come out whole by
themselves. What weighs more is settled before what weighs less, never added up with it, and the
order is our own weighing (`dated_plan`). However much is shown, a term is looked at together, and
a year is planned term after term. Rules and facts are switched on and off in one place
(`Loosened`), which is also how a clash is made as small as it can be.

HiGHS and CP-SAT were measured on the same programs (`tests/benchmarks/plans.py`), and found plans
that are as good. HiGHS was chosen. It loads in a quarter of the time (0.06 s against 0.23 s) and is
a tenth of the size. With one, two and four terms at once (a timetable of 40 blocks, 20 steps) it
was done in 0.02, 0.05 and 0.17 s where CP-SAT took 0.11, 0.41 and 1.21 s, in one run on a busy
machine; for both, the gap to the best plan was 0.

What a rule asks lives in two words of the clinician: *up* is a rise above every step reached so
far; *down* is a smaller step planned because the people or the lesson are not there that day.
Coming back from such a day to the step that already went well is no rise. Where the step of now
was made a smaller one, what lies above it begins anew: what was done there before is not counted.
"""

from caseform.planner._agreeing import agreeing, changed_since, last_agreed
from caseform.planner._dated import dated_plan
from caseform.planner._plan import (
    DatedPlan,
    DayPlan,
    Direction,
    PlanClash,
    WayOut,
    days_to_write,
    to_json,
    why_words,
    writing,
)
from caseform.planner._reentry import Gap, Option, ReEntry, Way, reentry
from caseform.planner._rise import Rise, may_rise
from caseform.planner._stale import stale
from caseform.planner._what_if import Moved, WhatIf, keeping, what_if
from caseform.planner._wishes import (
    Come,
    Hold,
    Holiday,
    Ill,
    OtherReceiver,
    Skip,
    StepBack,
    Wish,
)

__all__ = [
    "Come",
    "DatedPlan",
    "DayPlan",
    "Direction",
    "Gap",
    "Hold",
    "Holiday",
    "Ill",
    "Moved",
    "Option",
    "OtherReceiver",
    "PlanClash",
    "ReEntry",
    "Rise",
    "Skip",
    "StepBack",
    "Way",
    "WayOut",
    "WhatIf",
    "Wish",
    "agreeing",
    "changed_since",
    "dated_plan",
    "days_to_write",
    "keeping",
    "last_agreed",
    "may_rise",
    "reentry",
    "stale",
    "to_json",
    "what_if",
    "why_words",
    "writing",
]
