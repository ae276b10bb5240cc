"""A week that is written out and pasted again is the same week."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from caseform.model import BlockKind, LessonBlock, WeekCycle
from timetable._weeks import line, read

SUBJECTS = {
    BlockKind.LESSON: ["wiskunde", "Frans", "L.O.", "beeldende vorming", "Duits/Spaans"],
    BlockKind.BREAK: ["pauze", "middagpauze", "break"],
    BlockKind.FREE: ["tussenuur", "free"],
    BlockKind.PLACEMENT: ["stage", "work placement"],
}
DAYS = ["maandag", "di", "Wed", "donderdag", "Fri"]


@st.composite
def weeks(draw: st.DrawFn) -> list[LessonBlock]:
    """Yield weeks of lessons one after the other, some only in week A or B."""
    blocks = []
    for weekday in draw(st.sets(st.integers(0, 4), min_size=1)):
        at = draw(st.integers(8 * 60, 10 * 60))
        for _ in range(draw(st.integers(1, 6))):
            length = draw(st.integers(5, 90))
            cycles = draw(st.sampled_from([[None], [WeekCycle.A, WeekCycle.B], [WeekCycle.B]]))
            for cycle in cycles:
                kind = draw(st.sampled_from(list(BlockKind)))
                blocks.append(
                    LessonBlock(
                        id=f"b-{len(blocks)}",
                        weekday=weekday,
                        starts=time(*divmod(at, 60)),
                        ends=time(*divmod(at + length, 60)),
                        subject=draw(st.sampled_from(SUBJECTS[kind])),
                        teacher=draw(st.sampled_from(["", "mevr. De Wit", "BOS"])),
                        room=draw(st.sampled_from(["", "012", "lokaal 3.14", "aula"])),
                        kind=kind,
                        week=cycle,
                    )
                )
            at += length + draw(st.sampled_from([0, 0, 15]))
    return blocks


def in_words(block: LessonBlock) -> str:
    return " / ".join(part for part in (block.subject, block.teacher, block.room) if part)


def as_rows(blocks: list[LessonBlock], sign: str) -> str:
    rows = [["dag", "begin", "einde", "vak", "docent", "lokaal", "week"]]
    for block in blocks:
        times = [f"{block.starts:%H:%M}", f"{block.ends:%H.%M}"]
        rest = [block.subject, block.teacher, block.room, str(block.week or "").upper()]
        rows.append([DAYS[block.weekday], *times, *rest])
    return "\n".join(sign.join(row) for row in rows)


def as_grid(blocks: list[LessonBlock], *, sideways: bool) -> str:
    """Return a table of times by days; the lessons of week A and B share a cell."""
    spans = sorted({(block.starts, block.ends) for block in blocks})
    table = [["", *DAYS]]
    for starts, ends in spans:
        row = [f"{starts:%H:%M} – {ends:%H:%M}"]
        for weekday in range(5):
            here = [b for b in blocks if (b.weekday, b.starts, b.ends) == (weekday, starts, ends)]
            cells = [
                f"{b.subject} ({b.week.upper()})" + in_words(b)[len(b.subject) :]
                if b.week
                else in_words(b)
                for b in here
            ]
            row.append(" / ".join(cells))
        # A break that stands for the whole row has its words in the first cell, and no other.
        table.append([row[0], *(cell or "-" for cell in row[1:])])
    if sideways:
        table = [list(row) for row in zip(*table, strict=True)]
    return "\n".join("\t".join(row) for row in table)


def same_week(read_blocks: tuple[LessonBlock, ...], blocks: list[LessonBlock]) -> bool:
    return sorted(map(line, read_blocks)) == sorted(map(line, blocks)) and all(
        kind in {b.kind for b in blocks if b.subject == block.subject}
        for block in read_blocks
        for kind in [block.kind]
    )


@given(weeks(), st.sampled_from([";", ",", "\t"]))
def test_a_week_comes_back_from_a_list(blocks: list[LessonBlock], sign: str) -> None:
    """To the school that exports a list: what goes in is what was written."""
    found = read(as_rows(blocks, sign))

    assert same_week(found.blocks, blocks)
    assert found.notes == ()


@given(weeks(), st.booleans())
def test_a_week_comes_back_from_a_table(blocks: list[LessonBlock], sideways: bool) -> None:
    """To the school that hands out a table: lesson for lesson, whichever way it stands."""
    found = read(as_grid(blocks, sideways=sideways))

    assert same_week(found.blocks, blocks)
