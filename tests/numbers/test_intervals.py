"""Interval arithmetic holds every value that its inputs may have."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from lintnews.mentions.numbers.intervals import EVERYTHING, Interval, exactly, rounded

values = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)
steps = st.sampled_from([0.01, 0.1, 1.0, 10.0])


def around(value: float) -> Interval:
    return Interval(value - 1e-6 - abs(value) * 1e-9, value + 1e-6 + abs(value) * 1e-9)


@given(values, values, steps, steps)
def test_results_hold_the_true_result(a: float, b: float, step_a: float, step_b: float) -> None:
    one, other = rounded(round(a / step_a) * step_a, step_a), rounded(round(b / step_b) * step_b, step_b)
    assert (one + other).meets(around(a + b))
    assert (one - other).meets(around(a - b))
    assert (one * other).meets(Interval(a * b - 1, a * b + 1))
    if abs(b) > step_b:
        quotient = one / other
        assert quotient.low - 1e-6 - abs(a / b) * 1e-6 <= a / b <= quotient.high + 1e-6 + abs(a / b) * 1e-6


def test_division_by_what_may_be_zero_tells_nothing() -> None:
    assert exactly(1) / rounded(0, 1) == EVERYTHING


def test_ends_that_touch_meet() -> None:
    assert rounded(1.0, 1.0).meets(rounded(2.0, 1.0))
    assert not rounded(1.0, 0.9).meets(rounded(2.0, 0.9))
    assert Interval(3, math.inf).meets(exactly(1e12))
