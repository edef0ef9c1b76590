"""Acronyms: where they stand, and where they are explained."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...datafiles import word_list
from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story

_ACRONYM = re.compile(
    r"(?<![\w.<$£€/@#&-])[A-Z](?:[A-Z]{1,6}|(?:\.[A-Z]){1,5}\.?|[A-Z]*&[A-Z]+)(?![\w/@&]|\.[A-Z]|>|-\d)"
)
_EXPLAINED = (
    r"(?P<words>(?:[A-Z][\w’'-]*|[a-z]{2,4}|&)(?: (?:[A-Z][\w’'.-]*|of|the|for|and|in|on|to|de|des|du|la|le|et|against|with|a|an|&)){1,9}) "
    r"\((?:known as |or |the )?(?P<acronym>[A-Z][A-Za-z&.]{1,7})(?: or [A-Z]\w+)?\)"
)
_EXPLAINED_BEHIND = r"(?<![\w.])(?P<acronym>[A-Z]{2,7}) \((?:the )?(?P<words>[A-Z][\w’'-]*(?: (?:[A-Z][\w’'.-]*|of|the|for|and|in|on|to|against|with|&)){1,9})\)"
_BRACKET = re.compile(r"\((?:known as |or |the )?[A-Z]")
_SMALL = word_list("small_words_of_acronyms")
_WORD = LazyPattern(r"[^\W_]+")
_WORDS_AS_WRITTEN = re.compile(r"[^\W_][\w’'&./-]*|&")
_PART = re.compile(r"[-/.]")
_HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\dA-Z_]+|\d+")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Acronym(Mention, frozen=True):
    """Two or more capitals that stand for words. ``text`` is without points.

    ``explained`` is the span of the words that it is introduced with here; None elsewhere. ``fits``: the letters are
    found in those words, in order.
    """

    kind: ClassVar[str] = "acronym"
    text: Annotated[str, "The letters, without points."]
    explained: Annotated[Span | None, "The words that it is introduced with here."] = None
    fits: Annotated[bool, "Whether its letters are found in those words, in order."] = True

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for block in story.body:
            words = story.words(block.span)
            if words.isupper():
                continue
            explained: dict[int, tuple[Span | None, bool]] = {}
            for at, expansion, letters_fit in _explanations(story.text, block.span):
                explained[at] = expansion, letters_fit
            for found in _ACRONYM.finditer(story.text, block.span.start, block.span.end):
                span, fits = explained.get(found.start(), (None, True))
                yield cls(Span(*found.span()), plain(found.group()), span, fits)


def plain(acronym: str) -> str:
    return acronym.replace(".", "")


def _explanations(text: str, within: Span) -> Iterator[tuple[int, Span, bool]]:
    if not _BRACKET.search(text, within.start, within.end):
        return
    for pattern in (_EXPLAINED, _EXPLAINED_BEHIND):
        for found in _compiled(pattern).finditer(text, within.start, within.end):
            acronym = plain(found["acronym"])
            if sum(map(str.isupper, acronym)) > 1:
                span = _expansion(text, Span(*found.span("words")), acronym)
                yield found.start("acronym"), span, spells(span.of(text), acronym)


def _expansion(text: str, words: Span, acronym: str) -> Span:
    """The last words that the letters stand for; as many as there are letters where they don't fit."""
    starts = [words.start + found.start() for found in re.finditer(r"\S+", words.of(text))]
    for start in reversed(starts):
        piece = text[start : words.end]
        if piece[0].upper() == acronym[0] and piece.split(" ", 1)[0] not in _SMALL and spells(piece, acronym):
            return Span(start, words.end)
    large = [start for start in starts if text[start:].split(" ", 1)[0] not in _SMALL]
    return Span(large[-len(acronym)] if len(large) >= len(acronym) else (large or starts)[0], words.end)


def initials(words: str) -> str:
    """The first letters of the words that count."""
    return "".join(word[0] for word in _WORD.findall(words) if word not in _SMALL).upper()


def spells(words: str, acronym: str) -> bool:
    """Whether the letters of *acronym* stand in *words* in their order, the first at the beginning."""
    letters = iter(re.sub(r"[\W_]", "", words).upper())
    wanted = [letter for letter in acronym.rstrip("s").upper() if letter.isalnum()]
    return words[:1].upper() == acronym[:1] and all(letter in letters for letter in wanted)


def readings(words: str) -> frozenset[str]:
    """All that an acronym of exactly these words can be: with and without the small words and the parts of joined words.

    "World Wide Fund for Nature": WWF, WWFFN; "PlayStation Portable": PP, PSP.
    """
    return next(iter(readings_by_start(words)), (0, frozenset[str]()))[1]


def readings_by_start(words: str) -> Iterator[tuple[int, frozenset[str]]]:
    """What `readings` says of *words* from each word on: where that word begins, and the readings."""
    whole = list(_WORDS_AS_WRITTEN.finditer(words))
    every = [_letters(word.group()) for word in whole]
    joined = any(len(set(letters)) > 1 for letters in every)
    for at, word in enumerate(whole):
        small = "".join(letters[0] for letters in every[at:])
        if joined:
            yield word.start(), frozenset((small, *("".join(letters[n] for letters in every[at:]) for n in (1, 2, 3))))
        else:
            yield word.start(), frozenset((small,))


@lru_cache(4096)
def _letters(word: str) -> tuple[str, str, str, str]:
    """What a word gives to an acronym: its first letter; the same, if it is no small word; those of its parts; of its humps."""
    first = word[0].upper()
    if word.lower() in _SMALL:
        return first, "", "", ""
    parts = "".join(part[0] for part in _PART.split(word) if part).upper()
    return first, first, parts, "".join(hump[0] for hump in _HUMP.findall(word)).upper()
