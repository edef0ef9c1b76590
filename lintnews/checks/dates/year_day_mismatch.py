"""year-day-mismatch: the day of the year, and the days left, against the date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Edit, Fix, Match
from ...source import Span

if TYPE_CHECKING:
    from ...mentions.dates.year_days import YearDay
    from ...story import Story

_REACH = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class YearDayMismatch(Check):
    """Flags "the 10th day of 2025. There are 350 days left" where the sum, or the date before it, says otherwise."""

    kind: ClassVar[str] = "year-day-mismatch"
    values: ClassVar[tuple[str, ...]] = ("what", "right")

    def matches(self, story: Story) -> Iterator[Match]:
        if " day of " not in story.text:
            return
        from ...mentions.dates.year_days import YearDay

        for counted in story.mentions(YearDay):
            day = _day(story, counted)
            year = counted.year or (day.year if day else None)
            if day and year and day.year == year:
                right = day.timetuple().tm_yday
                if counted.day != right:
                    what = f"{day.strftime('%B')} {day.day} as day of the year"
                    yield _match(counted.span, what, right)
                    continue
            if year and counted.left is not None and counted.left_span is not None:
                right = date(year, 12, 31).timetuple().tm_yday - counted.day
                if counted.left != right:
                    fix = Fix((Edit(counted.left_span, str(right)),))
                    yield _match(counted.left_span, f"The days left after day {counted.day} of {year}", right, fix)


def _day(story: Story, counted: YearDay) -> date | None:
    """The date that stands before it, else the day of publication."""
    from ...mentions.dates.dates import Date

    for written in reversed(story.mentions(Date)):
        if counted.span.start - _REACH <= written.span.start < counted.span.start:
            year = written.year or counted.year or (story.published.year if story.published else None)
            return written.in_year(year) if year else None
    return story.published


def _match(span: Span, what: str, right: int, *fixes: Fix) -> Match:
    return Match(span, values=(("what", what), ("right", str(right))), fixes=fixes)
