"""What must hold of every reading, whatever the format."""

from __future__ import annotations

import re

from lintnews.source import Span
from lintnews.story import Reading


def blocks(reading: Reading) -> list[tuple[str, str]]:
    """The kinds and words of the blocks."""
    return [(block.kind.value, block.span.of(reading.text)) for block in reading.blocks]


def assert_sound(source: str, reading: Reading) -> None:
    """Blocks make up the text, and every character leads to its place in *source*."""
    assert "\n\n".join(words for _, words in blocks(reading)) == reading.text
    for block in reading.blocks:
        words = block.span.of(reading.text)
        assert words == words.strip() != "", repr(words)
        assert "\n\n" not in words
        assert "\r" not in words
    assert reading.map.text_length == len(reading.text)
    last = 0
    for at in range(len(reading.text)):
        span = Span(at, at + 1)
        place = reading.map.to_source(span)
        assert 0 <= place.start <= place.end <= len(source)
        if reading.map.is_verbatim(span):
            assert place.of(source) == span.of(reading.text)
        if reading.map.in_order:
            assert last <= place.start
            last = place.start
    for comment in reading.comments:
        assert comment.words in re.sub("\r\n|[\r\f]", "\n", comment.source.of(source)).replace("\0", "\ufffd")
        assert 0 <= comment.at <= len(reading.text)
