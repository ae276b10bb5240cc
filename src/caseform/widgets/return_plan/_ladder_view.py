"""The ladder on the page with the graded return."""

from typing import Any

from caseform import catalogue
from caseform.model import Case, StepKind
from caseform.text import Language, say


def ladder_view(case: Case, language: Language, rules: catalogue.Catalogue) -> dict[str, Any]:
    """Return the ladder, the first step first, and the ladders to begin from."""

    def words(key: str, **blanks: object) -> str:
        return say(f"return.{key}", language, **blanks)

    steps = case.return_plan.steps
    done = {step.id: _was_done(case, step.id) for step in steps}
    return {
        "title": words("ladder-title"),
        "hint": words("ladder-hint") if steps else "",
        "empty": "" if steps else words("ladder-empty"),
        "add": words("ladder-add"),
        "add_hint": words("ladder-add-hint"),
        "begin": words("ladder-begin"),
        "ladders": []
        if steps
        else [
            {"id": name, "text": ladder.name.in_(language)}
            for name, ladder in rules.ladders.items()
        ],
        "words": {
            "now": words("step-now"),
            "make_now": words("step-make-now"),
            "up": words("step-up"),
            "down": words("step-down"),
            "remove": words("step-remove"),
            "edit": words("step-edit"),
            "close": words("close"),
            "words": words("step-words"),
            "helps": words("step-helps"),
            "predicted": words("step-predicted"),
            "minutes": words("step-minutes"),
            "kind": words("step-kind"),
            "works_on": words("step-works-on"),
        },
        "kinds": [{"id": kind.value, "text": words(f"kind-{kind.value}")} for kind in StepKind],
        "steps": [
            {
                "id": step.id,
                "words": step.words,
                "helps": step.helps,
                "kind": step.kind.value if step.kind else None,
                "minutes": step.minutes or "",
                "predicted": step.predicted.value if step.predicted else None,
                "rating": str(step.predicted) if step.predicted else "",
                "is_now": step.id == case.return_plan.current,
                "done": done[step.id],
                "works_on": [factor.words for factor in case.factors if factor.id in step.factors],
            }
            for step in steps
        ],
    }


def _was_done(case: Case, step_id: str) -> bool:
    return any(day.done and day.step == step_id for day in case.log)
