"""The pages for developers and for users of Word: every program and command on them runs, and every name exists."""

from __future__ import annotations

import dataclasses
import inspect
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest

import lintnews
from lintnews import FileReport, Finding, Linter

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = (DOCS / "api.md").read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


def first_column(heading: str) -> set[str]:
    """The names in the first column of the table below *heading*."""
    _, _, below = PAGE.partition(f"| {heading} |")
    table = below[: below.index("\n\n")]
    return {name for cell in re.findall(r"^\| (.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)", cell)}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "lintnews.yaml").write_text("rules: {style: off}\n")
    (tmp_path / "desk" / "fire.md").write_text("It rained on Tuesday, March 5, 2025.\n")
    return tmp_path


def test_the_programs_run(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {"__name__": "page"}
    for program in blocks(PAGE, "python"):
        exec(compile(program, "api.md", "exec"), names)
    first, entry, answer = capsys.readouterr().out.splitlines()
    assert [f"{first}\n"] == blocks(PAGE, "text")
    assert json.loads(entry)["findings"][0]["rule"] == "doubled-word"
    said = json.loads(answer)
    assert said["stop"]
    body = "<p>A fire killed 12 people on Tuesday, March 5, 2025, officials said.</p>"
    (day,) = (found for found in said["findings"] if found["rule"] == "weekday-mismatch")
    assert body[day["start"] : day["end"]] == day["words"]


def test_the_names_and_arguments_are_those_there_are() -> None:
    imported = re.findall(r"^from lintnews import (.*)$", PAGE, re.MULTILINE)
    assert {name for line in imported for name in line.split(", ")} <= set(lintnews.__all__)
    for name, signature in re.findall(r"^\| `(lint_\w+)\((.*?)\)` \|", PAGE, re.MULTILINE):
        parameters = list(inspect.signature(getattr(Linter, name)).parameters.values())[1:]
        written = [
            p.name if p.default is inspect.Parameter.empty else f"{p.name}={json.dumps(p.default)}" for p in parameters
        ]
        star = next(i for i, p in enumerate(parameters) if p.kind is inspect.Parameter.KEYWORD_ONLY)
        written.insert(star, "*")
        said = ", ".join(written).replace("null", "None").replace("false", "False")
        assert signature == said, name
    assert first_column("argument of `Linter`") == set(inspect.signature(Linter).parameters) - {"house"}
    assert first_column("field") == {field.name for field in dataclasses.fields(FileReport)}
    _, _, below = PAGE.partition("A `Finding`:")
    shown = {
        name
        for cell in re.findall(r"^\| (`.*?) \|", below[: below.index("Only what is")], re.MULTILINE)
        for name in re.findall(r"`(\w+)`", cell)
    }
    assert shown == (
        set(Finding.__struct_fields__) | {n for n, v in vars(Finding).items() if isinstance(v, property)}
    ) - {"lines"}


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True
    )


def test_a_story_in_json_comes_in_and_json_goes_out(tmp_path: Path) -> None:
    (command,) = blocks(PAGE, "sh")
    done = run(command, tmp_path)
    assert done.returncode == 1, done.stderr
    rules = {finding["rule"] for finding in json.loads(done.stdout)["files"][0]["findings"]}
    assert {"weekday-mismatch", "headline-figure"} <= rules


def test_the_commands_for_documents(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Mill burns", style="Title")
    document.add_paragraph("A fire killed 12 people on Tuesday, March 5, 2025.")
    document.add_paragraph(
        "A fire burned on Tuesday, March 5, 2025. [lintnews: allow weekday-mismatch -- so in the lawsuit]"
    )
    document.add_paragraph("Mayor Ann Lee (CQ) spoke.")
    document.save(str(tmp_path / "story.docx"))
    (commands,) = blocks((DOCS / "word.md").read_text(encoding="utf-8"), "sh")
    first, second = commands.splitlines()
    assert re.findall(r"^story\.docx:(\d+:\d+): error", run(first, tmp_path).stdout, re.MULTILINE) == ["2:28"]
    run(second, tmp_path)
    assert "weekday-mismatch" in (tmp_path / "findings.html").read_text()
    published = run("lintnews check --publish --format concise story.docx", tmp_path)
    assert "leftover-cq" in published.stdout
