"""The words of a demo case: TOML files, read in one language, their days laid on the calendar."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from caseform.demo._days import Days
from caseform.text import Language

_START = "start.toml"


@cache
def story(name: str) -> dict[str, Any]:
    """Return all that is told of the demo case `name`, but for its start.

    Raises:
        ValueError: Two of its files tell the same part.
    """
    folder = files("caseform.demo") / "data" / name
    told: dict[str, Any] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".toml") or file.name == _START:
            continue
        part = tomllib.loads(file.read_text(encoding="utf-8"))
        if told.keys() & part.keys():
            raise ValueError(f"{name}/{file.name} tells a part that another file tells")
        told |= part
    return told


@cache
def start_of(name: str) -> dict[str, Any]:
    """Return how the start of `name` differs from its shipped version.

    Returns:
        ``change``, a list of verbs, and ``log`` where another log is told.
    """
    written = (files("caseform.demo") / "data" / name / _START).read_text(encoding="utf-8")
    return tomllib.loads(written)


def worded(value: Any, language: Language) -> Any:
    """Return `value` with one wording in place of each pair of wordings.

    Example:
        >>> worded([{"words": {"nl": "hek", "en": "gate"}}], "en")
        [{'words': 'gate'}]
    """
    return _replaced(value, lambda table: table[language] if table.keys() == {"nl", "en"} else None)


def dated(value: Any, days: Days) -> Any:
    """Return `value` with an ISO date in place of each day that is told from today.

    ``{back = 3}`` is the third school day before today, ``{ahead = 0}`` the first from today on,
    ``{ago = 4}`` four days ago, school or not, and ``{week = 2, day = 4}`` the Friday of the
    second week that is told, or the next school day if there was none.
    """

    def lay(table: Mapping[str, Any]) -> str | None:
        day: date
        if table.keys() == {"back"}:
            day = days.back(table["back"])
        elif table.keys() == {"ahead"}:
            day = days.ahead(table["ahead"])
        elif table.keys() == {"ago"}:
            day = days.today - timedelta(days=table["ago"])
        elif table.keys() == {"week", "day"}:
            day = days.school_day_in_week(table["week"], table["day"])
        else:
            return None
        return day.isoformat()

    return _replaced(value, lay)


def _replaced(value: Any, replace: Callable[[Mapping[str, Any]], Any]) -> Any:
    if isinstance(value, list):
        return [_replaced(part, replace) for part in value]
    if isinstance(value, dict):
        whole = replace(value)
        if whole is not None:
            return whole
        return {name: _replaced(part, replace) for name, part in value.items()}
    return value
