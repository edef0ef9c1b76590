"""The words of a story by where they stand: what lists of words and cheap tests look up instead of reading the text again."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...story import Story
    from .lazy_pattern import LazyPattern

_WORD = re.compile(r"\w+")
_LONE_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
FOLDED = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})


def folded(story: Story) -> Iterable[str]:
    """The story's text with straight apostrophes and plain spaces, and no line end inside a block; as long as before."""
    text = story.text if story.text.isascii() else story.text.translate(FOLDED)
    yield _LONE_LINE_END.sub(" ", text)


def lowered(story: Story) -> Iterable[str]:
    """The folded text in lower case; offsets may differ."""
    yield story.once(folded)[0].lower()


def lowered_as_written(story: Story) -> Iterable[str]:
    """The text with its own apostrophes, spaces and line ends, in lower case; offsets may differ."""
    yield story.written.lower()


def word_starts(story: Story) -> Iterable[dict[str, list[int]]]:
    """Where each word of the story starts."""
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(story.once(folded)[0]):
        starts[match[0]].append(match.start())
    yield dict(starts)


def lower_word_starts(story: Story) -> Iterable[dict[str, list[int]]]:
    """Where each word of the story starts, capitals aside."""
    lower: dict[str, list[int]] = {}
    for word, starts in story.once(word_starts)[0].items():
        plain = word.lower()
        known = lower.get(plain)
        lower[plain] = starts if known is None else known + starts
    yield lower


def starts_of(story: Story, words: Iterable[str]) -> list[int]:
    """Where one of *words*, with capitals as given, starts, in order."""
    starts: dict[str, list[int]] = story.once(word_starts)[0]
    return sorted(at for word in words if word in starts for at in starts[word])


def matches_from(pattern: LazyPattern | re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of *pattern* that begin at one of *starts*, which are in order, none overlapping."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)) is not None:
            end = match.end()
            yield match


def holds_any(story: Story, words: frozenset[str]) -> bool:
    """Whether one of *words*, in small letters, is a word of the story."""
    return not words.isdisjoint(story.once(lower_word_starts)[0])
