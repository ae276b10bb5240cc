"""What the log and the observations add up to: types, thresholds, functions; never a verdict.

Every number here comes from the catalogue, with its source, and every answer can be *not enough
to tell*. The clinician decides.
"""

from caseform.assessment._functions import FunctionProfile, InformantMeans, function_profile
from caseform.assessment._heard import Heard, heard, heard_on
from caseform.assessment._results import ENOUGH_LOGGED, ThresholdResult, ThresholdState
from caseform.assessment._thresholds import thresholds
from caseform.assessment._types import (
    THERAPIST_ONLY,
    SourceReading,
    Suggestion,
    TypeEvidence,
    suggestion,
    type_evidence,
)

__all__ = [
    "ENOUGH_LOGGED",
    "THERAPIST_ONLY",
    "FunctionProfile",
    "Heard",
    "InformantMeans",
    "SourceReading",
    "Suggestion",
    "ThresholdResult",
    "ThresholdState",
    "TypeEvidence",
    "function_profile",
    "heard",
    "heard_on",
    "suggestion",
    "thresholds",
    "type_evidence",
]
