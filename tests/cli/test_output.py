"""Whatever a command is told to write to: only a plain file is ever replaced, and nothing is left beside it."""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run

WRONG = "The mayor, TK, said the bridge would open.\n"
WRITING = (
    ("check", "a.txt", "-o"),
    ("baseline", "write", "a.txt", "--baseline"),
    ("schema", "config", "-o"),
)
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def in_shell(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    lintnews = shlex.quote(str(Path(sys.executable).with_name("lintnews")))
    command = command.replace("LINTNEWS", lintnews)
    return subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60)


@needs_pipes
@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_a_pipe_is_written_to(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    os.mkfifo(tmp_path / "pipe")
    done = in_shell(tmp_path, f"cat pipe & LINTNEWS {' '.join(command)} pipe; wait")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert len(done.stdout) > 50, done.stderr
    assert names(tmp_path) == ["a.txt", "pipe"]


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_a_device_stays_a_device(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    try:
        os.mknod(tmp_path / "device", stat.S_IFCHR | 0o600, os.makedev(1, 3))
        (tmp_path / "device").read_bytes()
    except OSError:
        pytest.skip("devices can't be made or opened here")
    done = run(*command, "device", stories={"a.txt": WRONG})
    assert done.returncode in (0, 1), done.stderr
    assert stat.S_ISCHR((tmp_path / "device").stat().st_mode)
    assert names(tmp_path) == ["a.txt", "device"]


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_what_a_link_leads_to_is_replaced(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "old.json").write_text('{"version": 1, "findings": {}}')
    (tmp_path / "there" / "old.json").chmod(0o640)
    (tmp_path / "link").symlink_to("there/old.json")
    run(*command, "link", stories={"a.txt": WRONG})
    assert (tmp_path / "link").is_symlink()
    assert len((tmp_path / "there" / "old.json").read_text()) > 50
    assert stat.S_IMODE((tmp_path / "there" / "old.json").stat().st_mode) == 0o640
    assert names(tmp_path / "there") == ["old.json"]


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
@pytest.mark.parametrize("place", ["folder", "nowhere/report"])
def test_what_can_not_be_written_is_one_line(run: Run, tmp_path: Path, command: tuple[str, ...], place: str) -> None:
    (tmp_path / "folder").mkdir()
    done = run(*command, place, stories={"a.txt": WRONG})
    assert done.returncode == 2
    assert done.stderr.startswith(f"lintnews: {place}")
    assert "can't be written" in done.stderr
    assert done.stderr.count("\n") == 1
    assert names(tmp_path) == ["a.txt", "folder"]
    assert names(tmp_path / "folder") == []


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="standard output has no name here")
@pytest.mark.parametrize("place", ["/dev/stdout", "/dev/fd/1", "-"])
def test_standard_output_is_written_to_where_it_stands(tmp_path: Path, place: str) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    command = f"{{ echo before; LINTNEWS check a.txt -f concise -o {place}; echo after; }} > log.txt"
    done = in_shell(tmp_path, command)
    lines = (tmp_path / "log.txt").read_text().splitlines()
    assert [lines[0], lines[-1]] == ["before", "after"], done.stderr
    assert lines[1].startswith("a.txt:1:12:")
    piped = in_shell(tmp_path, f"LINTNEWS check a.txt -f concise -o {place} | cat")
    assert piped.stdout.splitlines() == lines[1:-1]
    assert names(tmp_path) == ["a.txt", "log.txt"]


@needs_pipes
def test_fix_replaces_no_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    done = in_shell(tmp_path, "printf 'He bought a orange.\\n' > pipe.txt & LINTNEWS fix pipe.txt; echo $?; wait")
    assert stat.S_ISFIFO((tmp_path / "pipe.txt").stat().st_mode)
    assert (done.stdout, done.stderr) == ("2\n", "pipe.txt: not fixed: it is not a plain file\n")
    assert names(tmp_path) == ["pipe.txt"]
