"""Times that the story names, as days of the calendar: March 5, last November, in 1983, 17 years ago, on Friday, last week."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.calendar_words import days_in
from ..words.lazy_pattern import LazyPattern
from .dates import Date, PartialDate, Weekday
from .day_words import RelativeDay, RelativePeriod
from .durations import Duration
from .plausible_years import NEAR, last_year, nearest_year, next_year
from .tense import Tense, is_to_come, tense_at
from .years import Year

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Moment")
_LAST = LazyPattern(r"\b(?:[Ll]ast|[Tt]his past|[Pp]revious) \Z")
_OF_LAST_YEAR = LazyPattern(r",? (?:of )?(?P<which>last|this|next) year\b")
_WEEK = 7


class Moment(Mention, frozen=True):
    """A time that is named, from its ``first`` to its ``last`` day; the publication date is the clock.

    What can't be told without that date (a weekday, "last week", a month without a year) is left out of a story without one. A day or
    month without its year is the next one where the sentence speaks of the future, else the last one; near publication the nearest.
    """

    kind: ClassVar[str] = "moment"
    first: Annotated[date, "The first day that may be meant."]
    last: Annotated[date, "The last day that may be meant."]
    form: Annotated[str, "How it is told: date, month, year, weekday, day-word (yesterday), period (last week), ago."]
    dated: Annotated[bool, "Whether its year is written."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        readers = (_dates, _months, _years, _weekdays, _day_words, _periods, _ago)
        every = [moment for read in readers for moment in read(cls, story)]
        end = 0
        for moment in sorted(every, key=lambda one: (one.span.start, -one.span.end)):
            if moment.span.start >= end:
                end = moment.span.end
                yield moment


def _dates(cls: type[M], story: Story) -> Iterator[M]:
    for day in story.mentions(Date):
        if not day.possible or day.order == "either":
            continue
        year = day.year or _year_of(story, day)
        when = day.in_year(year) if year else None
        if when:
            yield cls(day.span, when, when, "date", day.year is not None)


def _year_of(story: Story, day: Date) -> int | None:
    """The year of a day that is written without one."""
    if story.published is None or day.month is None:
        return None
    nearest = nearest_year(day, story.published)
    when = day.in_year(nearest)
    if when and abs(when - story.published) <= NEAR:
        return nearest
    to_come = is_to_come(story, day.span) or tense_at(story, day.span) is Tense.FUTURE
    return next_year(day, story.published) if to_come else last_year(day, story.published)


def _months(cls: type[M], story: Story) -> Iterator[M]:
    published = story.published
    for month in story.mentions(PartialDate):
        span, year = month.span, month.year
        if year is None and published is not None:
            told = _OF_LAST_YEAR.match(story.text, span.end)
            last = _LAST.search(story.text, max(0, span.start - 10), span.start)
            year = published.year - (month.month > published.month)
            if told:
                year = published.year + {"last": -1, "this": 0, "next": 1}[told["which"]]
                span = Span(span.start, told.end())
            elif last:
                year = published.year - (month.month >= published.month)
            elif is_to_come(story, span) or tense_at(story, span) is Tense.FUTURE:
                year = published.year + (month.month < published.month)
        if year is not None and MINYEAR <= year <= MAXYEAR:
            first = date(year, month.month, 1)
            yield cls(span, first, date(year, month.month, days_in(month.month, year)), "month", month.year is not None)


def _years(cls: type[M], story: Story) -> Iterator[M]:
    for year in story.mentions(Year):
        yield cls(year.span, date(year.year, 1, 1), date(year.year, 12, 31), "year", True)


def _weekdays(cls: type[M], story: Story) -> Iterator[M]:
    """The last day of that name up to publication, or the next one."""
    if story.published is None:
        return
    for day in story.mentions(Weekday):
        when = weekday_near(story, day.weekday, day.span)
        if when:
            yield cls(day.span, when, when, "weekday", False)


def weekday_near(story: Story, weekday: int, span: Span) -> date | None:
    """The last day of that name up to publication; the next one where the words around *span* speak of the future."""
    if story.published is None:
        return None
    ahead = (weekday - story.published.weekday()) % _WEEK
    to_come = is_to_come(story, span) or tense_at(story, span) is Tense.FUTURE
    return story.published + timedelta(ahead if to_come or not ahead else ahead - _WEEK)


def _day_words(cls: type[M], story: Story) -> Iterator[M]:
    for word in story.mentions(RelativeDay) if story.published else ():
        when = (story.published or date.min) + timedelta(word.offset)
        yield cls(word.span, when, when, "day-word", False)


def _periods(cls: type[M], story: Story) -> Iterator[M]:
    published = story.published
    for word in story.mentions(RelativePeriod) if published else ():
        if published is None:
            return
        if word.unit == "week":
            first = published + timedelta(_WEEK * word.offset - published.weekday())
            yield cls(word.span, first - timedelta(1), first + timedelta(_WEEK), "period", False)
        elif word.unit == "month":
            year, month = divmod(published.year * 12 + published.month - 1 + word.offset, 12)
            yield cls(
                word.span, date(year, month + 1, 1), date(year, month + 1, days_in(month + 1, year)), "period", False
            )
        else:
            year = published.year + word.offset
            yield cls(word.span, date(year, 1, 1), date(year, 12, 31), "period", False)


def _ago(cls: type[M], story: Story) -> Iterator[M]:
    """So long ago, with one unit more or less; two of a round number."""
    if story.published is None or " ago" not in story.text:
        return
    for length in story.mentions(Duration):
        if not length.ago:
            continue
        slack = 1 + (length.rough or length.round_number)
        if length.unit == "year":
            first = years_from(story.published, -length.amount - slack)
            yield cls(length.span, first, years_from(story.published, -length.amount + slack), "ago", False)
            continue
        days = {"day": 1, "week": _WEEK, "month": 30.44}[length.unit]
        first, last = (
            story.published - timedelta(round(days * amount))
            for amount in (length.amount + slack, length.amount - slack)
        )
        yield cls(length.span, first, last, "ago", False)


def years_from(day: date, years: int) -> date:
    """The same day so many years later; the 28th for Feb. 29, and the calendar's ends where it ends."""
    year = min(max(day.year + years, MINYEAR), MAXYEAR)
    return date(year, day.month, min(day.day, days_in(day.month, year)))


def moments_in(story: Story, span: Span) -> list[Moment]:
    """The times that are named within *span*."""
    moments = story.mentions(Moment)
    at = bisect_left(moments, span.start, key=lambda moment: moment.span.start)
    found = []
    while at < len(moments) and moments[at].span.end <= span.end:
        found.append(moments[at])
        at += 1
    return found
