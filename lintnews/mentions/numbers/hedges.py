"""Hedges: what "about", "nearly" and "more than" do to a figure."""

from __future__ import annotations

import math
import re
from enum import StrEnum

from ..words.lazy_pattern import LazyPattern
from .intervals import Interval


class Hedge(StrEnum):
    """EXACT: stated plainly. ABOUT: near. BELOW: a little less. UNDER: any less. ABOVE: a little more. OVER: any more."""

    EXACT = "exact"
    ABOUT = "about"
    BELOW = "below"
    UNDER = "under"
    ABOVE = "above"
    OVER = "over"


_WORDS: dict[Hedge, str] = {
    Hedge.ABOUT: "about|around|roughly|approximately|approx\\.?|some|an estimated|estimated|circa|nearer|in the region of|"
    "something like|more or less|of the order of|in the order of|give or take|close on|a projected|an expected",
    Hedge.BELOW: "nearly|almost|just under|just below|just short of|close to|slightly less than|slightly under|"
    "a little under|a little less than|not quite|approaching|virtually|practically|shy of|short of|"
    "a little below|slightly below",
    Hedge.UNDER: "up to|as many as|as much as|at most|less than|fewer than|under|no more than|below|a maximum of|"
    "not more than|within",
    Hedge.ABOVE: "just over|just above|slightly more than|slightly over|a little over|a little more than|"
    "little more than|slightly above|upwards of",
    Hedge.OVER: "more than|over|at least|in excess of|exceeding|above|no fewer than|no less than|not less than|"
    "well over|greater than|a minimum of|a record(?= of)|topping|better than",
}
_HEDGE_OF = {word.replace("\\", ""): hedge for hedge, words in _WORDS.items() for word in words.split("|")}
_BEFORE = LazyPattern(
    r"(?<!\w)(?:(?:well|far|still|only|even) )?("
    + "|".join(sorted((w for words in _WORDS.values() for w in words.split("|")), key=len, reverse=True))
    + r")(?: (?:an? |the )?(?:estimated|reported|record|total of|further|additional|extra))?[ \n](?:an? |the )?(?:estimated |record )?\Z",
    re.IGNORECASE,
)
_COMPARING = frozenset(
    ["over", "more than", "less than", "fewer than", "greater than", "better than", "above", "below", "under"]
)
_COMPARED = LazyPattern(r"\b(?:increase|rise|gain|jump|improvement|advance|growth|hike|up|%|percent|pct|cent)[ \n]\Z")
"""Before "over" and "fewer than": "a 30% increase over 40", "20% fewer than 40" compare."""
_PARTICLE = LazyPattern(
    r"(?i)\b(?:hand|sign|turn|tak|giv|pay|mak|win|carr|bowl|roll)(?:s|e|es|ed|y|ied|ying|ing)?[ \n]\Z|\b(?:took|taken|gave|given|paid|made)[ \n]\Z"
)
"""Before "over": "handed over £6m" says how much was handed over."""
_LAST_WORDS = frozenset(word.split()[-1] for words in _WORDS.values() for word in words.split("|")) | {
    "a", "an", "the", "estimated", "record", "reported", "of", "further", "additional", "extra", "approx."
}  # fmt: skip
_AFTER = LazyPattern(r"(?:[ ,]+)(or so|or more|or less|or fewer|-?odd|-plus|give or take)\b|(\+)(?!\w)", re.IGNORECASE)


def hedge_before(text: str, start: int) -> tuple[Hedge, int]:
    """The hedge that stands right before *start*, and where it begins (*start* itself without one)."""
    window = text[max(0, start - 44) : start]
    last = window.rstrip().rpartition(" ")[2].rpartition("\n")[2].lower().strip("(“\"'")
    if last not in _LAST_WORDS:
        return Hedge.EXACT, start
    found = _BEFORE.search(window)
    if not found:
        return Hedge.EXACT, start
    word = found[1].lower()
    if word == "over" and _PARTICLE.search(window, 0, found.start(1)):
        return Hedge.EXACT, start
    if word in _COMPARING and _COMPARED.search(window, 0, found.start()):
        return Hedge.EXACT, start
    hedge = _HEDGE_OF.get(word, Hedge.OVER if "record" in word else Hedge.ABOUT)
    return hedge, start - len(window) + found.start()


def hedge_after(text: str, end: int) -> tuple[Hedge, int]:
    """The hedge that stands right after *end* ("or so"), and where it ends."""
    if text[end : end + 1] not in (" ", ",", "-", "+"):
        return Hedge.EXACT, end
    found = _AFTER.match(text, end)
    if not found:
        return Hedge.EXACT, end
    word = (found[1] or "+").lower()
    if word in ("or more", "-plus", "+"):
        return Hedge.OVER, found.end()
    return (Hedge.UNDER if word in ("or less", "or fewer") else Hedge.ABOUT), found.end()


def hedged(plain: Interval, value: float, hedge: Hedge, is_percent: bool = False) -> Interval:
    """*plain* (the rounding of *value*) as wide as *hedge* makes it.

    "Nearly" and "just over" reach a sixth beyond the figure, "about" a tenth both ways (a percentage two and a half points); "up to", "less than", "more
    than" and "at least" set no other bound.
    """
    reach = abs(value)
    if hedge is Hedge.ABOUT:
        about = min(0.1 * reach, 2.5 if is_percent else math.inf)
        return Interval(min(plain.low, value - about), max(plain.high, value + about))
    if hedge is Hedge.BELOW:
        return Interval(min(plain.low, value - 0.165 * reach), plain.high)
    if hedge is Hedge.UNDER:
        return Interval(0.0, plain.high)
    if hedge is Hedge.ABOVE:
        return Interval(plain.low, max(plain.high, value + 0.165 * reach))
    if hedge is Hedge.OVER:
        return Interval(plain.low, math.inf)
    return plain
