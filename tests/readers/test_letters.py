"""Letters and spaces: one way to read what is written in several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import Linter
from lintnews.readers import read_text
from lintnews.source import Span
from lintnews.story import Story

from .reading_back import assert_sound, blocks


def test_accents_belong_to_their_letters() -> None:
    source = "Jose\u0301 sang. A\u0303o\u0308! Then x\u0304 came."
    reading = read_text(source)
    assert reading.text == "José sang. Ãö! Then x\u0304 came."
    assert reading.map.to_source(Span(0, 4)) == Span(0, 5)
    assert reading.map.to_source(Span(3, 4)) == Span(3, 5)
    assert reading.map.to_source(Span(5, 9)) == Span(6, 10)


def test_characters_without_width_are_not_read() -> None:
    assert blocks(read_text("co\u00adop\u2060s \u200bare\ufeff\n\n\u200b\n\nx \u200b")) == [
        ("paragraph", "coops are"),
        ("paragraph", "\u200b"),
        ("paragraph", "x \u200b"),
    ]


@given(st.text(alphabet="ae \n\u0301\u0308\u200b\u00ad\u00a0.()/PAhotby", max_size=60))
@pytest.mark.parametrize("format_of", ["plain", "markdown", "html"])
def test_any_text_is_read_soundly(format_of: str, source: str) -> None:
    assert_sound(source, read_text(source, format_of=format_of))


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\t", "&nbsp;", "&#8239;", "&thinsp;"])
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The_the cat slept.", ["The_the"]),
        ("It is open from 13_p.m. on.", ["13_p.m."]),
        ("The road is 10_kilometers (9_miles) long.", ["9_miles"]),
    ],
)
def test_every_space_is_a_space(space: str, words: str, found: list[str]) -> None:
    source = f"<p>{words.replace('_', space)}</p>"
    findings = [f for f in Linter().lint_text(source, format_of="html").findings if f.severity > 1]
    assert [finding.source.of(source) for finding in findings] == [part.replace("_", space) for part in found]


@pytest.mark.parametrize("space", ["\u00a0", "&nbsp;", "\u202f", "\t", " "])
def test_millions_behind_any_space(space: str) -> None:
    source = f"<h1>City to spend $40 million on roads</h1><p>The council agreed on Monday to spend $40{space}million on roads.</p>"
    assert not Linter().lint_text(source, format_of="html").findings


def test_spaces_can_still_be_seen_as_written() -> None:
    story = Story("a\u00a0b\tc", read_text("a\u00a0b\tc"))
    assert (story.text, story.written) == ("a b c", "a\u00a0b\tc")
