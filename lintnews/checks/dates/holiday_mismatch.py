"""holiday-mismatch: a named day beside a date on which it doesn't fall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from ...match import Edit, Fix, Match
from ...mentions.words.calendar_words import MONTH_NAMES
from ..judge import Chosen, Judge, Verdict

if TYPE_CHECKING:
    from ...mentions.dates.named_days import NamedDay
    from ...story import Story

_COMMON_YEAR = 2023


class NamedDayJudge(Judge):
    """A holiday or another named day beside a date on which it falls in no plausible year."""

    values: ClassVar[tuple[str, ...]] = ("right",)

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        from ...mentions.dates.named_days import FIXED, NamedDay, days_of
        from ...mentions.dates.plausible_years import plausible_years

        for named in chosen(NamedDay):
            years = plausible_years(story, named.date)
            if not years and named.name in FIXED:
                years = (_COMMON_YEAR,)
            found = [days_of(named.name, year) for year in years]
            if not found or not all(found):
                continue
            if any(named.date.in_year(day.year) == day for days in found for day in days):
                continue
            right = min(found[0], key=lambda day: abs(_ordinal(named, day)))
            match = Match(
                named.span,
                values=(("right", f"{MONTH_NAMES[right.month - 1]} {right.day}"),),
                fixes=(Fix((Edit(named.date.day_span, str(right.day)),)),) if right.month == named.date.month else (),
            )
            yield Verdict(named, match)


def _ordinal(named: NamedDay, day: date) -> int:
    written = named.date.in_year(day.year)
    return (written - day).days if written else 0
