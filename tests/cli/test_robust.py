"""Full disks, read-only homes, killed processes, runs at once: nothing is lost, and the next run is as good as any."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .conftest import Run

LINTNEWS = str(Path(sys.executable).with_name("lintnews"))
WRONG = "He bought a orange on Monday.\n"
RIGHT = "He bought an orange on Monday.\n"
SLOW = r"""id: slow
check: existence
terms: ['(?:\w+[ ;]*)+\d']
message: "Slow."
severity: error
examples:
  valid: [none]
  invalid: ["[[one 1]]"]
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are other signals and limits there")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kept"
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(folder))
    return folder


def killed_at(folder: Path, function: str, *arguments: str) -> int:
    """Run ``lintnews`` in a process that is killed when it calls *function* of ``os``; returns its status."""
    code = (
        "import os, signal, sys\n"
        "from lintnews.cli import run\n"
        f"os.{function} = lambda *rest, **more: os.kill(os.getpid(), signal.SIGKILL)\n"
        "run(sys.argv[1:])"
    )
    return subprocess.run([sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True).returncode


def hidden(folder: Path) -> list[Path]:
    return list(folder.rglob(".*.lintnews"))


@pytest.mark.parametrize("function", ["fsync", "replace", "utime"])
def test_killed_in_the_middle_of_a_fix(run: Run, tmp_path: Path, function: str) -> None:
    story = tmp_path / "a.txt"
    story.write_text(WRONG)
    run("fix", "--diff", "a.txt")
    assert killed_at(tmp_path, function, "fix", "a.txt") == -signal.SIGKILL
    assert story.read_text() == WRONG
    (left,) = hidden(tmp_path)
    assert run("check", ".").stderr.startswith("1 finding in 1 story")
    long_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(left, (long_ago, long_ago))
    assert run("fix", "a.txt").returncode == 0
    assert story.read_text() == RIGHT
    assert hidden(tmp_path) == []


def test_what_somebody_may_still_write_is_not_taken_away(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".a.txt.0123456789ab.lintnews").write_text("being written")
    run("fix", "a.txt", stories={"a.txt": WRONG})
    assert len(hidden(tmp_path)) == 1


def test_killed_in_the_middle_of_a_cache_write(run: Run, tmp_path: Path, own_cache: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    time.sleep(0.05)
    assert killed_at(tmp_path, "replace", "check", "a.txt") == -signal.SIGKILL
    assert hidden(own_cache)
    first, second = run("check", "a.txt"), run("check", "a.txt")
    assert first.returncode == second.returncode == 1
    assert first.stdout == second.stdout
    assert [path for path in (own_cache / "results").iterdir() if not path.name.startswith(".")]


def test_a_full_disk(tmp_path: Path, own_cache: Path) -> None:
    story = tmp_path / "a.txt"
    story.write_text(WRONG)
    full = f"ulimit -f 0; {shlex.quote(LINTNEWS)} "
    done = subprocess.run(["bash", "-c", full + "fix a.txt"], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, "a.txt: not fixed: File too large\n")
    assert story.read_text() == WRONG
    done = subprocess.run(["bash", "-c", full + "check a.txt"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("1 finding in 1 story")
    done = subprocess.run(["bash", "-c", full + "check a.txt -o out"], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, "lintnews: out can't be written: File too large\n")
    assert hidden(tmp_path) == []
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("home", ["/dev/null", "/proc/nowhere", ""])
def test_a_home_that_can_not_be_written(tmp_path: Path, home: str) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    environment = {"PATH": os.environ["PATH"], "HOME": home, "XDG_CACHE_HOME": home}
    for _ in range(2):
        done = subprocess.run(
            [LINTNEWS, "check", "a.txt"], cwd=tmp_path, capture_output=True, text=True, env=environment
        )
        assert done.returncode == 1
        assert done.stderr.startswith("1 finding in 1 story")


def test_two_that_fix_at_once(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(WRONG * (number + 1))

    def fix(_: int) -> subprocess.CompletedProcess[str]:
        return subprocess.run([LINTNEWS, "fix", "."], cwd=tmp_path, capture_output=True, text=True)

    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(fix, range(3)))
    assert all("Traceback" not in one.stderr for one in done)
    assert all("changed by someone else" in line for one in done for line in one.stderr.splitlines())
    for number in range(12):
        assert (tmp_path / f"{number}.txt").read_text() == RIGHT * (number + 1)
    assert hidden(tmp_path) == []


def test_a_rule_that_broke_down_is_remembered(run: Run, tmp_path: Path) -> None:
    stories = {
        "house/style/slow.yaml": SLOW,
        "a.txt": "many words in this sentence are short and small ones; " * 150 + "\n\n" + WRONG,
    }
    run("rules", stories=stories)
    time.sleep(0.05)
    arguments = ("check", "a.txt", "--rules", "house", "-f", "concise")
    first = run(*arguments)
    assert first.returncode == 2
    assert "the rule `slow` failed: the pattern" in first.stderr
    code = "import sys; from lintnews.cli import run; run(sys.argv[1:]); print('lintnews.linter' in sys.modules)"
    again = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert again.stderr == first.stderr
    assert again.stdout == first.stdout + "False\n"
