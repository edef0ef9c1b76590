"""Whether files and folders are what they were: by size and time first, by their content where those differ.

Nothing slow is imported here: this is how a run finds out that it has nothing to do.
"""

from __future__ import annotations

import os
from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Stamp = tuple[str, int, int, bytes]
    """Path, time of change in nanoseconds, size, digest; -1, -1 and an empty digest where there is nothing."""

__all__ = ["SUFFIXES", "blake2b", "digest", "renewed", "stamp", "tree"]

SUFFIXES = (".py", ".json", ".yaml", ".yml", ".css", ".js", ".so", ".pyd")
"""Of the files in a folder, those that count; in a folder called ``data`` all do."""


def digest(*parts: bytes) -> bytes:
    """Sixteen bytes that stand for *parts*, in order."""
    hashed = blake2b(digest_size=16)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "little"))
        hashed.update(part)
    return hashed.digest()


def tree(folder: str) -> list[str]:
    """*folder* and every folder and file below it that the program or its rules are made of, in order."""
    found, waiting = [], [folder]
    while waiting:
        at = waiting.pop()
        found.append(at)
        for name, is_folder in _listed(at):
            if is_folder:
                waiting.append(os.path.join(at, name))
            else:
                found.append(os.path.join(at, name))
    return sorted(found)


def stamp(path: str) -> Stamp:
    """What is at *path* now."""
    try:
        status = os.stat(path)
        return (path, status.st_mtime_ns, status.st_size, _content(path))
    except OSError:
        return (path, -1, -1, b"")


def renewed(stamps: Iterable[Stamp]) -> tuple[bool, list[Stamp]] | None:
    """*stamps* as they would be taken now, and whether any differs in time alone; None where a content has changed."""
    now, touched = [], False
    for old in stamps:
        path, time, size, content = old
        try:
            status = os.stat(path)
        except OSError:
            if time != -1:
                return None
            now.append(old)
            continue
        if (status.st_mtime_ns, status.st_size) != (time, size):
            new = stamp(path)
            if new[3] != content or time == -1:
                return None
            old, touched = new, True
        now.append(old)
    return touched, now


def _content(path: str) -> bytes:
    if os.path.isdir(path):
        return digest(*(f"{name}\0{is_folder}".encode(errors="surrogateescape") for name, is_folder in _listed(path)))
    with open(path, "rb") as file:
        return digest(file.read())


def _listed(folder: str) -> list[tuple[str, bool]]:
    """The names in *folder* that count, each with whether it is a folder to look into."""
    with os.scandir(folder) as entries:
        if os.path.basename(folder) == "site-packages":
            return sorted((entry.name, False) for entry in entries if entry.name.endswith(".dist-info"))
        suffixes = ("",) if os.path.basename(folder) == "data" else SUFFIXES
        counted = (entry for entry in entries if entry.name[0] != "." and entry.name != "__pycache__")
        named = ((entry.name, entry.is_dir(follow_symlinks=False)) for entry in counted)
        return sorted((name, is_folder) for name, is_folder in named if is_folder or name.endswith(suffixes))
