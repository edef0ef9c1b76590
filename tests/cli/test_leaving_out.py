"""lintnews check without what is known, and without what has not changed; lintnews baseline."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from lintnews.cli import run

WRONG = "The mayor, TK, said the bridge would open.\n"
MORE = "The governor, TK, said it would not.\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lintnews.yaml").write_text("rules: {all: off, placeholder: on}\n")
    (tmp_path / "a.txt").write_text(WRONG)
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    capsys.readouterr()
    status = run(["check", "--format", "json", *arguments])
    files = json.loads(capsys.readouterr().out)["files"]
    return status, [f"{file['path']}:{f['start']['line']}" for file in files for f in file["findings"]]


def test_a_baseline_from_beginning_to_end(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "write", "a.txt"]) == 0
    noted, how = capsys.readouterr().err.splitlines()
    assert noted == "1 finding noted in lintnews-baseline.json"
    assert "`baseline: lintnews-baseline.json`" in how
    known = ("--baseline", "lintnews-baseline.json")
    assert found(capsys, "a.txt") == (1, ["a.txt:1"])
    assert found(capsys, "a.txt", *known) == (0, [])
    assert run(["check", "a.txt", *known]) == 0
    assert capsys.readouterr().err == "0 findings in 1 story; 1 known left out\n"
    Path("a.txt").write_text(f"A line more.\n\n{WRONG}\n{MORE}")
    assert found(capsys, "a.txt", *known) == (1, ["a.txt:5"])
    Path("lintnews.yaml").write_text("rules: {all: off, placeholder: on}\nbaseline: lintnews-baseline.json\n")
    assert found(capsys, "a.txt") == (1, ["a.txt:5"])
    assert found(capsys, "a.txt", "--no-baseline") == (1, ["a.txt:3", "a.txt:5"])
    assert run(["baseline", "show"]) == 0
    assert capsys.readouterr().out == "a.txt: TK [placeholder]\n"
    Path("a.txt").write_text(MORE)
    assert run(["baseline", "prune", "a.txt"]) == 0
    assert capsys.readouterr().err == "1 struck out of lintnews-baseline.json, 0 findings left\n"
    assert found(capsys, "a.txt") == (1, ["a.txt:1"])


def test_what_a_baseline_knows_is_told_to_programs_that_ask(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "write", "a.txt"]) == 0
    Path("a.txt").write_text(f"{WRONG}\n{MORE}")
    known = ("--baseline", "lintnews-baseline.json")
    capsys.readouterr()
    assert run(["check", "a.txt", *known, "--format", "sarif"]) == 1
    new, old = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert "suppressions" not in new
    assert old["locations"][0]["physicalLocation"]["region"]["startLine"] == 1
    (suppression,) = old["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    run(["check", "a.txt", *known, "--format", "json"])
    (entry,) = json.loads(capsys.readouterr().out)["files"]
    assert [finding["start"]["line"] for finding in entry["known"]] == [1]
    run(["check", "a.txt", *known, "--format", "concise"])
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize("command", [["mentions"], ["suppressions"], ["facts", "of"]])
def test_what_is_excluded_is_excluded_everywhere(
    desk: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    (desk / "lintnews.yaml").write_text("exclude: [drafts/]\n")
    (desk / "drafts").mkdir()
    text = "Ann Lee, 48, spoke. [lintnews: allow placeholder -- a company]\n"
    for name in ("a.txt", "b.notes.txt", "drafts/c.txt"):
        (desk / name).write_text(text)
    assert run([*command, "--exclude", "*.notes.txt", "."]) == 0
    out, err = capsys.readouterr()
    assert "a.txt" in out and "notes" not in out and "drafts" not in out and not err
    assert run([*command, "drafts/c.txt"]) == 0
    out, err = capsys.readouterr()
    assert not out and err == "drafts/c.txt: left out (excluded)\n"
    (desk / "other.yaml").write_text("exclude: [a.txt]\n")
    assert run([*command, "--config", "other.yaml", "drafts", "a.txt"]) == 0
    out, err = capsys.readouterr()
    assert "drafts/c.txt" in out and "a.txt: left out (excluded)" in err
    assert run([*command, "--config", "gone.yaml", "."]) == 2


def test_the_same_baseline_is_the_same_bytes(desk: Path) -> None:
    (desk / "b.txt").write_text(MORE)
    assert run(["baseline", "write", "a.txt", "b.txt"]) == 0
    first = Path("lintnews-baseline.json").read_bytes()
    assert run(["baseline", "write", "b.txt", "a.txt"]) == 0
    assert Path("lintnews-baseline.json").read_bytes() == first


def test_the_cache_keeps_what_the_baseline_leaves_out(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(desk / "cache"))
    assert run(["baseline", "write", "a.txt"]) == 0
    for _ in range(2):
        assert run(["check", "-q", "a.txt", "--baseline", "lintnews-baseline.json"]) == 0
        assert run(["check", "-q", "a.txt"]) == 1


def test_wrong_baselines(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "a.txt", "--baseline", "gone.json"]) == 2
    assert capsys.readouterr().err == "lintnews: there is no file gone.json\n"
    Path("broken.json").write_text("{")
    assert run(["check", "a.txt", "--baseline", "broken.json"]) == 3
    assert "broken.json:1:2: this is not JSON" in capsys.readouterr().err
    assert run(["baseline", "prune", "a.txt", "--baseline", "gone.json"]) == 2


def test_reasons_are_asked_for(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("lintnews.yaml").write_text("rules: {placeholder: on}\nsuppressions: {require_reason: true}\n")
    Path("a.txt").write_text(f"[lintnews: allow placeholder]\n\n{WRONG}")
    assert run(["check", "-f", "concise", "--select", "suppressions,placeholder", "a.txt"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("a.txt:1:1: warning The suppression of placeholder gives no reason.")
    assert len(out.splitlines()) == 1


def _git(*arguments: str) -> None:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def test_only_what_has_changed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.txt").write_text(WRONG)
    _git("init", "-q", "-b", "main")
    _git("add", "-A")
    _git("commit", "-qm", "Write")
    assert found(capsys, ".", "--changed") == (0, [])
    Path("a.txt").write_text(f"{WRONG}\n{MORE}")
    Path("new.txt").write_text(WRONG)
    assert found(capsys, ".", "--changed") == (1, ["a.txt:3", "new.txt:1"])
    assert found(capsys, ".", "--changed", "--whole-stories") == (1, ["a.txt:1", "a.txt:3", "new.txt:1"])
    _git("checkout", "-qb", "story")
    _git("commit", "-qam", "Write")
    assert found(capsys, "a.txt", "--changed") == (0, [])
    assert found(capsys, "a.txt", "b.txt", "--diff", "main") == (1, ["a.txt:3"])


def test_what_git_cannot_tell_is_wrong_usage(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "a.txt", "--changed"]) == 2
    assert "not a git repository" in capsys.readouterr().err
    assert run(["check", "a.txt", "--changed", "--diff", "main"]) == 2


def test_marks_of_the_draft_are_found_when_it_is_published(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("The mayor, Jon Smyth (CQ), said the bridge would open.\n")
    assert found(capsys, "a.txt") == (0, [])
    assert found(capsys, "a.txt", "--publish") == (1, ["a.txt:1"])


def test_how_to_use_a_baseline_is_told_only_where_it_is_not_used_yet(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "lintnews.yaml").write_text("baseline: known.json\nrules: {all: off, placeholder: on}\n")
    (desk / "known.json").write_text('{"version": 1, "findings": {}}')
    assert run(["baseline", "write", "a.txt"]) == 0
    assert capsys.readouterr().err == "1 finding noted in known.json\n"
