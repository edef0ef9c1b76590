"""A suppression belongs to the words that it stands at: edits elsewhere change nothing about it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintnews import Severity, Story
from lintnews.checks.patterns.existence import Existence
from lintnews.engine import lint
from lintnews.readers import read_text
from lintnews.readers.notes import set_aside
from lintnews.rule import Rule

RULE = Rule("wrong-name", "names", "{text}", Severity.ERROR, Existence(terms=("Mingo",)))
OTHERS = st.lists(
    st.sampled_from(["Ann spoke.", "Mingo spoke.", "😀 It’s", "Ann.\nBob.", "[1] said", "[lintnews: allow-file x]"]),
    max_size=6,
)
ALLOWED = (
    "[lintnews: allow wrong-name -- so in the lawsuit]\n\nMingo said “no”.",
    "Then Mingo said. [lintnews: allow wrong-name|Mingo]",
    "[lintnews: off]\n\nMingo said.\n\nMingo.\n\n[lintnews: on]",
)


def found(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """What is found, by the words from there on; and the fingerprints."""
    source = "\n\n".join(paragraphs)
    story = Story(source, read_text(source, format_of="plain"))
    findings = lint(story, (RULE,))
    return [source[f.source.start :][:12] for f in findings], [f.fingerprint for f in findings]


@given(OTHERS, st.sampled_from(ALLOWED), OTHERS)
def test_edits_elsewhere(before: list[str], allowed: str, after: list[str]) -> None:
    around = found([*before, "Nothing here.", *after])
    assert found([*before, allowed, *after]) == around


@given(OTHERS, OTHERS)
def test_without_it_the_words_are_found(before: list[str], after: list[str]) -> None:
    without = found([*before, "Then Mingo said.", *after])[0]
    assert len(without) == len(found([*before, "Nothing here.", *after])[0]) + 1


NOTES = st.sampled_from(
    ["[lintnews: allow x]", "[lintnews: off]\n", "One", "two.", " ", "\n", "\n\n", "😀", "[a]", "é"]
)


@given(st.lists(NOTES, max_size=25), st.sampled_from(["plain", "markdown"]))
def test_notes_leave_the_map_sound(pieces: list[str], format_of: str) -> None:
    source = "".join(pieces)
    reading = set_aside(read_text(source, format_of=format_of))
    assert "[lintnews:" not in reading.text
    assert len(reading.comments) == source.count("[lintnews:")
    for comment in reading.comments:
        assert comment.source.of(source).startswith("[lintnews:")
        assert 0 <= comment.at <= len(reading.text)
    at = 0
    for block in reading.blocks:
        assert at <= block.span.start < block.span.end <= len(reading.text)
        words = reading.text[block.span.start : block.span.end]
        assert words.strip()
        at = block.span.end
    for start, source_start, source_end, verbatim in zip(
        reading.map.text_starts, reading.map.source_starts, reading.map.source_ends, reading.map.verbatim, strict=True
    ):
        if verbatim:
            piece = source[source_start:source_end]
            assert reading.text[start : start + len(piece)] == piece
