"""How a thing came out, in the many words of news: cleared or convicted, approved or turned down, called off or completed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..datafiles import load_data

_GAP = 3
"""So many words three dots stand for at most."""
_LETTERS = 3
"""By so many first letters phrases are looked up."""


class Side(NamedTuple):
    """One of the two ways in which a thing of a kind can come out."""

    kind: str
    one: bool

    @property
    def opposite(self) -> Side:
        return Side(self.kind, not self.one)


class Told(NamedTuple):
    """The words from ``first`` to ``last`` tell an outcome."""

    side: Side
    first: int
    last: int


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Side]]]:
    found: dict[str, list[tuple[tuple[str, ...], Side]]] = defaultdict(list)
    for kind, sides in load_data("outcomes")["outcomes"].items():
        for one, phrases in zip((True, False), sides, strict=True):
            for phrase in phrases:
                words = tuple(phrase.split())
                found[words[0].rstrip("*")[:_LETTERS]].append((words, Side(kind, one)))
    return dict(found)


def outcomes(words: Sequence[str]) -> Iterator[Told]:
    """Every outcome that *words*, in small letters, tell; of two that begin at one word and are of one kind, the longer."""
    for first, word in enumerate(words):
        best: dict[str, Told] = {}
        for phrase, side in _phrases().get(word[:_LETTERS], ()):
            last = _last(phrase, words, first)
            if last >= 0 and (side.kind not in best or best[side.kind].last < last):
                best[side.kind] = Told(side, first, last)
        yield from best.values()


def _last(phrase: tuple[str, ...], words: Sequence[str], first: int) -> int:
    """Where *phrase*, beginning at *first*, ends; -1 where it doesn't stand there."""
    at = first
    for number, part in enumerate(phrase):
        if part == "...":
            rest = phrase[number + 1 :]
            return max((_last(rest, words, start) for start in range(at, min(at + _GAP + 1, len(words)))), default=-1)
        if at >= len(words) or not _is(part, words[at]):
            return -1
        at += 1
    return at - 1


def _is(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
