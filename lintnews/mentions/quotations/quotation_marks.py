"""Quotation marks: every mark in the copy, what it can be, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from ...source import Span
from ..words.lazy_pattern import LazyPattern


class Role(StrEnum):
    """Which way a mark faces; EITHER where the characters around it don't tell."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


class Mark(NamedTuple):
    """A quotation mark: one or two characters. ``single`` marks are ' ‘ ’ ‚ ‹ ›, the others are double."""

    span: Span
    text: str
    role: Role
    single: bool


CURLY, STRAIGHT = frozenset("“”‘’"), frozenset("\"'")
CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"',),
    '""': ('"',),
    "“": ("”",),
    "”": ("”",),
    "„": ("“", "”"),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«", "»"),
    "``": ("''",),
    "''": ("''",),
    "‘‘": ("’’",),
    "'": ("'",),
    "‘": ("’",),
    "‚": ("‘", "’"),
    "‛": ("’",),
    "‹": ("›",),
    "›": ("‹",),
    "`": ("'", "´", "`"),
}
"""Opening mark → the marks that rightly close it, the usual one last."""

_DOUBLE = LazyPattern(r"\"{1,2}|[“”„‟«»]|``|(?<!')''(?!')|(?<=[^\s']')''(?!')|‘‘|’’")
"""Of three single marks in a row the first closes the quotation inside, the others the one around it."""
_STRAIGHT = LazyPattern(r"\"{1,2}")
_CURLY = LazyPattern("[“”]")
_OTHER = ("„", "‟", "«", "»", "``", "''", "‘‘", "’’")
_SINGLE = LazyPattern(r"['‘’‚‛‹›`´]")
_MEASURE = r"\d°?\s?\d*['′’]\s?\d[\d.½¼¾]*\s?(?:[\"″”]|'')|\d\s?[½¼¾]?(?:\"|'')(?=\s?[x×]\s?\d|-[a-z])"
_TAG = r"<[a-zA-Z/!][^<>\n]*>"
_ELISION = (
    r"(?:\d\ds?\b|[nN]['’]?(?=\s)|(?:[sdmt]|re|ve|ll|N|em|til|till|tis|twas|twere|twill|twixt|cause|cos|cuz|coz|bout|round|neath|n|nuff|nother|ere|un|er|im|is|"
    r"burbs|hood|roo|roos|phone|cello|bot|tude|copter|gainst|fraid|spose|kay|allo|ello|ave|alf|ow|ome|Ndrangheta|Cause|Til|Tis|"
    r"Twas|Em|Bout|Allo|Ello|Appen|Arry|Enry|appen)\b)(?!['’])"
)
_APOSTROPHE_TYPO = r"\"(?:(s)|t|re|ve|ll|d|m)\b"

_BEFORE_OPENING = frozenset("([{<—–-/=:;,¿¡")
_AFTER_CLOSING = frozenset(")]}>.,;:!?…—–-/%")
_OPENS_ALWAYS, _CLOSES_ALWAYS = frozenset(("„", "‟", "«", "``", "‘‘")), frozenset(("»",))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def double_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The double marks in ``text[start:end]``, without inches, seconds and what stands in tags."""
    words = text[start:end]
    straight, curly = '"' in words, "“" in words or "”" in words
    if any(mark in words for mark in _OTHER) or (straight and curly):
        marks = list(_DOUBLE.finditer(text, start, end))
    elif straight or curly:
        marks = list((_STRAIGHT if straight else _CURLY).finditer(text, start, end))
    else:
        return
    skipped = sorted(m.span() for pattern in (_MEASURE, _TAG) for m in _compiled(pattern).finditer(text, start, end))
    passed = number = 0
    for found in marks:
        at, stop = found.span()
        while number < len(skipped) and skipped[number][0] <= at:
            passed = max(passed, skipped[number][1])
            number += 1
        if at >= passed:
            yield Mark(Span(at, stop), found.group(), _double_role(found.group(), text, at, stop, start, end), False)


def single_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The single marks in ``text[start:end]`` that may quote: no apostrophes inside words, elisions or decades."""
    for found in _SINGLE.finditer(text, start, end):
        at, stop = found.span()
        before = text[at - 1] if at > start else " "
        after = text[stop] if stop < end else " "
        role = _single_role(found.group(), before, after)
        if role is None or (role is Role.OPEN and _compiled(_ELISION).match(text, stop)):
            continue
        yield Mark(Span(at, stop), found.group(), role, True)


def is_apostrophe_typo(text: str, mark: Mark, opened: Mark | None) -> bool:
    """Whether a double mark stands where an apostrophe belongs: ``China"s``, but not ``three "A"s``."""
    at = mark.span.start
    if mark.text != '"' or at == 0 or not text[at - 1].isalpha():
        return False
    found = _compiled(_APOSTROPHE_TYPO).match(text, at)
    return found is not None and not (found[1] and opened is not None and at - opened.span.end < 4)


def is_inch(text: str, mark: Mark) -> bool:
    """Whether a straight double mark could be an inch mark: it follows a figure."""
    return mark.text in ('"', "''", "”") and mark.span.start > 0 and text[mark.span.start - 1] in "0123456789½¼¾"


def _double_role(mark: str, text: str, at: int, stop: int, start: int, end: int) -> Role:
    before, after = _neighbours(text, at, stop, start, end)
    if mark in _OPENS_ALWAYS:
        return Role.OPEN
    if mark == "’’":
        return Role.CLOSE
    facing = _facing(before, after)
    if mark == "“":
        return Role.CLOSE if facing is Role.CLOSE else Role.OPEN
    if mark == "”":
        return Role.OPEN if facing is Role.OPEN else Role.CLOSE
    if mark in _CLOSES_ALWAYS:
        return Role.OPEN if facing is Role.OPEN else Role.CLOSE
    return facing


def _neighbours(text: str, at: int, stop: int, start: int, end: int) -> tuple[str, str]:
    """The characters before and after a mark, past single marks that stand with it; a blank at a block's edge."""
    while at > start and text[at - 1] in "'‘’*_":
        at -= 1
    while stop < end and text[stop] in "'‘’*_":
        stop += 1
    return (text[at - 1] if at > start else " "), (text[stop : stop + 2] if stop < end else " ")


def _facing(before: str, following: str) -> Role:
    after = following[:1]
    if before.isspace():
        if after.isspace() or (after in ",.;:)?!" and (len(following) == 1 or following[1].isspace())):
            return Role.EITHER
        return Role.OPEN
    if after.isspace():
        return Role.EITHER if before in "([{" else Role.CLOSE
    if before in _BEFORE_OPENING and after not in _AFTER_CLOSING:
        return Role.OPEN if before not in ",;:" else Role.EITHER
    if after in _AFTER_CLOSING and before not in _BEFORE_OPENING:
        return Role.CLOSE
    return Role.EITHER


_SINGLE_BEFORE_OPENING = frozenset('([{—–-/"“„«')


def _single_role(mark: str, before: str, after: str) -> Role | None:
    """None for an apostrophe."""
    if mark in "‚‹":
        return Role.OPEN if after.isalnum() else None
    if mark == "›":
        return Role.CLOSE
    opens = (before.isspace() or before in _SINGLE_BEFORE_OPENING) and (after.isalnum() or after in "£$€[")
    closes = not before.isspace() and not after.isalnum()
    if mark in "‘‛`":
        return Role.OPEN if opens else Role.CLOSE if closes and mark == "‘" else None
    if mark == "’" and before.isspace() and after.isspace():
        return Role.CLOSE
    if opens and not closes:
        return None if mark in "’´" else Role.OPEN
    return Role.CLOSE if closes else None
