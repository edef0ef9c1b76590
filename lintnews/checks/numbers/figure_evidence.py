"""What speaks for and against figures that don't agree being parts of one statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from math import log10
from typing import NamedTuple

from ...datafiles import load_data
from ...mentions.numbers.counted import PEOPLE
from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.movements import movements
from ...mentions.numbers.placed import Passage, Placed, era
from ...mentions.words.lazy_pattern import LazyPattern
from .changes import DOUBTFUL, way_word
from .parts import SORTS, told_parts
from .relations import Kind, Relation, alike
from .slips import repaired

_BREAK = LazyPattern(r";| while | whereas | although | but | respectively|\bplus\b|:")
_BASIS = LazyPattern(
    r"\breal\b|\bgdp\b|gross domestic|annuali[sz]ed|constant|underlying|like-for-like|inflation|in (?:\w+ )?terms|\bannual|compound|on average|average|excluding|stripping|"
    r"comparable|same-store|daily|\ba day\b|\bnet of\b|organic|by volume|one-time|pro[- ]forma|adjusted|monthly|month-on-month|previous estimate|per (?:year|month|day)|(?:a|each|every) (?:year|month|day)\b(?! (?:ago|earlier|before))"
)
_DAILY = LazyPattern(r"\bdaily\b|\ba day\b")
_FORECAST = LazyPattern(
    r"\b(?:forecast|expect\w*|predict\w*|project\w*|target\w*|estimate\w*|could|would|will|may|might|plan\w*|aim\w*|hope\w*|if)\b"
)
_OF = LazyPattern(
    r"\b(?:out )?of (?:(?:the|its|their|his|her|our|all|some|a|an|those|these|about|nearly)\b ?)*(?:[\w'’-]+ ){0,3}?\Z"
)


_CURRENCY = LazyPattern(
    r"\b(?:dollar|yen|sterling|pound|mark|franc|currency|rupee|peso|kwacha|lira|rand|rupiah|shilling|peseta|rouble|ruble|devalu\w+|exchange|odds|rank\w*|number|place|position)\b"
)
_OPPOSITES = LazyPattern(r"\b(?:loss|losses|lost|deficit|shortfall|negative|minus|margins?)\b")


def chance(relation: Relation) -> float:
    """How likely it is that figures of these digits fit one another by mere chance."""
    widest = 0.0
    for placed, (low, high) in zip(relation.figures, relation.wanted, strict=True):
        size = max(placed.value, 1e-12)
        loose = max(placed.quantity.step, min(placed.quantity.true.high, 2 * size) - max(placed.quantity.true.low, 0.0))
        widest = max(widest, (min(high, 3 * size) - max(low, 0.0) + loose) / size)
    return min(1.0, widest)


class Held(NamedTuple):
    """The figures that a statement which holds explains, with how sure that is (0 to 1), and the values before and after of changes that hold."""

    figures: dict[int, float]
    pairs: frozenset[frozenset[int]]


def features(relation: Relation, passage: Passage, held: Held, text: str) -> dict[str, float]:
    """Features of a relation that doesn't hold, most of them 0 or 1."""
    found = dict(_of_parts(relation, passage, held))
    found.update(_places(relation, passage))
    found.update(_slip(relation, text))
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
    found.update((name, float(value)) for name, value in _slip(relation, text) if value)
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
    yield "rounded", sum(len(_digits(f)) <= 1 for f in figures)
    yield "far-off", min(2.0, max(0.0, log10(max(relation.gap, 1e-3))))
    yield "just-off", relation.gap <= 1.05
    yield from _OF_KIND[relation.kind](relation, passage)


def _digits(placed: Placed) -> str:
    return f"{placed.value:.12g}".partition("e")[0].replace(".", "").replace("-", "").strip("0")


def _slip(relation: Relation, text: str) -> Iterator[tuple[str, float]]:
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


_SOFT = frozenset(["up", "down", "more", "less", "above", "below", "higher", "lower"])
_THIS = LazyPattern(
    r"\b(?:that|this|it|which)(?: [\w'’-]+){0,3} (?:is|was|represents?|represented|marks?|marked|means?|meant|compares?|would be|amounts?|amounted|an?)\b"
)
_MONTH = LazyPattern(
    r" (?:\w+ )?in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?! \d{4})"
)
_WORD = LazyPattern(r"[a-z]{4,}")


def _content(words: str) -> frozenset[str]:
    return frozenset(w[:6] for w in _WORD.findall(words))


_LATER = frozenset(["to", "at", "be", "dated"])
_FIRSTLY = frozenset(["from", "against", "earlier"])


def _of_change(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    stated, before, after = relation.figures
    yield f"stated-{stated.change or 'bare'}", 1
    yield f"before-{before.level or 'bare'}", 1
    yield f"after-{after.level or 'bare'}", 1
    order = "".join(k for _, k in sorted(((stated.index, "s"), (before.index, "b"), (after.index, "a"))))
    yield f"order-{order}", 1
    yield (
        f"measure-{stated.quantity.measure}"
        if stated.quantity.measure in ("points", "basis points", "share", "multiple", "percent")
        else "measure-amount",
        1,
    )
    yield "percents", before.quantity.measure == "percent"
    known = before.level in _FIRSTLY
    yield "roles", known and after.level in _LATER and bool(stated.change)
    yield (
        "chain",
        known
        and bool(stated.change)
        and max(i.index for i in relation.figures) - min(i.index for i in relation.figures) == 2,
    )
    yield "noun-same", bool(before.quantity.noun) and before.quantity.noun == after.quantity.noun
    yield "noun-other", before.quantity.unit != after.quantity.unit or before.quantity.noun != after.quantity.noun
    yield "no-direction", relation.direction == 0
    yield "far-ratio", not 0.4 < after.value / before.value < 2.5
    yield "stated-of", stated.change in ("or", "") and stated.after.startswith((" of ", " stake", " interest"))
    yield (
        "twin-or",
        stated.change == "or"
        and any(f is not stated and f.change == "or" and f.sentence == stated.sentence for f in passage.figures),
    )
    yield "compared-month", before.level == "against" and _MONTH.match(before.after) is not None
    if before.sentence != after.sentence:
        eras = era(before), era(after)
        yield "past-before", eras[0] < 0
        yield "past-after", eras[1] < 0
        yield "now-before", eras[0] > 0
        yield "now-after", eras[1] > 0
        yield "same-era", eras[0] == eras[1]
    if stated.sentence != before.sentence or stated.sentence != after.sentence:
        yield (
            "words-shared",
            min(
                4,
                len(
                    _content(passage.words[stated.sentence])
                    & _content(
                        passage.words[before.sentence]
                        if before.sentence != stated.sentence
                        else passage.words[after.sentence]
                    )
                ),
            )
            / 2,
        )
        levels = before.before + " " + after.before
        yield (
            "own-verb",
            any(word not in _SOFT and word not in DOUBTFUL for word in movements(levels))
            and stated.sentence not in (before.sentence, after.sentence),
        )
        yield "this-is", _THIS.search(stated.before) is not None
        yield (
            "stated-whole",
            stated.change in ("moved", "by") and stated.sentence not in (before.sentence, after.sentence),
        )
    yield "daily", _DAILY.search(passage.words[stated.sentence]) is not None
    yield "currency", _CURRENCY.search(after.before + before.before + stated.before) is not None
    yield "opposites", _OPPOSITES.search(after.before) is not None or _OPPOSITES.search(before.before) is not None
    yield "stated-apart", abs(stated.index - before.index) > 1 and abs(stated.index - after.index) > 1


def _of_move(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    stated, amount, after = relation.figures
    yield "beside", abs(stated.index - amount.index) == 1
    second = stated if stated.index > amount.index else amount
    yield "or", second.change == "or" or second.before in (" or ", ", or ", " (", ", ")
    yield f"after-{after.level or 'bare'}", 1
    yield "after-first", after.index < min(stated.index, amount.index)
    yield "moved", bool(stated.change in ("moved", "by", "of") or amount.change in ("moved", "by", "of"))
    yield "next", after.index - max(stated.index, amount.index) == 1
    yield "no-direction", relation.direction == 0
    yield "points", amount.quantity.noun == "points"


def _of_share(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    stated, part, whole = relation.figures
    order = "".join(k for _, k in sorted(((stated.index, "s"), (part.index, "p"), (whole.index, "w"))))
    yield f"order-{order}", 1
    yield f"stated-{stated.change or 'bare'}", 1
    of_whole = _OF.search(whole.before) is not None
    yield "of-whole", of_whole
    yield "share-of", stated.after.startswith((" of ", " of\u00a0"))
    yield "whole-after-share", of_whole and whole.index == stated.index + 1
    yield "whole-after-part", of_whole and whole.index == part.index + 1
    yield "part-beside", abs(stated.index - part.index) == 1
    yield "chain", max(f.index for f in relation.figures) - min(f.index for f in relation.figures) == 2
    yield "noun-same", bool(part.quantity.noun) and part.quantity.noun == whole.quantity.noun
    yield "noun-other", part.quantity.noun != whole.quantity.noun
    yield "money", part.quantity.measure == "money"
    yield "part-moved", part.change in ("moved", "by", "of") or part.quantity.noun == "points"
    yield "whole-moved", whole.level in ("to", "at", "from", "against")
    yield "in-words", stated.quantity.measure == "share"
    yield "whole-bare", not whole.quantity.noun and whole.quantity.measure == "count"
    yield "part-bare", not part.quantity.noun and part.quantity.measure == "count"


def _of_same(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    other = max(relation.figures, key=lambda figure: figure.index)
    yield "brackets", other.before.endswith("(")
    yield "or", other.before.endswith("or ")
    yield "dash", other.before.strip() in ("-", "—", "–")
    yield "of-after", other.after.startswith((" of ", " in "))
    yield "long", len(other.before) > 12


def _of_sum(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    total, *parts = relation.figures
    for cue in told_parts(total, tuple(parts)):
        yield f"cue-{cue}", 1
    yield f"parts-{min(len(parts), 4)}", 1
    yield "total-first", total.index < parts[0].index
    nouns = {p.quantity.noun for p in parts} - {""}
    own = total.quantity.noun
    kin = {own, *nouns} <= PEOPLE or {own, *nouns} <= SORTS
    yield "kin", kin and bool(own) and bool(nouns)
    yield "nouns-apart", bool(own) and bool(nouns) and own not in nouns and not kin
    yield "noun-one", len(nouns | {own}) == 1 and bool(nouns)
    yield "noun-parts", len(nouns) == len(parts)
    yield "noun-none", not nouns
    yield "total-noun", bool(own)
    yield "goes-on", _goes_on(relation, passage)
    yield "less", sum(p.value for p in parts) < total.value
    yield "money", total.quantity.measure == "money"
    yield "percent", total.quantity.measure == "percent"
    yield "duration", total.quantity.measure == "duration"
    yield "digits", min(3.0, sum(len(_digits(f)) for f in relation.figures) / 5)
    yield "moved", any(f.change or f.level == "from" for f in relation.figures)
    yield "fine", any(f.quantity.step < 1 for f in relation.figures) and total.quantity.measure == "count"
    yield "per", any(f.per for f in relation.figures)


def _goes_on(relation: Relation, passage: Passage) -> bool:
    """Whether the next figure beyond the parts would be one more."""
    total, *parts = relation.figures
    last = parts[-1]
    step = 1 if last.index > total.index else -1
    at = last.index + step - passage.figures[0].index
    if not 0 <= at < len(passage.figures):
        return False
    other = passage.figures[at]
    return (
        other.sentence == last.sentence
        and other.quantity.measure == total.quantity.measure
        and other.value < total.value
    )


def _of_whole(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    yield "parts", len(relation.figures)


def _of_way(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
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
    yield "currency", _CURRENCY.search(first.before) is not None
    yield "opposites", _OPPOSITES.search(first.before + between) is not None
    yield "comparative", word in _COMPARATIVES
    yield "percents", before.quantity.measure == "percent"
    yield "noun-same", bool(before.quantity.noun) and before.quantity.noun == after.quantity.noun
    yield "noun-other", before.quantity.unit != after.quantity.unit or before.quantity.noun != after.quantity.noun
    yield "digits", min(3.0, sum(len(_digits(f)) for f in relation.figures) / 3)
    yield "far-ratio", not 0.4 < after.value / before.value < 2.5
    yield "count", before.quantity.measure == "count"


_COMPARATIVES = frozenset(load_data("directions")["measure"])


_OF_KIND = {
    Kind.CHANGE: _of_change, Kind.MOVE: _of_move, Kind.SHARE: _of_share, Kind.SAME: _of_same, Kind.SUM: _of_sum,
    Kind.WAY: _of_way, Kind.WHOLE: _of_whole,
}  # fmt: skip


def score(kind: Kind, found: dict[str, float]) -> float:
    """Log-odds that the figures belong together and one is wrong."""
    weights = load_data("figure_evidence")["weights"].get(kind.value, {})
    return float(weights.get("constant", -20.0)) + sum(
        float(weights.get(name, 0.0)) * value for name, value in found.items()
    )


def told_by_words(relation: Relation) -> bool:
    """Whether the words alone tell each figure's part."""
    if relation.kind is Kind.CHANGE:
        stated, before, after = relation.figures
        return bool(stated.change) and before.level in _FIRSTLY and after.level in _LATER
    if relation.kind is Kind.MOVE:
        stated, amount, after = relation.figures
        return abs(stated.index - amount.index) == 1 and after.level in ("to", "at")
    if relation.kind is Kind.SHARE:
        stated, _, whole = relation.figures
        together = max(f.index for f in relation.figures) - min(f.index for f in relation.figures) == 2
        return together and (_OF.search(whole.before) is not None or stated.after.startswith(" of "))
    return relation.kind is Kind.SAME


def explained(relations: Iterable[Relation]) -> Held:
    """What the statements that hold explain."""
    figures: dict[int, float] = {}
    pairs: set[frozenset[int]] = set()
    for relation in relations:
        if relation.holds and relation.kind is not Kind.WAY:
            sure = max(1.0 - min(1.0, chance(relation) * 3), 0.8 if told_by_words(relation) else 0.0)
            for figure in relation.figures:
                figures[figure.index] = max(figures.get(figure.index, 0.0), sure)
            if relation.kind is Kind.CHANGE and sure >= 0.5:
                pairs.add(frozenset(figure.index for figure in relation.figures[1:]))
    return Held(figures, frozenset(pairs))
