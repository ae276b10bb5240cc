"""What the commands say and do about one case."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from caseform import store
from caseform.model import AddItem, EditItem, RemoveItem
from cli._terminal import Outcome, run
from cli.conftest import TODAY, WORDS, Lay

Tell = Callable[..., Outcome]


def _case_in(path: Path) -> dict[str, object]:
    opened = store.open_published(path)
    case: dict[str, object] = opened.document["case"]
    opened.lock()
    return case


def test_check_tells_what_is_worth_a_look_and_ends_well(lay: Lay, tell: Tell) -> None:
    """To the therapist: a soft prompt is no alarm."""
    told = tell("check", lay("return"))

    assert (told.code, told.err) == (0, "")
    assert "R-F6" in told.out


def test_check_ends_with_1_when_a_hard_rule_is_open(lay: Lay, tell: Tell) -> None:
    """To a script that keeps watch: a hard rule can be told by the exit code alone."""
    told = tell("check", lay("return", "start"), "--json")

    found = json.loads(told.out)
    assert told.code == 1
    assert all(set(one) == {"rule", "severity", "where", "message"} for one in found)
    assert {one["severity"] for one in found} <= {"hard", "soft", "advice"}
    assert "hard" in {one["severity"] for one in found}


def test_check_as_json_without_a_hard_rule_ends_with_0(lay: Lay, tell: Tell) -> None:
    """To the same script: nothing to do."""
    told = tell("check", lay("home"), "--json")

    assert told.code == 0
    assert "hard" not in {one["severity"] for one in json.loads(told.out)}


def test_plan_as_json_has_one_entry_per_school_day(lay: Lay, tell: Tell) -> None:
    """To whoever reads the plan with another program."""
    told = tell("plan", lay("return"), "--json")

    shown = json.loads(told.out)
    days = [date.fromisoformat(day["date"]) for day in shown["days"]]
    assert told.code == 0
    assert set(shown) == {"days", "findings"}
    assert len(days) == 10
    assert days == sorted(days)
    assert min(days) >= TODAY
    assert all(day.weekday() < 5 for day in days)
    for day in shown["days"]:
        assert set(day) == {
            "date", "step", "direction", "blocks", "minutes", "travel_with", "received_by", "why",
        }  # fmt: skip
        assert day["direction"] in {"up", "same", "down"}


def test_plan_is_shown_without_being_written(lay: Lay, tell: Tell) -> None:
    """To the therapist: looking changes nothing."""
    path = lay("return")
    before = path.read_bytes()

    told = tell("plan", path)

    assert told.code == 0
    assert "To the " in told.out
    assert told.out.count("Monday comes after the weekend") == 1
    assert path.read_bytes() == before


def test_plan_write_pencils_the_days_that_it_shows(lay: Lay, tell: Tell) -> None:
    """To the therapist: what is on paper is in the case."""
    path = lay("return")

    told = tell("plan", path, "--write", "--json")

    shown = [(day["date"], day["step"]) for day in json.loads(told.out)["days"]]
    plan = _case_in(path)["return_plan"]
    assert isinstance(plan, dict)
    written = {(day["on"], day["step"]) for day in plan["days"]}
    assert told.code == 0
    assert set(shown) <= written


def test_plan_advises_other_work_where_school_is_not_the_goal(lay: Lay, tell: Tell) -> None:
    """To the therapist of a family that is not there yet: no plan, and no reproach."""
    told = tell("plan", lay("home"), "--json")

    shown = json.loads(told.out)
    assert told.code == 0
    assert shown["days"] == []
    assert [(one["rule"], one["severity"]) for one in shown["findings"]] == [("R-A9", "advice")]


def test_plan_ends_with_3_and_the_rules_when_none_exists(lay: Lay, tell: Tell) -> None:
    """To the therapist: why there is no plan is as much of an answer."""
    told = tell("plan", lay("home", "start"), "--json")

    shown = json.loads(told.out)
    assert told.code == 3
    assert shown["days"] == []
    assert [(one["rule"], one["severity"]) for one in shown["findings"]] == [("R-A9", "hard")]


def test_plan_write_changes_nothing_when_none_exists(lay: Lay, tell: Tell) -> None:
    """To the therapist: the days that stood there still stand."""
    path = lay("home", "start")
    before = path.read_bytes()

    told = tell("plan", path, "--write")

    assert told.code == 3
    assert "R-A9" in told.out
    assert path.read_bytes() == before


def test_plan_says_why_the_written_days_no_longer_fit(lay: Lay, tell: Tell) -> None:
    """To the therapist: one sentence that names the day, and none once the plan is written."""
    closed = {"id": "o-new", "on": "2026-12-08", "words": "staff day"}
    path = lay("return", "shipped", AddItem(collection="school.free_days", item=closed))
    sentence = "A step is written for Tuesday 8 December, but there is no school that day by now."

    told = tell("plan", path)
    as_json = tell("plan", path, "--json")

    assert told.code == 0
    assert told.out.endswith(
        f"{sentence} The plan above starts from today; --write puts it in place.\n"
    )
    assert set(json.loads(as_json.out)) == {"days", "findings"}
    assert sentence not in as_json.out
    assert sentence not in tell("plan", path, "--write").out


def test_plan_says_what_can_be_loosened_when_none_exists(lay: Lay, tell: Tell) -> None:
    """To the therapist: a clash is told with its ways out."""
    only_the_bench = [
        RemoveItem(collection="return_plan.steps", id=f"s-{number}")
        for number in range(1, 10)
        if number != 3
    ]
    only_on_monday = [
        EditItem(collection="school.contacts", id=contact, fields={"available": [0]})
        for contact in ("c-1", "c-2")
    ]
    path = lay("return", "shipped", *only_the_bench, *only_on_monday)

    told = tell("plan", path)

    assert told.code == 3
    assert "On Thursday there is nobody yet to receive." in told.out
    assert "What can be loosened:\n" in told.out
    assert " · Find someone who can receive on Thursday." in told.out


def test_history_names_versions_and_no_word_of_them(lay: Lay, tell: Tell) -> None:
    """To the therapist: who looks over a shoulder reads dates and verbs."""
    path = lay("return")

    shown, listed = tell("history", path, "--json"), tell("history", path)

    versions = json.loads(shown.out)
    assert shown.code == listed.code == 0
    assert [version["number"] for version in versions] == list(range(1, len(versions) + 1))
    assert all(set(version) == {"number", "at", "verb", "part"} for version in versions)
    assert len(listed.out.splitlines()) == len(versions) + 1


def test_undo_and_restore_go_back_and_forth(lay: Lay, tell: Tell) -> None:
    """To the therapist: nothing that was agreed is ever lost."""
    path = lay("return")
    newest = _case_in(path)
    number = len(json.loads(tell("history", path, "--json").out))

    undone = tell("undo", path)
    after_undo = _case_in(path)
    restored = tell("restore", path, number)

    assert (undone.code, restored.code) == (0, 0)
    assert after_undo != newest
    assert _case_in(path) == newest


def test_restoring_what_never_was_is_refused(lay: Lay, tell: Tell) -> None:
    """To the therapist: a wrong number costs nothing."""
    path = lay("return")
    before = path.read_bytes()

    told = tell("restore", path, 999)

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert path.read_bytes() == before


def test_verify_names_the_file_and_each_backup(lay: Lay, tell: Tell) -> None:
    """To the therapist: the copies are as good as the file."""
    path = lay("return")
    tell("undo", path)

    told = tell("verify", path)

    lines = told.out.splitlines()
    assert told.code == 0
    assert lines[0] == "return.caseform  whole"
    assert len(lines) >= 3
    assert all(line.endswith("  whole") for line in lines)


def test_verify_names_the_copy_that_is_damaged(lay: Lay, tell: Tell) -> None:
    """To the therapist: a bad copy is known before it is needed."""
    path = lay("return")
    backup = next((path.parent / ".return.backups").glob("*.caseform"))
    backup.write_bytes(backup.read_bytes()[:-1000])

    told = tell("verify", path)

    assert told.code == 0
    assert [line.endswith("  whole") for line in told.out.splitlines()] == [True, False]


def test_a_damaged_file_is_named_and_its_newest_backup_put_back(lay: Lay, tell: Tell) -> None:
    """To the therapist: a broken disk costs a sentence, not a case."""
    path = lay("return")
    whole = _case_in(path)
    path.write_bytes(path.read_bytes()[:-1000])

    refused, repaired = tell("check", path), tell("restore", path, "backup")

    assert refused.code == 2
    assert "caseform restore return.caseform backup" in refused.err
    assert repaired.code == 0
    assert _case_in(path) == whole


def test_erase_item_leaves_nothing_of_it_in_file_history_or_backups(lay: Lay, tell: Tell) -> None:
    """To the family: what they want out is out."""
    path = lay("return")
    case = _case_in(path)
    assert isinstance(case["factors"], list)
    factor = case["factors"][0]
    tell("undo", path)
    assert _documents_with(path, factor["words"]) >= 2

    told = tell("erase", path, "--item", factor["id"])

    assert told.code == 0
    assert "_" not in told.out
    assert _documents_with(path, factor["words"]) == 0
    assert json.loads(tell("history", path, "--json").out)[-1]["verb"] == "erase"


def test_erase_leaves_a_date_and_nothing_else(lay: Lay, tell: Tell) -> None:
    """To the family: afterwards only the date is left."""
    path = lay("return")
    other = lay("home")
    tell("undo", path)

    told = tell("erase", path)

    left = {file.name for file in path.parent.rglob("*") if "return" in str(file)}
    assert told.code == 0
    assert left == {"return.erased.txt"}
    assert TODAY.strftime("%Y-%m") in (path.parent / "return.erased.txt").read_text()
    assert tell("check", other).code == 0


def test_erasing_what_is_not_there_is_refused(lay: Lay, tell: Tell) -> None:
    """To the therapist: a wrong id erases nothing."""
    path = lay("return")
    before = path.read_bytes()

    told = tell("erase", path, "--item", "nosuch")

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err
    assert path.read_bytes() == before


def test_a_case_opens_with_the_passphrase_that_a_script_gives(
    secret: Path, by_passphrase: Callable[[str], None]
) -> None:
    """To a script: the passphrase comes from the environment, never from a flag."""
    by_passphrase(WORDS)

    told = run("history", secret, "--json")

    assert (told.code, told.err) == (0, "")
    assert len(json.loads(told.out)) > 10


def test_a_whole_case_under_a_passphrase_is_erased_only_with_it(
    secret: Path, by_passphrase: Callable[[str], None]
) -> None:
    """To the family and the therapist: who finds the laptop cannot wipe the case by command."""
    by_passphrase("een dak van stro")
    refused = run("erase", secret)
    stayed = secret.exists()
    by_passphrase(WORDS)
    erased = run("erase", secret)

    assert (refused.code, stayed) == (2, True)
    assert erased.code == 0
    assert {file.name for file in secret.parent.iterdir()} == {"zeester.erased.txt"}


@pytest.mark.usefixtures("home")
def test_a_case_that_needs_a_passphrase_says_so_where_nobody_can_be_asked(secret: Path) -> None:
    """To a script that forgot it: no prompt that waits for ever."""
    told = run("check", secret)

    assert told.code == 2
    assert told.is_one_plain_sentence(), told.err


def _documents_with(path: Path, words: str) -> int:
    backups = sorted((path.parent / f".{path.stem}.backups").glob("*.caseform"))
    found = 0
    for file in (path, *backups):
        opened = store.open_published(file)
        found += words in json.dumps(opened.document, ensure_ascii=False)
        opened.lock()
    return found
