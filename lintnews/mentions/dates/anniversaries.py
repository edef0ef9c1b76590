"""Statements that a number of years lies between a year and now: 30 years ago, in 1956; the 50th anniversary of the 1975 flood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.cardinals import ORDINALS
from ..words.lazy_pattern import LazyPattern
from .durations import Duration

if TYPE_CHECKING:
    from ...story import Story

N = TypeVar("N", bound="YearsSince")
_YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)(?![\w%]|[-–,.]\d|[-–]\w)"
_AGO_THEN_YEAR = LazyPattern(rf",? (?:back )?(?:\(|in ){_YEAR}")
_YEAR_THEN_AGO = LazyPattern(rf"\b[Ii]n {_YEAR}(?:, | \(| — |, (?:some |exactly ))$")
_ANNIVERSARY = LazyPattern(
    rf"\b(?P<ordinal>\d{{1,4}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[ -](?:anniversary|birthday) of (?:the |its |his |her |their )?"
    rf"(?:[A-Za-z’']+ (?:[A-Za-z’']+ ){{0,3}}(?:in |of ))?(?:[A-Z][a-z]+\.? \d{{1,2}}, )?{_YEAR}"
)


class YearsSince(Mention, frozen=True):
    """``amount`` years are said to lie between ``year`` and the day of publication; ``amount_span`` says how many.

    ``anniversary`` where it is one, which may also be to come.
    """

    kind: ClassVar[str] = "years-since"
    amount: Annotated[int, "How many years are said to have passed."]
    amount_span: Annotated[Span, "Where that is said."]
    year: Annotated[int, "The year from which they count."]
    anniversary: Annotated[bool, "Whether it is an anniversary, which may be still to come."]
    rough: Annotated[bool, "Whether “about” or the like stands before it, or the number is round."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found = [*_ago(cls, story), *_anniversaries(cls, story.text)]
        return sorted(found, key=lambda since: since.span)


def _ago(cls: type[N], story: Story) -> Iterator[N]:
    for duration in story.mentions(Duration):
        if not duration.ago or duration.unit != "year":
            continue
        start, end = duration.span.start, duration.span.end
        year = _AGO_THEN_YEAR.match(story.text, end) or _YEAR_THEN_AGO.search(story.text, max(0, start - 24), start)
        if year:
            whole = Span(min(start, year.start("year")), max(end, year.end("year")))
            rough = duration.rough or duration.round_number
            yield cls(whole, duration.amount, duration.span, int(year["year"]), False, rough)


def _anniversaries(cls: type[N], text: str) -> Iterator[N]:
    if "anniversary" not in text and "birthday" not in text:
        return
    for match in _ANNIVERSARY.finditer(text):
        word = match["ordinal"]
        amount = int(word[:-2]) if word[0].isdigit() else ORDINALS[word]
        yield cls(Span(*match.span()), amount, Span(*match.span("ordinal")), int(match["year"]), True, False)
