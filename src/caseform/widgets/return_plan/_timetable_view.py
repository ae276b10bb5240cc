"""The school week on the page with the graded return."""

from typing import Any

from caseform.model import Case
from caseform.text import Language, say, weekday_words

_SCHOOL_DAYS = 5


def timetable_view(case: Case, language: Language) -> dict[str, Any]:
    """Return the school week, block by block."""

    def words(key: str) -> str:
        return say(f"return.{key}", language)

    blocks = sorted(case.school.timetable, key=lambda block: (block.weekday, block.starts))
    now = case.find("return_plan.steps", case.return_plan.current or "")
    return {
        "title": words("timetable-title"),
        "hint": words("timetable-hint"),
        "empty": "" if blocks else words("timetable-empty"),
        "liked": words("liked"),
        "disliked": words("disliked"),
        "in_step": words("in-step"),
        "add": {
            "title": words("block-add"),
            "weekday": words("block-weekday"),
            "starts": words("block-starts"),
            "ends": words("block-ends"),
            "subject": words("block-subject"),
            "do": words("block-do"),
            "close": words("close"),
        },
        "remove": words("block-remove"),
        "liking": {
            "label": words("liking"),
            "options": [
                {"id": str(value), "text": words(f"liking-{value + 2}")} for value in range(-2, 3)
            ],
        },
        "days": [
            {
                "weekday": day,
                "name": weekday_words(day, language),
                "blocks": [
                    {
                        "id": block.id,
                        "time": f"{block.starts:%H:%M}–{block.ends:%H:%M}",
                        "subject": block.subject,
                        "detail": " · ".join(part for part in (block.teacher, block.room) if part),
                        "liking": block.liking,
                        "taxing": ", ".join(block.taxing),
                        "in_step": now is not None and block.id in now.blocks,
                    }
                    for block in blocks
                    if block.weekday == day
                ],
            }
            for day in range(_SCHOOL_DAYS)
        ],
    }
