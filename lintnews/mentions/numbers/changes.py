"""Changes: a value before, a value after, and what the story says that lies between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from msgspec.structs import replace

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .movements import DIRECTIONS, has_movement, joined_movement, movement_before, movements
from .outlines import Outline
from .quantities import Quantity
from .roles import Cue, Role, cue

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Change")


class Change(Mention, frozen=True):
    """ "Rose 25% to 50 from 40". ``direction`` is +1, -1 or, where no word tells, 0; ``stated`` is None for "rose to 50 from 40"."""

    kind: ClassVar[str] = "change"
    before: Annotated[Quantity, "The value before."]
    after: Annotated[Quantity, "The value after."]
    stated: Annotated[Quantity | None, "What is said to lie between them; nothing in “rose to 50 from 40”."]
    direction: Annotated[int, "1 up, -1 down, 0 where no word tells."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for outline in story.mentions(Outline):
            yield from _changes(cls, outline)


_CHANGES = ("percent", "points", "basis points", "share", "multiple")
_NO_LEVELS = ("points", "basis points", "share", "multiple")
_BLOCKED = LazyPattern(
    r";| and (?:standing|stood|was|were|is|are) | while | whereas | although | respectively|\bplus\b"
)
_OTHER_BASIS = LazyPattern(
    r"\breal\b|\bgdp\b|gross domestic|econom|annuali[sz]ed|constant|underlying|like-for-like|(?:after|for|above|below|than|with) inflation|inflation-|in (?:\w+ )?terms|\bannual|(?<!in )(?<!over )(?<!within )(?:a|per|each|every) year\b(?! (?:ago|earlier|before))|compound|"
    r"on average|average of|excluding|stripping|comparable (?:store|sales|basis|terms)|\bnet of\b|organic|respectively|by volume|per share|one-time|"
    r"dollar terms|pro[- ]forma|monthly|month-on-month|forecast|expected|previous estimate|estimate|target"
)
_COMPARED = LazyPattern(r"(?:compared (?:with|to)|against|versus|vs\.?) $")
_MONTH = LazyPattern(
    r" in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?! \d{4})"
)
_CURRENCY = LazyPattern(r"\b(?:dollar|yen|sterling|pound|mark|franc|currency|rupee|peso|rate)\b")
_VERBS = LazyPattern(
    r"\b(?:rose|rises|rise|risen|rising|increased|increase|increases|grew|grown|jumped|climbed|soared|surged|gained|fell|falls|fall|"
    r"fallen|dropped|drop|drops|declined|decline|decreased|slumped|plunged|tumbled|slipped|shrank|dipped|plummeted|reduced|"
    r"lowered|went up|went down)\b"
)
_AMOUNT_CUE = LazyPattern(
    r"\b(?:increase|decrease|rise|fall|drop|decline|reduction|cut|jump) of $|\b(?:up|down|rose|fell) $"
)
_BY = LazyPattern(r"\bby(?: just| only| a further)? $")
_OPPOSITES = LazyPattern(r"\b(?:loss|losses|lost|deficit|shortfall|negative)\b")


def _changes(cls: type[M], outline: Outline) -> Iterator[M]:
    if not has_movement(outline.lower) and not any(q.measure == "multiple" for q in outline.quantities):
        return
    aside = _asides(outline)
    levels = [i for i, q in enumerate(outline.quantities) if q.measure != "duration" and i not in aside]
    found = list(_sequences(cls, outline, levels)) if len(levels) >= 2 else []
    if not found and len(levels) != len(outline.quantities):
        found = list(_sequences(cls, outline, list(range(len(outline.quantities)))))
    yield from found


def _asides(outline: Outline) -> set[int]:
    """Amounts that stand in brackets behind another amount: the same in another currency or unit."""
    found: set[int] = set()
    for i in range(1, len(outline.quantities)):
        gap = outline.lower[outline.places[i - 1] + 1 : outline.places[i]]
        same = outline.quantities[i].measure == outline.quantities[i - 1].measure
        if same and (gap == " (" or (i - 1 in found and gap in ("; ", ", ", " or "))):
            found.add(i)
    return found


def _sequences(cls: type[M], outline: Outline, chosen: list[int]) -> Iterator[M]:
    edges = [outline.places[i] for i in chosen]
    gaps = [outline.words_between(a + 1, b) for a, b in zip([-1, *edges], [*edges, len(outline.lower)], strict=True)]
    quantities = [outline.quantities[i] for i in chosen]
    cues = [cue(q, gaps[n], gaps[n + 1], quantities[n - 1] if n else None) for n, q in enumerate(quantities)]
    at = 0
    while at < len(chosen) - 1:
        change = None
        if at + 2 < len(chosen):
            change = _change(cls, quantities[at : at + 3], cues[at : at + 3], gaps[at : at + 4])
        if change is not None:
            at += 3
            yield change
            continue
        move = _move(cls, quantities[at : at + 2], cues[at : at + 2], gaps[at : at + 3])
        if move is not None:
            at += 1
            yield move
        at += 1


def _move(cls: type[M], two: list[Quantity], cues: list[Cue], gaps: list[str]) -> M | None:
    """ "Rose to 50 from 40": two values with a direction alone."""
    roles = [c.role for c in cues]
    if roles not in ([Role.TO, Role.FROM], [Role.FROM, Role.TO]) or not all(c.strong for c in cues):
        return None
    if not re.search(r"\bto(?: [\w'-]+){0,3} $", gaps[roles.index(Role.TO)]) or not gaps[
        roles.index(Role.FROM)
    ].endswith("from "):
        return None
    before, after = two[roles.index(Role.FROM)], two[roles.index(Role.TO)]
    verb = list(_VERBS.finditer(gaps[0]))
    if (
        not verb
        or len(gaps[0]) - verb[-1].end() > 45
        or has_movement(gaps[1])
        or _is_blocked(gaps[1])
        or len(gaps[1]) > 60
    ):
        return None
    if not comparable(before, after, before) or _OPPOSITES.search(gaps[0] + gaps[1]) or _CURRENCY.search(gaps[0]):
        return None
    if re.search(r"\bor\b|,|\bfrom\b", gaps[0][verb[-1].end() :]) or not {b.measure for b in two} <= {
        "money",
        "count",
        "percent",
    }:
        return None
    span = Span(two[0].span.start, two[1].span.end)
    return cls(span, before, after, None, DIRECTIONS[verb[-1].group().split()[-1]])


def _change(cls: type[M], three: list[Quantity], cues: list[Cue], gaps: list[str]) -> M | None:
    """The change that three neighbouring quantities make; None where the words don't say which is which."""
    stated = [n for n in range(3) if cues[n].role is Role.CHANGE]
    if len(stated) != 1:
        return None
    at = stated[0]
    other = [n for n in range(3) if n != at]
    roles = [cues[n].role for n in other]
    if roles.count(Role.FROM) != 1:
        weak = [n for n in other if cues[n].role is Role.FROM and not cues[n].strong]
        if roles.count(Role.FROM) != 2 or len(weak) != 1:
            return None
        before = next(n for n in other if n not in weak)
    else:
        before = other[roles.index(Role.FROM)]
    after = next(n for n in other if n != before)
    if cues[after].role is not Role.TO and after != 0:
        return None
    if (at, after, before) == (0, 1, 2) and cues[after].role is not Role.TO:
        return None
    if (at, after, before) == (0, 1, 2) and has_movement(gaps[2]) and three[at].measure != "multiple":
        return None
    if (
        three[after].measure == "percent"
        and three[at].measure in _CHANGES[:1]
        and not (cues[after].role is Role.TO and cues[after].strong)
    ):
        return None
    if _COMPARED.search(gaps[before]) and _MONTH.match(gaps[before + 1]):
        return None
    inner = gaps[1:3]
    if any(_is_blocked(gap) for gap in inner) or _OTHER_BASIS.search(
        " ".join(gaps[0:3])[-200:] + gaps[3].partition(",")[0][:40]
    ):
        return None
    if not cues[at].strong and at != 2:
        return None
    if three[at].noun in ("point", "points") and three[before].measure == "percent":
        three = [replace(q, measure="points") if q is three[at] else q for q in three]
    told = {DIRECTIONS[word] for word in movements(gaps[at])}
    direction = (cues[at].direction or _direction(gaps)) if len(told) < 2 else 0
    if not comparable(three[before], three[after], three[at]):
        return None
    if three[at].measure not in _CHANGES and not (
        _tells_amount(gaps[at])
        and abs(before - after) == 1
        and {cues[before].strong, cues[after].strong} == {True}
        and cues[after].role is Role.TO
        and "against" not in gaps[before]
        and "compared" not in gaps[before]
    ):
        return None
    around = [gaps[n][-40:] + gaps[n + 1][:25] for n in (before, after)]
    if bool(_OPPOSITES.search(around[0])) != bool(_OPPOSITES.search(around[1])) and _OPPOSITES.search(" ".join(gaps)):
        return None
    span = Span(three[0].span.start, three[2].span.end)
    return cls(span, three[before], three[after], three[at], direction)


def _is_blocked(gap: str) -> bool:
    """Whether the words between two quantities lead to something else."""
    return _BLOCKED.search(gap) is not None or joined_movement(gap)


def _tells_amount(gap: str) -> bool:
    """Whether the next quantity is an amount of change: "rose by", "a fall of"."""
    return _AMOUNT_CUE.search(gap) is not None or (_BY.search(gap) is not None and movement_before(gap) != 0)


def _direction(gaps: list[str]) -> int:
    found = {DIRECTIONS[word] for gap in gaps[:3] for word in movements(gap)}
    return found.pop() if len(found) == 1 else 0


def comparable(before: Quantity, after: Quantity, stated: Quantity) -> bool:
    """Whether the two are values of one thing, and *stated* may be the change between them."""
    if before.measure in _NO_LEVELS or after.measure in _NO_LEVELS:
        return False
    if before.is_range or after.is_range or before.value <= 0 or after.value <= 0 or not alike(before, after):
        return False
    if max(before.value, after.value) / min(before.value, after.value) > 90:
        return False
    if stated.measure in ("points", "basis points"):
        return before.measure == "percent"
    if stated.measure in ("percent", "share", "multiple"):
        return True
    return alike(stated, before) or alike(stated, after)


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities have one unit, or one of them leaves it out ("to 2.2 billion dlrs from 1.8 billion")."""
    if one.measure == other.measure and one.unit == other.unit:
        return one.measure != "count" or not one.noun or not other.noun or one.noun == other.noun
    bare = one if one.measure == "count" and not one.noun else other
    full = other if bare is one else one
    if bare.measure != "count" or bare.noun or full.measure in ("percent", *_NO_LEVELS):
        return False
    return bare.value * 20 > full.value and full.value * 20 > bare.value
