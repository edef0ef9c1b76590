"""Globs for stories' paths, as .gitignore writes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def glob_matches(globs: Sequence[str], path: str) -> bool:
    """Whether *globs*, of which the last that speaks of it decides, take in *path*: whole, relative, with ``/``.

    ``*`` and ``?`` stay within a folder, ``**`` crosses folders; a glob without a slash is met in any folder; a folder
    takes in all that is below it; one that begins with ``!`` takes out again. ValueError for what is no glob.
    """
    return bool(_spec(tuple(globs)).check_file(path).include)


@cache
def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(glob.removeprefix("./") for glob in globs)


def glob_mistake(glob: str) -> str:
    """Why *glob* can't be followed; empty where it can."""
    if not glob.strip():
        return "an empty glob matches nothing"
    for at, character in enumerate(glob):
        if character == "[" and "]" not in glob[at + 2 :] and glob[at - 1 : at] != "\\":
            return f"`{glob}` is not a glob: `[` is not closed by `]`"
    try:
        _spec((glob,))
    except ValueError as error:
        return f"`{glob}` is not a glob: {error}"
    return ""
