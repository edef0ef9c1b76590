"""When people and animals were born: born in 1950, came into the world on 2 May 1943, hatched in 1955."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .dates import Date
from .life_dates import LifeDates
from .tense import sentence_span
from .years import Year

if TYPE_CHECKING:
    from ...story import Story

_CUES = ("born", "Born", "world", "hatched", "foaled", "birth", "light of day", "b. ")
_BORN = LazyPattern(
    r"\b(?:(?:[Bb]orn|hatched|foaled|whelped|calved)(?!-)\b(?! (?:again|out of))|(?:came|was brought|arrived|entered) (?:in)?(?:to )?(?:in )?th(?:e|is) world|"
    r"first saw the light(?: of day)?|gave birth to (?:him|her)|birth certificate (?:dated|of|says|gives)|date of birth|(?:year|day) of (?:his|her) birth|"
    r"(?<!gave )(?<!given )(?<!giving )(?<!gives )(?<!give )\bbirth (?:as|in|on|date|was|to)\b|(?<=\()b\.)"
)
_OTHER_VERB = LazyPattern(
    r"\b(?:and|but|who|which|where|when|he|she|they) (?:\w+ed|grew|went|came|became|was|were|spent|left|has|had|began|won|took|made|ran)\b|;"
)
_REACH = 90
"""How far behind the word, and half as far before it, a birth may be dated, in code points."""


class Birth(Mention, frozen=True):
    """The birth of a person, told with its year; the span is from the word to the end of the date."""

    kind: ClassVar[str] = "birth"
    year: Annotated[int, "The year of birth."]
    day: Annotated[date | None, "The day, where it is told."]
    when: Annotated[Span, "The words of the date."]
    owner: Annotated[str, "Who is born, where the sentence leaves no doubt; else empty."]
    sentence: Annotated[Span, "The sentence in which it is told."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        if not any(cue in text for cue in _CUES):
            return
        owners = {life.sentence: life.owner for life in story.mentions(LifeDates)}
        dates = [day for day in story.mentions(Date) if day.year is not None]
        years = story.mentions(Year)
        for match in _BORN.finditer(text):
            sentence = sentence_span(story, Span(*match.span()))
            whens: list[tuple[Span, int, date | None]] = [
                *((day.span, day.year or 0, day.value) for day in dates),
                *((year.span, year.year, None) for year in years),
            ]
            behind = [
                w
                for w in whens
                if match.end() <= w[0].start <= min(match.end() + _REACH, sentence.end)
                and not _OTHER_VERB.search(text, match.end(), w[0].start)
            ]
            before = [
                w for w in whens if max(sentence.start, match.start() - _REACH // 2) <= w[0].start < match.start()
            ]
            found = (
                min(behind, key=lambda w: w[0].start) if behind else max(before, default=None, key=lambda w: w[0].end)
            )
            if found:
                span = Span(min(match.start(), found[0].start), max(match.end(), found[0].end))
                yield cls(span, found[1], found[2], found[0], owners.get(sentence, ""), sentence)
