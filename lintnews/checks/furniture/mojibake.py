"""mojibake: characters that were read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Edit, Fix, Match, Safety
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story

_HIGH = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What Windows-1252 makes of the second and third bytes of a character in UTF-8."""

_MISREAD = re.compile(rf"â€[{_HIGH}]?|[âã][{_HIGH}]{{2}}|[ÃÅÄ][{_HIGH}](?![A-Z])|Â[\xa0-\xbf]|ï¿½|ï»¿|\ufffd")


class Mojibake(Check):
    """Flags UTF-8 that was read as Windows-1252 (``â€™``, ``Ã©``) and the mark for characters that were lost."""

    kind: ClassVar[str] = "mojibake"
    values: ClassVar[tuple[str, ...]] = ("right",)

    def matches(self, story: Story) -> Iterator[Match]:
        if story.text.isascii():
            return
        for found in _MISREAD.finditer(story.written):
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
