"""The day of the year, as almanacs tell it: the 64th day of 2025. There are 301 days left in the year."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story

_ORDINAL = LazyPattern(r"\b(\d{1,3})(?:st|nd|rd|th) day of (?:the year\b|((?:1[89]|20)\d\d)\b)")
_LEFT = LazyPattern(r"\b(\d{1,3}) days? (?:are )?(?:left|remaining|remain)\b(?: in (?:the year|(?:1[89]|20)\d\d))?")
_REACH = 120


class YearDay(Mention, frozen=True):
    """``day`` counts from 1; ``left`` is how many days are said to be left, with its own span."""

    kind: ClassVar[str] = "year-day"
    day: Annotated[int, "The number of the day, from 1."]
    year: Annotated[int | None, "The year; nothing where none is written."]
    left: Annotated[int | None, "How many days are said to be left."]
    left_span: Annotated[Span | None, "Where that is said."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        for match in _ORDINAL.finditer(text) if " day of " in text else ():
            left = _LEFT.search(text, match.end(), match.end() + _REACH)
            yield cls(
                Span(*match.span()),
                int(match[1]),
                int(match[2]) if match[2] else None,
                int(left[1]) if left else None,
                Span(*left.span(1)) if left else None,
            )
