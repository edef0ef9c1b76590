"""Lists of numbers and endless numbers cost no more than their length."""

from __future__ import annotations

import pytest

from benchmarks.numbers import findings_in, number_rules


@pytest.mark.parametrize(
    "text",
    [
        ", ".join(str(n) for n in range(1, 5001)) + ".",
        "It fell " + "1" * 50000 + " percent to " + "2" * 50000 + " from 4.",
        " ".join(f"{n}%" for n in range(1, 5001)),
    ],
)
def test_no_finding_and_no_error(text: str) -> None:
    assert findings_in(text, number_rules()) == ()
