"""The entries of front matter."""

from __future__ import annotations

from typing import Any

from ..record import Record
from ..source import Span


class Entry(Record, frozen=True):
    """A top-level entry: where its value stands in the source (within quotes), and what it is.

    *quote* is the kind of scalar, ``"``, ``'`` or none; *place* is None where the value can't be found.
    """

    key: str
    value: Any
    place: Span | None = None
    quote: str = ""


class FrontMatterError(ValueError):
    """Front matter that is not what its fences say; *offset* is the place in the source."""

    def __init__(self, message: str, offset: int) -> None:
        self.message, self.offset = message, offset
        super().__init__(message)
