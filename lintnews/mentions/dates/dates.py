"""Dates, partial dates and weekdays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...source import Span
from ..words.calendar_words import days_in
from .date_forms import DATE_PARTS, MONTH_PARTS, date_parts
from .date_grammar import DateWords, DayWord, read_date_words

if TYPE_CHECKING:
    from ...story import Story


class Date(Mention, frozen=True):
    """A day of a month, maybe of a year, as written: maybe an impossible one.

    ``month`` is None for "the 5th". ``order`` is how it is written: ``mdy``, ``dmy``, ``iso``, or ``either`` for
    5/3/2025 where nothing tells which is the month (it is then read month first).
    """

    kind: ClassVar[str] = "date"
    year: Annotated[int | None, "The year; nothing where none is written."]
    month: Annotated[int | None, "The month, 1 to 12; nothing for “the 5th”."]
    day: Annotated[int, "The day of the month, as written."]
    order: Annotated[
        str, "How it is written: mdy, dmy, iso, or either for 5/3/2025 where nothing tells which is the month."
    ]
    day_span: Annotated[Span, "The day's figure."]
    month_span: Annotated[Span | None, "The month's word or figure."]
    year_span: Annotated[Span | None, "The year's figure."]

    part_names: ClassVar[Mapping[str, str]] = DATE_PARTS

    def parts_in(self, story: Story) -> Mapping[str, str | None]:
        return date_parts(self.day, self.month, self.year)

    @property
    def possible(self) -> bool:
        """Whether such a day exists (in the year, if one is given)."""
        return 1 <= self.day <= (days_in(self.month, self.year) if self.month else 31)

    @property
    def value(self) -> date | None:
        """The day that this is; None without a year or for an impossible or ambiguous date."""
        if self.year is None or self.month is None or not self.possible or self.order == "either":
            return None
        return date(self.year, self.month, self.day)

    def in_year(self, year: int) -> date | None:
        """This day in *year*; None if there is none."""
        if self.month is None or not MINYEAR <= year <= MAXYEAR or not 1 <= self.day <= days_in(self.month, year):
            return None
        return date(year, self.month, self.day)

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        return (m for group in dates_and_weekdays(story) for m in group if isinstance(m, cls) and m.month)


class PartialDate(Mention, frozen=True):
    """A month without a day, with or without a year."""

    kind: ClassVar[str] = "partial-date"
    year: Annotated[int | None, "The year; nothing where none is written."]
    month: Annotated[int, "The month, 1 to 12."]
    month_span: Annotated[Span, "The month's word."]
    year_span: Annotated[Span | None, "The year's figure."]

    part_names: ClassVar[Mapping[str, str]] = MONTH_PARTS

    def parts_in(self, story: Story) -> Mapping[str, str | None]:
        return date_parts(None, self.month, self.year)

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        return (mention for group in dates_and_weekdays(story) for mention in group if isinstance(mention, cls))


class Weekday(Mention, frozen=True):
    """A weekday: 0 for Monday to 6 for Sunday."""

    kind: ClassVar[str] = "weekday"
    weekday: Annotated[int, "0 for Monday to 6 for Sunday."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        return (mention for group in dates_and_weekdays(story) for mention in group if isinstance(mention, cls))


Group = tuple[Date | PartialDate | Weekday, ...]


def dates_and_weekdays(story: Story) -> tuple[Group, ...]:
    """What the date grammar reads in the story, in text order; the days of "March 8 and 9" are one group."""
    groups: tuple[Group, ...] = story.once(_groups)
    return groups


def _groups(story: Story) -> Iterator[Group]:
    for words in read_date_words(story.text, story.house.date_order):
        if isinstance(words, DayWord):
            yield (Weekday(words.span, words.weekday),)
        elif words.days:
            yield tuple(_dates(words))
        elif words.month is not None and words.month_span is not None:
            yield (PartialDate(words.span, words.year, words.month, words.month_span, words.year_span),)


def _dates(words: DateWords) -> Iterator[Date]:
    for number, (day, span) in enumerate(words.days):
        whole = words.span if len(words.days) == 1 else _part(words, number)
        yield Date(whole, words.year, words.month, day, words.order, span, words.month_span, words.year_span)


def _part(words: DateWords, number: int) -> Span:
    """The span of one of several days, with the month where it touches."""
    span = words.days[number][1]
    start = words.span.start if number == 0 else span.start
    return Span(start, words.span.end if number == len(words.days) - 1 else span.end)
