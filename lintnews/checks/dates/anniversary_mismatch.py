"""anniversary-mismatch: "30 years ago, in 1956" in a story of another year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...match import Match
from ..judge import Chosen, Judge, Verdict

if TYPE_CHECKING:
    from ...mention import Mention
    from ...mentions.dates.anniversaries import YearsSince
    from ...story import Story


class YearsSinceJudge(Judge):
    """A number of years beside a year that doesn't lead to publication.

    One year more or less is let pass, since the day may not have come yet; two where the number is round or rough.
    """

    values: ClassVar[tuple[str, ...]] = ("right",)

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        if story.published is None or not (" ago" in story.text or "anniversary" in story.text):
            return
        from ...mentions.dates.anniversaries import YearsSince

        for since in chosen(YearsSince):
            right = story.published.year - since.year
            if abs(right - since.amount) > (2 if since.rough else 1) and right >= 0 and _is_now(story, since):
                yield Verdict(since, Match(since.span, values=(("right", str(right)),)))


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
