"""Plain values kept in a file: marshal behind a digest, written in one step, and a miss whenever anything is off."""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .stamps import blake2b

_MAGIC = b"lintnews" + bytes(sys.version_info[:2])
_DIGEST_SIZE = 16


def digest(*parts: bytes | str) -> str:
    """A key of 32 hex digits for *parts*, in order."""
    hashed = blake2b(digest_size=_DIGEST_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8, "little"))
        hashed.update(data)
    return hashed.hexdigest()


def read_marshalled(path: Path) -> Any:
    """The value in the file at *path*; None if there is none, it is damaged, or another Python wrote it.

    The digest guards against damage, not malice: the folder belongs to the user, as compiled Python does.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return None
    head = len(_MAGIC) + _DIGEST_SIZE
    body = data[head:]
    if data[: len(_MAGIC)] != _MAGIC or _sum(body) != data[len(_MAGIC) : head]:
        return None
    try:
        return marshal.loads(body)
    except (ValueError, EOFError, TypeError):
        return None


def write_marshalled(path: Path, value: Any) -> bool:
    """Keep *value* at *path*; False where it can't be kept (a full disk, a value that is not plain)."""
    try:
        body = marshal.dumps(value)
    except ValueError:
        return False
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_MAGIC + _sum(body) + body)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        return False
    return True


def forget_oldest(paths: Iterable[Path], keep: int) -> None:
    """Delete all but the *keep* files of *paths* that were written last."""
    dated = []
    for path in paths:
        with contextlib.suppress(OSError):
            dated.append((path.stat().st_mtime_ns, path))
    for _, path in sorted(dated, reverse=True)[keep:]:
        with contextlib.suppress(OSError):
            path.unlink()


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_DIGEST_SIZE).digest()
