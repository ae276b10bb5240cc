"""What cannot be a school week is refused in one sentence, and nothing changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseform.errors import InvalidCaseError
from caseform.text import LANGUAGES, sentence
from caseform.timetable import decoded
from timetable._weeks import FLEMISH, read


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("beste mevrouw, hierbij het rooster", "no-days"),
        ("\tma\tdi\n1\tgym\tkoken", "nothing-read"),
        ("ma;9:20-8:30;gym", "ends-before-start"),
        ("ma;8:30-8:30;gym", "ends-before-start"),
        ("ma;8:30-9:20;gym\nma;9:00-9:50;koken", "overlap"),
        ("ma;8:30-9:20;gym;A\nma;9:00-9:50;koken", "overlap"),
        ("ma;8:30-9:20;gym\n" * 201, "too-long"),
        ("ma;8:30-9:20;" + "g" * 20_000, "too-long"),
        ("%PDF-1.7\n%\xe2\xe3 1 0 obj", "pdf"),
        ("<html><table><tr><td>ma</td></tr></table>", "html"),
        ("ma;8:30-9:20;natuur\ufffdkunde", "wrong-encoding"),
        ("m\x00a\x00;\x00", "wrong-encoding"),
    ],
)
def test_a_week_that_cannot_be_is_one_sentence(text: str, key: str) -> None:
    """To whoever pastes the wrong thing: what is wrong, in words, and nothing half done."""
    with pytest.raises(InvalidCaseError) as refused:
        read(text)

    assert refused.value.key == f"timetable.{key}"
    for language in LANGUAGES:
        assert sentence(refused.value, language).count("{") == 0


def test_two_lessons_at_once_are_named_by_their_lines() -> None:
    """To whoever has to mend it: which two lines to look at."""
    with pytest.raises(InvalidCaseError) as refused:
        read("ma;8:30-9:20;gym\ndi;8:30-9:20;Frans\nma;9:00-9:50;koken")

    assert sentence(refused.value, "nl") == (
        "Om 09:00 staan twee lessen tegelijk: op regel 1 en op regel 3. Er is niets veranderd."
    )


def test_a_week_of_the_most_lines_is_still_read() -> None:
    """To a school with many short lessons: the bound is far away from a real week."""
    lines = [f"\t{h}:{m:02}-{h}:{m + 5:02}\tgym\t" for h in range(7, 23) for m in range(0, 60, 5)]
    lines = [line.replace(":60", ":59") for line in lines]

    assert len(read("\n".join(["\t\tma\tdi", *lines])).blocks) == 192


def test_a_file_may_be_written_as_windows_likes_it() -> None:
    """To whoever saves from a spreadsheet: as Unicode, or as Windows does by itself."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert read(decoded(FLEMISH.encode(encoding))).blocks
    assert "café" in decoded("ma;8:30-9:20;beeldende vorming in café".encode("cp1252"))

    with pytest.raises(InvalidCaseError) as refused:
        decoded(b"ma;8:30-9:20;\x81\x8d")
    assert refused.value.key == "timetable.wrong-encoding"


PIECES = st.lists(
    st.sampled_from(
        ["ma", "di A", "8:30", "8:30-9:20", "9.20", "gym", "pauze", "week B", "\t", ";", ",", "\n"]
    )
    | st.text(max_size=4),
    max_size=40,
)


@given(PIECES.map(" ".join) | PIECES.map("".join) | st.text())
def test_whatever_is_pasted_gives_a_week_or_a_sentence(text: str) -> None:
    """To everyone: no paste makes a page fall over."""
    try:
        found = read(text)
    except InvalidCaseError as refused:
        said = [sentence(refused, language) for language in LANGUAGES]
    else:
        assert found.blocks
        said = [note.in_(language) for note in found.notes for language in LANGUAGES]
    assert all(said)
