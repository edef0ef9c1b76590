"""A file is written whole or not at all, and nothing but a plain file is ever replaced."""

from __future__ import annotations

import errno
import os
import socket
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from lintnews.writing import ChangedMeanwhile, replace_file, whole_file, write_new, write_private, write_whole

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
needs_descriptors = pytest.mark.skipif(not Path("/dev/fd").exists(), reason="descriptors have no names here")


def replace(path: Path, content: bytes) -> None:
    replace_file(path, path.read_bytes(), content)


REPLACING = (write_whole, replace)


def files(folder: Path) -> list[str]:
    """Everything in *folder*, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def read_from_pipe(pipe: Path, write: Callable[[], None]) -> bytes:
    """What arrives at *pipe* while *write* runs."""
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    write()
    reader.join(10)
    return b"".join(found)


@pytest.mark.parametrize("write", REPLACING)
def test_permissions_stay(tmp_path: Path, write: Callable[[Path, bytes], None]) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"one")
    file.chmod(0o640)
    write(file, b"1")
    assert file.read_bytes() == b"1"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert files(tmp_path) == ["story.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
@pytest.mark.parametrize("write", REPLACING)
def test_the_owner_stays(tmp_path: Path, write: Callable[[Path, bytes], None]) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"one")
    os.chown(file, 12345, 12346)
    write(file, b"1")
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 12346)


@pytest.mark.parametrize("make", [write_whole, write_new])
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path, make: Callable[[Path, bytes], None]) -> None:
    before = os.umask(0o027)
    try:
        make(tmp_path / "new.txt", b"1")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640
    assert files(tmp_path) == ["new.txt"]


@pytest.mark.parametrize("write", REPLACING)
def test_a_link_stays_a_link(tmp_path: Path, write: Callable[[Path, bytes], None]) -> None:
    (tmp_path / "folder").mkdir()
    file = tmp_path / "folder" / "story.txt"
    file.write_bytes(b"one")
    (tmp_path / "near.txt").symlink_to("folder/story.txt")
    link = tmp_path / "link.txt"
    link.symlink_to("near.txt")
    write(link, b"1")
    assert link.is_symlink()
    assert (tmp_path / "near.txt").is_symlink()
    assert file.read_bytes() == b"1"
    assert files(tmp_path / "folder") == ["story.txt"]


def test_a_link_to_what_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("new.txt")
    write_whole(tmp_path / "link", b"1")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "new.txt").read_bytes() == b"1"


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic links"):
        write_whole(tmp_path / "a", b"1")
    assert files(tmp_path) == ["a", "b"]


@needs_pipes
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for place in ("pipe", "link"):
        assert read_from_pipe(tmp_path / "pipe", lambda at=place: write_whole(tmp_path / at, b"1")) == b"1"  # type: ignore[misc]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert files(tmp_path) == ["link", "pipe"]


@pytest.mark.parametrize("number", [3, 7], ids=["null", "full"])
def test_a_device_is_written_to(tmp_path: Path, number: int) -> None:
    device = tmp_path / "device"
    try:
        os.mknod(device, stat.S_IFCHR | 0o600, os.makedev(1, number))
        device.read_bytes() if number == 3 else None
    except OSError:
        pytest.skip("devices can't be made or opened here")
    if number == 3:
        write_whole(device, b"1")
    else:
        with pytest.raises(OSError, match="No space left"):
            write_whole(device, b"1")
    with pytest.raises(OSError, match="not a plain file"):
        replace_file(device, b"", b"1")
    assert stat.S_ISCHR(device.stat().st_mode)
    assert files(tmp_path) == ["device"]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="sockets have no names here")
def test_a_socket_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        for write in (write_whole, write_private, write_new, lambda path, content: replace_file(path, b"", content)):
            with pytest.raises(OSError):
                write(tmp_path / "socket", b"1")
        assert stat.S_ISSOCK((tmp_path / "socket").stat().st_mode)
        assert files(tmp_path) == ["socket"]


@needs_descriptors
def test_an_open_descriptor_is_written_to_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "log.txt"
    with file.open("wb") as opened:
        opened.write(b"before ")
        opened.flush()
        (tmp_path / "link").symlink_to(f"/dev/fd/{opened.fileno()}")
        write_whole(f"/dev/fd/{opened.fileno()}", b"one ")
        write_whole(tmp_path / "link", b"two ")
        opened.write(b"after")
    assert file.read_bytes() == b"before one two after"
    assert files(tmp_path) == ["link", "log.txt"]


def test_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "folder", f"{tmp_path}{os.sep}new{os.sep}"):
        with pytest.raises(IsADirectoryError, match="it is a folder"):
            write_whole(place, b"1")
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "nowhere" / "a.txt", b"1")
    assert files(tmp_path) == ["folder"]
    assert files(tmp_path / "folder") == []


def test_what_goes_wrong_meanwhile_leaves_all_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(b"one")
    for name in ("old.txt", "new.txt"):
        with pytest.raises(KeyboardInterrupt), whole_file(tmp_path / name) as file:
            file.write(b"half")
            raise KeyboardInterrupt
    assert (tmp_path / "old.txt").read_bytes() == b"one"
    assert files(tmp_path) == ["old.txt"]


def test_nothing_is_made_new_where_something_is(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"mine")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("there", "link"):
        with pytest.raises(FileExistsError):
            write_new(tmp_path / name, b"1")
    assert (tmp_path / "there").read_bytes() == b"mine"
    assert files(tmp_path) == ["link", "there"]


def test_a_file_made_meanwhile_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintnews.writing.os.path.lexists", lambda path: False)
    (tmp_path / "there").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "there", b"1")
    assert (tmp_path / "there").read_bytes() == b"mine"
    assert files(tmp_path) == ["there"]


def test_private_files_are_no_links(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"mine")
    (tmp_path / "link").symlink_to("precious")
    with pytest.raises(OSError, match="not a plain file"):
        write_private(tmp_path / "link", b"1")
    assert (tmp_path / "precious").read_bytes() == b"mine"
    assert files(tmp_path) == ["link", "precious"]


def test_someone_elses_change_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhile):
        replace_file(file, b"one", b"1")
    assert file.read_bytes() == b"theirs"
    assert files(tmp_path) == ["story.txt"]


@pytest.mark.parametrize("write", REPLACING)
def test_what_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, bytes], None]
) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"one")
    monkeypatch.setattr("lintnews.writing.os.access", lambda path, mode: False)
    with pytest.raises(PermissionError):
        write(file, b"1")
    assert file.read_bytes() == b"one"
    assert files(tmp_path) == ["story.txt"]


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "story.txt", b"one", b"1")
    assert files(tmp_path) == []


@pytest.mark.parametrize("write", [*REPLACING, write_new])
def test_a_full_disk_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, bytes], None]
) -> None:
    file = tmp_path / "story.txt"
    if write is not write_new:
        file.write_bytes(b"one")
    before = files(tmp_path)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("lintnews.writing.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write(file, b"1")
    assert files(tmp_path) == before
    assert not before or file.read_bytes() == b"one"
