"""Intervals of true values: a stated figure stands for all values that round to it."""

from __future__ import annotations

import math

from ...record import Record

_SLACK = 1e-9


class Interval(Record, frozen=True):
    """All values from ``low`` to ``high``, both included."""

    low: float
    high: float

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = [_product(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients; the whole line where *other* holds zero."""
        if other.low <= 0 <= other.high:
            return EVERYTHING
        return self * Interval(1 / other.high, 1 / other.low)

    def times(self, factor: float) -> Interval:
        return self * Interval(factor, factor)

    def widened(self, share: float) -> Interval:
        """Wider by *share* of its ends on both sides."""
        return Interval(self.low - abs(self.low) * share, self.high + abs(self.high) * share)

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both; ends that touch count."""
        slack = _SLACK * max(abs(e) for e in (self.low, self.high, other.low, other.high) if not math.isinf(e))
        return self.low <= other.high + slack and other.low <= self.high + slack


def _product(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b


EVERYTHING = Interval(-math.inf, math.inf)


def exactly(value: float) -> Interval:
    return Interval(value, value)


def rounded(value: float, step: float) -> Interval:
    """The values that round to *value* in steps of *step*."""
    return Interval(value - step / 2, value + step / 2)
