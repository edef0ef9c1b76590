"""An age then, an age now, and a number of years between them that doesn't lead from one to the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...match import Certainty
from ...mention import Mention
from ...mentions.dates.ages import Age
from ...mentions.dates.birth_times import BirthTime
from ...mentions.dates.durations import Duration
from ...mentions.dates.tense import sentence_span
from ...mentions.words.lazy_pattern import LazyPattern
from .age_links import sentences_apart

if TYPE_CHECKING:
    from ...story import Story

_THEN = LazyPattern(
    r"\b(?:[Hh]e|[Ss]he|[Ww]ho|I) (?:was|were|turned|had been)(?: (?:only|just|barely|still))? \Z|\bat (?:the )?age(?: of)? \w+\Z|\baged? \w+\Z"
)
_FEWEST = 5
"""A shorter length is rather that of a contract or a study."""


class AgeSpan(Mention, frozen=True):
    """A number of years between an age ``then`` and an age ``now`` of one person, which are ``right`` years apart."""

    kind: ClassVar[str] = "age-span"
    then: Annotated[Age, "The age at the beginning."]
    now: Annotated[Age, "The age at the end."]
    right: Annotated[int, "How many years lie between the two ages."]
    certainty: Annotated[Certainty, "How sure it is that all three are told of one person."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        ages = [age for age in story.mentions(Age) if age.value == age.most]
        if not 2 <= len(ages) <= 6:
            return
        times = {time.span: time for time in story.mentions(BirthTime)}
        now = [age for age in ages if age.span in times and times[age.span].form == "now"]
        before = [age for age in ages if age.span not in times and _is_then(story, age)]
        if len({age.value for age in now}) != 1 or len({age.value for age in before}) != 1:
            return
        one, other = before[0], now[0]
        right = other.value - one.value
        lengths = _lengths(story, one, other)
        if len({length.amount for length in lengths}) != 1:
            return
        length = lengths[0]
        slack = 1 + 2 * (length.rough or length.round_number)
        if right > 0 and abs(length.amount - right) > slack:
            yield cls(length.span, one, other, right, Certainty.LIKELY)


def _is_then(story: Story, age: Age) -> bool:
    if age.form == "since":
        return True
    return (
        age.form in ("is", "aged") and _THEN.search(story.text, max(0, age.span.start - 40), age.span.start) is not None
    )


def _lengths(story: Story, one: Age, other: Age) -> list[Duration]:
    """Lengths in years that are told beside either age."""
    spans = [sentence_span(story, age.span) for age in (one, other)]
    found = []
    for length in story.mentions(Duration):
        if length.unit != "year" or length.amount < _FEWEST or story.text.startswith(("-old", " old"), length.span.end):
            continue
        if any(
            abs(length.span.start - span.start) < 400 and sentences_apart(story, length.span, span) <= 1
            for span in spans
        ):
            found.append(length)
    return found
