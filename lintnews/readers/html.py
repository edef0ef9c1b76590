"""HTML: article pages and fragments."""

from __future__ import annotations

import re

from ..problem import ReadError
from ..source import Lines, TextBuilder
from ..story import BlockKind, Reading
from .elements import Elements
from .flow import Flow
from .html_metadata import Metadata
from .html_tokens import Token, TokenKind, attributes, tokens
from .html_vocabulary import HTML, HTML_WITHOUT_HEADING

_HEADING = re.compile(r"<h1[\s>]", re.IGNORECASE)
_MOST_TAGS = 300_000
"""A long article page has ten thousand; these take some two seconds."""
_SCOPES = (("article", re.compile(r"<article[\s>]", re.IGNORECASE)), ("main", re.compile(r"<main[\s>]", re.IGNORECASE)))


def read(source: str) -> Reading:
    """Read an HTML page: its ``article`` (or ``main``) if it has one, and its first heading, or its title."""
    flow = Flow(source, TextBuilder())
    vocabulary = HTML if _HEADING.search(source) else HTML_WITHOUT_HEADING
    scope = next((name for name, pattern in _SCOPES if pattern.search(source)), "")
    elements = Elements(flow, vocabulary, scope=scope, kind=BlockKind.PARAGRAPH)
    metadata = Metadata()
    broken = read_tokens(elements, source, 0, len(source), metadata)
    if broken is not None:
        position = Lines(source).position(broken.start)
        raise ReadError(f"the {broken.name} that begins here is not closed", position.line, position.column)
    elements.finish()
    text, source_map = flow.builder.build()
    return Reading(
        text,
        source_map,
        tuple(flow.blocks),
        tuple(flow.comments),
        published=metadata.published,
        updated=metadata.updated,
        front_matter=metadata.data,
    )


def read_tokens(
    elements: Elements, source: str, start: int, end: int, metadata: Metadata | None = None
) -> Token | None:
    """Give the HTML in ``source[start:end]`` to *elements*; the token at which it breaks off, or None.

    ReadError where there are far more tags than a page has.
    """
    if source.count("<", start, end) > _MOST_TAGS:
        raise ReadError(f"this HTML is not a story's: more than {_MOST_TAGS:,} tags")
    last: Token | None = None
    for token in tokens(source, start, end):
        match token.kind:
            case TokenKind.TEXT:
                elements.text(token.start, token.end)
            case TokenKind.REFERENCE:
                elements.replace(token.start, token.end, token.name)
            case TokenKind.START:
                found = attributes(source, token) if source[token.start + 1 + len(token.name)] != ">" else {}
                elements.start(token.name, found, token.start, token.end)
                if metadata is not None:
                    metadata.start(token.name, found, elements)
                last = token
            case TokenKind.END:
                elements.end(token.name, token.start, token.end)
            case TokenKind.COMMENT:
                if token.name:
                    elements.flow.comment(token.start, token.end, token.name)
            case TokenKind.RAW:
                if metadata is not None and last is not None:
                    metadata.script(attributes(source, last), source[token.start : token.end])
            case TokenKind.BROKEN:
                return token
    return None
