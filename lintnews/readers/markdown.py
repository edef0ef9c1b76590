"""Markdown with front matter. Plain paragraphs are read at once; marko, which takes 60 ms to load, reads the others."""

from __future__ import annotations

import re

from ..mentions.words.lazy_pattern import LazyPattern
from ..source import SourceMap, TextBuilder
from ..story import BlockKind, Reading
from .flow import Flow
from .front_matter import read_front_matter
from .headings import Headings
from .markdown_quick import add_parts, quick_parts
from .paragraphs import PARAGRAPH

_UNUSUAL = re.compile(r"[\r\f\0]")
_LINE_END = LazyPattern(r"\r\n|[\r\f\0]")
_SPANNING = re.compile(
    r"^[ >\t\-+*\d.)]*(?:```|~~~)|\]:|<(?:script|pre|style|textarea|\?|![A-Za-z\[])", re.MULTILINE | re.IGNORECASE
)
"""What may reach over a blank line, or be referred to from elsewhere: fences, definitions, some HTML."""
_BLANK_LINE = LazyPattern(r"\n[ \t]*+\n")


def read(source: str) -> Reading:
    """Read Markdown. ReadError for what would take too long: thousands of brackets in a paragraph, say."""
    if _UNUSUAL.search(source):
        from .joining import within

        normal, outer = _normalised(source)
        return within(outer, _read(normal))
    return _read(source)


def _normalised(source: str) -> tuple[str, SourceMap]:
    """*source* with ``\\n`` line ends, and the way back."""
    builder = TextBuilder()
    for match in _LINE_END.finditer(source):
        builder.text(source[builder.offset : match.start()])
        builder.replace(match.group(), "\ufffd" if match.group() == "\0" else "\n")
    builder.text(source[builder.offset :])
    return builder.build()


def _read(source: str) -> Reading:
    builder = TextBuilder()
    front = read_front_matter(builder, source)
    flow = Flow(source, builder, collapse=False)
    headings = Headings(any(block.kind is BlockKind.HEADLINE for block in front.blocks))
    start = builder.offset
    waiting = start if _reaches_over(source, start) else None
    for match in PARAGRAPH.finditer(source, start) if waiting is None else ():
        line_start = max(start, source.rfind("\n", start, match.start()) + 1)
        parts = quick_parts(source, line_start, match.end()) if line_start == match.start() else None
        if parts is None:
            waiting = line_start if waiting is None else waiting
            continue
        if waiting is not None:
            _read_tree(flow, headings, waiting, match.start())
            waiting = None
        add_parts(flow, headings, parts)
    if waiting is not None:
        _read_tree(flow, headings, waiting, len(source))
    builder.pass_to(len(source))
    return front.reading(builder, flow.blocks, flow.comments)


def _read_tree(flow: Flow, headings: Headings, start: int, end: int) -> None:
    from .markdown_tree import read_tree

    read_tree(flow, headings, start, end)


def _reaches_over(source: str, start: int) -> bool:
    """Whether anything in the Markdown may hold parts on both sides of a blank line, lists aside."""
    if _SPANNING.search(source, start):
        return True
    at = source.find("<!--", start)
    while at >= 0:
        close = source.find("-->", at)
        if close < 0 or _BLANK_LINE.search(source, at, close):
            return True
        at = source.find("<!--", close)
    return False
