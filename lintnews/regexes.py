"""Regular expressions as rule files write them: what they need, and a bound on the time that they take.

A pattern that can't backtrack far runs in ``re``; any other runs in ``regex``, which stops when its time is up.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

SECONDS = 1.0
SECONDS_PER_MILLION_CHARACTERS = 4.0


class TooSlow(Exception):
    """A pattern of a rule took longer on a story than it may."""

    def __init__(self, pattern: str, seconds: float) -> None:
        self.pattern = pattern
        self.seconds = seconds
        super().__init__(f"the pattern `{pattern}` takes more than {seconds:g} s on this story")


class Deadline:
    """The time that one check may spend on one text of *length* characters with patterns that may backtrack."""

    def __init__(self, length: int) -> None:
        self.seconds = SECONDS + SECONDS_PER_MILLION_CHARACTERS * length / 1_000_000
        self._end = time.monotonic() + self.seconds

    def left(self) -> float:
        return max(0.001, self._end - time.monotonic())


def finditer(source: str, ignore_case: bool, bounded: bool, text: str, deadline: Deadline) -> Iterator[Any]:
    """The matches of *source* in *text*; TooSlow when the time is up. *bounded* patterns run in ``re``."""
    if bounded:
        yield from _compiled(source, ignore_case).finditer(text)
        return
    try:
        yield from _compiled_with_timeout(source, ignore_case).finditer(text, timeout=deadline.left())
    except TimeoutError:
        raise TooSlow(source, deadline.seconds) from None


def matches_at(
    source: str, ignore_case: bool, bounded: bool, text: str, starts: Iterable[int], deadline: Deadline
) -> Iterator[Any]:
    """The matches of *source* that begin at one of *starts*, which are in order, none overlapping; as `finditer` else."""
    end = 0
    for start in starts:
        if start < end:
            continue
        if bounded:
            match = _compiled(source, ignore_case).match(text, start)
        else:
            match = _match_in_time(source, ignore_case, text, start, deadline)
        if match is not None:
            end = match.end()
            yield match


def _match_in_time(source: str, ignore_case: bool, text: str, start: int, deadline: Deadline) -> Any:
    try:
        return _compiled_with_timeout(source, ignore_case).match(text, start, timeout=deadline.left())
    except TimeoutError:
        raise TooSlow(source, deadline.seconds) from None


@cache
def _compiled(source: str, ignore_case: bool) -> re.Pattern[str]:
    return re.compile(source, re.MULTILINE | (re.IGNORECASE if ignore_case else 0))


@cache
def _compiled_with_timeout(source: str, ignore_case: bool) -> Any:
    import regex

    return regex.compile(source, regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0))


def check_pattern(source: str) -> tuple[str, int] | None:
    """What is wrong with the regular expression *source* and at which of its characters; None if nothing is."""
    try:
        re.compile(source)
    except (re.error, RecursionError, OverflowError) as error:
        if r"\p" in source or r"\P" in source:
            try:
                _compiled_with_timeout(source, False)
            except Exception as other:  # regex.error is known only once regex is imported
                return str(other), getattr(other, "pos", None) or 0
            return None
        return getattr(error, "msg", str(error)), getattr(error, "pos", None) or 0
    return None
