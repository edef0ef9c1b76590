"""Codes: capitalised words that are no names to compare: addresses, handles, file names, tickers, call signs, part numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..words.lazy_pattern import LazyPattern
from .name_words import word_class

if TYPE_CHECKING:
    from .capitalised import NameToken

_GLUE = frozenset("@#_\\=~$%^|{}")
"""What stands directly beside a word in handles, hashtags, file names, code."""
_ADDRESS_AFTER = LazyPattern(r"(?:\.[a-z0-9]|[@_\\=]|/\w|:/|\()")
_PART = LazyPattern(r"[-‐‑/&]")


def is_code(token: NameToken, text: str) -> bool:
    """Whether *token* of *text* is part of an address, a handle, a file name or code, or a ticker or a part number."""
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    if (before in _GLUE and before) or (after in _GLUE and after):
        return True
    if after in "./:(" and after and _ADDRESS_AFTER.match(text, token.end):
        return True
    if before == "." and text[token.start - 2 : token.start - 1].islower():
        return True
    word = token.text
    return (not word.isalpha() and any(map(str.isdigit, word))) or _is_ticker(token, text)


def _is_ticker(token: NameToken, text: str) -> bool:
    if not token.text.isupper():
        return False
    before = text[max(0, token.start - 12) : token.start]
    return before.endswith("<") or _EXCHANGE.search(before) is not None


_EXCHANGE = re.compile(r"\([A-Z][A-Za-z]{2,8}(?:: ?| )\Z")


def codes_apart(a: str, b: str) -> bool:
    """Whether two words differ in a part that stands for something: party and state (D-Va., R-La.), band of a call sign
    (WABC-AM, WABC-FM), initial, grade of a rating, span of months."""
    if a in word_class("ratings") or b in word_class("ratings"):
        return True
    if a.endswith(_GRADES) or b.endswith(_GRADES):
        return True
    first, second = _PART.split(a), _PART.split(b)
    if len(first) != len(second) or len(first) == 1:
        return False
    return any(x.casefold() != y.casefold() and (_short(x) or _short(y)) for x, y in zip(first, second, strict=True))


_GRADES = ("-minus", "-plus")


def _short(part: str) -> bool:
    return len(part) < 3 or (part.isupper() and len(part) < 6) or part in word_class("calendar")
