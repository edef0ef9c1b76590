"""What is shown of a line, and that the carets stand under the place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.reporters.columns import excerpt, printable, width


def shown(source: str, words: str, columns: int = 60) -> tuple[str, str]:
    """The excerpt around *words*, and what stands above the carets, told by the width of each character."""
    start = source.index(words)
    line = source.rfind("\n", 0, start) + 1
    text, indent, length = excerpt(source, line, start, start + len(words), columns)
    at, under = 0, ""
    for character in text:
        wide = width(character)
        if (indent <= at < indent + length and wide) or (under and not wide and at <= indent + length):
            under += character
        at += wide
    return text, under


@pytest.mark.parametrize(
    "source",
    [
        "The mayor, PLACE, spoke.",
        "\tA tab, then PLACE, and more.\n",
        "大きな橋 and PLACE there",
        "Cafe\u0301s and PLACE there",
        "x " * 500 + "PLACE" + " y" * 500,
        "大" * 500 + "PLACE" + "橋" * 500,
        "e\u0301" * 300 + "PLACE",
        "first line\r\nThen PLACE\r\nlast",
    ],
)
def test_the_carets_stand_under_the_place(source: str) -> None:
    text, under = shown(source, "PLACE")
    assert under == "PLACE"
    assert width(text) <= 60
    assert "\n" not in text
    assert "\r" not in text


def test_a_wide_place_has_wide_carets() -> None:
    assert excerpt("ab 大橋 cd", 0, 3, 5, 60) == ("ab 大橋 cd", 3, 4)


def test_a_place_over_several_lines_is_shown_to_the_end_of_its_first() -> None:
    assert excerpt("one two\nthree", 0, 4, 12, 60) == ("one two", 4, 3)


def test_a_place_wider_than_the_screen_is_cut() -> None:
    text, indent, length = excerpt("a" * 500, 0, 0, 500, 60)
    assert (indent, width(text)) == (0, length + 1)


def test_an_empty_place_has_one_caret() -> None:
    assert excerpt("word", 0, 4, 4, 60) == ("word", 4, 1)


def test_nothing_steers_the_terminal() -> None:
    assert printable("a\x1b[31mb\u202ec\x9b") == "a␛[31mb\ufffdc\ufffd"


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_excerpt_fits_and_is_printable(source: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(source)), min(second, len(source))))
    line = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    text, indent, length = excerpt(source, line, start, end, 60)
    assert width(text) <= 60
    assert indent + length <= 61
    assert not any(unicodedata.category(character) == "Cc" for character in text)
