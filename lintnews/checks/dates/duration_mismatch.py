"""duration-mismatch: a range of dates or years, and a duration beside it that doesn't fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...match import Match, Note
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span
from ..judge import Chosen, Judge, Verdict

if TYPE_CHECKING:
    from ...mentions.dates.date_ranges import DateRange
    from ...mentions.dates.durations import Duration
    from ...story import Story

_BESIDE = LazyPattern(
    r",? (?:\(|for |a (?:period|span|total) of |or |that is )?(?:a |the )?|, (?:all )?(?:the )?|[—–-] ?"
)
_OF_RANGE = LazyPattern(
    r" [a-z]+(?: [a-z]+)?(?:, which|, (?=from )| that)?(?: (?:runs|ran|will run|is to run|lasts|lasted|will last|takes place|took place|will take "
    r"place|is scheduled|was held|will be held))?,? (?:from )?"
)
"""What may stand between "a 10-day" and its range: festival runs from."""
_NEARBY = 24
_AHEAD = 60


class DurationJudge(Judge):
    """A number of years beside a range of years, or of days beside a range of days, that is off by two or more.

    A range may be counted with or without its ends, so a difference of one is let pass.
    """

    values: ClassVar[tuple[str, ...]] = ("range", "length")

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        from ...mentions.dates.durations import Duration

        durations = [
            d
            for d in chosen(Duration)
            if not d.rough and not d.ago and not story.words(d.span).startswith(("a ", "an "))
        ]
        if not durations:
            return
        from ...mentions.dates.date_ranges import DateRange
        from ...mentions.dates.years import YearRange

        for years in story.mentions(YearRange):
            if years.end > years.start:
                yield from _against(story, durations, years.span, years.end - years.start, "year")
        for dates in story.mentions(DateRange):
            days = _days(dates)
            if days is not None:
                yield from _against(story, durations, dates.span, days, "day")


def _days(dates: DateRange) -> int | None:
    """Days from the first to the last; None where a year is needed."""
    start, end = dates.start, dates.end
    year = start.year or end.year
    if year is None:
        same = start.month == end.month and start.month is not None
        return end.day - start.day if same and end.day > start.day else None
    first, last = start.in_year(start.year or year), end.in_year(end.year or year)
    return (last - first).days if first and last and last > first else None


def _against(story: Story, durations: list[Duration], span: Span, length: int, unit: str) -> Iterator[Verdict]:
    for duration in durations:
        if duration.unit != unit or abs(duration.amount - length) < 2:
            continue
        if span.end <= duration.span.start <= span.end + _NEARBY:
            beside = _BESIDE.fullmatch(story.text, span.end, duration.span.start) and _ends_there(story, duration)
        else:
            beside = _ahead_of(story.text, duration, span)
        if beside:
            values = (("range", story.words(span)), ("length", f"{length} {unit}s"))
            yield Verdict(duration, Match(duration.span, values, notes=(Note("The range", span),)))


def _ahead_of(text: str, duration: Duration, span: Span) -> bool:
    """Whether "four years from 2015 to 2021", "the 10-day fair runs from March 3 to March 8" is said."""
    if not 0 < span.start - duration.span.end <= _AHEAD:
        return False
    gap = text[duration.span.end : span.start]
    if duration.compound:
        return bool(_OF_RANGE.fullmatch(gap)) and "from" in gap
    begins_with_from = text.startswith("from ", span.start)
    return gap in (" from ", ", from ") or (begins_with_from and gap in (" ", ", "))


def _ends_there(story: Story, duration: Duration) -> bool:
    """Whether the duration stands by itself: "four years later", "four years in prison" say something else."""
    if duration.compound:
        return False
    return story.text[duration.span.end : duration.span.end + 1] in ("", ",", ".", ";", ")", "\n")
