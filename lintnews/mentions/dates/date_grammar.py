"""The grammar of dates: finds the words of dates and weekdays, with the span of each part.

Months and weekdays are the anchors; what stands before and after each is read from there, so that text without them
costs one scan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...record import Record
from ...source import Span
from ..words.calendar_words import BLANK, CALENDAR_STEMS, MONTH_OR_WEEKDAY, MONTHS, WEEKDAYS
from ..words.lazy_pattern import LazyPattern

SPACE = rf"[{BLANK}\n][{BLANK}]?"
_ANCHOR = LazyPattern(rf"{MONTH_OR_WEEKDAY}(?![A-Za-z0-9_])")
_SUFFIX = r"(?:(st|nd|rd|th)\b)?"
_UNIT = (
    rf"(?!(?:{SPACE})?(?:%|percent|per{SPACE}cent|pct|mln|bln|million|billion|trillion|cents?|dlrs?|dollars|euros|pounds|points?|"
    r"years?|months?|weeks?|days|hours?|minutes?|seconds?|miles?|km|people|tonnes|tons|times|degrees?|basis|others|more)\b)"
)
_DAY_END = rf"(?![\w%]|[.,:/’']\d|[-–](?![JFMASOND])[A-Za-z]){_UNIT}"
_DAY_AFTER = LazyPattern(rf"\.?{SPACE}(?:the{SPACE})?(\d{{1,3}}){_SUFFIX}{_DAY_END}")
_DAY_BEFORE = LazyPattern(
    rf"(?:(?<![\w.,:/$£€#+-])|(?<=\d[-–])|(?<=(?:st|nd|rd|th)[-–]))(\d{{1,3}}){_SUFFIX}(?:{SPACE}of)?{SPACE}\Z"
)
_JOIN = rf"(?:(?:{SPACE})?[-–—](?:{SPACE})?|{SPACE}(?:to|through|thru|until|till|and|&|or){SPACE})"
_MORE_AFTER = LazyPattern(rf"(?:,{SPACE}\d{{1,2}}(?!\d))*,?({_JOIN})(?:the{SPACE})?(\d{{1,2}}){_SUFFIX}{_DAY_END}")
_MORE_BEFORE = LazyPattern(
    rf"(?<![\w.,:/$£€#+-])((?:\d{{1,2}}{_SUFFIX},{SPACE})*\d{{1,2}}{_SUFFIX},?)({_JOIN})(?:the{SPACE})?\Z"
)
_NUMBER = LazyPattern(r"\d+")
_YEAR = LazyPattern(
    rf"(?:,?{SPACE}(\d{{4}})|,?{SPACE}['’](\d\d))(?![\w%]|[.,:/]\d|-[A-Za-z])"
    rf"(?!{SPACE}(?:GMT|hours|hrs|local|UTC|people|[ECMP][SD]?T\b))"
)
_YEAR_ALONE = LazyPattern(rf"(?:\.?,?|\.?{SPACE}of){SPACE}(\d{{4}})(?![\w%]|[.,:/]\d|-[A-Za-z])")
_FIGURES = LazyPattern(r"\d[./-]\d\d?[./-]\d")
_ISO = LazyPattern(r"(?<![\w./-])([12]\d{3})([-/])(\d{1,2})\2(\d{1,2})(?![\w/-])")
_NUMERIC = LazyPattern(r"(?<![\w./,$£€-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d(?<!\.\d\d))(?![\w/%-]|\.\d)")
_ORDINAL_DAY = LazyPattern(rf"(?<!\w)[Tt]he{SPACE}(\d{{1,2}})(st|nd|rd|th)(?!\w|{SPACE}[A-Za-z0-9])")
_BEFORE_DAY_NAME_TEXT = "on by since until till from through next last this every late early before after"
_BEFORE_DAY_NAME = frozenset(_BEFORE_DAY_NAME_TEXT.split())
_DAY_IS_NEXT = LazyPattern(
    rf"(?:^|\b(?:on|until|till|by|from|since|before|after|dated|[MTWFS][a-z]{{2,8}}),?{SPACE})\Z"
)
_DAY_IS_OVER = LazyPattern(rf"[.,;:)]|$|{SPACE}(?:at|in|on|to|and|by|for|from|when|after|before|until)\b")


class DayWord(Record, frozen=True):
    """A weekday: 0 for Monday to 6 for Sunday."""

    span: Span
    weekday: int


class DateWords(Record, frozen=True):
    """The words of one date, or of several days of one month.

    ``days`` are numbers as written with their spans, maybe impossible ones; empty for a month alone. ``month`` is None
    for "the 5th". ``join`` says how two or more days hang together: "to", "and", or nothing. ``order`` is ``mdy``,
    ``dmy``, ``iso``, or ``either`` for 5/3/2025 where nothing tells which is the month.
    """

    span: Span
    days: tuple[tuple[int, Span], ...]
    month: int | None
    month_span: Span | None
    year: int | None
    year_span: Span | None
    order: str = "mdy"
    join: str = ""


def read_date_words(text: str, numeric_order: str = "") -> list[DayWord | DateWords]:
    """All weekdays and dates in *text*, in text order, none overlapping.

    *numeric_order* is ``mdy`` or ``dmy`` where a house has one way to write 5/3/2025.
    """
    found: list[DayWord | DateWords] = []
    if not any(stem in text for stem in CALENDAR_STEMS) and not _FIGURES.search(text):
        return found
    last = 0
    for anchor in _ANCHOR.finditer(text):
        start = anchor.start()
        if start < last or (start and (text[start - 1].isalnum() or text[start - 1] in "_@#/&")):
            continue
        word = anchor.group().lower()
        if word in MONTHS:
            words = _around_month(text, anchor, last)
            if words is None:
                continue
            found.append(words)
            last = words.span.end
        else:
            day = _day_word(text, anchor)
            if day is not None:
                found.append(day)
                last = day.span.end
    taken = [words.span for words in found]
    extra: list[DayWord | DateWords] = []
    if _FIGURES.search(text):
        extra += [*_iso(text), *_numeric(text, numeric_order)]
    if taken and "the " in text:
        extra += _ordinal_days(text, found)
    if extra:
        found += [words for words in extra if not any(words.span.overlaps(span) for span in taken)]
        found.sort(key=lambda words: words.span)
    return found


def _day_word(text: str, anchor: re.Match[str]) -> DayWord | None:
    word = anchor.group()
    start, end = anchor.span()
    point = text[end : end + 1] == "." and not word.endswith("day")
    if word == "Sun" and not (point and _stands_alone(text, start)):
        return None
    if word in ("Sat", "Mon", "Wed", "Fri", "Tue", "Thu") and not point and text[end : end + 1] not in (",", " ", "-"):
        return None
    return DayWord(Span(start, end + point), WEEKDAYS[word.lower()])


def _stands_alone(text: str, start: int) -> bool:
    """Whether no name runs into the word at *start*: the Edmonton Sun is no day."""
    before = text[max(0, start - 24) : start].split()
    if not before:
        return True
    word = before[-1]
    if word.lower() in _BEFORE_DAY_NAME:
        return True
    return word.lower() != "the" and (not word[:1].isupper() or word.rstrip(".,-–&").lower() in WEEKDAYS)


def _around_month(text: str, anchor: re.Match[str], floor: int) -> DateWords | None:
    word, (start, end) = anchor.group(), anchor.span()
    month = MONTHS[word.lower()]
    month_end = end + (text[end : end + 1] == "." and len(word) <= 4 and word not in ("May", "June", "July"))
    month_span = Span(start, month_end)
    after = _DAY_AFTER.match(text, end)
    before = _DAY_BEFORE.search(text, max(floor, start - 12), start)
    if before and (int(before[1]) > 31 and before[2] is None):
        before = None
    year_of_before = _YEAR.match(text, month_end) if before else None
    if before and (after is None or year_of_before or not _YEAR.match(text, after.end())):
        return _day_first(text, before, month, month_span, year_of_before, floor)
    first = _month_first(text, after, month, month_span, word) if after else None
    if first or (after and int(after[1]) > 31):
        return first
    if word.isupper():
        return None
    alone = _YEAR_ALONE.match(text, end)
    if alone and 1000 <= int(alone[1]) <= 2999:
        return DateWords(Span(start, alone.end()), (), month, month_span, int(alone[1]), Span(*alone.span(1)))
    return DateWords(month_span, (), month, month_span, None, None)


def _month_first(text: str, after: re.Match[str], month: int, month_span: Span, word: str) -> DateWords | None:
    days = [(int(after[1]), _with_suffix(after, 1))]
    end, join = after.end(), ""
    more = _MORE_AFTER.match(text, end)
    if more and int(more[2]) > days[0][0]:
        days += [(int(n.group()), Span(*n.span())) for n in _NUMBER.finditer(text, more.start(), more.start(1))]
        days.append((int(more[2]), _with_suffix(more, 2)))
        end, join = more.end(), _joined(more[1])
    year, year_span, end = _year(_YEAR.match(text, end), end)
    if word == "MAY" and year is None:
        return None
    if year is None and text[max(0, month_span.start - 3) : month_span.start].lower() == "in ":
        return None
    if days[0][0] > 31 and year is None and not _speaks_of_a_day(text, month_span.start, end):
        return None
    return DateWords(Span(month_span.start, end), tuple(days), month, month_span, year, year_span, "mdy", join)


def _speaks_of_a_day(text: str, start: int, end: int) -> bool:
    """Whether the words around "March 119" leave no doubt that a day is meant: prices by month look like it too."""
    return bool(_DAY_IS_NEXT.search(text, max(0, start - 24), start)) and bool(_DAY_IS_OVER.match(text, end))


def _day_first(
    text: str, before: re.Match[str], month: int, month_span: Span, year_match: re.Match[str] | None, floor: int
) -> DateWords:
    days = [(int(before[1]), _with_suffix(before, 1))]
    start, join = before.start(), ""
    more = _MORE_BEFORE.search(text, max(floor, start - 28), start)
    if more:
        numbers = [(int(n.group()), Span(*n.span())) for n in _NUMBER.finditer(text, more.start(1), more.end(1))]
        if numbers[-1][0] < days[0][0]:
            days, start = numbers + days, more.start()
            join = _joined(text[numbers[-1][1].end : days[-1][1].start])
    year, year_span, end = _year(year_match, month_span.end)
    return DateWords(Span(start, end), tuple(days), month, month_span, year, year_span, "dmy", join)


def _with_suffix(match: re.Match[str], group: int) -> Span:
    end = match.end(group + 1) if match[group + 1] else match.end(group)
    return Span(match.start(group), end)


def _joined(words: str) -> str:
    return "and" if re.search(r"and|&|or\b", words) else "to"


def _year(match: re.Match[str] | None, end: int) -> tuple[int | None, Span | None, int]:
    if match is None:
        return None, None, end
    if match[2]:
        return (
            (2000 if int(match[2]) < 40 else 1900) + int(match[2]),
            Span(match.start(2) - 1, match.end(2)),
            match.end(),
        )
    year = int(match[1])
    if not 1000 <= year <= 2999 or (year < 1500 and "," not in match.group()):
        return None, None, end
    return year, Span(*match.span(1)), match.end()


def _iso(text: str) -> Iterator[DateWords]:
    for m in _ISO.finditer(text):
        month = int(m[3])
        if 1 <= month <= 12:
            days = ((int(m[4]), Span(*m.span(4))),)
            yield DateWords(Span(*m.span()), days, month, Span(*m.span(3)), int(m[1]), Span(*m.span(1)), "iso")


def _numeric(text: str, order: str) -> Iterator[DateWords]:
    for m in _NUMERIC.finditer(text):
        first, second = (int(m[1]), Span(*m.span(1))), (int(m[3]), Span(*m.span(3)))
        year = int(m[4]) if len(m[4]) == 4 else (2000 if int(m[4]) < 40 else 1900) + int(m[4])
        known = "dmy" if first[0] > 12 else "mdy" if second[0] > 12 else "dmy" if m[2] == "." else order or "either"
        day, month = (first, second) if known == "dmy" else (second, first)
        if 1 <= month[0] <= 12 and 1 <= day[0] <= 31 and 1000 <= year <= 2999:
            yield DateWords(Span(*m.span()), (day,), month[0], month[1], year, Span(*m.span(4)), known)


def _ordinal_days(text: str, found: list[DayWord | DateWords]) -> Iterator[DateWords]:
    """ "the 5th" next to a weekday."""
    for words in found:
        if isinstance(words, DayWord):
            for m in _ORDINAL_DAY.finditer(text, max(0, words.span.start - 16), words.span.end + 16):
                day = (int(m[1]), Span(m.start(1), m.end(2)))
                yield DateWords(Span(m.start(1), m.end(2)), (day,), None, None, None, None)
