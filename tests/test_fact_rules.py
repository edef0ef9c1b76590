"""The rules of docs/fact-rules.md, written down from the page alone, load and pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lintnews.cli import run

PAGE = (Path(__file__).parents[1] / "docs" / "fact-rules.md").read_text(encoding="utf-8")
RULES = re.findall(r"`(rules/\S+\.yaml)`:\n\n```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in RULES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_three_rules_and_their_examples(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(RULES) == 3
    assert run(["test", "rules"]) == 0, capsys.readouterr().out


def test_they_find_what_they_say(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = "PORT ENNIS (AP) — A fire killed 14 people.\n\nBo Ray, 17, was hurt.\n"
    Path("draft.md").write_text(story, encoding="utf-8")
    rules = "named-minor,closed-bureau,toll-without-source"
    run(["check", "--rules", "rules", "--select", rules, "--format", "concise", "draft.md"])
    assert capsys.readouterr().out == (
        "draft.md:1:1: error The PORT ENNIS bureau is closed: date the story from where it was written. [closed-bureau]\n"
        "draft.md:1:33: warning Who counted the 14 dead? [toll-without-source]\n"
        "draft.md:3:9: error Bo Ray is 17: ask the duty editor before a minor is named. [named-minor]\n"
    )


def test_what_is_shown_of_a_story(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.md").write_text("It rained.\n\nBo Ray, 17, was hurt.\n", encoding="utf-8")
    run(["mentions", "draft.md", "--of", "age"])
    assert capsys.readouterr().out in PAGE
