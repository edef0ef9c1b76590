"""Regular expressions as rule files write them: what they need, and a bound on the time that they take.

A pattern that can't backtrack far runs in ``re``; any other runs in ``regex``, which stops when its time is up.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

SECONDS = 1.0
SECONDS_PER_MILLION_CHARACTERS = 4.0
_MOST_GATES = 40
_MANY = 200
_MOST_POSSESSED = 2000
"""Rounds of a possessive repeat, which gives nothing back, that may be looked at from any one place."""


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


def is_bounded(source: str) -> bool:
    """Whether *source* can't backtrack far: no repeat of a repeat, and no long repeat of anything that spans words."""
    parsed = _parsed(source)
    if parsed is None:
        return False
    return not _may_backtrack(parsed, inside=False)


def gates(source: str, ignore_case: bool) -> tuple[str, ...]:
    """Pieces of text of which every match of *source* holds at least one, lower-case if case is ignored; () if unknown."""
    parsed = _parsed(source)
    if parsed is None:
        return ()
    if parsed.state.flags & re.IGNORECASE:
        return ()
    return tuple(dict.fromkeys(piece.lower() if ignore_case else piece for piece in _required(parsed)))


def _parsed(source: str) -> Any:
    """The parts of *source* as ``re`` reads them; None where it can't, or where this Python doesn't show them.

    Without them every pattern runs in ``regex``, with its time limit: slower, and right all the same.
    """
    parser = getattr(re, "_parser", None)
    try:
        return parser.parse(source) if parser is not None else None
    except (re.error, RecursionError):
        return None


def _may_backtrack(parsed: Any, *, inside: bool) -> bool:
    for operation, argument in parsed:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = argument
            many = int(most) > _MANY
            kept_short = name == "POSSESSIVE_REPEAT" and int(most) <= _MOST_POSSESSED
            if many and (inside or (_spans_words(body) and not kept_short)):
                return True
            if _may_backtrack(body, inside=inside or int(most) > 1):
                return True
        elif any(_may_backtrack(part, inside=inside) for part in _parts(name, argument)):
            return True
    return False


def _spans_words(body: Any) -> bool:
    """Whether one round of *body* may be nearly any character, so that a run of it crosses words."""
    if len(body) != 1:
        return False
    name, argument = str(body[0][0]), body[0][1]
    if name in ("ANY", "NOT_LITERAL"):
        return True
    if name != "IN":
        return False
    kinds = {str(part[1]) for part in argument if str(part[0]) == "CATEGORY"}
    negated = any(str(part[0]) == "NEGATE" for part in argument)
    return (
        negated
        or len(kinds) > 1
        or any("NOT" in kind for kind in kinds)
        or (
            any("WORD" in kind for kind in kinds)
            and any((str(part[0]), part[1]) == ("LITERAL", 32) for part in argument)
        )
    )


def _parts(name: str, argument: Any) -> list[Any]:
    if name == "SUBPATTERN":
        return [argument[3]]
    if name == "BRANCH":
        return list(argument[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    if name == "ATOMIC_GROUP":
        return [argument]
    if name == "GROUPREF_EXISTS":
        return [part for part in argument[1:] if part is not None]
    return []


def _required(parsed: Any) -> tuple[str, ...]:
    """The best set of pieces of which one is in every match."""
    candidates: list[tuple[str, ...]] = []
    run = ""
    for operation, argument in parsed:
        name = str(operation)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if name == "AT":
            continue
        if run:
            candidates.append((run,))
            run = ""
        if name == "SUBPATTERN" and not argument[1] & re.IGNORECASE:
            candidates.append(_required(argument[3]))
        elif name == "ATOMIC_GROUP":
            candidates.append(_required(argument))
        elif name == "BRANCH":
            arms = [_required(arm) for arm in argument[1]]
            if all(arms):
                candidates.append(tuple(piece for arm in arms for piece in arm))
        elif name.endswith("REPEAT") and argument[0] >= 1:
            candidates.append(_required(argument[2]))
        elif name == "IN" and all(str(part[0]) == "LITERAL" for part in argument):
            candidates.append(tuple(chr(part[1]) for part in argument))
    if run:
        candidates.append((run,))
    usable = [found for found in candidates if found and len(found) <= _MOST_GATES]
    return max(usable, key=lambda found: (min(map(len, found)), -len(found)), default=())
