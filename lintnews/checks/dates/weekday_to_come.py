"""weekday-to-come: "said on Tuesday" in a story of Monday."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Certainty, Match
from ...mentions.words.calendar_words import WEEKDAY_NAMES
from ...mentions.words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from datetime import date

    from ...mentions.dates.dates import Weekday
    from ...story import Story

_WEEK = 7
_DONE = LazyPattern(
    r"\b(?:said|says|announced|reported|told|rose|fell|won|lost|beat|died|met|took|began|opened|closed|signed|struck|"
    r"voted|ruled|arrived|left|revealed|confirmed|agreed|warned|accused|gained|ended|started|came|went|gave|crashed|exploded|happened|"
    r"occurred|decided|(?:was|were) (?:held|killed|arrested|shot|released|published|charged|signed|found|approved|rejected|launched|unveiled))"
    r"(?: (?!its\b|their\b|his\b|her\b|the\b|being\b)[a-z’'-]+){0,4}(?: in [A-Z]\w+)?(?: on| late| early| late on| early on)? \Z"
)
_NOT_YET = LazyPattern(
    r"\b(?:was to|were to|to be|would|will|could|may|might|should|scheduled|expected|due|likely|planned|set|hoped?|until|before|after|next|last|"
    r"ahead|plans?|going to|to [a-z]+|if|when|by|for|had|has|have|been|since|from|starting|every|each)\b"
)
_LONG_AGO = LazyPattern(r"\b(?:last|previous|every|each|one|a|the|that|this|next)(?: [a-z]+)? \Z")


_LEADS = LazyPattern(r"(?:^|[.!?][”\"]? |\n)(?:(?:Late|Early|Earlier) )?On \Z")
_THEN_DONE = LazyPattern(
    r",? (?!(?:which|when|the day|a day)\b)(?:(?!(?:will|would|is|are|has|have|to|if|as|who|that|due|could|may)\b)[\w’'.$£%-]+,? ){1,10}?(?:said|announced|reported|told|rose|fell|won|lost|died|took|began|"
    r"voted|ruled|arrived|left|confirmed|agreed|warned|came|went|gave|dropped|resumed|closed|released|launched|signed|issued|held|met|became|were|was)\b"
    r"(?! (?:to|due|expected|scheduled|set|supposed|likely)\b)"
)


class WeekdayToCome(Check):
    """Flags a weekday that something is told to have happened on and that, counted from publication, comes next.

    The last day of that name is six days back, of which news says "last Tuesday" or the date. A weekday that is
    two days ahead is only hinted at. Datelines with a later day, and plans, are left alone.
    """

    kind: ClassVar[str] = "weekday-to-come"
    values: ClassVar[tuple[str, ...]] = ("weekday", "published")

    def matches(self, story: Story) -> Iterator[Match]:
        if story.published is None:
            return
        from ...mentions.dates.dated_weekdays import DatedWeekday
        from ...mentions.dates.dates import Weekday
        from ...mentions.quotations.quotations import Quotation
        from .day_word_mismatch import days_of_telling

        days = days_of_telling(story, story.published)
        found = [day for day in story.mentions(Weekday) if _ahead(day, days) in (1, 2) and _is_told_as_done(story, day)]
        if not found:
            return
        dated = {pair.weekday.span for pair in story.mentions(DatedWeekday)}
        quotations = [quotation.span for quotation in story.mentions(Quotation)]
        for day in found:
            if day.span in dated or any(span.contains(day.span) for span in quotations):
                continue
            yield Match(
                day.span,
                values=(
                    ("weekday", WEEKDAY_NAMES[day.weekday]),
                    ("published", WEEKDAY_NAMES[story.published.weekday()]),
                ),
                certainty=Certainty.LIKELY if _ahead(day, days) == 1 else Certainty.POSSIBLE,
            )


def _ahead(day: Weekday, days: list[date]) -> int:
    """How many days after the last of *days* the weekday comes; 0 where it is one of them."""
    if any(one.weekday() == day.weekday for one in days):
        return 0
    return (day.weekday - max(days).weekday()) % _WEEK


def _is_told_as_done(story: Story, day: Weekday) -> bool:
    from ...mentions.dates.tense import sentence_span

    sentence = sentence_span(story, day.span)
    before = story.text[max(sentence.start, day.span.start - 90) : day.span.start]
    if _LEADS.search(story.text, max(0, day.span.start - 14), day.span.start):
        return _THEN_DONE.match(story.text, day.span.end, sentence.end) is not None
    done = _DONE.search(before)
    if done is None or _LONG_AGO.search(before) or story.text.startswith(("'s", "’s", " edition"), day.span.end):
        return False
    return not _NOT_YET.search(before, max(0, done.start() - 20))
