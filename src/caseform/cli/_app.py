"""The commands, and the one place where a mistake becomes one plain sentence."""

import sys
from importlib import import_module
from typing import Annotated, Any

import typer

import caseform
from caseform.cli._words import Commands, usage_words, user_language, words
from caseform.errors import CaseformError, IncompleteCaseError, NotBuiltError
from caseform.text import say, sentence

# Typer shows its usage errors only by way of the kinds that it derives from them.
_UsageError: type[Any] = typer.BadParameter.__bases__[0]

EXIT_FINDING = 1
EXIT_MISTAKE = 2
EXIT_NO_PLAN = 3
EXIT_LATER = 4

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=words("cli.help"),
)


def run(arguments: list[str] | None = None) -> None:
    """Run one command; a mistake is one sentence on standard error, never a traceback."""
    language = user_language()
    try:
        sys.exit(app(args=arguments, standalone_mode=False) or 0)
    except NotBuiltError as later:
        _say(sentence(later, language))
        sys.exit(EXIT_LATER)
    except IncompleteCaseError as none:
        _say(sentence(none, language))
        sys.exit(EXIT_NO_PLAN)
    except CaseformError as error:
        _say(sentence(error, language))
        sys.exit(EXIT_MISTAKE)
    except _UsageError as error:
        _say(usage_words(error))
        sys.exit(EXIT_MISTAKE)
    except (typer.Abort, KeyboardInterrupt):
        _say(say("cli.stopped", language))
        sys.exit(EXIT_MISTAKE)
    except OSError as error:
        # The kind of trouble, never the text of the error: it may quote a file name.
        _say(say("cli.disk", language, kind=type(error).__name__))
        sys.exit(EXIT_MISTAKE)
    except Exception as error:
        # A fault of ours. What it says may quote a case, so only its kind is told.
        _say(say("cli.fault", language, kind=type(error).__name__))
        sys.exit(EXIT_MISTAKE)


def _say(told: str) -> None:
    print(told, file=sys.stderr)


def _version(asked: bool) -> None:
    if asked:
        print(caseform.__version__)
        raise typer.Exit


@app.callback()
def _about(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help=words("cli.option-version")
        ),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())


def _add_commands() -> None:
    # Each module adds its commands to `app`; nothing slow is imported by any of them at the top.
    for module in ("_serve", "_case", "_exchange", "_machine"):
        import_module(f"caseform.cli.{module}")


_add_commands()
