"""The Markdown of most stories, read without a parser: paragraphs, headings, comments, simple emphasis and links.

What is read here is read as marko would (a test compares the two); what may be anything else is left to it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..mentions.words.lazy_pattern import LazyPattern
from ..story import BlockKind
from .flow import Flow
from .headings import Headings

_SPECIAL = re.compile(r"[*_`\\~]|\]\(|<[A-Za-z/!?]|&(?:#\w{1,8}|[A-Za-z]\w{1,31});")
_BLOCK_START = re.compile(
    r"^[ \t]*+(?:[-+*>#=|:~]|\d{1,9}[.)](?:[ \t]|$)|<!--|[^\S\n])|[^\S \t\n][ \t]*+$", re.MULTILINE
)
_HEADING = LazyPattern(r"(#{1,6})[ \t]+(?=[^\s#])([^\n#]*[^\s#])(?:[ \t]+#+)?[ \t]*(?:\n|\Z)")
_COMMENT = LazyPattern(r"<!--(?!-?>)((?:[^-]|-(?!->))*+)-->[ \t]*(?:\n|\Z)")
_INNER = r"[^\W_](?:[^\n*_`\\~<>&\[\]]*[^\W_])?"
_INLINE = LazyPattern(
    rf"(?<![\w*_!])(?:\*\*(?P<strong>{_INNER})\*\*|\*(?P<em>{_INNER})\*|_(?P<under>{_INNER})_)(?![\w*_])"
    rf"|(?<![!\]])\[(?P<link>(?=\S)[^\n*_`\\~<>&\[\]!]*(?<=\S))\]\((?:[^\s()<>\\`\[\]\"'*_]++)?(?:[ ]\"[^\"\n\\`&<>*_\[\]]*+\")?\)"
    r"|(?<=[^\s<])(?:[ ])?<!--(?!-?>)(?P<comment>(?:[^-\n]|-(?!-))*+)-->"
)


class Part(NamedTuple):
    """A heading (by ``level``), a paragraph (``level`` 0) or a ``comment``, at ``[start, end)`` of the source.

    ``inline`` is the markup in it.
    """

    start: int
    end: int
    level: int = 0
    comment: str | None = None
    inline: tuple[re.Match[str], ...] = ()


def quick_parts(source: str, start: int, end: int) -> list[Part] | None:
    """What stands between two blank lines, at ``[start, end)``; None where it takes a parser to tell."""
    parts: list[Part] = []
    while start < end:
        if source[start] == "#" and (match := _HEADING.match(source, start, end)):
            inline = _markup(source, match.start(2), match.end(2))
            if inline is None:
                return None
            parts.append(Part(match.start(2), match.end(2), len(match[1]), inline=inline))
        elif source[start] == "<" and (match := _COMMENT.match(source, start, end)):
            parts.append(Part(start, source.index("-->", start) + 3, comment=match[1]))
        else:
            break
        start = match.end()
    if start == end:
        return parts
    if source[start] in " \t" or _BLOCK_START.search(source, start, end):
        return None
    inline = _markup(source, start, end)
    if inline is None:
        return None
    parts.append(Part(start, end, inline=inline))
    return parts


def _markup(source: str, start: int, end: int) -> tuple[re.Match[str], ...] | None:
    """The simple markup in ``source[start:end]``; None where there is any other."""
    if not _SPECIAL.search(source, start, end):
        return ()
    found: list[re.Match[str]] = []
    at = start
    for match in _INLINE.finditer(source, start, end):
        if _SPECIAL.search(source, at, match.start()):
            return None
        found.append(match)
        at = match.end()
    return None if _SPECIAL.search(source, at, end) else tuple(found)


def add_parts(flow: Flow, headings: Headings, parts: list[Part]) -> None:
    """Add *parts* to *flow*."""
    for part in parts:
        if part.comment is not None:
            flow.close()
            flow.comment(part.start, part.end, part.comment)
            continue
        flow.open(headings.kind(part.level) if part.level else BlockKind.PARAGRAPH)
        at = part.start
        for match in part.inline:
            _add_lines(flow, at, match.start())
            if match["comment"] is not None:
                start = match.start() + (match.group()[0] == " ")
                _add_lines(flow, match.start(), start)
                flow.comment(start, match.end(), match["comment"])
            else:
                _add_lines(flow, *match.span(match.lastgroup or 0))
            at = match.end()
        _add_lines(flow, at, part.end)
        headings.has_text = True
        flow.close()


def _add_lines(flow: Flow, start: int, end: int) -> None:
    while (line_end := flow.source.find("\n", start, end)) >= 0:
        flow.text(start, line_end)
        flow.replace(line_end, line_end + 1, "\n")
        start = line_end + 1
    flow.text(start, end)
