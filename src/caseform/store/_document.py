"""What is sealed inside a case file: the case, its history, and who may open it."""

import json
from dataclasses import dataclass
from typing import Any

import pyrage
from pyrage import x25519

from caseform.errors import StoreError

FORMAT = 1
"""The format that this version writes. Every older one stays readable."""

Document = dict[str, Any]
"""``{"format": int, "case": ..., "history": ...}``, all of it JSON."""

_PARTS = {"format", "case", "history"}
_NO_KEY_FITS = "No matching keys found"


@dataclass(frozen=True, repr=False)
class Opened:
    """A document as it came out of its seal.

    Args:
        document: The case and its history.
        sealed_for: The public keys that open it: that of the case first, then that of recovery.
    """

    document: Document
    sealed_for: tuple[str, ...]


def plain(document: Document, sealed_for: tuple[str, ...]) -> bytes:
    """Return the JSON that goes under the seal.

    Raises:
        ValueError: `document` is not a document of this format; the caller is wrong.

    Example:
        >>> plain({"format": 1, "case": {}, "history": []}, ("age1zeester",))
        b'{"format": 1, "sealed_for": ["age1zeester"], "case": {}, "history": []}'
    """
    if set(document) != _PARTS or document["format"] != FORMAT:
        raise ValueError(f"a document has {sorted(_PARTS)} and format {FORMAT}")
    whole = {
        "format": FORMAT,
        "sealed_for": list(sealed_for),
        "case": document["case"],
        "history": document["history"],
    }
    try:
        return json.dumps(whole, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        # A page can send half a sign (a lone surrogate). It is kept, escaped.
        return json.dumps(whole, allow_nan=False).encode()


def seal(content: bytes, sealed_for: tuple[str, ...]) -> bytes:
    """Return `content` encrypted to each of `sealed_for`."""
    recipients = [x25519.Recipient.from_str(public) for public in sealed_for]
    sealed: bytes = pyrage.encrypt(content, recipients)
    return sealed


def unseal(case_age: bytes, identity: x25519.Identity, file: str) -> Opened:
    """Return the document under the seal.

    Raises:
        StoreError: The key does not fit, the file is damaged, or it comes from a newer version.
    """
    content = unsealed(case_age, identity, file)
    try:
        whole = json.loads(content)
        if type(whole["format"]) is int and whole["format"] > FORMAT:
            raise StoreError("errors.file-newer", file=file)
        sealed_for = tuple(whole.pop("sealed_for"))
        if set(whole) != _PARTS or whole["format"] != FORMAT:
            raise StoreError("errors.file-damaged", file=file)
        for public in sealed_for:
            x25519.Recipient.from_str(public)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise StoreError("errors.file-damaged", file=file) from error
    except pyrage.RecipientError as error:
        raise StoreError("errors.file-damaged", file=file) from error
    if not sealed_for:
        raise StoreError("errors.file-damaged", file=file)
    return Opened(whole, sealed_for)


def unsealed(sealed: bytes, identity: x25519.Identity, file: str) -> bytes:
    """Return what was sealed to `identity`.

    Raises:
        StoreError: The key does not fit, or the content is damaged.
    """
    try:
        content: bytes = pyrage.decrypt(sealed, [identity])
    except pyrage.DecryptError as error:
        if str(error) == _NO_KEY_FITS:
            raise StoreError("errors.key-does-not-fit", file=file) from error
        raise StoreError("errors.file-damaged", file=file) from error
    return content
