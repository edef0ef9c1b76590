"""Numbers that measure nothing: years, dates, times, ages, labels."""

from __future__ import annotations

import re
from typing import Protocol

from ..words.calendar_words import MONTH_BEGINS
from ..words.lazy_pattern import LazyPattern

_MONTH_BEFORE = LazyPattern(rf"(?:(?:{MONTH_BEGINS})[a-z]*\.?|\bmid|{MONTH_BEGINS.lower()}[a-z]*)[ \n]\Z")
_MONTH_AFTER = LazyPattern(rf"(?:st|nd|rd|th)?(?: of)?[ \n,-](?:{MONTH_BEGINS})[a-z]*\b")
_TIME_AFTER = LazyPattern(
    r":\d\d|[ \n]?(?:am|pm|a\.m|p\.m|GMT|BST|EST|EDT|PST|CET|UTC|hrs|o'clock|o’clock)\b|(?:st|nd|rd|th|s)\b|'s\b|’s\b"
    r"|[-–]years?[- ]old|[ \n]years? old|[-–]\d|[xX]\d|/\d|[-–](?:man|inch|page|party|way|strong|bit|under|time|day|star|yard)\b",
)
_WRITTEN_AFTER = LazyPattern(r"[-–][a-z]|[ \n](?:o'clock|o’clock|years? old|pm|am|a\.m|p\.m)\b")
_AGE = LazyPattern(r"(?:(?<!\w)[A-Z][\w’'.)-]*,|[a-rt-z’'.)],|\baged|\bage(?: of)?)[ \n]\Z")
_LABEL = LazyPattern(
    r"(?:^|[ \n(])(?:No|Nos|no|number|numbers|section|article|page|pages|chapter|flight|route|channel|phase|level|part|grade|class|"
    r"room|formula|version|type|resolution|act|division|league|group|stage|round|week|day|game|set|lap|hole|seed|under|rule|"
    r"paragraph|clause|item|line|world|seeds|seeded|ranked|top|final|last|first|past|next|sub)\.?[ \n]\Z"
)
_CAPITALISED = LazyPattern(r"(?:^|[ \n(“\"])([A-Z][\w&.’'-]*)[ \n]\Z")
_NOT_NAMES = frozenset(
    [
        "In",
        "On",
        "At",
        "The",
        "A",
        "An",
        "And",
        "But",
        "Of",
        "For",
        "From",
        "To",
        "By",
        "With",
        "As",
        "All",
        "Only",
        "Just",
        "Some",
        "About",
        "Nearly",
        "Almost",
        "Over",
        "Another",
        "These",
        "Those",
        "There",
        "Its",
        "Their",
        "His",
        "Her",
        "Our",
        "Between",
        "Among",
        "Around",
        "More",
        "At",
        "Up",
        "Last",
        "First",
        "Net",
        "Revs",
        "Shr",
        "Sales",
        "Avg",
    ]
)
_RANGE_BLOCK = LazyPattern(
    r"(?:\bfrom|\brose|\bfell|\bgained|\blost|\bup|\bdown|\bdropped|\bgrew|\bincreased|\bby|\bvoted|\bvote of|\bbeat|\bwon)[ \n]\Z",
    re.IGNORECASE,
)
_BETWEEN = LazyPattern(r"\bbetween[ \n](?:about )?\Z", re.IGNORECASE)


class _Numeral(Protocol):
    @property
    def value(self) -> float: ...
    @property
    def end(self) -> int: ...
    @property
    def written(self) -> bool: ...


def is_time_or_date(text: str, start: int, end: int, written: bool) -> bool:
    """Whether the bare number is part of a date, a time, an age, an ordinal or a score."""
    if written:
        return _WRITTEN_AFTER.match(text, end) is not None or _MONTH_AFTER.match(text, end) is not None
    digits = text[start:end]
    if len(digits) == 4 and digits.isdigit() and digits[0] in "12" and "1500" <= digits <= "2099":
        return True
    if _TIME_AFTER.match(text, end) and not _is_range(text, end):
        return True
    return (
        (len(digits) <= 2 and (_MONTH_AFTER.match(text, end) is not None))
        or (len(digits) <= 2 and _MONTH_BEFORE.search(text, max(0, start - 12), start) is not None)
        or (
            digits.isdigit()
            and int(digits) <= 120
            and text[end : end + 1] in (",", ".", ")", ";")
            and _AGE.search(text, max(0, start - 16), start) is not None
        )
    )


_UNITED = LazyPattern(
    r"[-–]\d[\d.,]*[ \n-]?(?:%|pct|per ?cent|percent|mln|million|billion|bn|m\b|people|miles|km|feet|dlrs|[a-z]{4,}s\b)"
)


def _is_range(text: str, end: int) -> bool:
    return _UNITED.match(text, end) is not None


def is_label(text: str, start: int, number: _Numeral, noun: str) -> bool:
    """Whether the bare count is a label ("Section 4", "number 10", "Windows 95")."""
    if noun and number.value > 1 and not _LABEL.search(text, max(0, start - 12), start):
        return False
    if _LABEL.search(text, max(0, start - 12), start):
        return not (noun and number.value > 1)
    if number.written or noun:
        return False
    before = _CAPITALISED.search(text, max(0, start - 24), start)
    return before is not None and before[1] not in _NOT_NAMES and not before[1].endswith(("'s", "’s"))


def is_range_start(text: str, start: int, link: str) -> bool:
    """Whether the number at *start*, with *link* behind it, opens a range rather than a change, a vote or a list."""
    between = _BETWEEN.search(text, max(0, start - 16), start) is not None
    if " and " in link:
        return between
    return between or _RANGE_BLOCK.search(text, max(0, start - 12), start) is None
