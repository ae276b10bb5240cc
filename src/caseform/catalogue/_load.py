"""From the shipped TOML files to entries that cannot be half right."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import TypeVar

from caseform.catalogue._entries import (
    Basis,
    Catalogue,
    FactorEntry,
    GuideEntry,
    LadderEntry,
    LadderStep,
    OptionEntry,
    PointEntry,
    PointGroup,
    QuestionEntry,
    QuestionGroup,
    RegionEntry,
    RuleEntry,
    SourceEntry,
    ThresholdEntry,
)
from caseform.catalogue._fields import (
    FieldError,
    Row,
    ages,
    checked_on,
    law,
    lines,
    one_of,
    only,
    reviewed,
    string,
    strings,
    text,
    whole,
    word,
)
from caseform.catalogue._ways import alternative, measure, pull
from caseform.errors import CatalogueError
from caseform.model import Answer, Bearing, Draw, HowFar, Place, Role, Severity, StepKind

_FACTOR_ID = re.compile(r"[a-z]+(-[a-z]+)*")

Entry = TypeVar("Entry")


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
    points = _entries(folder, "points.toml", lambda id, row: _point(id, row, known))
    bases = _entries(folder, "bases.toml", lambda id, row: (word(Basis, id, "id"), row))
    return Catalogue(
        factors=MappingProxyType(factors),
        rules=_entries(folder, "rules.toml", lambda id, row: _rule(id, row, known, points)),
        ladders=_entries(folder, "ladders.toml", lambda id, row: _ladder(id, row, known)),
        regions=_entries(folder, "regions.toml", _region),
        bases=MappingProxyType({basis: text(row, "name") for basis, row in bases.values()}),
        sources=sources,
        questions=_entries(folder, "questions.toml", lambda id, row: _question(id, row, known)),
        points=points,
        alternatives=_entries(folder, "alternatives.toml", lambda i, r: alternative(i, r, known)),
        measures=_entries(folder, "measures.toml", lambda id, row: measure(id, row, known)),
        pulls=_entries(folder, "pulls.toml", lambda id, row: pull(id, row, known)),
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
        except FieldError as error:
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
    only(row, "title", "by", "published", "country")
    return SourceEntry(
        id=id,
        title=string(row, "title"),
        by=string(row, "by"),
        published=string(row, "published", empty=True),
        country=string(row, "country"),
    )


def _factor(id: str, row: Row, sources: frozenset[str]) -> FactorEntry:
    only(
        row,
        *("seed_row", "place", "roles", "bearing", "draw", "absence_types", "citations", "lines"),
        *("sensitive", "review", "text", "family", "self", "also"),
    )
    if not _FACTOR_ID.fullmatch(id):
        raise FieldError("id")
    if not isinstance(row.get("sensitive"), bool):
        raise FieldError("sensitive")
    bearing = word(Bearing, row["bearing"], "bearing") if "bearing" in row else None
    draw = word(Draw, row["draw"], "draw") if "draw" in row else None
    if draw is not None and bearing is not Bearing.AWAY_FROM_SCHOOL:
        raise FieldError("draw")
    return FactorEntry(
        id=id,
        seed_row=string(row, "seed_row"),
        place=word(Place, row.get("place"), "place"),
        roles=tuple(word(Role, role, "roles") for role in strings(row, "roles")),
        bearing=bearing,
        draw=draw,
        absence_types=strings(row, "absence_types"),
        citations=strings(row, "citations", empty=True),
        lines=lines(row, sources),
        sensitive=row["sensitive"],
        reviewed=reviewed(row),
        text=text(row, "text"),
        family=text(row, "family"),
        self_=text(row, "self"),
        also=text(row, "also") if "also" in row else None,
    )


def _rule(
    id: str, row: Row, sources: frozenset[str], points: Mapping[str, PointEntry]
) -> RuleEntry:
    only(
        row,
        *("severity", "basis", "law", "message", "lines", "review", "asks", "speaks_on", "beside"),
        "checked_on",
    )
    severity = word(Severity, row.get("severity"), "severity")
    if "beside" in row and severity is not Severity.ADVICE:
        raise FieldError("beside")
    if row.get("asks", "") not in ("", *points) or ("asks" in row) != ("speaks_on" in row):
        raise FieldError("asks")
    return RuleEntry(
        id=id,
        severity=severity,
        basis=word(Basis, row.get("basis"), "basis"),
        law=law(row) if "law" in row else None,
        message=text(row, "message"),
        lines=lines(row, sources),
        reviewed=reviewed(row),
        asks=str(row.get("asks", "")),
        speaks_on=tuple(word(Answer, one, "speaks_on") for one in row.get("speaks_on", ())),
        beside=word(PointGroup, row["beside"], "beside") if "beside" in row else None,
        checked_on=checked_on(row),
    )


def _point(id: str, row: Row, sources: frozenset[str]) -> PointEntry:
    only(row, "group", "text", "lines", "review", "lasts_days")
    return PointEntry(
        id=id,
        group=word(PointGroup, row.get("group"), "group"),
        text=text(row, "text"),
        lines=lines(row, sources),
        reviewed=reviewed(row),
        lasts_days=whole(row, "lasts_days"),
    )


def _ladder(id: str, row: Row, sources: frozenset[str]) -> LadderEntry:
    only(row, "kind", "basis", "name", "lines", "review", "steps")
    steps = row.get("steps")
    if not isinstance(steps, list) or not steps:
        raise FieldError("steps")
    return LadderEntry(
        id=id,
        kind=word(StepKind, row.get("kind"), "kind"),
        name=text(row, "name"),
        steps=tuple(_ladder_step(step) for step in steps),
        basis=word(Basis, row.get("basis"), "basis"),
        lines=lines(row, sources),
        reviewed=reviewed(row),
    )


def _ladder_step(row: object) -> LadderStep:
    if not isinstance(row, dict):
        raise FieldError("steps")
    only(row, "id", "text", "reaches", "minutes")
    minutes = row.get("minutes")
    if minutes is not None and not isinstance(minutes, int):
        raise FieldError("steps.minutes")
    return LadderStep(
        id=string(row, "id"),
        text=text(row, "text"),
        reaches=word(HowFar, row["reaches"], "steps.reaches") if "reaches" in row else None,
        minutes=minutes,
    )


def _question(id: str, row: Row, sources: frozenset[str]) -> QuestionEntry:
    only(row, "group", "text", "ask", "seeds", "basis", "lines", "review")
    seeds = strings(row, "seeds")
    if not sources.issuperset(seeds):
        raise FieldError("seeds")
    return QuestionEntry(
        id=id,
        group=word(QuestionGroup, row.get("group"), "group"),
        text=text(row, "text"),
        ask=text(row, "ask") if "ask" in row else None,
        seeds=seeds,
        basis=word(Basis, row.get("basis"), "basis"),
        lines=lines(row, sources),
        reviewed=reviewed(row),
    )


def _guide(id: str, row: Row, sources: frozenset[str]) -> GuideEntry:
    only(row, "talk", "text", "prompt", "lines", "review")
    return GuideEntry(
        id=id,
        talk=one_of(row, "talk", "youth", "parents"),
        text=text(row, "text"),
        prompt=text(row, "prompt"),
        lines=lines(row, sources),
        reviewed=reviewed(row),
    )


def _threshold(id: str, row: Row, sources: frozenset[str]) -> ThresholdEntry:
    only(
        row,
        *("text", "number", "up_to", "unit", "weeks", "at_number", "counts", "ages", "law", "note"),
        *("lines", "published", "checked_on", "review"),
    )
    number = whole(row, "number")
    unit = one_of(
        row,
        "unit",
        *("percent", "days", "hours", "weeks", "calendar-days", "half-days"),
        "judgement",
    )
    if (number is None) != (unit == "judgement"):
        raise FieldError("number")
    return ThresholdEntry(
        id=id,
        text=text(row, "text"),
        number=number,
        up_to=whole(row, "up_to"),
        unit=unit,
        weeks=whole(row, "weeks"),
        at_number=one_of(row, "at_number", "reached", "not-reached", "on-the-line"),
        counts=one_of(row, "counts", "all", "unauthorised"),
        ages=ages(row) if "ages" in row else None,
        law=law(row) if "law" in row else None,
        note=text(row, "note") if "note" in row else None,
        lines=lines(row, sources),
        published=string(row, "published", empty=True),
        checked_on=checked_on(row),
        reviewed=reviewed(row),
    )


def _option(id: str, row: Row, sources: frozenset[str]) -> OptionEntry:
    only(row, "name", "text", "law", "lines", "review")
    return OptionEntry(
        id=id,
        name=text(row, "name"),
        text=text(row, "text"),
        law=law(row) if "law" in row else None,
        lines=lines(row, sources) if row.get("lines") else (),
        reviewed=reviewed(row),
    )


def _region(id: str, row: Row) -> RegionEntry:
    only(row, "name", "law")
    return RegionEntry(id=id, name=text(row, "name"), law=law(row))
