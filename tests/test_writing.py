"""A file is replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from lintnews.writing import ChangedMeanwhile, replace_file


def test_permissions_stay(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"one")
    file.chmod(0o640)
    replace_file(file, b"one", b"1")
    assert file.read_bytes() == b"1"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [*tmp_path.iterdir()] == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    file = tmp_path / "folder" / "story.txt"
    file.write_bytes(b"one")
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    replace_file(link, b"one", b"1")
    assert link.is_symlink()
    assert file.read_bytes() == b"1"


def test_someone_elses_change_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhile):
        replace_file(file, b"one", b"1")
    assert file.read_bytes() == b"theirs"
    assert [*tmp_path.iterdir()] == [file]


def test_what_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"one")
    monkeypatch.setattr("lintnews.writing.os.access", lambda path, mode: False)
    with pytest.raises(PermissionError):
        replace_file(file, b"one", b"1")
    assert file.read_bytes() == b"one"


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "story.txt", b"one", b"1")
    assert [*tmp_path.iterdir()] == []


def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"one")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("lintnews.writing.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(file, b"one", b"1")
    assert file.read_bytes() == b"one"
    assert [*tmp_path.iterdir()] == [file]
