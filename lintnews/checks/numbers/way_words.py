"""Words and turns of phrase that say that something rises or falls, and those that say that a rise gathers or loses pace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...datafiles import load_data
from ...mentions.numbers.movements import directions


class WayWord(NamedTuple):
    """Where it stands in its text, +1 or -1, and whether it speaks of the pace of a change rather than of a value."""

    start: int
    end: int
    way: int
    pace: bool
    sort: str


@cache
def _words() -> dict[str, int]:
    data = load_data("told_ways")
    every = directions() | dict.fromkeys(data["up"], 1) | dict.fromkeys(data["down"], -1)
    return {word: way for word, way in every.items() if word not in data["left_out"]}


@cache
def those(name: str) -> frozenset[str]:
    return frozenset(load_data("told_ways")[name])


_ADVERB = r"(?: (?:[a-z]+ly|again|back|further|a (?:little|bit|touch|notch)|slightly|some|steeply|just|still|right|well|even|much|far|another))?"
_LOOSE = (
    r"(?:fell|fall|falls|falling|slipp?(?:ed|s|ing)?|drift(?:ed|s|ing)?|eas(?:ed|es|ing)|edg(?:ed|es|ing)|dropp?(?:ed|s|ing)?|slid|die[ds]?|"
    r"tail(?:ed|s|ing)?|level(?:led|ed)?|pull(?:ed)?|whittl(?:ed|ing)|pared|thinned|scal(?:ed|ing)) (?:back|off|away)"
)
_COUNTED = r"(?=,| (?:from|by|on|about|nearly|almost|more|just|some|over|sharply|slightly|only|[\d$£€a-z]* ?\d))"
"""What follows a bare "up" or "down" that tells of figures."""


def _either(phrases: list[str]) -> str:
    return rf"(?<![\w-])(?:{'|'.join(phrases)})(?![\w-])"


@cache
def _phrases() -> re.Pattern[str]:
    """The turns of more than one word, and words that mean a move only in their place."""
    data = load_data("told_ways")
    moved = rf"(?<![\w’'-])(?:{'|'.join(data['particle_verbs'])}){_ADVERB} "
    first = r"(?:^|[,;:.(—–\n] ?)"
    rose = "|".join(
        (rf"{moved}(?:{'|'.join(data['up_particles'])})(?![\w-])", rf"{first}up{_COUNTED}", _either(data["up_phrases"]))
    )
    sank = "|".join(
        (
            rf"{moved}(?:{'|'.join(data['down_particles'])})(?![\w-])",
            _either([_LOOSE]),
            rf"{first}down{_COUNTED}",
            _either(data["down_phrases"]),
        )
    )
    sorts = {"quick": _either(data["quick_pace"]), "slow": _either(data["slow_pace"]), "rose": rose, "sank": sank}
    named = [f"(?P<{name}>{source})" for name, source in sorts.items()]
    return re.compile("|".join((*named, r"(?P<word>(?<![\w’'-])[a-z]+(?![\w-]))")))


_GROWN = frozenset(["grow", "grows", "grew", "grown", "growing"])
_LESS = frozenset(
    [
        "smaller",
        "shorter",
        "weaker",
        "thinner",
        "cheaper",
        "fewer",
        "slower",
        "poorer",
        "emptier",
        "lower",
        "narrower",
        "lighter",
        "quieter",
    ]
)
_GROWN_ON = re.compile(
    r"\s*(?:[.,;:)—–]|\Z|\d|[$£€]|[a-z]+er\b|(?:by|to|from|in|at|only|just|again|over|since|last|this|for|and|but|further|fast|strongly|sharply|slightly|steadily|rapidly|slowly|more|less|even|still|"
    r"during|under|with|as|almost|nearly|about|than|through|until|when|while|because|every|each|an?|its|their|too|also|back|on|around)\b|[a-z]+ly\b)"
)


def _way_grown(text: str, end: int) -> int:
    """What has grown shorter has not grown, and what grows tired tells of no figure."""
    follows = _NEXT.match(text, end)
    if follows and follows[1] in _LESS:
        return -1
    return 1 if _GROWN_ON.match(text, end) else 0


_NEXT = re.compile(r" (?:even |much |a little |still )?([a-z]+)")


def way_words(text: str) -> Iterator[WayWord]:
    """All of *text*, which is in small letters, in order."""
    words = _words()
    for found in _phrases().finditer(text):
        name = found.lastgroup or ""
        if name == "word":
            way = words.get(found.group(), 0)
            if way and found.group() in _GROWN:
                way = _way_grown(text, found.end())
            if way:
                yield WayWord(found.start(), found.end(), way, False, "word")
        else:
            way = 1 if name in ("quick", "rose") else -1
            start = found.start() + len(found.group()) - len(found.group().lstrip(" ,;:.(—–\n"))
            yield WayWord(
                start, found.end(), way, name in ("quick", "slow"), "pace" if name in ("quick", "slow") else "phrase"
            )


def has_way(text: str) -> bool:
    return next(way_words(text), None) is not None
