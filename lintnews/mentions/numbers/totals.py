"""Totals: a number and the parts that the same sentence splits it into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .changes import alike
from .counted import PEOPLE
from .outlines import AMOUNT, COUNT, GAP, PERCENT, Outline
from .quantities import Quantity

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Total")


class Claim(StrEnum):
    """What the sentence claims: the parts make the total; they are among it; they are what is taken from it."""

    MAKES = "makes"
    AMONG = "among"
    LEAVES = "leaves"
    WHOLE = "whole"


class Total(Mention, frozen=True):
    """``parts`` and ``total``; for LEAVES the last part is what is left; for WHOLE ``total`` is None and the parts percentages of one whole."""

    kind: ClassVar[str] = "total"
    claim: Annotated[
        Claim,
        "What the sentence says: the parts make the total, are among it, are taken from it, or are percentages of one whole.",
    ]
    parts: Annotated[tuple[Quantity, ...], "The parts; where some is left, that is the last."]
    total: Annotated[Quantity | None, "The total; nothing for percentages of one whole."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for outline in story.mentions(Outline):
            yield from _totals(cls, outline)


_WORDS = rf"(?:{GAP}(?!\b(?:while|but|compared|than|from|up|down)\b)){{0,60}}?"
_FEW = r"(?: [\w.'’-]+){0,7}?"
_PART = rf"{AMOUNT}{_FEW}"
_AND = r"(?:,? and |, with |, plus | plus |, )(?:the (?:other|remaining) |another |a further )?"
_PARTS = rf"(?P<parts>{_PART}(?:(?:, | and |,? and |; | plus ){_PART}){{1,6}}?)"
_LOOSE_PARTS = rf"(?P<parts>{_PART}(?:(?:, |,? and |; | plus )(?:[a-z]+ ){{0,3}}?{_PART}){{1,6}}?)"
_STOP = rf"(?=,(?!(?: [\w'’-]+){{0,6}} {AMOUNT})|\s*(?:[.;:)\]—–]|$)| - |, (?:died|were|was|have|had|are|survived|attended|took|will|the|a|he|she|it|they|according|police|officials|who|which|said)\b| (?:died|were|was|have|had|survived|attended|voted|took|who)\b)"
_NOT_ALL = r"(?!includ|among|such|some|mostly|mainly|at least|of (?:whom|which|them)|more|up to|as )"
_SPLIT = LazyPattern(
    rf"(?P<total>{AMOUNT})(?P<gap>{_WORDS})(?:: | - |\s?[—–]\s?|, | \()(?P<lead>{_NOT_ALL}(?:(?:comprising|consisting of|made up of|divided into|namely|with|that is) )?){_PARTS}{_STOP}"
)
_COMPOSED = LazyPattern(
    rf"(?P<total>{AMOUNT})(?P<gap>{_WORDS}) (?:comprising|comprised|consisting of|made up of|consists of|is made up of|are made up of|composed of|split between|divided between|divided into) {_PARTS}{_STOP}"
)
_WERE = LazyPattern(rf"(?P<total>{COUNT})(?P<gap>(?: [\w'’-]+){{1,4}}?) (?:were|are|was) {_PARTS}{_STOP}")
_SUM = LazyPattern(
    rf"{_LOOSE_PARTS}(?:,|\)| -|\s?[—–])? ?(?:(?:for|making|giving|bringing|adding up to|which adds up to|or|to make|in|with|and) )?(?:(?:[a-z']+ ){{0,5}}?)(?:(?:grand |combined |overall )?totals?(?:l?ing|led)?(?: (?:vote|tally|haul|toll|number|bill|cost|of [a-z]+))?(?: of| to| is| was| at| stands at)?|add(?:s|ing)? up to|altogether,?|in all,?|combined) (?:a total of )?(?P<total>{AMOUNT})(?!\w)"
)
_SUM_LAST = LazyPattern(
    rf"{_LOOSE_PARTS}(?:, | - |\s?[—–]\s?|, or |, making |, bringing it to |, giving | \(|; )(?P<total>{AMOUNT})(?: [\w-]+){{0,3}}? (?:in all|in total|altogether|all told|overall|combined)\b"
)
_TOTAL_FIRST = LazyPattern(
    rf"\b(?:total of|totall?ing|in all,?|altogether,?|all told,?|total(?:led|ed)?) (?P<total>{AMOUNT})(?P<gap>{_WORDS})(?:: | - |\s?[—–]\s?| \(|, comprising |, made up of |, with |, ){_PARTS}{_STOP}"
)
_AMONG = LazyPattern(
    rf"(?P<total>{AMOUNT})(?P<gap>(?: [\w'’-]+){{0,5}}?),? ?[(—–-]? ?(?:including|among them|among whom|of whom|of which|of them|includes?|included) (?:at least |the |about )?(?P<parts>{AMOUNT}(?:(?:, |,? and ){_PART}){{0,4}}?)(?=[^\w]|$)"
)
_OF_THE = LazyPattern(
    rf"(?P<parts>{AMOUNT})(?: out)? of (?:the|its|their|his|her|those|these) (?P<total>{COUNT})(?P<gap>)(?!\w)"
)
_OF_TOTAL = LazyPattern(
    rf"\b(?:of|among|out of) (?:the |its |their |those |a total of )?(?P<total>{COUNT})(?P<gap>(?: [\w'’-]+){{0,4}}?), {_PARTS}{_STOP}"
)
_OF_ONE = LazyPattern(
    rf"\bof (?:the |its |their |those )(?P<total>{COUNT})(?P<gap>(?: [\w'’-]+){{0,4}}?), (?:about |some |only |just )?(?P<parts>{AMOUNT})(?= (?:were|are|was|have|had|voted|said|died|came|did))"
)
_LEAVING = LazyPattern(
    rf"(?P<total>{AMOUNT})(?P<gap>(?:{GAP}(?!\b(?:while|compared|than|from)\b)){{0,60}}?)(?P<parts>{AMOUNT})(?:{GAP}){{0,50}}?,? (?:leaving|leaves|which left|left) (?:it |him |her |them |the \w+ |just |only |the other |with )*(?P<left>{AMOUNT})(?!\w)"
)
_OF_ITS = LazyPattern(r" (?:out )?of (?:its|the|their|his|her|those) $")
_EACH = LazyPattern(r"[" + AMOUNT[1:-1] + r"]")
_DIFFERENT = LazyPattern(
    r"\b(?:per|each|a share|every|average|and an? [a-z]+|worth|of (?:them|whom|which|these|those)|over|older|least|cost|aged|more than|including|times|or)\b|\ba (?:share|year|month|week|day)\b"
)


def _totals(cls: type[M], outline: Outline) -> Iterator[M]:
    text, seen = outline.lower, set[int]()
    measures = [q.measure for q in outline.quantities]
    if any(measures.count(measure) >= 3 for measure in ("count", "money", "percent", "mass", "area", "length")):
        for pattern, claim, words in _PATTERNS:
            if not any(word in text for word in words):
                continue
            for match in pattern.finditer(text):
                found = _total(cls, outline, match, claim, pattern)
                if found is not None and match.start("total") not in seen:
                    seen.add(match.start("total"))
                    yield found
    if _AMONG_WORDS.search(text):
        for pattern in (_AMONG, _OF_THE, _OF_ONE):
            for match in pattern.finditer(text):
                found = _total(cls, outline, match, Claim.AMONG, pattern)
                if found is not None and match.start("total") not in seen:
                    yield found
    yield from _percentages(cls, outline)


_PATTERNS = (
    (_LEAVING, Claim.LEAVES, ("leav", "left")),
    (_COMPOSED, Claim.MAKES, ("compris", "compos", "consist", "made up", "divided", "split")),
    (_TOTAL_FIRST, Claim.MAKES, ("total", "altogether", "in all", "all told")),
    (_SUM, Claim.MAKES, ("total", "add", "altogether", "in all", "combined")),
    (_SUM_LAST, Claim.MAKES, ("total", "overall", "altogether", "in all", "combined", "all told")),
    (_WERE, Claim.MAKES, (" were ", " are ", " was ")),
    (_SPLIT, Claim.MAKES, (",", ":", "(", " - ", "—", "–")),
    (_OF_TOTAL, Claim.AMONG, ("of ", "among ")),
)
"""A pattern, what it claims, and words of which it needs one."""
_AMONG_WORDS = LazyPattern(r"\b(?:includ|among|of (?:whom|which|them|the|its|their|his|her|those|these)\b)")


def _total(cls: type[M], outline: Outline, match: re.Match[str], claim: Claim, pattern: LazyPattern) -> M | None:
    total = outline.quantity(match["total"])
    parts = tuple(outline.quantity(c) for c in _EACH.findall(match["parts"]))
    if claim is Claim.LEAVES:
        if _OF_ITS.match(match["gap"]):
            total, parts = parts[0], (total,)
        parts += (outline.quantity(match["left"]),)
    if any(q.is_range or q.value <= 0 or q.measure == "duration" for q in (total, *parts)):
        return None
    if not all(alike(part, total) or _kind_of(part, total, claim) for part in parts):
        return None
    if _DIFFERENT.search(match["parts"]) or _DIFFERENT.search(match.groupdict().get("gap") or ""):
        return None
    told = pattern in (_SUM, _SUM_LAST, _TOTAL_FIRST, _COMPOSED)
    if claim is Claim.MAKES and not told and not _splits(total, parts, match):
        return None
    if pattern is _WERE and not (all(p.noun in _SEXES for p in parts) and total.noun and total.noun not in _SEXES):
        return None
    if pattern is _OF_TOTAL and not total.noun:
        return None
    if pattern in (_SUM, _SUM_LAST) and not _same_nouns(parts, total):
        return None
    return cls(Span(*_ends(total, *parts)), claim, parts, total)


def _ends(*quantities: Quantity) -> tuple[int, int]:
    return min(q.span.start for q in quantities), max(q.span.end for q in quantities)


_HURT = frozenset(["deaths", "casualties", "injuries", "victims", "dead", "injured", "wounded"])
_SEXES = frozenset(["men", "women", "boys", "girls", "adults", "children"])
_SORTS = frozenset(
    [
        "gold",
        "silver",
        "bronze",
        "golds",
        "silvers",
        "bronzes",
        "medals",
        "abstentions",
        "votes",
        "seats",
        "goals",
        "points",
    ]
)


def _kind_of(part: Quantity, total: Quantity, claim: Claim) -> bool:
    """Whether what *part* counts may be some of what *total* counts: women of people, gold of medals."""
    if part.measure != "count" or total.measure != "count":
        return False
    if not part.noun or not total.noun:
        return True
    person = PEOPLE | _HURT
    if total.noun in person and part.counted[:1].isupper():
        return True
    if part.noun in _SEXES and total.noun not in _SORTS:
        return True
    return (part.noun in person and total.noun in person) or (part.noun in _SORTS and total.noun in _SORTS)


def _same_nouns(parts: tuple[Quantity, ...], total: Quantity) -> bool:
    """Whether what *total* counts is what the parts count, as far as nouns tell."""
    if total.measure != "count":
        return True
    if any(p.measure != "count" for p in parts):
        return False
    return not total.noun or total.noun in (PEOPLE | _HURT | _SORTS) or any(p.noun == total.noun for p in parts)


def _splits(total: Quantity, parts: tuple[Quantity, ...], match: re.Match[str]) -> bool:
    """Whether a bare list after *total* can only be its parts: kinds of people or medals, or all counted by one word."""
    if total.measure == "money":
        return match.group()[match.start("parts") - match.start() - 2 :].lstrip()[:1] != "" and _colon(match)
    if total.measure != "count" or total.value < 2 or any(p.value >= total.value * 1.5 for p in parts):
        return False
    nouns = [p.noun for p in parts]
    if all(n in _SEXES for n in nouns) and len(set(nouns)) == len(nouns) and total.noun not in _SEXES:
        return True
    if total.noun in _SEXES and not set(nouns) <= {"boys", "girls"}:
        return False
    if total.noun in PEOPLE | _HURT and all(n in PEOPLE for n in nouns):
        return len(set(nouns)) == len(nouns) and total.noun not in nouns
    if total.noun in ("medals", "votes", "seats", "points", "goals") and all(
        n in _SORTS and n != total.noun for n in nouns
    ):
        return True
    if _colon(match) and total.noun in PEOPLE | _HURT and all(nouns) and len(set(nouns)) == len(nouns):
        return True
    return _colon(match) and bool(total.noun) and not any(n and n != total.noun for n in nouns)


def _colon(match: re.Match[str]) -> bool:
    """Whether the list stands behind a colon."""
    return match.string[match.end("gap") : match.start("parts")].startswith(":")


_SIDES = LazyPattern(
    r"\b(?:oppos(?:e|ed|ing)|(?:were|voted|are) against|disagree|undecided|unsure|don.t know|did not know|didn.t know|no opinion|disapprov|"
    r"(?:the )?rest|the remaining|the remainder|neither|said no|voted no|no answer|abstain)"
)
_OWNS = LazyPattern(r"\b(?:own(?:s|ed|ership)?|held by|belongs?|stakes?)\b")
_LIST = LazyPattern(rf"{PERCENT}{_WORDS}(?:(?:, |,? and |; |,? while |,? with ){_WORDS}{PERCENT}{_WORDS}){{1,6}}$")
_OF_LESS = LazyPattern(
    r"\b(?:of whom|of those(?! (?:who were )?(?:asked|polled|questioned|surveyed|who))|of them|of these|among (?:men|women|those)|compared|than|from|up|down|rise|rose|fell|also|multiple|both|increase|growth|yield|interest|margin|respectively|in (?:19|20)\d\d|last (?:year|month)|year)\b"
)


def _percentages(cls: type[M], outline: Outline) -> Iterator[M]:
    """Three or more percentages of one whole: those for, against and undecided; what each owner holds."""
    percents = [q for q in outline.quantities if q.measure == "percent"]
    if len(percents) < 3 or any(q.is_range for q in percents):
        return
    text = outline.lower
    if ";" in text or not (_SIDES.search(text) or _OWNS.search(text)) or _OF_LESS.search(text):
        return
    if len(percents) == len([q for q in outline.quantities if q.measure in ("percent", "share")]):
        yield cls(Span(*_ends(*percents)), Claim.WHOLE, tuple(percents), None)
