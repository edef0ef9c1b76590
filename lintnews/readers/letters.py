"""One way to write each letter: accents joined to their letters, and no characters without width between letters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from unicodedata import combining, is_normalized, normalize

from ..mentions.words.lazy_pattern import LazyPattern
from ..source import Span
from ..story import Reading
from .rereading import Change, reread

_MARKED = LazyPattern("[^\\W\\d_][\u0300-\u036f]+")
_NO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff]+")


def join_letters(reading: Reading) -> Reading:
    """*reading* with letter and accent as one character where there is one, and without soft hyphens and the like."""
    text = reading.text
    if text.isascii() or (is_normalized("NFC", text) and not _NO_WIDTH.search(text)):
        return reading
    changes = sorted([*_joined(text), *_without_width(reading)])
    return reread(reading, changes) if changes else reading


def _joined(text: str) -> Iterator[Change]:
    for match in _MARKED.finditer(text):
        written = match.group()
        read = normalize("NFC", written)
        if read != written and not combining(read[0]):
            yield Span(*match.span()), read


def _without_width(reading: Reading) -> Iterator[Change]:
    """What to leave out: never so that a block or a line would begin or end with a blank, or be empty."""
    text = reading.text
    starts = [block.span.start for block in reading.blocks]
    for match in _NO_WIDTH.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or not reading.blocks[index].span.contains(Span(*match.span())):
            continue
        block = reading.blocks[index].span
        before = text[match.start() - 1] if match.start() > block.start else " "
        after = text[match.end()] if match.end() < block.end else " "
        if not (before.isspace() and after.isspace()):
            yield Span(*match.span()), ""
