"""Commands that open pages: they print the addresses, then `ready`, and run until Ctrl-C."""

import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from caseform.cli._app import app
from caseform.cli._clock import today
from caseform.cli._open_case import File, locked, started
from caseform.cli._words import Command, chosen_language, user_language, words
from caseform.errors import InvalidCaseError, StoreError
from caseform.text import Language, say

if TYPE_CHECKING:
    # `--help` answers without it.
    from caseform.channel import Client

# The highest port but one: the room is on the next.
Port = Annotated[
    int, typer.Option("--port", metavar="N", min=0, max=65534, help=words("cli.option-port"))
]
Lang = Annotated[str | None, typer.Option("--lang", metavar="nl|en", help=words("cli.option-lang"))]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help=words("cli.option-no-browser"))]

_REGIONS = ("nl-noord", "nl-midden", "nl-zuid", "vl")


@app.command(cls=Command, help=words("cli.help-demo"))
def demo(
    case: Annotated[
        str, typer.Option("--case", metavar="return|home", help=words("cli.option-case"))
    ] = "return",
    lang: Lang = None,
    no_browser: NoBrowser = False,
    port: Port = 0,
) -> None:
    """Show an invented case: the workbooks and its family room."""
    from caseform import demo as demos
    from caseform.session import Shelf

    chosen = next((name for name in demos.NAMES if name == case), None)
    if chosen is None:
        raise InvalidCaseError("errors.demo-unknown", name=case)
    language = chosen_language(lang)
    shelf = Shelf(today=today)
    paths = {name: shelf.lay_out_demo(name, language=language) for name in demos.NAMES}
    room = demos.family_room(chosen)
    _serve(paths[chosen], language, port=port, browser=not no_browser, room=room)


@app.command(cls=Command, help=words("cli.help-new"))
def new(
    file: File,
    lang: Lang = None,
    region: Annotated[
        str, typer.Option("--region", metavar="|".join(_REGIONS), help=words("cli.option-region"))
    ] = "nl-midden",
) -> None:
    """Make a new, empty case under a passphrase, and print its recovery key once."""
    from caseform import keeper, store
    from caseform.cli._new import new_passphrase
    from caseform.model import History
    from caseform.session import new_case

    if region not in _REGIONS:
        raise InvalidCaseError("errors.region-unknown", regions=", ".join(_REGIONS))
    language = chosen_language(lang)
    case = new_case(file.stem, region=region, language=language, today=today())
    if file.exists():
        raise StoreError("errors.file-exists", file=file.name)
    unlocked = store.create(file, keeper.to_document(case, History()), new_passphrase(language))
    print(say("cli.new-made", language, file=file.name))
    print(say("cli.recovery-key", language))
    print(unlocked.recovery_key)
    unlocked.lock()


@app.command("open", cls=Command, help=words("cli.help-open"))
def open_(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help=words("cli.option-file-or-start"))
    ] = None,
    lang: Lang = None,
    no_browser: NoBrowser = False,
    port: Port = 0,
) -> None:
    """Open JupyterLab with the workbooks on this case."""
    _serve(file, chosen_language(lang), port=port, browser=not no_browser, room=None)


@app.command(cls=Command, help=words("cli.help-show"))
def show(
    file: File,
    to: Annotated[str, typer.Option("--to", metavar="ROOM", help=words("cli.option-to"))],
    port: Port = 0,
    no_browser: NoBrowser = False,
) -> None:
    """Show the page of one room."""
    from caseform import keeper
    from caseform.projection.rooms import Room

    room = Room.parse(to)
    language = user_language()
    _end_in_order()
    joined = keeper.running(file)
    client = joined or started(file, language)
    try:
        answer = client.ask("room-open", room=str(room), port=port, wait=True)
        address = answer["state"]["room"]["address"]
        _print_address(say("cli.address-room", language), address)
        _ready(browser=None if no_browser else address)
        _until_the_end(client)
    finally:
        if not client.is_closed:
            if joined is None:
                locked(client)
            else:
                client.ask("room-close")
        client.close()


def _serve(
    path: Path | None, language: Language, *, port: int, browser: bool, room: str | None
) -> None:
    from caseform import keeper, lab

    _end_in_order()
    channel_file = keeper.runtime_folder() / f"lab-{time.time_ns():x}.json"
    client: Client | None = None
    joined = False
    server = None
    try:
        # JupyterLab takes longest, so it starts first; its kernels wait for the channel file.
        server = lab.start(
            channel_file=channel_file,
            language=language,
            port=port,
            first="20_picture" if path is not None else "00_start",
        )
        if path is not None:
            found = keeper.running(path)
            joined = found is not None
            client = found or started(path, language)
            client.ask("language", language=language)
            keeper.own_address(client).write(channel_file)
        if client is not None and room is not None:
            answer = client.ask("room-open", room=room, port=port + 1 if port else 0, wait=True)
            address = answer["state"]["room"]["address"]
        server.wait_ready()
        _print_address(say("cli.address-workbooks", language), server.address)
        if room is not None:
            _print_address(say("cli.address-family", language), address)
        _ready(browser=server.address if browser else None)
        _until_the_end(None)
    finally:
        # Text first: the keeper saves before the pages go.
        if client is not None and not client.is_closed and not joined:
            locked(client)
        if server is not None:
            server.stop()
        channel_file.unlink(missing_ok=True)


def _print_address(name: str, address: str) -> None:
    print(f"{name:<10} {address}", flush=True)


def _ready(*, browser: str | None) -> None:
    print("ready", flush=True)
    if browser is not None:
        typer.launch(browser)


def _end_in_order() -> None:
    """Let a request to end be a Ctrl-C from here on, also while things still start."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def _until_the_end(client: "Client | None") -> None:
    """Wait for Ctrl-C, for a request to end, or for the keeper of `client` to lock."""
    ended = threading.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: ended.set())
    if client is not None:
        client.on_push(lambda push: ended.set() if push.get("push") == "gone" else None)
    while not ended.wait(0.5):
        # Woken now and then, because Windows hands a Ctrl-C only to a thread that runs.
        sys.stdout.flush()
