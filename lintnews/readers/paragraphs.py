"""What the text readers share: line ends, and paragraphs between blank lines."""

from __future__ import annotations

import re

from ..mentions.words.lazy_pattern import LazyPattern
from ..source import Span, TextBuilder
from ..story import Block, BlockKind

PARAGRAPH = re.compile(r"\S[^\r\n]*+(?:(?:\r\n|\n|\r)[^\S\r\n]*+\S[^\r\n]*+)*+")
_LINE_END = LazyPattern(r"(?:\r\n|\r|\n)[ \t]*+")


def begin_block(builder: TextBuilder) -> int:
    """Set a new block off from the one before with a blank line; returns where it starts."""
    if builder.length:
        builder.replace("", "\n\n")
    return builder.length


def add_lines(builder: TextBuilder, piece: str) -> None:
    """Add *piece* of the source; line ends, with the blanks around them, are read as ``\\n``."""
    at = 0
    for match in _LINE_END.finditer(piece):
        words = piece[at : match.start()].rstrip(" \t")
        builder.text(words)
        between = piece[at + len(words) : match.end()]
        if between == "\n":
            builder.text("\n")
        else:
            builder.replace(between, "\n")
        at = match.end()
    builder.text(piece[at:])


def add_block(builder: TextBuilder, source: str, start: int, end: int, kind: BlockKind) -> Block:
    """Add ``source[start:end]``, without the blanks around it, as one block of *kind*; it must hold more than blanks."""
    words = source[start:end]
    builder.pass_to(start + len(words) - len(words.lstrip()))
    at = begin_block(builder)
    add_lines(builder, words.strip())
    return Block(kind, Span(at, builder.length))


def add_paragraphs(builder: TextBuilder, source: str, start: int, end: int) -> list[Block]:
    """Add ``source[start:end]`` as paragraphs between blank lines; ``builder.offset`` must not lie behind *start*."""
    blocks = [
        add_block(builder, source, match.start(), match.end(), BlockKind.PARAGRAPH)
        for match in PARAGRAPH.finditer(source, start, end)
    ]
    builder.pass_to(end)
    return blocks
