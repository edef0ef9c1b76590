"""Remainders: percentages of one whole in neighbouring sentences, the last of which is what the others leave."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...match import Certainty
from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.placed import Passage, Placed
from ...mentions.words.lazy_pattern import LazyPattern
from .relations import Kind, Relation, apart
from .slips import written_slip

_SPAN = 2
"""Sentences from the first of the percentages to the last."""
_MOST = 6
_REST = LazyPattern(
    r"\b(?:the (?:other|remaining|rest|remainder|balance)|(?:every|all)(?:thing|one|body)? else|what is left)(?:(?:(?! and )[^;.:%\d]){0,25}? |,? )(?:or |about |some |is |of it, )?\Z"
)
_OWNED = LazyPattern(
    r"\b(?:own(?:s|ed|ing)?|hold(?:s|ing)?|held|retain\w*|keep(?:s|ing)?|kept|stakes?|left with|control(?:s|led)?|shareholding|in public hands)\b"
)


def remainders(passage: Passage, text: str) -> Iterator[tuple[Relation, Certainty]]:
    """Percentages that don't make a hundred, which one slip of the keys would explain."""
    shares = [placed for placed in passage.figures if placed.quantity.measure in ("percent", "share")]
    for at, last in enumerate(shares):
        rest = last.quantity.hedge is Hedge.EXACT and _REST.search(last.before) is not None
        runs = list(_runs(shares, at))
        if not runs or any(_whole(run).holds for run in runs):
            continue
        alone = at + 1 == len(shares) or shares[at + 1].place > last.place + 1
        owned = len(runs[-1]) >= 3 and alone and all(map(_is_owned, runs[-1]))
        relation = _whole(runs[-1])
        if (rest or (owned and sum(map(_value, runs[-1])) > 100)) and _is_one_slip(relation, text):
            yield relation, Certainty.CERTAIN


def _runs(shares: list[Placed], at: int) -> Iterator[list[Placed]]:
    """The percentages up to the one at *at* that may be of one whole, two, three …"""
    last = shares[at]
    run = [last]
    for earlier in reversed(shares[max(0, at - _MOST) : at]):
        if last.place - earlier.place > _SPAN or not _may_be_part(earlier):
            return
        run.insert(0, earlier)
        if _may_be_part(last) and not any(b.place - a.place > 1 for a, b in pairwise(run)):
            yield list(run)


def _may_be_part(placed: Placed) -> bool:
    fraction = placed.quantity.measure == "share" and placed.after[:4] == " of "
    return not placed.quantity.is_range and (placed.change in ("", "or") or fraction)


def _is_owned(placed: Placed) -> bool:
    return _OWNED.search(placed.before[-50:] + "|" + placed.after[:45]) is not None


def _value(placed: Placed) -> float:
    return placed.value * (100 if placed.quantity.measure == "share" else 1)


def _whole(run: list[Placed]) -> Relation:
    *rest, last = run
    factors = [100 if p.quantity.measure == "share" else 1 for p in run]
    low = sum(p.quantity.true.low * factor for p, factor in zip(run, factors, strict=True))
    high = sum(p.quantity.true.high * factor for p, factor in zip(run, factors, strict=True))
    total = sum(map(_value, run))
    wanted = [(100 - total + _value(p), 100 - total + _value(p)) for p in (last, *rest)]
    return Relation(Kind.WHOLE, (last, *rest), tuple(wanted), apart(low, high, 99.5, 100.5))


def _is_one_slip(relation: Relation, text: str) -> bool:
    for placed, (low, high) in zip(relation.figures, relation.wanted, strict=True):
        if placed.quantity.measure == "percent" and 0.3 < low / placed.value < 3.3:
            if written_slip(text, placed, low - 0.1, high + 0.1)[0]:
                return True
        elif placed.quantity.measure == "share" and low > 0 and len(relation.figures) < 4:
            return True
    return False
