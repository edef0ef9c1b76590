"""lintnews init: every preset works as it is written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from lintnews.cli.completion import PRESETS
from lintnews.cli.init import FOLDER

from .conftest import Run


def test_every_preset_is_offered() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(PRESETS)


@pytest.mark.parametrize("preset", PRESETS)
def test_what_is_written_works(run: Run, tmp_path: Path, preset: str) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    done = run("init", "--preset", preset)
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name for path in tmp_path.iterdir()} == {".git", ".pre-commit-config.yaml", "lintnews.yaml", "rules"}
    assert run("check", ".").stderr == "lintnews: there are no stories here\n"
    shown = run("config", "show")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "rules/house/house-name.yaml" not in run("test", "rules").stdout
    assert run("test", "rules").stdout == "2 examples of 1 rule, 0 failed\n"
    (hook,) = YAML(typ="safe").load((tmp_path / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    assert hook["entry"] == "lintnews check --changed"


def test_presets_differ_where_desks_do(run: Run, tmp_path: Path) -> None:
    story = "---\npublished: 2026-03-05\n---\n\nLONDON — The council meets at 5pm, on 3/4/2026, the mayor said.\n"
    found = {}
    for preset in ("us-wire", "uk-desk"):
        run("init", "-p", preset, preset, stories={f"{preset}/a.md": story})
        found[preset] = run("check", f"{preset}/a.md", "--config", f"{preset}/lintnews.yaml", "-f", "concise").stdout
    assert "am-pm-style" in found["us-wire"]
    assert "am-pm-style" not in found["uk-desk"]


def test_nothing_that_is_there_is_touched(run: Run, tmp_path: Path) -> None:
    done = run("init", "--preset", "uk-desk", stories={"lintnews.yml": "fail_level: info\n"})
    assert (done.returncode, done.stderr) == (2, "lintnews: lintnews.yml is there already\n")
    (tmp_path / "lintnews.yml").unlink()
    done = run("init", "--preset", "uk-desk", stories={"rules/house/house-name.yaml": "mine"})
    assert "house-name.yaml is there already: left as it is\n" in done.stdout
    assert (tmp_path / "rules" / "house" / "house-name.yaml").read_text() == "mine"
    assert not (tmp_path / ".pre-commit-config.yaml").exists()


def test_which_preset_must_be_said(run: Run, tmp_path: Path) -> None:
    done = run("init")
    assert done.returncode == 2
    assert all(f"  {preset} " in done.stderr for preset in PRESETS)
    assert run("init", "-p", "uk-dsk").stderr == "lintnews: `uk-dsk` is not a preset; did you mean `uk-desk`?\n"
    assert list(tmp_path.iterdir()) == []
