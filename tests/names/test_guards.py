"""Guards in the reading of names, sentences and money, each with the words that need it."""

from __future__ import annotations

import pytest

from lintnews.mentions.names.names import Name
from lintnews.mentions.names.near_spellings import near
from lintnews.mentions.numbers.currencies import currency
from lintnews.mentions.words.sentences import Sentence
from lintnews.readers import read_text
from lintnews.story import Story


def story(text: str, format_of: str = "plain") -> Story:
    return Story(text, read_text(text, format_of=format_of))


def test_a_middle_initial_makes_a_person() -> None:
    assert [name.guess for name in story("They met Zorvik B. Ordanian.").mentions(Name)] == ["person"]


def test_words_of_an_address_are_no_names() -> None:
    assert [name.text for name in story("It is at http://Melton/Ann and at a/Ferry.").mentions(Name)] == ["Ferry"]


def test_a_credit_holds_no_names() -> None:
    text = "---\nheadline: a\n---\nIt rained in Melton.\n\nPhoto: Zorvik Orde/Low Ferry Agency\n"
    assert [name.text for name in story(text, "markdown").mentions(Name)] == ["Melton"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("LFAX", "LFAZ", False), ("LFAXYZ", "LFAXYZW", True), ("LFAXYZQ", "LFAXYZW", True), ("Melton", "Meltan", True)],
)
def test_short_acronyms_are_never_near(one: str, other: str, expected: bool) -> None:
    assert near(one, other) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Australian dollars", ("A$", 1)),
        ("Egyptian pounds", ("Egyptian £", 1)),
        ("British pounds", ("£", 1)),
        ("American dollars", ("$", 1)),
    ],
)
def test_whose_currency(words: str, expected: tuple[str, float]) -> None:
    assert currency(words) == expected


def test_a_title_in_marks_ends_a_sentence() -> None:
    assert len(story("He only said “Mr.” Then he left.").mentions(Sentence)) == 2
