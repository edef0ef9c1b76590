"""How common a word is, and whether it is on a list of given names, surnames or places."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ...datafiles import DATA_FOLDER


class Familiarity(NamedTuple):
    """``zipf``: logarithm (base 10) of a word's occurrences in a billion words of English, 0 to 8; 0 if unknown."""

    zipf: float
    given: bool = False
    surname: bool = False
    place: bool = False

    @property
    def listed(self) -> bool:
        """Whether it is on a list of names."""
        return self.given or self.surname or self.place


UNKNOWN = Familiarity(0.0)


@cache
def _table() -> bytes:
    return (DATA_FOLDER / "word_frequencies.txt").read_bytes()


@lru_cache(maxsize=50_000)
def familiarity(word: str) -> Familiarity:
    """What is known of *word*, whatever its capitals; of a word with hyphens, of its least known part."""
    folded = word.casefold().replace("’", "'").replace("‘", "'")
    known = _look_up(folded.encode("utf-8", "surrogatepass"))
    if known is None and "-" in folded:
        parts = [familiarity(part) for part in folded.split("-") if part]
        return min(parts, default=UNKNOWN)
    return known or UNKNOWN


def _look_up(word: bytes) -> Familiarity | None:
    table = _table()
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.index(b"\n", middle)
        entry, _, value = table[middle:end].partition(b"\t")
        if entry == word:
            flags = value.lstrip(b"0123456789")
            return Familiarity(int(value[: len(value) - len(flags)]) / 10, b"g" in flags, b"s" in flags, b"p" in flags)
        if entry < word:
            low = end + 1
        else:
            high = middle
    return None
