"""Patterns of rules: what they need is really needed, and those called bounded are fast."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.pattern_parts import first_words, gates, is_bounded
from lintnews.regexes import Deadline, check_pattern, finditer, matches_at

LETTERS = st.sampled_from(["a", "b", "c", "A", " ", r"\w", ".", "[ab]", "[^a]", r"\b", "(?=b)", "(?!c)"])
PATTERNS = st.recursive(
    LETTERS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: "(?:" + "|".join(parts) + ")"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{0,2}", "*?"])).map(lambda p: f"(?:{p[0]}){p[1]}"),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?i:{part})"),
    ),
    max_leaves=8,
)


@given(PATTERNS, st.text("abcA ", max_size=12), st.booleans())
@settings(max_examples=200, deadline=None)
def test_every_text_with_a_match_holds_a_piece_that_the_pattern_needs(
    pattern: str, text: str, ignore_case: bool
) -> None:
    if check_pattern(pattern):
        return
    needs = gates(pattern)
    if re.search(pattern, text, re.IGNORECASE if ignore_case else 0):
        assert not needs or any(need in text.lower() for need in needs)


@given(PATTERNS, st.text("abcA ", max_size=12), st.booleans(), st.sampled_from([r"\b", r"(?<!\w)", r"(?<![\w'])", ""]))
@settings(max_examples=400, deadline=None)
def test_matches_begin_with_the_words_that_are_told(pattern: str, text: str, ignore_case: bool, before: str) -> None:
    pattern = before + pattern
    if check_pattern(pattern) or not (first := first_words(pattern, ignore_case)):
        return
    words = [(match.start(), match[0].lower() if ignore_case else match[0]) for match in re.finditer(r"\w+", text)]
    starts = [start for start, word in words if word in first]
    found = finditer(pattern, ignore_case, True, text, Deadline(12))
    at_words = matches_at(pattern, ignore_case, True, text, starts, Deadline(12))
    assert [match.span() for match in at_words] == [match.span() for match in found if match[0]]


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"(?<!\w)(?:TK)(?!\w)", ("TK",)),
        (r"(?<!\w)(?:(could|should) of been)(?!\w)", ("could", "should")),
        (r"(?<![\w'’.&-])an(?= (?:new|big))", ("an",)),
        (r"\bcats?\b", ("cat", "cats")),
        (r"\bdon['’]t\b", ("don",)),
        (r"(?<!\w)(?:of\s+of)(?!\w)", ("of",)),
        (r"an(?= new)", ()),
        (r"\ban", ()),
        (r"\bcat.*", ()),
        (r"\b\w+ing\b", ()),
        (r"\b(?i:cat)\b", ()),
        (r"(?<!\w)(?:the |)cat(?!\w)", ("the", "cat")),
        ("(", ()),
    ],
)
def test_first_words(pattern: str, wanted: tuple[str, ...]) -> None:
    assert first_words(pattern, False) == wanted


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("TK(?! Maxx)", ("tk",)),
        (r"(\d+) per cent", (" per cent",)),
        ("(?:cat|dog)s?", ("cat", "dog")),
        (r"\d+", ()),
        ("(?i)abc", ("abc",)),
        ("(?i:AB|cd)e", ("abe", "cde")),
        ("a?bc+", ("bc",)),
        ("colou?r", ("colo",)),
        (r"(?<=[a-z]) ([,;])(?= [a-z])", (" ,", " ;")),
        (r"(?<=\bdue )to(?= (?:the|a))", ("due to",)),
        (r"\w(?:it's|its) [.]+", ("it's .", "its .")),
        ("[xy]z*", ("x", "y")),
        ("(", ()),
    ],
)
def test_gates(pattern: str, wanted: tuple[str, ...]) -> None:
    assert gates(pattern) == wanted


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        (r"\w+ing", True),
        (r"(?:very ){1,3}big", True),
        (r"(a+)+b", False),
        (r"(?:\w+\s?)*x", False),
        (".*foo", False),
        (r"[^.]+\.", False),
        (r"\((?=[^()\n]{0,2000}+$)", True),
        (r"\([^()]*+\)", False),
        (r"(?:[^a]{0,300}+b)*", False),
        (r"(?:a|b+)*c", False),
        (r"\p{Lu}+", False),
    ],
)
def test_bounded(pattern: str, wanted: bool) -> None:
    assert is_bounded(pattern) is wanted


@given(PATTERNS)
@settings(max_examples=60, deadline=None)
def test_what_is_called_bounded_is_fast(pattern: str) -> None:
    if check_pattern(pattern) or not is_bounded(pattern):
        return
    start = time.monotonic()
    for text in ("a" * 400, "ab" * 200, "a " * 200, "abcA" * 100 + "!"):
        for _ in re.finditer(pattern, text):
            pass
    assert time.monotonic() - start < 1
