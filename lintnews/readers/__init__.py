"""Readers: a file format → text, map and blocks. ``READERS`` is the table: name → suffixes and ``module:function``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from ..story import Reading

Read = Callable[[str], Reading]


@dataclass(frozen=True, slots=True)
class Reader:
    """``function`` is ``module:function``; it takes the decoded file and gives a Reading."""

    suffixes: tuple[str, ...]
    function: str

    def load(self) -> Read:
        module, _, name = self.function.partition(":")
        found: Read = getattr(import_module(module), name)
        return found


READERS: dict[str, Reader] = {
    "plain": Reader((".txt", ".text"), "lintnews.readers.plain:read"),
    "markdown": Reader((".md", ".markdown"), "lintnews.readers.markdown:read"),
}


def reader_name(path: str) -> str | None:
    """The name of the reader for *path* by its suffix; None where there is none."""
    suffix = PurePath(path).suffix.lower()
    return next((name for name, reader in READERS.items() if suffix in reader.suffixes), None)
