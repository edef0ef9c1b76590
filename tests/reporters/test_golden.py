"""Every reporter's output for the same findings, as it is kept in tests/golden.

``LINTNEWS_GOLDEN=write pytest tests/reporters/test_golden.py`` writes the files anew: read the difference before you
commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews.reporters import REPORTERS, load_reporter

from .sample import results, setting

GOLDEN = Path(__file__).parents[1] / "golden"
SUFFIXES = {
    "checkstyle": "xml",
    "html": "html",
    "json": "json",
    "jsonl": "jsonl",
    "junit": "xml",
    "rdjson": "json",
    "sarif": "json",
    "gitlab": "json",
}


@pytest.mark.parametrize("name", REPORTERS)
def test_golden(name: str) -> None:
    path = GOLDEN / f"{name}.{SUFFIXES.get(name, 'txt')}"
    written = "".join(load_reporter(name)(results(), setting()))
    if os.environ.get("LINTNEWS_GOLDEN") == "write":
        path.write_text(written, encoding="utf-8", newline="\n")
    assert written == path.read_text(encoding="utf-8")


def test_every_golden_file_belongs_to_a_reporter() -> None:
    kept = {path.stem for path in GOLDEN.iterdir()}
    assert kept == set(REPORTERS)
