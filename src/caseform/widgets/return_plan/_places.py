"""Where on the page, or on which other page, a finding is solved."""

from datetime import date
from typing import Any

from caseform.catalogue import AlternativeEntry, Catalogue, MeasureEntry
from caseform.model import Case
from caseform.text import Language, say
from caseform.widgets.return_plan._ready import FACTS

# By the beginning of where a finding points: the tab of this page, or another page.
_TABS = {
    "return_plan.how": "plan",
    "return_plan.steps": "plan",
    "return_plan.days": "plan",
    "return_plan.current": "plan",
    "people": "plan",
    "school": "timetable",
    "return_plan.alternatives": "ways",
    "return_plan.measures": "ways",
    "return_plan.ready": "ready",
}
# What is filled in among the facts, by its whole path.
_FACTS = {f"{part}.{name}": name for name, (part, _) in FACTS.items()}
_PAGES = {
    "factors": ("20_picture", "picture"),
    "circles": ("20_picture", "picture"),
    "assessment": ("10_assessment", "prepare"),
    "tried": ("10_assessment", "prepare"),
    "events": ("10_assessment", "prepare"),
    "log": ("50_log", "log"),
}
_LISTS = (
    "return_plan.steps",
    "return_plan.alternatives",
    "return_plan.measures",
    "school.timetable",
)


def place_of(
    case: Case, where: str, language: Language, rules: Catalogue, *, today: date
) -> dict[str, Any] | None:
    """Return where `where` is changed, for a button that goes there; None where it is in sight.

    Args:
        case: The case.
        where: Id, date or path, as a finding gives it.
        language: Of the words on the button.
        rules: Knows in which group a point stands.
        today: From which a day is planned; an earlier one stands in the log.
    """
    path = _path(case, where, today)
    if path in _FACTS:
        label = say(f"ready.{_FACTS[path].replace('_', '-')}", language)
        return _go(label, language, tab="ready", label_of=label)
    for beginning, (workbook, name) in _PAGES.items():
        if _begins(path, beginning):
            return _go(say(f"bar.{name}", language), language, workbook=workbook)
    for beginning, tab in _TABS.items():
        if _begins(path, beginning):
            return _on_this_page(case, path, where, tab, language, rules)
    return None


def _path(case: Case, where: str, today: date) -> str:
    held = next((name for name in _LISTS if case.find(name, where) is not None), None)
    if held is not None:
        return held
    try:
        return "return_plan.days" if date.fromisoformat(where) >= today else "log"
    except ValueError:
        return where


def _begins(path: str, beginning: str) -> bool:
    return path == beginning or path.startswith(f"{beginning}.")


def _on_this_page(
    case: Case, path: str, where: str, tab: str, language: Language, rules: Catalogue
) -> dict[str, Any]:
    part, _, name = path.rpartition(".")
    if part == "return_plan.how":
        label = say(f"return.how-{name}", language)
        return _go(label, language, tab=tab, label_of=label)
    if part == "return_plan.ready":
        group = rules.points[name].group
        return _go(say(f"ready.group-{group}", language), language, tab=tab, open=group.value)
    if path == "return_plan.steps" and path != where:
        return _go(say("return.tab-plan", language), language, tab=tab, step=where)
    entry = _weighed(case, where, rules)
    if entry is not None:
        return _go(entry.name.in_(language), language, tab=tab, open=entry.id)
    return _go(say(f"return.tab-{tab}", language), language, tab=tab, open="")


def _weighed(case: Case, where: str, rules: Catalogue) -> AlternativeEntry | MeasureEntry | None:
    """Return the catalogue's entry of what is weighed; its row is unfolded under that id."""
    way = case.find("return_plan.alternatives", where)
    taken = case.find("return_plan.measures", where)
    if way is not None:
        return rules.alternatives.get(way.option)
    return rules.measures.get(taken.measure) if taken is not None else None


def _go(to: str, language: Language, **place: str) -> dict[str, Any]:
    return {"text": say("ready.go", language, place=to), **place}
