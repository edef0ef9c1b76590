"""Quotations held against a transcript: what may differ, and that every change of words is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.mentions.quotations.sourced_quotations import SourcedQuotation
from lintnews.mentions.quotations.spoken_words import spoken_words
from lintnews.mentions.quotations.word_alignment import SourceWords
from lintnews.readers.plain import read
from lintnews.story import SourceText, Story

TRANSCRIPT = """MAYOR ORDE: Good morning. We, we never saw the bill until, um, Monday, and it cost the town $4.5 million.
That's thirty-five per cent of our budget (our whole budget!).

Q: Will you resign?

MAYOR ORDE: I do not think that I should resign, because the voters of this town, and I have met them all, want a
bridge. We won't rest until it's built. The health care programme has to wait, I told Li that, and he must organise it.
"""


def changes(text: str, transcript: str = TRANSCRIPT) -> list[tuple[str, str]]:
    story = Story(text, read(text), against=[SourceText("transcript", transcript)])
    return [(c.quoted, c.said) for quotation in story.mentions(SourcedQuotation) for c in quotation.changes]


@pytest.mark.parametrize(
    "quotation",
    [
        "We never saw the bill until Monday",
        "we never saw the bill … and it cost the town 4.5 million dollars",
        "35% of our budget",
        "That’s 35 percent of our budget — our whole budget",
        "the voters of this town . . . want a bridge",
        "I do not think that I should resign, because [they] want a bridge",
        "[We] won’t rest until it’s built",
        "[T]he healthcare program has to wait",
        "The health-care programme has to wait, I told [Li Tal] that",
        "he must organize it",
    ],
)
def test_what_conventions_allow(quotation: str) -> None:
    assert changes(f"“{quotation},” she said.") == []


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("We never saw the invoice until Monday", [("invoice", "bill")]),
        ("I do think that I should resign, because the voters", [("", "not")]),
        ("We will not rest until it's really built", [("will not", "won't"), ("really", "")]),
        ("it cost the town $4.6 million", [("$4.6 million", "$4.5 million")]),
        ("the voters of our town want a bridge", [("our", "this"), ("", "and I have met them all")]),
    ],
)
def test_changed_missing_and_added_words(quotation: str, expected: list[tuple[str, str]]) -> None:
    assert changes(f"“{quotation},” she said.") == expected


def test_the_passage_and_its_line_are_told() -> None:
    text = "“We will rest until it’s built,” she said."
    (found,) = Story(text, read(text), against=[SourceText("a.txt", TRANSCRIPT)]).mentions(SourcedQuotation)
    assert (found.source, found.line, found.passage) == ("a.txt", 7, "We won't rest until it's built")


def test_of_two_sources_the_closer_one_counts() -> None:
    sources = [SourceText("a", "It rained for days."), SourceText("b", "It rained for three days.")]
    text = "“It rained for three days,” she said."
    (found,) = Story(text, read(text), against=sources).mentions(SourcedQuotation)
    assert (found.source, found.changes) == ("b", ())


def test_what_no_source_has_is_not_altered() -> None:
    text = "“Nobody asked the people of the ferry,” she said."
    (found,) = Story(text, read(text), against=[SourceText("a", TRANSCRIPT)]).mentions(SourcedQuotation)
    assert not found.found and not found.changes


def test_without_sources_nothing_is_looked_for() -> None:
    text = "“We never saw the invoice,” she said."
    assert Story(text, read(text)).mentions(SourcedQuotation) == ()


WORDS = st.lists(
    st.sampled_from(("the", "mayor", "saw", "a", "bridge", "and", "it", "fell", "while", "rain", "came", "down")),
    min_size=6,
)


@given(source=WORDS, data=st.data())
def test_a_piece_of_a_source_aligns_without_differences(source: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source) - 4))
    end = data.draw(st.integers(start + 3, len(source)))
    words = tuple(spoken_words(" ".join(source[start:end]), 0, 10_000))
    alignment = SourceWords(tuple(spoken_words(" ".join(source), 0, 10_000))).align(words)
    assert alignment is not None
    assert (alignment.same, alignment.differences) == (end - start, ())


@given(
    source=st.lists(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=9, max_size=20, unique=True), data=st.data()
)
def test_one_foreign_word_is_one_difference(source: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(2, len(source) - 3))
    quoted = [*source[:at], "foreign", *source[at + 1 :]]
    alignment = SourceWords(tuple(spoken_words(" ".join(source), 0, 10_000))).align(
        tuple(spoken_words(" ".join(quoted), 0, 10_000))
    )
    assert alignment is not None
    assert [(d.quoted, d.source) for d in alignment.differences] == [((at, at + 1), (at, at + 1))]
