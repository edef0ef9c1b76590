"""Remarks to lintnews in plain text: ``[lintnews: allow inconsistent-name -- so in the lawsuit]``, not read as text."""

from __future__ import annotations

import re

from ..source import Span, TextBuilder
from ..story import Comment
from .paragraphs import add_lines, begin_block

_REMARK = re.compile(r"\[(lintnews:[^\]\r\n]*)\]|<!--\s*(lintnews:(?:[^-\r\n]|-(?!->))*)-->")
_MARK = "lintnews:"


def add_words(builder: TextBuilder, source: str, span: Span, comments: list[Comment]) -> Span | None:
    """Add *span* of the source as a block, but for its remarks, which go to *comments*.

    The block's span in the text; None where there was nothing but remarks.
    """
    at: int | None = None
    start = span.start
    for match in _REMARK.finditer(source, span.start, span.end) if _MARK in span.of(source) else ():
        at = _add(builder, source, Span(start, match.start()), at)
        words = (match[1] or match[2]).strip()
        comments.append(Comment(words, Span(*match.span()), builder.length))
        start = match.end()
    at = _add(builder, source, Span(start, span.end), at)
    return None if at is None else Span(at, builder.length)


def _add(builder: TextBuilder, source: str, span: Span, at: int | None) -> int | None:
    """Add what stands between remarks; of the blanks on both sides of a remark one lot stays."""
    words = span.of(source)
    stripped = words.strip()
    if not stripped:
        return at
    lead = len(words) - len(words.lstrip())
    if at is None:
        builder.pass_to(span.start + lead)
        at = begin_block(builder)
    else:
        between = source[builder.offset : span.start + lead]
        blank = "\n" if "\n" in between or "\r" in between else " " if between[:1].isspace() or lead else ""
        builder.replace(between, blank)
    add_lines(builder, stripped)
    return at
