"""The simple sort of YAML front matter, ``key: value`` lines, read without a YAML library, whose import takes 30 ms."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from ..mentions.words.lazy_pattern import LazyPattern
from ..source import Span
from .entries import Entry
from .scalars import unescape

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_ENTRY = re.compile(
    r"(?P<key>[A-Za-z_][\w-]*):(?:[ \t]+(?:"
    r'"(?P<double>(?:[^"\\]|\\["\\/])*)"'
    r"|'(?P<single>(?:[^']|'')*)'"
    r"|(?P<plain>[^\W_](?:[^:#]|:(?=[^\s:])|(?<=[^\s:])#)*?)"
    r"))?[ \t]*",
)
_ESCAPE = LazyPattern(r"\\.")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INTEGER = re.compile(r"[-+]?(?:0|[1-9]\d{0,17})")
_FLOAT = re.compile(r"[-+]?\d+\.\d+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?: ?(?:Z|[+-]\d\d:\d\d))?")


def plain_value(words: str) -> Any:
    """What an unquoted scalar stands for: None, a truth value, a number, a day, a time, or just its words."""
    if words in _NULL:
        return None
    if words in _TRUE or words in _FALSE:
        return words in _TRUE
    if _INTEGER.fullmatch(words):
        return int(words)
    if _FLOAT.fullmatch(words):
        return float(words)
    try:
        if _DAY.fullmatch(words):
            return date.fromisoformat(words)
        if _TIME.fullmatch(words):
            return datetime.fromisoformat(words.replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    except ValueError:
        return words
    return words


def simple_entries(source: str, start: int, end: int) -> list[Entry] | None:
    """The entries in ``source[start:end]`` if every line is a simple one; None where it takes more to read them."""
    entries: dict[str, Entry] = {}
    while start < end:
        line = _LINE.match(source, start, end)
        if line is None:
            return None
        words = line[1]
        if words.strip() and not words.startswith("#"):
            entry = _entry(words, start)
            if entry is None or entry.key in entries:
                return None
            entries[entry.key] = entry
        start = line.end() if line.end() > start else end
    return list(entries.values())


def _entry(line: str, start: int) -> Entry | None:
    match = _ENTRY.fullmatch(line)
    if match is None or not line.isprintable():
        return None
    key = match["key"]
    if plain_value(key) != key:
        return None
    group = match.lastgroup if match.lastgroup != "key" else None
    if group is None:
        return Entry(key, None, Span(start + match.end(), start + match.end()))
    words, place = match[group], Span(start + match.start(group), start + match.end(group))
    if group == "plain":
        return Entry(key, plain_value(words), place)
    if group == "single":
        return Entry(key, words.replace("''", "'"), place, "'")
    return Entry(key, _ESCAPE.sub(lambda escape: unescape(escape.group()), words), place, '"')
