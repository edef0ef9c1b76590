"""How many slips of the keys lie between two words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

_BY_HAND = 60
"""Letters times letters that differ up to which they are compared here: what is quicker takes as long to load as thousands do."""


def edit_distance(a: str, b: str, limit: int) -> int:
    """Letters added, left out, replaced, or swapped with their neighbour between *a* and *b*; ``limit + 1`` if more."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    start, shorter = 0, min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    if len(left) * len(right) > _BY_HAND:
        return _optimal_string_alignment()(left, right, score_cutoff=limit)
    return min(_aligned(left, right), limit + 1)


def _aligned(left: str, right: str) -> int:
    """The edits between two short texts; of optimal string alignment, which edits no part twice."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            edits = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                edits = min(edits, last[j - 2] + 1)
            row.append(edits)
    return row[-1]


@cache
def _optimal_string_alignment() -> Callable[..., int]:
    from rapidfuzz.distance import OSA

    return OSA.distance
