"""Write a file whole or not at all, and never put one in the place of what isn't a plain file.

A file that is there, or is yet to be made, is written beside its place and moved there in one step: who reads it sees
what was there before or all that is new. A full disk costs nothing; a killed process leaves a hidden file beside the
place, which the next one to write there takes away once it is a day old.
A device, a named pipe or an open descriptor (``/dev/stdout``) is opened and written to. A link is followed, and stays.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import contextmanager, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    Path = str | os.PathLike[str]

_ENDING = ".lintnews"
_OLD = 24 * 60 * 60
"""Seconds after which nobody is still writing a file."""
_LINKS = 40
"""How many links one path may lead through, as on Linux."""


class ChangedMeanwhile(OSError):
    """Someone else wrote the file after it was read."""


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write the new content of *path* to; OSError where that can't be written, and nothing has changed then."""
    descriptor = _open_descriptor(os.fspath(path))
    if descriptor is not None:
        with os.fdopen(os.dup(descriptor), "wb") as file:
            yield file
        return
    target = _target(path)
    if _kind(target) in (None, stat.S_IFREG):
        with _beside(target) as file:
            yield file
    else:
        with os.fdopen(os.open(target, os.O_WRONLY | getattr(os, "O_NOCTTY", 0)), "wb") as file:
            yield file


def write_whole(path: Path, content: bytes) -> None:
    """Make *content* the content of *path*, as ``whole_file`` does."""
    with whole_file(path) as file:
        file.write(content)


def write_new(path: Path, content: bytes) -> None:
    """Make the file *path*, whole; FileExistsError where something is there already, a link that leads nowhere too."""
    target = os.path.join(os.path.realpath(os.path.dirname(path) or os.curdir), os.path.basename(path))
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    with _beside(target, only_new=True) as file:
        file.write(content)


def write_private(path: Path, content: bytes) -> None:
    """Make *content* the content of the file *path*, which nobody else may read or write; no link is followed.

    It is not waited for until it is on the disk: what is written so must be able to tell damage by itself.
    """
    target = os.fspath(path)
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(os.lstat(target).st_mode):
            raise _not_plain()
    with _beside(target, private=True) as file:
        file.write(content)


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Put *after* in the file at *path*, which was read as *before*; permissions and links stay.

    ChangedMeanwhile where it no longer holds *before*, another OSError where it can't be written; it is as it was then.
    """
    target = _target(path)
    if _kind(target) not in (None, stat.S_IFREG):
        raise _not_plain()
    with _beside(target, before=before) as file:
        file.write(after)


@contextmanager
def _beside(
    target: str, *, before: bytes | None = None, only_new: bool = False, private: bool = False
) -> Iterator[BinaryIO]:
    """A file beside *target*, moved there at the end; gone if anything is raised."""
    if not os.access(target, os.W_OK) and os.path.exists(target):
        raise PermissionError(errno.EACCES, "it may not be written")
    name, file = _made_beside(target, 0o600 if private else 0o666)
    try:
        with file:
            yield file
            if not private:
                file.flush()
                os.fsync(file.fileno())
        if not private:
            _like(target, name, must_exist=before is not None)
        if before is not None and _content(target) != before:
            raise ChangedMeanwhile("it was changed by someone else meanwhile")
        if only_new:
            _move_to_new(name, target)
        else:
            os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _made_beside(target: str, mode: int) -> tuple[str, BinaryIO]:
    """A new hidden file in the folder of *target*, and its path."""
    folder, name = os.path.split(target)
    _take_away_old(folder, f".{name[:40]}.")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    while True:
        path = os.path.join(folder, f".{name[:40]}.{os.urandom(6).hex()}{_ENDING}")
        try:
            return path, os.fdopen(os.open(path, flags, mode), "wb")
        except FileExistsError:
            continue


def _take_away_old(folder: str, beginning: str) -> None:
    """Take away what killed processes left in *folder* under names with this *beginning*."""
    with suppress(OSError), os.scandir(folder or os.curdir) as entries:
        for entry in entries:
            if entry.name.startswith(beginning) and entry.name.endswith(_ENDING):
                with suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < time.time() - _OLD:
                        os.unlink(entry.path)


def _move_to_new(name: str, target: str) -> None:
    """Move the file *name* to *target*, where nothing may be yet."""
    try:
        os.link(name, target)
    except FileExistsError:
        raise
    except (OSError, AttributeError):  # a file system without hard links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        os.replace(name, target)
    else:
        os.unlink(name)


def _like(target: str, name: str, *, must_exist: bool) -> None:
    """Give the file *name* the permissions, owner and extended attributes of *target*, and the present time."""
    try:
        status = os.stat(target)
    except FileNotFoundError:
        if must_exist:
            raise
        return
    from shutil import copystat

    with suppress(OSError, AttributeError):
        os.chown(name, status.st_uid, status.st_gid)
    copystat(target, name)
    os.utime(name)


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _target(path: Path) -> str:
    """Where *path* leads in the end; IsADirectoryError for a folder, OSError for links that lead in a circle."""
    written = os.fspath(path)
    if os.path.isdir(written) or written.endswith(os.sep):
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    with suppress(FileNotFoundError):
        os.stat(written)
    return os.path.realpath(written)


def _kind(target: str) -> int | None:
    """The kind of file that *target* is, as in ``stat.S_IFMT``; None where nothing is there."""
    try:
        return stat.S_IFMT(os.stat(target).st_mode)
    except FileNotFoundError:
        return None


def _open_descriptor(path: str) -> int | None:
    """The descriptor of this process that *path* stands for: ``/dev/stdout``, ``/dev/fd/3``, ``/proc/self/fd/3``."""
    own = (os.path.realpath("/proc/self/fd"), "/dev/fd")
    for _ in range(_LINKS):
        folder, name = os.path.split(os.path.abspath(path))
        folder = os.path.realpath(folder)
        if folder in own and name.isascii() and name.isdigit():
            return int(name)
        path = os.path.join(folder, name)
        if not os.path.islink(path):
            return None
        path = os.path.join(folder, os.readlink(path))
    return None


def _not_plain() -> OSError:
    return OSError(errno.EINVAL, "it is not a plain file")
