"""What is worth asking or changing next: findings on a case, each from one rule.

Findings are prompts. A hard one keeps a plan from being agreed until something changes or the
clinician sets the rule aside with a reason; nothing here blocks, scores or decides. Only rules
that the fields of a case can decide are looked at: free text is never read for its meaning.
"""

from caseform.checks._findings import findings
from caseform.checks._prompts import prompts

__all__ = ["findings", "prompts"]
