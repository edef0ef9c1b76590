"""reversed-range: a range whose end comes before its beginning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match

if TYPE_CHECKING:
    from ...mentions.dates.date_ranges import DateRange
    from ...mentions.dates.life_dates import LifeDates
    from ...story import Story


class ReversedRange(Check):
    """Flags ranges of years or dates that run backwards, and deaths before births."""

    kind: ClassVar[str] = "reversed-range"
    values: ClassVar[tuple[str, ...]] = ("start", "end")

    def matches(self, story: Story) -> Iterator[Match]:
        from ...mentions.dates.date_ranges import DateRange
        from ...mentions.dates.life_dates import LifeDates
        from ...mentions.dates.years import YearRange

        for years in story.mentions(YearRange):
            if years.end < years.start and years.lead:
                yield Match(years.span, values=(("start", str(years.start)), ("end", str(years.end))))
        for dates in story.mentions(DateRange):
            if _is_reversed(dates):
                ends = story.words(dates.start.span), story.words(dates.end.span)
                yield Match(dates.span, values=(("start", ends[0]), ("end", ends[1])))
        for life in story.mentions(LifeDates):
            told = not story.text[life.span.start].isdigit()
            if told and life.born and life.died and _died_first(life):
                yield Match(life.span, values=(("start", f"birth in {life.born}"), ("end", f"death in {life.died}")))


def _is_reversed(dates: DateRange) -> bool:
    start, end = dates.start, dates.end
    if start.order != end.order or start.order == "either" or start.month is None or end.month is None:
        return False
    if start.year is None and end.year is None:
        return start.month == end.month and start.day > end.day
    if end.year is None:
        return False
    first = (start.year or end.year, start.month, start.day)
    return first > (end.year, end.month, end.day) and (start.year is not None or start.month == end.month)


def _died_first(life: LifeDates) -> bool:
    born, died = life.born or 0, life.died or 0
    if life.born_day and life.died_day:
        return life.died_day < life.born_day
    return date(died, 12, 31) < date(born, 1, 1)
