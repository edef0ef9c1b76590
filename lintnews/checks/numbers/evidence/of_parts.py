"""Features of shares, totals and wholes."""

from __future__ import annotations

from collections.abc import Iterator

from ....mentions.numbers.counted import PEOPLE
from ....mentions.numbers.placed import Passage, Placed
from ....mentions.words.lazy_pattern import LazyPattern
from ..parts import SORTS, told_parts
from ..relations import OF, Relation
from .digits import digits_of


def share_features(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    stated, part, whole = relation.figures
    order = "".join(k for _, k in sorted(((stated.index, "s"), (part.index, "p"), (whole.index, "w"))))
    yield f"order-{order}", 1
    yield f"stated-{stated.change or 'bare'}", 1
    of_whole = OF.search(whole.before) is not None
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


def same_features(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    other = max(relation.figures, key=lambda figure: figure.index)
    yield "brackets", other.before.endswith("(")
    yield "or", other.before.endswith("or ")
    yield "dash", other.before.strip() in ("-", "—", "–")
    yield "of-after", other.after.startswith((" of ", " in "))
    yield "long", len(other.before) > 12


def sum_features(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
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
    yield "digits", min(3.0, sum(len(digits_of(f)) for f in relation.figures) / 5)
    yield "moved", any(f.change or f.level == "from" for f in relation.figures)
    yield "fine", any(f.quantity.step < 1 for f in relation.figures) and total.quantity.measure == "count"
    yield "per", any(f.per for f in relation.figures)


def tally_features(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    total, *parts = relation.figures
    nouns = {p.quantity.noun for p in parts} - {""}
    own = total.quantity.noun
    yield f"parts-{min(len(parts), 4)}", 1
    yield "total-first", total.index < parts[0].index
    yield "noun-one", bool(own) and nouns == {own}
    yield "noun-total", bool(own) and not nouns
    yield "noun-parts", bool(nouns) and not own
    yield "noun-none", not nouns and not own
    yield "money", total.quantity.measure == "money"
    yield "digits", min(3.0, sum(len(digits_of(f)) for f in relation.figures) / 5)
    yield "one-sentence", len({p.place for p in parts}) == 1
    yield "chain", parts[-1].index - parts[0].index == len(parts) - 1
    yield "far", min(3.0, abs(total.place - parts[0].place) / 3)
    unit = total.quantity.measure, total.quantity.unit
    kin = [f for f in passage.figures if (f.quantity.measure, f.quantity.unit) == unit]
    yield "all", len(kin) == len(relation.figures)
    yield "others", min(3.0, (len(kin) - len(relation.figures)) / 3)
    yield "near-off", relation.gap * max(f.quantity.step for f in relation.figures) < 0.02 * total.value
    yield "moved", any(f.change or f.level == "to" for f in relation.figures)
    yield "lead", total.place <= 1
    yield "dated", any(f.level == "dated" for f in relation.figures)
    yield "goes-on", any(_is_more(f, parts, total) for f in passage.figures)
    yield "on-sales", any(_ON_SALES.search(f.before) is not None for f in parts)


_ON_SALES = LazyPattern(r"\bon (?:[a-z]+ )?(?:sales|revenues?|turnover|income) of \Z")


def _is_more(other: Placed, parts: list[Placed], total: Placed) -> bool:
    """Whether another figure goes on with the parts in their sentence."""
    if other is total or other.place not in (parts[0].place, parts[-1].place) or other.value >= total.value:
        return False
    one, unit = other.quantity, total.quantity
    beside = other.index in (parts[0].index - 1, parts[-1].index + 1)
    return beside and (one.measure, one.unit) == (unit.measure, unit.unit) and not other.aside


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


def whole_features(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    yield "parts", len(relation.figures)
