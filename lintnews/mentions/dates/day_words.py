"""Words that name a time by the day of publication: today, yesterday, last week, next year."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story

OFFSETS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
"""Day words in small letters, and how many days away each is from the day on which it is said."""
_DAY = LazyPattern(r"(?:today|tonight|tomorrow|yesterday|Today|Tonight|Tomorrow|Yesterday)\b(?!['’]s\b)")
_PERIOD = LazyPattern(r"(?:last|next|this|Last|Next|This) (week|month|year)\b(?!['’]s\b)")


class RelativeDay(Mention, frozen=True):
    """``offset`` is the distance in days from the day on which it is said."""

    kind: ClassVar[str] = "relative-day"
    offset: Annotated[int, "How many days away it is from the day on which it is said; -1 for yesterday."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for match in _DAY.finditer(story.text):
            yield cls(Span(*match.span()), OFFSETS[match.group().lower()])


class RelativePeriod(Mention, frozen=True):
    """The week, month or year that is ``offset`` away from the one in which it is said."""

    kind: ClassVar[str] = "relative-period"
    unit: Annotated[str, "week, month or year."]
    offset: Annotated[int, "How many of these away it is; -1 for last week."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for match in _PERIOD.finditer(story.text):
            offset = {"last": -1, "this": 0, "next": 1}[match.group()[:4].lower()]
            yield cls(Span(*match.span()), match[1], offset)
