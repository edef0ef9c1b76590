"""XML → tags, text and comments with their places, by expat. No entity is declared, nothing outside the file is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.entities import html5
from typing import Protocol
from xml.parsers import expat

from ..problem import ReadError
from ..source import Lines

_TAG = re.compile(r"<[^\"'>]*+(?:\"[^\"]*+\"[^\"'>]*+|'[^']*+'[^\"'>]*+)*+>")


class Handler(Protocol):
    """Takes what stands in the file, in order. Names are local and in lower case; places are code points."""

    def start(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None: ...
    def end(self, name: str, start: int, end: int) -> None: ...
    def text(self, start: int, end: int) -> None: ...
    def replace(self, start: int, end: int, words: str) -> None: ...
    def comment(self, start: int, end: int, words: str) -> None: ...


MOST_TAGS = 300_000
"""A long story has ten thousand."""


def parse(source: str, handler: Handler, most_tags: int = MOST_TAGS) -> None:
    """Give the XML in *source* to *handler*. ReadError where it is not well-formed, declares entities or has too many tags."""
    if source.count("<") > most_tags:
        raise ReadError(f"this is no story's XML: more than {most_tags:,} tags")
    try:
        data = source.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _error(source, error.start, "this is not well-formed XML: a lone surrogate") from None
    parser = expat.ParserCreate("utf-8")
    places = _Places(data, len(source))
    events = _Events(source, handler, parser, places)
    parser.StartElementHandler = events.start
    parser.EndElementHandler = events.end
    parser.CharacterDataHandler = events.characters
    parser.CommentHandler = events.comment
    parser.SkippedEntityHandler = events.skipped
    parser.EntityDeclHandler = events.entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        at = len(data[: parser.ErrorByteIndex].decode("utf-8", "ignore"))
        raise _error(source, at, f"this is not well-formed XML: {expat.ErrorString(error.code)}") from None


def _error(source: str, offset: int, message: str) -> ReadError:
    position = Lines(source).position(offset)
    return ReadError(message, position.line, position.column)


class _Places:
    """Byte offsets, asked for in order, as code points."""

    def __init__(self, data: bytes, characters: int) -> None:
        self._data = data
        self._is_ascii = len(data) == characters
        self._bytes = self._characters = 0

    def of(self, byte: int) -> int:
        if self._is_ascii:
            return byte
        if byte < self._bytes:
            return self._characters - len(self._data[byte : self._bytes].decode("utf-8", "ignore"))
        self._characters += len(self._data[self._bytes : byte].decode("utf-8", "ignore"))
        self._bytes = byte
        return self._characters


class _Events:
    def __init__(self, source: str, handler: Handler, parser: expat.XMLParserType, places: _Places) -> None:
        self._source = source
        self._handler = handler
        self._parser = parser
        self._places = places

    def _at(self) -> int:
        return self._places.of(self._parser.CurrentByteIndex)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._at()
        tag = _TAG.match(self._source, at)
        self._handler.start(_local(name), attributes, at, tag.end() if tag else at)

    def end(self, name: str) -> None:
        at = self._at()
        close = self._source.find(">", at)
        self._handler.end(_local(name), at, close + 1 if self._source.startswith("</", at) else at)

    def characters(self, words: str) -> None:
        at = self._at()
        source = self._source
        if source.startswith(words, at) and words != "&":
            self._handler.text(at, at + len(words))
        elif source.startswith("&", at) and (close := source.find(";", at, at + 40)) > 0:
            self._handler.replace(at, close + 1, words)
        elif source.startswith("\r", at):
            self._handler.replace(at, at + (2 if source.startswith("\r\n", at) else 1), words)
        else:
            self._handler.text(at, at + len(words))

    def comment(self, words: str) -> None:
        at = self._at()
        self._handler.comment(at, self._source.index("-->", at + 4) + 3, words)

    def skipped(self, name: str, is_parameter: bool) -> None:
        """A reference that only a document type outside the file declares: known ones are those of HTML."""
        if not is_parameter:
            at = self._at()
            self._handler.replace(at, at + len(name) + 2, html5.get(name + ";", f"&{name};"))

    def entity(self, name: str, *_: object) -> None:
        place = re.search(rf"<!ENTITY\s+(?:%\s+)?{re.escape(name)}\s", self._source)
        message = f"this declares the entity `{name}`: files that declare entities are not read"
        raise _error(self._source, place.start() if place else 0, message)


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
