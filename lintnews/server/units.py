"""Offsets as the web counts them: in UTF-16 code units."""

from __future__ import annotations

from bisect import bisect_left

from ..source import Span


class Units:
    """Offsets in a text, from code points to UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [at for at, character in enumerate(text) if character > "\uffff"]

    def of(self, offset: int) -> int:
        """The units before the code point at *offset*."""
        return offset + bisect_left(self._wide, offset)

    def span(self, span: Span) -> tuple[int, int]:
        """Where *span* starts, and how long it is."""
        start = self.of(span.start)
        return start, self.of(span.end) - start
