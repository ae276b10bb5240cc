"""From the shipped TOML files to entries that cannot be half right."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, TypeVar, cast

from caseform.catalogue._entries import (
    Basis,
    Catalogue,
    FactorEntry,
    GuideEntry,
    LadderEntry,
    LadderStep,
    Law,
    OptionEntry,
    QuestionEntry,
    QuestionGroup,
    RegionEntry,
    RuleEntry,
    SourceEntry,
    ThresholdEntry,
)
from caseform.errors import CatalogueError
from caseform.model import Bearing, Draw, HowFar, Place, Role, Severity, StepKind
from caseform.text import LANGUAGES, Text

_FACTOR_ID = re.compile(r"[a-z]+(-[a-z]+)*")
_LINES = re.compile(r"(\d{3}):\d+(-\d+)?")

Row = dict[str, Any]
Word = TypeVar("Word", bound=StrEnum)
Entry = TypeVar("Entry")


class _FieldError(Exception):
    """A field of a row is missing or impossible."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)


@lru_cache(maxsize=1)
def load() -> Catalogue:
    """Return the catalogue that is shipped with this version.

    Returns:
        The same catalogue at every call; it is read once.

    Raises:
        CatalogueError: An entry is wrong. It names the file, the entry and the field.

    Example:
        >>> load().factors["being-bullied"].family.in_("en")
        'Is being bullied'
    """
    return load_from(files("caseform.catalogue") / "data")


def load_from(folder: Traversable) -> Catalogue:
    """Return the catalogue that stands in `folder`.

    Args:
        folder: Holds ``factors/*.toml`` and the other files that are shipped.

    Raises:
        CatalogueError: An entry is wrong. It names the file, the entry and the field.
    """
    sources = _entries(folder, "sources.toml", _source)
    known = frozenset(sources)
    factors: dict[str, FactorEntry] = {}
    for place in Place:
        name = f"factors/{place}.toml"
        for id, entry in _entries(folder, name, lambda id, row: _factor(id, row, known)).items():
            if id in factors:
                raise _error(name, id, "id")
            if entry.place is not place:
                raise _error(name, id, "place")
            factors[id] = entry
    bases = _entries(folder, "bases.toml", lambda id, row: (_word(Basis, id, "id"), row))
    return Catalogue(
        factors=MappingProxyType(factors),
        rules=_entries(folder, "rules.toml", lambda id, row: _rule(id, row, known)),
        ladders=_entries(folder, "ladders.toml", lambda id, row: _ladder(id, row, known)),
        regions=_entries(folder, "regions.toml", _region),
        bases=MappingProxyType({basis: _text(row, "name") for basis, row in bases.values()}),
        sources=sources,
        questions=_entries(folder, "questions.toml", lambda id, row: _question(id, row, known)),
        guides=_entries(folder, "guides.toml", lambda id, row: _guide(id, row, known)),
        thresholds=_entries(folder, "thresholds.toml", lambda id, row: _threshold(id, row, known)),
        absence_types=_entries(folder, "absence_types.toml", lambda i, r: _option(i, r, known)),
        functions=_entries(folder, "functions.toml", lambda id, row: _option(id, row, known)),
        care_levels=_entries(folder, "care_levels.toml", lambda id, row: _option(id, row, known)),
    )


def _entries(
    folder: Traversable, name: str, make: Callable[[str, Row], Entry]
) -> Mapping[str, Entry]:
    entries: dict[str, Entry] = {}
    for id, row in _tables(folder, name):
        try:
            entries[id] = make(id, row)
        except _FieldError as error:
            raise _error(name, id, error.field) from error
    return MappingProxyType(entries)


def _tables(folder: Traversable, name: str) -> Iterator[tuple[str, Row]]:
    file = folder
    for part in name.split("/"):
        file = file / part
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _error(name, "", str(error)) from error
    for id, row in tables.items():
        if not isinstance(row, dict):
            raise _error(name, id, "entry")
        yield id, row


def _error(file: str, entry: str, field: str) -> CatalogueError:
    return CatalogueError("errors.catalogue-entry", file=file, entry=entry, field=field)


def _source(id: str, row: Row) -> SourceEntry:
    _only(row, "title", "by", "published", "country")
    return SourceEntry(
        id=id,
        title=_string(row, "title"),
        by=_string(row, "by"),
        published=_string(row, "published", empty=True),
        country=_string(row, "country"),
    )


def _factor(id: str, row: Row, sources: frozenset[str]) -> FactorEntry:
    _only(
        row,
        *("seed_row", "place", "roles", "bearing", "draw", "absence_types", "citations", "lines"),
        *("sensitive", "review", "text", "family", "self", "also"),
    )
    if not _FACTOR_ID.fullmatch(id):
        raise _FieldError("id")
    if not isinstance(row.get("sensitive"), bool):
        raise _FieldError("sensitive")
    bearing = _word(Bearing, row["bearing"], "bearing") if "bearing" in row else None
    draw = _word(Draw, row["draw"], "draw") if "draw" in row else None
    if draw is not None and bearing is not Bearing.AWAY_FROM_SCHOOL:
        raise _FieldError("draw")
    return FactorEntry(
        id=id,
        seed_row=_string(row, "seed_row"),
        place=_word(Place, row.get("place"), "place"),
        roles=tuple(_word(Role, role, "roles") for role in _strings(row, "roles")),
        bearing=bearing,
        draw=draw,
        absence_types=_strings(row, "absence_types"),
        citations=_strings(row, "citations", empty=True),
        lines=_lines(row, sources),
        sensitive=row["sensitive"],
        reviewed=_reviewed(row),
        text=_text(row, "text"),
        family=_text(row, "family"),
        self_=_text(row, "self"),
        also=_text(row, "also") if "also" in row else None,
    )


def _rule(id: str, row: Row, sources: frozenset[str]) -> RuleEntry:
    _only(row, "severity", "basis", "law", "message", "lines", "review")
    return RuleEntry(
        id=id,
        severity=_word(Severity, row.get("severity"), "severity"),
        basis=_word(Basis, row.get("basis"), "basis"),
        law=_law(row) if "law" in row else None,
        message=_text(row, "message"),
        lines=_lines(row, sources),
        reviewed=_reviewed(row),
    )


def _ladder(id: str, row: Row, sources: frozenset[str]) -> LadderEntry:
    _only(row, "kind", "basis", "name", "lines", "review", "steps")
    steps = row.get("steps")
    if not isinstance(steps, list) or not steps:
        raise _FieldError("steps")
    return LadderEntry(
        id=id,
        kind=_word(StepKind, row.get("kind"), "kind"),
        name=_text(row, "name"),
        steps=tuple(_ladder_step(step) for step in steps),
        basis=_word(Basis, row.get("basis"), "basis"),
        lines=_lines(row, sources),
        reviewed=_reviewed(row),
    )


def _ladder_step(row: object) -> LadderStep:
    if not isinstance(row, dict):
        raise _FieldError("steps")
    _only(row, "id", "text", "reaches", "minutes")
    minutes = row.get("minutes")
    if minutes is not None and not isinstance(minutes, int):
        raise _FieldError("steps.minutes")
    return LadderStep(
        id=_string(row, "id"),
        text=_text(row, "text"),
        reaches=_word(HowFar, row["reaches"], "steps.reaches") if "reaches" in row else None,
        minutes=minutes,
    )


def _question(id: str, row: Row, sources: frozenset[str]) -> QuestionEntry:
    _only(row, "group", "text", "ask", "seeds", "basis", "lines", "review")
    seeds = _strings(row, "seeds")
    if not sources.issuperset(seeds):
        raise _FieldError("seeds")
    return QuestionEntry(
        id=id,
        group=_word(QuestionGroup, row.get("group"), "group"),
        text=_text(row, "text"),
        ask=_text(row, "ask") if "ask" in row else None,
        seeds=seeds,
        basis=_word(Basis, row.get("basis"), "basis"),
        lines=_lines(row, sources),
        reviewed=_reviewed(row),
    )


def _guide(id: str, row: Row, sources: frozenset[str]) -> GuideEntry:
    _only(row, "talk", "text", "prompt", "lines", "review")
    return GuideEntry(
        id=id,
        talk=_one_of(row, "talk", "youth", "parents"),
        text=_text(row, "text"),
        prompt=_text(row, "prompt"),
        lines=_lines(row, sources),
        reviewed=_reviewed(row),
    )


def _threshold(id: str, row: Row, sources: frozenset[str]) -> ThresholdEntry:
    _only(
        row,
        *("text", "number", "up_to", "unit", "weeks", "at_number", "counts", "ages", "law", "note"),
        *("lines", "published", "checked_on", "review"),
    )
    number, checked = _whole(row, "number"), row.get("checked_on", "")
    unit = _one_of(
        row,
        "unit",
        *("percent", "days", "hours", "weeks", "calendar-days", "half-days"),
        "judgement",
    )
    if (number is None) != (unit == "judgement"):
        raise _FieldError("number")
    try:
        checked_on = date.fromisoformat(checked) if checked else None
    except (TypeError, ValueError) as error:
        raise _FieldError("checked_on") from error
    return ThresholdEntry(
        id=id,
        text=_text(row, "text"),
        number=number,
        up_to=_whole(row, "up_to"),
        unit=unit,
        weeks=_whole(row, "weeks"),
        at_number=_one_of(row, "at_number", "reached", "not-reached", "on-the-line"),
        counts=_one_of(row, "counts", "all", "unauthorised"),
        ages=_ages(row) if "ages" in row else None,
        law=_law(row) if "law" in row else None,
        note=_text(row, "note") if "note" in row else None,
        lines=_lines(row, sources),
        published=_string(row, "published", empty=True),
        checked_on=checked_on,
        reviewed=_reviewed(row),
    )


def _whole(row: Row, field: str) -> int | None:
    number = row.get(field)
    if number is not None and not isinstance(number, int):
        raise _FieldError(field)
    return number


def _ages(row: Row) -> tuple[int, int]:
    ages = row["ages"]
    if not isinstance(ages, list) or len(ages) != 2:
        raise _FieldError("ages")
    if not all(isinstance(age, int) for age in ages):
        raise _FieldError("ages")
    return (ages[0], ages[1])


def _option(id: str, row: Row, sources: frozenset[str]) -> OptionEntry:
    _only(row, "name", "text", "law", "lines", "review")
    return OptionEntry(
        id=id,
        name=_text(row, "name"),
        text=_text(row, "text"),
        law=_law(row) if "law" in row else None,
        lines=_lines(row, sources) if row.get("lines") else (),
        reviewed=_reviewed(row),
    )


def _one_of(row: Row, field: str, *words: str) -> Any:
    if row.get(field) not in words:
        raise _FieldError(field)
    return row[field]


def _region(id: str, row: Row) -> RegionEntry:
    _only(row, "name", "law")
    return RegionEntry(id=id, name=_text(row, "name"), law=_law(row))


def _only(row: Row, *fields: str) -> None:
    """Refuse a field that nobody would read: most likely it is misspelt."""
    for field in row:
        if field not in fields:
            raise _FieldError(field)


def _text(row: Row, field: str) -> Text:
    wording = row.get(field)
    if not isinstance(wording, dict):
        raise _FieldError(field)
    for language in LANGUAGES:
        words = wording.get(language)
        if not isinstance(words, str) or not words.strip() or words != words.strip():
            raise _FieldError(f"{field}.{language}")
    _only(wording, *LANGUAGES)
    return Text(**wording)


def _string(row: Row, field: str, *, empty: bool = False) -> str:
    words = row.get(field)
    if not isinstance(words, str) or not (words or empty):
        raise _FieldError(field)
    return words


def _strings(row: Row, field: str, *, empty: bool = False) -> tuple[str, ...]:
    words = row.get(field)
    if not isinstance(words, list) or not (words or empty):
        raise _FieldError(field)
    if not all(isinstance(word, str) and word for word in words):
        raise _FieldError(field)
    return tuple(words)


def _lines(row: Row, sources: frozenset[str]) -> tuple[str, ...]:
    lines = _strings(row, "lines")
    for passage in lines:
        match = _LINES.fullmatch(passage)
        if match is None or match[1] not in sources:
            raise _FieldError("lines")
    return lines


def _word(words: type[Word], value: object, field: str) -> Word:
    try:
        return words(cast(str, value))
    except ValueError as error:
        raise _FieldError(field) from error


def _law(row: Row) -> Law:
    law = row.get("law")
    if law == "NL" or law == "VL":
        return cast(Law, law)
    raise _FieldError("law")


def _reviewed(row: Row) -> bool:
    """Return whether a clinician has read the entry: a name and a day, or neither."""
    review = row.get("review")
    if not isinstance(review, dict) or set(review) != {"by", "on"}:
        raise _FieldError("review")
    by, on = review["by"], review["on"]
    if by == "" and on == "":
        return False
    try:
        date.fromisoformat(on)
    except (TypeError, ValueError) as error:
        raise _FieldError("review.on") from error
    if not isinstance(by, str) or not by:
        raise _FieldError("review.by")
    return True
