"""misspelled-date: a month or weekday with a slip in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Edit, Fix, Match, Safety
from ...mentions.datelines.opening import datelines
from .date_slips import DateSlip

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class MisspelledDate(Check):
    """Flags a word one slip away from a month or weekday, in a place where only one of those can stand.

    Slips in datelines belong to ``dateline-form``.
    """

    kind: ClassVar[str] = "misspelled-date"
    values: ClassVar[tuple[str, ...]] = ("meant",)

    def matches(self, story: Story) -> Iterator[Match]:
        months = [dateline.month for dateline in datelines(story) if dateline.month]
        for slip in story.mentions(DateSlip):
            if not any(month.overlaps(slip.span) for month in months):
                fix = Fix((Edit(slip.span, slip.meant),), Safety.SAFE)
                yield Match(slip.span, values=(("meant", slip.meant),), fixes=(fix,))
