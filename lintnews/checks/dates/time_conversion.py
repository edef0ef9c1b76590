"""time-conversion: one moment in two zones, with an hour that doesn't fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...match import Certainty, Edit, Fix, Match, Note
from ...mentions.datelines.opening import datelines
from ...mentions.words.lazy_pattern import LazyPattern
from ..judge import Chosen, Judge, Verdict

if TYPE_CHECKING:
    from ...mentions.dates.clock_times import ClockTime
    from ...mentions.dates.time_pairs import TimePair
    from ...mentions.dates.zones import Offsets
    from ...story import Story

_IN_ANOTHER_PLACE = LazyPattern(r"\)?,? (?:in|at) (?:the )?[A-Z]")
_DAY = 24 * 60


class TimePairJudge(Judge):
    """A time that is given in two zones and differs, by the zone database and the day's daylight saving.

    "Local time" is that of the dateline. Where the hours fit the zone that is in force but not the one named
    (EST in July), it only hints.
    """

    values: ClassVar[tuple[str, ...]] = ("right",)

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        from ...mentions.dates.time_pairs import TimePair

        pairs = chosen(TimePair)
        if not pairs:
            return
        from ...mentions.dates.zones import offsets

        place = next((story.words(d.place) for d in datelines(story)), "")
        for pair in pairs:
            first = offsets(story, pair.first, pair.day, place)
            second = offsets(story, pair.second, pair.day, place)
            if first and second and not _IN_ANOTHER_PLACE.match(story.text, pair.span.end):
                match = _match(story, pair, first, second)
                if match:
                    yield Verdict(pair, match)


def _match(story: Story, pair: TimePair, first: Offsets, second: Offsets) -> Match | None:
    gap = (pair.second.minutes - pair.first.minutes) % _DAY
    if gap in _gaps(first.minutes, second.minutes):
        return None
    loose = gap in _gaps(first.in_force, second.in_force)
    local = any("local" in time.zone.lower() for time in (pair.first, pair.second))
    shift = min((b - a) % _DAY for a in first.minutes for b in second.minutes)
    right = _written(story, pair.second, (pair.first.minutes + shift) % _DAY)
    edit = Edit(pair.second.span, right)
    return Match(
        pair.span,
        values=(("right", right),),
        notes=(Note("Daylight saving decides which zone is in force that day"),) if loose else (),
        fixes=(Fix((edit,)),),
        certainty=Certainty.POSSIBLE if loose or local else Certainty.LIKELY,
    )


def _gaps(first: frozenset[int], second: frozenset[int]) -> set[int]:
    return {(b - a) % _DAY for a in first for b in second}


def _written(story: Story, time: ClockTime, minutes: int) -> str:
    """*minutes* since midnight, written as *time* is."""
    hour, minute = divmod(minutes, 60)
    text = story.words(time.span)
    if time.half:
        half = "p.m." if hour >= 12 else "a.m."
        return f"{hour % 12 or 12}" + (f":{minute:02}" if minute or ":" in text else "") + f" {half} {time.zone}"
    mark = next((mark for mark in ":." if mark in text[:3]), "")
    return f"{hour:02}{mark}{minute:02} {time.zone}"
