"""Times of day and lengths in hours as running copy tells them: three in the afternoon, the clock stood at 5.40; two hours and 40 minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from ..words.word_index import lower_word_starts
from .clock_times import ClockTime
from .durations import NUMBER_WORD, NUMBER_WORDS

if TYPE_CHECKING:
    from ...story import Story

D = TypeVar("D", bound="DayTime")
H = TypeVar("H", bound="HoursLong")
_TWELVE = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LEAD = r"(?:at|by|until|till|from|around|about|after|before|since|to|showed|read|shortly after|just after|just before|and|[Ii]t was)"
_BARE = LazyPattern(
    rf"\b{_LEAD} (?P<time>(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d))(?![\d%]|[.:,]\d|[ -](?:million|billion|bn|m|percent|per cent|cents|"
    r"points|seconds|sec|to the|euros|pounds|dollars|yen|miles|km|metres|meters|on the|overs|inches|a\.?m|p\.?m|hrs|hours|GMT|for)\b)"
)
_WORDS = LazyPattern(
    rf"\b{_LEAD} (?P<time>(?:(?P<part>half|a quarter|quarter|five|ten|twenty|twenty-five) (?P<side>past|to) )?(?P<hour>{_TWELVE}|\d{{1,2}})(?P<clock> o['’]clock)?"
    r"(?: (?:in|on) (?:the|[A-Z]\w+) (?P<half>morning|afternoon|evening)| at (?P<night>night)| (?:yesterday|this|on \w+|\w+day) (?P<of>morning|afternoon|evening))?)(?![\w%-]|[.,:]\d)",
    re.IGNORECASE,
)
_PARTS = {"half": 30, "a quarter": 15, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_NUMBER = rf"(?:\d{{1,3}}|{NUMBER_WORD}|an?)"
_LONG = LazyPattern(
    rf"(?P<rough>\b(?:about|around|some|nearly|almost|over|roughly|more than|less than|at least|up to|under|just over|just under|well over|barely) )?"
    rf"(?<![\w.,$£€:-])(?P<all>(?P<hours>{_NUMBER})(?P<half>[ -]and[ -]a[ -]half)?[ -]hours?(?P<more> and a half)?"
    rf"(?:,? (?:and )?(?P<minutes>\d{{1,2}}|{NUMBER_WORD}) minutes?)?|(?P<only>\d{{1,3}}|{NUMBER_WORD})[ -]minutes?|(?P<part>half[ -]an[ -]hour|three[ -]quarters of an hour))\b",
    re.IGNORECASE,
)
_UNITS = ("hour", "minute", "Hour", "Minute")


class DayTime(Mention, frozen=True):
    """A time of day; ``either`` where nothing tells the morning from the evening: it may be twelve hours later too."""

    kind: ClassVar[str] = "day-time"
    minutes: Annotated[int, "Minutes since midnight; of two that may be meant, the earlier."]
    either: Annotated[bool, "Whether it may be twelve hours later too."]
    zone: Annotated[str, "The time zone as written; empty where none is."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found = list(_clocks(cls, story))
        for read in (_bare, _worded):
            found += [time for time in read(cls, story.text) if not any(time.span.overlaps(one.span) for one in found)]
        return sorted(found, key=lambda time: time.span)


def _clocks(cls: type[D], story: Story) -> Iterator[D]:
    for time in story.mentions(ClockTime):
        if time.possible:
            either = not time.half and not time.word and not time.zone and 0 < time.hour <= 12
            yield cls(time.span, time.minutes % 720 if either else time.minutes, either, time.zone)


def _bare(cls: type[D], text: str) -> Iterator[D]:
    for match in _BARE.finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"])
        either = 0 < hour <= 12 and len(match["hour"]) < 3 and not match["hour"].startswith("0")
        yield cls(Span(*match.span("time")), (hour % 12 if either else hour) * 60 + minute, either, "")


def _worded(cls: type[D], text: str) -> Iterator[D]:
    if not any(
        cue in text
        for cue in ("clock", " past ", "quarter to", " in the ", "morning", "afternoon", "evening", " at night")
    ):
        return
    for match in _WORDS.finditer(text):
        half = (match["half"] or match["night"] or match["of"] or "").lower()
        if not (match["part"] or match["clock"] or half):
            continue
        hour = int(match["hour"]) if match["hour"].isdigit() else NUMBER_WORDS[match["hour"].lower()]
        if not 1 <= hour <= 12:
            continue
        part = _PARTS[match["part"].lower()] if match["part"] else 0
        minutes = hour % 12 * 60 + (part if (match["side"] or "").lower() == "past" else -part)
        late = half in ("afternoon", "evening") or (half == "night" and hour > 4)
        yield cls(Span(*match.span("time")), (minutes + 720 * late) % 1440, not half, "")


class HoursLong(Mention, frozen=True):
    """A length of time in hours and minutes."""

    kind: ClassVar[str] = "hours-long"
    minutes: Annotated[int, "How many minutes."]
    rough: Annotated[bool, "Whether “about” or the like stands before it."]
    whole: Annotated[bool, "Whether it is told in whole or half hours, which may be rounded."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        if not any(unit in story.text for unit in _UNITS):
            return
        for match in _lengths(story):
            if match["only"]:
                minutes, whole = _number(match["only"]), False
            elif match["part"]:
                minutes, whole = (30 if match["part"].lower().startswith("half") else 45), True
            else:
                minutes = 60 * _number(match["hours"]) + 30 * bool(match["half"] or match["more"])
                minutes += _number(match["minutes"]) if match["minutes"] else 0
                whole = not match["minutes"]
            yield cls(Span(*match.span("all")), minutes, bool(match["rough"]), whole)


_UNIT_WORDS = ("hour", "hours", "minute", "minutes")
_BEFORE, _BEHIND = 60, 90
"""More characters than a length of time has before, and from, its first word for hours or minutes."""


def _lengths(story: Story) -> Iterator[re.Match[str]]:
    """The matches of `_LONG`, looked for only beside a word for hours or minutes."""
    starts: dict[str, list[int]] = story.once(lower_word_starts)[0]
    reached = 0
    for at in sorted(at for unit in _UNIT_WORDS for at in starts.get(unit, ())):
        if at < reached:
            continue
        match = _LONG.search(story.text, max(reached, at - _BEFORE), at + _BEHIND)
        if match is not None and match.start() <= at:
            reached = match.end()
            yield match


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS.get(word.lower(), 1)
