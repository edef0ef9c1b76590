"""Reporters: findings → one output format. ``REPORTERS`` is the table: name → ``module:function``.

A reporter takes the results one by one, in order, and yields pieces of the report. It gets plain data
(``lintnews.wire``), so that a cached result renders as a fresh one does. Nothing here may import what is slow.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..rule import RuleSet
    from ..wire import Result

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


class Setting:
    """What a reporter may want to know beside the findings.

    ``rules`` gives the rules that ran (for their descriptions), ``width`` is the terminal's in columns; ``at_terminal``
    says whether the report is read there, and not by a program.
    """

    __slots__ = ("at_terminal", "colour", "rules", "width")

    def __init__(
        self, rules: Callable[[], RuleSet], *, colour: bool = False, width: int = 100, at_terminal: bool = False
    ) -> None:
        self.at_terminal = at_terminal
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
