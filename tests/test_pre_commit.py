"""The hooks, run by the real pre-commit on a temporary repository.

pre-commit makes an environment of its own and installs the package there. The libraries that it needs are lent from the
environment of the tests, so that neither time nor a network is needed for them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from lintnews.readers import READERS

ROOT = Path(__file__).resolve().parents[1]
CONFIG = """\
repos:
  - repo: {path}
    rev: {rev}
    hooks:
      - id: lintnews-fix
      - id: lintnews
        args: [--format, concise]
"""
HOUSE_RULE = """\
id: colour
check: substitution
swap: {colour: color}
message: "Write {replacement}, not {text}."
severity: error
examples:
  valid: [The color.]
  invalid: ["The [[colour]]."]
"""


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def committed(folder: Path) -> str:
    """Commit everything in *folder*; returns the commit."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Write")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def package(tmp_path: Path) -> tuple[Path, str]:
    """A repository that holds the package as it stands here, and its commit."""
    folder = tmp_path / "package"
    folder.mkdir()
    for name in ("pyproject.toml", "README.md", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    for name in ("lintnews", "rules", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder, committed(folder)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    lent = tmp_path / "lent"
    lent.mkdir()
    for item in Path(sysconfig.get_paths()["purelib"]).iterdir():
        if not item.name.startswith(("lintnews", "_lintnews", "__editable__", "pip", "setuptools")):
            (lent / item.name).symlink_to(item)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    return {
        **kept,
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "PYTHONPATH": str(lent),
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_NO_INDEX": "1",
    }


def test_the_hooks_run(tmp_path: Path, package: tuple[Path, str], environment: dict[str, str]) -> None:
    stories = tmp_path / "stories"
    (stories / "house" / "words").mkdir(parents=True)
    (stories / "house" / "words" / "colour.yaml").write_text(HOUSE_RULE)
    (stories / "lintnews.yaml").write_text("rule_folders: [house]\nrules: {all: off, colour: on, placeholder: on}\n")
    (stories / ".pre-commit-config.yaml").write_text(CONFIG.format(path=package[0], rev=package[1]))
    (stories / "a.txt").write_text("The colour, TK, of the bridge.\n")
    (stories / "b.md").write_text("The bridge.\n")
    (stories / "tool.py").write_text("colour = TK\n")
    committed(stories)

    def hooks() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"],
            cwd=stories,
            env=environment,
            capture_output=True,
            text=True,
        )

    first = hooks()
    assert first.returncode == 1, first.stdout + first.stderr
    assert "files were modified by this hook" in first.stdout
    assert (stories / "a.txt").read_text() == "The color, TK, of the bridge.\n"
    assert (stories / "tool.py").read_text() == "colour = TK\n"
    assert "a.txt:1:12: error TK marks something still to be filled in. [placeholder]" in first.stdout
    (stories / "a.txt").write_text("The color of the bridge.\n")
    git(stories, "add", "-A")
    second = hooks()
    assert second.returncode == 0, second.stdout + second.stderr
    assert second.stdout.count("Passed") == 2


def test_the_hooks_are_for_every_format_that_stories_alone_have() -> None:
    shared = {".json", ".xml"}
    for hook in YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml"):
        fixes = hook["id"] == "lintnews-fix"
        for reader in READERS.values():
            for suffix in set(reader.suffixes) - shared:
                wanted = reader.writable and not reader.binary if fixes else True
                assert bool(re.search(hook["files"], f"stories/a{suffix}")) is wanted, suffix
        assert not re.search(hook["files"], "package.json")


@pytest.mark.parametrize("hook", YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text()), ids=str)
def test_hooks_pass_over_what_a_folder_run_passes_over(hook: dict[str, str]) -> None:
    passed = ("README.md", "docs/readme.de.txt", "LICENSE", "a/LICENCE.txt", "robots.txt", "requirements-dev.txt")
    passed += ("node_modules/a/b.md", "a/venv/c.txt", "CHANGELOG.md", "CMakeLists.txt")
    read = ("license.md", "requirements.md", "stories/a.md", "robots.md", "inventors/a.txt")
    assert all(re.search(hook["exclude"], path) for path in passed)
    assert not any(re.search(hook["exclude"], path) for path in read)
