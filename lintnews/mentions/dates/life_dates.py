"""When people were born and died: (1950–2020), born March 5, 1950, died in 2020."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..names.referents import person_just_named
from ..words.lazy_pattern import LazyPattern
from .dates import Date
from .tense import sentence_span
from .years import YearRange

if TYPE_CHECKING:
    from ...story import Story

_SHORTEST_LIFE = 15
"""Fewer years in parentheses behind a name are more often a term of office."""
L = TypeVar("L", bound="LifeDates")
_NAME_BEFORE = LazyPattern(r"(?<![\w’'.-])([^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]*){1,4}) \($")
_EVENT = LazyPattern(
    r"(?:\b([Bb]orn|died)\b|(?<=\()(b)\.)(?: in [A-Z][\w.]+(?:,? [A-Z][\w.]+){0,3},?)?(?:,? (?:on|in))? (?=[A-Z0-9])",
    needs=("Born", "born", "died", "b."),
)
_SUBJECT = LazyPattern(
    r"(?P<name>(?:[^\W\d_a-z][\w’'.-]+ ){0,4}[^\W\d_a-z][\w’'-]+)(?:, \d{1,3})?(?:,? who)?,? ?(?:was |is |\()?$|"
    r"(?:^|[.!?]\s+|, |\s)(?P<pronoun>[Hh]e|[Ss]he) was $"
)
_LED_BY = LazyPattern(
    r",? (?P<name>(?:[^\W\d_a-z][\w’'.-]+ ){0,3}[^\W\d_a-z][\w’'-]+)(?:, \d{1,3},)? (?:[a-z]+ed|is|was|grew|has)\b"
)
_YEAR = LazyPattern(r"((?:1[5-9]|20)\d\d)(?![\w%]|[-,.]\d)")
_NO_NAMES = frozenset(("He", "She", "They", "Who", "It", "I"))


class LifeDates(Mention, frozen=True):
    """Birth and death of one person, each a year with or without the day; ``owner`` is the name beside it, maybe empty.

    For "he was born" the owner is the person just named, where only one is. ``sentence`` is the one in which it is told.
    """

    kind: ClassVar[str] = "life-dates"
    owner: Annotated[str, "Whose dates these are; empty where no name stands beside them."]
    born: Annotated[int | None, "The year of birth."]
    born_day: Annotated[date | None, "The day of birth."]
    died: Annotated[int | None, "The year of death."]
    died_day: Annotated[date | None, "The day of death."]
    sentence: Annotated[Span, "The sentence in which it is told."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found = [*_bracketed(cls, story), *_told(cls, story)]
        return sorted(found, key=lambda life: life.span)


def _bracketed(cls: type[L], story: Story) -> Iterator[L]:
    for years in story.mentions(YearRange):
        if years.lead != "(" or len(years.span) < 9 or 0 < years.end - years.start < _SHORTEST_LIFE:
            continue
        start = years.span.start
        name = _NAME_BEFORE.search(story.text, max(0, start - 60), start)
        if name:
            where = sentence_span(story, years.span)
            yield cls(years.span, name[1], years.start, None, years.end, None, where)


def _told(cls: type[L], story: Story) -> Iterator[L]:
    """ "born in 1950 … died on March 5, 2020" in one sentence, or one of the two."""
    days = {day.span.start: day for day in story.mentions(Date)} if _EVENT.search(story.text) else {}
    told: dict[Span, dict[str, tuple[Span, int, date | None]]] = {}
    for match in _EVENT.finditer(story.text):
        event = _when(story, match, days)
        if event:
            told.setdefault(sentence_span(story, event[0]), {}).setdefault(
                "died" if match[1] == "died" else "born", event
            )
    for sentence, events in told.items():
        born, died = events.get("born"), events.get("died")
        spans = [event[0] for event in events.values()]
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        yield cls(
            whole,
            _owner(story, whole),
            born[1] if born else None,
            born[2] if born else None,
            died[1] if died else None,
            died[2] if died else None,
            sentence,
        )


def _when(story: Story, match: re.Match[str], days: dict[int, Date]) -> tuple[Span, int, date | None] | None:
    day = days.get(match.end())
    if day is not None and day.year is not None:
        return Span(match.start(), day.span.end), day.year, day.value
    year = _YEAR.match(story.text, match.end())
    return (Span(match.start(), year.end()), int(year[1]), None) if year else None


def _owner(story: Story, span: Span) -> str:
    """Whose birth or death is told at *span*: the name right before, the person that "he" means, or the name right behind."""
    text = story.text
    subject = _SUBJECT.search(text, max(0, span.start - 80), span.start)
    if subject and subject["name"]:
        return subject["name"] if subject["name"] not in _NO_NAMES else ""
    if subject:
        return person_just_named(story, subject.start("pronoun"))
    led = _LED_BY.match(text, span.end) if text.startswith("Born", span.start) else None
    return led["name"] if led else ""
