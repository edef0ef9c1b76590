"""Quantities: where they stand, what they measure and what they may truly be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.linter import load_rules
from lintnews.mentions.numbers.hedges import Hedge
from lintnews.mentions.numbers.quantities import Quantity
from lintnews.readers.plain import read
from lintnews.story import Story

RULES = load_rules().selected(("numbers",))


def quantities(text: str) -> list[tuple[str, float, str, str]]:
    story = Story(text, read(text))
    return [(story.words(q.span), q.value, q.measure, q.unit or q.noun) for q in story.mentions(Quantity)]


def only(text: str) -> Quantity:
    (found,) = Story(text, read(text)).mentions(Quantity)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost £75m.", ("£75m", 75e6, "money", "£")),
        (
            "It cost about 12.5 million Swiss francs.",
            ("about 12.5 million Swiss francs", 12.5e6, "money", "Swiss franc"),
        ),
        ("NET 4.2 MLN DLRS", ("4.2 MLN DLRS", 4.2e6, "money", "$")),
        ("It paid 95 cts a share.", ("95 cts", 0.95, "money", "$")),
        ("Prices rose nearly 40%.", ("nearly 40%", 40, "percent", "percent")),
        ("The yield fell to 9-1/2 pct.", ("9-1/2 pct", 9.5, "percent", "percent")),
        ("It rose half a percentage point.", ("half a percentage point", 0.5, "points", "percentage point")),
        ("Rates fell 25 basis points.", ("25 basis points", 25, "basis points", "basis point")),
        ("One in five said no.", ("One in five", 0.2, "share", "in")),
        ("Two-thirds of them said no.", ("Two-thirds", 2 / 3, "share", "two-thirds")),
        ("Sales doubled.", ("doubled", 2, "multiple", "doubled")),
        ("Twenty-five people came.", ("Twenty-five", 25, "count", "people")),
        ("It hired 18,391 new workers.", ("18,391", 18391, "count", "workers")),
        ("It will add 25 to 30 pct.", ("25 to 30 pct", 27.5, "percent", "percent")),
        ("It is 80 km away.", ("80 km", 80, "length", "kilometre")),
        ("It is 300 sq km in size.", ("300 sq km", 300, "area", "square kilometre")),
        ("It blew at 60mph.", ("60mph", 60, "speed", "mph")),
        ("It was 20C.", ("20C", 20, "temperature", "Celsius")),
        ("It lasted over two years.", ("two years", 2, "duration", "year")),
    ],
)
def test_one_quantity(text: str, expected: tuple[str, float, str, str]) -> None:
    ((words, value, measure, unit),) = quantities(text)
    assert (words, measure, unit) == (expected[0], *expected[2:])
    assert value == pytest.approx(expected[1])


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 1987.",
        "On May 5 and 6 June.",
        "Ann Lee, 34, won.",
        "The 12-year-old won.",
        "At 10:30 and 2.30pm.",
        "Windows 95 and the A380-800.",
        "See Section 4.",
        "Hull won 3-1.",
        "He came 5th.",
        "A 24/7 shop.",
        "See http://example.org/40.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("It drew 40 people.", Hedge.EXACT, 40, 40),
        ("It cost $2.5 million.", Hedge.EXACT, 2.45e6, 2.55e6),
        ("It drew about 400 people.", Hedge.ABOUT, 360, 440),
        ("It drew fewer than 40 people.", Hedge.UNDER, 0, 40),
        ("It drew at least 40 people.", Hedge.OVER, 40, float("inf")),
        ("It drew 40 or so people.", Hedge.ABOUT, 36, 44),
    ],
)
def test_hedges_widen(text: str, hedge: Hedge, low: float, high: float) -> None:
    found = only(text)
    assert found.hedge is hedge
    assert (found.true.low, found.true.high) == pytest.approx((low, high))


@given(st.text(alphabet="0123456789.,-/ £$%mabcknotwefivhrdl\n½–", max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    story = Story(text, read(text))
    found = story.mentions(Quantity)
    for quantity in found:
        assert 0 <= quantity.span.start <= quantity.figure.start < quantity.figure.end <= len(story.text)
        assert quantity.span.contains(quantity.figure)
        assert quantity.true.low <= quantity.value <= quantity.true.high
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


_FRAGMENTS = (
    "6/4", "1998/9", "$", "£75m", "5ft 10in", "7 pounds, 6 ounces", "(16 km)", "rose", "from", "to", "up", "by", "a third", "half",
    "doubled", "three times", "25%", "points", "of the", "12", "1,250", "people", "men and", "killed", ", ", ". ", "each", "a year", "two years",
    "total of", "beat", "3-1", "6-4 4-6", "votes", "against", "about", "more than", "-", "and", "or", "per cent", "including", "leaving", "¼", "9-1/2",
    "in 10", "20C", "miles", "shares at", "average", "majority", "The two men", "three men", "billion",
)  # fmt: skip


@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=16))
def test_no_mixture_of_numbers_and_words_is_too_much(fragments: list[str]) -> None:
    text = " ".join(fragments)
    for rule in RULES:
        for match in rule.check.matches(Story(text, read(text))):
            assert 0 <= match.span.start < match.span.end <= len(text)
