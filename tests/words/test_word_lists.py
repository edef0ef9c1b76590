"""The word lists in data: each says why, holds no word twice, and is read somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.datafiles import load_data

LISTS = load_data("word_lists")["lists"]
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path("lintnews").rglob("*.py"))


@pytest.mark.parametrize("name", LISTS)
def test_a_word_list(name: str) -> None:
    assert LISTS[name]["reason"].endswith(".")
    assert len(set(LISTS[name]["words"])) == len(LISTS[name]["words"])
    assert f'word_list("{name}")' in SOURCES
