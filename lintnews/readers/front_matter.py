"""Front matter: the ``key: value`` lines between ``---`` lines at the top of a story."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..source import Span, TextBuilder
from ..story import Block, BlockKind
from .paragraphs import begin_block

_FENCE = re.compile(r"\s*---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"^---[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_ENTRY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
TEXT_KEYS = {
    "headline": BlockKind.HEADLINE,
    "deck": BlockKind.DECK,
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
}


@dataclass(slots=True)
class FrontMatter:
    """What the front matter says; ``end`` is the source offset behind it."""

    end: int = 0
    data: dict[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)


def read_front_matter(builder: TextBuilder, source: str) -> FrontMatter:
    """Read the front matter at the top of *source*, if there is any, into *builder*."""
    opening = _FENCE.match(source)
    closing = _CLOSE.search(source, opening.end()) if opening else None
    if opening is None or closing is None:
        return FrontMatter()
    found = FrontMatter(end=closing.end())
    for entry in _ENTRY.finditer(source, opening.end(), closing.start()):
        key, raw, start = entry[1], entry[2], entry.start(2)
        quote = raw[:1] if raw[:1] in ("'", '"') and raw[-1:] == raw[:1] and len(raw) > 1 else ""
        words = raw[len(quote) : len(raw) - len(quote)]
        found.data[key] = words
        if key in TEXT_KEYS and words:
            builder.markup(source[builder.offset : start + len(quote)])
            at = begin_block(builder)
            _add_scalar(builder, words, quote)
            found.data[key] = "".join(builder._parts)[at:]
            found.blocks.append(Block(TEXT_KEYS[key], Span(at, builder.length)))
    builder.markup(source[builder.offset : closing.end()])
    return found


def _add_scalar(builder: TextBuilder, words: str, quote: str) -> None:
    escape = {'"': r"\\.", "'": "''"}.get(quote)
    at = 0
    for match in re.finditer(escape, words) if escape else ():
        builder.text(words[at : match.start()])
        builder.replace(match.group(), match.group()[1])
        at = match.end()
    builder.text(words[at:])


def as_date(value: object) -> date | None:
    """The day in an ISO 8601 date or time; None for anything else."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
