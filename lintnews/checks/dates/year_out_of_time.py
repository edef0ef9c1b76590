"""year-out-of-time: a year or a month told as gone by that is still to come, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from ...check import Case, Check
from ...match import Match
from ...mentions.words.calendar_words import MONTH_NAMES

if TYPE_CHECKING:
    from ...story import Story


class YearOutOfTime(Check):
    """Flags a year, or a month of a year, that the words around it put on the wrong side of publication.

    What speaks for each reading is weighed by fitted evidence. Events whose verb stands right beside are the business of
    `told-event`.
    """

    kind: ClassVar[str] = "year-out-of-time"
    values: ClassVar[tuple[str, ...]] = ("when", "published")
    cases: ClassVar[Mapping[str, Case]] = {
        "ahead": Case("It is told as gone by and lies ahead."),
        "over": Case("It is told as still to come and is over."),
    }

    def matches(self, story: Story) -> Iterator[Match]:
        if story.published is None:
            return
        from ...evidence import certainty, phrases
        from ...mentions.dates.told_events import ToldEvent
        from .tense_links import AHEAD_MODEL, OVER_MODEL, tense_links

        last = max(story.published, story.updated or story.published)
        published = f"{MONTH_NAMES[last.month - 1]} {last.day}, {last.year}"
        for link in tense_links(story):
            model = AHEAD_MODEL if link.ahead else OVER_MODEL
            sure = certainty(model, link.features)
            if sure is None or any(event.span.overlaps(link.span) for event in story.mentions(ToldEvent)):
                continue
            yield Match(
                link.span,
                values=(("when", link.named), ("published", published)),
                evidence=phrases(model, link.features),
                certainty=sure,
                case="ahead" if link.ahead else "over",
            )
