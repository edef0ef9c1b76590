"""date-out-of-time: what is told as done lies ahead, or what is told as to come is over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from ...match import Case, Certainty, Match
from ...mentions.words.calendar_words import MONTH_NAMES, days_in
from ..judge import Chosen, Judge, Verdict

if TYPE_CHECKING:
    from ...mentions.dates.dates import Date
    from ...mentions.dates.told_events import ToldEvent
    from ...story import Story

_REACH = 20
"""A month or year further away than so many years is of no plan and no slip of the keys."""
_NEARBY = 14
"""How many days from publication a date without a year is taken to be of the same time."""
_SURELY = 120
"""The same for a date whose weekday is right in this year alone."""


class ToldEventJudge(Judge):
    """An event told in the past tense with a date after publication, or in the future tense with one before.

    A date without a year counts only if it lies near publication.
    """

    values: ClassVar[tuple[str, ...]] = ("when", "published")
    cases: ClassVar[Mapping[str, Case]] = {
        "ahead": Case("It is told as done and lies ahead."),
        "over": Case("It is told as still to come and is over."),
    }

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        if story.published is None:
            return
        from ...mentions.dates.tense import Tense
        from ...mentions.dates.told_events import ToldEvent

        last = max(story.published, story.updated or story.published)
        for event in chosen(ToldEvent):
            days = self._days(story, event, story.published)
            if days is None:
                continue
            first, latest, named = days
            slack = timedelta(event.date is not None)
            ahead = event.tense is Tense.PAST and first > last + slack
            over = event.tense is Tense.FUTURE and latest < story.published - slack
            if ahead or over:
                match = Match(
                    event.span,
                    values=(("when", named), ("published", _named(last))),
                    certainty=Certainty.CERTAIN if event.year else Certainty.LIKELY,
                    case="ahead" if ahead else "over",
                )
                yield Verdict(event, match)

    def _days(self, story: Story, event: ToldEvent, published: date) -> tuple[date, date, str] | None:
        """The first and the last day that the event may mean, and how to name its time."""
        if event.date is not None:
            day = self._day(story, event.date, published)
            return (day, day, _named(day)) if day else None
        if event.year is None or abs(event.year - published.year) > _REACH:
            return None
        month = event.month
        first = date(event.year, month or 1, 1)
        latest = date(event.year, month or 12, days_in(month or 12, event.year))
        return first, latest, f"{MONTH_NAMES[month - 1]} {event.year}" if month else str(event.year)

    def _day(self, story: Story, written: Date, published: date) -> date | None:
        from ...mentions.dates.plausible_years import named_years, nearest_year

        if written.year is not None:
            return written.value
        if named_years(story, written):
            return None
        year = nearest_year(written, published)
        day = written.in_year(year)
        near = _SURELY if _weekday_says(story, written, year) else _NEARBY
        return day if day and abs((day - published).days) <= near else None


def _named(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"


def _weekday_says(story: Story, written: Date, year: int) -> bool:
    """Whether a weekday beside the date is right in *year*, and in neither of the years around it."""
    from ...mentions.dates.dated_weekdays import DatedWeekday

    weekday = next((p.weekday.weekday for p in story.mentions(DatedWeekday) if p.date.span == written.span), None)
    days = [written.in_year(year + by) for by in (-1, 0, 1)]
    return [day is not None and day.weekday() == weekday for day in days] == [False, True, False]
