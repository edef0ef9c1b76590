"""age-mismatch: an age that doesn't fit the dates of birth and death, or two ages for one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from ..check import Check
from ..finding import Match, Note
from ..layers.calendar_cues import may_hold_two_ages
from ..source import Span

if TYPE_CHECKING:
    from ..layers.ages import Age
    from ..layers.life_dates import LifeDates
    from ..story import Story

_OTHER_TIME = re.compile(
    r"\b(?:when|then|at the time|ago|(?:1[89]|20)\d\d|years? (?:later|earlier|before)|turned|turns|birthday)\b"
)
_DEATH = re.compile(r"\b(?:died|dies|dead|killed|death|passed away|drowned|executed)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeMismatch(Check):
    """Flags an age that no birthday explains.

    In one sentence, an age is held against the year or day of birth and death, or of publication. Across the story,
    two different ages of the same full name are held against each other.
    """

    kind: ClassVar[str] = "age-mismatch"
    values: ClassVar[tuple[str, ...]] = ("age", "reason")

    def matches(self, story: Story) -> Iterator[Match]:
        if not may_hold_two_ages(story.text):
            return
        from ..layers.ages import Age
        from ..layers.life_dates import LifeDates

        ages = [age for age in story.mentions(Age) if age.value < 130]
        if not ages:
            return
        for life in story.mentions(LifeDates):
            for age in ages:
                if life.sentence.contains(age.span) and _same_owner(life, age):
                    match = _against_life(story, age, life)
                    if match:
                        yield match
                        break
        yield from _two_ages(story, ages)


def _same_owner(life: LifeDates, age: Age) -> bool:
    return not life.owner or not age.owner or _key(life.owner) == _key(age.owner)


def _against_life(story: Story, age: Age, life: LifeDates) -> Match | None:
    if life.born is None:
        return None
    sentence = story.words(life.sentence)
    if life.died is not None:
        if not _DEATH.search(sentence):
            return None
        low, high = _ages(life.born, life.born_day, life.died, life.died_day)
        reason = f"{life.born} to {life.died} makes"
    elif story.published and not _tells_of_other_time(story, life.sentence, life.span) and not _DEATH.search(sentence):
        low, high = _ages(life.born, life.born_day, story.published.year, story.published)
        reason = f"birth in {life.born} makes, on the day of publication,"
    else:
        return None
    if low <= age.value <= high:
        return None
    right = str(high) if low == high else f"{low} or {high}"
    return _match(age, f"{reason} {right}", Note("The dates", life.span))


def _ages(born: int, born_day: date | None, year: int, day: date | None) -> tuple[int, int]:
    """The least and the greatest age that fits."""
    years = year - born
    if born_day and day:
        exact = years - ((day.month, day.day) < (born_day.month, born_day.day))
        return exact, exact
    return years - 1, years


def _match(age: Age, reason: str, note: Note) -> Match:
    return Match(age.span, values=(("age", str(age.value)), ("reason", reason)), notes=(note,))


def _two_ages(story: Story, ages: list[Age]) -> Iterator[Match]:
    first: dict[str, Age] = {}
    for age in ages:
        if not age.owner or age.form == "aged":
            continue
        before = first.setdefault(_key(age.owner), age)
        if before.value != age.value and not _speaks_of_other_time(story, before, age):
            yield _match(age, f"{before.owner} is {before.value} here", Note("The other age", before.span))


def _speaks_of_other_time(story: Story, *ages: Age) -> bool:
    from ..layers.tense import sentence_span

    return any(_tells_of_other_time(story, sentence_span(story, age.span), age.span) for age in ages)


def _tells_of_other_time(story: Story, sentence: Span, leaving_out: Span) -> bool:
    text = story.text
    words = text[sentence.start : leaving_out.start] + " " + text[leaving_out.end : sentence.end]
    return bool(_OTHER_TIME.search(words))


def _key(name: str) -> str:
    """The last two words: what stands before them may be a title, or the beginning of the sentence."""
    return " ".join(name.casefold().split()[-2:])
