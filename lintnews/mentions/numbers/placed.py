"""Figures in their places: each quantity with the words around it and what they tell of its part in the passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple, Self, TypeVar

from ...mention import Mention
from ...record import Record
from ...source import Span
from ...story import BlockKind
from ..words.lazy_pattern import LazyPattern
from ..words.sentences import Sentence
from .movements import has_movement, moved_after, moved_before
from .quantities import Quantity

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Passage")


class Placed(Record, frozen=True):
    """A quantity where it stands.

    ``before`` are the lower-case words since the quantity before it or the sentence's start (the last 90 characters),
    ``after`` those up to the next quantity or the sentence's end (the first 70). ``level`` is what they make of a value: from, against,
    earlier, to, at, dated, be or nothing; ``change`` what they make of an amount of change: moved ("rose 5%"), by, of ("a rise of"),
    then ("a 5% rise"), or (", or 5%") or nothing, and ``direction`` +1, -1 or 0. ``per`` is "share" in "2 dlrs a share" and
    the like; ``place`` is the number of its sentence in the story, ``paragraph`` that of its block; ``aside`` is true of the same value told again in brackets.
    """

    quantity: Quantity
    index: int
    sentence: int
    before: str
    after: str
    level: str
    change: str
    direction: int
    per: str
    aside: bool
    place: int
    paragraph: int

    @property
    def value(self) -> float:
        return self.quantity.value

    @property
    def figure(self) -> Span:
        return self.quantity.figure


class Passage(Mention, frozen=True):
    """Neighbouring paragraphs with two or more figures. ``sentences`` are those of it that hold figures, ``words`` their text in small letters."""

    kind: ClassVar[str] = "passage"
    figures: Annotated[tuple[Placed, ...], "Its figures, each with the words around it."]
    sentences: Annotated[tuple[Span, ...], "Its sentences that hold figures."]
    words: Annotated[tuple[str, ...], "The words of these sentences in small letters."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        quantities = story.mentions(Quantity)
        if len(quantities) < 2:
            return
        group: list[_Held] = []
        count, kind = 0, ""
        for held in _held(story, quantities):
            block = story.blocks[held.block] if held.block >= 0 else None
            of_kind = block.kind if block is not None else ""
            together = of_kind == kind and (kind == BlockKind.PARAGRAPH or held.block == group[-1].block)
            if group and (not together or count > _MOST):
                yield from _passage(cls, story, group)
                group, count = [], 0
            kind = of_kind
            group.append(held)
            count += len(held.quantities)
        yield from _passage(cls, story, group)


_MOST = 60
"""Figures in a passage, after which a new one begins; a sentence with more is a list."""
_LONGEST = 4000
"""Characters of a sentence, beyond which it is none."""


class _Held(NamedTuple):
    """A sentence with its figures: which sentence of the story it is, and which of the story's blocks it stands in."""

    span: Span
    quantities: tuple[Quantity, ...]
    number: int
    block: int


def _held(story: Story, quantities: tuple[Quantity, ...]) -> Iterator[_Held]:
    at = block = 0
    blocks = story.blocks
    for number, sentence in enumerate(story.mentions(Sentence)):
        start, end = sentence.span.start, sentence.span.end
        while at < len(quantities) and quantities[at].span.start < start:
            at += 1
        first = at
        while at < len(quantities) and quantities[at].span.end <= end:
            at += 1
        while block < len(blocks) and blocks[block].span.end <= start:
            block += 1
        if first < at <= first + _MOST and end - start < _LONGEST:
            yield _Held(sentence.span, quantities[first:at], number, block if block < len(blocks) else -1)


def _passage(cls: type[M], story: Story, group: list[_Held]) -> Iterator[M]:
    if sum(len(held.quantities) for held in group) < 2:
        return
    placed: list[Placed] = []
    words: list[str] = []
    for number, held in enumerate(group):
        text = story.words(held.span)
        lower = text.lower().replace("\n", " ")
        if len(lower) != len(text):
            lower = text
        words.append(lower)
        placed.extend(_placed(lower, held, number, len(placed)))
    span = Span(group[0].span.start, group[-1].span.end)
    yield cls(span, tuple(placed), tuple(held.span for held in group), tuple(words))


def _placed(lower: str, sentence: _Held, number: int, index: int) -> list[Placed]:
    start, held = sentence.span.start, sentence.quantities
    end = 0
    last: Placed | None = None
    placed: list[Placed] = []
    for at, quantity in enumerate(held):
        begin = quantity.span.start - start
        stop = quantity.span.end - start
        following = held[at + 1].span.start - start if at + 1 < len(held) else len(lower)
        before = lower[max(end, begin - 90) : begin]
        after = lower[stop : min(following, stop + 70)]
        change, direction = _change(quantity, before, after)
        if not change and quantity.measure == "percent":
            change, direction = _as_before(before, placed)
        aside = (
            last is not None and before in (" (", "(", "; ", " or ", ", or ") and _told_again(last.quantity, quantity)
        )
        level = "" if change in ("moved", "by", "of") else _level(before, after)
        last = Placed(
            quantity,
            index + at,
            number,
            before,
            after,
            level,
            change,
            direction,
            _per(after),
            aside,
            sentence.number,
            sentence.block,
        )
        placed.append(last)
        end = stop
    return placed


_AND_AGAIN = LazyPattern(r"(?:\band(?: by)?|,(?: by)?) \Z")


def _as_before(before: str, placed: list[Placed]) -> tuple[str, int]:
    """The change that "and 22%" goes on with: "rose 14% in May to 5 from 4 and 22% this year to 9 from 7"."""
    if not _AND_AGAIN.search(before) or has_movement(before):
        return "", 0
    for earlier in reversed(placed):
        if earlier.change and earlier.quantity.measure == "percent":
            return ("moved", earlier.direction) if earlier.direction else ("", 0)
    return "", 0


def _told_again(first: Quantity, again: Quantity) -> bool:
    return first.measure == again.measure and first.unit != again.unit


_PAST = LazyPattern(
    r"\b(?:had|was|were|ago|before|previous\w*|last (?:year|month|week|time|season|autumn|spring|summer|winter|christmas|[a-z]+day)|earlier|until|used to|once|then|opened|began|started|originally|initially|(?:19|20)\d\d)\b"
)
_NOW = LazyPattern(
    r"\b(?:now|this (?:year|month|week|time|season)|today|will|currently|stands?|is|are|has|have|next|new|latest)\b"
)


def era(placed: Placed) -> int:
    """-1 where the words around speak of earlier, +1 where they speak of now, 0 where they tell neither or both."""
    around = f"{placed.before[-60:]} {placed.after[:45]}"
    return bool(_NOW.search(around)) - bool(_PAST.search(around))


_PER = LazyPattern(r"(?: an?|/| per| each| apiece)[ -]?([a-z]*)(?! (?:earlier|ago|before|previously|on\b))")
_FEW = r"(?:[\w.'’&$-]+,? ){0,6}?"
_FROM = LazyPattern(
    r"\b(?:from|compared (?:with|to)|compares (?:with|to)|against|versus|vs\.?|than|(?:up|down) on|over|in comparison (?:with|to)) (?:(?!to |by |and |while )[\w.'’&$-]+,? ){0,7}?\Z"
)
_EARLIER_BEFORE = LazyPattern(
    r"\b(?:previous(?:ly)?|prior|earlier|last (?:year|month|week|season|quarter|time|summer|winter|spring|autumn)(?:['’]s)?|had been|used to be|once|formerly|then|year-(?:ago|earlier)|initially|originally|at first|(?:19|20)\d\d['’]s|(?:year|month|week|season|decade|day|night|century|summer|winter|spring|autumn) (?:before|earlier|ago))(?:,? [\w-]+){0,3},? \Z"
)
_EARLIER_AFTER = LazyPattern(
    r",?(?: [\w-]+){0,3}? (?:(?:an?|one|two|three|five|six|ten|\d+|last|the previous|the prior|the preceding|the same|the year-ago|the year-earlier|the corresponding|the comparable)"
    r" (?:[a-z-]+ )?(?:year|month|week|day|decade|quarter|season|period|century|session|years|months|decades|weeks)\b(?! (?:to|from now))(?: (?:earlier|ago|before|previously))?|previously|earlier|at the time|year-ago|yesterday)"
)
_THAN_EARLIER = LazyPattern(
    r"\b(?:from|than|over|on|against|with) (?:an?|the|one) [a-z]+ (?:earlier|ago|before)(?:,? [\w-]+){0,3},? \Z"
)
"""What it is compared with belongs to the figure before: "down 2% from a year earlier, 44 tons"."""
_DATED = LazyPattern(r"(?: [\w'’-]+){0,3} in (?:19|20)\d\d\b")
_TO = LazyPattern(
    r"\b(?:to|reach(?:ed|es|ing)?|hit(?:s|ting)?|clos(?:ed|ing|e) at|end(?:ed|ing)? at|finish(?:ed|ing)? at)(?: an?| the| its| their| just| only| record| new| current| today['’]s| some| around| nearly)* (?:[\w'’-]+ ){0,2}?\Z"
)
_AT = LazyPattern(
    r"\b(?:at|total(?:led|ling|ed|s|ing)?|stood at|stands at|now|becoming|becomes|makes|making)(?: [\w'’-]+){0,3}? \Z"
)
_BE = LazyPattern(r"\b(?:was|were|is|are|of|has|have|had|with)(?: an?| the| only| just| now)? \Z")
_PER_WORDS = frozenset(
    [
        "share",
        "barrel",
        "ounce",
        "tonne",
        "ton",
        "year",
        "month",
        "week",
        "day",
        "hour",
        "person",
        "head",
        "unit",
        "ticket",
        "pound",
        "gallon",
        "bushel",
        "kilo",
        "vote",
        "night",
        "game",
        "minute",
        "second",
        "seat",
        "quarter",
    ]
)


def _per(after: str) -> str:
    if after[:1] not in (" ", "/", "-"):
        return ""
    found = _PER.match(after)
    if found is None:
        return "share" if after.startswith(" annually") else ""
    return found[1] if found[1] in _PER_WORDS else ("each" if "each" in found[0] or "apiece" in found[0] else "")


def _level(before: str, after: str) -> str:
    tail = before[-60:]
    found = _FROM.search(tail)
    if found:
        return "from" if found.group().startswith("from") else "against"
    if _TO.search(tail):
        return "to"
    if (_EARLIER_BEFORE.search(tail) and not _THAN_EARLIER.search(tail)) or (
        after[:1] in (" ", ",") and _EARLIER_AFTER.match(after)
    ):
        return "earlier"
    if _AT.search(tail):
        return "at"
    if _DATED.match(after):
        return "dated"
    return "be" if _BE.search(tail) else ""


_OR = LazyPattern(
    r"(?:,? or|,? ?\(|,|,? which is| -|—|–|,? representing|,? equivalent to|,? equal to|,? amounting to| amount(?:s|ed) to|,? a difference of|,? an?) (?:by |of |a |an |about )?\Z|\(\Z"
)
_MEASURES = frozenset(["percent", "points", "basis points", "share", "multiple"])


def _change(quantity: Quantity, before: str, after: str) -> tuple[str, int]:
    if quantity.measure == "multiple":
        return "moved", -1 if quantity.value < 1 else 1
    how, direction = moved_before(before)
    if how:
        return how, direction
    if quantity.measure in _MEASURES or not quantity.noun:
        direction = moved_after(after)
        if direction:
            return "then", direction
    if quantity.measure in _MEASURES and _OR.search(before):
        return "or", 0
    return "", 0
