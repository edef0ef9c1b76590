"""Near spellings: words of a story that are a letter or two apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..words.edit_distance import edit_distance
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
_FEW = 100
"""Spellings up to which each is held against each: some five times as many as a story of 400 words has."""
_WORD = 40
"""Letters up to which a word is one: the longest surnames have some thirty."""


def near_pairs(spellings: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs whose casefolded texts are one edit apart, or two where both have six letters or more.

    A story's few are held against each other by the letters that they have. Of many, each spelling is filed under what remains
    when letters are left out; near ones meet there. So the work grows with their number, not with its square, however alike
    they are.
    """
    every = sorted(spellings, key=lambda spelling: (-spelling.count, spelling.places[0].span))
    folded = [spelling.text.casefold() for spelling in every]
    few = len(every) <= _FEW and max(map(len, folded), default=0) <= _LONGEST
    near_ones = [0] * len(every)
    for number, others in enumerate((_by_letters if few else _by_file)(folded)):
        spelling = every[number]
        for other in others:
            if near_ones[other] < _NEIGHBOURS and near(every[other].text, spelling.text):
                near_ones[other] += 1
                near_ones[number] += 1
                yield every[other], spelling
                if near_ones[number] == _NEIGHBOURS:
                    break


def _by_letters(words: list[str]) -> Iterator[list[int]]:
    """For each word the earlier ones, by number, that have nearly the same letters: an edit adds or takes one, or replaces one."""
    long: list[tuple[int, int]] = []
    every: list[tuple[int, int]] = []
    for number, word in enumerate(words):
        letters = _letters(word)
        found = [other for other, others in every if (letters ^ others).bit_count() < 3]
        if len(word) >= _LONG:
            far = [other for other, others in long if 2 < (letters ^ others).bit_count() < 5]
            if far:
                found = sorted(found + far)
            long.append((number, letters))
        every.append((number, letters))
        yield found


@lru_cache(4_000)
def _letters(word: str) -> int:
    """The letters of *word* as bits, whatever their order; a letter that it has twice is two bits."""
    letters = 0
    for letter in word:
        bit = 1 << (ord(letter) & 31)
        while letters & bit:
            bit <<= 32
        letters |= bit
    return letters


def _by_file(words: list[str]) -> Iterator[list[int]]:
    """For each word the earlier ones, by number, that some letters left out make the same."""
    files: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        keys = _with_letters_left_out(word)
        yield sorted({other for key in keys for other in files.get(key, ())})
        for key in keys:
            filed = files.setdefault(key, [])
            if len(filed) < _CROWD:
                filed.append(number)


def _with_letters_left_out(word: str) -> set[str]:
    if len(word) > _WORD:
        return set()
    once = {word[:at] + word[at + 1 :] for at in range(len(word))}
    keys = {word} | once
    if _LONG <= len(word) <= _LONGEST:
        keys.update(part[:at] + part[at + 1 :] for part in once for at in range(len(part)))
    return keys


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
