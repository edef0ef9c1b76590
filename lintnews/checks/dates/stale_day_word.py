"""stale-day-word: "today" in a story that was updated on a later day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match
from ...mentions.words.calendar_words import MONTH_NAMES

if TYPE_CHECKING:
    from ...story import Story


class StaleDayWord(Check):
    """Flags the first "today" or the like, outside quotations, of a story that was updated on another day than published."""

    kind: ClassVar[str] = "stale-day-word"
    values: ClassVar[tuple[str, ...]] = ("published", "updated")

    def matches(self, story: Story) -> Iterator[Match]:
        published, updated = story.published, story.updated
        if published is None or updated is None or updated <= published:
            return
        from ...mentions.dates.day_words import RelativeDay
        from ...mentions.quotations.quotations import Quotation

        quotations = [quotation.span for quotation in story.mentions(Quotation)]
        for word in story.mentions(RelativeDay):
            if not any(span.contains(word.span) for span in quotations):
                days = [f"{MONTH_NAMES[day.month - 1]} {day.day}" for day in (published, updated)]
                yield Match(word.span, values=(("published", days[0]), ("updated", days[1])))
                return
