"""Every kind of mention: its fields say what they mean, and what it finds lies in the text, in order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lintnews.cli import run
from lintnews.described import described_fields, open_fields, shown, value_at
from lintnews.house import DEFAULT_HOUSE
from lintnews.linter import load_rules
from lintnews.mentions import MENTIONS, mention_class
from lintnews.readers import read_text
from lintnews.story import Story

KINDS = sorted(MENTIONS)


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    """Every example of every rule."""
    made = []
    for rule in load_rules():
        for example in rule.examples:
            reading = read_text(example.source, format_of="markdown" if example.whole else "plain")
            made.append(Story(example.source, reading, house=example.house or DEFAULT_HOUSE))
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described(kind: str) -> None:
    cls = mention_class(kind)
    assert cls.kind == kind
    assert cls.__doc__
    for field in described_fields(cls).values():
        assert field.description, f"{cls.__name__}.{field.name} says nothing of itself"


@pytest.mark.parametrize("kind", KINDS)
def test_mentions_lie_in_the_text_in_order(kind: str, stories: list[Story]) -> None:
    cls = mention_class(kind)
    found = 0
    for story in stories:
        mentions = story.mentions(cls)
        found += len(mentions)
        starts = [mention.span.start for mention in mentions]
        assert starts == sorted(starts), story.text
        for mention in mentions:
            assert 0 <= mention.span.start < mention.span.end <= len(story.text), story.text
            for name, field in open_fields(cls).items():
                value = value_at(mention, name, story)
                assert field.optional or value is not None, f"{name} is nothing in {story.text!r}"
                assert not field.words or value is None or str(value) in field.words
                shown(value, story)
    assert found, f"no example of any rule has a mention of kind {kind}"


def test_what_is_read_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Oslo.\n\nAnn Lee, 48, was one of 1,200 people hurt.\n")
    assert run(["mentions", str(path), "--of", "age", "--of", "toll"]) == 0
    assert capsys.readouterr().out == (
        f"{path}:3:10: age “48”  value 48, most 48, form “comma”, owner “Ann Lee”, owner_span “Ann Lee”\n"
        f"{path}:3:25: toll “1,200”  quantity “1,200”, what “injured”, "
        "sentence “Ann Lee, 48, was one of 1,200 people hu…”\n"
    )
    assert run(["mentions", str(path), "--of", "age", "--format", "json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["line"], entry["column"], entry["kind"], entry["fields"]["value"]) == (3, 10, "age", 48)


def test_a_kind_that_there_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mentions", str(tmp_path), "--of", "agee"]) == 2
    assert "did you mean `age`?" in capsys.readouterr().err
