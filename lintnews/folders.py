"""The stories in files and folders, without what is excluded, what git ignores, and what is plainly no story."""

from __future__ import annotations

import os

_OFTEN_NO_STORIES = (".json", ".xml")
_FOLDERS_OF_PROGRAMS = frozenset(("node_modules", "bower_components", "site-packages", "__pycache__", "venv"))
_FILES_OF_PROGRAMS = frozenset(
    ("robots.txt", "humans.txt", "ads.txt", "app-ads.txt", "security.txt", "llms.txt", "CMakeLists.txt")
)
_PAPERS = frozenset(
    ("AUTHORS", "CHANGELOG", "CODE_OF_CONDUCT", "CONTRIBUTING", "CONTRIBUTORS", "COPYING", "LICENCE", "LICENSE")
)
"""Papers of a repository, as they are written by custom; ``license.md`` may be a story about one."""
_REQUIREMENTS = ("requirements", "constraints")

MOST_BYTES = 100_000_000
"""The most that is read of a file: a document may hold pictures. Text is refused long before, by its reader."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pathspec import GitIgnoreSpec

    Excluded = Sequence[tuple[str, Sequence[str]]]
    """Globs, as .gitignore writes them, each time with the folder (absolute) that they are relative to."""
    Passed = Callable[[str, str], None]
    """Told of each file or folder that is passed over: its path, and why."""
    Ignoring = tuple[tuple[str, GitIgnoreSpec], ...]
    """Patterns, outermost first, each with the folder (absolute, with a ``/`` at its end) that they are relative to."""


def _silent(path: str, why: str) -> None:
    """Nobody wants to know."""


def stories_in(
    paths: Iterable[str],
    suffixes: tuple[str, ...],
    holds_story: Callable[[str], bool] = lambda path: True,
    *,
    excluded: Excluded = (),
    passed: Passed = _silent,
) -> Iterator[str]:
    """The files in *paths*, each once, in order: a file as it is given, of a folder every file below with one of *suffixes*.

    Whatever is *excluded* is left out. So are, unless they are given themselves, hidden folders and files, what git
    ignores, and the papers and folders of programs (README, LICENSE, robots.txt, node_modules). Links to folders are not
    followed below a folder. Of a folder's ``.json`` and ``.xml`` files, many of which are no stories, only those are taken
    that *holds_story* knows for some. *passed* is told of what is left out.
    """
    seen: set[str] = set()
    walk = _Walk(suffixes, holds_story, excluded, passed)
    for path in paths:
        for story in walk.stories(path):
            key = os.path.abspath(story) if story != "-" else story
            if key not in seen:
                seen.add(key)
                yield story


def read_whole(path: str | os.PathLike[str]) -> bytes:
    """The bytes of the file at *path*, or as many as tell that it is too large; OSError where it can't be read."""
    with open(path, "rb") as file:
        return file.read(MOST_BYTES + 1)


def is_excluded(path: str, excluded: Excluded) -> bool:
    """Whether the file or folder (its path ends with a ``/`` then) at *path* is excluded."""
    if not excluded:
        return False
    from .globs import glob_matches

    absolute = os.path.abspath(path) + ("/" if path.endswith("/") else "")
    for folder, globs in excluded:
        base = os.path.join(folder, "")
        if absolute.startswith(base) and glob_matches(globs, absolute[len(base) :].replace(os.sep, "/")):
            return True
    return False


def is_paper(name: str) -> bool:
    """Whether a file is a paper of a repository or of a web site by its *name*."""
    stem, _, suffix = name.partition(".")
    return (
        name in _FILES_OF_PROGRAMS
        or stem in _PAPERS
        or stem.lower() == "readme"
        or (suffix == "txt" and stem.startswith(_REQUIREMENTS))
    )


def _plain(folder: str) -> str:
    """*folder* as the beginning of its stories' paths."""
    folder = os.path.normpath(folder)
    return "" if folder == os.curdir else folder


class _Walk:
    """Walks through folders, and tells what it passes over."""

    def __init__(
        self, suffixes: tuple[str, ...], holds_story: Callable[[str], bool], excluded: Excluded, passed: Passed
    ) -> None:
        self.suffixes = suffixes
        self.holds_story = holds_story
        self.excluded = excluded
        self.passed = passed

    def stories(self, path: str) -> Iterator[str]:
        if path == "-" or not os.path.isdir(path):
            if path == "-" or not self._is_excluded(path, path):
                yield path
            return
        folder = _plain(path)
        absolute = os.path.join(os.path.abspath(folder), "")
        for found in self._below(folder, absolute, _outer(absolute)):
            if not found.lower().endswith(_OFTEN_NO_STORIES) or self.holds_story(found):
                yield found
            else:
                self.passed(found, "it holds no story")

    def _is_excluded(self, path: str, absolute: str) -> bool:
        if not is_excluded(absolute, self.excluded):
            return False
        self.passed(path, "excluded")
        return True

    def _below(self, folder: str, absolute: str, ignoring: Ignoring) -> Iterator[str]:
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
                path, at = os.path.join(folder, entry.name), absolute + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if self._is_taken(path, f"{at}/", entry.name, entry.name in _FOLDERS_OF_PROGRAMS, ignoring):
                        folders.append((path, f"{at}/", ignoring))
                elif (
                    entry.name.lower().endswith(self.suffixes)
                    and entry.is_file()
                    and self._is_taken(path, at, entry.name, is_paper(entry.name), ignoring)
                ):
                    yield path
            waiting += reversed(folders)

    def _is_taken(self, path: str, absolute: str, name: str, no_story: bool, ignoring: Ignoring) -> bool:
        if name.startswith("."):
            self.passed(path, "hidden")
        elif no_story:
            self.passed(path, "no story by its name")
        elif ignoring and _ignored(absolute, ignoring):
            self.passed(path, "ignored by git")
        else:
            return not self._is_excluded(path, absolute)
        return False


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
