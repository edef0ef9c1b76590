"""sequence: spaCy's Matcher, and only where it is needed."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from lintnews import Story
from lintnews.checks.patterns.sequence import Sequence
from lintnews.declared import Mistakes
from lintnews.readers import read_text

VERY = ({"LOWER": "very"}, {"POS": "ADJ", "OP": "+"})


def found(check: Sequence, text: str) -> list[str]:
    story = Story(text, read_text(text))
    return [story.words(match.span) for match in check.matches(story)]


def test_words_by_what_they_are() -> None:
    check = Sequence(patterns=(VERY,))
    text = (
        "The bridge is very big.\n\nIt is very much liked.\n\n“A very old and very steep hill,” she said. Nothing else."
    )
    assert found(check, text) == ["very big", "very old", "very steep"]


def test_near_says_where_the_model_is_asked() -> None:
    check = Sequence(patterns=(({"LEMMA": "utilize"},),), near=(r"utiliz\w+",))
    assert found(check, "They utilized it.\n\nThey used it.") == ["utilized"]


def mistakes(**fields: Any) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises(Mistakes) as caught:
        Sequence(**fields).plan()
    return [(m.keys, m.message) for m in caught.value.mistakes]


def test_mistakes_in_patterns() -> None:
    pattern = ({"LOWR": "a"}, {"LOWER": "a", "OP": "++"}, {"LOWER": {"IM": ["a"]}}, {"TEXT": {"REGEX": "("}})
    assert mistakes(patterns=(pattern, ()), near=("a",)) == [
        (("patterns", 0, 0, "LOWR"), "`LOWR` is not an attribute of spaCy's Matcher"),
        (("patterns", 0, 1, "OP"), "`++` is not one of ! ? + * {n} {n,m}"),
        (("patterns", 0, 2, "LOWER", "IM"), "`IM` is not a predicate"),
        (("patterns", 0, 3, "TEXT", "REGEX"), "`(` is not a regular expression: missing ), unterminated subpattern"),
        (("patterns", 1), "a pattern needs at least one token"),
    ]


def test_parts_of_speech_are_known() -> None:
    pattern = ({"LOWER": "very", "POS": "ADVERB"}, {"POS": {"IN": ["ADJ", "VRB"]}}, {"POS": {"NOT_IN": ["NOUN"]}})
    found = mistakes(patterns=(pattern,))
    assert [keys for keys, _ in found] == [("patterns", 0, 0, "POS"), ("patterns", 0, 1, "POS", "IN", 1)]
    assert found[0][1].startswith("`ADVERB` is not a part of speech: ADJ, ADP, ADV,")


def test_a_pattern_without_a_certain_word_needs_near() -> None:
    uncertain = ({"LOWER": "very", "OP": "?"}, {"POS": "ADJ"})
    assert [keys for keys, _ in mistakes(patterns=(VERY, uncertain))] == [("patterns", 1)]
    assert Sequence(patterns=(({"POS": "ADJ"}, {"LOWER": {"IN": ["hill", "old town"]}}),)).plan()


def test_spacy_is_not_imported_for_a_story_without_the_words() -> None:
    script = """
import sys
from lintnews import Linter
linter = Linter(select=["less-than-fewer"])
assert not linter.lint_text("The bridge is open, for less than $5.").findings
print("spacy" in sys.modules)
assert linter.lint_text("There were less people there.").findings
print("spacy" in sys.modules)
"""
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert out == "False\nTrue\n"
