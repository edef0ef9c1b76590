"""The features of a relation that fails, and its score by the weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from math import log10

from ....datafiles import load_data
from ....mentions.numbers.hedges import Hedge
from ....mentions.numbers.placed import Passage, Placed
from ....mentions.words.lazy_pattern import LazyPattern
from ..relations import Kind, Relation, alike
from ..slips import repaired
from .digits import digits_of
from .held import Held, chance
from .of_changes import change_features, move_features
from .of_parts import same_features, share_features, sum_features, tally_features, whole_features
from .of_products import product_features
from .of_ways import way_features

_BREAK = LazyPattern(r";| while | whereas | although | but | respectively|\bplus\b|:")
_BASIS = LazyPattern(
    r"\breal\b|\bgdp\b|gross domestic|annuali[sz]ed|constant|underlying|like-for-like|inflation|in (?:\w+ )?terms|\bannual|compound|on average|average|excluding|stripping|"
    r"comparable|same-store|daily|\ba day\b|\bnet of\b|organic|by volume|one-time|pro[- ]forma|adjusted|monthly|month-on-month|previous estimate|per (?:year|month|day)|(?:a|each|every) (?:year|month|day)\b(?! (?:ago|earlier|before))"
)
_FORECAST = LazyPattern(
    r"\b(?:forecast|expect\w*|predict\w*|project\w*|target\w*|estimate\w*|could|would|will|may|might|plan\w*|aim\w*|hope\w*|if)\b"
)


def features(relation: Relation, passage: Passage, held: Held, text: str) -> dict[str, float]:
    """Features of a relation that doesn't hold, most of them 0 or 1."""
    found = dict(_of_parts(relation, passage, held))
    found.update(_places(relation, passage))
    found.update(slip_features(relation, text))
    return {name: float(value) for name, value in found.items() if value}


def features_above(
    least: float, relation: Relation, passage: Passage, held: Held, text: str
) -> tuple[float, dict[str, float]]:
    """Score and features; only where the score is above *least*, else as soon as that can't be, less than *least*."""
    best, places = _best(relation.kind)
    found = {name: float(value) for name, value in _of_parts(relation, passage, held) if value}
    so_far = score(relation.kind, found)
    if so_far + best + places <= least:
        return least - 1, found
    found.update((name, float(value)) for name, value in _places(relation, passage) if value)
    so_far = score(relation.kind, found)
    if so_far + best <= least:
        return least - 1, found
    found.update((name, float(value)) for name, value in slip_features(relation, text) if value)
    return score(relation.kind, found), found


@cache
def _best(kind: Kind) -> tuple[float, float]:
    """The most that a slip, and the places, can add to a score."""
    weights = load_data("figure_evidence")["weights"].get(kind.value, {})
    slip = max(max(0.0, weights.get(f"slip-{name}", 0.0)) for name in ("swap", "digit", "factor"))
    slip += 4 * max(0.0, weights.get("proof", 0.0))
    turned = max(0.0, weights.get("turned", 0.0)) + 4 * max(0.0, weights.get("turned-proof", 0.0))
    places = sum(most * max(0.0, weights.get(name, 0.0)) for name, most in _PLACES.items())
    return max(slip, turned), places


_PLACES = {
    "between": 2, "rivals-between": 3, "rivals": 2, "two-sentences": 1, "paragraphs": 2, "apart": 3, "break": 1, "basis": 1,
    "forecast": 1, "alone": 1, "crowded": 2,
}  # fmt: skip
"""Features of place and the most that each can be ("alone" rules out "alone-in-unit")."""


def _of_parts(relation: Relation, passage: Passage, held: Held) -> Iterator[tuple[str, float]]:
    figures = relation.figures
    sure = [held.figures.get(figure.index, 0.0) for figure in figures]
    yield "held-stated", sure[0]
    yield "held-others", min(sure[1:])
    yield "held-one", max(sure[1:])
    yield "pair-held", frozenset(f.index for f in figures[1:]) in held.pairs
    yield "hedge", sum(f.quantity.hedge is not Hedge.EXACT for f in figures)
    yield "rounded", sum(len(digits_of(f)) <= 1 for f in figures)
    yield "far-off", min(2.0, max(0.0, log10(max(relation.gap, 1e-3))))
    yield "just-off", relation.gap <= 1.05
    yield from _OF_KIND[relation.kind](relation, passage)


def slip_features(relation: Relation, text: str) -> Iterator[tuple[str, float]]:
    """Whether one slip of the keys is all that is wrong, and how far that rules out chance."""
    if relation.turned:
        yield "turned", 1.0
        yield "turned-proof", min(4.0, -log10(max(chance(relation), 1e-4)))
        return
    if relation.kind is Kind.WAY:
        return
    best, likely = "", 1.0
    for placed, (low, high) in zip(relation.figures, relation.wanted, strict=True):
        digits = text[placed.figure.start : placed.figure.end].lstrip("$£€USAC ").partition(" ")[0].rstrip("%")
        half = placed.quantity.step / 2
        kind, tried = repaired("".join(c for c in digits if c in "0123456789.,"), placed.value, low - half, high + half)
        if kind:
            size = max(placed.value, 1e-12)
            probability = min(1.0, tried * (high - low + 2 * half) / size * 0.5)
            if not best or probability < likely:
                best, likely = kind, probability
    if best:
        yield f"slip-{best}", 1.0
        yield "proof", min(4.0, -log10(max(likely, 1e-4)))


def _of_a_size(one: Placed, other: Placed) -> bool:
    """Whether two figures may be values of one thing by their size; small numbers count other things."""
    if one.quantity.measure != "count":
        return True
    return 0.1 < one.value / max(other.value, 1e-9) < 10


def _places(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    indices = sorted(f.index for f in relation.figures)
    sentences = {f.sentence for f in relation.figures}
    inside = [f for f in passage.figures[indices[0] + 1 : indices[-1]] if f.index not in indices and not f.aside]
    yield "between", min(4, len(inside)) / 2
    kin = [f for f in inside if alike(f, relation.figures[-1])]
    yield "rivals-between", min(3, len(kin))
    spare = [f for f in passage.figures if f.sentence in sentences and f.index not in indices and not f.aside]
    others = [f for f in spare if alike(f, relation.figures[-1]) and _of_a_size(f, relation.figures[-1])]
    yield "rivals", min(4, len(others)) / 2
    yield "two-sentences", len(sentences) > 1
    yield "paragraphs", len({f.paragraph for f in relation.figures}) - 1
    yield "apart", max(0, max(f.place for f in relation.figures) - min(f.place for f in relation.figures) - 1)
    words = " ".join(f.before for f in passage.figures[indices[0] + 1 : indices[-1] + 1])
    yield "break", _BREAK.search(words) is not None
    around = " ".join(passage.words[s] for s in sorted(sentences))
    yield "basis", _BASIS.search(around) is not None
    yield "forecast", _FORECAST.search(around) is not None
    spare = [f for f in spare if f.quantity.measure != "duration" and _of_a_size(f, relation.figures[-1])]
    yield "alone", not spare
    yield "alone-in-unit", bool(spare) and not others
    yield "crowded", min(4, max(0, len([f for f in passage.figures if f.sentence in sentences]) - 4)) / 2


_OF_KIND: dict[Kind, Callable[[Relation, Passage], Iterator[tuple[str, float]]]] = {
    Kind.CHANGE: change_features, Kind.MOVE: move_features, Kind.SHARE: share_features, Kind.SAME: same_features,
    Kind.TALLY: tally_features, Kind.PRODUCT: product_features, Kind.SUM: sum_features, Kind.WAY: way_features, Kind.WHOLE: whole_features,
}  # fmt: skip


def score(kind: Kind, found: dict[str, float]) -> float:
    """Log-odds that the figures belong together and one is wrong."""
    weights = load_data("figure_evidence")["weights"].get(kind.value, {})
    return float(weights.get("constant", -20.0)) + sum(
        float(weights.get(name, 0.0)) * value for name, value in found.items()
    )
