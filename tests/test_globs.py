"""Globs for paths."""

from __future__ import annotations

import pytest

from lintnews.globs import glob_matches


@pytest.mark.parametrize(
    ("glob", "path", "wanted"),
    [
        ("sports/**", "sports/a.txt", True),
        ("sports/**", "news/sports/a.txt", False),
        ("sports", "sports/deep/a.txt", True),
        ("**/sports/*.txt", "a/b/sports/c.txt", True),
        ("**/sports/*.txt", "sports/c.txt", True),
        ("news/*.txt", "news/deep/c.txt", False),
        ("*.draft.txt", "news/deep/c.draft.txt", True),
        ("a?.txt", "ab.txt", True),
        ("a?.txt", "a/.txt", False),
        ("[!a]*.txt", "b.txt", True),
        ("[!a]*.txt", "a.txt", False),
        ("a+b.txt", "a+b.txt", True),
        ("/news/", "news/a.txt", True),
    ],
)
def test_glob(glob: str, path: str, wanted: bool) -> None:
    assert glob_matches([glob], path) is wanted
