import time

import pytest

from caseform import store

from .conftest import document

pytestmark = pytest.mark.alone

SAVES = 100


def test_saving_a_large_case_is_not_noticed(unlocked, path):
    """300 kB is years of work; 95 of 100 saves are done within a tenth of a second."""
    words = "de kat slaapt op het dak " * 12_000
    seconds = []
    for number in range(SAVES):
        started = time.perf_counter()
        unlocked.save(document(number, words=words))
        seconds.append(time.perf_counter() - started)

    middle, most = sorted(seconds)[SAVES // 2], sorted(seconds)[SAVES * 95 // 100]
    size = path.stat().st_size // 1000
    print(f"save of {size} kB: p50 {middle * 1000:.1f} ms, p95 {most * 1000:.1f} ms, n {SAVES}")
    assert most < 0.1


def test_opening_is_quick_apart_from_the_key_derivation(unlocked, path):
    """The second that unlocking takes is the passphrase's own."""
    unlocked.save(document(1, words="de kat slaapt op het dak " * 12_000))

    started = time.perf_counter()
    store.open_published(path)

    assert time.perf_counter() - started < 0.5
