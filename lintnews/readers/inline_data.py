"""Text within a field of another format: plain, or HTML whose tags are escaped."""

from __future__ import annotations

import re

from ..record import replace
from ..source import SourceMap, TextBuilder
from ..story import BlockKind, Reading
from .elements import Elements
from .flow import Flow
from .html import read_tokens
from .html_vocabulary import HTML
from .joining import within
from .paragraphs import PARAGRAPH, add_block

_MARKED_UP = re.compile(r"</?(?:p|div|br|h[1-6]|em|strong|b|i|a|ul|li|span|blockquote)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LONG_LINES = 120


def read_inner(text: str, outer: SourceMap, content_type: str) -> Reading:
    """Read *text*, which *outer* leads to the file, by its *content_type* or, where that says little, by its look."""
    kind = content_type.lower()
    is_html = "html" in kind or "xml" in kind or ("plain" not in kind and _MARKED_UP.search(text) is not None)
    return within(outer, _read_html(text) if is_html else _read_plain(text))


def as_block(text: str, outer: SourceMap, kind: BlockKind) -> Reading:
    """Read *text* as one block of *kind*, with any tags in it left out."""
    if _MARKED_UP.search(text):
        reading = _read_html(text, kind)
        return within(outer, replace(reading, blocks=tuple(replace(block, kind=kind) for block in reading.blocks)))
    flow = Flow(text, TextBuilder())
    flow.open(kind)
    flow.text(0, len(text))
    return within(outer, _reading(flow))


def _read_html(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Reading:
    flow = Flow(text, TextBuilder())
    elements = Elements(flow, HTML, kind=kind)
    read_tokens(elements, text, 0, len(text))
    elements.finish()
    return _reading(flow)


def _read_plain(text: str) -> Reading:
    """Paragraphs between blank lines; without any, every line is one, since fields don't wrap lines."""
    builder = TextBuilder()
    places = [match.span() for match in PARAGRAPH.finditer(text)]
    if len(places) == 1 and any(len(line) > _LONG_LINES for line in text.splitlines()):
        places = [match.span() for match in re.finditer(r"\S[^\r\n]*+", text)]
    blocks = [add_block(builder, text, start, end, BlockKind.PARAGRAPH) for start, end in places]
    return Reading(*builder.build(), tuple(blocks))


def _reading(flow: Flow) -> Reading:
    flow.close()
    return Reading(*flow.builder.build(), tuple(flow.blocks), tuple(flow.comments))


class InlineData:
    """Collects the text of an element from the events of its content, then reads it by its content type."""

    def __init__(self, source: str, start: int, content_type: str) -> None:
        self._source = source
        self._content_type = content_type
        self._builder = TextBuilder()
        self._builder.pass_to(start)

    def text(self, start: int, end: int) -> None:
        self._builder.pass_to(start)
        self._builder.text(self._source[start:end])

    def replace(self, start: int, end: int, words: str) -> None:
        self._builder.pass_to(start)
        self._builder.replace(self._source[start:end], words)

    def reading(self) -> Reading:
        """What the element holds."""
        text, source_map = self._builder.build()
        return read_inner(text, source_map, self._content_type)
