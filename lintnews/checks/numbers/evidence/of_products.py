"""Features of products: a rate, a number and what they make."""

from __future__ import annotations

from collections.abc import Iterator

from ....mentions.numbers.placed import Passage
from ....mentions.words.lazy_pattern import LazyPattern
from ..relations import Relation
from .digits import digits_of

_TOTAL = LazyPattern(
    r"\b(?:total\w*|in all|altogether|bill|cost|costs|mak(?:es|ing)|made|makes it|came to|comes to|rais\w+|took|takings|worth|for|or|earn\w*|pay\w*|paid|share|which is)\b[^.;]{0,20}\Z"
)
_EACH = LazyPattern(r"\b(?:each|apiece|every)\b")


def product_features(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    total, rate, *units = relation.figures
    words = " ".join((rate.before[-40:], rate.after[:30]))
    yield "each", _EACH.search(words) is not None
    yield "per", bool(rate.per)
    yield "told-total", _TOTAL.search(total.before) is not None
    yield "money", rate.quantity.measure == "money"
    yield "one-sentence", len({f.place for f in relation.figures}) == 1
    yield "digits", min(3.0, sum(len(digits_of(f)) for f in relation.figures) / 5)
    yield (
        "chain",
        max(f.index for f in relation.figures) - min(f.index for f in relation.figures) == len(relation.figures) - 1,
    )
    yield "total-last", total.index > rate.index
    yield "near-off", relation.gap * max(f.quantity.step for f in relation.figures) < 0.05 * total.value
    yield "dated", any(f.level in ("dated", "earlier") for f in relation.figures)
    yield "level", any(f.level in ("from", "against", "to") for f in relation.figures)
    if units:
        yield "units-noun", bool(units[0].quantity.noun)
        yield "share", rate.per == "share"
        return
    yield "periods", 1
