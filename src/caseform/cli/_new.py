"""A new case, and the passphrase that its therapist chooses."""

import getpass
import os
import sys
from datetime import date

from caseform.errors import StoreError
from caseform.model import Case, Region, new_id
from caseform.text import Language, say

# Long enough to stand against guessing on a stolen laptop; words with spaces are welcome.
PASSPHRASE_LETTERS = 12


def new_case(alias: str, *, region: str, language: Language, today: date) -> Case:
    """Return an empty case.

    Args:
        alias: What it is called on screen: the file's name, never a child's.
        region: Where the school stands.
        language: The language in which it is begun.
        today: The day on which it is begun.

    Example:
        >>> new_case("Zeester", region="vl", language="nl", today=date(2026, 11, 23)).region.law
        'VL'
    """
    return Case(
        id=new_id("c"), alias=alias, region=Region(region), language=language, created_on=today
    )


def check_passphrase(passphrase: str) -> str:
    """Return `passphrase` if it is long enough.

    Raises:
        StoreError: It is too short.
    """
    if len(passphrase) < PASSPHRASE_LETTERS:
        raise StoreError("errors.passphrase-short", letters=PASSPHRASE_LETTERS)
    return passphrase


def new_passphrase(language: Language) -> str:
    """Return a new passphrase: from the environment for scripts, else asked for twice.

    Raises:
        StoreError: It is too short, the two differ, or there is nobody to ask.
    """
    given = os.environ.pop("CASEFORM_PASSPHRASE", None)
    if given is not None:
        return check_passphrase(given)
    if not sys.stdin.isatty():
        raise StoreError("errors.passphrase-needed")
    first = check_passphrase(getpass.getpass(say("cli.choose-passphrase", language) + " "))
    if getpass.getpass(say("cli.repeat-passphrase", language) + " ") != first:
        raise StoreError("errors.passphrases-differ")
    return first
