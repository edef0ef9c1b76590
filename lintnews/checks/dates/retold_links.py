"""Two years, or two months, that may be the time of one event told twice, with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from ...mentions.dates.dates import PartialDate
from ...mentions.dates.tense import sentence_span
from ...mentions.dates.years import Year
from ...mentions.words.calendar_words import MONTH_NAMES
from ...mentions.words.lazy_pattern import LazyPattern
from ...record import Record
from ...source import Span
from ...story import is_above
from .age_links import one_digit, sentences_apart
from .shared_words import words_of

if TYPE_CHECKING:
    from ...story import Story

YEARS_MODEL, MONTHS_MODEL = "retold_years_evidence", "retold_months_evidence"
_MOST = 24
"""A story that names more times is a chronicle or a table."""
_REACH = 64
_NEXT_WORD = LazyPattern(r" (?P<word>[a-z][a-z-]{2,})")
_NEXT_NAME = LazyPattern(r" (?P<word>[A-Z][\w’'-]+)")
_COMPARES = LazyPattern(
    r"\b(?:than|compared|comparison|against|versus|earlier|previous|preceding|same|from|up|down|rose|fell|increase\w*|decrease\w*|growth|again|"
    r"each|every|respectively|first|second|third|fourth|another|later)\b"
)
_EITHER_TIME = LazyPattern(r"\b(?:1[5-9]|20)\d\d\b")


class _When(Record, frozen=True):
    span: Span
    value: int
    written: str
    lead: str


class RetoldLink(Record, frozen=True):
    """What is told at ``second`` may be what is told at ``first``, where another year or month stands."""

    first: Span
    second: Span
    first_time: str
    second_time: str
    features: dict[str, float]


def retold_years(story: Story) -> Iterator[RetoldLink]:
    yield from _links(
        story, [_When(year.span, year.year, str(year.year), year.lead) for year in story.mentions(Year)], True
    )


def retold_months(story: Story) -> Iterator[RetoldLink]:
    found = [
        _When(month.month_span, month.month, MONTH_NAMES[month.month - 1], _word_before(story, month.span))
        for month in story.mentions(PartialDate)
        if month.year is None
    ]
    yield from _links(story, found, False)


def _names_differ(story: Story, one: Span, other: Span) -> bool:
    """Whether both are part of names, and of different ones: the 2008 Olympics, the 2002 World Cup."""
    names = [_NEXT_NAME.match(story.text, span.end) for span in (one, other)]
    return all(names) and len({name["word"] for name in names if name}) == 2


def _word_before(story: Story, span: Span) -> str:
    words = story.text[max(0, span.start - 12) : span.start].split()
    return words[-1].lower() if words else ""


def _links(story: Story, times: list[_When], years: bool) -> Iterator[RetoldLink]:
    if not 2 <= len(times) <= _MOST or len({time.value for time in times}) < 2:
        return
    sentences = [sentence_span(story, time.span) for time in times]
    around = [_around(story, time.span, sentence) for time, sentence in zip(times, sentences, strict=True)]
    words = [words_of(one) for one in around]
    values = [time.value for time in times]
    text_words: dict[str, int] = {}
    lowered = story.text.lower()
    for one, other in combinations(range(len(times)), 2):
        shared = words[one] & words[other]
        if times[one].value == times[other].value or not shared or sentences[one] == sentences[other]:
            continue
        if times[other].written in story.words(sentences[one]) or times[one].written in story.words(sentences[other]):
            continue
        for word in shared:
            if word not in text_words:
                text_words[word] = lowered.count(word)
        if _names_differ(story, times[one].span, times[other].span):
            continue
        features = _features(story, (times[one], times[other]), (around[one], around[other]), shared, text_words)
        counts = [values.count(times[at].value) for at in (one, other)]
        features["both-again"] = float(min(counts) > 1)
        features["one-again"] = float(max(counts) > 1 and min(counts) == 1)
        features["two-times"] = float(len(set(values)) == 2)
        features["many-times"] = float(len(set(values)) > 5)
        if years:
            _compare_years(story, (times[one], times[other]), features)
        yield RetoldLink(
            times[one].span, times[other].span, times[one].written, times[other].written,
            {name: value for name, value in features.items() if value},
        )  # fmt: skip


def _compare_years(story: Story, times: tuple[_When, _When], features: dict[str, float]) -> None:
    first, second = times[0].value, times[1].value
    now = story.published.year if story.published else 0
    features["one-digit"] = float(one_digit(first, (second,)))
    features["next-years"] = float(abs(first - second) == 1)
    features["of-these-days"] = float(bool(now) and max(first, second) >= now - 1 and min(first, second) >= now - 2)
    features["no-date"] = float(not now)


def _around(story: Story, span: Span, sentence: Span) -> str:
    return story.text[max(sentence.start, span.start - _REACH) : min(sentence.end, span.end + _REACH)]


def _features(
    story: Story, times: tuple[_When, _When], around: tuple[str, str], shared: frozenset[str], counts: dict[str, int]
) -> dict[str, float]:
    close = [words_of(story.text[max(0, time.span.start - 30) : time.span.end + 30]) for time in times]
    nouns = [_noun_behind(story, time) for time in times]
    named = {word for word in shared if all(word.capitalize() in one for one in around)}
    common = {word for word in shared if word not in named}
    found = {
        "same-noun": bool(nouns[0]) and nouns[0] == nouns[1],
        "noun-told-again": any(bool(noun) and noun in close[1 - at] for at, noun in enumerate(nouns))
        and nouns[0] != nouns[1],
        "shares-a-word": len(common) == 1,
        "shares-words": len(common) == 2,
        "shares-many-words": len(common) > 2,
        "shares-only-names": not common,
        "shares-names": bool(named),
        "shares-close-word": bool((close[0] & close[1]) - named),
        "shares-rare-word": any(counts[word] <= 2 for word in common),
        "shares-usual-word": all(counts[word] > 5 for word in shared),
        "compares": any(_COMPARES.search(one) for one in around),
        "compares-twice": all(_COMPARES.search(one) for one in around),
        "same-lead": times[0].lead == times[1].lead,
        "next-sentence": sentences_apart(story, times[0].span, times[1].span) == 1,
        "far": sentences_apart(story, times[0].span, times[1].span) > 6,
        "other-year-beside": any(len(set(_EITHER_TIME.findall(one))) > 1 for one in around),
        "headline": is_above(story, times[0].span) != is_above(story, times[1].span),
    }
    return {name: 1.0 for name, value in found.items() if value}


def _noun_behind(story: Story, time: _When) -> str:
    """The noun that a year or month belongs to: the 1991 agreement, January sales."""
    if time.lead not in ("the", "a", "its", "his", "their", "her", "of", "") and not time.written.isalpha():
        return ""
    word = _NEXT_WORD.match(story.text, time.span.end)
    found = words_of(word["word"]) if word else frozenset()
    return next(iter(found), "")
