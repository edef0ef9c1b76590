"""The words of a story as two tellings of one fact are compared by: sentence by sentence, with what each word stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..datafiles import load_data
from ..knowledge.relations import relations
from ..mentions.words.sentences import Sentence
from ..mentions.words.word_index import lower_word_starts
from ..record import Record
from ..source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..story import Story

WORD = re.compile(
    r"[A-Za-z]+(?=[ ,\n])|(?:[^\W\d_]\.){2,}|[A-Z]+\d+\w*|\d+[A-Z]\w*|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?"
)
"""A word; the first way to read one is the last but one, quickly."""
_OF_IT = re.compile(r"['’]s?$")


class Word(Record, frozen=True):
    """A word of a sentence. ``plain`` is in small letters and without a possessive ending; ``at`` counts within the sentence."""

    span: Span
    text: str
    plain: str
    at: int
    capital: bool
    """Whether it has a capital that its place does not explain."""


class Telling(Record, frozen=True):
    """A sentence as its words; ``number`` counts the story's sentences, ``block`` is where it stands."""

    span: Span
    words: tuple[Word, ...]
    number: int


def tellings_with(story: Story, words: frozenset[str]) -> Iterator[Telling]:
    """The sentences that hold one of *words*, which are in small letters and without hyphens, points and the like."""
    starts: dict[str, list[int]] = story.once(lower_word_starts)[0]
    places = sorted(at for word in starts.keys() & words for at in starts[word])
    passed = 0
    for number, sentence in enumerate(story.mentions(Sentence)):
        passed = bisect_left(places, sentence.span.start, passed)
        if passed == len(places):
            return
        if places[passed] < sentence.span.end:
            yield telling(story, sentence.span, number)


def telling(story: Story, span: Span, number: int = 0) -> Telling:
    """The sentence at *span* as its words, which are read once, whoever asks."""
    read: dict[Span, tuple[Word, ...]] = story.once(_read)[0]
    if span not in read:
        read[span] = _words(story.text, span)
    return Telling(span, read[span], number)


def telling_of(text: str) -> Telling:
    """*text*, a sentence that is no story's, as its words."""
    span = Span(0, len(text))
    return Telling(span, _words(text, span), 0)


def _read(story: Story) -> Iterator[dict[Span, tuple[Word, ...]]]:
    yield {}


@lru_cache(maxsize=20_000)
def plain_word(word: str) -> str:
    """*word* in small letters, without a possessive ending."""
    plain = word.casefold()
    return _OF_IT.sub("", plain).replace("’", "'") if "'" in word or "’" in word else plain


def _words(text: str, span: Span) -> tuple[Word, ...]:
    found: list[Word] = []
    for at, match in enumerate(WORD.finditer(text, span.start, span.end)):
        word = match[0]
        plain = plain_word(word)
        capital = word != word.lower() and (at > 0 or _has_capital(word, plain))
        found.append(Word(Span(*match.span()), word, plain, at, capital))
    return tuple(found)


def _has_capital(word: str, plain: str) -> bool:
    """Whether *word*, which begins a sentence, is written as a name is: only what is no common word counts as one."""
    return not word[0].isupper() or (plain not in dull() and not is_common(plain))


@cache
def is_common(word: str) -> bool:
    """Whether *word* is a word of the dictionary rather than a name."""
    return bool(relations(word).senses)


@cache
def dull() -> frozenset[str]:
    """Words that say nothing about what a sentence is about."""
    return frozenset(load_data("facts")["dull"])


def is_one_word(one: str, other: str) -> bool:
    """Whether two words are forms of one: the same but for an ending, or one inside the other."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 4:
        return len(short) > 1 and long in (
            f"{short}s",
            f"{short}ed",
            f"{short}'s",
            f"{short}{short[-1]}ed",
            f"{short}{short[-1]}ing",
        )
    shared = _shared(short, long)
    return shared >= 4 and shared >= len(short) - (2 if len(short) < 7 else 3) and len(long) - shared <= 5


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
