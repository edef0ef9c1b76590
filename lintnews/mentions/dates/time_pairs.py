"""One moment told in two zones: 8 p.m. EST (0100 GMT)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from msgspec.structs import replace

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .clock_times import ClockTime
from .dates import Date
from .plausible_years import plausible_years
from .tense import sentence_span

if TYPE_CHECKING:
    from ...story import Story

LOCAL = "local time"
"""The zone of a time that is told without one, with that of Greenwich in brackets."""
_BRACKET = LazyPattern(r"[ \xa0]?\((?:about |around )?")
_GAP = LazyPattern(r" ?[(/\[] ?| / |, (?:or )?| or | - | — ")


class TimePair(Mention, frozen=True):
    """``first`` and ``second`` are said to be the same moment; ``day`` is the day of it, where that can be known."""

    kind: ClassVar[str] = "time-pair"
    first: Annotated[ClockTime, "The first time."]
    second: Annotated[ClockTime, "What it is said to be elsewhere."]
    day: Annotated[date | None, "The day, where that can be known."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        times = [time for time in story.mentions(ClockTime) if time.possible]
        for first, second in pairwise(times):
            gap = story.text[first.span.end : second.span.start]
            if not first.zone and second.zone.upper() in ("GMT", "UTC") and _BRACKET.fullmatch(gap):
                first = replace(first, zone=LOCAL)
            if not (first.zone and second.zone):
                continue
            if len(gap) < 6 and _GAP.fullmatch(gap) and first.zone.lower() != second.zone.lower():
                whole = Span(first.span.start, second.span.end)
                yield cls(whole, first, second, _day(story, whole))


def _day(story: Story, span: Span) -> date | None:
    """The date in the same sentence, else the day of publication."""
    sentence = sentence_span(story, span)
    for day in story.mentions(Date):
        years = plausible_years(story, day) if sentence.contains(day.span) else ()
        if years and (when := day.in_year(years[0])):
            return when
    return story.published
