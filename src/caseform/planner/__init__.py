"""The dated plan: one small step for each of the next school days, and why.

The planner proposes and pencils; the clinician agrees. It is a pure function of the case, the day
and the calendar, so the same case gives the same plan.

It searches exactly: a state is the day, the step that was reached and whether that step was done
often enough, which for ten days and a ladder of twenty steps is a few hundred states. Each is
looked at once, so the plan found is the best there is, and "none exists" is proven by having
looked at all of them. A solver would add seconds of loading and nothing else. Longer horizons and
more rules may need one: rules and facts are switched on and off in one place (`Loosened`), which
is also how a clash is made as small as it can be.

What a rule asks lives in two words of the clinician: *up* is a rise above every step reached so
far; *down* is a smaller step planned because the people or the lesson are not there that day.
Coming back from such a day to the step that already went well is no rise.
"""

from caseform.planner._agreeing import agreeing, changed_since, last_agreed
from caseform.planner._dated import dated_plan
from caseform.planner._plan import (
    DatedPlan,
    DayPlan,
    Direction,
    PlanClash,
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
