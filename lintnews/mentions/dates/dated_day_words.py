"""Day words with a date or a weekday right beside them: yesterday (March 4) · today, Wednesday · last month, in January."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.calendar_words import WEEKDAY
from ..words.lazy_pattern import LazyPattern
from .dated_weekdays import DatedWeekday
from .dates import Date, Weekday
from .day_words import RelativeDay, RelativePeriod

if TYPE_CHECKING:
    from ...story import Story

W = TypeVar("W", bound="DatedDayWord")
_GAP = LazyPattern(rf",? \(?(?:{WEEKDAY}\.?,? )?(?:the )?|, (?:on )?(?:{WEEKDAY}\.?,? )?")
_PERIOD_GAP = LazyPattern(rf",? \(?(?:on )?(?:{WEEKDAY}\.?,? )?|, (?:on )?(?:{WEEKDAY}\.?,? )?")
_WEEKDAY_GAP = LazyPattern(r" \(|, ")
_DIRECTION = LazyPattern(r"\b([Ll]ast|[Nn]ext) $")


class DatedDayWord(Mention, frozen=True):
    """``word`` is the day word; ``date`` or ``weekday`` is what it is said to be.

    Days from the word's own day: ``unit`` "day" and ``offset`` for today and its kin, "week" for last and next week,
    "direction" with -1 for "last Tuesday" and 1 for "next Tuesday".
    """

    kind: ClassVar[str] = "dated-day-word"
    word: Annotated[Span, "The day word: today, tomorrow, next week."]
    unit: Annotated[str, "What the word counts in: day, week, or direction for “last Tuesday” and “next Tuesday”."]
    offset: Annotated[int, "How many of these away it is, before (-) or after; of a direction, only which side."]
    date: Annotated[Date | None, "The date that it is said to be."]
    weekday: Annotated[Weekday | None, "The weekday that it is said to be."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found = [*_days(cls, story), *_weeks(cls, story), *_directions(cls, story)]
        return sorted(found, key=lambda mention: mention.span)


def _days(cls: type[W], story: Story) -> Iterator[W]:
    dates, weekdays = story.mentions(Date), story.mentions(Weekday)
    if not dates and not weekdays:
        return
    for word in story.mentions(RelativeDay):
        day = _behind(story, word.span, dates, _GAP)
        if isinstance(day, Date):
            yield cls(Span(word.span.start, day.span.end), word.span, "day", word.offset, day, None)
            continue
        weekday = _behind(story, word.span, weekdays, _WEEKDAY_GAP)
        end = weekday.span.end if weekday else 0
        if isinstance(weekday, Weekday) and story.text[end : end + 1] in (")", ",", "."):
            yield cls(Span(word.span.start, end), word.span, "day", word.offset, None, weekday)


def _weeks(cls: type[W], story: Story) -> Iterator[W]:
    dates = story.mentions(Date)
    for word in story.mentions(RelativePeriod) if dates else ():
        day = _behind(story, word.span, dates, _PERIOD_GAP)
        if isinstance(day, Date) and word.unit == "week":
            yield cls(Span(word.span.start, day.span.end), word.span, "week", word.offset, day, None)


def _directions(cls: type[W], story: Story) -> Iterator[W]:
    for pair in story.mentions(DatedWeekday):
        start = pair.span.start
        before = _DIRECTION.search(story.text, max(0, start - 6), start)
        if before and pair.weekday.span.start == start:
            word = Span(before.start(1), pair.weekday.span.end)
            offset = -1 if before[1].lower() == "last" else 1
            yield cls(Span(word.start, pair.span.end), word, "direction", offset, pair.date, None)


def _behind(story: Story, word: Span, mentions: Iterable[Date | Weekday], gap: LazyPattern) -> Date | Weekday | None:
    """The mention right behind *word*."""
    for mention in mentions:
        if word.end < mention.span.start <= word.end + 24 and gap.fullmatch(story.text, word.end, mention.span.start):
            return mention
    return None
