"""The step card: what the young person takes along, to be cut out and put in a pocket."""

from caseform.exports._parts import section, step_now
from caseform.exports._summary import Entry, Fact, Facts, Listing, Paragraph, Section
from caseform.projection.rooms import YouthRoom
from caseform.text import say


def step_card(room: YouthRoom) -> Section:
    """Return the next step in own words, what helps, who waits and where, and a place to tick."""
    language = room.language
    step = step_now(room.steps)
    if not step:
        none = Paragraph(words=say("papers.step-none", language))
        return section(language, "step-card", "step-card", none)
    who = next(
        (day.received_by for day in room.days if day.step == step.words and day.received_by), ""
    )
    waits = "\n".join(part for part in (who, room.spot if who else "") if part)
    # Where no day is planned and no place is known, nobody stands waiting anywhere yet.
    is_met = bool(room.days or room.spot)
    facts = (
        Fact(label=say("papers.step-helps", language), words=step.helps),
        *((Fact(label=say("papers.step-waits", language), words=waits),) if is_met else ()),
        Fact(label=say("papers.step-how-was-it", language), lines=3),
    )
    done = Entry(words=say("papers.step-done", language), is_done=False)
    return section(
        language,
        "step-card",
        "step-card",
        Paragraph(words=step.words, tone="lead"),
        Facts(facts=facts),
        Listing(entries=(done,)),
    )


def next_steps(room: YouthRoom) -> Section | None:
    """Return what comes next: no dates, because it comes when this has become ordinary."""
    now = step_now(room.steps)
    later = tuple(Entry(words=step.words) for step in room.steps if step is not now)
    if not later:
        return None
    note = Paragraph(words=say("papers.later-note", room.language), tone="quiet")
    return section(room.language, "later", "later", note, Listing(entries=later))
