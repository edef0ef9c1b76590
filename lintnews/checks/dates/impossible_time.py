"""impossible-time: a time that no clock shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Edit, Fix, Match
from ...mentions.dates.calendar_cues import may_hold_clock_time

if TYPE_CHECKING:
    from ...mentions.dates.clock_times import ClockTime
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpossibleTime(Check):
    """Flags hours past 24, minutes past 59, and hours past 12 with a.m. or p.m."""

    kind: ClassVar[str] = "impossible-time"
    values: ClassVar[tuple[str, ...]] = ("reason",)

    def matches(self, story: Story) -> Iterator[Match]:
        if not may_hold_clock_time(story.text):
            return
        from ...mentions.dates.clock_times import ClockTime

        for time in story.mentions(ClockTime):
            if not time.possible:
                yield Match(time.span, values=(("reason", _reason(time)),), fixes=tuple(_fixes(story, time)))


def _reason(time: ClockTime) -> str:
    if time.minute > 59:
        return "an hour has 60 minutes"
    if time.half and time.hour == 0:
        return "the 12-hour clock has no hour 0"
    return f"{time.half}.m. goes with the 12-hour clock" if time.half else "a day has 24 hours"


def _fixes(story: Story, time: ClockTime) -> Iterator[Fix]:
    """13 p.m. may be 1 p.m.; 13 a.m. may be anything."""
    written = story.words(time.span)
    if time.half == "p" and 13 <= time.hour <= 23 and time.minute < 60:
        yield Fix((Edit(time.span, written.replace(str(time.hour), str(time.hour - 12), 1)),))
