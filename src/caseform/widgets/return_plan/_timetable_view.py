"""The school week on the page with the graded return: one grid for each timetable there is."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from itertools import groupby
from typing import Any

from caseform.model import BlockKind, Case, LessonBlock, WeekCycle
from caseform.school_calendar import new_timetables, week_of
from caseform.text import Language, day_words, say, short_day_words, weekday_words
from caseform.widgets.return_plan._ladder_view import scale_of
from caseform.widgets.return_plan._school_days_view import school_days_view
from caseform.widgets.return_plan._step_view import scales

_SCHOOL_DAYS = 5
_NOON = time(13, 0)
_MOMENTS = ("questions", "presenting", "aloud", "gym")


def timetable_view(case: Case, language: Language, *, today: date) -> dict[str, Any]:
    """Return the school week, block by block, and the days on which it does not run."""

    def words(key: str) -> str:
        return say(f"timetable.{key}", language)

    def shared(key: str) -> str:
        return say(f"return.{key}", language)

    has_cycle = any(block.week for block in case.school.timetable)
    now = week_of(case.school, today)
    return {
        "title": shared("timetable-title"),
        "hint": shared("timetable-hint"),
        "empty": "" if case.school.timetable else shared("timetable-empty"),
        "liked": shared("liked"),
        "disliked": shared("disliked"),
        "in_step": shared("in-step"),
        "tension": words("tension-short"),
        "remove": shared("block-remove"),
        "edit": words("block-edit"),
        "taxing": words("taxing"),
        "own": words("taxing-own"),
        "exempt": words("exempt"),
        "moments": [words(f"moment-{moment}") for moment in _MOMENTS],
        "scale": scale_of(case).value,
        "scales": scales(language),
        "scale_labels": {"0-10": words("tension"), "faces-5": words("tension-faces")},
        "scale_switch": {
            "0-10": say("ladder.step-faces", language),
            "faces-5": say("ladder.step-numbers", language),
        },
        "liking": {
            "label": shared("liking"),
            "options": [
                {"id": str(value), "text": shared(f"liking-{value + 2}")} for value in range(-2, 3)
            ],
        },
        "version": words("versions"),
        "weeks": {
            "label": words("weeks"),
            "options": [{"id": week.value, "text": words(f"week-{week}")} for week in WeekCycle],
            "shown": (now or WeekCycle.A).value,
            "now": {
                "label": words("this-week"),
                "hint": "" if now else words("this-week-unknown"),
                "chosen": now.value if now else None,
            },
        }
        if has_cycle
        else None,
        "versions": [
            _version(case, language, first, until, today) for first, until in _versions(case, today)
        ],
        "form": _form_words(language),
        "read": _read_words(language),
        "days": school_days_view(case, language, today=today),
    }


def week_lines(blocks: Iterable[LessonBlock], language: Language) -> list[dict[str, Any]]:
    """Return a school week as it is read out, day by day: for looking before anything changes."""
    in_order = sorted(blocks, key=lambda block: (block.weekday, block.starts, block.week or ""))
    return [
        {
            "name": weekday_words(weekday, language),
            "lines": [
                " · ".join(
                    part
                    for part in (
                        f"{block.starts:%H:%M}–{block.ends:%H:%M} {block.subject}",
                        block.teacher,
                        block.room,
                        say(f"timetable.week-{block.week}", language) if block.week else "",
                    )
                    if part
                )
                for block in of_day
            ],
        }
        for weekday, of_day in groupby(in_order, key=lambda block: block.weekday)
    ]


def _versions(case: Case, today: date) -> list[tuple[date | None, date | None]]:
    """Return the timetable that holds today and each one to come: its first day and the next's."""
    begins = [day for day in new_timetables(case.school) if day > today]
    return list(zip([None, *begins], [*begins, None], strict=True))


def _version(
    case: Case, language: Language, first: date | None, until: date | None, today: date
) -> dict[str, Any]:
    blocks = [
        block
        for block in sorted(case.school.timetable, key=lambda one: (one.weekday, one.starts))
        if (block.since is None or until is None or block.since < until)
        and (block.until is None or block.until >= (first or today))
    ]
    latest = max((block.ends for block in blocks), default=time(0))
    return {
        "id": first.isoformat() if first else "now",
        "text": say("timetable.from-day", language, day=day_words(first, language))
        if first
        else say("timetable.now", language),
        "days": [
            {
                "weekday": weekday,
                "name": weekday_words(weekday, language),
                "blocks": [
                    _block(case, block, language, today)
                    for block in blocks
                    if block.weekday == weekday
                ],
                "free": _free([b for b in blocks if b.weekday == weekday], latest, language),
            }
            for weekday in range(_SCHOOL_DAYS)
        ],
    }


def _free(blocks: Sequence[LessonBlock], latest: time, language: Language) -> dict[str, Any] | None:
    """Return the free afternoon of a day, where other days go on after noon."""
    ends = max((block.ends for block in blocks), default=None)
    if ends is None or ends > _NOON or latest <= _NOON:
        return None
    return {
        "text": say("timetable.free-afternoon", language),
        "from": _minutes(ends),
        "to": _minutes(latest),
    }


def _block(case: Case, block: LessonBlock, language: Language, today: date) -> dict[str, Any]:
    now = case.find("return_plan.steps", case.return_plan.current or "")
    asked = case.school.taxing_on(block, today)
    span = f"{block.starts:%H:%M}–{block.ends:%H:%M}"
    marks = [say(f"timetable.kind-{block.kind}", language)] if _has_kind(block) else []
    marks += [say(f"timetable.week-{block.week}", language)] if block.week else []
    return {
        "id": block.id,
        "from": _minutes(block.starts),
        "to": _minutes(block.ends),
        "time": span,
        "subject": block.subject,
        "kind": block.kind.value,
        "week": block.week.value if block.week else None,
        "marks": marks,
        "detail": " · ".join(part for part in (block.teacher, block.room) if part),
        "liking": block.liking,
        "tension": block.tension.value if block.tension else None,
        "scale": block.tension.scale.value if block.tension else None,
        "rated": str(block.tension) if block.tension else "",
        "taxing": [{"text": one, "exempt": one not in asked} for one in block.taxing],
        "in_step": now is not None and block.id in now.blocks,
        "until": say("timetable.until", language, day=short_day_words(block.until, language))
        if block.until
        else "",
        "told": {
            "weekday": str(block.weekday),
            "starts": f"{block.starts:%H:%M}",
            "ends": f"{block.ends:%H:%M}",
            "subject": block.subject,
            "teacher": block.teacher,
            "room": block.room,
            "block_kind": block.kind.value,
            "week": block.week.value if block.week else "",
            "since": block.since.isoformat() if block.since else "",
            "until": block.until.isoformat() if block.until else "",
        },
    }


def _has_kind(block: LessonBlock) -> bool:
    return block.kind not in (BlockKind.LESSON, BlockKind.BREAK)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _form_words(language: Language) -> dict[str, Any]:
    return {
        "add": say("return.block-add", language),
        "do": say("return.block-do", language),
        "close": say("return.close", language),
        "save": say("timetable.block-save", language),
        "weekday": say("return.block-weekday", language),
        "starts": say("return.block-starts", language),
        "ends": say("return.block-ends", language),
        "subject": say("return.block-subject", language),
        "teacher": say("timetable.block-teacher", language),
        "room": say("timetable.block-room", language),
        "kind": say("timetable.block-kind", language),
        "kinds": [
            {"id": kind.value, "text": say(f"timetable.kind-{kind}", language)}
            for kind in BlockKind
        ],
        "week": say("timetable.block-week", language),
        "weeks": [
            {"id": "", "text": say("timetable.week-each", language)},
            *(
                {"id": week.value, "text": say(f"timetable.week-{week}", language)}
                for week in WeekCycle
            ),
        ],
        "since": say("timetable.block-since", language),
        "until": say("timetable.block-until", language),
        "days": [
            {"id": str(day), "text": weekday_words(day, language)} for day in range(_SCHOOL_DAYS)
        ],
    }


def _read_words(language: Language) -> dict[str, str]:
    names = ("open", "hint", "text", "file", "drop-file", "look", "take", "when", "replace")
    words = {name: say(f"timetable.read-{name}", language) for name in (*names, "since", "day")}
    return {
        **words,
        "found": say("timetable.read-found", language),
        "close": say("return.close", language),
    }
