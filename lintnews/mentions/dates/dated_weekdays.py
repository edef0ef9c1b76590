"""Weekdays that stand beside a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .date_grammar import SPACE
from .date_ranges import joins_range
from .dates import Date, Group, Weekday, dates_and_weekdays

if TYPE_CHECKING:
    from ...story import Story

_WEEKDAY_LIST = LazyPattern(
    rf"(?:(?:{SPACE})?[-–—](?:{SPACE})?|{SPACE}(?:to|through|thru|until|till){SPACE})|,?{SPACE}(?:and|&|or){SPACE}|,{SPACE}"
)
_THROUGH = LazyPattern(rf"(?:{SPACE})?[-–—](?:{SPACE})?|{SPACE}(?:to|through|thru|until|till){SPACE}")
_TO_DATE = LazyPattern(
    rf"(?:{SPACE}(?:morning|afternoon|evening|night|noon|midday))?(?:,?{SPACE}\(?|,?{SPACE}(?:on{SPACE})?the{SPACE}|,)"
)
_FROM_DATE = LazyPattern(
    rf"(?:,?{SPACE}(?:which{SPACE}|this{SPACE}year{SPACE})?(?:(?:is|was|falls|fell|will{SPACE}be|will{SPACE}fall|being)"
    rf"{SPACE}(?:on{SPACE})?)?an?{SPACE}|,?{SPACE}which{SPACE}(?:falls|fell|will{SPACE}fall){SPACE}on{SPACE}"
    rf"(?:a{SPACE})?|{SPACE}\(|,{SPACE}|{SPACE}[-–—]{SPACE}a{SPACE})"
)
_AFTER_ARTICLE = LazyPattern(rf"(?!['’]s|(?:{SPACE})?-|{SPACE}[A-Z])")
_AFTER_BARE = LazyPattern(r"[).;]|,(?!\s*\d)|\n|$")
_NO_DAY = LazyPattern(r"(?:Sheffield|Bloody|Black|Ruby|Joe|Girl|Man|Freaky|Cyber|Giving|Casual) $")


class DatedWeekday(Mention, frozen=True):
    """A weekday and the date that it stands beside.

    The span takes in both, and all of a list: the pairs of "Saturday and Sunday, March 8 and 9" have one span.
    """

    kind: ClassVar[str] = "dated-weekday"
    weekday: Annotated[Weekday, "The weekday."]
    date: Annotated[Date, "The date that it stands beside."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for pairs in _pairs(story.text, dates_and_weekdays(story)):
            spans = [mention.span for pair in pairs for mention in pair]
            whole = Span(min(span.start for span in spans), max(span.end for span in spans))
            for weekday, day in pairs:
                yield cls(whole, weekday, day)


_Read = Sequence[Group]


def _pairs(text: str, read: _Read) -> Iterator[list[tuple[Weekday, Date]]]:
    index = 0
    while index < len(read):
        run = _weekday_run(text, read, index)
        if not run:
            index += 1
            continue
        after = index + len(run)
        dates = _dates_after(text, run, read, after)
        if (
            dates
            and (matched := _matched(text, run, dates))
            and not _NO_DAY.search(text, max(0, run[0].span.start - 12), run[0].span.start)
        ):
            yield matched
        elif index and not dates and len(run) == 1:
            before = read[index - 1][-1]
            if isinstance(before, Date) and not _taken(text, read, index - 1) and _follows(text, before, run[0]):
                yield [(run[0], before)]
        index = after


def _weekday_run(text: str, read: _Read, index: int) -> list[Weekday]:
    run: list[Weekday] = []
    for at in range(index, len(read)):
        word = read[at][0]
        if not isinstance(word, Weekday):
            break
        if run and not _WEEKDAY_LIST.fullmatch(text, run[-1].span.end, word.span.start):
            break
        run.append(word)
    return run


def _dates_after(text: str, run: list[Weekday], read: _Read, index: int) -> tuple[Date, ...]:
    """The dates that begin right after a run of weekdays."""
    if index >= len(read):
        return ()
    dates = tuple(item for item in read[index] if isinstance(item, Date))
    if not dates or not _TO_DATE.fullmatch(text, run[-1].span.end, dates[0].span.start):
        return ()
    if len(run) == 2 and len(dates) == 1 and index + 1 < len(read):
        second = read[index + 1][0]
        if isinstance(second, Date) and joins_range(text, dates[0], second):
            return (*dates, second)
    return dates


def _matched(text: str, run: list[Weekday], dates: tuple[Date, ...]) -> list[tuple[Weekday, Date]]:
    if len(run) == len(dates):
        return list(zip(run, dates, strict=True))
    if len(run) == 1:
        return [(run[0], dates[0])]
    through = _THROUGH.fullmatch(text, run[-2].span.end, run[-1].span.start)
    return [(run[-1], dates[-1])] if len(dates) == 1 and through else []


def _taken(text: str, read: _Read, index: int) -> bool:
    """Whether the date at *index* already has a weekday before it."""
    if not index:
        return False
    before, day = read[index - 1][0], read[index][0]
    return isinstance(before, Weekday) and bool(_TO_DATE.fullmatch(text, before.span.end, day.span.start))


def _follows(text: str, day: Date, weekday: Weekday) -> bool:
    gap = text[day.span.end : weekday.span.start]
    match = _FROM_DATE.fullmatch(gap)
    if match is None:
        return False
    end = weekday.span.end
    if gap.strip() == ",":
        return bool(_AFTER_BARE.match(text, end))
    return (gap.endswith("(") and text[end : end + 1] == ")") or bool(_AFTER_ARTICLE.match(text, end))
