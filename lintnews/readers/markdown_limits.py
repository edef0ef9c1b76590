"""What marko must not be given, since it would take minutes: its time grows with the square of some counts."""

from __future__ import annotations

import re

from ..problem import ReadError
from ..source import Lines

_LINE = re.compile(r"[^\n]*+(?:\n|\Z)")
_BLANKS = re.compile(r"[ \t]++")
_MARKERS = re.compile(r"[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]*+\]:")
_MOST_BLANKS = 1000
_DEEPEST = 40
_DEEPEST_INDENT = 120
_MOST_BRACKETS = 1000
_MOST_LINES = 3000
_MOST_DEFINITIONS = 500
_MOST_MARKERS = 5000
_MOST_ITEMS = 15_000


def check_limits(source: str, start: int, end: int) -> None:
    """ReadError where the Markdown in ``source[start:end]`` is more than marko can read in a second or so a paragraph."""
    lines = brackets = definitions = markers = items = 0
    while start < end:
        line = _LINE.match(source, start, end)
        if line is None:
            return
        words = line.group()
        blanks = max((len(match.group()) for match in _BLANKS.finditer(words)), default=0)
        indent = len(words) - len(words.lstrip(" \t"))
        if not words.strip():
            lines = brackets = indent = markers = 0
        lines += 1
        brackets += words.count("[")
        definitions += _DEFINITION.match(words) is not None
        depth = _depth(words)
        markers += depth
        items += depth
        for count, most, what in (
            (blanks, _MOST_BLANKS, "blanks in a row"),
            (indent, _DEEPEST_INDENT, "blanks before a line"),
            (lines, _MOST_LINES, "lines without a blank one"),
            (brackets, _MOST_BRACKETS, "brackets in a paragraph"),
            (definitions, _MOST_DEFINITIONS, "definitions"),
            (depth, _DEEPEST, "quotations and lists within each other"),
            (items, _MOST_ITEMS, "list items and lines of quotations"),
            (markers, _MOST_MARKERS, "signs of quotations and lists in a paragraph"),
        ):
            if count > most:
                number = Lines(source).position(start).line
                raise ReadError(f"this Markdown would take too long to read: more than {most} {what}", number, 1)
        start = line.end() if line.end() > start else end


def _depth(words: str) -> int:
    """How many quotations and lists begin at the start of a line."""
    at = depth = 0
    while depth <= _DEEPEST and (match := _MARKERS.match(words, at)):
        at = match.end()
        depth += 1
    return depth
