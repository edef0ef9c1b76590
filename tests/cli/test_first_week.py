"""What the first week at a desk brings up: help, streams, progress, what is left out, what completes."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from lintnews import LintnewsError, lint_text
from lintnews.cli import checking, run, streams
from lintnews.cli.options import CheckOptions
from lintnews.reporters.columns import width

from .conftest import Run

LINTNEWS = shlex.quote(str(Path(sys.executable).with_name("lintnews")))
WRONG = "The mayor, TK, said the bridge would open.\n"
MILD = "---\npublished: 2026-03-05\n---\n\nPORTLAND, Ore. (AP) — The bridge opens at 5pm, the mayor said.\n"


def in_shell(folder: Path, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command.replace("LINTNEWS", LINTNEWS)],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        timeout=120,
    )


class TestFormats:
    @pytest.mark.parametrize("command", ["check", "fix", "suppressions", "mentions"])
    def test_an_unknown_format_of_stories_is_one_line(self, run: Run, command: str) -> None:
        stories = {"a.txt": WRONG}
        run("check", "a.txt", stories=stories)
        for _ in range(2):
            done = run(command, "a.txt", "--format-of", "wordperfect")
            assert (done.returncode, done.stdout) == (2, "")
            assert done.stderr.startswith("lintnews: `wordperfect` is not a format of stories: ")
            assert done.stderr.count("\n") == 1

    def test_the_library_says_so_too(self) -> None:
        with pytest.raises(LintnewsError, match=r"^`wordperfect` is not a format of stories: plain, "):
            lint_text("abc", format_of="wordperfect")


class TestHelp:
    def test_short_options_and_the_word_help(self, run: Run) -> None:
        assert run("check", "-h").stdout == run("check", "--help").stdout == run("help", "check").stdout
        assert run("-V").stdout == run("--version").stdout

    def test_no_command_is_cut_short(self, run: Run) -> None:
        for shown in (run("-h"), run("baseline", "-h")):
            assert "..." not in shown.stdout.partition("Commands:")[2]

    def test_a_command_may_be_meant(self, run: Run) -> None:
        done = run("chek")
        assert (done.returncode, done.stderr) == (2, "lintnews: `chek` is not a command; did you mean `check`?\n")


class TestStreams:
    @pytest.mark.parametrize("command", ["check a.txt", "check a.txt -f json", "rules", "fix --diff a.txt", "-h"])
    def test_streams_that_were_closed_before(self, tmp_path: Path, command: str) -> None:
        (tmp_path / "a.txt").write_text(WRONG)
        usual = in_shell(tmp_path, f"LINTNEWS {command}")
        for closed in (">&-", "2>&-", ">&- 2>&-"):
            done = in_shell(tmp_path, f"LINTNEWS {command} {closed}")
            assert done.returncode == usual.returncode
            assert "Traceback" not in done.stderr

    def test_nobody_reads_on(self, tmp_path: Path) -> None:
        for number in range(40):
            (tmp_path / f"{number}.txt").write_text((WRONG + "\n") * 60)
        for _ in range(2):
            command = "LINTNEWS check . -j 2 -f concise | head -2; exit ${PIPESTATUS[0]}"
            done = in_shell(tmp_path, command, LINTNEWS_CACHE_DIR="")
            assert (done.returncode, done.stderr) == (141, "")


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


class TestProgress:
    @pytest.mark.parametrize("at_a_terminal", [False, True])
    def test_the_bar_stays_between_pieces_of_the_report(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_a_terminal: bool
    ) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(streams, "FIRST_SHOWN", 0)
        for number in range(3):
            (tmp_path / f"{number}.txt").write_text(WRONG)
        screen = _Screen()
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setattr(sys, "stdout", screen if at_a_terminal else io.StringIO())
        options = CheckOptions(["."])
        options.jobs = 1
        assert checking.check(options) == 1
        shown = screen.getvalue().split("\r")
        bars = [at for at, piece in enumerate(shown) if piece.startswith("[")]
        wiped = [at for at, piece in enumerate(shown) if piece.startswith("\x1b[K")]
        assert len(bars) >= 1
        if at_a_terminal:
            assert all(at + 1 in bars for at in wiped[:-1] if at + 1 < len(shown) and "TK" not in shown[at])
            assert len(wiped) > 1
        else:
            assert len(wiped) == 1
        assert wiped[-1] == len(shown) - 1


class TestWhatIsLeftOut:
    def test_the_least_severity(self, run: Run) -> None:
        stories = {"a.md": MILD, "b.txt": WRONG}
        everything = run("check", ".", "-f", "concise", stories=stories)
        assert "am-pm-style" in everything.stdout
        for _ in range(2):
            done = run("check", ".", "--least", "warning")
            assert "am-pm-style" not in done.stdout
            assert done.stderr.startswith("1 finding in 2 stories: 1 error; 1 milder left out\n")
        assert run("check", "a.md", "--least", "warning").returncode == 0
        run("check", "a.md", stories={"lintnews.yaml": "report_level: error\n"})
        assert run("check", "a.md", "-f", "concise").stdout == ""
        assert "am-pm-style" in run("check", "a.md", "-f", "concise", "--least", "info").stdout
        assert run("check", "a.md", "--least", "eror").stderr.startswith(
            "lintnews: `eror` is not a severity; did you mean"
        )

    def test_papers_of_a_repository_are_no_stories(self, run: Run) -> None:
        no_stories = ("README.md", "readme.txt", "LICENSE", "LICENSE.txt", "robots.txt", "requirements-dev.txt")
        no_stories += ("node_modules/a/b.md", "docs/CHANGELOG.md")
        stories = dict.fromkeys((*no_stories, "license.md", "requirements.md", "newsroom/a.txt"), WRONG)
        done = run("check", ".", "-f", "concise", stories=stories)
        assert {line.split(":")[0] for line in done.stdout.splitlines()} == {
            "license.md",
            "requirements.md",
            "newsroom/a.txt",
        }
        assert run("check", "README.md", "-f", "concise").stdout.startswith("README.md:1:12: error")
        told = run("check", ".", "--verbose").stderr
        assert "README.md: left out (no story by its name)\n" in told
        assert "node_modules: left out (no story by its name)\n" in told
        assert "license.md: read\n" in told

    def test_what_is_excluded(self, run: Run, tmp_path: Path) -> None:
        stories = dict.fromkeys(("a.txt", "archive/b.txt", "archive/keep/c.txt", "desk/d.draft.txt"), WRONG)
        config = 'exclude: ["archive/*", "!archive/keep/", "*.draft.txt"]\n'
        done = run("check", ".", "-f", "concise", stories={**stories, "lintnews.yaml": config})
        for _ in range(2):
            assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "archive/keep/c.txt"]
            done = run("check", ".", "-f", "concise")
        given = run("check", "archive/b.txt")
        assert (given.returncode, given.stdout) == (0, "")
        assert given.stderr == "archive/b.txt: left out (excluded)\nlintnews: there are no stories here\n"
        assert run("check", ".", "--exclude", "archive", "--exclude", "a.txt").returncode == 0
        assert run("fix", ".", "--diff", "--exclude", "a.txt", "--verbose").stderr.startswith("a.txt: left out")

    def test_nothing_has_changed(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(WRONG)
        git = "git init -q && git add . && git -c user.name=a -c user.email=a@b commit -qm one"
        subprocess.run(["bash", "-c", git], cwd=tmp_path, check=True, capture_output=True)
        done = run("check", ".", "--changed")
        assert (done.returncode, done.stderr) == (0, "lintnews: nothing has changed in 1 story here\n")
        assert run("check", ".", "--changed", "--quiet").stderr == ""


class TestSummary:
    def test_it_says_what_can_be_fixed_and_how_to_learn_more(self, run: Run) -> None:
        done = run("check", "a.txt", stories={"a.txt": "The the mayor, TK, said so.\n"})
        assert done.stderr == (
            "2 findings in 1 story: 1 error, 1 warning\n"
            "1 can be fixed with `lintnews fix`; `lintnews explain RULE` says more about a rule\n"
        )
        assert run("check", "a.txt", stories={"a.txt": "All is well.\n"}).stderr == "0 findings in 1 story\n"


class TestCompletion:
    @pytest.mark.parametrize(
        ("words", "offered"),
        [
            ("check --format js", {"json", "jsonl"}),
            ("check --select dateline-f", {"dateline-form"}),
            ("check --select names,dateline-f", {"names,dateline-form"}),
            ("check --ignore pack", {"package"}),
            ("check --fail-on w", {"warning"}),
            ("check --least e", {"error"}),
            ("check --format-of mark", {"markdown"}),
            ("fix --select doubled-w", {"doubled-word"}),
            ("explain doubled-w", {"doubled-word"}),
            ("rules furn", {"furniture"}),
            ("new style/a --check exis", {"existence"}),
        ],
    )
    def test_values_are_offered(self, tmp_path: Path, words: str, offered: set[str]) -> None:
        count = str(len(words.split()))
        done = subprocess.run(
            [str(Path(sys.executable).with_name("lintnews"))],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env={
                **os.environ,
                "_LINTNEWS_COMPLETE": "complete_bash",
                "COMP_WORDS": f"lintnews {words}",
                "COMP_CWORD": count,
            },
        )
        assert set(done.stdout.split()) == offered


def test_kept_answers_are_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINTNEWS_CACHE_DIR", str(tmp_path / "kept"))
    (tmp_path / "a.txt").write_text(WRONG)
    for _ in range(3):
        run(["check", "a.txt", "-q"])
        times = [path.stat().st_mtime_ns for path in sorted((tmp_path / "kept" / "results").glob("*"))]
    run(["check", "a.txt", "-q"])
    assert times
    assert times == [path.stat().st_mtime_ns for path in sorted((tmp_path / "kept" / "results").glob("*"))]


@pytest.mark.parametrize("columns", [20, 40, 60])
def test_a_narrow_terminal_keeps_marks_under_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    Path("a.txt").write_text(
        "The mayor, who came in from 大きな橋 by rail — “late” — said that TK stands here, and went on. " * 3
    )
    screen = _Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    run(["check", "a.txt"])
    lines = screen.getvalue().splitlines()
    assert all(width(line) <= columns for line in lines if " | " in line)
    marked = [(above, line) for above, line in pairwise(lines) if line.strip("| ^") == "" and "^" in line]
    assert marked
    for above, line in marked:
        at = line.index("^")
        before = next(index for index in range(len(above)) if width(above[:index]) == at)
        assert above[before:].startswith("TK")
    message = screen.getvalue().partition("\n   1 |")[0]
    assert " ".join(message.split()).endswith("error: TK marks something still to be filled in. [placeholder]")
