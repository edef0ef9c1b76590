"""Globs for stories' paths, as .gitignore writes them."""

from __future__ import annotations

import re
from functools import cache


@cache
def glob_pattern(glob: str) -> re.Pattern[str]:
    """A pattern for whole relative paths with ``/``.

    ``*`` and ``?`` stay within a folder, ``**`` crosses folders; a glob without a slash is met in any folder; a folder
    takes in all that is below it.
    """
    anchored = "/" in glob.rstrip("/")
    body = _translated(glob.strip("/").removeprefix("./"))
    return re.compile(("" if anchored else "(?:.*/)?") + body + "(?:/.*)?", re.DOTALL)


def glob_matches(glob: str, path: str) -> bool:
    return glob_pattern(glob).fullmatch(path) is not None


_PIECES = re.compile(
    r"(?P<any>\*\*/)|(?P<rest>/?\*\*$)|(?P<star>\*+)|(?P<one>\?)|(?P<set>\[!?[^\]/]+\])|(?P<other>.)", re.DOTALL
)


def _translated(glob: str) -> str:
    parts = []
    for piece in _PIECES.finditer(glob):
        if piece["any"]:
            parts.append("(?:.*/)?")
        elif piece["rest"]:
            parts.append("/.*" if piece["rest"].startswith("/") else ".*")
        elif piece["star"]:
            parts.append("[^/]*")
        elif piece["one"]:
            parts.append("[^/]")
        elif piece["set"]:
            parts.append(
                "["
                + piece["set"][1:-1].replace("\\", "\\\\").replace("!", "^", 1 if piece["set"][1] == "!" else 0)
                + "]"
            )
        else:
            parts.append(re.escape(piece["other"]))
    return "".join(parts)
