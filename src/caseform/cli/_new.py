"""The passphrase of a new case, as its therapist chooses it."""

import getpass
import os
import sys

from caseform.errors import StoreError
from caseform.session import check_passphrase
from caseform.text import Language, say


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
