"""dateline-date: a dateline's date too far from the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Edit, Fix, Match
from ...mentions.datelines.opening import datelines
from ...mentions.dates.plausible_years import nearest_year
from ...mentions.words.calendar_words import MONTH_NAMES

if TYPE_CHECKING:
    from ...mentions.datelines.datelines import Dateline
    from ...story import Story


class DatelineDate(Check):
    """Flags a dateline that is dated long before publication, or after it.

    It needs the publication date. An update moves the last day allowed, not the first.
    """

    kind: ClassVar[str] = "dateline-date"
    values: ClassVar[tuple[str, ...]] = ("date", "published", "distance")
    days_before: int = option("How many days a story may wait for publication.", 7)
    days_after: int = option("How many days ahead a dateline may be dated, for time zones and embargoes.", 2)

    def matches(self, story: Story) -> Iterator[Match]:
        if story.published is None:
            return
        for dateline in datelines(story):
            written = dateline.date
            if written is None or not written.possible:
                continue
            day = written.in_year(nearest_year(written, story.published))
            if day is None:
                continue
            early = (story.published - day).days
            late = (day - max(story.published, story.updated or story.published)).days
            if early > self.days_before or late > self.days_after:
                yield Match(
                    written.span,
                    values=(
                        ("date", f"{MONTH_NAMES[day.month - 1]} {day.day}"),
                        ("published", _named(story.published)),
                        ("distance", f"{early} days before" if early > 0 else f"{-early} days after"),
                    ),
                    fixes=tuple(_fixes(story.published, dateline, day)),
                )


def _named(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"


def _fixes(published: date, dateline: Dateline, day: date) -> Iterator[Fix]:
    """The publication day: another month where only that differs, another day where only that differs, else both."""
    edits = []
    if dateline.month and day.month != published.month:
        edits.append(Edit(dateline.month, MONTH_NAMES[published.month - 1]))
    if dateline.day and day.day != published.day:
        edits.append(Edit(dateline.day, str(published.day)))
    yield Fix(tuple(edits))
