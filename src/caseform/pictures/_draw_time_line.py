"""Drawing what happened on its line."""

from matplotlib.figure import Figure

from caseform.pictures._cards import LINE
from caseform.pictures._sheet import Sheet
from caseform.pictures.time_line import TimeLine


def figure_of(line: TimeLine) -> Figure:
    """Return the drawing of `line`."""
    em = line.size
    sheet = Sheet("time-line", line.width, line.height)
    dated = [event.y for event in line.events if event.is_dated]
    if len(dated) > 1:
        thin = 0.12 * em
        box = (line.line_x - thin / 2, dated[0], thin, dated[-1] - dated[0])
        sheet.area("line", box, face=sheet.quiet)
    for n, event in enumerate(line.events):
        if event.is_dated:
            half = 0.38 * em
            box = (line.line_x - half, event.y - half, 2 * half, 2 * half)
            sheet.area(f"event-{n}", box, face=sheet.ink, radius=half)
        for m, words in enumerate(event.when):
            at = (line.line_x - em, event.y + m * LINE * em)
            gid = f"event-{n}-when-{m}"
            sheet.words(gid, at, words, size=0.9 * em, colour=sheet.quiet, align="right")
        for m, words in enumerate(event.lines):
            at = (line.words_x, event.y + m * LINE * em)
            sheet.words(f"event-{n}-line-{m}", at, words, size=em)
    return sheet.figure
