"""What the checks say beyond the told weeks: order, law, dates and what they leave alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from caseform import catalogue
from caseform.checks import findings
from caseform.model import Case, EndGoal, Finding, Region, RuleOverride
from caseform.planner import dated_plan, writing
from caseform.school_calendar import SchoolCalendar
from planner.story import Scenario, scenarios
from planner.weeks import cases

BOOK = catalogue.load()
TOLD = {told.name: told for told in scenarios()}


def found(case: Case, today: date) -> tuple[Finding, ...]:
    calendar = SchoolCalendar.for_case(case)
    return findings(case, today=today, calendar=calendar, catalogue=BOOK)


def only(told: Scenario, rule: str) -> Finding:
    (finding,) = [one for one in found(told.case, told.today) if one.rule == rule]
    return finding


def test_a_new_case_is_asked_little_and_blamed_for_nothing() -> None:
    """To the clinician: unfinished is normal; an empty case has no hard finding."""
    case = Case(id="c-1", alias="Zeester", region=Region.VL, created_on=date(2026, 11, 23))
    assert [(one.rule, one.severity.value) for one in found(case, date(2026, 11, 24))] == [
        ("R-A5", "soft")
    ]


def test_hard_findings_come_first() -> None:
    """To the clinician: what keeps a plan from being agreed is read first."""
    case = TOLD["r-h-the-door: nobody named"].case
    weights = [one.severity.value for one in found(case, date(2026, 11, 25))]
    order = ["hard", "soft", "advice"]
    assert weights == sorted(weights, key=order.index)


def test_a_finding_on_a_day_names_the_day_in_words() -> None:
    """To the reader: no date has to be worked out from a code."""
    finding = only(TOLD["r-t1-monday: speaks"], "R-T1")
    assert finding.where == "2026-11-30"
    assert finding.message("nl", BOOK) == (
        "Voor maandag 30 november staat een nieuwe stap. "
        "Maandag komt na het weekend en is al lastig genoeg: dan komt er geen stap bij."
    )


def test_what_is_missing_is_listed_in_words() -> None:
    """To the clinician: which agreement is open stands in the sentence."""
    told = TOLD["r-t5-how-before-when: speaks"]
    how = told.case.return_plan.how.model_copy(update={"spot": "", "reply": ""})
    case = told.case.model_copy(
        update={"return_plan": told.case.return_plan.model_copy(update={"how": how})}
    )
    (finding,) = [one for one in found(case, told.today) if one.rule == "R-T5"]
    assert finding.message("nl", BOOK) == (
        "Voor een afspraak op donderdag 26 november is het hoe nog open: "
        "waar iemand wacht en wat u doet als het niet lukt. Bespreek dat eerst."
    )


@pytest.mark.parametrize(
    ("told", "rule", "sentence"),
    [
        (
            "r-t7-one-thing-at-a-time: speaks",
            "R-T7",
            "‘tot het bankje’ vraagt meer dan één ding tegelijk: verder en langer. "
            "Verdeel dat over twee stappen.",
        ),
        (
            "r-t15-a-change-ahead: speaks",
            "R-T15",
            "Op maandag 7 december verandert er iets: een andere mentor. "
            "Geef dan extra steun in plaats van een extra stap.",
        ),
        (
            "r-s7-liked-lessons-first: speaks",
            "R-S7",
            "In ‘tot het raam’ zitten lessen die minder fijn zijn: maths. "
            "Laat eerst de fijne lessen gewoon worden.",
        ),
        (
            "r-s11-taxing-moments: speaks where something else is left out",
            "R-S11",
            "In ‘de kookles’ wordt nog gevraagd: iets presenteren. "
            "Spreek met school af wat er nu even uit mag.",
        ),
        (
            "r-s12-loose-moments: speaks of a break on the timetable",
            "R-S12",
            "In ‘tot het bankje’ zit ook: de pauze. Noem wie erbij is of waar het rustig is.",
        ),
        (
            "r-s16-tension: speaks",
            "R-S16",
            "Bij ‘tot het bankje’ is de verwachte spanning 9/10. Zoek een kleinere stap ertussen.",
        ),
    ],
    ids=["R-T7", "R-T15", "R-S7", "R-S11", "R-S12", "R-S16"],
)
def test_a_finding_on_a_step_says_what_it_is_about(told: str, rule: str, sentence: str) -> None:
    """To the clinician: which step, and what in it, stands in the sentence."""
    assert only(TOLD[told], rule).message("nl", BOOK) == sentence


def test_no_rule_says_the_same_thing_twice() -> None:
    """To the clinician: a page with twenty findings has twenty things to look at."""
    for told in TOLD.values():
        said = [(one.rule, one.where) for one in found(told.case, told.today)]
        assert len(said) == len(set(said)), told.name


def test_rules_about_the_return_are_silent_while_it_is_not_the_goal() -> None:
    """To the family at home: nothing asks about a school that nobody is going to now."""
    for told in TOLD.values():
        plan = told.case.return_plan.model_copy(update={"end_goal": EndGoal.NOT_YET})
        case = told.case.model_copy(update={"return_plan": plan})
        said = {one.rule for one in found(case, told.today)}
        assert not {rule for rule in said if rule[2] in "TSH"}, told.name


def test_a_finding_without_blanks_uses_the_words_of_the_catalogue() -> None:
    """To the reviewer: a rule that is reworded in the catalogue is reworded everywhere."""
    finding = only(TOLD["r-h-the-door: no goodbye"], "R-H3")
    assert finding.message("en", BOOK) == BOOK.rules["R-H3"].message.en
    with pytest.raises(KeyError):
        finding.message("en")


def test_no_finding_weighs_more_than_its_rule() -> None:
    """To the clinician: a soft rule of the literature is never hard here."""
    order = ["advice", "soft", "hard"]
    for told in TOLD.values():
        for finding in found(told.case, told.today):
            entry = BOOK.rules.get(finding.rule)
            if entry is not None:
                assert order.index(finding.severity) <= order.index(entry.severity)


def test_a_rule_set_aside_for_one_day_speaks_on_another() -> None:
    """To the clinician: a reason for this Monday is no reason for the next."""
    told = TOLD["r-t1-monday: speaks"]

    def rules_with(where: str) -> set[str]:
        override = RuleOverride(id="o-1", rule="R-T1", reason="zo besproken", where=where)
        case = told.case.with_item("return_plan.overrides", override)
        return {one.rule for one in found(case, told.today)}

    assert "R-T1" not in rules_with("2026-11-30")
    assert "R-T1" in rules_with("2026-12-07")


def test_a_rule_of_the_other_country_is_silent() -> None:
    """To a Flemish family: Dutch law does not reach them, nor the other way round."""
    told = TOLD["r-h-the-door: no goodbye"]
    entry = BOOK.rules["R-H3"]
    dutch: dict[str, Any] = {**BOOK.rules, "R-H3": _with_law(entry)}
    book = _with_rules(dutch)
    calendar = SchoolCalendar.for_case(told.case)
    for region, is_said in ((Region.NL_MIDDEN, True), (Region.VL, False)):
        case = told.case.model_copy(update={"region": region})
        said = findings(case, today=told.today, calendar=calendar, catalogue=book)
        assert ("R-H3" in {one.rule for one in said}) is is_said


def _with_law(entry: catalogue.RuleEntry) -> catalogue.RuleEntry:
    return replace(entry, law="NL")


def _with_rules(rules: dict[str, Any]) -> catalogue.Catalogue:
    return replace(BOOK, rules=rules)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(cases(most_agreed=0))
def test_what_the_planner_pencils_breaks_no_hard_rule_on_dates(drawn: tuple[Case, date]) -> None:
    """To the clinician: the plan and the checks never contradict each other."""
    case, today = drawn
    calendar = SchoolCalendar.for_case(case)
    plan = dated_plan(case, today=today, calendar=calendar)
    written = writing(case, plan).apply(case)
    dates = {"R-T1", "R-T2", "R-T6"}
    hard = {one.rule for one in found(written, today) if one.severity == "hard"}
    assert not hard & dates
