"""Two values of one measure, told apart in any words, and the only change near them that can be the one between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from ...mentions.numbers.placed import Passage, Placed
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.sentences import Sentence
from .changes import change, in_order
from .evidence.digits import digits_of
from .evidence.weighing import slip_features
from .relations import CHANGES, Relation, alike, around, is_level
from .told_times import order
from .told_values import Pair, pairs
from .told_way_links import Scene, features
from .told_ways import is_ordered, start_of, texts_of
from .way_words import WayWord, has_way

if TYPE_CHECKING:
    from ...story import Story


class ToldChange(NamedTuple):
    """``features`` are what links the change to its values."""

    relation: Relation
    features: dict[str, float]


def told_changes(story: Story) -> Iterator[ToldChange]:
    """Every statement of the story, those that hold and those that don't."""
    sentences = story.mentions(Sentence)
    for passage in story.mentions(Passage):
        if not any(_is_change(placed) for placed in passage.figures):
            continue
        for pair in pairs(passage):
            if not pair.growth:
                yield from _told(story, sentences, passage, pair)


def wrong_changes(story: Story) -> Iterator[Relation]:
    """Those that don't hold and are surely told of their values."""
    for told in told_changes(story):
        if not told.relation.holds and is_linked(told, story):
            yield told.relation
    for passage in story.mentions(Passage):
        for stated in passage.figures:
            if _is_change(stated) and (_in_points(stated) or _has_digits(stated)):
                yield from _proved(story, passage, stated)


def _in_points(stated: Placed) -> bool:
    return stated.quantity.measure in ("points", "basis points")


def _has_digits(stated: Placed) -> bool:
    """Whether it is an amount of change of enough digits to prove something."""
    return stated.quantity.measure not in CHANGES and len(digits_of(stated)) >= _DIGITS


_DIGITS = 3
_SURELY = 2.0
_FEW = 6
"""Values beside a change beyond which they are a list."""


def _proved(story: Story, passage: Passage, stated: Placed) -> Iterator[Relation]:
    """The only two values near a change of which one slip of the keys makes its own values, where no two near it are."""
    beside = around(passage, stated)
    near = [p for p in beside if is_level(p) and not p.aside and not p.change]
    if len(near) > _FEW or any(p.quantity.measure == stated.quantity.measure and p.change for p in beside):
        return
    sentences = story.mentions(Sentence)
    found: list[Relation] = []
    for one, other in combinations(near, 2):
        if not alike(one, other) or not _fits(stated, Pair(one, other, False)) or not _of_a_size(stated, one, other):
            continue
        way = stated.direction
        relation = change(stated, *in_order(one, other, way), way)
        if relation.holds:
            return
        proof = dict(slip_features(relation, story.text))
        if "slip-swap" not in proof or proof.get("proof", 0.0) < _SURELY:
            continue
        spans = sentences[one.place].span, sentences[other.place].span
        if one.place != other.place and order(*texts_of(story, *spans, one, other)).first:
            found.append(relation)
    if len(found) == 1:
        yield found[0]


def _of_a_size(stated: Placed, one: Placed, other: Placed) -> bool:
    return 0.5 < one.value / other.value < 2 and (_in_points(stated) or stated.value < one.value / 2)


def _is_change(placed: Placed) -> bool:
    quantity = placed.quantity
    if quantity.is_range or quantity.value <= 0 or placed.aside:
        return False
    if quantity.measure in ("multiple", "points", "basis points"):
        return True
    return bool(placed.change) and placed.change != "or" and placed.direction != 0


def _fits(stated: Placed, pair: Pair) -> bool:
    measure, level = stated.quantity.measure, pair.one.quantity.measure
    if measure in ("points", "basis points"):
        return level == "percent" and not _MARGIN.search(stated.before)
    if measure in CHANGES:
        return level != "percent" or measure == "multiple"
    return alike(stated, pair.one) or alike(stated, pair.other)


_MARGIN = LazyPattern(r"\b(?:margin of|plus or minus|error)\b|±|\+/-")
_AHEAD, _BEHIND = 3, 2
"""Sentences that a change may stand ahead of its values and behind them."""


_LONGEST = 1400
"""Characters of a passage beyond which it is no prose."""


def _told(story: Story, sentences: tuple[Sentence, ...], passage: Passage, pair: Pair) -> Iterator[ToldChange]:
    one, other, _ = pair
    low, high = one.place - _AHEAD, other.place + _BEHIND
    near = [p for p in passage.figures if low <= p.place <= high and p not in (one, other)]
    near = [p for p in near if _is_change(p) and _fits(p, pair)]
    measures = Counter(p.quantity.measure for p in near)
    near = [p for p in near if measures[p.quantity.measure] == 1]
    if not near:
        return
    first, second = sentences[one.place].span, sentences[other.place].span
    texts = texts_of(story, first, second, one, other)
    when = order(*texts, story.published.year if story.published else 0)
    for stated in near:
        own = sentences[stated.place].span
        start, end = min(start_of(story, sentences, one.place), own.start), max(second.end, own.end)
        text = story.text[start:end].lower()
        if len(text) != end - start or len(text) > _LONGEST:
            continue
        way = 1 if stated.quantity.measure == "multiple" else stated.direction
        before, after = (one, other) if when.first >= 0 else (other, one)
        if not when.first:
            before, after = in_order(one, other, way)
        word = WayWord(stated.figure.start - start, stated.figure.end - start, way or 1, False, "phrase")
        scene = Scene(story, passage, pair, start, text, first, second, [word], word)
        relation = change(stated, before, after, way)
        found = dict(features(scene)) | dict(_features(scene, stated)) | {f"cue-{cue}": 1.0 for cue in when.cues}
        if not relation.holds:
            found |= dict(slip_features(relation, story.text))
        yield ToldChange(relation, {name: float(value) for name, value in found.items() if value})


def _features(scene: Scene, stated: Placed) -> Iterator[tuple[str, float]]:
    one, other, _ = scene.pair
    outside = max(one.place - stated.place, stated.place - other.place, 0)
    yield "outside", outside
    yield "behind", stated.place > other.place
    yield "own-word", outside > 0 and has_way(scene.story.text[scene.first.start : scene.second.end].lower())
    beside = [p for p in scene.passage.figures if p.place == stated.place and p not in (one, other, stated)]
    yield "others", any(p.quantity.measure != "duration" for p in beside)
    near = slice(max(0, scene.word.start - _BASIS_NEAR), scene.word.end + _BASIS_NEAR)
    yield "based", _OTHER_BASIS.search(scene.text[near]) is not None


_BASIS_NEAR = 60
"""Characters beside a change within which a word tells that it is reckoned in another way."""
_OTHER_BASIS = LazyPattern(
    r"\b(?:annual\w*|year-on-year|year-over-year|real|underlying|adjusted|average|like-for-like|comparable|same-store|per capita|a year(?! (?:ago|earlier|before))|each year|every year|expected|forecast|would|could|target)\b"
)


def is_linked(told: ToldChange, story: Story) -> bool:
    """Whether a change which fails is surely told of the two values."""
    found, stated = told.features, told.relation.figures[0]
    if not _DOUBTS.isdisjoint(found) or ("outside" in found and "others" in found):
        return False
    new = found.get("new-before", 0.0), found.get("new-behind", 0.0)
    measure = stated.quantity.measure
    points = measure in ("points", "basis points")
    if max(new) > _NEW + points:
        return False
    ordered = is_ordered(found, sum(new))
    proved = "slip-factor" not in found and max(found.get("proof", 0.0), found.get("turned-proof", 0.0)) >= _PROVED
    if points:
        bare = ordered and "own-word" not in found and "behind" not in found
        return (bare or proved) and not _SPREAD.match(stated.after)
    if measure == "multiple":
        return ordered and "own-word" not in found and _VERB.match(story.words(stated.figure).lower()) is not None
    return ordered and proved and "based" not in found and found.get("clauses", 0.0) <= _JOINTS


_DOUBTS = frozenset(["both", "extreme", "few", "names-new", "maybe"])
_PROVED = 0.9
"""How far chance must be ruled out (as a power of ten) for a slip of the keys to prove that figures belong together."""
_NEW, _JOINTS = 1, 2
"""New words that the second telling may have, and joints of clauses between a change and its values."""
_SPREAD = LazyPattern(
    r" (?:above|below|over|under|more than|less than|wider|off)\b(?! (?:that|the (?:rate|level|yield) (?:of|at|in)|last|a (?:week|month|year)))"
)
_VERB = LazyPattern(r"(?:doubl|trebl|tripl|quadrupl|halv)ed|(?:two|three|four|five|six|ten)-?fold")
