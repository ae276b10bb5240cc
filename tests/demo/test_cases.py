"""The invented cases: rich enough to learn from, and never a story that really happened."""

import json
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from typing import Any

import networkx

from caseform.assessment import suggestion
from caseform.catalogue import load
from caseform.demo import DemoName, cases
from caseform.model import (
    COLLECTIONS,
    AbsenceType,
    Answer,
    Bearing,
    Case,
    Draw,
    EndGoal,
    HowFar,
    LinkSign,
    PersonKind,
    StepKind,
    Verdict,
)
from caseform.planner import dated_plan
from caseform.projection.build import sees
from caseform.retelling import circle_sentence, circles, retell
from caseform.school_calendar import SchoolCalendar
from caseform.text import Language

from .conftest import TODAY

# Words that are never used to a family or a young person.
UNKIND = re.compile(
    r"weiger|verzuim|toegeven|toegeeft|terugval|accommod|\beis(en|t)?\b|refus|truan|relapse|demand",
    re.IGNORECASE,
)


def test_the_same_day_gives_the_same_case_ids_included(name: DemoName, language: Language) -> None:
    """A screenshot can be made again, and a test can be trusted."""
    first, second = (cases(name, today=TODAY, language=language) for _ in range(2))

    assert first == second


def test_a_case_is_read_back_equal_from_its_json(name: DemoName, language: Language) -> None:
    """It is a case like any other, in the documented format."""
    case, history = cases(name, today=TODAY, language=language)

    assert Case.model_validate_json(case.model_dump_json()) == case
    assert type(history).model_validate_json(history.model_dump_json()) == history


def test_no_two_items_share_an_id(name: DemoName) -> None:
    """Erasing one item erases nothing else."""
    case, _ = cases(name, today=TODAY)

    ids = Counter(item.id for _, item in case.all_items())

    assert [one for one, times in ids.items() if times > 1] == []


def test_both_languages_tell_the_same_case(name: DemoName) -> None:
    """Whoever works in English sees what a Dutch colleague sees."""
    dutch, english = (
        [
            (collection, item.id, item.shared_with)
            for collection, item in cases(name, today=TODAY, language=language)[0].all_items()
        ]
        for language in ("nl", "en")
    )

    assert dutch == english


def test_every_sentence_is_worded_in_both_languages(name: DemoName) -> None:
    """No Dutch sentence is left in the English case: only names and numbers are the same."""
    dutch, english = (
        json.loads(cases(name, today=TODAY, language=language)[0].model_dump_json())
        for language in ("nl", "en")
    )

    same = {text for text in _sentences(dutch) & _sentences(english) if " " in text}

    names = {person["name"] for person in dutch["people"]}
    assert same <= names | {dutch["school"]["name"]}


def test_everything_that_is_named_exists(name: DemoName, today: date) -> None:
    """A page never shows an empty place where a person, card or step should be."""
    case, _ = cases(name, today=today)
    plan = case.return_plan
    people, factors = {p.id for p in case.people}, {f.id for f in case.factors}
    goals, steps = {g.id for g in case.goals}, {s.id for s in plan.steps}
    blocks = {block.id for block in case.school.timetable}

    named_people = {
        *(item.said_by for _, item in case.all_items()),
        *(one for r in case.relations for one in (r.one, r.other)),
        *(a.who for a in (*case.accommodations, *case.agreements, *case.tried)),
        *(g.whose for g in case.goals),
        *(m.person for m in (*case.network, *case.school.contacts, *plan.escorts)),
        *(who for day in plan.days for who in (day.travel_with, day.received_by)),
        *(day.received_by for day in case.log),
        *(view.who for view in case.assessment.perspectives),
        *(who for step in plan.steps for who in step.chosen_by),
        plan.how.receiver,
        plan.how.stand_in,
    }
    assert named_people - {None} <= people
    assert {end for link in case.links for end in (link.source, link.target)} <= factors
    assert {f for one in (*case.goals, *plan.steps) for f in one.factors} <= factors
    read = (*case.comparisons, *case.circles, *case.sentences)
    assert {card for one in read for card in one.cards} <= factors
    assert {g for step in plan.steps for g in step.goals} <= goals
    assert {b for step in plan.steps for b in step.blocks} <= blocks
    assert {plan.current, *(d.step for d in plan.days), *(d.step for d in case.log)} <= {
        *steps,
        None,
    }
    ids = {item.id for _, item in case.all_items()}
    assert {note.about for note in case.notes} - {None} <= ids


def test_a_linked_catalogue_entry_exists_and_most_cards_have_one(name: DemoName) -> None:
    """From a card one click leads to what the field says about it."""
    case, _ = cases(name, today=TODAY)
    entries = {factor.entry for factor in case.factors} - {None}

    assert entries <= load().factors.keys()
    assert len([f for f in case.factors if f.entry]) >= len(case.factors) * 3 // 4


def test_every_observation_is_about_something_in_the_catalogue(name: DemoName) -> None:
    """A criterion, signal or question can be looked up, with where it comes from."""
    case, _ = cases(name, today=TODAY)
    about = [one.about for one in case.assessment.observations]

    assert set(about) <= load().questions.keys()
    assert len(about) >= 30
    assert {one.answer for one in case.assessment.observations} == set(Answer)


def test_the_chosen_circles_are_circles_that_keep_themselves_going(name: DemoName) -> None:
    """What is talked over is drawn on the board, link by link."""
    case, _ = cases(name, today=TODAY)
    found = circles(case)

    assert len(case.circles) == 2
    assert all(circle.cards in found for circle in case.circles)
    shared = [circle for circle in case.circles if circle.shared_with]
    assert len(shared) == 1


def test_voices_are_compared_and_the_family_sees_where_they_agree(name: DemoName) -> None:
    """Where two people see it differently, nobody is overwritten."""
    case, _ = cases(name, today=TODAY)

    assert {one.verdict for one in case.comparisons} == set(Verdict)
    for one in case.comparisons:
        said_by = {case.find("factors", card).said_by for card in one.cards}
        assert len(said_by) == len(one.cards)


def test_the_family_is_shown_only_a_reading_of_what_it_may_see(name: DemoName) -> None:
    """A circle or a sentence on the wall never speaks of a card that is not there."""
    case, _ = cases(name, today=TODAY)

    for one in (*case.comparisons, *case.circles, *case.sentences):
        for label in one.shared_with:
            assert all(
                sees(case, label, case.find("factors", card).shared_with) for card in one.cards
            )


def test_one_corrected_sentence_holds_and_another_is_to_be_looked_at_again(
    name: DemoName, language: Language
) -> None:
    """Both states of a correction can be seen, in both languages."""
    case, _ = cases(name, today=TODAY, language=language)
    holds, changed = case.sentences

    assert holds.made == circle_sentence(case, holds.cards, language)
    assert holds.language == changed.language == language
    said = {one.text for one in retell(case, language)}
    assert changed.made not in said


def test_five_people_say_how_they_see_it_and_the_young_person_first(name: DemoName) -> None:
    """The table of views is whole, and one of them is newer than an earlier one."""
    case, _ = cases(name, today=TODAY)
    views = case.assessment.perspectives

    assert len({view.who for view in views}) >= 5
    assert views[0].who == "p1"
    assert len([view for view in views if view.who == "p1"]) == 2
    assert all(view.who == view.said_by for view in views)
    private = [view for view in views if not view.shared_with]
    assert private
    assert len([view for view in views if "youth" in view.shared_with]) >= 2


def test_what_is_for_the_therapist_alone_is_shared_with_nobody(name: DemoName) -> None:
    """Safety, working ideas, totals and levels stay where they were written."""
    case, _ = cases(name, today=TODAY)
    told = case.assessment

    own = (*told.safety, *told.ideas, *told.functions, *told.levels)
    assert {one.shared_with for one in own} == {()}
    assert {one.answer for one in told.safety} >= {Answer.NO}


def test_the_table_suggests_refusal_where_school_answers_and_asks_on_where_it_does_not(
    returning: Case, at_home: Case
) -> None:
    """The one case shows a suggestion, the other that nobody has asked the school yet."""
    suggested, asking = (suggestion(case, load()) for case in (returning, at_home))

    assert suggested.kind is AbsenceType.REFUSAL
    assert asking.kind is None
    assert {"exclusion-needs", "exclusion-discouraged"} <= set(asking.missing)


def test_safety_answered_yes_shows_what_is_written_then(at_home: Case) -> None:
    """What was said, who was told, what was agreed, with whom, and when next."""
    (worry,) = [one for one in at_home.assessment.safety if one.answer is Answer.YES]

    assert all((worry.said, worry.told, worry.plan, worry.supervisor, worry.next_contact_on))


def test_five_people_tell_what_they_see(name: DemoName) -> None:
    """The layers of the board have something to switch."""
    case, _ = cases(name, today=TODAY)

    spoke = {case.person(f.said_by).kind for f in case.factors if f.said_by}  # type: ignore[union-attr]
    voices = {f.said_by for f in case.factors}

    assert 18 <= len(case.factors) <= 26
    assert len(voices) >= 5
    assert {
        PersonKind.YOUNG_PERSON,
        PersonKind.CAREGIVER,
        PersonKind.SCHOOL,
        PersonKind.THERAPIST,
    } <= spoke


def test_some_links_close_into_a_circle_that_the_family_can_see(name: DemoName) -> None:
    """The picture shows how one morning makes the next one harder."""
    case, _ = cases(name, today=TODAY)
    graph = networkx.DiGraph(
        (link.source, link.target)
        for link in case.links
        if link.sign is LinkSign.MORE and "youth" in link.shared_with
    )

    circles = list(networkx.simple_cycles(graph))

    assert len(case.links) >= 8
    assert any(len(circle) >= 3 for circle in circles)


def test_no_part_of_a_case_is_empty(name: DemoName) -> None:
    """Every page has something to show; what the story does not need is not made up."""
    case, _ = cases(name, today=TODAY)
    empty = {collection for collection in COLLECTIONS if not case.items(collection)}

    expected = {
        "return": {
            "school.special_weeks",
            "return_plan.overrides",
            "return_plan.away",
            "return_plan.agreed",
            "return_plan.alternatives",
            "return_plan.measures",
        },
        "home": {
            "school.special_weeks",
            "return_plan.away",
            "return_plan.agreed",
            "return_plan.alternatives",
            "return_plan.measures",
            "school.timetable",
            "school.adjustments",
            "school.free_days",
            "return_plan.escorts",
            "return_plan.days",
            "return_plan.overrides",
        },
    }
    assert empty == expected[name]


def test_on_the_board_a_card_without_a_place_waits_too(returning: Case) -> None:
    """The row *nog geen plek* is shown in use."""
    sides = Counter((f.bearing, f.draw) for f in returning.factors)

    assert sides[None, None] >= 1
    assert any(f.place is None for f in returning.factors)


def test_the_school_week_is_whole_and_wednesday_is_shorter(returning: Case) -> None:
    """The plan is laid on a real timetable."""
    week = returning.school.timetable
    ends = {day: max(b.ends for b in week if b.weekday == day) for day in range(5)}

    assert 30 <= len(week) <= 40
    assert all(ends[2] < ends[day] for day in (0, 1, 3, 4))
    assert all(b.subject and b.room and b.liking is not None and b.tension for b in week)
    assert any(b.taxing for b in week)


def test_lessons_of_one_day_never_overlap(returning: Case) -> None:
    """A school would not recognise such a week."""
    for day in range(5):
        blocks = [b for b in returning.school.timetable if b.weekday == day]
        assert all(a.ends <= b.starts for a, b in pairwise(blocks))


def test_the_ladder_goes_by_distance_first_and_then_by_time(returning: Case) -> None:
    """First getting there becomes ordinary, then being there for longer."""
    steps = returning.return_plan.steps
    kinds = [step.kind for step in steps]
    reached = [list(HowFar).index(step.reaches) for step in steps if step.reaches]

    assert 8 <= len(steps) <= 10
    assert StepKind.DISTANCE not in kinds[kinds.index(StepKind.TIME) :]
    assert reached == sorted(reached)
    assert all(step.predicted and step.helps and step.factors for step in steps)


def test_no_step_is_more_than_two_hours_longer_than_the_one_before(returning: Case) -> None:
    """To Sem's parents: from two lessons to a whole day at once is a rise that nobody follows."""
    plan = dated_plan(returning, today=TODAY, calendar=SchoolCalendar.for_case(returning), days=60)
    minutes: dict[str | None, int] = {}
    for day in plan.days:
        minutes[day.step] = max(minutes.get(day.step, 0), day.minutes)

    assert returning.return_plan.steps[-1].id in minutes
    assert all(after - before <= 120 for before, after in pairwise(minutes.values()))


def test_nobody_teaches_on_a_day_on_which_they_are_not_at_school(returning: Case) -> None:
    """School would ask at once who gives that lesson."""
    there = {
        person.called: contact.available
        for contact in returning.school.contacts
        if contact.available and (person := returning.person(contact.person))
    }

    assert "mevrouw Jansen" in there
    for block in returning.school.timetable:
        assert block.weekday in there.get(block.teacher, (block.weekday,))


def test_the_how_comes_whole_before_the_when(returning: Case) -> None:
    """Nothing is agreed while it is not known who waits where."""
    assert all(returning.return_plan.how.model_dump().values())


def test_at_home_school_is_not_the_goal_and_nothing_has_a_school_date(at_home: Case) -> None:
    """A case in which return is not the goal yet shows what is worked on instead."""
    plan = at_home.return_plan

    assert plan.end_goal is EndGoal.NOT_YET
    assert plan.days == ()
    assert all(
        s.reaches in {HowFar.BED, HowFar.DOWNSTAIRS, HowFar.UNDER_WAY, None} for s in plan.steps
    )
    assert not any(f.bearing is Bearing.AWAY_FROM_SCHOOL for f in at_home.factors)
    assert any(f.draw is Draw.HOME for f in at_home.factors)
    assert not any("leerplicht" in p.relation for p in at_home.people)
    assert len([g for g in at_home.goals if g.whose == "p2"]) >= 4
    assert len(at_home.accommodations) >= 5


def test_what_a_family_or_school_reads_is_kindly_worded(name: DemoName, language: Language) -> None:
    """Nobody finds a word of blame about themselves."""
    case, _ = cases(name, today=TODAY, language=language)
    shared = [
        text
        for _, item in case.all_items()
        if item.shared_with
        for text in _sentences(json.loads(item.model_dump_json()))
    ]
    shared += [*_sentences(json.loads(case.return_plan.how.model_dump_json())), case.problem]

    assert [text for text in shared if " " in text and UNKIND.search(text)] == []


def _sentences(value: Any) -> set[str]:
    if isinstance(value, str):
        return {value} if re.search(r"[^\W\d_]{2}", value) else set()
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for part in parts for text in _sentences(part)}
