"""Fix one file: its bytes in, its bytes after the fixes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .finding import Finding
from .fixing import Choose, Fixed, Limits, fix_text
from .linter import Linter
from .readers import READERS, read_bytes
from .story import Reading, Story
from .unified_diff import unified_diff


@dataclass(frozen=True, slots=True)
class FileFix:
    """A file before and after its fixes. A format that is not written stays as it is: its fixes are all left."""

    path: str
    data: bytes
    reading: Reading
    fixed: Fixed

    @property
    def after(self) -> bytes:
        """The content after the fixes, in the file's encoding."""
        if self.fixed.text == self.reading.source:
            return self.data
        return self.reading.encoding.encode(self.fixed.text)

    @property
    def changes(self) -> bool:
        return self.after != self.data

    def diff(self) -> Iterator[bytes]:
        """A unified diff, in the file's encoding; in UTF-8 where that has zero bytes, which no diff can hold."""
        encoding = self.reading.encoding
        wide = encoding.name.startswith(("utf-16", "utf-32"))
        name = "utf-8" if wide else encoding.name
        mark = "\ufeff" if encoding.mark and not wide else ""
        lines = unified_diff(self.path, mark + self.reading.source, mark + self.fixed.text)
        for number, line in enumerate(lines):
            yield line.encode("utf-8" if number < 2 else name, "surrogateescape")


def fix_bytes(
    data: bytes,
    linter: Linter,
    *,
    path: str = "",
    format_of: str | None = None,
    published: date | None = None,
    unsafe: bool = False,
    choose: Choose | None = None,
) -> FileFix:
    """The file *data* at *path* with its fixes; ReadError where it can't be read.

    *choose* is asked about each fix, once; without it every safe one is applied, and with *unsafe* those that may change
    the meaning too.
    """
    reading = read_bytes(data, path=path, format_of=format_of)
    reader = READERS[reading.format]

    def lint(text: str) -> tuple[Story, Sequence[Finding]]:
        report = linter.lint_text(text, format_of=reading.format, path=path, published=published)
        assert report.story is not None
        return report.story, report.findings

    if reader.binary or not reader.writable:
        report = linter.lint_bytes(data, path=path, format_of=reading.format, published=published)
        if report.story is None:
            raise ValueError(report.error)
        return FileFix(path, data, reading, Fixed(reading.source, (), report.findings, report.story))
    limits = Limits(unsafe, reader.reserved, _holds(reading), *([choose] if choose else ()))
    return FileFix(path, data, reading, fix_text(reading.source, lint, limits))


def _holds(reading: Reading) -> Callable[[str], bool]:
    """Whether the file's encoding has the characters of a text."""

    def holds(text: str) -> bool:
        try:
            reading.encoding.encode(text)
        except UnicodeEncodeError:
            return False
        return True

    return holds
