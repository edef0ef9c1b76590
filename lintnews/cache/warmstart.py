"""A warm start: what Python would work out again in every run is kept compiled between runs.

Two things take most of the time in which lintnews starts. ``re`` compiles some hundred patterns into lists of numbers,
and ``dataclasses`` compiles the methods of some hundred classes from text. Both results are plain values, the same for
the same input and the same Python, so they are kept in a file, one for each Python. ``re`` judges the numbers when it
makes a Pattern of them, and the file stands behind a digest and counts only if it is the user's own (``marshalled``);
whatever is off is a miss. Where Python's inner workings are not as expected, nothing is kept and all works as ever, only
later.
"""

from __future__ import annotations

import dataclasses
import re
import sys
from array import array
from pathlib import Path
from types import CodeType
from typing import Any

from .marshalled import digest, read_marshalled, write_marshalled

Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Of a pattern: flags, code, number of groups, groups by name, names of groups."""

_MOST_LATER = 300
"""Patterns that are kept though they were compiled after the start: some are made of a story's words, and useless."""
_MOST = 5000
"""Patterns or methods in a file that is still read: rules change, and what they were compiled to stays until then."""
_UNKEPT = re.DEBUG | re.LOCALE


_running: list[WarmStart] = []


def begin(folder: Path) -> None:
    """Look up in *folder* what was kept there, from now on and in this whole process."""
    end()
    _running.append(WarmStart(folder))
    _running[0].begin()


def started() -> None:
    """Everything that every run needs is there: from now on, little more is kept."""
    for warm in _running:
        warm.started()


def end() -> None:
    """Leave Python as it was, and keep what is new. Does nothing if nothing was begun."""
    while _running:
        _running.pop().end()


class WarmStart:
    """One start, with what is kept in *folder*."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "start" / digest(sys.version, str(getattr(_sre(), "MAGIC", "")))
        self._patterns: dict[tuple[str, int], Code] = {}
        self._later: dict[tuple[str, int], Code] = {}
        self._methods: dict[str, CodeType] = {}
        self._starting = True
        self._changed = False
        self._compiler: Any = None
        self._compile: Any = None

    def begin(self) -> None:
        """Look up what was kept, from now on."""
        compiler: Any = getattr(re, "_compiler", None)
        expected = ("compile", "_code", "_parser")
        if not hasattr(_sre(), "compile") or not all(hasattr(compiler, name) for name in expected):
            return
        known = read_marshalled(self._file)
        if isinstance(known, tuple) and len(known) == 3 and max(map(len, known)) <= _MOST:
            self._patterns, self._later, self._methods = known
        self._compiler, self._compile = compiler, compiler.compile
        compiler.compile = self._pattern
        vars(dataclasses)["exec"] = self._exec

    def started(self) -> None:
        """Everything that every run needs is there: from now on, little more is kept."""
        self._starting = False

    def end(self) -> None:
        """Leave everything as it was, and keep what is new."""
        if self._compiler is None:
            return
        self._compiler.compile = self._compile
        self._compiler = None
        vars(dataclasses).pop("exec", None)
        if self._changed:
            write_marshalled(self._file, (self._patterns, self._later, self._methods))

    def _pattern(self, pattern: Any, flags: int = 0) -> Any:
        """Stands in for the function that compiles a pattern in ``re``."""
        if type(pattern) is not str or flags & _UNKEPT:
            return self._compile(pattern, flags)
        key = (pattern, int(flags))
        kept = self._patterns.get(key) or self._later.get(key)
        if kept is None:
            if not self._starting and len(self._later) >= _MOST_LATER:
                return self._compile(pattern, flags)
            kept = self._coded(pattern, int(flags))
            (self._patterns if self._starting else self._later)[key] = kept
            self._changed = True
        try:
            return _made(pattern, kept)
        except (RuntimeError, TypeError, ValueError, OverflowError):
            return self._compile(pattern, flags)

    def _coded(self, pattern: str, flags: int) -> Code:
        """What ``re`` makes of *pattern*; re.error as ``re`` raises it."""
        parsed = self._compiler._parser.parse(pattern, flags)
        code = self._compiler._code(parsed, flags)
        names: dict[str, int] = parsed.state.groupdict
        by_group: list[str | None] = [None] * parsed.state.groups
        for name, group in names.items():
            by_group[group] = name
        numbers = array("I", map(int, code)).tobytes()
        return int(flags | parsed.state.flags), numbers, parsed.state.groups - 1, dict(names), tuple(by_group)

    def _exec(self, source: Any, *namespaces: Any) -> None:
        """Stands in for ``exec`` in ``dataclasses``."""
        if isinstance(source, str):
            code = self._methods.get(source)
            if code is None:
                code = compile(source, "<string>", "exec", dont_inherit=True)
                self._methods[source] = code
                self._changed = True
            source = code
        exec(source, *namespaces)


def _made(pattern: str, code: Code) -> Any:
    flags, kept, groups, names, by_group = code
    numbers = array("I")
    numbers.frombytes(kept)
    sre: Any = _sre()
    return sre.compile(pattern, flags, numbers.tolist(), groups, names, by_group)


def _sre() -> object:
    return sys.modules.get("_sre")
