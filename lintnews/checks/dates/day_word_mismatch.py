"""day-word-mismatch: "yesterday (March 2)" in a story of March 5."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from ...match import Case, Certainty, Match
from ...mentions.datelines.opening import datelines
from ...mentions.words.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from ..judge import Chosen, Judge, Verdict

if TYPE_CHECKING:
    from ...mentions.dates.dated_day_words import DatedDayWord
    from ...story import Story

_WEEK = 7


class DayWordJudge(Judge):
    """A day word beside a date or weekday that is another day, counted from publication, update or dateline.

    One day off is only hinted at: copy is often written on the eve of publication.
    """

    values: ClassVar[tuple[str, ...]] = ("right", "published")
    cases: ClassVar[Mapping[str, Case]] = {
        "day": Case("The day word means another day."),
        "week": Case("The day lies in another week; `right` is that week's first day."),
        "side": Case("“Last” stands with a day to come, or “next” with one that is past."),
    }

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        published = story.published
        if published is None:
            return
        from ...mentions.dates.dated_day_words import DatedDayWord
        from ...mentions.quotations.quotations import Quotation

        said_on = days_of_telling(story, published)
        quotations = [quotation.span for quotation in story.mentions(Quotation)]
        for worded in chosen(DatedDayWord):
            if any(span.contains(worded.span) for span in quotations):
                continue
            off = min(_distance(worded, day) for day in said_on)
            if off:
                match = Match(
                    worded.span,
                    values=(("right", _right(worded, published)), ("published", _named(published))),
                    certainty=Certainty.POSSIBLE if off == 1 else Certainty.LIKELY,
                    case="side" if worded.unit == "direction" else worded.unit,
                )
                yield Verdict(worded, match)


def days_of_telling(story: Story, published: date) -> list[date]:
    """The days that "today" may be in the story: of publication, of an update, of its datelines."""
    from ...mentions.dates.plausible_years import nearest_year

    written = [dateline.date for dateline in datelines(story) if dateline.date]
    days = [day.in_year(nearest_year(day, published)) for day in written]
    return [published, *([story.updated] if story.updated else []), *(day for day in days if day)]


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
        return "before" if worded.offset < 0 else "after"
    day = published + timedelta(worded.offset * (_WEEK if worded.unit == "week" else 1))
    if worded.unit == "week":
        return _named(day - timedelta(day.weekday()))
    return WEEKDAY_NAMES[day.weekday()] if worded.weekday else _named(day)


def _named(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.day}"
