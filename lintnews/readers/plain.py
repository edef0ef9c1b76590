"""Plain agency copy: paragraphs, perhaps after front matter or a header line with the date."""

from __future__ import annotations

import re

from ..source import TextBuilder
from ..story import Reading
from .front_matter import as_date, read_front_matter
from .paragraphs import add_paragraphs

_HEADER = re.compile(r"\s*(?:date:?[ \t]+)?(\d{4}-\d{2}-\d{2})(?=\s)", re.IGNORECASE)


def read(source: str) -> Reading:
    """Read plain text."""
    builder = TextBuilder()
    front = read_front_matter(builder, source)
    published = as_date(front.data.get("published"))
    header = _HEADER.match(source, builder.offset)
    if header:
        published = published or as_date(header[1])
        builder.markup(source[builder.offset : header.end()])
    blocks = front.blocks + add_paragraphs(builder, source, builder.offset, len(source))
    text, source_map = builder.build()
    return Reading(
        text,
        source_map,
        tuple(blocks),
        published=published,
        updated=as_date(front.data.get("updated")),
        slug=str(front.data.get("slug", "")),
        front_matter=front.data,
    )
