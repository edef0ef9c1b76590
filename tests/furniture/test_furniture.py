"""What is left in copy: fixes that the rules' examples don't show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.check import Check
from lintnews.checks.furniture.doubled_words import DoubledWords
from lintnews.checks.furniture.mojibake import Mojibake
from lintnews.checks.patterns.mention import MentionCheck
from lintnews.readers.plain import read
from lintnews.story import Story


def fixed(check: Check, text: str) -> str:
    """*text* after the first fix of every match."""
    story = Story(text, read(text))
    edits = [edit for match in check.matches(story) for edit in match.fixes[0].edits]
    words = story.text
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        words = words[: edit.span.start] + edit.text + words[edit.span.end :]
    return words


@given(st.text(alphabet="’“”—–é£€ñüçœ…", min_size=1, max_size=8))
def test_mojibake_is_read_back(right: str) -> None:
    wrong = right.encode().decode("cp1252", errors="ignore")
    if wrong.encode("cp1252").decode(errors="replace") == right:
        assert fixed(Mojibake(), f"a {wrong} b") == f"a {right} b"


@pytest.mark.parametrize("text", ["Zürich, Århus, Łódź and São Tomé", "Ça va? Â bientôt", "naïve café — “œuvre”"])
def test_accents_are_no_mojibake(text: str) -> None:
    assert fixed(Mojibake(), text) == text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It was was late.", "It was late."),
        ("It was\nwas late.", "It was late."),
        ("The the end.", "The end."),
        ("Bora Bora is far.", "Bora Bora is far."),
        ("Was it it's?", "Was it it's?"),
        ("It was was-like.", "It was was-like."),
    ],
)
def test_doubled_words(text: str, right: str) -> None:
    assert fixed(DoubledWords(), text) == right


def test_the_second_credit_goes() -> None:
    check = MentionCheck(of="credit", where={"closing": True, "opening": {"present": True}}, drop=True)
    text = "OSLO (AP) — It rained.\n\nIt snowed. (The Associated Press)"
    assert fixed(check, text) == "OSLO (AP) — It rained.\n\nIt snowed."
    text = "It rained. " * 40 + "It snowed (AP) again. (AP)"
    assert fixed(check, text) == text.rstrip()
