"""Patterns that are compiled when first asked: most stories hold no vote, no medal and no exchange rate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any


class LazyPattern:
    """A regular expression that costs nothing until it is used; the methods are those of ``re.Pattern``.

    The first call of a method puts the compiled pattern's own in its place. ``needs`` are pieces of text of which every match
    holds one: a text without them is not searched, and while no text has one, nothing is compiled.
    """

    def __init__(self, source: str, flags: int = 0, *, needs: tuple[str, ...] = ()) -> None:
        self.source = source
        self.flags = flags
        self.needs = needs

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    if TYPE_CHECKING:

        def search(self, text: str, start: int = 0, end: int = 0) -> re.Match[str] | None: ...
        def match(self, text: str, start: int = 0, end: int = 0) -> re.Match[str] | None: ...
        def fullmatch(self, text: str, start: int = 0, end: int = 0) -> re.Match[str] | None: ...
        def finditer(self, text: str, start: int = 0, end: int = 0) -> Iterator[re.Match[str]]: ...
        def findall(self, text: str, start: int = 0, end: int = 0) -> list[str]: ...
        def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str: ...
        def split(self, text: str, most: int = 0) -> list[str]: ...
    else:

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):
                raise AttributeError(name)
            method = _gated(self, name) if self.needs and name in _EMPTY else getattr(self.compiled, name)
            setattr(self, name, method)
            return method


_EMPTY: dict[str, Any] = {"search": None, "finditer": (), "findall": []}
"""What the methods that look anywhere in a text give where nothing is found."""


def _gated(pattern: LazyPattern, name: str) -> Callable[..., Any]:
    def method(text: str, *limits: int) -> Any:
        for piece in pattern.needs:
            if piece in text:
                return getattr(pattern.compiled, name)(text, *limits)
        return _EMPTY[name]

    return method
