"""The case file on disk: sealed, saved whole or not at all, with its earlier versions.

`create` and `open` give an `Unlocked` case, which saves without deriving a key. A case file is
a stored zip of a README, the key of the case under its passphrase, and the case sealed to that
key; ``unzip`` and any ``age`` open it. Whatever goes wrong is a `StoreError` with one plain
sentence, and leaves the file as it was.
"""

from caseform.store._container import MAX_BYTES
from caseform.store._document import FORMAT, Document
from caseform.store._erasing import erase_case
from caseform.store._home import Backup
from caseform.store._journal import Journal
from caseform.store._keys import Key, Passphrase, PublishedKey, RecoveryKey
from caseform.store._machine import THIS_MACHINE, Machine
from caseform.store._opening import (
    create,
    create_published,
    is_published,
    open,
    open_published,
    open_with,
    open_with_recovery,
)
from caseform.store._plain import write_plain
from caseform.store._rescue import Checked, newest_intact_backup, restore_backup, verify
from caseform.store._thinning import thinned
from caseform.store._unlocked import Unlocked

__all__ = [
    "FORMAT",
    "MAX_BYTES",
    "THIS_MACHINE",
    "Backup",
    "Checked",
    "Document",
    "Journal",
    "Key",
    "Machine",
    "Passphrase",
    "PublishedKey",
    "RecoveryKey",
    "Unlocked",
    "create",
    "create_published",
    "erase_case",
    "is_published",
    "newest_intact_backup",
    "open",
    "open_published",
    "open_with",
    "open_with_recovery",
    "restore_backup",
    "thinned",
    "verify",
    "write_plain",
]
