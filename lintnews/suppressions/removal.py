"""Taking things out of a file without leaving a hole."""

from __future__ import annotations

import re

from ..source import Span

_TO_LINE_END = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\n|\r|\Z")
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_AFTER_BLANK_LINE = re.compile(r"(?:^|[\r\n])[ \t]*(?:\r\n|\n|\r)\Z")


def hole(source: str, place: Span) -> Span:
    """What to delete of *source* so that the comment at *place* is gone, with its line if it stands there alone."""
    start = max(source.rfind("\n", 0, place.start), source.rfind("\r", 0, place.start)) + 1
    end = _end(_TO_LINE_END, source, place.end)
    if source[start : place.start].strip() or source[place.end : end].strip():
        return _within_line(source, place, start, end)
    end = _end(_LINE_END, source, end)
    before = source[max(0, start - 80) : start]
    blank = _BLANK_LINE.match(source, end)
    if blank and (not before.strip() or _AFTER_BLANK_LINE.search(before)):
        end = blank.end()
    return Span(start, end)


def _within_line(source: str, place: Span, line_start: int, line_end: int) -> Span:
    start = line_start + len(source[line_start : place.start].rstrip(" \t"))
    if start > line_start:
        return Span(start, place.end)
    after = source[place.end : line_end]
    return Span(place.start, place.end + len(after) - len(after.lstrip(" \t")))


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
