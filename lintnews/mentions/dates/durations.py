"""Durations: four years, a 10-day strike, two decades ago."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...source import Span
from ..numbers.number_words import ONES, SMALL, TENS
from ..words.lazy_pattern import LazyPattern
from ..words.word_index import matches_from, starts_of

if TYPE_CHECKING:
    from ...story import Story

NUMBER_WORDS = {word: number for word, number in SMALL.items() if number} | {
    f"{ten}-{one}": tens + ones for ten, tens in TENS.items() for one, ones in ONES.items() if 0 < ones < 10
}
"""Number words from one to ninety-nine, in lower case."""
NUMBER_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
"""For a pattern, the longest first."""
_UNIT = LazyPattern(
    r"[ \t\xa0\u2009\u202f-](?P<unit>day|week|month|year|decade)(?P<plural>s)?\b(?P<ago>[ \t\xa0\u2009\u202f]ago\b)?"
)
_UNITS = tuple(unit + end for unit in ("day", "week", "month", "year", "decade") for end in ("", "s"))
_BEFORE = LazyPattern(
    r"(?P<rough>\b(?i:about|around|some|nearly|almost|over|roughly|more than|less than|at least|up to)[ \t\xa0\u2009\u202f])?"
    r"(?<![\w.,$£€-])(?P<number>\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)$"
)


class Duration(Mention, frozen=True):
    """So many days, weeks, months or years; a decade is ten years.

    ``rough`` where "about" or the like stands before it; ``ago`` where "ago" stands behind it. ``round_number`` where a
    writer may have rounded: tens, and a decade.
    """

    kind: ClassVar[str] = "duration"
    amount: Annotated[int, "How many."]
    unit: Annotated[str, "day, week, month or year; a decade is ten years."]
    rough: Annotated[bool, "Whether “about” or the like stands before it."]
    ago: Annotated[bool, "Whether “ago” stands behind it."]
    compound: Annotated[bool, "Whether it is written with hyphens: a three-day strike."]

    @property
    def round_number(self) -> bool:
        """Whether a writer may have rounded it: ten years and more, by fives."""
        return self.unit == "year" and self.amount >= 10 and self.amount % 5 == 0

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        for match in matches_from(_UNIT, text, (at - 1 for at in starts_of(story, _UNITS) if at)):
            start = match.start()
            before = _BEFORE.search(text, max(0, start - 30), start)
            amount = _amount(before["number"]) if before else None
            if before is None or amount is None:
                continue
            unit = match["unit"]
            if unit == "decade":
                amount, unit = 10 * amount, "year"
            yield cls(
                Span(before.start("number"), match.end()),
                amount,
                unit,
                bool(before["rough"]) or (match["unit"] == "decade"),
                bool(match["ago"]),
                text[start] == "-",
            )


def _amount(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    lower = word.lower()
    return 1 if lower in ("a", "an") else NUMBER_WORDS.get(lower)
