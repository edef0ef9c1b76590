"""Offsets as the protocol counts them: lines, and columns in the client's units (UTF-16 unless it asks for others)."""

from __future__ import annotations

from lsprotocol import types

from ..source import Lines, Span


class Columns:
    """Offsets of a source as lines and columns of the protocol, and back."""

    def __init__(self, source: str, encoding: types.PositionEncodingKind | str = "utf-16") -> None:
        self.lines = Lines(source)
        self.source = source
        self.encoding = getattr(encoding, "value", encoding)

    def position(self, offset: int) -> types.Position:
        at = self.lines.position(offset)
        return types.Position(at.line - 1, self._units(self.source[offset - at.column + 1 : offset]))

    def range(self, span: Span) -> types.Range:
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset at *position*; one behind the end of its line is that end."""
        if position.line >= len(self.lines):
            return len(self.source)
        line = self.lines.line_span(position.line + 1)
        units = 0
        for offset in range(line.start, line.end):
            if units >= position.character:
                return offset
            units += self._units(self.source[offset])
        return line.end

    def _units(self, text: str) -> int:
        if self.encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        if self.encoding == "utf-32":
            return len(text)
        return len(text) + sum(character > "\uffff" for character in text)
