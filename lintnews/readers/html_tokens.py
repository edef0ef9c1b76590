"""HTML → tags, text, character references and comments with their places, in time linear in the size of any input.

The standard library's parser knows places too, but takes minutes for a hundred kilobytes of ``<a `` (quadratic).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html import unescape
from typing import NamedTuple


class TokenKind(Enum):
    TEXT = "text"
    REFERENCE = "reference"
    START = "start"
    END = "end"
    COMMENT = "comment"
    RAW = "raw"
    BROKEN = "broken"


class Token(NamedTuple):
    """``[start, end)`` of the source. *name* is a tag's name in lower case, or what a reference or comment says.

    A RAW token is the content of the element *name*, such as a script; BROKEN is where the source ends within a tag or comment.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""


_TEXT = re.compile(r"[^<&]++")
_TAG = re.compile(
    r"<(/?)([A-Za-z][^\s/>]*+)"
    r"(?:[\s/]++|[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+|=)*+>"
)
_TAG_OPENING = re.compile(r"</?[A-Za-z]")
_REFERENCE = re.compile(r"&(?:#\d{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_ATTRIBUTE = re.compile(r"([^\s/>=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+))?+)?+")
_RAW = frozenset({"script", "style", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript"})


@dataclass(slots=True)
class _Scanner:
    source: str
    end: int
    last_close: int

    def at(self, start: int) -> Token:
        """The token at *start*."""
        source, end = self.source, self.end
        if text := _TEXT.match(source, start, end):
            return Token(TokenKind.TEXT, start, text.end())
        if source[start] == "&":
            return self._reference(start)
        if source.startswith("<!--", start, end):
            return self._comment(start)
        if _TAG_OPENING.match(source, start, end):
            tag = _TAG.match(source, start, end)
            if tag is None:
                return Token(TokenKind.BROKEN, start, end, "tag")
            kind = TokenKind.END if tag[1] else TokenKind.START
            return Token(kind, start, tag.end(), tag[2].lower())
        if source.startswith(("<!", "<?", "</"), start, end) and start < self.last_close:
            return Token(TokenKind.COMMENT, start, source.index(">", start, end) + 1)
        return Token(TokenKind.TEXT, start, start + 1)

    def raw(self, name: str, start: int) -> Token:
        """The content of the raw element *name* that begins at *start*."""
        close = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(self.source, start, self.end)
        return Token(TokenKind.RAW, start, close.start() if close else self.end, name)

    def _reference(self, start: int) -> Token:
        match = _REFERENCE.match(self.source, start, self.end)
        words = unescape(match.group()) if match else ""
        if match is None or words == match.group():
            return Token(TokenKind.TEXT, start, start + 1)
        end = match.end()
        while len(words) > 1 and self.source[end - 1] == words[-1]:
            words, end = words[:-1], end - 1
        return Token(TokenKind.REFERENCE, start, end, words)

    def _comment(self, start: int) -> Token:
        if self.source.startswith((">", "->"), start + 4, self.end):
            return Token(TokenKind.COMMENT, start, self.source.index(">", start) + 1)
        close = self.source.find("-->", start + 4, self.end)
        if close < 0:
            return Token(TokenKind.BROKEN, start, self.end, "comment")
        return Token(TokenKind.COMMENT, start, close + 3, self.source[start + 4 : close])


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of ``source[start:end]``, which follow one another without a gap; nothing follows a BROKEN one."""
    end = len(source) if end is None else end
    scanner = _Scanner(source, end, source.rfind(">", start, end))
    while start < end:
        token = scanner.at(start)
        yield token
        start = token.end
        if token.kind is TokenKind.START and token.name in _RAW and start < end:
            token = scanner.raw(token.name, start)
            yield token
            start = token.end


def attributes(source: str, token: Token) -> dict[str, str]:
    """The attributes of a start tag; of two with one name the first counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source, token.start + 1 + len(token.name), token.end - 1):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found
