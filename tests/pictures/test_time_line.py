"""What happened, tested by what was drawn."""

from matplotlib.patches import FancyBboxPatch

from caseform.pictures import time_line
from caseform.projection.rooms import ShownEvent
from support.rooms import events, school_room, youth_room


def _boxes(figure) -> set[str]:
    return {thing.get_gid() for thing in figure.axes[0].findobj(FancyBboxPatch) if thing.get_gid()}


def _room(*happened: ShownEvent):
    return youth_room().model_copy(update={"events": happened})


def test_events_stand_below_each_other_from_early_to_late():
    """It reads like a story."""
    line = time_line.layout(youth_room())

    assert [" ".join(event.lines) for event in line.events] == [one.words for one in events("nl")]
    assert [event.when for event in line.events] == [
        ("ma 4 mei 2026",), ("ma 31 aug 2026",), ("in groep 4",),
    ]  # fmt: skip
    tops = [event.y for event in line.events]
    assert tops == sorted(tops)


def test_only_what_has_a_day_stands_on_the_line():
    """A guess at when is not drawn as a date."""
    drawn = _boxes(time_line.draw(youth_room()))

    assert drawn == {"time-line-line", "time-line-event-0", "time-line-event-1"}


def test_how_long_it_took_changes_no_distance():
    """The line has no scale, so nothing left out of it leaves a gap."""
    one, other, _ = events("nl")
    near = _room(one, other.model_copy(update={"on": one.on.replace(day=5)}))

    assert [event.y for event in time_line.layout(_room(one, other)).events] == [
        event.y for event in time_line.layout(near).events
    ]


def test_many_lines_push_the_next_event_down():
    """No two events stand on each other."""
    long = ShownEvent(words="een lange middag met veel woorden erin " * 6, about="in de zomer")
    line = time_line.layout(_room(long, *events("nl")))

    first, second = line.events[:2]
    assert len(first.lines) > 1
    assert second.y - first.y >= len(first.lines) * 1.3 * line.size
    assert line.height >= line.events[-1].y


def test_the_sentences_say_when_and_what():
    """Someone who cannot see the line hears it in the same order."""
    assert time_line.alt_text(youth_room()) == (
        "Ma 4 mei 2026: verhuisd in mei. Ma 31 aug 2026: eerste dag op de nieuwe school."
        " In groep 4: vaak alleen in de pauze."
    )


def test_without_events_it_is_empty_and_says_so():
    """The first conversation starts with nothing; a school gets none of it."""
    assert time_line.alt_text(_room()) == "Er staat nog niets op de tijdlijn."
    assert time_line.draw(_room()).axes
    assert time_line.layout(school_room()).events == ()


def test_words_that_do_not_fit_are_given_back_whole():
    """Nothing that someone said gets lost on paper."""
    long = "een lange middag met veel woorden erin " * 60

    assert time_line.left_over(_room(ShownEvent(words=long))) == (long,)
    assert time_line.left_over(youth_room()) == ()
