"""Readings of parts of a file → the reading of the whole, and a reading within a text that is itself read from a file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ..record import replace
from ..source import SourceMap, compose, concatenate
from ..story import Block, Comment, Reading

_BETWEEN = "\n\n"


def within(outer: SourceMap, reading: Reading) -> Reading:
    """*reading*, whose places are in a text that *outer* leads to the file, with places in the file."""
    comments = tuple(replace(comment, source=outer.to_source(comment.source)) for comment in reading.comments)
    return replace(reading, map=compose(outer, reading.map), comments=comments)


def joined(parts: Sequence[Reading]) -> Reading:
    """One reading of *parts* of a file, in their order; parts without text give only their comments."""
    read = [part for part in parts if part.text]
    text, source_map = concatenate([(part.text, part.map) for part in read], _BETWEEN)
    starts = list(accumulate((len(part.text) + len(_BETWEEN) for part in read), initial=0))
    blocks: list[Block] = []
    comments: list[Comment] = []
    number = 0
    for part in parts:
        start = starts[number]
        blocks.extend(Block(block.kind, block.span.shifted(start)) for block in part.blocks)
        comments.extend(replace(comment, at=min(comment.at + start, len(text))) for comment in part.comments)
        number += bool(part.text)
    return Reading(text, source_map, tuple(blocks), tuple(comments))
