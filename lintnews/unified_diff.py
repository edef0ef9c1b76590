"""The difference between two texts, as ``git apply`` and ``patch`` take it."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NEEDS_QUOTES = re.compile(r"[\x00-\x1f\x7f\"\\]")
_NAMED = {"\t": r"\t", "\n": r"\n", "\r": r"\r", '"': r"\"", "\\": r"\\"}


def unified_diff(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff of the file at *path*, with their line ends; nothing where nothing differs."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    for number, line in enumerate(difflib.unified_diff(old, new, lineterm="")):
        if number < 2:
            yield f"{'---' if number == 0 else '+++'} {_name('ab'[number], path)}\n"
        elif line.startswith("@@"):
            yield f"{line}\n"
        elif line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n\\ No newline at end of file\n"


def _name(side: str, path: str) -> str:
    name = f"{side}/" + path.replace(os.sep, "/").removeprefix("./").lstrip("/")
    if _NEEDS_QUOTES.search(name):
        return '"' + _NEEDS_QUOTES.sub(lambda m: _NAMED.get(m.group()) or f"\\{ord(m.group()):03o}", name) + '"'
    return f"{name}\t" if " " in name else name
