"""Words of news for things of one kind, of which a story means one and not another: the dollar or the pound, wheat or maize."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from ..datafiles import load_data

Line = tuple[str, int]
"""A kind and the number of one of its lines, whose words all mean one thing."""


@cache
def _lines() -> dict[str, frozenset[Line]]:
    found: dict[str, set[Line]] = defaultdict(set)
    for kind, lines in load_data("kinds")["kinds"].items():
        for number, words in enumerate(lines):
            for word in words:
                found[word].add((kind, number))
    return {word: frozenset(lines) for word, lines in found.items()}


def is_listed(word: str) -> bool:
    return word in _lines()


def are_listed(one: str, other: str) -> bool:
    """Whether the two, in small letters, stand for different things of one kind."""
    lines = _lines()
    a, b = lines.get(one), lines.get(other)
    return bool(a and b and not a & b and {kind for kind, _ in a} & {kind for kind, _ in b})


@cache
def kin(word: str) -> frozenset[str]:
    """The other words for what *word* stands for."""
    kinds = load_data("kinds")["kinds"]
    lines = _lines().get(word, ())
    return frozenset(other for kind, number in lines for other in kinds[kind][number]) - {word}


@cache
def rivals(word: str) -> tuple[str, ...]:
    """One word for each other thing of the kinds of *word*, of the same ending where there is one."""
    kinds = load_data("kinds")["kinds"]
    found: dict[str, None] = {}
    for kind, number in sorted(_lines().get(word, ())):
        for other, words in enumerate(kinds[kind]):
            if other != number:
                found[next((w for w in words if w.endswith("s") == word.endswith("s")), words[0])] = None
    return tuple(found)
