"""ordinal-date: March 5th for March 5."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Edit, Fix, Match
from ..datelines.ap_copy import is_ap_copy, style_safety

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalDate(Check):
    """Flags st, nd, rd or th behind the day of a month."""

    kind: ClassVar[str] = "ordinal-date"
    values: ClassVar[tuple[str, ...]] = ("right",)

    def matches(self, story: Story) -> Iterator[Match]:
        if not is_ap_copy(story):
            return
        from ...mentions.dates.dates import Date

        for day in story.mentions(Date):
            written = story.words(day.day_span)
            if day.order == "mdy" and not written.isdigit():
                fix = Fix((Edit(day.day_span, str(day.day)),), style_safety(story))
                yield Match(day.day_span, values=(("right", str(day.day)),), fixes=(fix,))
