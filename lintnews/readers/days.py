"""The day in a date or time as files give it."""

from __future__ import annotations

import re
from datetime import date

from ..mentions.words.calendar_words import MONTHS
from ..mentions.words.lazy_pattern import LazyPattern

_ISO = LazyPattern(r"(\d{4})-?(\d\d)-?(\d\d)(?=\D|$|T)")
_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_WORDS = LazyPattern(
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?(?:{_MONTH}\s+(?P<day>\d\d?),?|(?P<day_first>\d\d?)\s+{_MONTH.replace('month', 'month_after')},?)"
    r"\s+(?P<year>\d{4})\b"
)
_ISO_ALONE = LazyPattern(r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
_DATE_WORD = LazyPattern(r"date:?\s+", re.IGNORECASE)


def as_date(value: object) -> date | None:
    """The day in *value*: a date, or a text that begins with one (``2025-03-05T10:00Z``, ``20250305``, ``March 5, 2025``).

    None for anything else. A time keeps the day that it is written with, whatever its zone.
    """
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    text = str(value).strip()
    if match := _ISO.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _WORDS.match(text):
        month = MONTHS.get((match["month"] or match["month_after"]).lower())
        if month:
            return _day(int(match["year"]), month, int(match["day"] or match["day_first"]))
    return None


def only_date(line: str) -> date | None:
    """The day in a line that holds nothing else, but perhaps ``date`` before it; None for other lines."""
    words = _DATE_WORD.sub("", line.strip(), count=1)
    match = _ISO_ALONE.fullmatch(words) or _WORDS.fullmatch(words)
    return as_date(words) if match else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
