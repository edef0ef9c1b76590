"""Shares: a part, a whole, and the share of the whole that the story says the part is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .changes import alike
from .outlines import AMOUNT, GAP, PERCENT, PORTION, SHARE, Outline
from .quantities import Quantity

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Share")


class Share(Mention, frozen=True):
    """ "12 of the 48 members, a third". ``part`` and ``whole`` are None for one share given twice ("a quarter (30%)").

    ``stated`` and ``again`` are shares or percentages; without ``again`` the part and the whole say the same.
    ``majority`` is true where the words say no more than "majority"; then ``stated`` is the part.
    """

    kind: ClassVar[str] = "share"
    stated: Annotated[Quantity, "The share as stated; with no more than the word “majority”, the part."]
    part: Annotated[Quantity | None, "The part, in figures."] = None
    whole: Annotated[Quantity | None, "The whole, in figures."] = None
    again: Annotated[Quantity | None, "The same share given once more."] = None
    at_least: Annotated[bool, "Whether “at least”, “more than” or the like stands before it."] = False
    majority: Annotated[Span | None, "The word that says that it is more than half."] = None

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for outline in story.mentions(Outline):
            yield from _shares(cls, outline)


_OF = r"(?: [a-z]+)?(?: out)? of (?:the |its |his |her |their |our |a |an |all |some |those |these )?(?:total |total of |possible |current |existing |remaining |estimated |[\w]+['’]s )?"
_NOUN = rf"(?:{GAP}(?!\b(?:and|while|but|with|after|compared|than)\b)){{0,60}}?"
_LINK = r"(?:, or |, | or |,? ?\(|\s?[—–]\s?| - |, that is |, which is |, equal to |, equivalent to |, i\.e\. |: )(?:(?:or|just|only|that is|which is|exactly|equal to|equivalent to|a full|fully|accounting for|representing|making up|amounting to|a total of|some|a rate of|a share of|a proportion of) )?"
_END = r"(?=[.,;:)\]—–]|$| [—–-] | (?:of|the) (?:(?:the|its|their|his|all|whole) )?(?:total|whole|them|all|membership|workforce|lot|those|figure|number|votes?|chamber|house|members)| majority| were | are | was | have | had | voted | said )"
_VERB = r" (?:is|are|was|were|represents?|represented|represent|makes? up|made up|amounts? to|amounted to|accounts? for|accounted for|equals?|equalled|equaled|came to|comes to|works out at|worked out at|constitutes?|constituted|meaning|or|makes?|made) (?:just |only |exactly |about |the equivalent of |equivalent to )?"
_PART_OF_WHOLE = LazyPattern(
    rf"(?P<part>{AMOUNT}){_OF}(?P<whole>{AMOUNT})(?P<gap>{_NOUN})(?:{_LINK}|{_VERB})(?P<share>{PORTION}){_END}"
)
_SHARE_OF_WHOLE = LazyPattern(
    rf"(?P<share>{PORTION}){_OF}(?P<whole>{AMOUNT})(?P<gap>{_NOUN}){_LINK}(?P<part>{AMOUNT})(?=[.,;:)\]—–]|$| [—–-] |(?: [\w’'-]+){{1,3}}[.,;:)\]—–]| (?:[\w’'-]+ ){{0,2}}(?:were|was|are|have|had|voted|said|will|would))"
)
_OF_WHOLE = LazyPattern(
    rf"\b(?:of|among|out of) (?:the |its |their |his |her |all )?(?P<whole>{AMOUNT})(?P<gap>(?: [\w’'-]+){{0,6}}?),? (?P<part>{AMOUNT})(?: [\w’'-]+){{0,4}}?{_LINK}(?P<share>{PORTION})(?=[.,;:)\]—–]|$| [—–-] )"
)
_PART_SHARE = LazyPattern(
    rf"(?P<part>{AMOUNT})(?P<gap>(?:{GAP}){{0,25}}?)(?:, or |,? ?\(|, | or | - | – |—)(?P<share>{PORTION})\)?,?(?: - | – |—)?(?:{_OF}| of (?:its|the|their|his|her|a)(?: [\w’'-]+){{1,4}}? of (?:about |some )?)(?P<whole>{AMOUNT})"
)
_TWICE = LazyPattern(
    rf"(?P<a>{PORTION})(?P<gap>(?: (?:of|in) (?:{GAP}){{1,45}}?|(?: [a-z]+){{0,2}}))(?:,? ?\(|, or | or |, | — | - or | - |\s?–\s?|, that is |, which is )(?P<b>{PORTION})(?=[).,;—–]|$| [—–-] | (?:of|said|were|are|have))"
)
_MAJORITY = LazyPattern(
    rf"(?P<part>{AMOUNT}){_OF}(?P<whole>{AMOUNT})(?P<gap>{_NOUN}){_LINK}(?P<word>(?:an? )?(?:absolute |overall |clear |outright |bare |narrow |slim |simple )?majority)\b(?! of (?:the )?\w+ (?:leader|whip))"
)
_NOT_SHARES = LazyPattern(
    r"\b(?:more|less|fewer|higher|lower|than|from|against|up|down|rise|rose|fell|compared|and|each|per|average|by)\b"
)


def _shares(cls: type[M], outline: Outline) -> Iterator[M]:
    text, seen = outline.lower, set[int]()
    if not _ANY_SHARE.search(text):
        return
    for pattern in (_PART_OF_WHOLE, _SHARE_OF_WHOLE, _OF_WHOLE, _PART_SHARE, _MAJORITY):
        for match in pattern.finditer(text):
            if match.start() in seen or _NOT_SHARES.search(match["gap"]):
                continue
            part, whole = outline.quantity(match["part"]), outline.quantity(match["whole"])
            if not _part_and_whole(part, whole):
                continue
            seen.add(match.start())
            if pattern is _MAJORITY:
                start = outline.story_place(match.start("word"))
                word = Span(start, start + len(match["word"]))
                yield cls(Span(part.span.start, word.end), part, part, whole, majority=word)
                continue
            stated = outline.quantity(match["share"])
            if stated.is_range or text[match.end("share") :].startswith((" point", " more", " less")):
                continue
            least = text[match.end("share") :].lstrip("-").startswith(" majority")
            spans = [q.span for q in (part, whole, stated)]
            yield cls(Span(min(s.start for s in spans), max(s.end for s in spans)), stated, part, whole, None, least)
    for match in _TWICE.finditer(text):
        one, other = outline.quantity(match["a"]), outline.quantity(match["b"])
        if one.measure == other.measure or _NOT_SHARES.search(match["gap"]) or any(q.is_range for q in (one, other)):
            continue
        if match.start() in seen or _NOT_AGAIN.search(text, 0, match.start()):
            continue
        yield cls(Span(one.span.start, other.span.end), other, again=one)


_ANY_SHARE = LazyPattern(f"{SHARE}|{PERCENT}|majority")
_NOT_AGAIN = LazyPattern(r"(?:by|rose|fell|from|cut|up|down|to) $")


def _part_and_whole(part: Quantity, whole: Quantity) -> bool:
    if part.is_range or whole.is_range or part.value <= 0 or whole.value <= part.value * 0.999 or whole.value < 3:
        return False
    if part.measure == "duration" or whole.measure == "duration":
        return part.unit == whole.unit
    return alike(part, whole) or (part.measure == whole.measure == "count")
