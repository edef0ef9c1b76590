"""mojibake: characters that were read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..check import Check
from ..finding import Edit, Fix, Match, Safety
from ..source import Span

if TYPE_CHECKING:
    from ..story import Story

_MISREAD = re.compile(
    r"â€[\x80-\xbf™œšž˜¦¢¡º°¹²³\u2018\u2019\u201c\u201d\u2013\u2014\u2020\u2021\u2026\u2030]?|"
    r"[ÃÅÄ][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122](?![A-Z])|"
    r"Â[£©®°·«»¢¥§±½¼¾¿¡\xa0]|ï¿½|ï»¿|\ufffd"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mojibake(Check):
    """Flags UTF-8 that was read as Windows-1252 (``â€™``, ``Ã©``) and the mark for characters that were lost."""

    kind: ClassVar[str] = "mojibake"
    values: ClassVar[tuple[str, ...]] = ("right",)

    def matches(self, story: Story) -> Iterator[Match]:
        if story.text.isascii():
            return
        for found in _MISREAD.finditer(story.text):
            right = _read_right(found.group())
            span = Span(*found.span())
            fixes = (Fix((Edit(span, right),), Safety.SAFE),) if right else ()
            yield Match(span, values=(("right", right or "another character"),), fixes=fixes)


def _read_right(words: str) -> str:
    """The characters that were meant; "" where they can't be known."""
    data = bytearray()
    for character in words:
        try:
            data += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 255:
                return ""
            data.append(ord(character))
    try:
        right = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "" if right in ("\ufffd", "\ufeff") else right
