""" "The increase", which points back to a move that was told before, and the words of rising and falling told till then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.sentences import Sentence
from ...mentions.words.word_index import holds_any, lower_word_starts
from ...source import Span
from .way_words import WayWord, way_words

if TYPE_CHECKING:
    from ...story import Story


class PointingBack(NamedTuple):
    """``word`` goes ``way``; ``told`` is the last of the words that it can point to, which all go the way ``told_way``."""

    word: Span
    way: int
    told: Span
    told_way: int

    @property
    def holds(self) -> bool:
        return self.way == self.told_way


_UP = "increase|rise|hike|jump|climb|surge|upsurge|upturn|uptick|spike|leap"
_DOWN = "decrease|cut|reduction|fall|drop|decline|slump|plunge|slide|dip|downturn|tumble|cutback"
_POINTING = LazyPattern(
    rf"(?<!\bon )(?<!made )(?<!miss )(?<!missed )\b(?:the|that|such an?|this(?! fall))(?: (?:latest|sharp|steep|big|sudden|proposed|planned|modest|small|sharpest|overall|price|rate|fare|pay|tax|fee|percentage|\d[\d.]*(?:%|p| percent| per cent|-percent)))? "
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?=[.,;:]?\s)(?!s?\s+(?:in|of|over|to|from|they|that|which|on|by|at|for|we|he|she|he|it|since|off|off-|between|among|and|or)\b)",
    needs=("he ", "his ", "hat ", "uch "),
)
_PRICED = LazyPattern(
    r"\bthe (?:new )?(?:(?P<up>dearer|higher|increased|costlier|pricier|steeper)|(?P<down>cheaper|lower|reduced)) "
    r"(?:fares?|tickets?|prices?|rates?|charges?|fees?|rents?|tariffs?|bills?|tolls?|taxes|wages?|pay|costs?|permits?|premiums?|subscriptions?) (?:will|would|is|are|was|were|has|have|come|comes|came|take|takes|took|go|goes|went|mean|means|meant|apply|applies)\b",
    needs=("er ", "ed "),
)
_OTHER = frozenset(
    [
        "recover",
        "recovers",
        "recovered",
        "recovering",
        "slow",
        "falling",
        "falls",
        "cheaper",
        "dearer",
        "costlier",
        "pricier",
        "more expensive",
        "less expensive",
    ]
)
"""Words that tell of other things as often: nothing points back to them."""
_NEARLY = LazyPattern(
    r"\b(?:pay|pays|paying|charge|charged|charging|cost|costs|earn)(?: them| us| motorists)? (?:(?P<more>more)|(?P<less>less))\b"
)
_FAR = 5
"""Sentences within which the move was told."""


def pointing_back(story: Story) -> Iterator[PointingBack]:
    """Each one before which all that is told to move moves one way."""
    lower = story.text.lower()
    if len(lower) != len(story.text):
        return
    sentences = story.mentions(Sentence)
    for found in (*_pointing(story, lower), *_priced(story, lower)):
        way = 1 if found["up"] else -1
        told = _words_before(lower[: found.start()])
        if not told or len({word.way for word in told}) > 1:
            continue
        last = told[-1]
        between = sum(1 for s in sentences if last.end <= s.span.start <= found.start())
        if (
            between <= _FAR
            and lower[last.start : last.end] not in _OTHER
            and _is_of_it(found, lower[max(0, last.start - _BESIDE) : last.end + _BESIDE])
        ):
            span = Span(*found.span("up" if way > 0 else "down"))
            yield PointingBack(span, way, Span(last.start, last.end), last.way)


_MOVES = frozenset((*_UP.split("|"), *_DOWN.split("|")))
_BEFORE = 60
"""More characters than "the" and the words behind it take up before a word of `_MOVES`."""
_PRICIER = frozenset(["dearer", "higher", "increased", "costlier", "pricier", "steeper", "cheaper", "lower", "reduced"])


def _pointing(story: Story, lower: str) -> Iterator[re.Match[str]]:
    """The matches of `_POINTING`, looked for only before the words that it ends with."""
    starts: dict[str, list[int]] = story.once(lower_word_starts)[0]
    reached = 0
    for at in sorted(at for word in starts.keys() & _MOVES for at in starts[word]):
        found = _POINTING.search(lower, max(reached, at - _BEFORE), at + _BEFORE) if lower[at - 1] == " " else None
        if found is not None and at in (found.start("up"), found.start("down")):
            reached = found.end()
            yield found


def _priced(story: Story, lower: str) -> Iterator[re.Match[str]]:
    if holds_any(story, _PRICIER):
        yield from _PRICED.finditer(lower)


_BESIDE = 120
_OF_WHAT = LazyPattern(r"\b(?:price|rate|fare|pay|tax|fee)\b")


def _is_of_it(found: re.Match[str], told: str) -> bool:
    """Whether what is pointed to ("the price increase") is what the move was told of."""
    what = _OF_WHAT.search(found.group())
    return what is None or what.group() in told


def _words_before(text: str) -> list[WayWord]:
    more = (WayWord(m.start(), m.end(), 1 if m["more"] else -1, False, "phrase") for m in _NEARLY.finditer(text))
    return sorted([*way_words(text), *more])
