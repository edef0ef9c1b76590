"""The result cache: what was found in stories that have not changed since.

A folder holds *contexts* (which files the rules, the configuration and the program came from, and what they were) and
*shards* (findings, by a digest of context and story). Everything is marshal behind a digest: what is damaged is not
there. Files are replaced in one step; of two runs at once the last keeps what it found, and none reads half a file.
"""

from __future__ import annotations

import marshal
import os
import sys

from .marshalled import forget_oldest, read_marshalled, write_body, write_marshalled
from .stamps import digest, renewed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from .stamps import Stamp

    Kept = tuple[Any, str]
    """What was found in a file, as plain values, and the format that it was read as."""

SHARDS = 256
SHARD_BYTES = 512 * 1024
"""The most that one shard holds; what was put first goes first."""
ENTRY_BYTES = SHARD_BYTES // 8
CONTEXTS = 32


class Context:
    """What findings depend on beside the story: ``key`` stands for all of it.

    ``facts`` are what else a run needs to know to answer without loading rules and configuration.
    """

    __slots__ = ("facts", "key")

    def __init__(self, key: bytes, facts: tuple[Any, ...]) -> None:
        self.key = key
        self.facts = facts


def read_context(folder: str, asked: bytes) -> Context | None:
    """The context of a run before that was *asked* the same, if all that it depends on is as it was."""
    path = _context_path(folder, asked)
    known = read_marshalled(path)
    if known is None:
        return None
    stamps, facts = known
    found = renewed(stamps)
    if found is None:
        return None
    touched, now = found
    if touched:
        write_marshalled(path, (now, facts))
    return Context(_key(asked, now), facts)


def write_context(folder: str, asked: bytes, stamps: list[Stamp], facts: tuple[Any, ...]) -> Context:
    """The context of a run that was *asked* this and depends on what *stamps* were taken of; kept for the next."""
    write_marshalled(_context_path(folder, asked), (stamps, facts))
    contexts = os.path.join(folder, "contexts")
    if os.path.isdir(contexts):
        forget_oldest((os.path.join(contexts, name) for name in os.listdir(contexts)), CONTEXTS)
    return Context(_key(asked, stamps), facts)


class Results:
    """Findings kept in *folder*. ``get`` and ``put`` are by a digest; ``flush`` writes what was put."""

    def __init__(self, folder: str) -> None:
        self._folder = os.path.join(folder, "results")
        self._shards: dict[str, dict[bytes, Kept]] = {}
        self._new: dict[str, dict[bytes, Kept]] = {}

    def get(self, key: bytes) -> Kept | None:
        return self._shard(key).get(key)

    def put(self, key: bytes, kept: Kept) -> None:
        self._new.setdefault(_shard_name(key), {})[key] = kept

    def flush(self) -> None:
        """Write what was put; without space or permission nothing is kept, and nothing is lost but time."""
        for name, new in self._new.items():
            path = os.path.join(self._folder, name)
            found = read_marshalled(path) or {}
            sizes = {key: len(marshal.dumps(kept)) for key, kept in new.items()}
            found.update((key, kept) for key, kept in new.items() if sizes[key] <= ENTRY_BYTES)
            body = marshal.dumps(found)
            while len(body) > SHARD_BYTES:
                for key in list(found)[: len(found) // 4 + 1]:
                    del found[key]
                body = marshal.dumps(found)
            if not write_body(path, body):
                break
        self._new.clear()

    def _shard(self, key: bytes) -> dict[bytes, Kept]:
        name = _shard_name(key)
        if name not in self._shards:
            self._shards[name] = read_marshalled(os.path.join(self._folder, name)) or {}
        return self._shards[name]


def _shard_name(key: bytes) -> str:
    return f"{key[0] % SHARDS:02x}"


def _context_path(folder: str, asked: bytes) -> str:
    return os.path.join(folder, "contexts", digest(asked).hex())


def _key(asked: bytes, stamps: Iterable[Stamp]) -> bytes:
    parts = (part for path, _, _, content in stamps for part in (path.encode(errors="surrogateescape"), content))
    return digest(asked, sys.version.encode(), *parts)
