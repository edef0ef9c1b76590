"""anniversary-mismatch: "30 years ago, in 1956" in a story of another year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match

if TYPE_CHECKING:
    from ...mention import Mention
    from ...mentions.dates.anniversaries import YearsSince
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class AnniversaryMismatch(Check):
    """Flags a number of years beside a year that doesn't lead to publication.

    One year more or less is let pass, since the day may not have come yet; two where the number is round or rough.
    """

    kind: ClassVar[str] = "anniversary-mismatch"
    values: ClassVar[tuple[str, ...]] = ("year", "amount", "right")

    def matches(self, story: Story) -> Iterator[Match]:
        if story.published is None or not (" ago" in story.text or "anniversary" in story.text):
            return
        from ...mentions.dates.anniversaries import YearsSince

        for since in story.mentions(YearsSince):
            right = story.published.year - since.year
            if abs(right - since.amount) > (2 if since.rough else 1) and right >= 0 and _is_now(story, since):
                yield Match(
                    since.span,
                    values=(("year", str(since.year)), ("amount", str(since.amount)), ("right", str(right))),
                )


def _is_now(story: Story, since: YearsSince) -> bool:
    """Whether an anniversary is of these days: one told in the past may be long over, unless a weekday says when."""
    from ...mentions.dates.dates import Weekday
    from ...mentions.dates.day_words import RelativeDay
    from ...mentions.dates.tense import Tense, sentence_span, tense_at

    if not since.anniversary or tense_at(story, since.span) is not Tense.PAST:
        return True
    sentence = sentence_span(story, since.span)
    days: tuple[Mention, ...] = (*story.mentions(Weekday), *story.mentions(RelativeDay))
    return any(sentence.contains(day.span) for day in days)
