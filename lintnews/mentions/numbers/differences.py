"""Differences: a change told in percent and in figures, beside the value that it led to or came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .changes import alike
from .movements import DIRECTIONS, has_movement
from .outlines import COUNT, GAP, MONEY, PERCENT, Outline
from .quantities import Quantity

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Difference")


class Difference(Mention, frozen=True):
    """ "Fell 6.5%, or 323.65 points, to 4,656.60": ``stated`` in percent, ``amount`` in figures, ``after`` the value that it led to."""

    kind: ClassVar[str] = "difference"
    stated: Annotated[Quantity, "The change in percent."]
    amount: Annotated[Quantity, "The change in figures."]
    after: Annotated[Quantity, "The value that it led to."]
    direction: Annotated[int, "1 up, -1 down."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for outline in story.mentions(Outline):
            measures = [q.measure for q in outline.quantities]
            if len(measures) >= 3 and "percent" in measures and has_movement(outline.lower):
                yield from _differences(cls, outline)


_MOVES = DIRECTIONS | {"loss": -1}
_AMOUNT = f"[{MONEY[1:-1]}{COUNT[1:-1]}]"
_TWO = rf"(?:(?P<p>{PERCENT}),?(?: or | \(|, or |, which is |, which was )(?P<a>{_AMOUNT})|(?P<a2>{_AMOUNT})(?: points?)?,?(?: or | \(|, or |, )(?P<p2>{PERCENT}))(?: points?)?\)?,?"
_TO = LazyPattern(
    rf"(?<!\w)(?P<move>[a-z]+(?: [a-z'-]+){{0,3}}?) {_TWO} (?:to|at|finishing at|closing at|ending at|to close at|to end at|to finish at)(?: {GAP}{{0,60}}?)? ?(?P<t>{_AMOUNT})(?![\w/])"
)
_AT_FIRST = LazyPattern(
    rf"(?P<t>{_AMOUNT})(?:{GAP}){{0,40}}?, (?P<move>up|down)(?: by)? {_TWO}(?! from)(?=[.,;]|$| (?:largely|mainly|on|in|over|as)\b)"
)
_OTHERS = LazyPattern(r"\b(?:from|against|compared|average|excluding|and)\b")


def _differences(cls: type[M], outline: Outline) -> Iterator[M]:
    for pattern in (_TO, _AT_FIRST):
        for match in pattern.finditer(outline.lower):
            move = next((w for w in match["move"].split() if w in _MOVES), None)
            if move is None:
                continue
            stated = outline.quantity(match["p"] or match["p2"])
            amount = outline.quantity(match["a"] or match["a2"])
            after = outline.quantity(match["t"])
            if any(q.is_range or q.value <= 0 for q in (stated, amount, after)) or not alike(amount, after):
                continue
            if _OTHERS.search(match.group()) or not 0.0005 < amount.value / after.value < 20:
                continue
            if amount.noun and after.noun and amount.noun != after.noun:
                continue
            spans = [q.span for q in (stated, amount, after)]
            yield cls(
                Span(min(s.start for s in spans), max(s.end for s in spans)),
                stated,
                amount,
                after,
                _MOVES[move],
            )
