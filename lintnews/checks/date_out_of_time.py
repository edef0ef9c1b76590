"""date-out-of-time: what is told as done lies ahead, or what is told as to come is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from ..check import Check, option
from ..finding import Match, Severity
from ..layers.calendar_cues import may_hold_date
from ..layers.calendar_words import MONTH_NAMES

if TYPE_CHECKING:
    from ..layers.dates import Date
    from ..story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class DateOutOfTime(Check):
    """Flags an event told in the past tense with a date after publication, or in the future tense with one before.

    A date without a year counts only if it lies within ``nearby`` days of publication.
    """

    kind: ClassVar[str] = "date-out-of-time"
    values: ClassVar[tuple[str, ...]] = ("date", "told", "side", "published")
    nearby: int = option("How many days from publication a date without a year is taken to be of the same time.", 14)
    surely: int = option("The same for a date whose weekday is right in this year alone.", 120)

    def matches(self, story: Story) -> Iterator[Match]:
        if story.published is None or not may_hold_date(story.text):
            return
        from ..layers.tense import Tense
        from ..layers.told_events import ToldEvent

        last = max(story.published, story.updated or story.published)
        for event in story.mentions(ToldEvent):
            day = self._day(story, event.date, story.published)
            if day is None:
                continue
            ahead = event.tense is Tense.PAST and day > last + timedelta(1)
            over = event.tense is Tense.FUTURE and day < story.published - timedelta(1)
            if ahead or over:
                yield Match(
                    event.span,
                    values=(
                        ("date", f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"),
                        ("told", "past" if ahead else "to come"),
                        ("side", "after" if ahead else "before"),
                        ("published", f"{MONTH_NAMES[last.month - 1]} {last.day}, {last.year}"),
                    ),
                    severity=None if event.date.year else Severity.WARNING,
                )

    def _day(self, story: Story, written: Date, published: date) -> date | None:
        from ..layers.plausible_years import named_years, nearest_year

        if written.year is not None:
            return written.value
        if named_years(story, written):
            return None
        year = nearest_year(written, published)
        day = written.in_year(year)
        near = self.surely if _weekday_says(story, written, year) else self.nearby
        return day if day and abs((day - published).days) <= near else None


def _weekday_says(story: Story, written: Date, year: int) -> bool:
    """Whether a weekday beside the date is right in *year*, and in neither of the years around it."""
    from ..layers.dated_weekdays import DatedWeekday

    weekday = next((p.weekday.weekday for p in story.mentions(DatedWeekday) if p.date.span == written.span), None)
    days = [written.in_year(year + by) for by in (-1, 0, 1)]
    return [day is not None and day.weekday() == weekday for day in days] == [False, True, False]
