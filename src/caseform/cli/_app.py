"""The commands, and the one place where a mistake becomes one plain sentence."""

import locale
import os
import sys
from typing import Annotated, Any

import typer

import caseform
from caseform.errors import CaseformError, IncompleteCaseError, NotBuiltError
from caseform.text import Language, known_language, say, sentence

# Typer shows its usage errors only by way of the kinds that it derives from them.
_UsageError: type[Any] = typer.BadParameter.__bases__[0]

EXIT_FINDING = 1
EXIT_MISTAKE = 2
EXIT_NO_PLAN = 3
EXIT_LATER = 4

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="caseform: the picture of a case, a graded return to school, and what happened.",
)


def user_language() -> Language:
    """Return the language of this computer's user, as far as we speak it."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    return known_language(named or locale.getlocale()[0])


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
        _say(say("cli.usage", language, detail=error.format_message()))
        sys.exit(EXIT_MISTAKE)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(EXIT_MISTAKE)
    except OSError as error:
        # The kind of trouble, never the text of the error: it may quote a file name.
        _say(say("cli.disk", language, kind=type(error).__name__))
        sys.exit(EXIT_MISTAKE)
    except Exception as error:
        # A fault of ours. What it says may quote a case, so only its kind is told.
        _say(say("cli.fault", language, kind=type(error).__name__))
        sys.exit(EXIT_MISTAKE)


def _say(words: str) -> None:
    print(words, file=sys.stderr)


def _version(asked: bool) -> None:
    if asked:
        print(caseform.__version__)
        raise typer.Exit


@app.callback()
def _about(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """caseform: the picture of a case, a graded return to school, and what happened."""


def _commands() -> Any:
    # Each module adds its commands to `app`; nothing slow is imported by any of them at the top.
    from caseform.cli import _case, _exchange, _machine, _serve

    return _case, _exchange, _machine, _serve


_commands()
