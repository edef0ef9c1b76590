"""Files taken onto the page: text and Markdown as they stand, other formats as the copy that is read in them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ...readers import read_bytes
from ...story import Block, BlockKind, Reading
from ..housed import Housed

FORMATS = ("plain", "markdown")
"""What the copy on the page can be; other formats are read into it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that was opened or dropped: its name and its bytes."""

    name: str
    data: bytes


def take_in(_: Housed, file: File) -> bytes:
    """The page's fields for *file*, as JSON; ReadError where it can't be read."""
    reading = read_bytes(file.data, path=file.name)
    if reading.format in FORMATS:
        return _json(reading.format, reading.source, "", "")
    headline = next((block for block in reading.blocks if block.kind is BlockKind.HEADLINE), None)
    words = " ".join(headline.span.of(reading.text).split()) if headline else ""
    published = reading.published.isoformat() if reading.published else ""
    return _json("plain", _copy(reading, headline), words, published)


def _json(format_of: str, text: str, headline: str, published: str) -> bytes:
    fields = {"format": format_of, "text": text, "headline": headline, "published": published}
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _copy(reading: Reading, without: Block | None) -> str:
    """The blocks of *reading* as plain copy, with its suppressions where they stood."""
    notes = [(comment.at, comment.words.strip()) for comment in reading.comments if "lintnews:" in comment.words]
    parts = []
    for block in reading.blocks:
        if block is without:
            continue
        words = block.span.of(reading.text).strip()
        said = [words for at, words in notes if block.span.start <= at <= block.span.end]
        parts.append(" ".join([words, *(f"[{note}]" for note in said)]))
    return "\n\n".join(part for part in parts if part) + "\n"
