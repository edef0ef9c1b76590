"""Patterns of rules: what they need is really needed, and those called bounded are fast."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.regexes import check_pattern, gates, is_bounded

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
def test_every_match_holds_a_piece_that_the_pattern_needs(pattern: str, text: str, ignore_case: bool) -> None:
    if check_pattern(pattern):
        return
    needs = gates(pattern, ignore_case)
    for match in re.finditer(pattern, text, re.IGNORECASE if ignore_case else 0):
        found = match.group().lower() if ignore_case else match.group()
        assert not needs or any(need in found for need in needs)


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("TK(?! Maxx)", ("TK",)),
        (r"(\d+) per cent", (" per cent",)),
        ("(?:cat|dog)s?", ("cat", "dog")),
        (r"\d+", ()),
        ("(?i)abc", ()),
        ("a?bc+", ("b",)),
        ("[xy]z*", ("x", "y")),
        ("(", ()),
    ],
)
def test_gates(pattern: str, wanted: tuple[str, ...]) -> None:
    assert gates(pattern, False) == wanted


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
