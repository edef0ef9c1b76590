"""day-word-mismatch: "yesterday (March 2)" in a story of March 5."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Certainty, Match
from ...mentions.datelines.opening import datelines
from ...mentions.dates.calendar_cues import may_hold_dated_day_word
from ...mentions.dates.calendar_words import MONTH_NAMES, WEEKDAY_NAMES

if TYPE_CHECKING:
    from ...mentions.dates.dated_day_words import DatedDayWord
    from ...story import Story

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWordMismatch(Check):
    """Flags a day word beside a date or weekday that is another day, counted from publication, update or dateline.

    One day off is only hinted at: copy is often written on the eve of publication.
    """

    kind: ClassVar[str] = "day-word-mismatch"
    values: ClassVar[tuple[str, ...]] = ("word", "right", "published")

    def matches(self, story: Story) -> Iterator[Match]:
        published = story.published
        if published is None or not may_hold_dated_day_word(story.text):
            return
        from ...mentions.dates.dated_day_words import DatedDayWord
        from ...mentions.quotations.quotations import Quotation

        said_on = [published, *([story.updated] if story.updated else []), *_dateline_days(story, published)]
        quotations = [quotation.span for quotation in story.mentions(Quotation)]
        for worded in story.mentions(DatedDayWord):
            if any(span.contains(worded.span) for span in quotations):
                continue
            off = min(_distance(worded, day) for day in said_on)
            if off:
                yield Match(
                    worded.span,
                    values=(
                        ("word", story.words(worded.word)),
                        ("right", _right(worded, published)),
                        ("published", _named(published)),
                    ),
                    certainty=Certainty.POSSIBLE if off == 1 else Certainty.LIKELY,
                )


def _dateline_days(story: Story, published: date) -> list[date]:
    from ...mentions.dates.plausible_years import nearest_year

    written = [dateline.date for dateline in datelines(story) if dateline.date]
    days = [day.in_year(nearest_year(day, published)) for day in written]
    return [day for day in days if day]


def _distance(worded: DatedDayWord, said_on: date) -> int:
    """By how many days the word and what stands beside it differ, if said on the given day."""
    if worded.weekday is not None:
        off = (worded.weekday.weekday - (said_on + timedelta(worded.offset)).weekday()) % _WEEK
        return min(off, _WEEK - off)
    from ...mentions.dates.plausible_years import nearest_year

    written = worded.date
    day = written.in_year(written.year or nearest_year(written, said_on)) if written else None
    if day is None:
        return 0
    if worded.unit == "day":
        return abs((day - said_on).days - worded.offset)
    if worded.unit == "direction":
        wrong_side = (day - said_on).days * worded.offset < 0
        return abs((day - said_on).days) if wrong_side else 0
    monday = said_on - timedelta(said_on.weekday()) + timedelta(_WEEK * worded.offset)
    early, late = (monday - timedelta(1) - day).days, (day - monday - timedelta(_WEEK)).days
    return max(0, early, late)


def _right(worded: DatedDayWord, published: date) -> str:
    if worded.unit == "direction":
        return "before it" if worded.offset < 0 else "after it"
    day = published + timedelta(worded.offset * (_WEEK if worded.unit == "week" else 1))
    if worded.unit == "week":
        return f"the week of {_named(day - timedelta(day.weekday()))}"
    return WEEKDAY_NAMES[day.weekday()] if worded.weekday else _named(day)


def _named(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.day}"
