"""Votes of bodies whose size the story tells: "the seven jurors split six to two"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from ...source import Span
from ..words.cardinals import ONE_TO_TWELVE
from ..words.lazy_pattern import LazyPattern
from .number_words import SMALL

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M")

_NUMBER = rf"(?:(?i:{ONE_TO_TWELVE})|\d{{1,3}})"
_SEATS = ("judge", "justice", "member", "councillor", "councilor", "commissioner", "senator", "director", "juror", "trustee", "supervisor", "magistrate", "governor", "regent", "alderm")  # fmt: skip
_BODY = LazyPattern(
    rf"\b(?P<n>{_NUMBER})-(?:member|judge|justice|seat|person|strong)\b|\b(?:[Tt]he|[Aa]ll|[Ii]ts|[Cc]ourt['’]s) (?P<of>{_NUMBER}) (?:[a-z]+ )?(?:{'|'.join(_SEATS)})[a-z]*\b(?! of)",
    needs=(*_SEATS, "-seat", "-person", "-strong"),
)
_CHAMBER = LazyPattern(
    r"\b[Tt]he (?:U\.S\. |full )?(?P<name>Senate|House)\b(?! (?:of Lords|of Commons|committee|panel|subcommittee))",
    needs=("Senate", "House"),
)
_PARTIES = ("Republican", "Democrat")
_SIZES = {"Senate": 100, "House": 435}
"""The chambers of the Congress of the United States."""
_VOTE = LazyPattern(
    rf"(?i)\b(?:split|splits|voted?|votes|divided|ruled|decided|decision|majority|by|approved|passed|rejected|was|it|on an?)\b[^.\n;]{{0,30}}?(?<![\w$£€.,-])(?P<a>{_NUMBER})(?: votes)?(?:-| to |–)(?P<b>{_NUMBER})(?![\w%,.]?\d|[-–]\w| (?:percent|per cent|million|years|weeks|days|months|dollars|points?|times))"
)
_NEAR = 260


def divisions(cls: type[M], story: Story) -> Iterator[M]:
    """Votes with the size of the body that took them, the next vote behind the body in its paragraph."""
    text = story.text
    bodies = [(match, _value(match["n"] or match["of"])) for match in _BODY.finditer(text)]
    if any(party in text for party in _PARTIES):
        bodies += [(match, _SIZES[match["name"]]) for match in _CHAMBER.finditer(text)]
    for match, size in bodies:
        end = text.find("\n\n", match.end())
        stop = min(match.end() + _NEAR, len(text) if end < 0 else end)
        vote = _VOTE.search(text, match.end(), stop)
        if vote is not None and size > 2:
            yield _division(cls, match, size, vote)
    yield from _elsewhere(cls, text, bodies)


_FULL = LazyPattern(rf"\b[Aa]ll (?P<n>{_NUMBER}) (?:had|were|voted|agreed|of them|members|jurors|councillors|seats)\b")
_FAR = 900
_TALLY = LazyPattern(
    rf"(?i)\b(?:vot\w+|tally|majority|division|ballot|split|approved|passed|rejected|carried|backed)\b[^.\n;\d]{{0,40}}?(?<![\w$£€.,-])(?P<a>{_NUMBER})(?: votes)?(?:-| to |–)(?P<b>{_NUMBER})(?![\w%,.]?\d|[-–]\w| (?:percent|per cent|million|years|weeks|days|months|dollars|points?|times))"
)


def _elsewhere(cls: type[M], text: str, bodies: list[tuple[re.Match[str], int]]) -> Iterator[M]:
    """The only vote told, of the only body whose size is told, before it or in another paragraph."""
    every = bodies + [(match, _value(match["n"])) for match in _FULL.finditer(text)]
    sizes = {size for _, size in every}
    if len(sizes) != 1 or max(sizes) < 5:
        return
    votes = {(_value(vote["a"]), _value(vote["b"])): vote for vote in _TALLY.finditer(text)}
    if len(votes) == 1:
        (pair, vote), (match, size) = next(iter(votes.items())), every[0]
        if size < sum(pair) <= 1.5 * size and abs(vote.start() - match.start()) < _FAR:
            yield _division(cls, match, size, vote)


def _division(cls: Any, body: re.Match[str], size: int, vote: re.Match[str]) -> Any:
    number = _value(vote["a"]) + _value(vote["b"])
    return cls(Span(vote.start("a"), vote.end("b")), number, 0, size, Span(*body.span()), "votes")


def _value(words: str) -> int:
    return int(words) if words.isdigit() else SMALL[words.lower()]
