"""The writer's name in the headline's field is a byline; a name that the story has is not."""

from __future__ import annotations

import pytest

from lintnews.readers import read_text

from .reading_back import assert_sound, blocks


@pytest.mark.parametrize(
    ("headline", "body", "expected"),
    [
        (
            "Denmark braces for clash by Ann Lee",
            "It did.",
            [("headline", "Denmark braces for clash"), ("byline", "by Ann Lee")],
        ),
        ("by Ann van Lee", "It did.", [("byline", "by Ann van Lee")]),
        ("BY ANN LEE", "It did.", [("byline", "BY ANN LEE")]),
        ("Painting is stolen by Ann Lee", "Ann Lee stole it.", [("headline", "Painting is stolen by Ann Lee")]),
        ("Painting is stolen by Ann Smyth", "Smith stole it.", [("headline", "Painting is stolen by Ann Smyth")]),
        ("Painting stolen by Ann Lee is found", "It is.", [("headline", "Painting stolen by Ann Lee is found")]),
        ("Bitten by Ann Lee", "It is.", [("headline", "Bitten by Ann Lee")]),
    ],
)
def test_the_headline_ends_before_the_byline(headline: str, body: str, expected: list[tuple[str, str]]) -> None:
    source = f"---\nheadline: {headline}\n---\n\n{body}\n"
    reading = read_text(source, format_of="markdown")
    assert blocks(reading) == [*expected, ("paragraph", body)]
    assert_sound(source, reading)
