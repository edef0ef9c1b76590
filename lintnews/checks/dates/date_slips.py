"""Misspelled months and weekdays in running copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...mentions.datelines.opening import datelines
from ...mentions.dates.date_grammar import SPACE
from ...mentions.dates.misspellings import month_meant, weekday_meant
from ...mentions.words.calendar_words import MONTHS, WEEKDAYS
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story

_BEFORE_DAY = LazyPattern(
    rf"([JFMASONDNKBVXZ][A-Za-z]{{2,9}})\.?{SPACE}\d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?=[,.;)]|,?{SPACE}\d{{4}}\b|\s(?:at|in|to|and|by|for|from|the|after)\b|$)"
)
_BEFORE_YEAR = LazyPattern(rf"([A-Z][a-z]{{3,9}}),?{SPACE}(?:1[89]|20)\d\d\b")
_LEADS_IN = LazyPattern(
    rf"\b(?:in|since|until|by|last|next|early|late|of|from|to|during|\d{{1,2}}(?:st|nd|rd|th)?){SPACE}\Z", re.IGNORECASE
)
_WEEKDAY_SHAPE = LazyPattern(r"[A-Z][a-z]{3,8}(?:ay|dy|da|ya|yd|ys|ey|at|sy)\b")


class DateSlip(Mention, frozen=True):
    """A word that stands where a month or weekday does, and is one slip away from it; those of datelines are left out."""

    kind: ClassVar[str] = "date-slip"
    meant: Annotated[str, "The month or weekday that is meant."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        slips = dict([*_months(story.text), *_weekdays(story.text)])
        of_datelines = [dateline.month for dateline in datelines(story) if dateline.month] if slips else []
        for span in sorted(slips):
            if not any(month.overlaps(span) for month in of_datelines):
                yield cls(span, slips[span])


def _months(text: str) -> Iterator[tuple[Span, str]]:
    for match in _BEFORE_DAY.finditer(text):
        yield from _slip(text, match)
    for match in _BEFORE_YEAR.finditer(text):
        if _LEADS_IN.search(text, max(0, match.start() - 8), match.start()):
            yield from _slip(text, match)


def _slip(text: str, match: re.Match[str]) -> Iterator[tuple[Span, str]]:
    word, (start, end) = match[1], match.span(1)
    if start and text[start - 1].isalnum():
        return
    if word.lower() in MONTHS:
        if not (word.istitle() or word.isupper()):
            yield Span(start, end), word.capitalize()
    elif not word.isupper() and (meant := month_meant(word)) and not _common(word, match.group()):
        yield Span(start, end), meant


def _common(word: str, around: str) -> bool:
    """Whether *word* is a word of its own that needs a year beside it to be taken for a month."""
    return word.lower() in ("mach", "marc") and not re.search(r"(?:1[89]|20)\d\d", around)


def _weekdays(text: str) -> Iterator[tuple[Span, str]]:
    for match in _WEEKDAY_SHAPE.finditer(text):
        word = match.group()
        start = match.start()
        if start and text[start - 1].isalnum():
            continue
        if word.lower() not in WEEKDAYS and (meant := weekday_meant(word)):
            yield Span(*match.span()), meant
