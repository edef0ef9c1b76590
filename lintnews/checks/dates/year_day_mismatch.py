"""year-day-mismatch: the day of the year, and the days left, against the date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from ...match import Case, Edit, Fix, Match
from ..judge import Chosen, Judge, Verdict

if TYPE_CHECKING:
    from ...mentions.dates.year_days import YearDay
    from ...story import Story

_REACH = 80


class YearDayJudge(Judge):
    """ "The 10th day of 2025. There are 350 days left" where the sum, or the date before it, says otherwise."""

    values: ClassVar[tuple[str, ...]] = ("right",)
    cases: ClassVar[Mapping[str, Case]] = {
        "day": Case("Its number is not that of the date before it, or of the day of publication.", ("on",)),
        "left": Case("So many days are not left of the year."),
    }

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        if " day of " not in story.text:
            return
        from ...mentions.dates.year_days import YearDay

        for counted in chosen(YearDay):
            day = _day(story, counted)
            year = counted.year or (day.year if day else None)
            if day and year and day.year == year:
                right = day.timetuple().tm_yday
                if counted.day != right:
                    values = (("right", str(right)), ("on", f"{day.strftime('%B')} {day.day}"))
                    yield Verdict(counted, Match(counted.span, values, case="day"))
                    continue
            if year and counted.left is not None and counted.left_span is not None:
                right = date(year, 12, 31).timetuple().tm_yday - counted.day
                if counted.left != right:
                    fix = Fix((Edit(counted.left_span, str(right)),))
                    yield Verdict(
                        counted, Match(counted.left_span, (("right", str(right)),), fixes=(fix,), case="left")
                    )


def _day(story: Story, counted: YearDay) -> date | None:
    """The date that stands before it, else the day of publication."""
    from ...mentions.dates.dates import Date

    for written in reversed(story.mentions(Date)):
        if counted.span.start - _REACH <= written.span.start < counted.span.start:
            year = written.year or counted.year or (story.published.year if story.published else None)
            return written.in_year(year) if year else None
    return story.published
