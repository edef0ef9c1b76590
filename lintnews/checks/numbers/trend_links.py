"""Pairs of trends that may be told of one thing, and what speaks for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...mentions.words.lazy_pattern import LazyPattern
from ...record import Record
from .trends import LEVEL, NOUN, VERB, Trend, trends

if TYPE_CHECKING:
    from ...story import Story

MODEL = "trend_evidence"
_BACK = 10
"""Trends before one that it is held against, beside those of the same subject."""
_FAR = 40
"""Sentences beyond which two trends are not held to be one."""
_MOST_OF_ONE = 6


class TrendLink(Record, frozen=True):
    """Two trends that go different ways. ``odd`` is the one that less of the story bears out, ``other`` the one that it is held
    against; ``features`` speak for and against their telling of one movement.
    """

    odd: Trend
    other: Trend
    features: dict[str, float]


class TrendPair(NamedTuple):
    """Two trends, by their numbers in the story, that something links."""

    first: int
    second: int
    features: dict[str, float]


def trend_links(story: Story) -> Iterator[TrendLink]:
    """Every pair of trends that something links and that go different ways."""
    told = trends(story)
    ways = [trend.way for trend in told]
    for pair, features, is_first_odd in contrary(trend_pairs(story, told), ways):
        odd, other = (pair.first, pair.second) if is_first_odd else (pair.second, pair.first)
        yield TrendLink(told[odd], told[other], features)


def trend_pairs(story: Story, told: Sequence[Trend]) -> list[TrendPair]:
    """Every pair that something links, whichever way each goes."""
    found: list[TrendPair] = []
    heads: dict[str, list[int]] = {}
    for at, second in enumerate(told):
        near = set(range(max(0, at - _BACK), at))
        for word in second.subject[:2]:
            near.update(heads.get(word, [])[-_MOST_OF_ONE:])
        for index in sorted(near):
            first = told[index]
            if second.telling.number - first.telling.number <= _FAR:
                features = pair_features(story.text, first, second)
                if features:
                    found.append(TrendPair(index, at, features))
        for word in second.subject[:2]:
            heads.setdefault(word, []).append(at)
    return found


def contrary(pairs: Sequence[TrendPair], ways: Sequence[int]) -> Iterator[tuple[TrendPair, dict[str, float], bool]]:
    """The pairs that go different ways by *ways*, with all their features, and whether the first is the odd one."""
    agreeing: Counter[int] = Counter()
    against: Counter[int] = Counter()
    for pair in pairs:
        if not _LINKS.isdisjoint(pair.features):
            count = agreeing if ways[pair.first] == ways[pair.second] else against
            count[pair.first] += 1
            count[pair.second] += 1
    going = Counter(ways)
    answered = {pair.second for pair in pairs if "pointing" in pair.features and ways[pair.first] == ways[pair.second]}
    for pair in pairs:
        if ways[pair.first] != ways[pair.second] and not ("pointing" in pair.features and pair.second in answered):
            first, second = agreeing[pair.first], agreeing[pair.second]
            first -= not {"apposed", "levelled"}.isdisjoint(pair.features)  # a verb is the likelier slip beside a level
            odd = pair.first if first < second else pair.second
            fewer, more = sorted((agreeing[pair.first], agreeing[pair.second]))
            fewest = min(going.values()) - 1
            support = {
                "both-supported": fewer > 0,
                "none-supported": more == 0,
                "lone": fewer == 0 < more,
                "lone-against-many": fewer == 0 and against[odd] > 1,
                "supported-many": fewer > 1,
                "only-one-of-its-way": fewest == 0,
                "few-of-its-way": fewest == 1,
                "many-both-ways": fewest > 3,
            }
            told = pair.features | {name: 1.0 for name, value in support.items() if value}
            yield pair, _together(told), first < second


_LINKS = frozenset(["head", "pointing", "apposed", "levelled", "shared-two", "crossed-two"])
_BASES = ("head", "pointing", "crossed", "shared", "modifier-same", "known")
_WITH = frozenset(
    ["lone", "both-supported", "next-sentence", "one-sentence", "far", "amount-same", "amount-differs", "time-differs", "time-same", "name-differs", "name-same",
     "contrast", "maybe", "maybe-one", "denied", "modifier-one", "modifier-differs", "whole", "only-one-of-its-way", "lone-against-many"]
)  # fmt: skip


def _together(features: dict[str, float]) -> dict[str, float]:
    """*features* with those that count together."""
    crosses = {
        f"{base}, {name}": 1.0
        for base in _BASES
        if base in features
        for name in features
        if name in _WITH and name != base
    }
    return features | crosses


def pair_features(text: str, first: Trend, second: Trend) -> dict[str, float]:
    """What links two trends and where they stand, most of them 0 or 1; nothing where nothing links them."""
    apart = second.telling.number - first.telling.number
    between = text[first.word.span.end : second.word.span.start] if apart == 0 else ""
    found: dict[str, bool | int] = dict(_of_subjects(first, second))
    found.update(_of_wording(text, first, second, apart, between))
    same_amount = bool(first.amount) and first.amount == second.amount
    if not any(found.values()) and not same_amount and not (apart == 0 and first.amount and second.amount):
        return {}
    found.update(_of_places(text, first, second, apart, between))
    found.update(_of_tellings(first, second))
    return {name: float(value) for name, value in found.items() if value}


def _of_subjects(first: Trend, second: Trend) -> Iterator[tuple[str, bool]]:
    if LEVEL in (first.part, second.part):
        return
    one, other = first.subject, second.subject
    shared = set(one) & set(other)
    crossed = (set(one) & second.others) | (set(other) & first.others)
    if one and other and one[0] == other[0]:
        rest, rest_other = set(one[1:]), set(other[1:])
        yield "head", True
        yield "modifier-same", bool(rest & rest_other)
        yield "modifier-differs", bool(rest and rest_other and not rest & rest_other)
        yield "modifier-one", bool(rest) != bool(rest_other)
        yield "whole", rest == rest_other and bool(rest)
    elif shared:
        yield "shared", True
        yield "shared-two", len(shared) > 1
    elif crossed:
        yield "crossed", True
        yield "crossed-two", len(crossed) > 1


_CONTRAST = LazyPattern(
    r"\b(?:but|while|although|though|whereas|despite|however|before|after|from|offset|against|instead|or|then|yet|than|versus|unlike|"
    r"rather|compensat\w+|even as)\b",
    re.IGNORECASE,
)
_THEIR_MOST = LazyPattern(r"[,–—-]+ (?:its|their|the|his|her|a)(?: [a-z-]+| \d+\w*){0,5} \Z", re.IGNORECASE)
_MOST = LazyPattern(
    r"\b(?:biggest|sharpest|largest|steepest|fastest|slowest|weakest|strongest|straight|consecutive|first|worst|best)\b"
)
_TO = LazyPattern(r"\bto (?:(?:its|their|the|an?|his|her|new|record|all-time|\w+-(?:year|month|week)|\w+) ){0,3}\Z")
_CAUSED = LazyPattern(
    r"\b(?:led|driven|fuel\w+|caused|spurred|due to|thanks to|because of|result of|attribut\w+|reflect\w+|on the back of|after a|following a)\b"
)
_WAS = LazyPattern(
    r" (?:was|were|is|are|has been|have been|came|comes|follows?|followed|reflects?|reflected|marks?|marked|had been|has|have)\b"
)
_GOES_ON = ("They ", "It ", "That ", "This ", "Both ", "The two ")
_TURNS = (
    "But ", "However", "Despite", "While ", "Although", "Yet ", "Still", "By contrast", "In contr", "Meanwhile", "Even so", "Instead"
)  # fmt: skip
_BEGINNING = 12
_BESIDE = 90
"""Characters between two words of one sentence within which the second may say how far the first went."""


def _of_wording(text: str, first: Trend, second: Trend, apart: int, between: str) -> Iterator[tuple[str, bool]]:
    if second.again and 0 < apart <= 2:
        yield "pointing", True
        yield "pointing-led", _WAS.match(text, second.word.span.end) is not None
        yield "pointing-starts", second.word.at <= 2
        yield "pointing-far", apart > 1
    if apart == 0 and len(between) < 2 * _BESIDE:
        apposed = first.part == VERB and second.part in (NOUN, LEVEL) and _THEIR_MOST.search(between) is not None
        yield "apposed", apposed
        yield "apposed-most", apposed and _MOST.search(between) is not None
        levelled = len(between) < _BESIDE and second.part == LEVEL and not apposed and first.part != LEVEL
        yield "levelled", levelled
        yield "levelled-to", levelled and first.part == VERB and _TO.search(between) is not None
        yield "with", ", with " in between
        yield "caused", len(between) < _BESIDE and _CAUSED.search(between) is not None
    begins = _beginning(text, second)
    yield "goes-on", apart == 1 and second.part == NOUN and not second.subject and begins.startswith(_GOES_ON)


def _beginning(text: str, trend: Trend) -> str:
    start = trend.telling.span.start
    return text[start : start + _BEGINNING]


def _of_places(text: str, first: Trend, second: Trend, apart: int, between: str) -> Iterator[tuple[str, bool]]:
    yield "one-sentence", apart == 0
    yield "next-sentence", apart == 1
    yield "far", apart > 4
    yield "contrast", apart == 0 and _CONTRAST.search(between) is not None
    yield "and", apart == 0 and " and " in between
    yield "contrast-begins", apart > 0 and _beginning(text, second).startswith(_TURNS)
    yield "part-" + "-".join(sorted((first.part, second.part))), True


def _of_tellings(first: Trend, second: Trend) -> Iterator[tuple[str, bool | int]]:
    yield "known", second.known and not second.again
    yield "maybe", first.maybe + second.maybe
    yield "maybe-one", first.maybe != second.maybe
    yield "denied", first.denied or second.denied
    yield "amount-same", bool(first.amount) and first.amount == second.amount
    yield "amount-differs", bool(first.amount and second.amount) and first.amount != second.amount
    yield from _compared("time", first.times, second.times)
    yield from _compared("name", first.names, second.names)
    common = (first.others & second.others) - set(first.subject) - set(second.subject)
    yield "others-shared", bool(common)
    yield "others-many", len(common) > 1


def _compared(name: str, one: frozenset[str], other: frozenset[str]) -> Iterator[tuple[str, bool]]:
    yield f"{name}-same", bool(one & other)
    yield f"{name}-differs", bool(one and other) and not one & other
    yield f"{name}-one", bool(one) != bool(other)
