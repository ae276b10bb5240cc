"""IJsduiker, the third invented case: truancy with an element of exclusion, in Flanders.

Nobody in it exists. What lies on its board is laid from its script, as the pages would do it.
"""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from caseform.demo._data import worded
from caseform.model import Case
from caseform.text import Language
from support.cases import TODAY
from support.scripts import laid, script


def truancy(language: Language = "nl") -> Case:
    """Return the whole case on the day of the tests, worded in one language."""
    written = (Path(__file__).parent / "case.toml").read_text(encoding="utf-8")
    told = worded(tomllib.loads(written), language)
    told["language"] = language
    case = Case.model_validate_json(json.dumps(told, default=_iso))
    return laid(case, script("truancy", language), on=TODAY)


def _iso(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
