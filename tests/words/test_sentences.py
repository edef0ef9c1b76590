"""Where sentences end in news copy. ``|`` stands between sentences."""

from __future__ import annotations

import pytest

from lintnews.mentions.words.sentences import Sentence
from lintnews.readers.plain import read
from lintnews.story import Story

CASES = [
    "Gov. Ann Orde met Sen. Li Tal on Dec. 5 at 9 a.m. in the U.S. Capitol.|It rained.",
    "She left at 9 p.m.|The talks failed.",
    "They live in the U.S.|He moved there in May.",
    "Orde Foods Inc. Chairman Li Tal resigned from Tal Mills Corp.|The company said so.",
    "J. P. Orde and Ann R. Tal met George W. Lund Jr.|She won.",
    "The No. 2 mine is shut.|No. 3 is open.",
    "Did it rain?|“No,” he said.",
    "“Did it rain?” Ann Orde asked.|Nobody knew.",
    "“It rained.”|He left.",
    'The vote is close ... maybe.|"We hope," she said.',
    "It cost $4.5 million.|40 people came.",
    "He lives in Kansas City, Mo., with a dog.|In St. Louis they met Dr. Tal.",
    "He was born in Topeka, Kan.|A sister lives in Ft. Worth.",
    "They met on Jan. 5.|On Feb. 6 they parted.",
    "We met in Dec.|She wrote in Jan.",
    "It is Plan B.|The end is near.",
    "It rose 1.5 percent vs. Tal Mills.|iPhones fell.",
    "Mr. Orde, Mrs. Orde and Maj. Gen. Li Tal came.|So did Lt. Col. Lund.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_they_should(case: str) -> None:
    expected = case.split("|")
    text = " ".join(expected)
    story = Story(text, read(text))
    assert [story.words(sentence.span) for sentence in story.mentions(Sentence)] == expected


def test_no_sentence_reaches_over_a_paragraph() -> None:
    text = "First line\n\nSecond line\nstill the second"
    story = Story(text, read(text))
    found = [story.words(sentence.span) for sentence in story.mentions(Sentence)]
    assert found == ["First line", "Second line\nstill the second"]
