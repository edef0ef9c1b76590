"""Positions: spans of code points, the map from story text to the file, lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import msgspec

from .record import Record


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
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


class Encoding(Record, frozen=True):
    """How characters are bytes in a file: *name* is a Python codec's, *mark* the byte order mark before them."""

    name: str = "utf-8"
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """*text* as the file would hold it. UnicodeEncodeError where the encoding lacks a character."""
        return self.mark + text.encode(self.name)


UTF_8 = Encoding()


class SourceMap(Record, frozen=True):
    """Story text ↔ the file's own characters, as contiguous runs sorted by both sides.

    Run *i* covers text ``[text_starts[i], text_starts[i + 1])`` and source
    ``[source_starts[i], source_ends[i])``; where ``verbatim[i]`` the two hold the same characters.
    """

    text_starts: tuple[int, ...]
    source_starts: tuple[int, ...]
    source_ends: tuple[int, ...]
    verbatim: tuple[bool, ...]
    text_length: int
    in_order: bool = True
    """Whether the runs stand in the file in the order in which they are read (fields of JSON need not)."""

    def to_source(self, span: Span) -> Span:
        """Where *span* of the story's text stands in the file.

        A span that begins or ends inside a replaced run (an entity, say) takes in the whole run. An empty span
        maps to an empty one, at a block's end to the place right behind the block's last character.
        """
        if not self.text_starts:
            return Span(0, 0)
        if span.start >= span.end:
            run = self._run(span.start)
            behind = run > 0 and not self.verbatim[run] and self.text_starts[run] == span.start < self.text_length
            at = self.source_ends[run - 1] if behind else self._start(span.start)
            return Span(at, at)
        start, end = self._start(span.start), self._end(span.end)
        return Span(start, end) if start <= end else self._around(span)

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
        run = self._run_at(offset)
        if run < 0:
            return 0
        if offset >= self.source_ends[run]:
            return self.text_starts[run + 1] if run + 1 < len(self.text_starts) else self.text_length
        if not self.verbatim[run]:
            return self.text_starts[run]
        return self.text_starts[run] + offset - self.source_starts[run]

    def _run_at(self, offset: int) -> int:
        """The run that begins last before, or at, source *offset*; -1 where there is none."""
        if self.in_order:
            return bisect_right(self.source_starts, offset) - 1
        before = (start for start in self.source_starts if start <= offset)
        last = max(before, default=None)
        return -1 if last is None else len(self.source_starts) - 1 - self.source_starts[::-1].index(last)

    def _around(self, span: Span) -> Span:
        """All places of *span*, where the file holds its words in another order."""
        first, last = self._run(span.start), self._run(span.end - 1)
        return Span(min(self.source_starts[first : last + 1]), max(self.source_ends[first : last + 1]))

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

    def pass_to(self, offset: int) -> None:
        """Pass over the source up to *offset*, which must not lie behind what has been given."""
        if offset < self.offset:
            raise ValueError(f"{offset} lies before {self.offset}")
        self.offset = offset

    def replace(self, piece: str, read_as: str) -> Span:
        """Read *piece* of the source as *read_as*, which may be empty; *piece* may be empty too."""
        if read_as:
            self._runs.append((self.length, self.offset, self.offset + len(piece), False))
            self._add(read_as, len(piece))
        else:
            self.offset += len(piece)
        return Span(self.length - len(read_as), self.length)

    def words_from(self, start: int) -> str:
        """The story's text so far, from offset *start*."""
        length, parts = self.length, []
        for part in reversed(self._parts):
            if length <= start:
                break
            length -= len(part)
            parts.append(part)
        return "".join(reversed(parts))[max(0, start - length) :]

    def build(self) -> tuple[str, SourceMap]:
        """The text and its map."""
        return "".join(self._parts), _map(self._runs, self.length)

    def _add(self, piece: str, source_size: int) -> None:
        self._parts.append(piece)
        self.length += len(piece)
        self.offset += source_size


def compose(outer: SourceMap, inner: SourceMap) -> SourceMap:
    """The map from a text to the file, where *inner* leads from the text to a text within, and *outer* from that to the file.

    What is verbatim in both stays verbatim; anything else is a replaced run that takes in all that it came from.
    """
    runs: list[tuple[int, int, int, bool]] = []
    for index, at in enumerate(inner.text_starts):
        start, end = inner.source_starts[index], inner.source_ends[index]
        if inner.verbatim[index]:
            runs.extend(_through(outer, at, start, end))
        else:
            span = outer.to_source(Span(start, end))
            runs.append((at, span.start, span.end, False))
    return _map(runs, inner.text_length, inner.in_order and outer.in_order)


def concatenate(parts: Sequence[tuple[str, SourceMap]], separator: str = "\n\n") -> tuple[str, SourceMap]:
    """One text of *parts* of the same file, with *separator* (which stands for nothing in the file) between them."""
    runs: list[tuple[int, int, int, bool]] = []
    length = end = 0
    for number, (text, part) in enumerate(parts):
        if number and separator:
            runs.append((length, end, end, False))
            length += len(separator)
        rows = zip(part.text_starts, part.source_starts, part.source_ends, part.verbatim, strict=True)
        runs.extend((length + at, *rest) for at, *rest in rows)  # type: ignore[misc]
        length += len(text)
        end = part.source_ends[-1] if part.source_ends else end
    starts = [run[1] for run in runs]
    in_order = all(part.in_order for _, part in parts) and all(a <= b for a, b in pairwise(starts))
    return separator.join(text for text, _ in parts), _map(runs, length, in_order)


def _through(outer: SourceMap, at: int, start: int, end: int) -> Iterator[tuple[int, int, int, bool]]:
    """The runs of *outer* that cover ``[start, end)`` of its text, for a text in which that stands at *at*."""
    run = max(0, bisect_right(outer.text_starts, start) - 1)
    while start < end:
        last = run + 1 == len(outer.text_starts)
        stop = end if last else min(end, outer.text_starts[run + 1])
        first = outer.source_starts[run]
        if outer.verbatim[run]:
            first += start - outer.text_starts[run]
            yield at, first, first + stop - start, True
        else:
            yield at, first, outer.source_ends[run], False
        at, start, run = at + stop - start, stop, run + 1


def _map(runs: Sequence[tuple[int, int, int, bool]], length: int, in_order: bool = True) -> SourceMap:
    return SourceMap(
        tuple(run[0] for run in runs),
        tuple(run[1] for run in runs),
        tuple(run[2] for run in runs),
        tuple(run[3] for run in runs),
        length,
        in_order,
    )


_LINE_END = re.compile(r"\r\n|\n|\r")


class Position(Record, frozen=True):
    """A place in a file: 0-based code point offset, 1-based line and column in code points."""

    offset: int
    line: int
    column: int


class Lines:
    """Lines and columns of offsets in a source; a line ends at ``\\n``, ``\\r\\n`` or a lone ``\\r``.

    The source is read when the first is asked for. Those of the same source are equal.
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.source))]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lines) and self.source == other.source

    def __hash__(self) -> int:
        return hash(self.source)

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
