"""impossible-date: a day that the calendar doesn't have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Edit, Fix, Match
from ...mentions.dates.calendar_cues import may_hold_date
from ...mentions.dates.calendar_words import MONTH_NAMES, days_in

if TYPE_CHECKING:
    from ...mentions.dates.dates import Date
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpossibleDate(Check):
    """Flags a day that its month never has, and Feb. 29 where no plausible year is a leap year."""

    kind: ClassVar[str] = "impossible-date"
    values: ClassVar[tuple[str, ...]] = ("reason",)

    def matches(self, story: Story) -> Iterator[Match]:
        if not may_hold_date(story.text):
            return
        from ...mentions.dates.dates import Date

        for day in story.mentions(Date):
            reason = _reason(story, day)
            if reason:
                yield Match(day.span, values=(("reason", reason),), fixes=tuple(_fixes(day)))


def _reason(story: Story, day: Date) -> str:
    if day.month is None:
        return ""
    name = MONTH_NAMES[day.month - 1]
    if day.month == 2 and day.day == 29:
        from ...mentions.dates.plausible_years import plausible_years

        years = plausible_years(story, day)
        if not years or any(days_in(2, year) == 29 for year in years):
            return ""
        return (
            f"February {years[0]} had 28 days" if day.year or len(years) == 1 else "none of these years is a leap year"
        )
    if 1 <= day.day <= days_in(day.month):
        return ""
    return f"{name} has {days_in(day.month)} days" if day.day else f"{name} begins with 1"


def _fixes(day: Date) -> Iterator[Fix]:
    if day.month and day.day > days_in(day.month, day.year):
        last = days_in(day.month, day.year if day.year else None)
        if day.month != 2 or day.year:
            yield Fix((Edit(day.day_span, str(last)),))
