"""Taking comments out of a file."""

from __future__ import annotations

import pytest

from lintnews.source import Span
from lintnews.suppressions.removal import hole


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ann.\n\n#C#\n\nBob.\n", "Ann.\n\nBob.\n"),
        ("#C#\n\nBob.\n", "Bob.\n"),
        ("Ann.\n\n#C#\nBob.\n", "Ann.\n\nBob.\n"),
        ("Ann.\n#C#\n\nBob.\n", "Ann.\n\nBob.\n"),
        ("Ann.\r\n\r\n  #C#  \r\n\r\nBob.", "Ann.\r\n\r\nBob."),
        ("Ann. #C#\nBob.", "Ann.\nBob."),
        ("Ann #C# spoke.", "Ann spoke."),
        ("#C# Ann spoke.", "Ann spoke."),
        ("Ann.\n\n#C#", "Ann.\n\n"),
        ("#C#", ""),
    ],
)
def test_nothing_is_left(before: str, after: str) -> None:
    start = before.index("#C#")
    place = hole(before, Span(start, start + 3))
    assert before[: place.start] + before[place.end :] == after
