"""What a command asks of a case: findings, the dated plan, its versions."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from caseform.cli._app import EXIT_FINDING, EXIT_NO_PLAN, app
from caseform.cli._clock import today
from caseform.cli._open_case import ON_DISK, File, case_of, key_for, locked, open_case
from caseform.cli._words import Command, user_language, words
from caseform.errors import StoreError
from caseform.text import say

if TYPE_CHECKING:
    from caseform.planner import PlanClash

AsJson = Annotated[bool, typer.Option("--json", help=words("cli.option-json"))]


@app.command(cls=Command, help=words("cli.help-check"))
def check(file: File, as_json: AsJson = False) -> None:
    """Say which rules and gaps the case shows; ends with 1 if a hard rule is open."""
    from caseform import catalogue, checks
    from caseform.school_calendar import SchoolCalendar

    with open_case(file) as client:
        case = case_of(client)
    rules = catalogue.load()
    found = checks.findings(
        case, today=today(), calendar=SchoolCalendar.for_case(case), catalogue=rules
    )
    shown = [
        {
            "rule": finding.rule,
            "severity": str(finding.severity),
            "where": finding.where,
            "message": finding.message(user_language(), rules),
        }
        for finding in found
    ]
    if as_json:
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        _print_findings(shown)
    if any(one["severity"] == "hard" for one in shown):
        raise typer.Exit(EXIT_FINDING)


@app.command(cls=Command, help=words("cli.help-plan"))
def plan(
    file: File,
    as_json: AsJson = False,
    write: Annotated[bool, typer.Option("--write", help=words("cli.option-write"))] = False,
) -> None:
    """Show the dated plan; ends with 3 and the clashing rules when none exists."""
    from caseform import catalogue, planner
    from caseform.school_calendar import SchoolCalendar

    language = user_language()
    rules = catalogue.load()
    with open_case(file) as client:
        case = case_of(client)
        calendar = SchoolCalendar.for_case(case)
        dated = planner.dated_plan(case, today=today(), calendar=calendar)
        if write and dated.days:
            change = planner.writing(case, dated)
            client.ask("change", change=change.model_dump(mode="json"), **ON_DISK)
    shown = planner.to_json(dated, language=language, catalogue=rules)
    if as_json:
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        _print_plan(shown, {step.id: step.words for step in case.return_plan.steps})
        if dated.clash is not None:
            _print_ways_out(dated.clash)
        stale = None if write else planner.stale(case, today=today(), calendar=calendar)
        if stale is not None:
            afresh = (say("cli.plan-afresh", language),) if dated.days else ()
            print(stale.message(language), *afresh)
    if not dated.days and any(one["severity"] == "hard" for one in shown["findings"]):
        raise typer.Exit(EXIT_NO_PLAN)


@app.command(cls=Command, help=words("cli.help-history"))
def history(file: File, as_json: AsJson = False) -> None:
    """List the versions of the case; what was said in them is not shown."""
    from rich.console import Console
    from rich.table import Table

    language = user_language()
    with open_case(file) as client:
        versions = client.ask("history")["versions"]
    if as_json:
        print(json.dumps(versions, indent=2))
        return
    table = Table(box=None)
    for heading in ("number", "when", "what"):
        table.add_column(say(f"cli.history-{heading}", language))
    for version in versions:
        at = datetime.fromisoformat(version["at"]).strftime("%Y-%m-%d %H:%M")
        table.add_row(str(version["number"]), at, say(f"cli.verb-{version['verb']}", language))
    Console().print(table)


@app.command(cls=Command, help=words("cli.help-undo"))
def undo(file: File) -> None:
    """Take back the newest change."""
    with open_case(file) as client:
        done = client.ask("undo", **ON_DISK)["done"]
    print(say("cli.undone" if done else "cli.nothing-to-undo", user_language()))


@app.command(cls=Command, help=words("cli.help-restore"))
def restore(
    file: File,
    version: Annotated[str, typer.Argument(metavar="VERSION", help=words("cli.option-restore"))],
) -> None:
    """Make the case as it was after VERSION; "backup" puts back the newest intact backup."""
    if version == "backup":
        _restore_backup(file)
        return
    if not version.isdigit():
        raise StoreError("errors.no-such-version", number=version)
    with open_case(file) as client:
        client.ask("restore", version=int(version), **ON_DISK)
    print(say("cli.restored", user_language(), version=version))


@app.command(cls=Command, help=words("cli.help-verify"))
def verify(file: File) -> None:
    """Open the file and every backup, and say which are whole."""
    from caseform import store

    key = key_for(file)
    language = user_language()
    checked = store.verify(file, key)
    for one in checked:
        words = say("cli.whole", language) if one.trouble is None else say(
            one.trouble, language, file=one.file.name
        )  # fmt: skip
        print(f"{one.file.name}  {words}")
    if checked[0].trouble is not None:
        raise StoreError(checked[0].trouble, file=file.name)


@app.command(cls=Command, help=words("cli.help-erase"))
def erase(
    file: File,
    item: Annotated[
        str | None, typer.Option("--item", metavar="ID", help=words("cli.option-item"))
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help=words("cli.option-yes"))] = False,
) -> None:
    """Erase one item, or the whole case, from file, history and backups. This cannot be undone.

    A script has nobody to ask: there, the command itself is the decision.
    """
    from caseform import keeper, store

    language = user_language()
    if sys.stdin.isatty() and not yes:
        _make_sure("cli.erase-item-sure" if item else "cli.erase-case-sure")
    # Whoever may erase a case must be able to open it, and no other machine may have it open.
    with open_case(file) as client:
        if item:
            client.ask("erase", id=item)
            print(say("cli.erased-item", language))
            return
    if running := keeper.running(file):
        locked(running, drop=True)
        running.close()
    store.erase_case(file)
    print(say("cli.erased-case", language))


def _make_sure(question: str) -> None:
    asked = f"{words(question)} {words('cli.yes-or-no')} "
    if input(asked).strip().lower() not in words("cli.yes").split():
        raise StoreError("cli.not-erased")


def _restore_backup(file: Path) -> None:
    from caseform import store

    key = key_for(file)
    backup = store.newest_intact_backup(file, key)
    if backup is None:
        raise StoreError("errors.no-intact-backup", file=file.name)
    store.restore_backup(file, backup, key).lock()
    print(say("cli.restored-backup", user_language(), backup=backup.file.name))


def _print_findings(shown: list[dict[str, Any]]) -> None:
    language = user_language()
    if not shown:
        print(say("cli.no-findings", language))
    for one in shown:
        print(f"{one['rule']:6} {say('cli.severity-' + one['severity'], language)}")
        print(f"       {one['message']}")


def _print_plan(shown: dict[str, Any], steps: dict[str, str]) -> None:
    from caseform.planner import why_words

    language = user_language()
    marks = {"up": "▲", "same": " ", "down": "▼"}
    for day in shown["days"]:
        words = steps.get(day["step"] or "", say("cli.no-step", language))
        print(f"{day['date']}  {marks[day['direction']]} {words}  ({', '.join(day['why'])})")
    for rule in dict.fromkeys(rule for day in shown["days"] for rule in day["why"]):
        print(f"{rule:6} {why_words(rule, language)}")
    _print_findings(shown["findings"]) if shown["findings"] else None


def _print_ways_out(clash: "PlanClash") -> None:
    language = user_language()
    print(say("cli.plan-loosen", language))
    for way in clash.ways_out:
        also = () if way.leads_to_plan else (say("cli.plan-loosen-more", language),)
        print(" ·", way.words.in_(language), way.consequence.in_(language), *also)
