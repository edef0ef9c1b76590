"""The parts of the language server that need no server."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.fixing import edited
from lintnews.lsp.desk import flowing
from lintnews.lsp.edits import edits_between
from lintnews.lsp.house_names import DISTINCT, HouseFile
from lintnews.lsp.schema_help import completions, meaning, place_at
from lintnews.lsp.settings import Settings, settings_of
from lintnews.remedies import differing

WORDS = st.lists(st.sampled_from(["one ", "two", "\n", "\r\n", ", ", "three. "]), max_size=20).map("".join)


@given(WORDS, WORDS)
def test_edits_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    assert edited(before, list(edits_between(before, after))) == after


def test_edits_are_words() -> None:
    assert [
        (span.of("A teh b.\nSame.\n"), text) for span, text in edits_between("A teh b.\nSame.\n", "A the b.\nSame.\n")
    ] == [("teh", "the")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "names:\n  distinct:\n    - [A, B]\n"),
        ("rules: {all: off}", "rules: {all: off}\nnames:\n  distinct:\n    - [A, B]\n"),
        ("names:\n  files: [x.yaml]\nrules: {}\n", "names:\n  distinct:\n    - [A, B]\n  files: [x.yaml]\nrules: {}\n"),
        ("names:\n  distinct:\n  - [C, D]\n", "names:\n  distinct:\n  - [A, B]\n  - [C, D]\n"),
        ("names: {distinct: [[C, D]]}\n", None),
        ("names:\n  distinct: [[C, D]]\n", None),
        ("- a list\n", None),
        ("a: [", None),
    ],
)
def test_house_names_are_added_where_they_stand(before: str, after: str | None) -> None:
    edit = HouseFile(Path("/x/lintnews.yaml"), before).adding(DISTINCT, "[A, B]")
    if edit is None:
        assert after is None
        return
    assert edit.changes
    (change,) = next(iter(edit.changes.values()))
    lines = before.splitlines(keepends=True)
    at = sum(map(len, lines[: change.range.start.line])) + change.range.start.character
    assert before[:at] + change.new_text + before[at:] == after


def test_the_words_that_differ() -> None:
    assert differing("Ann Lee", "Anne Lee") == ("Ann", "Anne")
    assert differing("Brenan", "Thomas Brennan") == ("Brenan", "Thomas Brennan")


def test_hover_text_flows() -> None:
    assert flowing("One line\nthat goes on.\n\nAnother.\n") == "One line that goes on.\n\nAnother."


CONFIG = Path("lintnews.yaml")


def test_completion_knows_where_it_is() -> None:
    assert place_at("house:\n  da", 1, 4).path == ("house",)
    keys = {item.label for item in completions(CONFIG, "house:\n  da", 1, 4)}
    assert {"dateline_style", "date_order"} <= keys
    assert "rules" not in keys
    assert {"mdy", "dmy"} <= {item.label for item in completions(CONFIG, "house:\n  date_order: ", 1, 14)}
    assert {"paths", "rules"} <= {item.label for item in completions(CONFIG, "overrides:\n  - ", 1, 4)}
    assert {"error", "off"} <= {item.label for item in completions(CONFIG, "rules:\n  names: ", 1, 9)}
    assert meaning(CONFIG, "house:\n  date_order: mdy\n", 1).startswith("**date_order**: ")
    assert completions(Path("compose.yaml"), "services:\n  a", 1, 3) == []
    rule = "check: existence\n"
    assert "terms" in {item.label for item in completions(Path("a.yaml"), rule, 1, 0)}


def test_settings_that_are_missing_or_wrong() -> None:
    before = Settings(least="error")
    assert settings_of(None, before) == settings_of({}, before) == settings_of({"other": {}}, before) == (before, [])
    found, wrong = settings_of({"lintnews": {"enable": "no", "config": 3, "least": "warning"}})
    assert found == Settings(least="warning")
    assert wrong == ["lintnews.enable must be a truth value", "lintnews.config must be a text"]
