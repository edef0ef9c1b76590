"""One shape for "your file is wrong here"."""

from __future__ import annotations

from .record import Record


class Problem(Record, frozen=True):
    """A mistake in a rule, config or story file. *line* and *column* are 1-based; 0 where there is no place.

    ``path`` is empty for what was not given in a file.
    """

    path: str
    message: str
    line: int = 0
    column: int = 0
    source_line: str = ""
    length: int = 1

    def __str__(self) -> str:
        if not self.line:
            return f"{self.path}: {self.message}" if self.path else self.message
        head = f"{self.path}:{self.line}:{self.column}: {self.message}"
        if not self.source_line:
            return head
        gutter = f"{self.line} | "
        shown, at = _window(self.source_line, self.column - 1)
        carets = " " * (len(gutter) + at) + "^" * max(1, min(self.length, len(shown) - at))
        return f"{head}\n{gutter}{shown}\n{carets}"


_WIDEST = 120


def _window(line: str, at: int) -> tuple[str, int]:
    """*line*, or of a long one the part around *at*, and where *at* is in it."""
    if len(line) <= _WIDEST:
        return line, at
    start = max(0, min(at - _WIDEST // 2, len(line) - _WIDEST))
    shown = line[start : start + _WIDEST]
    before, after = "…" if start else "", "…" if start + _WIDEST < len(line) else ""
    return before + shown + after, at - start + len(before)


class LintnewsError(Exception):
    """Something the user gave is wrong; ``problems`` says what, all at once."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


class ReadError(ValueError):
    """A story file that can't be read. *line* and *column* are 1-based; 0 where there is no place."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        self.message, self.line, self.column = message, line, column
        super().__init__(f"line {line}, column {column}: {message}" if line else message)

    def problem(self, path: str) -> Problem:
        """The same, as a problem of the file at *path*."""
        return Problem(path, self.message, self.line, self.column)
