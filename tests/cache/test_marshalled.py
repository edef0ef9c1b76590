"""Values kept in files: only what the user wrote, and nobody else can have changed, is read again."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from lintnews.cache.marshalled import read_marshalled, write_marshalled

needs_owners = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owners here")


def test_a_value_comes_back(tmp_path: Path) -> None:
    assert write_marshalled(tmp_path / "new" / "a", ("one", 2, [b"3"]))
    assert read_marshalled(tmp_path / "new" / "a") == ("one", 2, [b"3"])
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a"]


@needs_owners
def test_files_are_the_users_own_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_marshalled(tmp_path / "a", 1)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


@needs_owners
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_is_not_there(tmp_path: Path, mode: int) -> None:
    write_marshalled(tmp_path / "a", 1)
    (tmp_path / "a").chmod(mode)
    assert read_marshalled(tmp_path / "a") is None
    assert write_marshalled(tmp_path / "a", 2)
    assert read_marshalled(tmp_path / "a") == 2


@needs_owners
def test_another_users_file_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_marshalled(tmp_path / "a", 1)
    monkeypatch.setattr(os, "geteuid", lambda: (tmp_path / "a").stat().st_uid + 1)
    assert read_marshalled(tmp_path / "a") is None


@needs_owners
def test_links_are_neither_read_nor_written_through(tmp_path: Path) -> None:
    write_marshalled(tmp_path / "a", 1)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert read_marshalled(tmp_path / "b") is None
    target = tmp_path / "precious"
    target.write_text("mine")
    (tmp_path / "c").symlink_to(target)
    assert not write_marshalled(tmp_path / "c", 1)
    assert target.read_text() == "mine"


@needs_owners
def test_a_pipe_in_its_place_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    assert read_marshalled(tmp_path / "a") is None
