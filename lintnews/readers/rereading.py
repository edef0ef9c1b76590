"""A reading with pieces of its text read as something else: nothing, other blanks, other letters for the same."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from ..record import replace
from ..source import Span, TextBuilder, compose
from ..story import Block, Reading

Change = tuple[Span, str]
"""A span of a reading's text, and what to read in its place."""


def reread(reading: Reading, changes: Sequence[Change], blocks: Iterable[Block] | None = None) -> Reading:
    """*reading* after *changes*, which are in order and apart from each other.

    *blocks*, if not the reading's own, are given as spans of the text before; a block begins and ends outside of all
    changes, or at their edges.
    """
    builder = TextBuilder()
    for span, words in changes:
        builder.text(reading.text[builder.offset : span.start])
        builder.replace(reading.text[span.start : span.end], words)
    builder.text(reading.text[builder.offset :])
    text, inner = builder.build()
    starts = [span.start for span, _ in changes]
    ends = [span.end for span, _ in changes]
    growth = [0, *accumulate(len(words) - len(span) for span, words in changes)]

    def begin(offset: int) -> int:
        return offset + growth[bisect_right(ends, offset)]

    def end(offset: int) -> int:
        return offset + growth[bisect_left(starts, offset)]

    return replace(
        reading,
        text=text,
        map=compose(reading.map, inner),
        blocks=tuple(
            Block(block.kind, Span(begin(block.span.start), end(block.span.end)))
            for block in (reading.blocks if blocks is None else blocks)
        ),
        comments=tuple(replace(comment, at=inner.to_text(comment.at)) for comment in reading.comments),
    )
