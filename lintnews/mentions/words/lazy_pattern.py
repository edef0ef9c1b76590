"""Patterns that are compiled when first asked: most stories hold no vote, no medal and no exchange rate."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any


class LazyPattern:
    """A regular expression that costs nothing until it is used; the methods are those of ``re.Pattern``.

    The first call of a method puts the compiled pattern's own in its place.
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

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
            method = getattr(self.compiled, name)
            setattr(self, name, method)
            return method
