"""Two values of one measure, which of them was the earlier, and the words of rising and falling near them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...mentions.numbers.placed import Passage, Placed
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.sentences import Sentence
from ...source import Span
from .evidence.words import CURRENCIES
from .told_times import order
from .told_values import Pair, pairs
from .told_way_links import Scene, features, turn
from .way_words import WayWord, way_words

if TYPE_CHECKING:
    from ...story import Story


class ToldWay(NamedTuple):
    """``holds`` is whether the values go the way that ``word`` (a span of the story) says; ``features`` what links them."""

    before: Placed
    after: Placed
    word: Span
    way: int
    pace: bool
    features: dict[str, float]

    @property
    def holds(self) -> bool:
        return (self.after.value - self.before.value) * self.way > 0


def told_ways(story: Story) -> Iterator[ToldWay]:
    """Every statement of the story, those that hold and those that don't."""
    sentences = story.mentions(Sentence)
    for passage in story.mentions(Passage):
        for pair in pairs(passage):
            told = _told(story, sentences, passage, pair)
            if told is not None:
                yield told


_SIGNED = LazyPattern(r"\b(?:loss(?:es)?|lost|deficits?|shortfalls?|minus|red|negative|debit)\b|-\Z")
_QUOTED = LazyPattern(
    r"\b(?:(?:the|against|per|us|u\.s\.|a) (?:u\.?s\.? )?(?:dollar|yen|pound|mark|franc|euro|currency|peso|rupee|rand|lira|crown|real|won|krone|krona|zloty|forint|ruble|rouble)|sterling|greenback|forint|zloty|kwacha|naira|cedi|dong|rupiah|"
    r"ringgit|baht|koruna|shekel|peseta|drachma|escudo|rouble|ruble|lev|hryvnia|tenge|devalu\w+|exchange|odds|rank\w*|places?|positions?|no\.|number (?:one|two)|per (?:dollar|euro)|to the (?:dollar|euro)|handicap|seed\w*|par|per (?:dollar|euro))\b"
)
"""Where a rise is a smaller number, or where the number goes with the sort of quotation."""


_LONGEST = 1200
"""Characters of a passage beyond which it is no prose."""


def _told(story: Story, sentences: tuple[Sentence, ...], passage: Passage, pair: Pair) -> ToldWay | None:
    one, other, growth = pair
    first, second = sentences[one.place].span, sentences[other.place].span
    texts = texts_of(story, first, second, one, other)
    when = order(*texts, story.published.year if story.published else 0)
    if not when.first:
        return None
    start = start_of(story, sentences, one.place)
    text = story.text[start : second.end].lower()
    if len(text) != second.end - start or len(text) > _LONGEST:
        return None
    if _QUOTED.search(text, first.start - start) or CURRENCIES.search(text) or _is_signed(texts):
        return None
    words = [w for w in way_words(text) if (w.pace or not growth) and not _is_within(w, start, one, other)]
    if not words:
        return None
    chosen = [w for w in words if w.start + start >= first.start] or words
    word = min(chosen, key=lambda w: _distance(w, start, one, other))
    scene = Scene(story, passage, pair, start, text, first, second, chosen, word)
    found = {name: float(value) for name, value in features(scene) if value} | {f"cue-{cue}": 1.0 for cue in when.cues}
    before, after = (one, other) if when.first > 0 else (other, one)
    return ToldWay(before, after, Span(start + word.start, start + word.end), word.way, word.pace, found)


_AHEAD = 2
"""Sentences ahead of the first value in which the move may have been told."""


def start_of(story: Story, sentences: tuple[Sentence, ...], at: int) -> int:
    first = sentences[at].span
    for before in reversed(sentences[max(0, at - _AHEAD) : at]):
        if not _is_body(story, before.span, first):
            break
        at -= 1
    return sentences[at].span.start


def _is_body(story: Story, one: Span, other: Span) -> bool:
    blocks = story.block_at(one.start), story.block_at(other.start)
    return blocks[0] is not None and blocks[1] is not None and blocks[0].kind == blocks[1].kind


_LONG = 2.0
_HARDLY_NEW, _FEW_NEW = 1, 2
"""New words that the second telling may have: more where the words of time leave no doubt."""
_DOUBTS = frozenset(["mixed", "misfit", "both", "maybe", "untied", "few", "extreme", "ruled", "names-new"])


def is_linked(told: ToldWay) -> bool:
    """Whether the words are surely told of the two values, and which of these was the earlier is plain."""
    found = told.features
    if not _DOUBTS.isdisjoint(found) or ("growth" in found and not told.pace):
        return False
    new = found.get("new-before", 0.0), found.get("new-behind", 0.0)
    if max(new) > (_FEW_NEW if told.pace or _firm(found, "cue-firmly") else _HARDLY_NEW):
        return False
    if not is_ordered(found, sum(new)):
        return False
    far, clauses = found.get("far", 0.0), found.get("clauses", 0.0)
    return "ahead" in found or (far <= _LONG and clauses <= 1 and far + clauses <= _LONG + 0.5)


def is_ordered(found: dict[str, float], new: float) -> bool:
    if any(_firm(found, cue) for cue in ("cue-firmly", "cue-pluperfect", "cue-thereupon")) or "cue-dated" in found:
        return True
    if "cue-moved-to" in found and "cue-moved-to-one" not in found:
        return True
    if "cue-tenses" in found and (not new or "together" in found):
        return True
    if "cue-compared-dated" in found and "with-second" in found:
        return True
    compared = ("cue-from" in found or "cue-compared" in found) and "together" in found
    return compared and ("ahead" not in found or "cue-compared-dated" in found)


def _firm(found: dict[str, float], cue: str) -> bool:
    """Whether one of the values, and not both, has the cue."""
    return (cue in found) != (f"{cue}-one" in found)


def texts_of(
    story: Story, first: Span, second: Span, one: Placed, other: Placed
) -> tuple[tuple[str, str], tuple[str, str]]:
    """The words before and after each value, of its sentence or, where both share one, of its part of it."""
    text = story.text
    a, b = one.figure, other.figure
    if one.place != other.place:
        return (
            (text[first.start : a.start].lower(), text[a.end : first.end].lower()),
            (text[second.start : b.start].lower(), text[b.end : second.end].lower()),
        )
    between = text[a.end : b.start].lower()
    cut = turn(between)
    return (text[first.start : a.start].lower(), between[:cut]), (between[cut:], text[b.end : second.end].lower())


def _is_signed(texts: tuple[tuple[str, str], tuple[str, str]]) -> bool:
    """Whether one of the values is a loss and the other is not told to be."""
    return bool(_SIGNED.search(" # ".join(texts[0]))) != bool(_SIGNED.search(" # ".join(texts[1])))


def _is_within(word: WayWord, start: int, *placed: Placed) -> bool:
    return any(p.quantity.span.start < start + word.end and start + word.start < p.quantity.span.end for p in placed)


def _distance(word: WayWord, start: int, one: Placed, other: Placed) -> int:
    place = start + word.start
    return min(abs(place - one.figure.start), abs(place - other.figure.start))
