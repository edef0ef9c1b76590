"""What the text readers share: line ends, and paragraphs between blank lines."""

from __future__ import annotations

import re

from ..source import Span, TextBuilder
from ..story import Block, BlockKind

PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*(?:(?:\r\n|\n|\r)[^\r\n]*\S[^\r\n]*)*")
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")


def begin_block(builder: TextBuilder) -> int:
    """Set a new block off from the one before with a blank line; returns where it starts."""
    if builder.length:
        builder.replace("", "\n\n")
    return builder.length


def add_lines(builder: TextBuilder, piece: str) -> None:
    """Add *piece* of the source; line ends, with the blanks around them, are read as ``\\n``."""
    at = 0
    for match in _LINE_END.finditer(piece):
        builder.text(piece[at : match.start()])
        if match.group() == "\n":
            builder.text("\n")
        else:
            builder.replace(match.group(), "\n")
        at = match.end()
    builder.text(piece[at:])


def add_paragraphs(builder: TextBuilder, source: str, start: int, end: int) -> list[Block]:
    """Add ``source[start:end]`` as paragraphs between blank lines; ``builder.offset`` must be *start*."""
    blocks = []
    for match in PARAGRAPH.finditer(source, start, end):
        words = match.group()
        stripped = words.strip()
        begin = match.start() + len(words) - len(words.lstrip())
        builder.markup(source[builder.offset : begin])
        at = begin_block(builder)
        add_lines(builder, stripped)
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, builder.length)))
    builder.markup(source[builder.offset : end])
    return blocks
