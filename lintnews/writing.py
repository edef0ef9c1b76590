"""Put a new content in the place of a file, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


class ChangedMeanwhile(OSError):
    """Someone else wrote the file after it was read."""


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Put *after* in the file at *path*, which was read as *before*; permissions and links stay.

    The content is written beside the file and put in its place in one step: whatever goes wrong (OSError), the file is
    as it was. ChangedMeanwhile where it no longer holds *before*.
    """
    target = Path(os.path.realpath(path))
    if not os.access(target, os.W_OK) and target.exists():
        raise PermissionError(errno.EACCES, "it may not be written")
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".lintnews", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _like(target, name)
        if target.read_bytes() != before:
            raise ChangedMeanwhile("it was changed by someone else meanwhile")
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _like(target: Path, name: str) -> None:
    """Give the file *name* the permissions, owner and extended attributes of *target*, and the present time."""
    status = target.stat()
    with suppress(OSError, AttributeError):
        os.chown(name, status.st_uid, status.st_gid)
    shutil.copystat(target, name)
    os.utime(name)
