"""Positions: spans of code points, the map from story text to the file, lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points, ``start <= end``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of *text* in this span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Story text ↔ the file's own characters, as contiguous runs sorted by both sides.

    Run *i* covers text ``[text_starts[i], text_starts[i + 1])`` and source
    ``[source_starts[i], source_ends[i])``; where ``verbatim[i]`` the two hold the same characters.
    """

    text_starts: tuple[int, ...]
    source_starts: tuple[int, ...]
    source_ends: tuple[int, ...]
    verbatim: tuple[bool, ...]
    text_length: int

    def to_source(self, span: Span) -> Span:
        """Where *span* of the story's text stands in the file.

        A span that begins or ends inside a replaced run (an entity, say) takes in the whole run. An empty span
        maps to an empty one.
        """
        if not self.text_starts:
            return Span(0, 0)
        if span.start >= span.end:
            at = self._start(span.start)
            return Span(at, at)
        return Span(self._start(span.start), self._end(span.end))

    def is_verbatim(self, span: Span) -> bool:
        """Whether the file holds exactly the characters of *span*, without markup or entities among them."""
        if span.start >= span.end or not self.text_starts:
            return False
        first, last = self._run(span.start), self._run(span.end - 1)
        return all(self.verbatim[first : last + 1]) and all(
            self.source_ends[a] == self.source_starts[b] for a, b in pairwise(range(first, last + 1))
        )

    def to_text(self, offset: int) -> int:
        """The text offset of the character at, or the next one after, source *offset*."""
        run = bisect_right(self.source_starts, offset) - 1
        if run < 0:
            return 0
        if offset >= self.source_ends[run]:
            return self.text_starts[run + 1] if run + 1 < len(self.text_starts) else self.text_length
        if not self.verbatim[run]:
            return self.text_starts[run]
        return self.text_starts[run] + offset - self.source_starts[run]

    def _run(self, offset: int) -> int:
        return max(0, bisect_right(self.text_starts, offset) - 1)

    def _start(self, offset: int) -> int:
        run = self._run(offset)
        if not self.verbatim[run]:
            return self.source_ends[run] if offset >= self.text_length else self.source_starts[run]
        return min(self.source_starts[run] + offset - self.text_starts[run], self.source_ends[run])

    def _end(self, offset: int) -> int:
        run = self._run(offset - 1)
        if not self.verbatim[run]:
            return self.source_ends[run]
        return min(self.source_starts[run] + offset - self.text_starts[run], self.source_ends[run])


class TextBuilder:
    """Builds a story's text from its source, piece by piece, in source order.

    ``text`` is read as it stands, ``markup`` is not read, ``replace`` is read as something else. Together the pieces
    must be the whole source: ``offset`` is how much of it has been given.
    """

    def __init__(self) -> None:
        self.offset = 0
        self.length = 0
        self._parts: list[str] = []
        self._runs: list[tuple[int, int, int, bool]] = []

    def text(self, piece: str) -> Span:
        """Add *piece* as it stands in the source; returns its span in the story's text."""
        if piece:
            size = len(piece)
            last = self._runs[-1] if self._runs else None
            if last is not None and last[3] and last[2] == self.offset:
                self._runs[-1] = (last[0], last[1], self.offset + size, True)
            else:
                self._runs.append((self.length, self.offset, self.offset + size, True))
            self._add(piece, size)
        return Span(self.length - len(piece), self.length)

    def markup(self, piece: str) -> None:
        """Pass over *piece* of the source: not part of the story's text."""
        self.offset += len(piece)

    def replace(self, piece: str, read_as: str) -> Span:
        """Read *piece* of the source as *read_as*, which may be empty; *piece* may be empty too."""
        if read_as:
            self._runs.append((self.length, self.offset, self.offset + len(piece), False))
            self._add(read_as, len(piece))
        else:
            self.offset += len(piece)
        return Span(self.length - len(read_as), self.length)

    def build(self) -> tuple[str, SourceMap]:
        """The text and its map."""
        runs = self._runs
        return "".join(self._parts), SourceMap(
            tuple(r[0] for r in runs),
            tuple(r[1] for r in runs),
            tuple(r[2] for r in runs),
            tuple(r[3] for r in runs),
            self.length,
        )

    def _add(self, piece: str, source_size: int) -> None:
        self._parts.append(piece)
        self.length += len(piece)
        self.offset += source_size


_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file: 0-based code point offset, 1-based line and column in code points."""

    offset: int
    line: int
    column: int


class Lines:
    """Lines and columns of offsets in a source; a line ends at ``\\n``, ``\\r\\n`` or a lone ``\\r``."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(offset, line, offset - self._starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The span of 1-based *line*, without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.source)
        return Span(start, start + len(self.source[start:end].rstrip("\r\n")))

    def __len__(self) -> int:
        return len(self._starts)
