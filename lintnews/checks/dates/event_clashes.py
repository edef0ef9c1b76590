"""Something that is spoken of again by its time, and another time for it: a session tomorrow … Thursday's gathering; that 1946 award."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...match import Certainty
from ...mention import Mention
from ...mentions.dates.day_words import OFFSETS
from ...mentions.dates.moments import Moment, moments_in, weekday_near
from ...mentions.dates.tense import sentence_span
from ...mentions.dates.years import Year
from ...mentions.words.calendar_words import WEEKDAYS, days_in
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span
from .age_links import one_digit
from .shared_words import words_of

if TYPE_CHECKING:
    from datetime import date

    from ...story import Story

E = TypeVar("E", bound="EventClash")
_AGAIN = LazyPattern(
    r"\b(?P<time>(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|(?P<word>[Yy]esterday|[Tt]omorrow|[Tt]oday)|"
    r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his) (?P<unit>week|month))['’]s (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]{4,})"
    r"(?=[,.;:)”\"]| (?:at|in|of|on|by|to|for|with|over|against|between|among|was|were|is|are|will|would|had|has|have|and|or|but|that|which|who|as|"
    r"fails?|failed|came|comes|left|takes?|took|brings?|brought|could|may|might|after|before|from|because|when|if)\b)",
    needs=("'s", "’s"),
)
_THAT_YEAR = LazyPattern(
    r"\b[Tt]hat (?P<year>(?:1[5-9]|20)\d\d) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]{4,})\b", needs=("hat 1", "hat 2")
)
_OTHER = LazyPattern(
    r"\b(?:another|second|third|earlier|previous|next|later|first|again|also|early|preliminary|final|follow-up|rescheduled|postponed|every|each|other)\b"
)
_MOST = 5
"""A story that names more days is a chronicle or a table of fixtures."""


class EventClash(Mention, frozen=True):
    """The time by which an event is spoken of again, where the story has it at ``other`` time."""

    kind: ClassVar[str] = "event-clash"
    other: Annotated[Span, "The time at which it is told elsewhere."]
    noun: Annotated[str, "What is spoken of again: gathering."]
    certainty: Annotated[Certainty, "How sure it is that both are the time of one event."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found = [*_days(cls, story), *_years(cls, story)]
        return sorted(found, key=lambda clash: clash.span)


def _days(cls: type[E], story: Story) -> Iterator[E]:
    if story.published is None or not _AGAIN.search(story.text):
        return
    for match in _AGAIN.finditer(story.text):
        days = _range(story, match)
        nouns = words_of(match["noun"] + " ")
        if days is None or not nouns:
            continue
        own = sentence_span(story, Span(*match.span()))
        told = [
            (moment, moment.first <= days[1] and days[0] <= moment.last)
            for moment in story.mentions(Moment)
            if not moment.span.overlaps(Span(*match.span()))
            and moment.form in _FORMS
            and not _is_said(story, moment)
            and nouns & words_of(story.words(sentence_span(story, moment.span)))
        ]
        if len(told) > _MOST or any(agrees for _, agrees in told):
            continue
        others = [moment for moment, _ in told if _is_alone(story, moment) and _same_side(story, moment, days)]
        if len({moment.first for moment in others}) == 1 and len(told) == len(others):
            plain = not _OTHER.search(story.words(own)) and not _OTHER.search(
                story.words(sentence_span(story, others[0].span))
            )
            yield cls(
                Span(*match.span("time")),
                others[0].span,
                match["noun"],
                Certainty.LIKELY if plain and days[1] > story.published else Certainty.POSSIBLE,
            )


_FORMS = ("date", "weekday", "day-word")


def _is_alone(story: Story, moment: Moment) -> bool:
    """Whether the sentence tells no other day, but one on which somebody said so."""
    sentence = sentence_span(story, moment.span)
    others = [one for one in moments_in(story, sentence) if one.span != moment.span and one.form in _FORMS]
    return all(_is_said(story, one) for one in others)


def _is_said(story: Story, moment: Moment) -> bool:
    """Whether it is only the day on which somebody said so."""
    before = _SAID.search(story.text, max(0, moment.span.start - 30), moment.span.start)
    return bool(before or _SAYS.match(story.text, moment.span.end))


_SAID = LazyPattern(r"\b(?:said|says|announced|told \w+|reported|added|showed|confirmed)(?: late| early)?(?: on)? \Z")
_SAYS = LazyPattern(r",? (?:said|told|announced|reported|that)\b")


def _same_side(story: Story, moment: Moment, days: tuple[date, date]) -> bool:
    """Whether both lie ahead, or both lie back, and not far apart."""
    today = story.published
    if today is None or min(abs(moment.first - day) for day in days) > timedelta(45):
        return False
    if moment.first > today:
        return days[1] > today
    return moment.first < today and days[0] == days[1] < today


def _range(story: Story, match: re.Match[str]) -> tuple[date, date] | None:
    today = story.published
    if today is None:
        return None
    if match["weekday"]:
        when = weekday_near(story, WEEKDAYS[match["weekday"].lower()], Span(*match.span("time")))
        return (when, when) if when else None
    if match["word"]:
        when = today + timedelta(OFFSETS[match["word"].lower()])
        return when, when
    offset = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if match["unit"] == "week":
        first = today + timedelta(7 * offset - today.weekday())
        return first - timedelta(1), first + timedelta(7)
    year, month = divmod(today.year * 12 + today.month - 1 + offset, 12)
    first = today.replace(year=year, month=month + 1, day=1)
    return first, first.replace(day=days_in(month + 1, year))


def _years(cls: type[E], story: Story) -> Iterator[E]:
    """That 1946 award: somewhere before, the story has it in that year."""
    for match in _THAT_YEAR.finditer(story.text):
        year, nouns = int(match["year"]), words_of(match["noun"] + " ")
        years = [one for one in story.mentions(Year) if not one.span.overlaps(Span(*match.span()))]
        if any(one.year == year for one in years):
            continue
        told = [one for one in years if nouns & words_of(story.words(sentence_span(story, one.span)))]
        near = [one for one in told if one_digit(year, (one.year,))]
        chosen = near or told
        if len({one.year for one in chosen}) == 1:
            sure = Certainty.LIKELY if near or len(told) == 1 else Certainty.POSSIBLE
            yield cls(Span(*match.span("year")), chosen[0].span, match["noun"], sure)
