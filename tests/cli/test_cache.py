"""The result cache: what it answers, what makes it ask again, and that nothing can break it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lintnews.reporters import REPORTERS

from .conftest import Run

LINTNEWS = str(Path(sys.executable).with_name("lintnews"))
WRONG = "The mayor, TK, said the bridge would open.\n"
RIGHT = "The mayor said the bridge would open.\n"
RULE = """id: bridge
check: existence
terms: [bridge]
message: "{text} is a crossing."
severity: error
why: The house says crossing.
examples:
  valid: [The crossing opened.]
  invalid: ["The [[bridge]] opened."]
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kept"
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(folder))
    return folder


def modules_of(folder: Path, *arguments: str) -> set[str]:
    """The modules that a run of ``lintnews`` imports."""
    code = "import sys; from lintnews.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, text=True)
    return set(done.stderr.splitlines()[-1].split())


def settle() -> None:
    """Let the files just written grow older than what the cache takes for too new to trust."""
    time.sleep(0.05)


@pytest.mark.parametrize("name", REPORTERS)
def test_what_is_kept_is_reported_as_what_is_new(run: Run, name: str, own_cache: Path) -> None:
    stories = {"a.txt": WRONG, "b.md": RIGHT + WRONG, "c.txt": RIGHT}
    arguments = ("check", "a.txt", "b.md", "c.txt", "missing.txt", "--format", name)
    new = run(*arguments, "--no-cache", stories=stories)
    assert not (own_cache / "results").exists()
    first, second = run(*arguments), run(*arguments)
    assert len(list((own_cache / "results").iterdir())) > 0
    assert new.stdout == first.stdout == second.stdout
    assert (new.returncode, first.returncode, second.returncode) == (2, 2, 2)
    assert new.stderr == second.stderr


def test_what_is_kept_is_answered_without_linting(run: Run, tmp_path: Path) -> None:
    run("check", "a.txt", stories={"a.txt": WRONG})
    loaded = modules_of(tmp_path, "check", "a.txt")
    assert "lintnews.reporters.text" in loaded
    slow = {"typer", "dataclasses", "pathlib", "spacy", "lintnews.linter", "lintnews.story", "ruamel.yaml"}
    assert not loaded & slow


def test_a_changed_story_is_linted_again(run: Run) -> None:
    assert run("check", "a.txt", stories={"a.txt": RIGHT}).returncode == 0
    assert run("check", "a.txt", stories={"a.txt": WRONG}).returncode == 1
    assert run("check", "a.txt", stories={"a.txt": RIGHT}).returncode == 0


def test_other_rules_and_another_configuration_are_other_findings(run: Run, tmp_path: Path) -> None:
    stories = {"a.txt": RIGHT, "house/desk/bridge.yaml": RULE}
    (tmp_path / "house" / "desk").mkdir(parents=True)
    assert run("check", "a.txt", stories=stories).returncode == 0
    settle()
    assert run("check", "a.txt", "--rules", "house").returncode == 1
    assert run("check", "a.txt", "--rules", "house", "--ignore", "bridge").returncode == 0
    settle()
    assert run("check", "a.txt", stories={"lintnews.yaml": "rule_folders: [house]\n"}).returncode == 1
    settle()
    softer = {"lintnews.yaml": "rule_folders: [house]\nrules: {bridge: off}\n"}
    assert run("check", "a.txt", stories=softer).returncode == 0
    settle()
    (tmp_path / "lintnews.yaml").unlink()
    settle()
    assert run("check", "a.txt").returncode == 0
    assert run("check", "a.txt", "--rules", "house").returncode == 1
    (tmp_path / "house" / "desk" / "bridge.yaml").write_text(RULE.replace("severity: error", "severity: eror"))
    assert run("check", "a.txt", "--rules", "house").returncode == 3
    (tmp_path / "house" / "desk" / "bridge.yaml").unlink()
    assert run("check", "a.txt", "--rules", "house").returncode == 0


def test_a_rule_file_that_was_only_touched_changes_nothing(run: Run, tmp_path: Path, own_cache: Path) -> None:
    run("check", "a.txt", "--rules", "house", stories={"a.txt": RIGHT, "house/desk/bridge.yaml": RULE})
    settle()
    run("check", "a.txt", "--rules", "house")
    (tmp_path / "house" / "desk" / "bridge.yaml").touch()
    assert "lintnews.linter" not in modules_of(tmp_path, "check", "a.txt", "--rules", "house")


@pytest.mark.parametrize("damage", [b"", b"lintnews", b"\xff" * 4000])
def test_damage_is_a_miss(run: Run, own_cache: Path, damage: bytes) -> None:
    first = run("check", "a.txt", stories={"a.txt": WRONG})
    kept = [path for path in own_cache.rglob("*") if path.is_file()]
    assert sorted(path.parent.name for path in kept) == sorted({path.parent.name for path in kept})
    assert {"rules", "contexts"} <= {path.parent.name for path in kept}
    for path in kept:
        path.write_bytes(path.read_bytes()[:30] + damage)
    assert run("check", "a.txt").stdout == first.stdout


def test_a_folder_that_can_not_be_written_costs_time_only(run: Run, own_cache: Path) -> None:
    own_cache.write_text("a file stands where the folder should be")
    done = run("check", "a.txt", stories={"a.txt": WRONG})
    assert (done.returncode, done.stderr) == (
        1,
        "1 finding in 1 story: 1 error\n`lintnews explain RULE` says more about a rule\n",
    )


def test_runs_at_once_agree(run: Run, tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(WRONG * (number % 3))
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: run("check", ".", "--format", "json", "--jobs", "1"), range(4)))
    assert len({one.stdout for one in done}) == 1
    assert json.loads(done[0].stdout)["summary"]["findings"] == 30


def test_without_the_cache_rules_still_come_compiled(run: Run, own_cache: Path) -> None:
    first = run("check", "a.txt", "--no-cache", stories={"a.txt": WRONG})
    assert sorted(path.name for path in own_cache.iterdir()) == ["rules"]
    assert "ruamel.yaml" not in modules_of(Path.cwd(), "check", "--no-cache", "a.txt")
    assert run("check", "a.txt", "--no-cache").stdout == first.stdout


def test_nothing_is_kept_where_the_folder_is_set_to_nothing(
    run: Run, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(own_cache))
    assert run("check", "a.txt", stories={"a.txt": WRONG}).returncode == 1
    assert not own_cache.exists()
