"""Two days, and words for how far apart they are, that don't agree: on August 5 … a week later … images of July 29."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...match import Certainty
from ...mention import Mention
from ...mentions.dates.durations import NUMBER_WORD, NUMBER_WORDS
from ...mentions.dates.moments import Moment, moments_in, years_from
from ...mentions.dates.tense import sentence_span
from ...mentions.words.lazy_pattern import LazyPattern
from ...record import replace
from ...source import Span
from .shared_words import words_of

if TYPE_CHECKING:
    from ...story import Story

_NUMBER = rf"(?P<number>\d{{1,3}}|{NUMBER_WORD}|an?|the)"
_UNIT = r"[ -](?P<units>(?P<unit>day|night|week|fortnight|month)s?)"
_ROUGH = (
    r"(?P<rough>(?:about|around|some|nearly|almost|over|more than|less than|at least|barely|just over|just under) )?"
)
_APART = LazyPattern(
    rf"\b{_ROUGH}{_NUMBER}{_UNIT} (?P<way>earlier|before|previously|later|after(?:wards)?|on)\b(?P<what> (?:the|his|her|its|their|a|an) (?P<noun>[a-z]+))?",
    re.IGNORECASE,
)
_LONG = LazyPattern(
    rf"\b(?:[Ff]or|[Aa]fter|[Ii]n all) {_ROUGH}{_NUMBER}{_UNIT}\b(?P<end>[.,;]| of\b|,? (?:he|she|they|it)\b)",
    re.IGNORECASE,
)
_BY_THEN = LazyPattern(r"\bby (?:then|that (?:time|day|date))\b", re.IGNORECASE)
_DAYS = {"day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44}
_CUES = (" days", " weeks", " months", " week", " day ", " nights", " fortnight")
_NOT_DAYS = ("working", "business", "trading")


class DaySum(Mention, frozen=True):
    """A number of days, weeks or months between two days that are ``right`` days apart, or the other way round."""

    kind: ClassVar[str] = "day-sum"
    one: Annotated[Moment, "The day that it is counted from."]
    other: Annotated[Moment, "The day that it is counted to."]
    right: Annotated[str, "How far the second is from the first: 8 days later."]
    certainty: Annotated[Certainty, "How sure it is that the three belong together."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        if not any(cue in story.text for cue in _CUES):
            return
        days = [moment for moment in story.mentions(Moment) if moment.first == moment.last]
        if len({day.first for day in days}) < 2:
            return
        told: set[Span] = set()
        for span, one, other, low, high, sure in (*_apart(story), *_long(story)):
            gap = (_in_year_of(other, one).first - one.first).days
            if span not in told and not low <= gap <= high:
                told.add(span)
                yield cls(span, one, other, _said(gap), sure)


Told = tuple[Span, Moment, Moment, float, float, Certainty]
"""The words, the two days, the least and the most days from the first to the second, and how sure it is."""


def _size(match: re.Match[str]) -> tuple[float, float]:
    """The days that the words say, and by how many they may be off."""
    word = match["number"].lower()
    amount = int(word) if word.isdigit() else NUMBER_WORDS.get(word, 1)
    days = amount * _DAYS[match["unit"].lower()]
    rough = days * 0.25 if match["rough"] else 0.0
    return days, {"day": 1.0, "night": 1.0, "week": 3.0, "fortnight": 3.0, "month": 16.0}[match["unit"].lower()] + rough


def _apart(story: Story) -> Iterator[Told]:
    """So many days before or after: of the day that is told before, or of what happened then."""
    for match in _APART.finditer(story.text):
        way = match["way"].lower()
        span = Span(match.start("number"), match.end("way"))
        sentence = sentence_span(story, span)
        back = way in ("earlier", "before", "previously")
        size, slack = _size(match)
        low, high = (-size - slack, -size + slack) if back else (size - slack, size + slack)
        before = [day for day in moments_in(story, Span(max(0, sentence.start - _REACH), span.start)) if _is_day(day)]
        behind = [
            day
            for day in moments_in(story, Span(span.end, min(len(story.text), sentence.end + _REACH)))
            if _is_day(day)
        ]
        if match["what"] and way in ("before", "after"):
            yield from _of_event(story, match, before, behind, (low, high))
        elif before and behind and before[-1].form == "date" and way != "on":
            first, second = before[-1], behind[0]
            gap = (second.first - first.first).days
            beside = _RIGHT_BEHIND.fullmatch(story.text, span.end, second.span.start) and second.form == "date"
            turned = (-size - slack <= gap <= -size + slack) if not back else (size - slack <= gap <= size + slack)
            inside = first.span.start >= sentence.start and second.span.start < sentence.end + _NEXT
            if (beside and way in _WAYS) or (
                turned and inside and abs(gap) > slack and _is_of_day(story, match, first)
            ):
                yield span, first, second, low, high, Certainty.LIKELY


def _is_of_day(story: Story, match: re.Match[str], day: Moment) -> bool:
    """Whether the words count from a day, and not from what is told behind: a week after suffering a stroke."""
    way = match["way"].lower()
    alone = way in ("earlier", "later", "previously") or story.text[match.end() : match.end() + 1] in ",.;"
    return alone and way != "on" and day.form == "date"


def _is_day(moment: Moment) -> bool:
    return moment.first == moment.last


def _of_event(
    story: Story, match: re.Match[str], before: list[Moment], behind: list[Moment], limits: tuple[float, float]
) -> Iterator[Told]:
    """Six days ahead of the ballot, on May 9: held against the day of the vote, told in a sentence before or behind."""
    text, span = story.text, Span(match.start("number"), match.end())
    on = [day for day in behind if _RIGHT_BEHIND.fullmatch(text, match.end(), day.span.start)]
    at = [day for day in before if _RIGHT_BEFORE.fullmatch(text, day.span.end, match.start())]
    if at and on:
        yield span, on[0], at[0], *limits, Certainty.LIKELY
        return
    counted = next(iter((*on, *at)), None)
    nouns = words_of(match["noun"] + " ")
    if counted is None or counted.form != "date":
        return
    own = sentence_span(story, counted.span)
    for event in (*reversed(before), *behind):
        told = sentence_span(story, event.span)
        alone = event.form == "date" and len(moments_in(story, told)) == 1 and told != own
        words = story.words(told)
        if alone and (nouns & words_of(words) or f" {match['noun']} " in words.replace(",", " ")):
            yield span, event, counted, *limits, Certainty.LIKELY
            return


_RIGHT_BEHIND = LazyPattern(r",? (?:on )?")
_RIGHT_BEFORE = LazyPattern(r",? (?:just |only |exactly )?")
_WAYS = ("earlier", "later")
_REACH = 400
_NEXT = 160
"""How far before the words, and how far behind their sentence, the other day may be told, in code points."""


def _long(story: Story) -> Iterator[Told]:
    """For so many days: by the two days of the same sentence, or of the sentence before."""
    for match in _LONG.finditer(story.text):
        span = Span(match.start("number"), match.end("units"))
        sentence = sentence_span(story, span)
        size, slack = _size(match)
        limits = (size - slack - 1, size + slack)
        days = [day for day in moments_in(story, sentence) if _is_day(day)]
        end = len(story.text[: sentence.start].rstrip())
        previous = sentence_span(story, Span(max(0, end - 1), end)) if end else sentence
        earlier = [day for day in moments_in(story, previous) if _is_day(day)]
        if _BY_THEN.search(story.text, sentence.start, span.start):
            yield from _by_then(story, span, sentence, earlier, (size, slack))
            continue
        if match["end"] == "." and len(days) == 2 and "after" in match.group().lower()[:5]:
            yield span, days[0], days[1], *limits, Certainty.LIKELY
        elif (
            not days and len(earlier) == 2 and match.start() - sentence.start < 3 and _HAD.search(story.words(sentence))
        ):
            yield span, earlier[0], earlier[1], *limits, Certainty.LIKELY


_HAD = LazyPattern(r"\b(?:had|was|were) ")


def _by_then(
    story: Story, span: Span, sentence: Span, earlier: list[Moment], size: tuple[float, float]
) -> Iterator[Told]:
    """By then she had been there for nine days: the day before it in the story, and the one behind on which it began."""
    behind = [
        day for day in moments_in(story, Span(sentence.end, min(len(story.text), sentence.end + _NEXT))) if _is_day(day)
    ]
    if len({day.first for day in earlier}) == 1 and len(behind) == 1 and behind[0].form != "weekday":
        yield (
            span,
            _in_year_of(behind[0], earlier[0]),
            earlier[0],
            size[0] - size[1],
            size[0] + size[1],
            Certainty.LIKELY,
        )


def _in_year_of(day: Moment, other: Moment) -> Moment:
    """*day*, if its year is not written, in the year in which it is nearest to *other*."""
    if day.dated or day.form != "date":
        return day
    near = [years_from(day.first, other.first.year - day.first.year + by) for by in (-1, 0, 1)]
    when = min(near, key=lambda one: abs(one - other.first))
    return replace(day, first=when, last=when)


def _said(gap: int) -> str:
    days = abs(gap)
    return f"{days} day{'s' * (days != 1)} {'later' if gap >= 0 else 'earlier'}" if days else "the same day"
