"""Numbers in words and in figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.mentions.numbers.figures import figure
from lintnews.mentions.numbers.number_words import ONES, TENS, cardinal, fraction

SMALL = {value: word for word, value in (ONES | TENS).items()}


def words(number: int) -> str:
    """*number* as copy writes it out."""
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = f" and {words(number % size)}" if number % size else ""
            return f"{words(number // size)} {name}{rest}"
    if number in SMALL:
        return SMALL[number]
    return f"{SMALL[number // 10 * 10]}-{SMALL[number % 10]}"


@given(st.integers(min_value=1, max_value=99_999_999))
def test_written_numbers_read_back(number: int) -> None:
    found = cardinal(words(number))
    assert found is not None
    assert found[0] == number


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("two and a half million", 2_500_000, 250_000),
        ("half a million", 500_000, 500_000),
        ("half a dozen", 6, 6),
        ("a hundred", 100, 100),
        ("one hundred and five", 105, 1),
        ("three dozen", 36, 12),
        ("a million and a half", 1_500_000, 250_000),
    ],
)
def test_cardinals(text: str, value: float, step: float) -> None:
    assert cardinal(text) == (value, step)


def test_two_numbers_side_by_side_are_none() -> None:
    assert cardinal("two three") is None


@pytest.mark.parametrize(
    ("text", "parts"), [("two-thirds", (2, 3)), ("a quarter", (1, 4)), ("half", (1, 2)), ("three quarters", (3, 4))]
)
def test_fractions(text: str, parts: tuple[int, int]) -> None:
    assert fraction(text) == parts


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("1,250", 1250, 1),
        ("40", 40, 1),
        ("50,000", 50_000, 1000),
        ("2.40", 2.4, 0.01),
        ("9-1/2", 9.5, 0.5),
        ("6½", 6.5, 0.25),
    ],
)
def test_figures(text: str, value: float, step: float) -> None:
    found = figure(text)
    assert found is not None
    assert found == pytest.approx((value, step))


@pytest.mark.parametrize("text", ["1998/9", "9-1/0"])
def test_what_is_no_figure(text: str) -> None:
    assert figure(text) is None
