"""What the field says in general: factors, rules, questions, thresholds, each with its source.

The words stand in TOML files beside this module, Dutch and English together; ``data/README.md``
says how to read and change them. A case keeps the id of an entry and never the entry itself, so
that an old case opens with a new catalogue.
"""

from caseform.catalogue._entries import (
    AlternativeEntry,
    Basis,
    Catalogue,
    FactorEntry,
    GuideEntry,
    LadderEntry,
    LadderStep,
    MeasureEntry,
    OptionEntry,
    PointEntry,
    PointGroup,
    PullEntry,
    QuestionEntry,
    QuestionGroup,
    RegionEntry,
    RuleEntry,
    SourceEntry,
    ThresholdEntry,
    is_stale,
)
from caseform.catalogue._load import load, load_from

__all__ = [
    "AlternativeEntry",
    "Basis",
    "Catalogue",
    "FactorEntry",
    "GuideEntry",
    "LadderEntry",
    "LadderStep",
    "MeasureEntry",
    "OptionEntry",
    "PointEntry",
    "PointGroup",
    "PullEntry",
    "QuestionEntry",
    "QuestionGroup",
    "RegionEntry",
    "RuleEntry",
    "SourceEntry",
    "ThresholdEntry",
    "is_stale",
    "load",
    "load_from",
]
