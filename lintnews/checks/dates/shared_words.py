"""The words that two passages have in common, of those that say what they are about."""

from __future__ import annotations

from functools import cache

from ...datafiles import load_data, word_list
from ...mentions.words.lazy_pattern import LazyPattern

_WORD = LazyPattern(r"[A-Za-z][A-Za-z’'-]{3,}")
_EMPTY = word_list("words_that_link_nothing")


def words_of(passage: str) -> frozenset[str]:
    """The words of *passage* that say something, in small letters, without a plural's s; words for one event are one word."""
    same = _one_for_each()
    every = (word.group().lower().removesuffix("'s").removesuffix("’s") for word in _WORD.finditer(passage))
    return frozenset(
        same.get(word) or (word.rstrip("s") if len(word) > 4 else word) for word in every if word not in _EMPTY
    )


@cache
def _one_for_each() -> dict[str, str]:
    """Each word for an event, and the one that stands for all words for it."""
    return {word: words.split()[0] for words in load_data("event_words")["same"] for word in words.split()}


def shared_words(one: str, other: str) -> frozenset[str]:
    return words_of(one) & words_of(other)
