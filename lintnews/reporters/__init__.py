"""Reporters: findings → one output format. ``REPORTERS`` is the table: name → ``module:function``.

A reporter takes the results one by one, in order, and yields pieces of the report. It gets plain data
(``lintnews.wire``), so that a cached result renders as a fresh one does. Nothing here may import what is slow.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..rule import RuleSet
    from ..wire import FileEntry

REPORTERS: dict[str, str] = {
    "concise": "lintnews.reporters.concise:report",
    "json": "lintnews.reporters.json:report",
    "jsonl": "lintnews.reporters.jsonl:report",
    "text": "lintnews.reporters.text:report",
}


class Result:
    """What was found in one file: ``entry`` as in the wire format, and the name of the format it was read as.

    ``source`` is the decoded file, or what gives it when a reporter asks.
    """

    __slots__ = ("_source", "entry", "format_of")

    def __init__(self, entry: FileEntry, source: str | Callable[[], str] = "", format_of: str = "plain") -> None:
        self.entry = entry
        self.format_of = format_of
        self._source = source

    @property
    def source(self) -> str:
        if not isinstance(self._source, str):
            self._source = self._source()
        return self._source


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
    """The reporter called *name*; KeyError for an unknown one."""
    from importlib import import_module

    module, _, function = REPORTERS[name].partition(":")
    found: Reporter = getattr(import_module(module), function)
    return found
