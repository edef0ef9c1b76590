"""Rule files are collected as tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RULE = """\
id: per-cent
check: substitution
swap: {per cent: percent}
message: "Write {replacement}."
severity: info
examples:
  valid: [Ten percent., Eleven per cent.]
  invalid: ["Ten [[per cent]]."]
"""


def run(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(folder), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout


def test_examples_are_tests(tmp_path: Path) -> None:
    folder = tmp_path / "rules" / "style"
    folder.mkdir(parents=True)
    (folder / "per-cent.yaml").write_text(RULE)
    (folder / "wrong.yaml").write_text("id: wrong\n")
    (tmp_path / "other.yaml").write_text("a: b\n")
    out = run(tmp_path, "-v", "--continue-on-collection-errors")
    assert "rules/style/per-cent.yaml::valid-1 PASSED" in out
    assert "rules/style/per-cent.yaml::valid-2 FAILED" in out
    assert "rules/style/per-cent.yaml::invalid-1 PASSED" in out
    assert "flagged: Eleven [[per cent]]." in out
    assert "wrong.yaml:1:1: `check` is missing" in out
    assert "2 passed, 1 error" in out or "1 failed, 2 passed, 1 error" in out


def test_folders_by_another_name(tmp_path: Path) -> None:
    folder = tmp_path / "house" / "style"
    folder.mkdir(parents=True)
    (folder / "per-cent.yaml").write_text(RULE.replace(", Eleven per cent.", ""))
    assert "no tests ran" in run(tmp_path)
    assert "2 passed" in run(tmp_path, "-o", "lintnews_rules=house")
