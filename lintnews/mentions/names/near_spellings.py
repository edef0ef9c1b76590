"""Near spellings: words of a story that are a letter or two apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..words.lazy_pattern import LazyPattern
from .codes import codes_apart

if TYPE_CHECKING:
    from .spellings import Spelling

_LONG = 6
"""Letters from which on two edits still leave a likeness."""
_LONGEST = 20
"""Letters up to which all ways to leave two out are tried; longer names differ by one."""
_CROWD = 16
"""Spellings kept under one key: a story with more words so alike is a list of codes, and the work must stay linear."""
_NEIGHBOURS = 8
"""Near spellings that one spelling is held against, for the same reason."""
_WORD = 40
"""Letters up to which a word is one: the longest surnames have some thirty."""


def near_pairs(spellings: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs whose casefolded texts are one edit apart, or two where both have six letters or more.

    Each spelling is filed under what remains when letters are left out; near ones meet there. So the work grows with
    the number of spellings, not with its square, however alike they are.
    """
    files: dict[str, list[int]] = {}
    every = sorted(spellings, key=lambda spelling: (-spelling.count, spelling.places[0].span))
    near_ones = [0] * len(every)
    for number, spelling in enumerate(every):
        keys = _with_letters_left_out(spelling.text.casefold())
        for other in sorted({other for key in keys for other in files.get(key, ())}):
            if near_ones[other] < _NEIGHBOURS and near(every[other].text, spelling.text):
                near_ones[other] += 1
                near_ones[number] += 1
                yield every[other], spelling
                if near_ones[number] == _NEIGHBOURS:
                    break
        for key in keys:
            filed = files.setdefault(key, [])
            if len(filed) < _CROWD:
                filed.append(number)


@lru_cache(4_000)
def _with_letters_left_out(word: str) -> frozenset[str]:
    if len(word) > _WORD:
        return frozenset()
    once = {word[:at] + word[at + 1 :] for at in range(len(word))}
    keys = {word} | once
    if _LONG <= len(word) <= _LONGEST:
        keys.update(part[:at] + part[at + 1 :] for part in once for at in range(len(part)))
    return frozenset(keys)


def near(a: str, b: str) -> bool:
    """Whether two words as written may be spellings of one name: near, and no codes or acronyms that differ on purpose."""
    return is_near(a.casefold(), b.casefold()) and not _both_acronyms(a, b) and not codes_apart(a, b)


def is_near(a: str, b: str) -> bool:
    """Whether *a* and *b*, casefolded, differ by one edit (two where both have six letters or more); equal ones are not near."""
    if _DIGITS.findall(a) != _DIGITS.findall(b):
        return False
    limit = 2 if min(len(a), len(b)) >= _LONG else 1
    return 0 < edit_distance(a, b, limit) <= limit


def _both_acronyms(a: str, b: str) -> bool:
    return len(a) < 7 and len(b) < 7 and a.isupper() and b.isupper()


_DIGITS = LazyPattern(r"\d+")


def edit_distance(a: str, b: str, limit: int) -> int:
    """Letters added, left out, replaced, or swapped with their neighbour between *a* and *b*; ``limit + 1`` if more."""
    return _optimal_string_alignment()(a, b, score_cutoff=limit)


@cache
def _optimal_string_alignment() -> Callable[..., int]:
    from rapidfuzz.distance import OSA

    return OSA.distance
