"""What goes out of a case and what comes in: documents, JSON, the format itself."""

import json
from pathlib import Path
from typing import Annotated

import typer

from caseform.cli._app import app
from caseform.cli._clock import today
from caseform.cli._open_case import ON_DISK, File, case_of, open_case
from caseform.cli._words import Command, chosen_language, user_language, words
from caseform.errors import NotBuiltError, StoreError
from caseform.text import say, say_count

THERAPIST = "therapist"
SOURCES_LATER = ("attendance-csv", "gedcom")


@app.command(cls=Command, help=words("cli.help-export"))
def export(
    file: File,
    to: Annotated[str, typer.Option("--to", metavar="ROOM", help=words("cli.option-for"))],
    kinds: Annotated[str, typer.Option("--as", metavar="KINDS", help=words("cli.option-as"))],
    folder: Annotated[
        Path, typer.Option("-o", metavar="DIR", help=words("cli.option-folder"))
    ] = Path(),
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="nl|en", help=words("cli.option-lang"))
    ] = None,
) -> None:
    """Write documents for those who are named; only what each of them may see goes in."""
    from caseform import exports, store
    from caseform.projection.rooms import paper_from_json

    wanted = tuple(kind.strip() for kind in kinds.split(",") if kind.strip())
    exports.check_kinds(wanted)
    with open_case(file) as client:
        case = case_of(client)
        language = chosen_language(lang) if lang else case.language
        if to == THERAPIST:
            answer = client.ask("therapist-paper", language=language)
        else:
            answer = client.ask("preview", room=to, language=language)
    paper = paper_from_json(answer["projection"])
    whole = to == THERAPIST and "json" in wanted
    papers = tuple(kind for kind in wanted if not (whole and kind == "json"))
    written = list(exports.write(paper, papers, folder)) if papers else []
    if whole:
        # As data the therapist gets the case itself, which reads back equal.
        path = folder / exports.file_name(paper, "json", paper.today)
        store.write_plain(case.model_dump_json(), path)
        written.append(path)
    for path in written:
        print(path)


@app.command("import", cls=Command, help=words("cli.help-import"))
def import_(
    file: File,
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help=words("cli.option-source"))],
    kind: Annotated[str, typer.Option("--from", metavar="KIND", help=words("cli.option-from"))],
) -> None:
    """Read a whole case back from JSON, or a timetable from a calendar file."""
    if kind in SOURCES_LATER:
        raise NotBuiltError("errors.comes-later", what=kind)
    if kind == "ics":
        _import_timetable(file, source)
        return
    if kind != "json":
        raise StoreError("errors.import-unknown-kind", kind=kind)
    try:
        document = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("errors.import-unreadable") from error
    with open_case(file) as client:
        client.ask("import", case=document, **ON_DISK)
    print(say("cli.imported", user_language()))


def _import_timetable(file: Path, source: Path) -> None:
    """Put the timetable of a calendar file in the place of the one in the case."""
    from caseform.timetable import decoded, read_timetable, replacing

    try:
        raw = source.read_bytes()
    except OSError as error:
        raise StoreError("errors.import-unreadable") from error
    read = read_timetable(decoded(raw), today=today())
    with open_case(file) as client:
        replacement = replacing(case_of(client), read)
        client.ask("change", change=replacement.changes.model_dump(mode="json"), **ON_DISK)
    language = user_language()
    print(say_count("cli.imported-timetable", language, len(read.blocks)))
    for note in (*read.notes, *replacement.notes):
        print(note.in_(language))


@app.command(cls=Command, help=words("cli.help-schema"))
def schema() -> None:
    """Print the JSON Schema of a case."""
    from caseform.model import Case

    print(json.dumps(Case.model_json_schema(), indent=2))
