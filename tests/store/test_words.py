import re
from pathlib import Path

import pytest

import caseform.store
from caseform.errors import StoreError
from caseform.text import sentence

KEYS = sorted(
    {
        key
        for module in Path(caseform.store.__file__).parent.glob("*.py")
        for key in re.findall(r'"(errors\.[a-z-]+)"', module.read_text())
    }
)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_trouble_has_a_plain_sentence_in_both_languages(key, language):
    """Nobody meets a traceback because a stick was full."""
    said = sentence(StoreError(key, file="zeester.caseform", copy="kopie.caseform"), language)

    assert said.endswith(".")
    assert "{" not in said
    assert len(said) < 240
