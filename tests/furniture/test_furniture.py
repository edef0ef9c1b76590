"""What is left in copy: fixes that the rules' examples don't show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.check import Check
from lintnews.checks.furniture.doubled_words import DoubledWords
from lintnews.checks.furniture.mojibake import Mojibake
from lintnews.checks.furniture.repeated_credit import RepeatedCredit
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
    text = "OSLO (AP) — It rained.\n\nIt snowed. (The Associated Press)"
    assert fixed(RepeatedCredit(), text) == "OSLO (AP) — It rained.\n\nIt snowed."


def test_a_credit_far_down_is_not_the_first() -> None:
    text = "It rained. " * 40 + "It snowed (AP) again. (AP)"
    assert fixed(RepeatedCredit(), text) == text.rstrip()
