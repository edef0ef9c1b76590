"""Two tellings of one person's age or birth that no birthday explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...match import Certainty
from ...mention import Mention
from ...mentions.dates.ages import Age
from ...mentions.dates.birth_times import BirthTime
from ...mentions.names.referents import person_just_named
from ...mentions.words.calendar_words import MONTH_NAMES
from ...mentions.words.lazy_pattern import LazyPattern
from ...record import Record
from ...source import Span
from ...story import is_above
from .age_links import CHILD_OF, FAMILY
from .age_mismatch import plain_mismatches
from .same_person import only_one_so_called, same_person

if TYPE_CHECKING:
    from ...story import Story

_SLACK = timedelta(366)
_SMALL_SLACK = timedelta(31)
"""How far two births that follow may lie apart and still be one: ages are told a birthday too early or too late."""
_BESIDE = 45
"""How far before an age or a birth a relative may be named whose it is."""
_CHILDREN = LazyPattern(r"\b(?:twins?|brothers?|sisters?|siblings?|both|babies|children|another|other)\b")
_ONE_TOLD = LazyPattern(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b|\b[Tt]he \Z")
_HE, _SHE = LazyPattern(r"\b(?:[Hh]e|[Hh]is|[Hh]im|man|boy)\b"), LazyPattern(r"\b(?:[Ss]he|[Hh]er|woman|girl)\b")


class AgeClash(Mention, frozen=True):
    """An age or birth, and another of the same person by which that person would have been born years earlier or later."""

    kind: ClassVar[str] = "age-clash"
    other: Annotated[Span, "The telling that contradicts it."]
    born: Annotated[str, "The year of birth, or the two that fit, by this telling."]
    other_born: Annotated[str, "The year or years of birth by the other telling."]
    certainty: Annotated[Certainty, "How sure it is that both are told of one person."]
    reasons: Annotated[tuple[str, ...], "What speaks for it."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        times = story.mentions(BirthTime)
        if len(times) < 2 or not _any_apart(times):
            return
        told = {match.span for match in story.once(plain_mismatches)}
        found = [(link.sure, link) for link in _links(story, times)]
        for sure, link in sorted(found, key=lambda one: (-one[0], one[1].second.span)):
            if any(span.overlaps(one.span) for span in told for one in (link.first, link.second)):
                continue
            told |= {link.first.span, link.second.span}
            yield cls(
                link.second.span, link.first.span, _when(link.second), _when(link.first), sure, (link.reason,)
            )  # fmt: skip


class _Link(Record, frozen=True):
    first: BirthTime
    second: BirthTime
    sure: Certainty
    reason: str


def _any_apart(times: Iterable[BirthTime]) -> bool:
    return any(_apart(one, other) for one, other in combinations(times, 2))


def _apart(one: BirthTime, other: BirthTime) -> bool:
    slack = _SMALL_SLACK if "small" in (one.form, other.form) else _SLACK
    return one.last + slack < other.first or other.last + slack < one.first


def _may_clash(one: BirthTime, other: BirthTime) -> bool:
    """Whether the two can be held against each other: two ages of now are two people as often as one."""
    forms = {one.form, other.form}
    if one.anchor and one.anchor == other.anchor:
        return False
    if forms & {"lately", "small"}:
        return forms in ({"lately", "small"}, {"born", "small"})
    return forms not in ({"now"}, {"now", "death"}) and not one.span.overlaps(other.span) and _apart(one, other)


def _links(story: Story, times: tuple[BirthTime, ...]) -> Iterator[_Link]:
    owners = [time.owner or person_just_named(story, time.span.start) for time in times]
    only_age = len({age.value for age in story.mentions(Age)}) == 1 and sum(time.form == "born" for time in times) == 1
    named = {owner.split()[-1] for owner in [*owners, *(age.owner for age in story.mentions(Age))] if owner}
    for (at, one), (by, other) in combinations(enumerate(times), 2):
        if not _may_clash(one, other) or not _apart(one, other):
            continue
        first, second = sorted((one, other), key=lambda time: _weight(story, time, times))
        both = bool(owners[at] and owners[by])
        if both and not same_person(owners[at], owners[by]):
            continue
        if both and only_one_so_called(story.text, owners[at], owners[by]):
            yield _Link(first, second, Certainty.LIKELY, "both are told of one name")
        elif len(named) < 2 and not _speaks_of_others(story, one, other):
            sure = only_age or all(owners[place] or _is_of_one_told(story, times[place]) for place in (at, by))
            level = Certainty.LIKELY if sure else Certainty.POSSIBLE
            yield _Link(first, second, level, "the story tells nobody else’s age")


def _weight(story: Story, time: BirthTime, times: tuple[BirthTime, ...]) -> tuple[int, ...]:
    """What is rather the slip comes last: what agrees with less, no birth, the headline, an age that another time has."""
    agreeing = sum(not _apart(time, other) for other in times if other is not time)
    return (time.form not in ("born", "lately"), -agreeing, is_above(story, time.span), time.form == "then")


def _is_of_one_told(story: Story, time: BirthTime) -> bool:
    """Whether the words speak of somebody told before: he, she, the 22-year-old, Born in Cork."""
    before = story.text[time.sentence.start : time.span.start]
    if time.form in ("small", "lately") or story.text.startswith("Born", time.span.start):
        return True
    return bool(_ONE_TOLD.search(before)) or not before


def _speaks_of_others(story: Story, one: BirthTime, other: BirthTime) -> bool:
    """Whether a relative is spoken of beside either, or one is a man's and the other a woman's."""
    sentences = story.words(one.sentence), story.words(other.sentence)
    if "small" in (one.form, other.form):
        of_parent = any(FAMILY.search(story.words(time.sentence)) for time in (one, other) if time.form == "born")
        return of_parent or any(_CHILDREN.search(words) for words in sentences)
    for time in (one, other):
        before = story.text[max(time.sentence.start, time.span.start - _BESIDE) : time.span.start]
        if FAMILY.search(CHILD_OF.sub("", before)):
            return True
    he, she = (tuple(bool(gender.search(words)) for words in sentences) for gender in (_HE, _SHE))
    return (he[0] and not she[0] and she[1] and not he[1]) or (she[0] and not he[0] and he[1] and not she[1])


def _when(time: BirthTime) -> str:
    """The year of birth, or the years that fit; with the months where no more than some do."""
    first, last = time.first, time.last
    if time.form in ("small", "lately"):
        names = dict.fromkeys(f"{MONTH_NAMES[day.month - 1]} {day.year}" for day in (first, last))
        return " to ".join(names)
    if first.year == last.year:
        return str(first.year)
    return f"{first.year} or {last.year}" if last.year == first.year + 1 else f"{first.year} to {last.year}"
