"""The command line as its users meet it: whole processes, exit statuses, what goes to which stream."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run

WRONG = "The mayor, TK, said the bridge would open.\n"
RIGHT = "The mayor said the bridge would open.\n"


def test_a_clean_story_ends_with_0(run: Run) -> None:
    done = run("check", "a.txt", stories={"a.txt": RIGHT})
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "0 findings in 1 story\n"


def test_a_finding_ends_with_1_and_stands_on_standard_output(run: Run) -> None:
    done = run("check", "a.txt", "--format", "concise", stories={"a.txt": WRONG})
    assert done.returncode == 1
    assert done.stdout.startswith("a.txt:1:12: error TK ")
    assert done.stderr == ""


def test_exit_zero_and_fail_on(run: Run) -> None:
    stories = {"a.txt": WRONG}
    assert run("check", "a.txt", "--exit-zero", stories=stories).returncode == 0
    assert run("check", "a.txt", "--fail-on=error").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "jsom"), "lintnews: `jsom` is not an output format; did you mean `json`?"),
        (("--fail-on", "eror"), "lintnews: `eror` is not a severity; did you mean `error`?"),
        (("--format-of", "markdwn"), "lintnews: `markdwn` is not a format of stories; did you mean `markdown`?"),
        (("--select", "placholder"), "lintnews: `placholder` is not a rule or a subject; did you mean `placeholder`?"),
        (("--ignore", "furniture,furnitur"), "`furnitur` is not a rule or a subject; did you mean `furniture`?"),
        (("--rules", "nowhere"), "lintnews: there is no folder nowhere"),
        (("--published", "yesterday"), "lintnews: `yesterday` is not a date like 2025-03-05"),
        (("--nothing",), "No such option: --nothing"),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run("check", "a.txt", *arguments, stories={"a.txt": WRONG})
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_file_that_can_not_be_read_ends_with_2_and_the_others_are_linted(run: Run) -> None:
    done = run("check", "missing.txt", "a.txt", "--format", "json", stories={"a.txt": WRONG})
    assert done.returncode == 2
    missing, found = json.loads(done.stdout)["files"]
    assert missing == {"path": "missing.txt", "error": "No such file or directory", "findings": []}
    assert [finding["rule"] for finding in found["findings"]] == ["placeholder"]
    assert done.stderr == "missing.txt: No such file or directory\n"


def test_a_wrong_rule_file_ends_with_3(run: Run) -> None:
    done = run("check", "a.txt", "--rules", "house", stories={"a.txt": RIGHT, "house/broken.yaml": "id: broken\n"})
    assert (done.returncode, done.stdout) == (3, "")
    assert "house/broken.yaml:1:1: `check` is missing" in done.stderr


def test_standard_input(run: Run) -> None:
    done = run("check", "-", "--stdin-filename", "desk/a.md", "-f", "concise", input=WRONG)
    assert (done.returncode, done.stdout[:18]) == (1, "desk/a.md:1:12: er")


def test_a_report_in_a_file(run: Run, tmp_path: Path) -> None:
    done = run("check", "a.txt", "--output", "report.json", "--format", "json", stories={"a.txt": WRONG})
    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads((tmp_path / "report.json").read_text())["summary"]["findings"] == 1


def test_statistics_go_to_standard_error(run: Run) -> None:
    done = run("check", "a.txt", "--statistics", "--quiet", stories={"a.txt": WRONG})
    assert done.stderr == "     1  error    placeholder\n"


def test_folders_leave_out_what_git_ignores(run: Run) -> None:
    stories = {
        ".gitignore": "drafts/\n*.tmp.txt\n",
        "a.txt": WRONG,
        "b.tmp.txt": WRONG,
        "drafts/c.txt": WRONG,
        "desk/.gitignore": "!b.tmp.txt\n/d.txt\n",
        "desk/b.tmp.txt": WRONG,
        "desk/d.txt": WRONG,
        "desk/deep/d.txt": WRONG,
        ".hidden/e.txt": WRONG,
        "notes.csv": WRONG,
    }
    done = run("check", ".", "drafts/c.txt", "-f", "concise", stories=stories)
    paths = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert paths == ["a.txt", "desk/b.tmp.txt", "desk/deep/d.txt", "drafts/c.txt"]


def test_many_processes_report_what_one_does(run: Run) -> None:
    stories = {f"{number:02}.txt": RIGHT * 200 + WRONG * (number % 3) for number in range(40)}
    one, many = (run("check", ".", "-f", "jsonl", "--jobs", jobs, stories=stories) for jobs in "13")
    assert one.stdout == many.stdout
    assert one.stdout.count('"rule"') == 39


def test_a_closed_pipe_is_silent(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG * 5000)
    command = f"{Path(sys.executable).with_name('lintnews')} check a.txt -f concise | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.startswith("a.txt:1:12: error TK ")
    assert done.stderr == ""


def test_what_is_wrong_in_a_file_stands_where_it_is_wrong(run: Run) -> None:
    done = run(
        "check", "a.xml", "b.md", "missing.md", stories={"a.xml": "<nitf>\n<body>", "b.md": "---\na: [\n---\nOne.\n"}
    )
    assert [line.split(" ")[0] for line in done.stderr.splitlines()[:3]] == ["a.xml:2:7:", "b.md:3:1:", "missing.md:"]
    assert done.stderr.splitlines()[3] == "0 findings in 3 stories; 2 could not be read"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
@pytest.mark.parametrize(
    "arguments", [("check", "a.txt"), ("check", "a.txt", "--format", "json"), ("explain", "placeholder")]
)
def test_a_full_disk_is_told_in_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text(WRONG)
    command = [str(Path(sys.executable).with_name("lintnews")), *arguments]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "lintnews: the report can't be written: No space left on device"
    assert "Traceback" not in done.stderr
