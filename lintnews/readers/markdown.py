"""Markdown with front matter."""

from __future__ import annotations

from ..source import TextBuilder
from ..story import Reading
from .front_matter import as_date, read_front_matter
from .paragraphs import add_paragraphs


def read(source: str) -> Reading:
    """Read Markdown."""
    builder = TextBuilder()
    front = read_front_matter(builder, source)
    blocks = front.blocks + add_paragraphs(builder, source, builder.offset, len(source))
    text, source_map = builder.build()
    return Reading(
        text,
        source_map,
        tuple(blocks),
        published=as_date(front.data.get("published")),
        updated=as_date(front.data.get("updated")),
        slug=str(front.data.get("slug", "")),
        front_matter=front.data,
    )
