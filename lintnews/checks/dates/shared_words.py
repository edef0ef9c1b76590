"""The words that two passages have in common, of those that say what they are about."""

from __future__ import annotations

from functools import cache

from ...datafiles import load_data
from ...mentions.words.lazy_pattern import LazyPattern

_WORD = LazyPattern(r"[A-Za-z][A-Za-z’'-]{3,}")
_EMPTY = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "have",
        "been",
        "were",
        "will",
        "would",
        "could",
        "which",
        "when",
        "after",
        "before",
        "about",
        "into",
        "over",
        "under",
        "their",
        "there",
        "they",
        "than",
        "then",
        "them",
        "said",
        "says",
        "told",
        "also",
        "more",
        "most",
        "some",
        "such",
        "only",
        "other",
        "others",
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "time",
        "first",
        "last",
        "next",
        "since",
        "while",
        "where",
        "what",
        "whose",
        "because",
        "between",
        "during",
        "until",
        "still",
        "just",
        "even",
        "back",
        "made",
        "make",
        "take",
        "took",
        "came",
        "come",
        "went",
        "years'",
        "year's",
        "according",
        "percent",
        "million",
        "billion",
        "people",
        "news",
        "people's",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "it's",
        "has",
        "had",
        "its",
        "his",
        "her",
        "was",
        "who",
        "but",
        "for",
        "and",
        "the",
        "are",
    ]
)


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
