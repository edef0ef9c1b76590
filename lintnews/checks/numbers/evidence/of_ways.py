"""Features of two values with nothing but a direction between them."""

from __future__ import annotations

from collections.abc import Iterator

from ....datafiles import load_data
from ....mentions.numbers.placed import Passage
from ..changes import way_word
from ..relations import Relation
from .digits import digits_of
from .words import CURRENCY, OPPOSITES

_COMPARATIVES = frozenset(load_data("directions")["measure"])


def way_features(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    before, after = relation.figures
    first, second = sorted(relation.figures, key=lambda f: f.index)
    between = second.before
    word = way_word(first, second)
    inside = word in between.split(" ")
    yield f"before-{before.level or 'bare'}", 1
    yield f"after-{after.level or 'bare'}", 1
    yield "order-ba", before.index < after.index
    yield "word-between", inside
    if not inside:
        behind = first.before.rpartition(word)[2]
        yield "word-far", min(3.0, len(behind) / 15)
        yield "word-comma", "," in behind or " and " in behind
    yield "between-and", " and " in between
    yield "between-comma", not inside and "," in between
    yield "between-long", min(3.0, len(between) / 25)
    yield "far-from", between.rstrip().endswith("from") and before is second
    yield "first-from", between.lstrip().startswith("from") or " from " in between[:20]
    yield "currency", CURRENCY.search(first.before) is not None
    yield "opposites", OPPOSITES.search(first.before + between) is not None
    yield "comparative", word in _COMPARATIVES
    yield "percents", before.quantity.measure == "percent"
    yield "noun-same", bool(before.quantity.noun) and before.quantity.noun == after.quantity.noun
    yield "noun-other", before.quantity.unit != after.quantity.unit or before.quantity.noun != after.quantity.noun
    yield "digits", min(3.0, sum(len(digits_of(f)) for f in relation.figures) / 3)
    yield "far-ratio", not 0.4 < after.value / before.value < 2.5
    yield "count", before.quantity.measure == "count"
