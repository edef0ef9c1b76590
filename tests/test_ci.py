"""What the documentation and the action tell CI to run, run here as far as that goes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lintnews.reporters import REPORTERS

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
ACTION = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
WRONG = "The mayor, TK, said the bridge would open.\n"


def snippet(named: str) -> str:
    """The code block of docs/ci.md whose first line names this file."""
    blocks: list[str] = re.findall(r"```\w+\n(.*?)```", PAGE, re.DOTALL)
    return next(block for block in blocks if named in block.partition("\n")[0])


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def branch(tmp_path: Path) -> tuple[Path, str]:
    """A clone with a branch whose one change is a new line with a fault; and the commit that it began from."""
    origin = tmp_path / "origin"
    (origin / "stories").mkdir(parents=True)
    (origin / "stories" / "old.txt").write_text(WRONG)
    (origin / "lintnews.yaml").write_text("rules: {all: off, placeholder: on}\n")
    git(origin, "init", "-q", "-b", "main")
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(origin, "add", "-A")
    git(origin, "commit", "-qm", "Write")
    base = git(origin, "rev-parse", "HEAD")
    git(origin, "checkout", "-qb", "story")
    (origin / "stories" / "old.txt").write_text(f"{WRONG}\nThe band played.\n\nThe guests, TK, danced.\n")
    git(origin, "commit", "-qam", "Write")
    git(tmp_path, "clone", "-q", "--branch", "story", f"file://{origin}", "clone")
    return tmp_path / "clone", base


def run(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run *script* in bash, with this lintnews on the path, and no pip."""
    tools = folder.parent / "tools"
    tools.mkdir(exist_ok=True)
    keep_environment(tools)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CI_", "GITHUB_"))}
    environment = {**kept, "PATH": f"{tools}:{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, env={**environment, **variables}, capture_output=True, text=True
    )


def keep_environment(programs: Path) -> None:
    """What an environment that was kept between runs has, as far as it is run here."""
    programs.mkdir(parents=True, exist_ok=True)
    if not (programs / "lintnews").exists():
        (programs / "lintnews").symlink_to(Path(sys.executable).with_name("lintnews"))


def test_the_page_names_formats_options_and_hooks_that_exist() -> None:
    assert set(re.findall(r"--format (\w+)", PAGE)) <= set(REPORTERS)
    help_text = subprocess.run(
        [str(Path(sys.executable).with_name("lintnews")), "check", "--help"], capture_output=True, text=True, check=True
    ).stdout
    for option in set(re.findall(r"lintnews check[^\n`|]*", PAGE)):
        assert all(name in help_text for name in re.findall(r"--[\w-]+", option))
    config = YAML(typ="safe").load(snippet(".pre-commit-config.yaml"))
    offered = {hook["id"] for hook in YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    assert {hook["id"] for hook in config["repos"][0]["hooks"]} <= offered


def test_the_workflow_gives_the_action_inputs_that_it_takes() -> None:
    workflow = YAML(typ="safe").load(snippet("stories.yml"))
    steps: list[dict[str, Any]] = workflow["jobs"]["lintnews"]["steps"]
    given = next(step for step in steps if "lintnews" in step["uses"])["with"]
    assert set(given) <= set(ACTION["inputs"])


@pytest.mark.parametrize(("changed", "lines"), [("lines", ["5"]), ("stories", ["1", "5"]), ("all", ["1", "5"])])
def test_the_action_marks_lines_and_writes_sarif(branch: tuple[Path, str], changed: str, lines: list[str]) -> None:
    clone, base = branch
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "lint")
    output = clone.parent / "output"
    variables = dict.fromkeys(step["env"], "") | {"STORY_PATHS": "stories\n", "CHANGED": changed, "BASE": base}
    done = run(step["run"], clone, **variables, RUNNER_TEMP=str(clone.parent), GITHUB_OUTPUT=str(output))
    assert done.returncode == 1, done.stderr
    assert re.findall(r"^::error .*line=(\d+)", done.stdout, re.MULTILINE) == lines
    sarif = output.read_text().strip().removeprefix("sarif-file=")
    (report,) = json.loads(Path(sarif).read_text())["runs"]
    assert [str(r["locations"][0]["physicalLocation"]["region"]["startLine"]) for r in report["results"]] == lines


def test_the_action_in_a_shallow_clone(branch: tuple[Path, str]) -> None:
    clone, base = branch
    shallow = clone.parent / "shallow"
    git(clone.parent, "clone", "-q", "--depth=1", "--branch", "story", f"file://{clone.parent / 'origin'}", "shallow")
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "lint")
    variables = dict.fromkeys(step["env"], "") | {"STORY_PATHS": "stories", "CHANGED": "lines", "BASE": base}
    done = run(
        step["run"], shallow, **variables, RUNNER_TEMP=str(clone.parent), GITHUB_OUTPUT=str(clone.parent / "out")
    )
    assert re.findall(r"^::error .*line=(\d+)", done.stdout, re.MULTILINE) == ["5"], done.stderr


def test_the_action_passes_where_nothing_is_wrong(branch: tuple[Path, str]) -> None:
    clone, _ = branch
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "lint")
    (clone / "stories" / "old.txt").write_text("The band played.\n")
    variables = dict.fromkeys(step["env"], "") | {"STORY_PATHS": "stories", "ARGUMENTS": "--select\nplaceholder\n"}
    done = run(step["run"], clone, **variables, RUNNER_TEMP=str(clone.parent), GITHUB_OUTPUT=str(clone.parent / "out"))
    assert (done.returncode, done.stdout) == (0, "")


def test_the_gitlab_job(branch: tuple[Path, str]) -> None:
    clone, base = branch
    job = YAML(typ="safe").load(snippet(".gitlab-ci.yml"))["lintnews"]
    (kept,) = job["cache"]["paths"]
    keep_environment(clone / kept / "bin")
    done = run("\n".join(job["script"]), clone, LINTNEWS="lintnews", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1, done.stderr
    report = json.loads((clone / job["artifacts"]["reports"]["codequality"]).read_text())
    assert [(finding["location"]["path"], finding["check_name"]) for finding in report] == [
        ("stories/old.txt", "placeholder")
    ]


def test_the_jenkins_stage(branch: tuple[Path, str]) -> None:
    clone, _ = branch
    text = snippet("Jenkinsfile")
    (script,) = re.findall(r"sh '''(.*?)'''", text, re.DOTALL)
    environment = clone.parent / "environment"
    keep_environment(environment / "bin")
    done = run(script, clone, LINTNEWS="lintnews", CHANGE_TARGET="main", ENVIRONMENT=str(environment))
    assert done.returncode == 1, done.stderr
    (pattern,) = re.findall(r"pattern: '([^']+)'", text)
    (report,) = json.loads((clone / pattern).read_text())["runs"]
    assert len(report["results"]) == 1


def step(name: str) -> dict[str, Any]:
    return next(step for step in ACTION["runs"]["steps"] if name in (step.get("id"), step.get("name")))


def test_the_action_keeps_its_environment(tmp_path: Path) -> None:
    """Its key changes with what the action is made of; what was kept is not installed again."""
    action = tmp_path / "action"
    (action / "lintnews").mkdir(parents=True)
    (action / "lintnews" / "a file.py").write_text("A = 1\n")
    keys = []
    for number in range(3):
        output = tmp_path / f"output-{number}"
        variables = {"ACTION_PATH": str(action), "RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(output)}
        done = run(step("environment")["run"], action, **variables)
        assert done.returncode == 0, done.stderr
        keys.append(output.read_text().splitlines()[0])
        if number == 1:
            (action / "lintnews" / "a file.py").write_text("A = 2\n")
    assert keys[0] == keys[1] != keys[2]
    folder = output.read_text().splitlines()[1].removeprefix("folder=")
    assert step("cache")["with"]["path"] == "${{ steps.environment.outputs.folder }}"
    keep_environment(Path(folder) / "bin")
    on_path = tmp_path / "path"
    variables = {"ACTION_PATH": str(action), "ENVIRONMENT": folder, "KEPT": "true", "GITHUB_PATH": str(on_path)}
    done = run(step("Install lintnews")["run"], action, **variables)
    assert done.returncode == 0, done.stderr
    assert on_path.read_text() == f"{folder}/bin\n"


def test_the_action_uploads_nothing_that_is_suppressed(branch: tuple[Path, str]) -> None:
    clone, _ = branch
    (clone / "stories" / "old.txt").write_text(
        f"{WRONG}\nThe guests, TK, danced. [lintnews: allow placeholder -- so it is]\n"
    )
    output = clone.parent / "output"
    variables = dict.fromkeys(step("lint")["env"], "") | {"STORY_PATHS": "stories", "CHANGED": "all"}
    run(step("lint")["run"], clone, **variables, RUNNER_TEMP=str(clone.parent), GITHUB_OUTPUT=str(output))
    sarif = Path(output.read_text().strip().removeprefix("sarif-file="))
    (report,) = json.loads(sarif.read_text())["runs"]
    assert [r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in report["results"]] == [1]
