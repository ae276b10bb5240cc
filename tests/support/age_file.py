"""An age file under a passphrase at a chosen cost, written by other code than caseform's.

The library that caseform uses chooses the costliest key that this machine derives in a second or
two, which is right for a case and makes a suite wait for minutes. The files made here are the same
in every other respect, and caseform opens them with that library.
"""

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

# The least cost with which caseform is content.
LEAST_COST = 17


def sealed_at_least_cost(plaintext: bytes, passphrase: str, armored: bool = False) -> bytes:
    """Return `plaintext` as an age file under `passphrase`; as ``pyrage.passphrase.encrypt``."""
    assert not armored
    assert len(plaintext) < 64 * 1024, "one chunk is all that is written here"
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    wrapping = hashlib.scrypt(
        passphrase.encode(),
        salt=b"age-encryption.org/v1/scrypt" + salt,
        n=2**LEAST_COST,
        r=8,
        p=1,
        maxmem=2**28,
        dklen=32,
    )
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    header = (
        b"age-encryption.org/v1\n"
        b"-> scrypt " + _base64(salt) + b" " + str(LEAST_COST).encode() + b"\n"
        b"" + _base64(wrapped) + b"\n---"
    )
    proof = hmac.digest(_derived(file_key, b"", b"header"), header, "sha256")
    only_chunk = bytes(11) + b"\x01"
    payload = ChaCha20Poly1305(_derived(file_key, nonce, b"payload")).encrypt(
        only_chunk, plaintext, None
    )
    return header + b" " + _base64(proof) + b"\n" + nonce + payload


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return HKDF-SHA-256 of `key`, one block long."""
    pseudorandom = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(pseudorandom, info + b"\x01", "sha256")


def _base64(content: bytes) -> bytes:
    return base64.b64encode(content).rstrip(b"=")
