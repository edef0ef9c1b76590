"""The stories in files and folders, with ``.gitignore`` respected."""

from __future__ import annotations

import os

_OFTEN_NO_STORIES = (".json", ".xml")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pathspec import GitIgnoreSpec

    Ignoring = tuple[tuple[str, GitIgnoreSpec], ...]
    """Patterns, outermost first, each with the folder (absolute, with a ``/`` at its end) that they are relative to."""


def stories_in(
    paths: Iterable[str], suffixes: tuple[str, ...], holds_story: Callable[[str], bool] = lambda path: True
) -> Iterator[str]:
    """The files in *paths*, each once, in order: a file as it is given, of a folder every file below with one of *suffixes*.

    Hidden folders and files, and what git ignores, are left out, unless they are given themselves. Links to folders
    are not followed below a folder. Of a folder's ``.json`` and ``.xml`` files, many of which are no stories, only those
    are taken that *holds_story* knows for some.
    """
    seen: set[str] = set()
    for path in paths:
        found = _walk(_plain(path), suffixes, holds_story) if path != "-" and os.path.isdir(path) else (path,)
        for story in found:
            key = os.path.abspath(story) if story != "-" else story
            if key not in seen:
                seen.add(key)
                yield story


def _plain(folder: str) -> str:
    """*folder* as the beginning of its stories' paths."""
    folder = os.path.normpath(folder)
    return "" if folder == os.curdir else folder


def _walk(folder: str, suffixes: tuple[str, ...], holds_story: Callable[[str], bool]) -> Iterator[str]:
    absolute = os.path.join(os.path.abspath(folder), "")
    for path in _below(folder, absolute, suffixes, _outer(absolute)):
        if not path.lower().endswith(_OFTEN_NO_STORIES) or holds_story(path):
            yield path


def _below(folder: str, absolute: str, suffixes: tuple[str, ...], ignoring: Ignoring) -> Iterator[str]:
    waiting = [(folder, absolute, ignoring)]
    while waiting:
        folder, absolute, ignoring = waiting.pop()
        try:
            with os.scandir(absolute) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError:
            yield folder
            continue
        ignoring = (*ignoring, *_patterns(absolute, ".gitignore", entries))
        folders = []
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if not (ignoring and _ignored(f"{absolute}{name}/", ignoring)):
                    folders.append((os.path.join(folder, name), f"{absolute}{name}/", ignoring))
            elif (
                name.lower().endswith(suffixes)
                and entry.is_file()
                and not (ignoring and _ignored(absolute + name, ignoring))
            ):
                yield os.path.join(folder, name)
        waiting += reversed(folders)


def _ignored(path: str, ignoring: Ignoring) -> bool:
    """Whether the innermost patterns that speak of *path* ignore it."""
    for folder, patterns in reversed(ignoring):
        verdict = patterns.check_file(path[len(folder) :]).include
        if verdict is not None:
            return verdict
    return False


def _outer(folder: str) -> Ignoring:
    """The patterns that hold in *folder* from the folders around it, up to the top of its repository."""
    found: list[tuple[str, GitIgnoreSpec]] = []
    at = folder
    while not os.path.exists(os.path.join(at, ".git")):
        above = os.path.join(os.path.dirname(at.rstrip(os.sep)), "")
        if above == at:
            return ()
        at = above
        found += _patterns(at, ".gitignore")
    return (*_patterns(at, os.path.join(".git", "info", "exclude")), *reversed(found))


def _patterns(
    folder: str, name: str, entries: Iterable[os.DirEntry[str]] | None = None
) -> tuple[tuple[str, GitIgnoreSpec], ...]:
    """The patterns in the file *name* of *folder*, whose *entries* may be known already."""
    if entries is not None and not any(entry.name == name for entry in entries):
        return ()
    try:
        with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
            lines = [line for line in file.read().splitlines() if line.strip() and not line.startswith("#")]
    except OSError:
        return ()
    if not lines:
        return ()
    from pathspec import GitIgnoreSpec

    return ((folder, GitIgnoreSpec.from_lines(lines)),)
