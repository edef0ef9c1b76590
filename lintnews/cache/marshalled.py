"""Plain values kept in a file: marshal behind a digest, written in one step, and a miss whenever anything is off.

The digest guards against damage. Against malice, as marshal is no format for strangers' data, only files count that the
user owns and nobody else may write; they are made so. Nothing slow is imported here.
"""

from __future__ import annotations

import marshal
import os
import sys

from . import stamps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    Place = str | os.PathLike[str]

_MAGIC = b"lintnews" + bytes(sys.version_info[:2])
_HEAD = len(_MAGIC) + 16


def digest(*parts: bytes | str) -> str:
    """A key of 32 hex digits for *parts*, in order."""
    plain = (part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts)
    return stamps.digest(*plain).hex()


def read_marshalled(path: Place) -> Any:
    """The value in the file at *path*; None if there is none, it is damaged, another Python or another user wrote it."""
    try:
        with open(path, "rb", opener=_opened) as file:
            if not _is_own(file.fileno()):
                return None
            data = file.read()
    except OSError:
        return None
    body = data[_HEAD:]
    if data[:_HEAD] != _MAGIC + stamps.digest(body):
        return None
    try:
        return marshal.loads(body)
    except (ValueError, EOFError, TypeError):
        return None


def write_marshalled(path: Place, value: Any) -> bool:
    """Keep *value* at *path*; False where it can't be kept (a full disk, a value that is not plain)."""
    try:
        body = marshal.dumps(value)
    except ValueError:
        return False
    return write_body(path, body)


def write_body(path: Place, body: bytes) -> bool:
    """Keep a value that is marshalled already, as ``write_marshalled`` does."""
    from ..writing import write_private

    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        write_private(path, _MAGIC + stamps.digest(body) + body)
    except OSError:
        return False
    return True


def forget_oldest(paths: Iterable[Place], keep: int) -> None:
    """Delete all but the *keep* files of *paths* that were written last."""
    dated = []
    for path in paths:
        try:
            dated.append((os.stat(path).st_mtime_ns, os.fspath(path)))
        except OSError:
            continue
    for _, old in sorted(dated, reverse=True)[keep:]:
        _remove(old)


def _opened(path: str, flags: int) -> int:
    """Open *path* itself, not what a link there leads to; what is made is the user's own alone."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o600)


def _is_own(opened: int) -> bool:
    """Whether the user owns the *opened* file, and nobody else may write it; always true where files have no owners."""
    if not hasattr(os, "geteuid"):
        return True
    status = os.fstat(opened)
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except OSError:
        return
