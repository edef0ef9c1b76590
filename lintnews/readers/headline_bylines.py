"""Bylines that stand in the headline's field: ``Denmark braces for clash by Ann Lee``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..knowledge.name_particles import NAME_PARTICLE
from ..mentions.words.lazy_pattern import LazyPattern
from ..source import Span
from ..story import Block, BlockKind, Reading
from .rereading import Change, reread

_NAME = rf"[A-Z][\w’'-]+(?: (?:[A-Z]\.|{NAME_PARTICLE}|[A-Z][\w’'-]+)){{0,2}} (?P<last>[A-Z][\w’'-]+)"
_WHOLE = LazyPattern(rf"[Bb]y {_NAME}|BY [A-Z][A-Z .’'-]{{4,40}}")
_AT_END = LazyPattern(rf"(?<=\w) by {_NAME}\Z")
_WORDS_BEFORE = 4


def set_bylines_apart(reading: Reading) -> Reading:
    """*reading* with the writer's name at a headline's end as a byline.

    It is one where nobody in the story has that name, or nearly that name.
    """
    if not any(
        " by " in (words := block.span.of(reading.text)) or words[:3].lower() == "by " for block in _headlines(reading)
    ):
        return reading
    blocks: list[Block] = []
    gaps: list[Change] = []
    for block in reading.blocks:
        at = _byline(block, reading) if block.kind is BlockKind.HEADLINE else None
        if at is None:
            blocks.append(block)
        elif at == block.span.start:
            blocks.append(Block(BlockKind.BYLINE, block.span))
        else:
            blocks += (
                Block(block.kind, Span(block.span.start, at - 1)),
                Block(BlockKind.BYLINE, Span(at, block.span.end)),
            )
            gaps.append((Span(at - 1, at), "\n\n"))
    return reread(reading, gaps, blocks) if tuple(blocks) != reading.blocks else reading


def _headlines(reading: Reading) -> Iterator[Block]:
    return (block for block in reading.blocks if block.kind is BlockKind.HEADLINE)


def _byline(block: Block, reading: Reading) -> int | None:
    """Where the byline of a headline begins, if it has one."""
    words = block.span.of(reading.text)
    if _WHOLE.fullmatch(words):
        return block.span.start
    found = _AT_END.search(words)
    if found is None or words[: found.start()].count(" ") + 1 < _WORDS_BEFORE or words.istitle():
        return None
    others = reading.text[: block.span.start] + "\n" + reading.text[block.span.end :]
    return None if re.search(_like(found["last"]), others) else block.span.start + found.start() + 1


def _like(name: str) -> str:
    """What finds *name*, written rightly or nearly so: its first three letters, or its first and last and as many between."""
    between = len(name) - 2
    return rf"\b(?:{re.escape(name[:3])}|{name[0]}\w{{{max(0, between - 1)},{between + 1}}}{name[-1]}\b)"
