"""Glances: whether a story can hold a kind of statement at all, told without loading the layer that reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..words.cardinals import TWO_TO_TEN
from ..words.lazy_pattern import LazyPattern
from ..words.word_index import matches_from, starts_of
from .outlines import Outline
from .quantities import Quantity

if TYPE_CHECKING:
    from ...story import Story

PHYSICAL = frozenset({"length", "area", "mass", "volume", "speed", "temperature"})
_SCORE = re.compile(r"\d\s?[-–]\s?\d")
_VOTE = re.compile(r"\b(?:[Vv]ot(?:e|es|ed|ing)|[Bb]allots?|in favou?r|majority|passed|approved|backed)\b")
_RATE = LazyPattern(
    r"\b(?:each|apiece|per|every|average|averaging|annually|monthly|weekly|daily|yearly|hourly|divided|split|shared|distributed|"
    r"an? (?:year|month|week|day|hour|decade|quarter|minute|[a-z]+))\b|/"
)
_NUMBER = rf"(?:{TWO_TO_TEN}|[2-9]|10)"
SMALL_NUMBERS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"),
    *("2", "3", "4", "5", "6", "7", "8", "9", "10"),
)
"""What the number of a short list may be written as."""
_LISTED = LazyPattern(
    rf"\b{_NUMBER} [a-z][a-z -]{{2,60}}(?:(?::|,| [—–(-]|[—–]) ?[A-Z]|,? (?:named as|identified as|called|namely) [A-Z])"
)
_BULLETS = re.compile(r"\n(?:[-*•–]|\d{1,2}[.)])\s")
_TOLD = (
    " duo",
    " trio",
    " quartet",
    " quintet",
    "twins",
    "triplets",
    "Senate",
    "House",
    "judges",
    "justices",
    "members",
    "-member",
    "third",
    "fourth",
    "fifth",
    "he other ",
    "he remaining ",
)
_AGAIN = LazyPattern(rf"\b[Tt](?:he|hese|hose) {_NUMBER} [a-z]+")


def may_hold_results(story: Story) -> bool:
    return _SCORE.search(story.text) is not None or _VOTE.search(story.text) is not None


def may_hold_rates(story: Story) -> bool:
    return any(_RATE.search(outline.lower) for outline in story.mentions(Outline))


def may_hold_counted_lists(story: Story) -> bool:
    if any(block.kind == "list-item" for block in story.blocks) or _BULLETS.search(story.text):
        return True
    text = story.text
    if any(word in text for word in _TOLD) or any(_is_small(q) for q in story.mentions(Quantity)):
        return True
    if any(matches_from(_LISTED, text, starts_of(story, SMALL_NUMBERS))):
        return True
    return follows_the(story) and _AGAIN.search(text) is not None


def follows_the(story: Story) -> bool:
    """Whether "the", "these" or "those" stands before a small number."""
    return any(story.text.endswith(("he ", "hese ", "hose "), 0, at) for at in starts_of(story, SMALL_NUMBERS))


def _is_small(quantity: Quantity) -> bool:
    return quantity.measure == "count" and 2 <= quantity.value <= 12 and bool(quantity.noun)


def may_hold_conversions(story: Story) -> bool:
    quantities = story.mentions(Quantity)
    if any(q.measure in PHYSICAL for q in quantities):
        return True
    return len({q.unit for q in quantities if q.measure == "money"}) > 1
