"""Which lines git says have changed."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .wire import FileEntry, FindingEntry

SECONDS = 120
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_NAMED = {b"t": b"\t", b"n": b"\n", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_FROM_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Set while a hook runs; they would stand in the way of finding each file's own repository."""


class GitError(Exception):
    """What git was asked can't be told; the words say why, in one line."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Real path → ranges of 1-based lines that are new or different; None where the whole file is."""

    files: Mapping[str, tuple[range, ...] | None]

    def has(self, path: str) -> bool:
        """Whether anything in the file at *path* has changed."""
        return os.path.realpath(path) in self.files

    def findings_in(self, entry: FileEntry) -> list[FindingEntry]:
        """The findings of *entry* that stand on a changed line, or contradict what does."""
        path = os.path.realpath(entry["path"])
        if path not in self.files:
            return []
        lines = self.files[path]
        return [f for f in entry["findings"] if lines is None or any(_meet(lines, *place) for place in _places(f))]


def _places(finding: FindingEntry) -> Iterator[tuple[int, int]]:
    yield finding["start"]["line"], finding["end"]["line"]
    for note in finding["notes"]:
        if note["start"] and note["end"]:
            yield note["start"]["line"], note["end"]["line"]


def _meet(lines: Iterable[range], first: int, last: int) -> bool:
    return any(changed.start <= last and first < changed.stop for changed in lines)


def changed_since(base: str, paths: Iterable[str]) -> Changed:
    """What differs between *base* and the files as they stand, in the repositories that *paths* lie in.

    *base* is a commit; what was done there since the branches parted does not count. An empty one stands for the last
    commit. Files that git does not know yet, and does not ignore, have changed as a whole. GitError where git can't tell.
    """
    files: dict[str, tuple[range, ...] | None] = {}
    for top in sorted({_top(path) for path in paths}):
        commit = _commit(top, base)
        asked = _start(top, "ls-files", "-z", "--others", "--exclude-standard")
        files.update(_changed(top, commit))
        for name in filter(None, _answer(asked).split(b"\0")):
            files[_real(top, name)] = None
    return Changed(files)


def _top(path: str) -> str:
    folder = path if Path(path).is_dir() else str(Path(path).parent)
    return os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n"))


def _commit(top: str, base: str) -> str:
    if not base:
        try:
            return _git(top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode().strip()
        except GitError:  # nothing was committed yet
            return _git(top, "hash-object", "-t", "tree", "--stdin").decode().strip()
    try:
        found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}").decode().strip()
    except GitError:
        raise GitError(f"git knows no commit `{base}` here; in a shallow clone it must be fetched first") from None
    try:
        return _git(top, "merge-base", found, "HEAD").decode().split()[0]
    except (GitError, IndexError):
        return found


def _changed(top: str, commit: str) -> Iterator[tuple[str, tuple[range, ...] | None]]:
    asked = ("diff", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "-M", "-U0")
    patch = _git(top, *asked, "--src-prefix=a/", "--dst-prefix=b/", commit, "--")
    for name, lines in _hunks(patch.split(b"\n")):
        path = _real(top, name)
        yield path, None if _has_lone_returns(path) else lines


def _hunks(patch: Iterable[bytes]) -> Iterator[tuple[bytes, tuple[range, ...] | None]]:
    """The files of a patch without context, and the ranges of lines that it adds to them; None for binary files."""
    name, ranges = b"", list[range]()
    skip = 0
    for line in patch:
        if line.startswith(b"\\"):
            continue
        if skip:
            skip -= 1
        elif hunk := _HUNK.match(line):
            start, added = int(hunk[2]), int(hunk[3] or 1)
            skip = int(hunk[1] or 1) + added
            if added:
                ranges.append(range(start, start + added))
        elif line.startswith(b"diff --git "):
            if name and ranges:
                yield name, tuple(ranges)
            both = line.removeprefix(b"diff --git ")
            name, ranges = _name(both[(len(both) + 1) // 2 :]), []
        elif line.startswith((b"rename to ", b"copy to ")):
            name = _name(line.partition(b" to ")[2])
        elif line.startswith(b"+++ "):
            name = _name(line[4:])
        elif line.startswith(b"Binary files ") and not line.endswith(b" and /dev/null differ"):
            yield name, None
    if name and ranges:
        yield name, tuple(ranges)


def _name(written: bytes) -> bytes:
    """The name in a ``+++`` line; empty for a file that is gone."""
    written = written.rstrip(b"\t")
    if written == b"/dev/null":
        return b""
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_unescaped, written[1:-1])
    return written.removeprefix(b"b/")


def _unescaped(match: re.Match[bytes]) -> bytes:
    said = match[1]
    return bytes([int(said, 8)]) if len(said) == 3 else _NAMED.get(said, said)


def _real(top: str, name: bytes) -> str:
    return os.path.realpath(Path(top, os.fsdecode(name)))


def _has_lone_returns(path: str) -> bool:
    """Whether lines end where git sees no line end."""
    try:
        return b"\r" in Path(path).read_bytes().replace(b"\r\n", b"")
    except OSError:
        return False


def _git(folder: str, *arguments: str) -> bytes:
    return _answer(_start(folder, *arguments))


def _start(folder: str, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _FROM_HOOKS}
    try:
        return subprocess.Popen(
            ["git", "-C", folder, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**environment, "LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise GitError("git is not installed") from None
    except OSError as error:
        raise GitError(f"git can't be asked: {error}") from None


def _answer(asked: subprocess.Popen[bytes]) -> bytes:
    try:
        out, err = asked.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        asked.kill()
        raise GitError(f"git has not answered for {SECONDS} seconds") from None
    if asked.returncode:
        said = err.decode("utf-8", "replace").strip().splitlines()
        raise GitError((said[-1].removeprefix("fatal: ") if said else "git failed").rstrip("."))
    return out
