"""How many slips of the keys lie between two words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache


def edit_distance(a: str, b: str, limit: int) -> int:
    """Letters added, left out, replaced, or swapped with their neighbour between *a* and *b*; ``limit + 1`` if more."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    return _optimal_string_alignment()(a, b, score_cutoff=limit)


@cache
def _optimal_string_alignment() -> Callable[..., int]:
    from rapidfuzz.distance import OSA

    return OSA.distance
