"""Features of changes: percent, amount, value before and after."""

from __future__ import annotations

from collections.abc import Iterator

from ....mentions.numbers.movements import movements
from ....mentions.numbers.placed import Passage, Placed, era
from ....mentions.words.calendar_words import MONTH_IN_FULL
from ....mentions.words.lazy_pattern import LazyPattern
from ..changes import DOUBTFUL
from ..relations import OF, Relation
from .held import FIRSTLY, LATER
from .words import CURRENCY, OPPOSITES

_DAILY = LazyPattern(r"\bdaily\b|\ba day\b")
_SOFT = frozenset(["up", "down", "more", "less", "above", "below", "higher", "lower"])
_THIS = LazyPattern(
    r"\b(?:that|this|it|which)(?: [\w'’-]+){0,3} (?:is|was|represents?|represented|marks?|marked|means?|meant|compares?|would be|amounts?|amounted|an?)\b"
)
_MONTH = LazyPattern(rf" (?:\w+ )?in (?:{MONTH_IN_FULL.lower()})\b(?! \d{{4}})")
_WORD = LazyPattern(r"[a-z]{4,}")


def _content(words: str) -> frozenset[str]:
    return frozenset(w[:6] for w in _WORD.findall(words))


def change_features(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
    stated, before, after = relation.figures
    yield f"stated-{stated.change or 'bare'}", 1
    yield f"before-{before.level or 'bare'}", 1
    yield f"after-{after.level or 'bare'}", 1
    order = "".join(k for _, k in sorted(((stated.index, "s"), (before.index, "b"), (after.index, "a"))))
    yield f"order-{order}", 1
    yield f"measure-{_measure(stated, before)}", 1
    yield "percents", before.quantity.measure == "percent"
    known = before.level in FIRSTLY
    yield "roles", known and after.level in LATER and bool(stated.change)
    yield (
        "chain",
        known
        and bool(stated.change)
        and max(i.index for i in relation.figures) - min(i.index for i in relation.figures) == 2,
    )
    yield "noun-same", bool(before.quantity.noun) and before.quantity.noun == after.quantity.noun
    yield "noun-other", before.quantity.unit != after.quantity.unit or before.quantity.noun != after.quantity.noun
    yield "no-direction", relation.direction == 0
    yield "times-the", stated.quantity.measure == "multiple" and _is_times(relation)
    yield "far-ratio", not 0.4 < after.value / before.value < 2.5
    yield "share-of", stated.change in ("or", "") and stated.after.startswith((" of ", " stake", " interest"))
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
    yield "currency", CURRENCY.search(after.before + before.before + stated.before) is not None
    yield "places", stated.quantity.noun in _PLACES
    yield "opposites", OPPOSITES.search(after.before) is not None or OPPOSITES.search(before.before) is not None
    yield "stated-apart", abs(stated.index - before.index) > 1 and abs(stated.index - after.index) > 1


def _measure(stated: Placed, before: Placed) -> str:
    measure = stated.quantity.measure
    if measure in ("points", "basis points", "share", "multiple", "percent"):
        return measure
    return "points" if stated.quantity.noun == "points" and before.quantity.measure == "percent" else "amount"


_PLACES = frozenset(["places", "spots", "positions", "ranks", "rungs"])
_THE = LazyPattern(
    r" (?:as many|as much|as high|what)? ?(?:the|as the|its|their|last year['’]s|last month['’]s|that of|of)\b|,? from "
)


def _is_times(relation: Relation) -> bool:
    """Whether the words make one value so many times the other: "twice the 541 recorded in 2003", "doubled from 541"."""
    stated, before, _ = relation.figures
    return (
        before.index == stated.index + 1
        and before.sentence == stated.sentence
        and _THE.match(before.before) is not None
    )


def move_features(relation: Relation, passage: Passage) -> Iterator[tuple[str, float]]:
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
    of_after = after.level in ("", "be") and OF.search(after.before) is not None
    yield "share-of", of_after or stated.after.startswith((" of its ", " of the ", " of their "))
