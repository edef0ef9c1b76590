"""impossible-date: a day that the calendar doesn't have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from ...match import Case, Edit, Fix, Match
from ...mentions.words.calendar_words import MONTH_NAMES, days_in
from ..judge import Chosen, Judge, Verdict

if TYPE_CHECKING:
    from ...mentions.dates.dates import Date
    from ...story import Story


class DateJudge(Judge):
    """A day that its month never has, and Feb. 29 where no plausible year is a leap year."""

    values: ClassVar[tuple[str, ...]] = ("month_name", "days")
    cases: ClassVar[Mapping[str, Case]] = {
        "past-end": Case("The month has fewer days."),
        "zero": Case("There is no day 0."),
        "common-year": Case("Feb. 29 of a year that is no leap year.", ("in_year",)),
        "common-years": Case("Feb. 29 without a year, where none that may be meant is a leap year."),
    }

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        from ...mentions.dates.dates import Date

        for day in chosen(Date):
            case, year = _case(story, day)
            if case and day.month:
                values = (
                    ("month_name", MONTH_NAMES[day.month - 1]),
                    ("days", str(days_in(day.month, year))),
                    ("in_year", str(year)),
                )
                yield Verdict(day, Match(day.span, values, fixes=tuple(_fixes(day)), case=case))


def _case(story: Story, day: Date) -> tuple[str, int | None]:
    """Why there is no such day, with the year in which there isn't; nothing where there is."""
    if day.month is None:
        return "", None
    if day.month == 2 and day.day == 29:
        from ...mentions.dates.plausible_years import plausible_years

        years = plausible_years(story, day)
        if not years or any(days_in(2, year) == 29 for year in years):
            return "", None
        return ("common-year" if day.year or len(years) == 1 else "common-years"), years[0]
    if 1 <= day.day <= days_in(day.month):
        return "", None
    return ("past-end" if day.day else "zero"), None


def _fixes(day: Date) -> Iterator[Fix]:
    if day.month and day.day > days_in(day.month, day.year):
        last = days_in(day.month, day.year if day.year else None)
        if day.month != 2 or day.year:
            yield Fix((Edit(day.day_span, str(last)),))
