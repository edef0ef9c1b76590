"""What git says has changed, asked of the real git."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any, cast

import pytest

from lintnews.changed_lines import Changed, GitError, changed_since
from lintnews.wire import FileEntry


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    return tmp_path


def lines(number: int) -> str:
    return "".join(f"Line {n}.\n" for n in range(1, number + 1))


def commit(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.txt").write_text(text)
    git("add", "-A")
    git("commit", "-qm", "Write")


def seen(changed: Changed) -> dict[str, object]:
    return {
        str(Path(path).relative_to(Path.cwd().resolve())): ranges
        if ranges is None
        else [line for r in ranges for line in r]
        for path, ranges in changed.files.items()
    }


def test_changed_added_and_deleted_lines() -> None:
    commit(a=lines(9), b=lines(3), c=lines(3))
    Path("a.txt").write_text(lines(9).replace("Line 2.", "Two.").replace("Line 5.\n", "") + "Ten.\nEleven.\n")
    Path("b.txt").write_text(lines(3).replace("Line 3.\n", ""))
    Path("c.txt").unlink()
    assert seen(changed_since("", ["."])) == {"a.txt": [2, 9, 10]}


def test_staged_and_untracked_count_and_ignored_does_not() -> None:
    commit(a=lines(3))
    Path(".gitignore").write_text("drafts\n")
    Path("drafts").mkdir()
    Path("drafts/x.txt").write_text("X.\n")
    Path("new.txt").write_text("New.\n")
    Path("a.txt").write_text(lines(4))
    git("add", "a.txt")
    assert seen(changed_since("", ["."])) == {"a.txt": [4], ".gitignore": None, "new.txt": None}


def test_before_the_first_commit_everything_has_changed() -> None:
    Path("a.txt").write_text(lines(2))
    Path("b.txt").write_text(lines(1))
    git("add", "a.txt")
    assert seen(changed_since("", ["."])) == {"a.txt": [1, 2], "b.txt": None}


def test_against_another_branch_only_this_side_counts() -> None:
    commit(a=lines(9))
    git("checkout", "-qb", "story")
    commit(a=lines(9).replace("Line 8.", "Eight."))
    git("checkout", "-q", "main")
    commit(a=lines(9).replace("Line 2.", "Two."), b=lines(2))
    git("checkout", "-q", "story")
    assert seen(changed_since("main", ["."])) == {"a.txt": [8]}


def test_a_renamed_file_has_its_changed_lines() -> None:
    commit(a=lines(30))
    git("mv", "a.txt", "renamed.txt")
    Path("renamed.txt").write_text(lines(30).replace("Line 8.", "Eight."))
    assert seen(changed_since("", ["."])) == {"renamed.txt": [8]}


@pytest.mark.parametrize("name", ["two words.txt", 'a"b\\c.txt', "Ärger.txt", "tab\there.txt", "sub/é.txt"])
def test_any_name(name: str) -> None:
    Path("sub").mkdir()
    Path(name).write_text(lines(2))
    git("add", "-A")
    git("commit", "-qm", "Write")
    Path(name).write_text(lines(3))
    assert seen(changed_since("", [name])) == {name: [3]}


def test_lines_that_look_like_a_patch() -> None:
    commit(a="-- a/b.txt\n++ b/c.txt\n@@ -1 +1 @@\n" + lines(3))
    Path("a.txt").write_text("++ b/c.txt\n+++ b/d.txt\n@@ -7 +7 @@\n" + lines(4))
    assert seen(changed_since("", ["."])) == {"a.txt": [2, 3, 7]}


def test_binary_files_and_lone_returns_have_changed_as_a_whole() -> None:
    Path("wide.txt").write_bytes(lines(3).encode("utf-16"))
    commit(mac="One.\rTwo.\n", a=lines(1))
    Path("wide.txt").write_bytes(lines(4).encode("utf-16"))
    Path("mac.txt").write_bytes(b"One.\rThree.\n")
    assert seen(changed_since("", ["."])) == {"wide.txt": None, "mac.txt": None}


def test_while_a_hook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    commit(a=lines(2))
    Path("a.txt").write_text(lines(3))
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert seen(changed_since("", ["a.txt"])) == {"a.txt": [3]}


def test_an_unknown_commit_is_told() -> None:
    commit(a=lines(2))
    with pytest.raises(GitError, match="git knows no commit `origin/main` here"):
        changed_since("origin/main", ["."])


def test_outside_a_repository(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        changed_since("", [str(tmp_path_factory.mktemp("elsewhere"))])


def test_a_finding_counts_by_its_words_or_by_what_they_contradict(repository: Path) -> None:
    changed = Changed({str((repository / "a.txt").resolve()): (range(3, 5),)})

    def finding(start: int, end: int, *notes: int) -> dict[str, Any]:
        places = [{"start": {"line": n}, "end": {"line": n}} for n in notes]
        return {"start": {"line": start}, "end": {"line": end}, "notes": [*places, {"start": None, "end": None}]}

    inside = [finding(3, 3), finding(1, 3), finding(4, 9), finding(9, 9, 7, 4)]
    outside = [finding(1, 2), finding(5, 5), finding(9, 9, 1, 5)]
    entry = cast(FileEntry, {"path": "a.txt", "findings": cast(Any, [*inside, *outside])})
    assert changed.findings_in(entry) == inside
    assert changed.findings_in({**entry, "path": "b.txt"}) == []
