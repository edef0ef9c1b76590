"""Where the paragraphs of plain copy begin: after a blank line, at an indent, or at every line."""

from __future__ import annotations

import re
from itertools import pairwise

from ..source import Span
from .paragraphs import PARAGRAPH

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_ENDING = re.compile(r"-\s?30\s?-|#{2,5}|\(?END(?:S|IT|ITEM)?\)?|Ends|Enditem|\*{3,5}|-+0-+|\(?MORE\)?|\(more\)")
_INDENT = re.compile(r" {2,}|\t")
_LONGEST_WRAPPED_LINE = 120
_SHORT_LINE = 80
_CLOSES = frozenset(".!?…:\"'”’)")


def units(source: str, start: int) -> list[Span]:
    """The paragraphs of the copy behind *start*, without blanks around them; signs of its end (``-30-``) are left out."""
    found: list[Span] = []
    for match in PARAGRAPH.finditer(source, start):
        words = match.group()
        if "\n" not in words and "\r" not in words:
            found.append(Span(match.start(), match.start() + len(words.rstrip())))
        else:
            found.extend(_split(source, _lines(source, match.start(), match.end())))
    return [span for span in found if not (len(span) < 12 and _ENDING.fullmatch(span.of(source)))]


def _lines(source: str, start: int, end: int) -> list[Span]:
    """The lines of a paragraph without the blanks at their ends; the first begins at its first word."""
    lines = []
    while start < end:
        match = _LINE.match(source, start, end)
        if match is None or match.end() == start:
            break
        lines.append(Span(start, start + len(match.group().rstrip())))
        start = match.end()
    return lines


def _split(source: str, lines: list[Span]) -> list[Span]:
    ends = {0, len(lines)}
    for number, line in enumerate(lines):
        if len(line) < 12 and _ENDING.fullmatch(line.of(source).strip()):
            ends |= {number, number + 1}
    if _is_line_a_paragraph(source, lines):
        ends |= set(range(len(lines)))
    else:
        ends |= _indented(source, lines)
    borders = sorted(ends)
    spans = (Span(lines[a].start, lines[b - 1].end) for a, b in pairwise(borders))
    return [Span(span.end - len(span.of(source).lstrip()), span.end) for span in spans]


def _is_line_a_paragraph(source: str, lines: list[Span]) -> bool:
    """Whether the lines are too long to be wrapped and all end as paragraphs do."""
    longest = max(map(len, lines))
    return longest > _LONGEST_WRAPPED_LINE and all(
        len(line) < _SHORT_LINE or source[line.end - 1] in _CLOSES for line in lines
    )


def _indented(source: str, lines: list[Span]) -> set[int]:
    """The lines that begin a paragraph by their indent; none where an indented line goes on with a sentence."""
    indented = {number for number, line in enumerate(lines) if number and _INDENT.match(source, line.start)}
    if len(indented) == len(lines) - 1 or any(source[lines[number - 1].end - 1] not in _CLOSES for number in indented):
        return set()
    return indented
