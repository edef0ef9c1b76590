"""Repeats: two places that give a value for what must be one and the same quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.numbered_sentences import DULL, WORD, NumberedSentence, content, numbered_sentences, stem
from ...mentions.numbers.quantities import Quantity
from ...mentions.numbers.tolls import Toll
from ...mentions.words.calendar_words import SURE_MONTH, WEEKDAY_NAMES
from ...mentions.words.lazy_pattern import LazyPattern
from ...story import is_above
from .scaled import scaled

if TYPE_CHECKING:
    from ...source import Span
    from ...story import Story

M = TypeVar("M", bound="Repeat")


class Evidence(StrEnum):
    """Why the two are one quantity: DIGITS: one figure in two scales; TOLL: dead or hurt in one event; WORDS: two sentences
    say the same; NAMED: "the $40m deal"."""

    DIGITS = "digits"
    TOLL = "toll"
    WORDS = "words"
    NAMED = "named"


class Repeat(Mention, frozen=True):
    """``first`` stands before ``second``; ``what`` names the quantity in a word or two."""

    kind: ClassVar[str] = "repeat"
    first: Annotated[Quantity, "The figure that stands first."]
    second: Annotated[Quantity, "The figure that comes later."]
    evidence: Annotated[Evidence, "What speaks for their being the same thing."]
    what: Annotated[str, "What both count or measure, in a word or two."]

    @property
    def is_slip_of_scale(self) -> bool:
        """Whether the two values have the same digits."""
        if self.evidence is Evidence.DIGITS:
            return True
        small, large = sorted((self.first.value, self.second.value))
        return small > 0 and any(abs(large / small - factor) < 1e-6 * factor for factor in (10, 100, 1000, 1e6))

    @property
    def factor(self) -> float:
        """How many times the smaller value the larger one is; 0 where one of them is."""
        small, large = sorted((self.first.value, self.second.value))
        return large / small if small else 0

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        quantities = story.mentions(Quantity)
        if len(quantities) < 2:
            return
        sentences = numbered_sentences(story, quantities)
        seen: set[Span] = set()
        for found in (
            *_digits(cls, sentences, story),
            *_tolls(cls, story),
            *_alike(cls, sentences),
            *_named(cls, story),
        ):
            if found.second.figure not in seen:
                seen.add(found.second.figure)
                yield found


_FIGURE = LazyPattern(r"\d[\d,]*(?:\.\d+)?")


def _mantissa(value: float) -> str:
    return f"{value:.6e}".partition("e")[0].replace(".", "").rstrip("0")


def _digits(cls: type[M], sentences: list[NumberedSentence], story: Story) -> Iterator[M]:
    """The same digits in two scales, in sentences that share their words."""
    groups: dict[tuple[str, str, str], list[tuple[Quantity, NumberedSentence]]] = {}
    for sentence in sentences:
        for quantity in sentence.quantities:
            if quantity.measure not in ("money", "count") or quantity.is_range or quantity.value < 1000:
                continue
            key = (quantity.measure, quantity.unit, _mantissa(quantity.value))
            if len(key[2]) >= 2:
                groups.setdefault(key, []).append((quantity, sentence))
    for first, second, noun in scaled(groups, story.published):
        yield cls(second.span, first, second, Evidence.DIGITS, noun)
    known: dict[Span, frozenset[str]] = {}
    for (_, _, digits), group in groups.items():
        if len({q.value for q, _ in group}) != 2:
            continue
        first, told = group[0]
        for second, again in group[1:]:
            if second.value == first.value or again is told or _changes(again, known) - _changes(told, known):
                continue
            ratio = max(first.value, second.value) / min(first.value, second.value)
            if ratio < 9 or (first.noun != second.noun and first.noun and second.noun):
                continue
            shared = told.words & again.words
            near = _near(told, first) & _near(again, second)
            if near and len(shared) >= (3 if len(digits) > 2 else 4) + (0 if ratio > 500 else 1):
                yield cls(second.span, first, second, Evidence.DIGITS, sorted(near)[0])
                break


def _changes(sentence: NumberedSentence, known: dict[Span, frozenset[str]]) -> frozenset[str]:
    """The words of change, time or source in a sentence; each is searched once."""
    if sentence.span not in known:
        known[sentence.span] = frozenset(m.group().lower() for m in _CHANGES.finditer(sentence.text))
    return known[sentence.span]


def _near(sentence: NumberedSentence, quantity: Quantity) -> frozenset[str]:
    start = quantity.span.start - sentence.span.start
    end = quantity.span.end - sentence.span.start
    before = " ".join(sentence.text[max(0, start - 60) : start].split(" ")[-6:])
    return content(before + " . " + " ".join(sentence.text[end : end + 60].split(" ")[:7]))


_CHANGES = LazyPattern(
    r"\b(?:ris(?:e|en|ing)|rose|increas\w+|rais\w+|climb\w*|grew|grow\w*|fell|fall\w*|drop\w*|cut|reduc\w+|lower\w*|revis\w+|updat\w+|"
    r"(?:up|down) from|earlier|initial\w*|previous\w*|original\w*|at first|last (?:year|month|week|season)|a year ago|compared|"
    r"further|additional|more|another|other|separate\w*|second|also|since|by then|by the end|now|later|correct\w*|up to|average|typical\w*|"
    r"each|per|half|quarter|rival|estimate\w*|forecast\w*|expect\w*|predict\w*|target|could|would|may|might|if|total|overall|altogether|"
    r"in (?:19|20)\d\d|(?:19|20)\d\d|including|of which|of whom|among|alone|annual\w*|monthly|weekly|so far|already|than|only)\b",
    re.IGNORECASE,
)


def _tolls(cls: type[M], story: Story) -> Iterator[M]:
    """The dead, hurt, missing or arrested of one event, counted twice."""
    first: dict[str, Toll] = {}
    tolls = [toll for toll in story.mentions(Toll) if not is_above(story, toll.span)]
    for toll in tolls:
        known = first.get(toll.what)
        if known is None:
            first[toll.what] = toll
            continue
        if toll.other_event or known.other_event or may_be_one(toll.quantity, known.quantity):
            continue
        if toll.source and toll.source != known.source:
            continue
        if toll.sentence == known.sentence or _other_days(toll.words, known.words):
            continue
        backed = [t for t in tolls if t is not toll and t.what == toll.what and t.quantity.value == toll.quantity.value]
        if backed or not (toll.definite or len(toll.words & known.words) >= 2):
            continue
        yield cls(toll.quantity.span, known.quantity, toll.quantity, Evidence.TOLL, toll.what)


def may_be_one(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may stand for one value; plain figures of equal precision must be equal."""
    if one.hedge is other.hedge is Hedge.EXACT and one.step == other.step and not (one.is_range or other.is_range):
        return one.value == other.value
    return one.true.meets(other.true)


_DAYS = frozenset(stem(day) for day in map(str.lower, WEEKDAY_NAMES))


def _other_days(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both sentences name a weekday, and not the same."""
    return bool(one & _DAYS) and bool(other & _DAYS) and one & _DAYS != other & _DAYS


def _alike(cls: type[M], sentences: list[NumberedSentence]) -> Iterator[M]:
    """A headline, deck, caption or first sentence, and a sentence that says the same with another figure."""
    for index, one in enumerate(sentences[:6]):
        if one.place == 2:
            break
        for other in sentences[index + 1 :]:
            if one.place == 1 and other.place == 1:
                continue
            shared = one.words & other.words
            small = min(len(one.words), len(other.words))
            if len(shared) < 3 or len(shared) < 0.6 * small or _CHANGES_HARD.search(one.text + " " + other.text):
                continue
            if not _begins_alike(one, other) or _TABLE_LINE.match(one.text) or _TABLE_LINE.match(other.text):
                continue
            apart = one.words - shared, other.words - shared
            if all(apart) and abs(len(apart[0]) - len(apart[1])) <= 1:
                continue  # two lines of a table, or two items of a list: each about its own thing
            if _YEARS(one.text) != _YEARS(other.text):
                continue
            yield from _differing(cls, one, other, sentences, len(shared) >= 4 and len(shared) >= 0.8 * small)


_TABLE_LINE = LazyPattern(r"[A-Z][A-Z .]{2,40} - ")


def _begins_alike(one: NumberedSentence, other: NumberedSentence) -> bool:
    """Whether the other sentence has the first word that carries meaning of the shorter."""
    short, long = sorted((one, other), key=lambda s: len(s.words))
    first = next((w for w in WORD.findall(short.text) if w.lower() not in DULL), "")
    return stem(first) in long.words


_CHANGES_HARD = LazyPattern(
    r"\b(?:revis\w+|updat\w+|earlier|initial\w*|previous\w*|original\w*|compared|last (?:year|month|week|season)|a year ago|year-ago|correct\w*|forecast\w*|each|remaining|average)\b",
    re.IGNORECASE,
)
_YEARS = LazyPattern(
    rf"\b(?:19|20)\d\d\b|\b(?:{SURE_MONTH})\b",
    re.IGNORECASE,
).findall


def _differing(
    cls: type[M], one: NumberedSentence, other: NumberedSentence, sentences: list[NumberedSentence], same: bool
) -> Iterator[M]:
    for first in one.quantities:
        if (
            first.measure in ("duration", "share", "multiple")
            or first.is_range
            or (first.measure == "count" and not first.noun)
        ):
            continue
        mine = [q for q in one.quantities if _same_kind(q, first)]
        theirs = [q for q in other.quantities if _same_kind(q, first)]
        if len(mine) != 1 or len(theirs) != 1 or theirs[0].is_range:
            continue
        second = theirs[0]
        if may_be_one(first, second) or not (same or slip(first, second)):
            continue
        if first.measure == "count" and first.noun != second.noun:
            continue
        if _close_to_round(first, second) or not (
            (same and one.place == 0) or _near(one, first) & _near(other, second)
        ):
            continue
        everywhere = [q for s in sentences for q in s.quantities if q is not first and q is not second]
        if any(_same_kind(q, first) and (q.true.meets(first.true) or q.value == second.value) for q in everywhere):
            continue
        yield cls(second.span, first, second, Evidence.WORDS, second.noun or second.measure)


def _same_kind(one: Quantity, other: Quantity) -> bool:
    if one.measure != other.measure or one.unit != other.unit:
        return False
    return one.measure != "count" or not one.noun or not other.noun or one.noun == other.noun


def _close_to_round(one: Quantity, other: Quantity) -> bool:
    """Whether one of the two may be the other, rounded further than its digits tell ("500" for 487)."""
    small, large = sorted((abs(one.value), abs(other.value)))
    coarse = min(len(_mantissa(one.value)), len(_mantissa(other.value)))
    return (
        large > 0
        and large - small < 0.06 * large
        and coarse <= 2
        and _mantissa(one.value) != _mantissa(other.value)
        and large >= 100
        and len(_mantissa(one.value)) != len(_mantissa(other.value))
    )


_NAMED = (
    "deal|takeover|merger|acquisition|contract|budget|project|package|loan|fine|settlement|scheme|programme|program|lawsuit|"
    "grant|fund|purchase|stadium|bridge|hospital|facility|offering|buyout|donation|ransom|jackpot|prize|bailout|refund|plan|overhaul|"
    "renovation|expansion|development|school|plant|campus|library|station|tunnel|pipeline|airport|museum"
)
_AFTER_MONEY = LazyPattern(rf"[ -](?:[a-z-]+ ){{0,2}}?(?P<noun>{_NAMED})\b(?! (?:in|for) (?:19|20)\d\d)")
_DEFINITE = LazyPattern(r"\b(?:the|this|that|its|their|his|her)(?: new| planned| proposed)? $", re.IGNORECASE)


def _named(cls: type[M], story: Story) -> Iterator[M]:
    """ "A $44m stadium", then "the $40m stadium"."""
    groups: dict[tuple[str, str], list[tuple[Quantity, bool]]] = {}
    for quantity in story.mentions(Quantity):
        if quantity.measure != "money" or quantity.is_range:
            continue
        match = _AFTER_MONEY.match(story.text, quantity.span.end)
        if match:
            definite = _DEFINITE.search(story.text[max(0, quantity.span.start - 16) : quantity.span.start]) is not None
            groups.setdefault((quantity.unit, match["noun"]), []).append((quantity, definite))
    for (_, noun), group in groups.items():
        first = group[0][0]
        different = [(q, d) for q, d in group[1:] if not q.true.meets(first.true)]
        if len(different) != 1 or not different[0][1] or not slip(first, different[0][0]):
            continue
        second = different[0][0]
        if not _CHANGES_NAMED.search(story.text[first.span.end : second.span.start]):
            yield cls(second.span, first, second, Evidence.NAMED, noun)


_CHANGES_NAMED = LazyPattern(
    r"\b(?:rais\w+|increas\w+|revis\w+|rival|second|another|other|separate|earlier|previous|original|cut|reduc\w+|rose|sweeten\w*|improv\w+|higher|lower)\b"
)


def slip(one: Quantity, other: Quantity) -> bool:
    """Whether a slip of the keys leads from one figure to the other: one digit, two digits swapped, a lost point or scale."""
    a, b = _mantissa(one.value), _mantissa(other.value)
    if a == b:
        return True
    size = max(len(a), len(b))
    if not 0.099 < one.value / other.value < 10.1:
        return False
    a, b = a.ljust(size, "0"), b.ljust(size, "0")
    wrong = [i for i in range(size) if a[i] != b[i]]
    return len(wrong) == 1 or (len(wrong) == 2 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]])
