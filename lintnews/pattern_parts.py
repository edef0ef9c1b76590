"""What the parts of a regular expression say about its matches: what each holds, how each begins, whether it may backtrack far.

Of a pattern that is not read nothing is said, and all works as well, only slower: it runs in ``regex``, with its time limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from .pattern_syntax import (
    Any,
    Group,
    Literal,
    Look,
    Part,
    Parts,
    Pattern,
    Place,
    Repeat,
    Set,
    Unread,
    read_pattern,
)

_MOST_GATES = 40
_LOOKS, _RUN = (0.03, 3.0, 2.0), 20.0
"""Microseconds to look for a piece of so many letters in a story of 400 words, and to run a pattern."""
_CHANCES = (0.95, 0.5, 0.15, 0.05, 0.02, 0.01)
"""How many stories hold a piece of so many letters."""
_MARKED = 0.1
_SELDOM = frozenset("[]{}<>|@#*_\\;")
"""Marks that few stories hold."""
_MOST_WORDS = 60
_MANY = 200
_MOST_POSSESSED = 2000
"""Rounds of a possessive repeat, which gives nothing back, that may be looked at from any one place."""


def is_bounded(source: str) -> bool:
    """Whether *source* can't backtrack far: no repeat of a repeat, and no long repeat of anything that spans words."""
    pattern = _read(source)
    return pattern is not None and not any(_may_backtrack(way, inside=False) for way in pattern.ways)


def gates(source: str) -> tuple[str, ...]:
    """Pieces of text, in lower case, of which every text with a match of *source* holds one, capitals aside; () if unknown."""
    pattern = _read(source)
    if pattern is None:
        return ()
    return tuple(dict.fromkeys(piece.lower() for piece in _required_of(pattern.ways)))


def first_words(source: str, ignore_case: bool) -> tuple[str, ...]:
    """Words of which every match of *source* begins with one, whole, lower-case if case is ignored; () if unknown.

    A word is a run of ``\\w``; it begins where the match does, since the pattern looks behind for that.
    """
    pattern = _read(source)
    if pattern is None or pattern.ignores_case or len(pattern.ways) > 1:
        return ()
    parts = pattern.ways[0]
    ways = _beginnings(parts) if _begins_a_word(parts) else []
    if not ways or not all(way.ended and way.text for way in ways):
        return ()
    return tuple(dict.fromkeys(way.text.lower() if ignore_case else way.text for way in ways))


@lru_cache(maxsize=8)
def _read(source: str) -> Pattern | None:
    try:
        re.compile(source)
        return read_pattern(source)
    except (re.error, RecursionError, OverflowError, ValueError, Unread):
        return None


class _Way(NamedTuple):
    """One way in which a match can begin: the letters of its first word, and whether the word ends there."""

    text: str
    ended: bool = False


def _begins_a_word(parts: Parts) -> bool:
    """Whether nothing that belongs to a word may stand before a match."""
    for part in parts:
        if _is_boundary(part):
            return True
        if isinstance(part, Look):
            if not part.ahead and part.negated and _takes_in_words(part.ways):
                return True
            continue
        if isinstance(part, Group) and part.kind in ("", "caught") and len(part.ways) == 1 and part.ways[0]:
            return _begins_a_word(part.ways[0])
        return False
    return False


def _is_boundary(part: Part) -> bool:
    return isinstance(part, Place) and part.name == "b"


def _takes_in_words(ways: tuple[Parts, ...]) -> bool:
    """Whether it is one character of a set that holds all of ``\\w``."""
    if len(ways) != 1 or len(ways[0]) != 1:
        return False
    (part,) = ways[0]
    return isinstance(part, Set) and "w" in part.kinds and not part.negated


def _beginnings(parts: Parts) -> list[_Way]:
    """The ways in which what *parts* match can begin; none if there are too many, or if one can't be told."""
    ways = [_Way("")]
    for part in parts:
        if all(way.ended for way in ways):
            break
        if _is_boundary(part):
            ways = [_Way(way.text, ended=bool(way.text)) for way in ways]
            continue
        following = _following(part)
        if not following:
            return []
        ways = [way if way.ended else _Way(way.text + then.text, then.ended) for way, then in product(ways, following)]
        ways = list(dict.fromkeys(ways))
        if len(ways) > _MOST_WORDS:
            return []
    return ways


def _following(part: Part) -> list[_Way]:
    """How a word can go on, or end, with one part of a pattern; none where that can't be told."""
    if isinstance(part, Literal):
        return [_letter(part.text)]
    if isinstance(part, Set):
        return _of_set(part)
    if isinstance(part, Group):
        arms = [_beginnings(way) for way in part.ways] if part.kind in ("", "caught") else []
        return [way for arm in arms for way in arm] if all(arms) else []
    if isinstance(part, Repeat):
        once = _beginnings(part.body)
        if part.least and once and all(way.ended for way in once):
            return once
        return [_Way(""), *once] if (part.least, part.most) == (0, 1) and once else []
    if isinstance(part, Look):
        return _of_look(part)
    return []


def _of_look(part: Look) -> list[_Way]:
    if part.negated:
        return [_Way("", ended=part.ahead and _takes_in_words(part.ways))]
    arms = [_beginnings(way) for way in part.ways] if part.ahead else []
    ahead = [way for arm in arms for way in arm]
    return [_Way("", ended=bool(ahead) and all(arms) and all(way == _Way("", ended=True) for way in ahead))]


def _letter(character: str) -> _Way:
    return _Way(character) if character.isalnum() or character == "_" else _Way("", ended=True)


def _of_set(part: Set) -> list[_Way]:
    if part.is_letters:
        return list(dict.fromkeys(map(_letter, part.letters)))
    if not part.negated and not part.ranges and part.kinds <= {"s"}:
        return [_Way("", ended=True)] if not any(_letter(letter).text for letter in part.letters) else []
    return []


def _may_backtrack(parts: Parts, *, inside: bool) -> bool:
    for part in parts:
        if isinstance(part, Repeat):
            many = part.most > _MANY
            kept_short = part.possessive and part.most <= _MOST_POSSESSED
            if many and (inside or (_spans_words(part.body) and not kept_short)):
                return True
            if _may_backtrack(part.body, inside=inside or part.most > 1):
                return True
        elif isinstance(part, Group | Look) and any(_may_backtrack(way, inside=inside) for way in part.ways):
            return True
    return False


def _spans_words(parts: Parts) -> bool:
    """Whether one round of *parts* may be nearly any character, so that a run of it crosses words."""
    if len(parts) != 1:
        return False
    (part,) = parts
    if isinstance(part, Group) and not part.kind:
        return any(map(_spans_words, part.ways))
    if isinstance(part, Set):
        return (
            part.negated
            or len(part.kinds) > 1
            or any(kind.isupper() for kind in part.kinds)
            or ("w" in part.kinds and " " in part.letters)
        )
    return isinstance(part, Any)


def _required_of(ways: Iterable[Parts]) -> tuple[str, ...]:
    """The best set of pieces of which one is in every match of one of *ways*; () if there is none."""
    found = [_required(way) for way in ways]
    pieces = tuple(piece for pieces in found for piece in pieces) if all(found) else ()
    return pieces if len(pieces) <= _MOST_GATES else ()


class _Pieces:
    """Texts of which one stands at a place of every match, as they grow with the parts of a pattern."""

    def __init__(self) -> None:
        self.candidates: list[tuple[str, ...]] = []
        self.open: list[str] = [""]

    def add(self, texts: list[str]) -> None:
        """One of *texts* follows."""
        if len(texts) > 1:
            self.candidate(self.open)
        joined = list(dict.fromkeys(before + text for before, text in product(self.open, texts)))
        if len(joined) > _MOST_GATES:
            self.end()
            joined = texts
        self.open = joined

    def end(self) -> None:
        """What follows can't be told."""
        self.candidate(self.open)
        self.open = [""]

    def candidate(self, texts: Iterable[str]) -> None:
        every = list(texts)
        found = tuple(text for text in every if not any(other in text and other != text for other in every))
        if found and all(found) and len(found) <= _MOST_GATES:
            self.candidates.append(found)


def _required(parts: Parts) -> tuple[str, ...]:
    """The best set of pieces of which one is in every match of *parts*."""
    pieces = _Pieces()
    for part in parts:
        texts = _texts(part)
        if isinstance(part, Place):
            continue
        if isinstance(part, Look):
            _look(part, pieces)
        elif texts:
            pieces.add(texts)
        elif isinstance(part, Repeat) and part.least and (texts := _of_ways((part.body,))):
            pieces.add(texts)
            pieces.end()
        else:
            pieces.end()
            if isinstance(part, Group):
                pieces.candidate(_required_of(part.ways))
            elif isinstance(part, Repeat) and part.least:
                pieces.candidate(_required(part.body))
    pieces.end()
    return min(pieces.candidates, key=_cost, default=())


def _cost(pieces: tuple[str, ...]) -> float:
    """Microseconds, roughly, that a pattern takes that asks for *pieces* first: to look for each, and to run where one is there."""
    looks = sum(_LOOKS[min(len(piece), len(_LOOKS)) - 1] for piece in pieces)
    return looks + _RUN * min(1.0, sum(map(_chance, pieces)))


def _chance(piece: str) -> float:
    """How often a story holds *piece*, roughly; marks inside words stand in few."""
    if piece in _SELDOM:
        return _MARKED
    marked = len(piece) > 1 and not piece.replace(" ", "").isalnum()
    return _CHANCES[min(len(piece), len(_CHANCES)) - 1] * (_MARKED if marked else 1)


def _look(part: Look, pieces: _Pieces) -> None:
    """What stands ahead or behind belongs to no match, but is there."""
    if part.negated:
        return
    texts = _of_ways(part.ways)
    if part.ahead:
        if texts:
            joined = [before + text for before, text in product(pieces.open, texts)]
            pieces.candidate(joined if len(joined) <= _MOST_GATES else texts)
        else:
            pieces.candidate(_required_of(part.ways))
    elif texts:
        if pieces.open == [""]:
            pieces.open = texts
        else:
            pieces.candidate(texts)


def _texts(part: Part) -> list[str]:
    """All that *part* may match, if that is little."""
    if isinstance(part, Literal):
        return [part.text]
    if isinstance(part, Set):
        return list(part.letters) if part.is_letters else []
    if isinstance(part, Group):
        return _of_ways(part.ways)
    if isinstance(part, Repeat) and part.most == 1:
        once = _of_ways((part.body,))
        return once if part.least or not once else ["", *once]
    return []


def _of_ways(ways: tuple[Parts, ...]) -> list[str]:
    every: list[str] = []
    for way in ways:
        found = [""]
        for part in way:
            if isinstance(part, Place) or (isinstance(part, Look) and part.negated):
                continue
            texts = _texts(part)
            if not texts or len(found) * len(texts) > _MOST_GATES:
                return []
            found = [before + text for before, text in product(found, texts)]
        every += found
        if len(every) > _MOST_GATES:
            return []
    return list(dict.fromkeys(every))
