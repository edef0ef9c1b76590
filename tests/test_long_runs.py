"""Copy that no one writes, in bulk: the time must grow with its length and no faster."""

from __future__ import annotations

import time

import pytest

from lintnews import Linter

SECONDS = 8.0
"""Processor time; every one of these takes below two on a plain machine, and took a minute where it grew with the square."""

RUNS = {
    "marks": ("markdown", "!" * 25_000),
    "capital letters": ("plain", "A" * 25_000),
    "names in a row": ("plain", "Ann Orde, " * 5_000),
    "known words in a row": ("plain", "National Council of Energy and Trade " * 2_000),
    "tolls in a row": ("plain", "12 people were killed and 5 injured; " * 2_000),
    "scores in a row": ("plain", "beat Melton 3-1 and lost 2-4 " * 2_500),
    "weekdays in a row": ("plain", "March 5, 2025 and Monday, " * 2_500),
    "feet and inches": ("plain", "6'2\"" * 12_500),
    "open quotations": ("plain", "“" * 6_000),
    "figures in a row": ("plain", ", ".join(map(str, range(1, 50_000)))),
    "births in a row": ("plain", "Tom Bo, 34, said the 43-year-old was born in 1980. " * 4_000),
}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@pytest.mark.parametrize("name", RUNS)
def test_time_grows_with_length(linter: Linter, name: str) -> None:
    format_of, run = RUNS[name]
    start = time.process_time()
    report = linter.lint_text(f"The list:\n\n{run}", format_of=format_of)
    assert not report.failures
    assert time.process_time() - start < SECONDS
