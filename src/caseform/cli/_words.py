"""The words of the command line: its user's language, its help, what is wrong with a command."""

import locale
import os
from typing import Any

from typer.core import TyperCommand, TyperGroup

from caseform.errors import InvalidCaseError
from caseform.text import LANGUAGES, Language, known_language, say


def user_language() -> Language:
    """Return the language of this computer's user, as far as we speak it."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    return known_language(named or locale.getlocale()[0])


def chosen_language(named: str | None) -> Language:
    """Return the language that the command names, else the user's.

    Raises:
        InvalidCaseError: We do not speak that language.
    """
    if named is not None and named not in LANGUAGES:
        raise InvalidCaseError("errors.language-unknown", named=named)
    return known_language(named) if named else user_language()


def words(key: str) -> str:
    """Return the words behind `key` in the user's language."""
    return say(key, user_language())


def usage_words(error: Any) -> str:
    """Return the sentence for a command that was not written right.

    Args:
        error: Typer's usage error. Told apart by the name of its kind, since typer keeps most of
            the kinds to itself; its own words are English, and so are never shown.
    """
    language = user_language()
    match type(error).__name__:
        case "MissingParameter":
            return say("cli.usage-missing", language, what=_name(error.param))
        case "NoSuchOption":
            return say("cli.usage-no-option", language, option=error.option_name)
        case "BadOptionUsage":
            return say("cli.usage-option-empty", language, option=error.option_name)
        case "BadParameter":
            return say("cli.usage-value", language, what=_name(error.param))
        case _:
            return say("cli.usage", language)


class Command(TyperCommand):
    """One command, whose help is in the user's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is used, as in the contract, and what each part means."""
        used = " ".join(_used(param) for param in self.params if param.name != "help")
        formatter.write_usage(ctx.command_path, used, words("cli.help-usage") + " ")
        formatter.write_paragraph()
        formatter.write_text(self.help or "")
        with formatter.section(words("cli.help-options")):
            formatter.write_dl([_told(param) for param in self.get_params(ctx)])


class Commands(TyperGroup):
    """All commands, whose help is in the user's language."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is meant.

        Raises:
            InvalidCaseError: There is no such command.
        """
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise InvalidCaseError("cli.usage-no-command", name=args[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write what there is to do."""
        formatter.write_usage("caseform", words("cli.help-command"), words("cli.help-usage") + " ")
        formatter.write_paragraph()
        formatter.write_text(self.help or "")
        listed = [(name, self.commands[name].help or "") for name in self.list_commands(ctx)]
        with formatter.section(words("cli.help-commands")):
            formatter.write_dl(listed)
        with formatter.section(words("cli.help-options")):
            formatter.write_dl([_told(param) for param in self.get_params(ctx)])


def _name(param: Any) -> str:
    return param.metavar if param.param_type_name == "argument" else str(param.opts[0])


def _used(param: Any) -> str:
    if param.param_type_name == "argument":
        part = str(param.metavar)
    else:
        part = " ".join([param.opts[0], *([param.metavar] if param.metavar else [])])
    return part if param.required else f"[{part}]"


def _told(param: Any) -> tuple[str, str]:
    if param.name == "help":
        return "--help", words("cli.help-help")
    return _used(param).strip("[]"), param.help or ""
