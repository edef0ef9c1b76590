"""Ages that may be of one person, or of one whose birth is told, and don't fit: each pair with what speaks for the link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from ...mentions.dates.ages import Age
from ...mentions.dates.births import Birth
from ...mentions.dates.tense import sentence_span
from ...mentions.dates.years import Year
from ...mentions.words.lazy_pattern import LazyPattern
from ...record import Record
from ...source import Span
from ...story import is_above
from .same_person import only_one_so_called, same_person

if TYPE_CHECKING:
    from ...story import Story

BIRTH_MODEL, AGES_MODEL = "age_birth_evidence", "two_ages_evidence"
_MOST = 24
"""A story with more ages is a list of people."""
_OTHER_TIME = LazyPattern(
    r"\b(?:[Ww]hen|[Tt]hen|at the time|ago|years? (?:later|earlier|before|after)|that year|childhood|youth)\b|\bas an? \d"
)
_DEATH = LazyPattern(r"\b(?:died|dies|dead|killed|death|passed away|drowned|executed|funeral|buried|obituary|body)\b")
FAMILY = LazyPattern(
    r"\b(?:(?:grand|step|half-)?(?:fathers?|mothers?|sons?|daughters?|brothers?|sisters?)|wife|husband|widow|twins?|cousins?|parents|child(?:ren)?|"
    r"sibling|nephew|niece|uncle|aunt|girlfriend|boyfriend|partner|couple|baby|mum|dad|colleague|others?|another|rival|friend|victims?)\b"
)
CHILD_OF = LazyPattern(r"\b(?:sons?|daughters?|child) of\b")
_THE = LazyPattern(r"\b[Tt]he \Z")
_IS_NOW = LazyPattern(r"\b(?:is|now|still|[Tt]he|[Aa]) \Z|['’]s \Z|, \Z")
_NEAR = 600
_WAS = LazyPattern(r"\b(?:was|were|had been) \Z")


class AgeLink(Record, frozen=True):
    """``age`` doesn't fit what is told at ``other``, by which it would be from ``low`` to ``high``.

    ``born`` is the year of birth at ``other``; None where another age stands there.
    """

    age: Age
    other: Span
    low: int
    high: int
    born: int | None
    features: dict[str, float]


def ages_told(story: Story) -> tuple[Age, ...]:
    """The story's ages, or none where it has too many to tell whose they are."""
    ages = story.mentions(Age)
    return ages if len(ages) <= _MOST else ()


def birth_links(story: Story) -> Iterator[AgeLink]:
    """Ages that the birth of somebody in the story doesn't explain, counted to publication or to a death whose year is told."""
    ages = ages_told(story)
    births = story.mentions(Birth) if ages and story.published else ()
    if not births or story.published is None or len(births) > _MOST:
        return
    for age in ages:
        ranges = [(birth, *age_span(birth, story.published)) for birth in births]
        if any(low - 1 <= age.most and age.value <= high for _, low, high in ranges):
            continue
        for birth, low, high in ranges:
            if not _owners_differ(age.owner, birth.owner) and high >= 0:
                yield AgeLink(age, birth.span, low, high, birth.year, _birth_features(story, age, birth, low, high))


def age_span(birth: Birth, on: date) -> tuple[int, int]:
    """The least and the greatest age that somebody born then has on a day."""
    years = on.year - birth.year
    if birth.day:
        exact = years - ((on.month, on.day) < (birth.day.month, birth.day.day))
        return exact, exact
    return years - 1, years


def _birth_features(story: Story, age: Age, birth: Birth, low: int, high: int) -> dict[str, float]:
    ages, births = ages_told(story), story.mentions(Birth)
    sentence = sentence_span(story, age.span)
    words = story.words(sentence)
    apart = sentences_apart(story, age.span, birth.span)
    years = {year.year for year in story.mentions(Year)} - {birth.year}
    then = any(year - birth.year - 1 <= age.most and age.value <= year - birth.year for year in years)
    before = story.text[max(0, age.span.start - 10) : age.span.start]
    found = {
        f"form-{age.form}": True,
        "only-age": len({other.value for other in ages}) == 1,
        "two-ages": len({other.value for other in ages}) == 2,
        "only-birth": len(births) == 1,
        "same-owner": bool(age.owner and birth.owner) and same_person(age.owner, birth.owner),
        "no-owner": not age.owner and not birth.owner,
        "same-sentence": apart == 0,
        "next-sentence": apart == 1,
        "far": apart > 6,
        "another-time": bool(_OTHER_TIME.search(words)),
        "told-as-past": bool(_WAS.search(before)),
        "at-an-event": age.form == "aged" and not _DEATH.search(words),
        "not-told-as-now": age.form == "decade" and not _IS_NOW.search(before),
        "family-between": bool(FAMILY.search(_between(story, age.span, birth.span))),
        "age-between": any(_is_between(other.span, age.span, birth.span) for other in ages),
        "definite": age.form == "compound" and bool(_THE.search(before)),
        "death": bool(_DEATH.search(words)),
        "explained-by-a-year": then,
        "year-in-sentence": any(
            str(year) in words for year in years if story.published and year != story.published.year
        ),
        "one-digit": one_digit(age.value, (low, high)) and age.value == age.most,
        "off-by-little": min(abs(age.value - high), abs(age.most - low)) <= 2,
        "off-by-much": min(abs(age.value - high), abs(age.most - low)) > 25,
        "long-dead": high > 105,
        "family": bool(FAMILY.search(words) or FAMILY.search(CHILD_OF.sub("", story.words(birth.sentence)))),
        "above": is_above(story, age.span),
    }
    return {name: 1.0 for name, value in found.items() if value}


def _between(story: Story, one: Span, other: Span) -> str:
    start, end = sorted((one, other))
    return story.text[start.end : end.start] if end.start - start.end < _NEAR else ""


def _is_between(span: Span, one: Span, other: Span) -> bool:
    start, end = sorted((one, other))
    return start.end <= span.start and span.end <= end.start


def age_pairs(story: Story) -> Iterator[AgeLink]:
    """Two different ages, of which the second may be the first told again."""
    ages = [age for age in ages_told(story) if age.form not in ("since", "birthday")]
    if len({(age.value, age.most) for age in ages}) < 2:
        return
    for at, first in enumerate(ages):
        for second in ages[at + 1 :]:
            apart = second.most < first.value or first.most < second.value
            if not apart or _owners_differ(first.owner, second.owner):
                continue
            alone = not (first.owner and second.owner) or only_one_so_called(story.text, first.owner, second.owner)
            if alone:
                features = _pair_features(story, ages, first, second)
                yield AgeLink(second, first.span, first.value, first.most, None, features)


def _pair_features(story: Story, ages: list[Age], first: Age, second: Age) -> dict[str, float]:
    sentences = sentence_span(story, first.span), sentence_span(story, second.span)
    words = [story.words(sentence) for sentence in sentences]
    between = story.text[first.span.end : second.span.start]
    distinct = len({age.value for age in ages})
    definite = [
        age.form == "compound" and bool(_THE.search(story.text, max(0, age.span.start - 5), age.span.start))
        for age in (first, second)
    ]
    owned = [bool(age.owner) for age in (first, second)]
    counts = [sum(age.value == one.value for age in ages) for one in (first, second)]
    found = {
        "same-owner": all(owned) and same_person(first.owner, second.owner),
        "owner-then-definite": owned[0] and definite[1],
        "definite-twice": all(definite),
        "indefinite-then-definite": first.form == "compound" and not definite[0] and definite[1],
        "name-then-other": owned[0] and not owned[1] and not definite[1],
        "second-named": owned[1] and not owned[0],
        "neither-named": not any(owned),
        "stage-and-age": "decade" in (first.form, second.form),
        "two-ages-only": distinct == 2 and len(ages) == 2,
        "three-ages": distinct == 3,
        "many-ages": distinct > 3,
        "one-told-often": max(counts) > 1,
        "same-sentence": sentences[0] == sentences[1],
        "next-sentence": sentences_apart(story, first.span, second.span) == 1,
        "far": sentences_apart(story, first.span, second.span) > 6,
        "another-time": any(_OTHER_TIME.search(_around(story, age.span)) for age in (first, second)),
        "told-as-past": any(
            _WAS.search(story.text, max(0, age.span.start - 10), age.span.start) for age in (first, second)
        ),
        "year-beside": any(_YEAR.search(_around(story, age.span)) for age in (first, second)),
        "form-aged": "aged" in (first.form, second.form),
        "one-digit": first.value == first.most
        and second.value == second.most
        and one_digit(second.value, (first.value,)),
        "off-by-little": abs(first.value - second.value) <= 2,
        "other-noun": _nouns_differ(story, first, second),
        "headline": is_above(story, first.span) != is_above(story, second.span),
        "family": any(FAMILY.search(one) for one in words),
        "others-between": len(between) < 600 and bool(FAMILY.search(between)),
    }
    return {name: 1.0 for name, value in found.items() if value}


def _nouns_differ(story: Story, first: Age, second: Age) -> bool:
    """Whether both ages with hyphens stand before nouns for people, and different ones: man, girl."""
    nouns = [_PERSON.match(story.text, age.span.end) for age in (first, second) if age.form == "compound"]
    return len(nouns) == 2 and all(nouns) and len({noun["noun"] for noun in nouns if noun}) == 2


_PERSON = LazyPattern(
    r" (?:[a-z-]+ ){0,2}?(?P<noun>man|woman|boy|girl|son|daughter|mother|father|brother|sister|wife|husband|child|baby|student|driver|teacher|"
    r"player|striker|soldier|pupil|widow|grandson|granddaughter)\b"
)


def _around(story: Story, span: Span) -> str:
    """The words right before and behind, in the same sentence."""
    sentence = sentence_span(story, span)
    return story.text[max(sentence.start, span.start - _CLOSE) : min(sentence.end, span.end + _CLOSE)]


_CLOSE = 36
_YEAR = LazyPattern(r"\b(?:1[89]|20)\d\d\b")


def one_digit(value: int, others: Iterable[int]) -> bool:
    """Whether *value* is one of *others* with one digit changed, or with two changed round."""
    said = str(value)
    for other in map(str, others):
        if len(said) == len(other) and said != other:
            wrong = sum(a != b for a, b in zip(said, other, strict=True))
            if wrong == 1 or (wrong == 2 and sorted(said) == sorted(other)):
                return True
    return False


def _owners_differ(one: str, other: str) -> bool:
    return bool(one and other) and not same_person(one, other)


def sentences_apart(story: Story, one: Span, other: Span) -> int:
    """About how many sentences end between two places."""
    start, end = sorted((one, other))
    return len(_SENTENCE_END.findall(story.text[start.end : end.start]))


_SENTENCE_END = LazyPattern(r"[.!?][\"”’]?\s+(?=[\"“A-Z])|\n\n")
