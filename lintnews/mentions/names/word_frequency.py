"""How common a word is, and whether it is on a list of given names, surnames or places."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ...knowledge.table import look_up


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


@lru_cache(maxsize=50_000)
def familiarity(word: str) -> Familiarity:
    """What is known of *word*, whatever its capitals; of a word with hyphens, of its least known part."""
    folded = word.casefold().replace("’", "'").replace("‘", "'")
    known = _look_up(folded)
    if known is None and "-" in folded:
        parts = [familiarity(part) for part in folded.split("-") if part]
        return min(parts, default=UNKNOWN)
    return known or UNKNOWN


def _look_up(word: str) -> Familiarity | None:
    value = look_up("word_frequencies.txt", word)
    if value is None:
        return None
    flags = value.lstrip("0123456789")
    return Familiarity(int(value[: len(value) - len(flags)]) / 10, "g" in flags, "s" in flags, "p" in flags)
