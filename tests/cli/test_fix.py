"""lintnews fix, as it is called."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lintnews.cli import run

RULE = """\
id: {id}
check: substitution
swap: {{{old}: {new}}}
message: "Write {{replacement}}, not {{text}}."
severity: error
examples:
  valid: [The mayor spoke.]
  invalid: ["The [[{old}]] spoke."]
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of rules: color for colour, and − for xx."""
    folder = tmp_path_factory.mktemp("house")
    rules = folder / "words"
    rules.mkdir()
    (rules / "colour.yaml").write_text(RULE.format(id="colour", old="colour", new="color"), encoding="utf-8")
    (rules / "dash.yaml").write_text(RULE.format(id="dash", old="xx", new="−"), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, house: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "lintnews.yaml").write_text(
        f"rule_folders: [{house}]\nrules: {{all: off, words: on, suppressions: on}}\n"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str, encoding: str = "utf-8") -> Path:
    path = Path(name)
    path.write_bytes(text.encode(encoding))
    return path


def test_it_fixes_words_and_leaves_quotations(capsys: pytest.CaptureFixture[str]) -> None:
    story = write("story.txt", "The colour is here.\n\n“The colour,” she said.\n")
    assert run(["fix", "story.txt"]) == 0
    assert story.read_text() == "The color is here.\n\n“The colour,” she said.\n"
    out = capsys.readouterr().out
    assert "story.txt: 1 fixed, 1 finding left\n" in out
    assert "story.txt:3:6: not fixed (an editor decides): write “color” for “colour” [colour]" in out
    assert run(["fix", "story.txt"]) == 0
    assert story.read_text() == "The color is here.\n\n“The colour,” she said.\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("cp1252", b""),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(encoding: str, mark: bytes, line_end: str) -> None:
    text = line_end.join(["The colour of the café.", "", "“Yes,” he said. "]) + line_end
    path = Path("story.txt")
    path.write_bytes(mark + text.encode(encoding))
    assert run(["fix", "-q", "story.txt"]) == 0
    assert path.read_bytes() == mark + text.replace("colour", "color").encode(encoding)


def test_what_the_encoding_lacks_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    story = write("story.txt", "The colour of the café was xx.\n", "cp1252")
    assert run(["fix", "story.txt"]) == 0
    assert story.read_bytes() == "The color of the café was xx.\n".encode("cp1252")
    assert "not fixed (the file can't hold it there as it stands): write “−” for “xx” [dash]" in capsys.readouterr().out


def test_the_diff_applies_with_git(desk: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    before = {
        "story.txt": "One.\n\nThe colour.",
        "two words.txt": "The colour.\r\n\r\nTwo.\r\n",
        "Ärger.txt": "\ufeffThe colour.\n",
        'sub/a"b.md': "---\nheadline: A colour\n---\nThe\x0bcolour\x0c of\u2028 it.\n",
    }
    Path("sub").mkdir()
    for name, text in before.items():
        write(name, text)
    write("old.txt", "The colour of the café.\n", "cp1252")
    stories = [*before, "old.txt"]
    assert run(["fix", "--diff", *stories]) == 1
    diff = capfdbinary.readouterr().out
    assert all(Path(name).read_bytes() == text.encode() for name, text in before.items())
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=diff, check=True)
    applied = {name: Path(name).read_bytes() for name in stories}
    for name, text in before.items():
        write(name, text)
    write("old.txt", "The colour of the café.\n", "cp1252")
    assert run(["fix", "-q", *stories]) == 0
    assert {name: Path(name).read_bytes() for name in stories} == applied
    assert applied["story.txt"] == b"One.\n\nThe color."
    assert run(["fix", "-q", "--diff", *stories]) == 0


def test_standard_input_comes_out() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lintnews")), "fix", "-", "--stdin-filename", "story.md"],
        input=b"The *colour*.\r\n",
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"The *color*.\r\n"
    assert b"story.md: 1 fixed\n" in done.stderr


def test_interactive(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    story = write("story.txt", "The colour.\n\nA colour.\n\nNo colour.\n")
    answers = iter(["y\n", "what\n", "n\n", ""])
    monkeypatch.setattr("lintnews.cli.asking.sys.stdin", type("Said", (), {"readline": lambda self: next(answers)})())
    assert run(["fix", "--interactive", "story.txt"]) == 0
    assert story.read_text() == "The color.\n\nA colour.\n\nNo colour.\n"
    assert "- The colour.\n+ The color.\n" in capsys.readouterr().out


def test_a_file_that_changes_meanwhile_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story = write("story.txt", "The colour.\n")
    other = write("other.txt", "The colour.\n")

    def sync(handle: int) -> None:
        story.write_text("Theirs.\n")

    monkeypatch.setattr("lintnews.writing.os.fsync", sync)
    assert run(["fix", "story.txt", "other.txt"]) == 2
    assert story.read_text() == "Theirs.\n"
    assert other.read_text() == "The color.\n"
    assert capsys.readouterr().err == "story.txt: not fixed: it was changed by someone else meanwhile\n"


def test_a_full_disk_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    story = write("story.txt", "The colour.\n")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("lintnews.writing.os.fsync", full)
    assert run(["fix", "story.txt"]) == 2
    assert story.read_text() == "The colour.\n"
    assert capsys.readouterr().err == "story.txt: not fixed: No space left on device\n"


def test_what_cannot_be_read_or_written_is_told_and_the_rest_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    write("bad.txt", "\0\1\2")
    story = write("story.txt", "The colour.\n")
    assert run(["fix", "gone.txt", "bad.txt", "story.txt"]) == 2
    assert story.read_text() == "The color.\n"
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_permissions_and_links_stay() -> None:
    story = write("story.txt", "The colour.\n")
    story.chmod(0o600)
    Path("link.txt").symlink_to("story.txt")
    assert run(["fix", "-q", "link.txt"]) == 0
    assert story.read_text() == "The color.\n"
    assert stat.S_IMODE(story.stat().st_mode) == 0o600
    assert Path("link.txt").is_symlink()


def test_unused_suppressions_go() -> None:
    story = write(
        "story.txt",
        "One.\n\n[lintnews: allow colour -- so in the lawsuit]\n\nTwo.\n\n"
        "[lintnews: allow colour, dash -- so in the lawsuit]\n\n“A colour,” he said.\n",
    )
    assert run(["fix", "-q", "story.txt"]) == 0
    assert story.read_text() == (
        "One.\n\nTwo.\n\n[lintnews: allow colour -- so in the lawsuit]\n\n“A colour,” he said.\n"
    )


def test_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fix", "--interactive", "-"]) == 2
    assert run(["fix", "--select", "colur", "story.txt"]) == 2
    assert "did you mean `colour`?" in capsys.readouterr().err


def test_what_was_declined_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "story.txt").write_text("The colour is here.\n\nThat colour was there.\n")
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lintnews")), "fix", "-i", "story.txt"],
        input="n\ny\n",
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert "story.txt:1:5: not fixed (you said no): write “color” for “colour” [colour]\n" in done.stdout
    assert done.stdout.endswith("story.txt: 1 fixed, 1 finding left\n")


def test_word_files_are_read_and_never_written(tmp_path: Path) -> None:
    from docx import Document

    word = Document()
    word.add_paragraph("The colour is here, and the room is left after a while.")
    word.save(str(tmp_path / "story.docx"))
    lintnews = str(Path(sys.executable).with_name("lintnews"))
    done = subprocess.run([lintnews, "fix", "story.docx"], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == "story.docx: not fixed: docx files are read and never written\n"
    checked = subprocess.run(
        [lintnews, "check", "story.docx", "-f", "json"], cwd=tmp_path, capture_output=True, text=True
    )
    (finding,) = json.loads(checked.stdout)["files"][0]["findings"]
    assert finding["fix"]["safety"] == "shown"
    checked = subprocess.run([lintnews, "check", "story.docx"], cwd=tmp_path, capture_output=True, text=True)
    assert "can be fixed" not in checked.stderr
