"""Reporters: findings → one output format. ``REPORTERS`` is the table: name → ``module:function``.

A reporter takes the results one by one, in order, and yields pieces of the report. It gets plain data
(``lintnews.wire``), so that a cached result renders as a fresh one does. Nothing here may import what is slow.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..readers import Document
    from ..rule import RuleSet
    from ..wire import FileEntry

REPORTERS: dict[str, str] = {
    "checkstyle": "lintnews.reporters.checkstyle:report",
    "concise": "lintnews.reporters.concise:report",
    "github": "lintnews.reporters.github:report",
    "gitlab": "lintnews.reporters.gitlab:report",
    "html": "lintnews.reporters.html:report",
    "json": "lintnews.reporters.json:report",
    "jsonl": "lintnews.reporters.jsonl:report",
    "junit": "lintnews.reporters.junit:report",
    "rdjson": "lintnews.reporters.rdjson:report",
    "sarif": "lintnews.reporters.sarif:report",
    "tap": "lintnews.reporters.tap:report",
    "text": "lintnews.reporters.text:report",
}


class Result:
    """What was found in one file: ``entry`` as in the wire format, the file's bytes, the name of the format it was read as."""

    __slots__ = ("_source", "data", "entry", "format_of")

    def __init__(self, entry: FileEntry, data: bytes = b"", format_of: str = "plain") -> None:
        self.entry = entry
        self.data = data
        self.format_of = format_of
        self._source: str | None = None

    @property
    def source(self) -> str:
        """The characters that positions in the file count; its reader is asked only where that is not plainly UTF-8."""
        if self._source is None:
            self._source = _plain(self.data)
            if self._source is None:
                self._source = self.document.source
        return self._source

    @property
    def document(self) -> Document:
        """The file as its reader reads it."""
        from ..readers import read_bytes

        return read_bytes(self.data, path=self.entry["path"], format_of=self.format_of)


def _plain(data: bytes) -> str | None:
    if b"\0" in data[:8192] or data.startswith(b"\xef\xbb\xbf"):
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


class Setting:
    """What a reporter may want to know beside the findings.

    ``rules`` gives the rules that ran (for their descriptions), ``width`` is the terminal's in columns.
    """

    __slots__ = ("colour", "rules", "width")

    def __init__(self, rules: Callable[[], RuleSet], *, colour: bool = False, width: int = 100) -> None:
        self.rules = rules
        self.colour = colour
        self.width = width


if TYPE_CHECKING:
    Reporter = Callable[[Iterable[Result], Setting], Iterator[str]]


def load_reporter(name: str) -> Reporter:
    """The reporter called *name*, ours or a plug-in's; KeyError for an unknown one."""
    from ..plugins import load_named

    found: Reporter = load_named(REPORTERS, "lintnews.reporters", name)
    return found
