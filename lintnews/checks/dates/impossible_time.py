"""impossible-time: a time that no clock shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from ...match import Case, Edit, Fix, Match
from ..judge import Chosen, Judge, Verdict

if TYPE_CHECKING:
    from ...mentions.dates.clock_times import ClockTime
    from ...story import Story


class ClockTimeJudge(Judge):
    """Hours past 24, minutes past 59, and hours past 12 with a.m. or p.m."""

    cases: ClassVar[Mapping[str, Case]] = {
        "minute": Case("More minutes than an hour has."),
        "zero": Case("Hour 0 of the 12-hour clock."),
        "half": Case("An hour past 12 with a.m. or p.m."),
        "hour": Case("More hours than a day has."),
    }

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        from ...mentions.dates.clock_times import ClockTime

        for time in chosen(ClockTime):
            if not time.possible:
                yield Verdict(time, Match(time.span, fixes=tuple(_fixes(story, time)), case=_case(time)))


def _case(time: ClockTime) -> str:
    if time.minute > 59:
        return "minute"
    if time.half and time.hour == 0:
        return "zero"
    return "half" if time.half else "hour"


def _fixes(story: Story, time: ClockTime) -> Iterator[Fix]:
    """13 p.m. may be 1 p.m.; 13 a.m. may be anything."""
    written = story.words(time.span)
    if time.half == "p" and 13 <= time.hour <= 23 and time.minute < 60:
        yield Fix((Edit(time.span, written.replace(str(time.hour), str(time.hour - 12), 1)),))
