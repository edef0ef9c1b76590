"""Ranges of dates."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...source import Span
from ..words.calendar_words import WEEKDAY
from ..words.lazy_pattern import LazyPattern
from .date_grammar import SPACE
from .dates import Date, dates_and_weekdays

if TYPE_CHECKING:
    from ...story import Story

_GAP = LazyPattern(
    rf",?(?:(?:{SPACE})?[-–—](?:{SPACE})?|{SPACE}(?:to|through|thru|until|till){SPACE})(?:the{SPACE})?(?:{WEEKDAY}\.?,?{SPACE}(?:the{SPACE})?)?"
)


class DateRange(Mention, frozen=True):
    """Two dates with "to", "through" or a dash between."""

    kind: ClassVar[str] = "date-range"
    start: Annotated[Date, "The first day."]
    end: Annotated[Date, "The last day."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        groups = [tuple(d for d in group if isinstance(d, Date) and d.month) for group in dates_and_weekdays(story)]
        groups = [group for group in groups if group]
        for group in groups:
            if len(group) == 2 and _GAP.fullmatch(story.text, group[0].day_span.end, group[1].day_span.start):
                yield cls(Span(group[0].span.start, group[1].span.end), *group)
        for left, right in pairwise(groups):
            if joins_range(story.text, left[-1], right[0]):
                yield cls(Span(left[-1].span.start, right[0].span.end), left[-1], right[0])


def joins_range(text: str, first: Date, last: Date) -> bool:
    """Whether the words between two dates make a range of them."""
    return last.span.start - first.span.end < 40 and bool(_GAP.fullmatch(text, first.span.end, last.span.start))
