"""Which years a date without a year may mean."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..words.lazy_pattern import LazyPattern
from .dates import Date
from .tense import Tense, is_to_come, tense_at

if TYPE_CHECKING:
    from ...story import Story

NEAR = timedelta(days=14)
"""Within this distance of publication a date without a year means the one next to it."""
_REACH = 600
"""How far before the paragraph a year may stand that the date is of, in code points."""
_LOOKS_BACK = LazyPattern(r"\b(?:ago|anniversary|last year|year before|years? (?:later|earlier|before)|that year)\b")
_FOUR_DIGITS = LazyPattern(r"(?<![\w$£€.,])(?:1[5-9]|20)\d\d(?![\w,.]?\d|%)")


def plausible_years(story: Story, day: Date) -> tuple[int, ...]:
    """The years that *day* may be of, the likeliest first; empty where nothing tells.

    A year that is written settles it. Otherwise the publication date is the clock: a day near it is of that year, and
    further away tense decides between the day to come and the day gone by, which may be two years back. A year that
    the paragraph names is plausible too.
    """
    if day.year is not None:
        return (day.year,)
    if story.published is None or day.month is None:
        return ()
    nearest = nearest_year(day, story.published)
    named = named_years(story, day)
    tense = tense_at(story, day.span)
    if is_to_come(story, day.span):
        tense, named = Tense.FUTURE, [year for year in named if year > story.published.year]
    if abs(_about(day, nearest) - story.published) <= NEAR:
        return tuple(dict.fromkeys((nearest, *named)))
    if tense is Tense.FUTURE:
        years = [next_year(day, story.published), nearest, *named]
    elif tense is Tense.PAST:
        last = last_year(day, story.published)
        years = [last, last - 1, last - 2, nearest, *named]
    else:
        years = [nearest, nearest - 1, nearest + 1, nearest - 2, *named]
    return tuple(dict.fromkeys(years))


def nearest_year(day: Date, published: date) -> int:
    """The year in which *day* lies nearest to publication."""
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda year: abs(_about(day, year) - published))


def _about(day: Date, year: int) -> date:
    """*day* in *year*; for Feb. 29 of a common year, and other impossible days, the month's 28th."""
    return day.in_year(year) or date(year, day.month or 1, 28)


def next_year(day: Date, published: date) -> int:
    """The year of the next *day* from publication on."""
    return published.year + ((day.month or 0, day.day) < (published.month, published.day))


def last_year(day: Date, published: date) -> int:
    """The year of the last *day* up to publication."""
    return published.year - ((day.month or 0, day.day) > (published.month, published.day))


def named_years(story: Story, day: Date) -> list[int]:
    """Years named in the paragraph or shortly before it, and the ones that "two years ago" may mean; never publication's."""
    block = story.block_at(day.span.start)
    start = block.span.start if block else 0
    end = block.span.end if block else len(story.text)
    around = story.text[start:end]
    years = [int(year.group()) for year in _FOUR_DIGITS.finditer(story.text, max(0, start - _REACH), end)]
    published = story.published
    if published and _LOOKS_BACK.search(around):
        years += [published.year - back for back in range(1, 8)]
    return [year for year in years if published is None or year != published.year]
