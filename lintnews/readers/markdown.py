"""Markdown with front matter."""

from __future__ import annotations

from ..source import TextBuilder
from ..story import Reading
from .front_matter import read_front_matter
from .paragraphs import add_paragraphs


def read(source: str) -> Reading:
    """Read Markdown."""
    builder = TextBuilder()
    front = read_front_matter(builder, source)
    blocks = add_paragraphs(builder, source, builder.offset, len(source))
    return front.reading(builder, blocks)
