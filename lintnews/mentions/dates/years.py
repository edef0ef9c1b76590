"""Ranges of years: from 2015 to 2021, 1914-18, (1950–2020)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...source import Span
from ..words.calendar_words import MONTH_BEGINS
from ..words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story

_RANGE = LazyPattern(
    r"(?:1[5-9]|20)\d\d(?:[ \t\xa0\u2009\u202f]?[-–—][ \t\xa0\u2009\u202f]?|[ \t\xa0\u2009\u202f](?:to|until|till|through|and)[ \t\xa0\u2009\u202f])(?:(?:1[5-9]|20)\d\d|\d\d(?!\d))"
    r"(?![\w%]|[.,:/-]\d|[-–]\w|[ \t\xa0\u2009\u202f](?:GMT|UTC|hours|hrs|people|dlrs|tonnes|mln|million|points?)\b)"
)
_LEAD = LazyPattern(r"\b(from|between) $", re.IGNORECASE)
_CHANGE = LazyPattern(
    r"\b(?:f[ae]ll(?:en)?|dropped|cut|reduced|declined|slipped|down|lowered|shrank|decreased|eased|slid|rose|up)\b[^.\n]{0,40} from $"
)
"""What goes from 2000 to 1900 after such a word is a figure, not a year."""
_AND = LazyPattern(r" and ")


class YearRange(Mention, frozen=True):
    """Two years, ``start`` before ``end`` if the writer is right.

    ``lead`` is "from" or "between", "(" where the range fills a pair of parentheses, else empty.
    """

    kind: ClassVar[str] = "year-range"
    start: Annotated[int, "The first year."]
    end: Annotated[int, "The last year."]
    lead: Annotated[str, "from, between, “(” where the range fills a pair of parentheses, or empty."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        for match in _RANGE.finditer(text):
            begin, stop = match.span()
            if begin and (text[begin - 1].isalnum() or text[begin - 1] in "$£€.,-–/#:+'’"):
                continue
            if _CHANGE.search(text, max(0, begin - 60), begin):
                continue
            found = _LEAD.search(text, max(0, begin - 8), begin)
            bracketed = text[begin - 1 : begin] == "(" and text[stop : stop + 1] == ")"
            lead = found[1].lower() if found else "(" if bracketed else ""
            if _AND.search(match.group()) and lead != "between":
                continue
            first, last = int(text[begin : begin + 4]), match.group()[-4:]
            if last.isdigit():
                yield cls(Span(begin, stop), first, int(last), lead)
            elif int(last[-2:]) > first % 100:
                yield cls(Span(begin, stop), first, first - first % 100 + int(last[-2:]), lead)


_YEAR = LazyPattern(
    r"(?P<year>(?:1\d|20)\d\d)(?:(?<![\w.,:/$£€#+-]\d{4})|(?<=\b[Mm]id-\d{4})|(?<=\bend-\d{4}))(?:(?P<whose>['’]s)\b)?(?![\w%]|[.,:/]\d|-\d|[-–][a-z])"
    r"(?![ \t\xa0\u2009\u202f](?:GMT|UTC|hours|hrs|people|dlrs|dollars|euros|pounds|tonnes|tons|mln|million|bln|billion|points?|votes?|jobs|"
    r"seats|miles|km|kilometers|kilometres|feet|metres|meters|acres|barrels|copies|shares|troops|soldiers|workers|employees|students|"
    r"members|homes|houses|cars|vehicles|aircraft|cases|deaths|delegates|firms|companies|stores|rpm|calories|square|percent|per|kg|lb)\b)"
)
_YEAR_LEAD = LazyPattern(
    r"(?:\b(?P<word>[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Oo]f|[Ff]rom|[Tt]o|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hrough|[Bb]etween|[Aa]nd|[Tt]he|"
    r"[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]|[Ee]arly|[Ll]ate|[Mm]id|[Ff]or|[Aa]s|[Oo]r|[Yy]ear|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|"
    r"[Ff]ounded|[Ee]stablished|[Bb]uilt|[Ee]st\.|[Cc]irca)[ \t\xa0\u2009\u202f-]|"
    rf"\b(?:{MONTH_BEGINS})"
    r"[a-z]*\.?(?:[ \t\xa0\u2009\u202f]\d{1,2})?,?[ \t\xa0\u2009\u202f]|[(,;—–][ ]?|(?P<part>[Mm]id|end)-|at least[ \t\xa0\u2009\u202f])\Z"
)


class Year(Mention, frozen=True):
    """A year that is named: in 1983, the 1983 deal, since 1983, March 5, 1983."""

    kind: ClassVar[str] = "year"
    year: Annotated[int, "The year."]
    lead: Annotated[
        str, "The word before it, in small letters: in, since, the; empty behind a month, a comma or a bracket."
    ]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        for match in _YEAR.finditer(text):
            start = match.start()
            lead = _YEAR_LEAD.search(text, max(0, start - 20), start)
            if lead or match["whose"] or (start and text[start - 1] == "\n"):
                word = (lead["word"] or lead["part"] or "") if lead else ""
                yield cls(Span(*match.span("year")), int(match["year"]), word.lower())
