"""Sentences that hold numbers: their words, and where in the story they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...story import BlockKind
from ..words.lazy_pattern import LazyPattern
from ..words.sentences import Sentence
from .quantities import Quantity

if TYPE_CHECKING:
    from ...source import Span
    from ...story import Story


class NumberedSentence(NamedTuple):
    """A sentence with numbers: its words, and where it stands (0 headline, deck or caption, 1 first paragraph, 2 body)."""

    span: Span
    text: str
    quantities: tuple[Quantity, ...]
    words: frozenset[str]
    place: int


WORD = LazyPattern(r"[A-Za-z][A-Za-z'’-]{2,}")
DULL = frozenset(
    re.findall(
        r"\S+",
        "the and for that with said from have has had was were been will would could they their there this these "
        "those into over under after before about more than less which when while where who whom its his her our "
        "your are but not all also some other another such year years month months week weeks day days last first "
        "next new one two three people million billion thousand trillion mln dlrs pct percent cent per cts stg "
        "dollars pounds euros according its she you may might can did does being only just most many much very both "
        "each being against between during since until because through under around including told says say ago now "
        "out off down ",
    )
)
_FRONT = (BlockKind.HEADLINE, BlockKind.DECK, BlockKind.CAPTION)


def numbered_sentences(story: Story, quantities: tuple[Quantity, ...]) -> list[NumberedSentence]:
    found = []
    at = 0
    first_body = story.body[0].span if story.body else None
    for sentence in story.mentions(Sentence):
        start = at
        while at < len(quantities) and quantities[at].span.start < sentence.span.end:
            at += 1
        if start == at:
            continue
        block = story.block_at(sentence.span.start)
        place = 2
        if block is not None and block.kind in _FRONT:
            place = 0
        elif block is not None and first_body is not None and block.span == first_body:
            place = 1
        text = story.words(sentence.span)
        found.append(NumberedSentence(sentence.span, text, quantities[start:at], content(text), place))
    return found


def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(w) for w in WORD.findall(text) if w.lower() not in DULL)


def stem(word: str) -> str:
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s")
    for ending in ("ing", "ed", "es", "s", "e"):
        if len(word) - len(ending) >= 4 and word.endswith(ending):
            return word[: -len(ending)]
    return word
