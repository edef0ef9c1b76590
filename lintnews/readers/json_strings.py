"""The strings of a JSON text with their places, and what they say with a map through their escapes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from ..problem import ReadError
from ..source import SourceMap, Span, TextBuilder

Path = tuple[str | int, ...]
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]++')
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_NAMED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_DEEPEST = 100


def load(source: str) -> Any:
    """What the JSON text says. ReadError where it is none, or nested too deeply."""
    try:
        return json.loads(source)
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:]
        raise ReadError(f"this is not valid JSON: {message}", *_place(source, error.pos)) from None
    except RecursionError:
        raise ReadError("this JSON is nested too deeply") from None
    except ValueError as error:
        raise ReadError(f"this is not valid JSON: {error}".partition(";")[0]) from None


def _place(source: str, offset: int) -> tuple[int, int]:
    from ..source import Lines

    position = Lines(source).position(offset)
    return position.line, position.column


@dataclass(slots=True)
class _Level:
    """An object (``key`` is that of the member in hand) or an array (``key`` is the index) that is open."""

    is_object: bool
    key: str | int
    expects_key: bool


def string_places(source: str) -> dict[Path, Span]:
    """The path of each string in valid JSON → its place between the quotes. Of two with one path the last counts."""
    found: dict[Path, Span] = {}
    levels: list[_Level] = []
    for match in _TOKEN.finditer(source):
        token = match.group()
        level = levels[-1] if levels else None
        if token[0] == '"':
            if level is not None and level.expects_key:
                level.key, level.expects_key = json.loads(token), False
            elif len(levels) <= _DEEPEST:
                found[tuple(level.key for level in levels)] = Span(match.start() + 1, match.end() - 1)
        elif token in "{[":
            levels.append(_Level(token == "{", "" if token == "{" else 0, token == "{"))
        elif token in "}]":
            levels.pop()
        elif token == "," and level is not None:
            if level.is_object:
                level.expects_key = True
            elif isinstance(level.key, int):
                level.key += 1
    return found


def read_string(source: str, place: Span) -> tuple[str, SourceMap]:
    """What the string at *place*, between its quotes, says; lone surrogates are read as replacement characters."""
    builder = TextBuilder()
    builder.pass_to(place.start)
    for match in _ESCAPE.finditer(source, place.start, place.end) if "\\" in place.of(source) else ():
        builder.text(source[builder.offset : match.start()])
        builder.replace(match.group(), _unescape(match.group()))
    builder.text(source[builder.offset : place.end])
    return builder.build()


def _unescape(escape: str) -> str:
    if escape[1] != "u":
        return _NAMED.get(escape[1], escape[1])
    code = int(escape[2:6], 16)
    if len(escape) == 12:
        return chr(0x10000 + ((code - 0xD800) << 10) + int(escape[8:], 16) - 0xDC00)
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
