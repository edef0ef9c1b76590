"""The fact table: what is read, where, and in what state."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from lintnews.facts.table import ATTRIBUTES, State, facts, state
from lintnews.readers.markdown import read
from lintnews.source import Span
from lintnews.story import Story

TEXT = """Mayor Ann Orde, 48, said on Tuesday that Port Ennis has twelve ferries. It paid about $42 million for 12 ferries.

“We paid too much,” Orde said. See www.portennis.example/ferries for more, or ask a@portennis.example.
"""


def table(text: str) -> list[tuple[str, str, str, int]]:
    story = Story(text, read(text))
    return [(fact.attribute, fact.text, fact.what, len(fact.places)) for fact in facts(story)]


def test_what_a_story_states() -> None:
    found = table(TEXT)
    for row in (
        ("title", "Mayor", "Ann Orde", 1),
        ("person", "Ann Orde", "", 2),
        ("age", "48", "Ann Orde", 1),
        ("weekday", "Tuesday", "", 1),
        ("number", "twelve", "ferries", 2),
        ("money", "$42 million", "", 1),
        ("quotation", "“We paid too much,”", "", 1),
        ("web address", "www.portennis.example/ferries", "", 1),
        ("web address", "a@portennis.example", "", 1),
    ):
        assert row in found, (row, found)


def test_every_place_says_so_and_every_attribute_is_known() -> None:
    story = Story(TEXT, read(TEXT))
    for fact in facts(story):
        assert fact.attribute in ATTRIBUTES
        assert list(fact.places) == sorted(set(fact.places))
        assert fact.text == story.words(fact.places[0])
        assert fact.context.contains(fact.places[0])


def test_how_firmly_and_who_says_it() -> None:
    story = Story(TEXT, read(TEXT))
    assert [fact.firm for fact in facts(story) if fact.attribute == "money"] == ["about"]
    text = "“We have 12 ferries,” Orde said. There are 14 ports.\n"
    quoted = {fact.value: fact.quoted for fact in facts(Story(text, read(text))) if fact.attribute == "number"}
    assert quoted == {"12": True, "14": False}


def test_states() -> None:
    story = Story(TEXT, read(TEXT))
    twice = next(fact for fact in facts(story) if fact.text == "twelve")
    once = next(fact for fact in facts(story) if fact.text == "Tuesday")
    assert state(once) is State.UNCHECKED and state(twice) is State.REPEATED
    last = twice.places[-1]
    assert state(twice, [Span(last.start, last.start + 1)]) is State.CONTRADICTED
    assert state(once, (), [once.places[0]]) is State.CERTIFIED


@pytest.mark.parametrize("text", ["", "No facts here.\n", "# \n\n**“”**\n"])
def test_little_text(text: str) -> None:
    assert all(fact.places for fact in facts(Story(text, read(text))))


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from lintnews.cli import run

    story = tmp_path / "a.md"
    story.write_text("The fair was held on Tuesday, March 5, 2025, in Port Ennis.\n")
    assert run(["facts", str(story), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    (day,) = (row for row in rows if row["attribute"] == "weekday")
    assert (day["line"], day["column"], day["state"]) == (1, 22, "contradicted")
    assert run(["facts", str(story), "--format", "csv", "--of", "date"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["text"], row["places"]) == ("March 5, 2025", "1:31")
    assert run(["facts", str(story), "--of", "colour"]) == 2
    assert run(["facts", str(tmp_path / "none.md")]) == 2
