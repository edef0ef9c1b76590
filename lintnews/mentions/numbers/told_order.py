"""Counts and ranks that sentences apart tell: "the third president … only two before her", "three reasons … first … second"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from ...source import Span
from ..words.cardinals import ONE_TO_TWELVE, ORDINALS
from ..words.lazy_pattern import LazyPattern
from .number_words import SMALL

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M")

_BEFORE = LazyPattern(
    rf"\b(?P<times>[Oo]nce|[Tt]wice|(?i:{ONE_TO_TWELVE}) times)(?: [\w'’-]+){{0,3}}? (?:before|previously|already)\b(?! (?:being|the|a|he|she|they|it|and)\b)|"
    rf"\b(?P<n>(?i:{ONE_TO_TWELVE})) (?:[a-z]+ ){{0,3}}?(?:had|have|has)(?: [\w'’-]+){{1,8}} before (?:her|him|it|them)\b|"
    rf"\b(?:(?:had|has|have|with|after) (?:only |just |had )?|[Oo]nly |[Hh]er |[Hh]is |[Tt]he )(?P<pre>(?i:{ONE_TO_TWELVE})) predecessors\b",
    needs=("efore", "reviously", "lready", "redecessors"),
)
_ORDINALS = {word: value for word, value in ORDINALS.items() if 2 <= value <= 8}
_RANKS = {word: value for word, value in _ORDINALS.items() if value > 2}
"""A second attempt is told of anything."""
_RANK = LazyPattern(
    rf"\b(?P<rank>{'|'.join(_RANKS)})\b(?=[- ](?:president|prime minister|chief|chairman|chairwoman|leader|manager|coach|pope|king|queen|governor|mayor|director|woman|man|"
    r"person|player|side|team|club|country|company|firm|time|attempt|bid|title|victory|win|term|marriage|wife|husband|lawsuit|suit|trial|strike|attack|visit|death|case|arrest|appeal)\b)",
    needs=tuple(_RANKS),
)
_FAR = 900


def told_order(cls: type[M], story: Story) -> Iterator[M]:
    """Ranks with how many there were before, and announced numbers with items that are told first, second …"""
    yield from _ranks(cls, story.text)
    yield from _enumerated(cls, story.text)


def _made(cls: Any, span: tuple[int, int], number: int, told: int, items: tuple[int, int], how: str) -> Any:
    return cls(Span(*span), number, told, told, Span(*items), how)


def _ranks(cls: type[M], text: str) -> Iterator[M]:
    """The only rank of the story, with the only number that there were before; one more or fewer is a slip, others count something else."""
    ranks = list(_RANK.finditer(text))
    before = list(_BEFORE.finditer(text)) if len({rank["rank"] for rank in ranks}) == 1 else []
    if len(before) != 1:
        return
    found, number = before[0], _number(before[0])
    if abs(ranks[0].start() - found.start()) < _FAR:
        rank = _RANKS[ranks[0]["rank"]]
        if abs(rank - 1 - number) == 1:
            yield _made(cls, ranks[-1].span("rank"), rank - 1, number, found.span(), "after")


def _number(found: re.Match[str]) -> int:
    words = (found["times"] or found["n"] or found["pre"]).lower().removesuffix(" times")
    return {"once": 1, "twice": 2}.get(words) or SMALL[words]


_ANNOUNCED = LazyPattern(
    rf"\b(?P<n>{ONE_TO_TWELVE}) (?:[a-z-]+ ){{0,2}}?(?:reasons|ways|things|questions|points|lessons|steps|problems|options|conditions|demands|changes|choices|factors|"
    r"arguments|tasks|rules|goals|aims|causes|explanations|possibilities|stages|phases|facts|faults|mistakes|objections|grounds|charges)\b",
    needs=("s",),
)
_ITEM = LazyPattern(
    r"(?:^|[.!?:;]\s+[\"“]?|\n[\"“]?)(?P<rank>First|Second|Third|Fourth|Fifth|Sixth|first|second|third|fourth|fifth|sixth)(?:ly)?(?:,|:| is| was| comes| came| the| a| there)(?=\s)",
)
_SECOND = ("Second", "; second", ": second")
_LAST = LazyPattern(
    r"(?:[.!?;]\s+[\"“]?|\n[\"“]?)(?:Finally|Lastly|And last|Last|The last|Another|Then|And)\b|\band (?:finally|lastly)\b"
)
_NEAR = 700


def _enumerated(cls: type[M], text: str) -> Iterator[M]:
    if not any(second in text for second in _SECOND):
        return
    items = list(_ITEM.finditer(text))
    order = [_ORDINALS.get(item["rank"].lower(), 1) for item in items]
    if len(order) < 2 or order != list(range(1, len(order) + 1)):
        return
    announced = list(_ANNOUNCED.finditer(text, max(0, items[0].start() - _NEAR), items[0].start()))
    if len(announced) != 1:
        return
    number = SMALL[announced[0]["n"].lower()]
    more = _LAST.search(text, items[-1].end(), items[-1].end() + _NEAR)
    if abs(number - len(items)) == 1 and not (more and number > len(items)):
        place = items[0].start("rank"), items[-1].end()
        yield _made(cls, announced[0].span(), number, len(items), place, "listed")
