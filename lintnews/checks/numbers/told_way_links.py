"""What speaks for a word of rising or falling being told of two values near it, and what against."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...mentions.numbers.placed import Passage, Placed
from ...mentions.numbers.quantities import Quantity
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.sentences import Sentence
from ...source import Span
from .relations import alike
from .told_values import Pair
from .way_words import WayWord, has_way, those

if TYPE_CHECKING:
    from ...story import Story


class Scene(NamedTuple):
    """The passage of two values: its words in small letters, which begin at ``start`` of the story, the sentences of the two, and the
    words of rising and falling in it: those that count, and the one nearest to a value."""

    story: Story
    passage: Passage
    pair: Pair
    start: int
    text: str
    first: Span
    second: Span
    chosen: Sequence[WayWord]
    word: WayWord

    @property
    def own(self) -> int:
        """Where in ``text`` the first value's sentence begins."""
        return max(0, self.first.start - self.start)

    @property
    def at(self) -> int:
        """Where in the story the word stands."""
        return self.start + self.word.start

    @property
    def is_ahead(self) -> bool:
        return self.at < self.first.start


_CLAUSE = LazyPattern(
    r"[,;:—–()]|\b(?:and|but|while|whereas|although|though|when|by the time|before|after|as|because)\b"
)
_JOINTS = LazyPattern(
    r"[;:—–()]|,(?: (?:and|but|while|whereas|although|though))?|\b(?:and|but|while|whereas|although|though)\b"
)
_RULED = LazyPattern(r"\b(?:before|with|for|as|after|among|under)\b")
_MAYBE = LazyPattern(
    r"\b(?:not|no|never|n['’]t|could|would|may|might|if|unless|expect\w*|forecast\w*|predict\w*|target\w*|plan\w*|hop\w+|propos\w+|ask\w*|want\w*|demand\w*|despite|offset|deny|denied|instead)\b"
)
_AND = LazyPattern(r"\b(?:and|or)(?: (?!was|were|is|are|has|had|stood|will|now)[a-z]+){0,2} \Z")
_EXTREME = LazyPattern(r"\b(?:lowest|highest|peak\w*|high of|low of|records?|best|worst)\b")
_SHORT = LazyPattern(r"[a-z]{4,}")
_ENOUGH = 20
"""Bare counts below it count all sorts of things."""


def features(scene: Scene) -> Iterator[tuple[str, float]]:
    one, other, growth = scene.pair
    place, text, word = scene.at, scene.text, scene.word
    nearest = min((one, other), key=lambda p: abs(place - p.figure.start)).figure
    gap = _gap(scene, nearest)
    yield "together", one.place == other.place
    yield "ahead", scene.is_ahead
    yield "growth", growth
    yield "with-second", one.place != other.place and scene.second.start <= place < other.figure.start
    yield "far", min(3.0, len(gap) / 40)
    yield "clauses", min(3, len(_JOINTS.findall(gap)))
    yield "mixed", len({w.way for w in scene.chosen}) > 1
    yield "ruled", scene.first.start <= place < one.figure.start and _RULED.search(gap) is not None
    yield "maybe", _MAYBE.search(text[max(0, word.start - 40) : word.start]) is not None
    yield "extreme", one.place != other.place and _EXTREME.search(text, scene.own) is not None
    yield (
        "few",
        one.quantity.measure == "count" and min(one.value, other.value) < _ENOUGH and not _same_noun(one, other),
    )
    yield "both", _AND.search(text[one.figure.end - scene.start : other.figure.start - scene.start]) is not None
    yield "misfit", _is_misfit(scene.passage, one, other)
    yield "untied", not scene.first.start <= place < other.figure.start and _is_untied(scene)
    yield from _novelty(scene)


def _same_noun(one: Placed, other: Placed) -> bool:
    return bool(one.quantity.noun) and one.quantity.noun == other.quantity.noun


def _gap(scene: Scene, nearest: Span) -> str:
    """The words between the word and the value nearest to it."""
    if scene.at < nearest.start:
        return scene.text[scene.word.end : nearest.start - scene.start]
    return scene.text[nearest.end - scene.start : scene.word.start]


def _is_misfit(passage: Passage, before: Placed, after: Placed) -> bool:
    """Whether the sentences tell an amount of change that isn't the one from the one value to the other."""
    changed = after.value / before.value
    for placed in passage.figures:
        if placed in (before, after) or placed.place not in (before.place, after.place) or not placed.change:
            continue
        if placed.quantity.measure == "percent" and before.quantity.measure != "percent":
            size = abs(changed - 1) * 100
            turned = abs(1 / changed - 1) * 100
            if min(abs(size - placed.value), abs(turned - placed.value)) > max(0.15 * size, placed.quantity.step):
                return True
        elif alike(placed, before) and abs(abs(after.value - before.value) - placed.value) > max(
            0.1 * placed.value, placed.quantity.step
        ):
            return True
    return False


_UNTIED = LazyPattern(
    r"\b(?:to|not|would|could|may|might|will|can|should|by|for|due to|because of|amid|despite)(?: (?:an?|the|[a-z]+ly|[a-z]+ing))* \Z"
)
_APPOSED = LazyPattern(r"[,—–-] (?:an?|the)(?: [a-z-]+){0,2} \Z")
_INTRANSITIVE = LazyPattern(
    r"\s*(?:[.,;:)—–]|\Z|(?:again|further|sharply|slightly|in|by|last|this|overnight|since|for|during|at|on|and|but|yesterday|over|steadily|once|more|from|to|across|as|after|amid|because|when|while|still|under|among|"
    r"between|with|went|somewhat|a (?:little|touch|bit|notch|shade)|than|[a-z]+er|[a-z]+ly|[a-z]+day)\b)"
)
_BEING = LazyPattern(r"\b(?:is|are|was|were|been|keeps?|kept) \Z")


_OF_WHAT = LazyPattern(r" (?:in|of)(?: [\w’'-]+){1,5}")


def _is_untied(scene: Scene) -> bool:
    """Whether a word ahead of the values, or behind them, tells of something else."""
    text, word = scene.text, scene.word
    ahead = text[max(0, word.start - 30) : word.start]
    said = text[word.start : word.end]
    if not scene.is_ahead and _APPOSED.search(ahead):
        return False
    if _UNTIED.search(ahead) or (said.endswith("ing") and not _BEING.search(ahead)):
        return True
    of_what = _OF_WHAT.match(text, word.end)
    verb = word.sort != "word" or said.endswith(("ed", "ing")) or said in those("verbs")
    if verb and scene.is_ahead and not _INTRANSITIVE.match(text, word.end):
        return True
    if not verb and (of_what is None or _stems(of_what.group()).isdisjoint(_stems(text[scene.own :]))):
        return True
    return _has_figures(scene)


def _stems(words: str) -> set[str]:
    return {word[:5] for word in _SHORT.findall(words)}


def _has_figures(scene: Scene) -> bool:
    """Whether the word's sentence has figures of its own, that it may be told of."""
    sentences = scene.story.mentions(Sentence)
    span = sentences[bisect_right(sentences, scene.at, key=lambda sentence: sentence.span.start) - 1].span
    figures = [q for q in scene.story.mentions(Quantity) if span.start <= q.span.start < span.end]
    return any(q.measure == "percent" if scene.word.pace else q.measure != "duration" for q in figures)


_NEW = LazyPattern(r"[A-Za-z][a-z]{3,}")


def _novelty(scene: Scene) -> Iterator[tuple[str, float]]:
    """How many words of the second telling are new: an ellipsis has hardly any, what tells of another thing has its words."""
    one, other, _ = scene.pair
    text, together = scene.story.text, one.place == other.place
    told = text[one.figure.end if together else scene.second.start : other.figure.start]
    told = told[turn(told.lower()) :] if together else _last_clause(told)
    behind = text[other.figure.end : scene.second.end]
    end = _CLAUSE.search(behind.lower())
    behind = behind[: end.start()] if end else behind
    known = (
        text[scene.start : one.figure.start]
        + text[one.figure.end : one.figure.end + 30 if together else scene.first.end]
    )
    stems = {word[:5].lower() for word in _NEW.findall(known)}
    new_before, new_behind = _fresh(told, stems), _fresh(behind, stems)
    yield "new-before", len(new_before)
    yield "new-behind", len(new_behind)
    yield "names-new", sum(word[0].isupper() for word in new_before[1:] + new_behind)


_SHORTEST = 9
"""Characters of a clause ahead of a value, with less of which the clause before it belongs to it too."""


def _last_clause(told: str) -> str:
    last = told[max(told.rfind(mark) for mark in ',;—"“:') + 1 :]
    return last if len(last) > _SHORTEST else told


def _fresh(words: str, stems: set[str]) -> list[str]:
    """The words that are not among *stems* and that say what something is."""
    dull = those("dull") | those("dates")
    found = ((word, word.lower()) for word in _NEW.findall(words))
    return [word for word, low in found if low not in dull and low[:5] not in stems and not has_way(low)]


_BREAKS = LazyPattern(
    r"[,;:—–(]|\b(?:and|but|while|whereas|although|though|when|as|from|against|compared|than|after|before|until)\b"
)


_STOPS = LazyPattern(r"[;:—–]| - ")
_JOINED = LazyPattern(r", (?:and|but|while|whereas|although|though|after|having|where|when|which)\b")
_AGAINST = LazyPattern(r"\b(?:compare[sd]? (?:with|to)|against|versus|up from|down from|whereas|while|from)\b")


def turn(between: str) -> int:
    """Where the words between two values pass from the one to the other."""
    for strong in (_STOPS, _AGAINST, _JOINED):
        found = strong.search(between)
        if found:
            return found.start()
    last = list(_BREAKS.finditer(between))
    return last[-1].start() if last else 0
