"""A beginning and an end by the clock, or a time due and the time that it was, and a length between them that doesn't fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...match import Certainty
from ...mention import Mention
from ...mentions.dates.hours import DayTime, HoursLong
from ...mentions.dates.tense import sentence_span
from ...mentions.words.lazy_pattern import LazyPattern
from ...story import is_body
from .age_links import sentences_apart

if TYPE_CHECKING:
    from ...story import Story

_LATE = LazyPattern(
    r",? (?:late\b(?! in| at)|behind (?:schedule|time|the timetable|its time)|overdue|later than (?:planned|scheduled|expected|advertised|due|it should)|after (?:it|he|she|they) (?:was|were) (?:due|meant|supposed)"
    r"|delay|hold-up|wait)"
)
_EARLY = LazyPattern(
    r",? (?:early\b(?! in)|ahead of (?:schedule|time|the timetable)|earlier than (?:planned|scheduled|expected|advertised))"
)
_DELAYED = LazyPattern(
    r"\b(?:delay(?:ed)?|delay of|held up|late|postponed|put back|slipped|overran)(?: by| for| of| some| about| nearly| almost)* \Z"
)
_DUE = LazyPattern(
    r"\b(?:[Dd]ue|[Ss]cheduled|timetabled|billed|advertised|supposed|meant|expected|planned|should have|was to|were to|intended)\b"
)
_LASTS = LazyPattern(
    r"\b(?:last(?:s|ed|ing)?|took|taken|takes|need(?:s|ed)|after|for|spent|[Aa] tense|[Aa]n?|[Tt]he|whole|his|her|their|its|ran|went on|over|within|in|all of|of|sat|lay|held (?:them|him|her) for|took (?:[\w’']+ ){1,3})"
    r"(?: (?:a|an|the|only|just|about|some|nearly|almost|more than|all|over|barely|marathon|gruelling|tense|further|another|full|exactly|roughly))* ?\Z"
)
_NO_LENGTH = LazyPattern(
    r" (?:ago|a day|a week|earlier|before|from|away|per|each|every|an?\b|north|south|east|west|drive|notice|of (?:community|overtime|sleep|footage))|[ -](?:week|day|old)\b"
)
_BEGINS = LazyPattern(
    r"\b(?:beg[aiu]n\w*|launch\w*|start\w*|open(?:ed|s|ing)|kick(?:ed|s)? off|kick-off|first ball|first|struck|left|leaves?|depart\w*|set (?:off|out)|took off|takes? off|fired|broke out|enter\w*|"
    r"walked in|barricad\w*|since|from|call(?:ed|s)?|alarm\w*|seized|burst in|stormed|went (?:in|down|out|dark|off|missing|under)|fail(?:ed|s)|tripped|lost|sail\w*|cast off|push(?:ed)? off|rose|convene\w*|sat down|gather\w*|"
    r"locked|took (?:the|her|his|them)|taken|shut|closed|trapped|collapsed|vanish\w*|disappear\w*|was (?:told|last seen)|were told|got (?:up|under way)|under way)\b",
)
_ENDS = LazyPattern(
    r"\b(?:end\w*|finish\w*|over|until|till|surrender\w*|came (?:out|ashore|down|back|home)|come out|emerg\w*|releas\w*|freed|rescue\w*|extinguish\w*|put out|adjourn\w*|arriv\w*|land(?:ed|s|ing)|"
    r"reach\w*|final|halt|gave up|stop(?:ped|s)?|restor\w*|back on|docked|touch\w*|returned|verdict|under control|broke up|rose|cross\w*|pulled|lifted|completed|done|closed|found|walked (?:out|free)|switched|winched|brought)\b"
)
_LATER = LazyPattern(r" later\b")
_CLOSE = 40
"""How far behind "five hours later" the time may stand that is meant."""
_AROUND = 90
_LEAST, _SLACK, _WHOLE, _ROUGH = 20, 5, 31, 46
"""Minutes: shorter lengths are left alone; how far the clock may be off an exact, a whole and a rough length."""
_DAY, _HALF = 1440, 720


class ClockSum(Mention, frozen=True):
    """A length of time, and the two times of day from which to which it is said to run, or between what was due and what was."""

    kind: ClassVar[str] = "clock-sum"
    start: Annotated[DayTime, "When it began, or was due."]
    end: Annotated[DayTime, "When it ended, or was."]
    right: Annotated[str, "The length between the two, in words."]
    certainty: Annotated[Certainty, "How sure it is that the three belong together."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        lengths = [length for length in story.mentions(HoursLong) if length.minutes >= _LEAST]
        if not lengths:
            return
        times = [time for time in story.mentions(DayTime) if is_body(story, time.span)]
        if len({(time.minutes, time.either) for time in times}) != 2 or times[0].zone.lower() != times[-1].zone.lower():
            return
        for length, pair in _told(story, lengths, times):
            start, end = pair
            gaps = _gaps(start, end)
            slack = _ROUGH if length.rough else _WHOLE if length.whole and length.minutes >= 60 else _SLACK
            if all(abs(gap - length.minutes) > slack for gap in gaps):
                yield cls(
                    length.span,
                    start,
                    end,
                    _said(min(gaps, key=lambda gap: abs(gap - length.minutes))),
                    Certainty.LIKELY,
                )
                return


Pair = tuple[DayTime, DayTime]


def _told(story: Story, lengths: list[HoursLong], times: list[DayTime]) -> Iterator[tuple[HoursLong, Pair]]:
    text = story.text
    first, second = (
        times[0],
        next(time for time in times if time.minutes != times[0].minutes or time.either != times[0].either),
    )
    late = [length for length in lengths if _is_late(text, length)]
    if late:
        due = [time for time, before in ((first, None), (second, first)) if _is_due(story, time, before)]
        if len(due) == 1 and len({length.minutes for length in late}) == 1:
            other = second if due[0] is first else first
            early = _EARLY.match(text, late[0].span.end)
            yield late[0], (other, due[0]) if early else (due[0], other)
        return
    if sentences_apart(story, first.span, second.span) > 4:
        return
    later = [
        one
        for one in lengths
        if first.span.end <= one.span.start < second.span.start and _LATER.match(text, one.span.end)
    ]
    if len(later) == 1:
        if second.span.start - later[0].span.end < _CLOSE:
            yield later[0], (first, second)
        return
    told = [
        one
        for one in lengths
        if _LASTS.search(text, max(0, one.span.start - 40), one.span.start) and not _NO_LENGTH.match(text, one.span.end)
    ]
    if len({one.minutes for one in told}) != 1 or sentences_apart(story, told[0].span, first.span) > 4:
        return
    begins, ends = ([bool(_near(story, time, words)) for time in (first, second)] for words in (_BEGINS, _ENDS))
    if begins[0] and ends[1]:
        yield told[0], (first, second)
    elif begins[1] and ends[0]:
        yield told[0], (second, first)


def _is_late(text: str, length: HoursLong) -> bool:
    behind = _LATE.match(text, length.span.end) or _EARLY.match(text, length.span.end)
    return bool(behind or _DELAYED.search(text, max(0, length.span.start - 30), length.span.start))


def _is_due(story: Story, time: DayTime, before: DayTime | None) -> bool:
    """Whether the words before the time, and behind the other one, speak of a plan."""
    start = max(sentence_span(story, time.span).start, time.span.start - 60, before.span.end if before else 0)
    return _DUE.search(story.text, start, time.span.start) is not None


def _near(story: Story, time: DayTime, words: LazyPattern) -> bool:
    """Whether one of the words stands in the sentence, near the time."""
    sentence = sentence_span(story, time.span)
    start, end = max(sentence.start, time.span.start - _AROUND), min(sentence.end, time.span.end + _AROUND)
    return words.search(story.text, start, end) is not None


def _gaps(start: DayTime, end: DayTime) -> list[int]:
    """Minutes from one time to the other; several where morning and evening can't be told apart."""
    gap = (end.minutes - start.minutes) % _DAY
    return [gap, (gap + _HALF) % _DAY] if start.either or end.either else [gap]


def _said(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'s' * (hours != 1)}" if hours else "", f"{rest} minute{'s' * (rest != 1)}" if rest else ""]
    return " and ".join(part for part in parts if part) or "nothing"
