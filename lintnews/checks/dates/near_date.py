"""near-date: a month and day where AP names the weekday alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Match
from ...mentions.datelines.ap_copy import is_ap_copy
from ...mentions.datelines.opening import datelines
from ...mentions.words.calendar_words import WEEKDAY_NAMES
from ...story import BODY

if TYPE_CHECKING:
    from ...story import Story

_DATE_LINE = 40
"""A block that is hardly longer than its date is a date line, not a sentence."""


class NearDate(Check):
    """Flags “on” and a date without a year that lies within ``days`` days of publication."""

    kind: ClassVar[str] = "near-date"
    values: ClassVar[tuple[str, ...]] = ("weekday",)
    days: int = option("Within how many days of publication the weekday stands alone.", 7)

    def matches(self, story: Story) -> Iterator[Match]:
        if story.published is None or not is_ap_copy(story):
            return
        from ...mentions.dates.dates import Date
        from ...mentions.dates.plausible_years import plausible_years

        openings = [dateline.span for dateline in datelines(story)]
        for written in story.mentions(Date):
            block = story.block_at(written.span.start)
            if block is None or block.kind not in BODY or len(block.span) < _DATE_LINE:
                continue
            years = plausible_years(story, written)
            if story.text[max(0, written.span.start - 3) : written.span.start].lower() != "on ":
                continue
            if written.year or len(years) != 1 or any(span.overlaps(written.span) for span in openings):
                continue
            day = written.in_year(years[0])
            if day and abs((day - story.published).days) < self.days:
                yield Match(written.span, values=(("weekday", WEEKDAY_NAMES[day.weekday()]),))
