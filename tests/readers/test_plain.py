"""Plain agency copy."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.readers import read_text
from lintnews.readers.plain_units import units
from lintnews.story import Reading

from .reading_back import assert_sound, blocks


def read(source: str) -> Reading:
    reading = read_text(source)
    assert_sound(source, reading)
    return reading


STORY = """date 2025-03-05

Floods close roads in Porto

By Ann Lee

PORTO, Portugal (AP) — The river rose on Tuesday,
officials said.

Roads were closed.

-30-
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_parts_of_agency_copy(line_end: str) -> None:
    reading = read(STORY.replace("\n", line_end))
    assert blocks(reading) == [
        ("headline", "Floods close roads in Porto"),
        ("byline", "By Ann Lee"),
        ("paragraph", "PORTO, Portugal (AP) — The river rose on Tuesday,\nofficials said."),
        ("paragraph", "Roads were closed."),
    ]
    assert reading.published == date(2025, 3, 5)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("date 2025-03-05 ", date(2025, 3, 5)),
        (" 2025-03-05 ", date(2025, 3, 5)),
        ("Date: 2025-03-05\n", date(2025, 3, 5)),
        ("March 5, 2025\n\n", date(2025, 3, 5)),
        ("Wednesday, 5 March 2025\n", date(2025, 3, 5)),
        ("published: 2025-03-05T09:30:00Z\nupdated: 6 March 2025\n", date(2025, 3, 5)),
        ("date 2025-02-30 ", None),
        ("date: the fruit ", None),
        ("2025-03-051 ", None),
    ],
)
def test_a_date_at_the_top_is_the_publication_date(head: str, published: date | None) -> None:
    reading = read(head + "Moscow, Mar 5 (AP) The talks began.")
    assert reading.published == published
    assert blocks(reading)[-1][1].endswith("Moscow, Mar 5 (AP) The talks began.")
    assert (len(reading.text) == 35) == (published is not None)


def test_header_lines_are_read_by_their_names() -> None:
    reading = read('Slug: floods\nHeadline: "Big" flood\nByline: Ann Lee\n\nNote: this is text.')
    assert blocks(reading) == [("headline", '"Big" flood'), ("byline", "Ann Lee"), ("paragraph", "Note: this is text.")]
    assert (reading.slug, reading.front_matter["headline"]) == ("floods", '"Big" flood')


@pytest.mark.parametrize(
    "slug", ["BC-EU--Summit, 1st Ld-Writethru", "UKRAINE-CRISIS/KREMLIN (UPDATE 1)", "AFGHAN-TALKS"]
)
def test_a_slug_line_is_not_text(slug: str) -> None:
    reading = read(f"{slug}\n\nThe talks began.")
    assert (reading.slug, reading.text) == (slug, "The talks began.")


@pytest.mark.parametrize(
    "lead",
    [
        "The talks began.",
        "“We won’t go,” he said",
        "The vote, in short:",
        "He left\nthe talks",
        "He left the talks today",
    ],
)
def test_what_may_be_a_sentence_is_no_headline(lead: str) -> None:
    assert blocks(read(f"{lead}\n\nHe left the talks"))[0] == ("paragraph", lead)


def test_an_indent_begins_a_paragraph() -> None:
    reading = read("    Oil fell sharply\nafter the news.\n    Analysts said so.\n\tMore fell.")
    assert [words for _, words in blocks(reading)] == [
        "Oil fell sharply\nafter the news.",
        "Analysts said so.",
        "More fell.",
    ]


def test_a_hanging_indent_goes_on_with_the_line() -> None:
    assert [words for _, words in blocks(read("- Oil fell\n  sharply.\n- Gold rose."))] == [
        "- Oil fell\nsharply.\n- Gold rose."
    ]


def test_lines_too_long_to_be_wrapped_are_paragraphs() -> None:
    long = "The " + "very " * 30 + "long line ended."
    assert [words for _, words in blocks(read(f"{long}\nHe left.\nA subhead\n{long}"))] == [
        long,
        "He left.",
        "A subhead",
        long,
    ]


@pytest.mark.parametrize("sign", ["-30-", "- 30 -", "###", "(END)", "ENDS", "***", "--0--"])
def test_the_sign_of_the_end_is_not_text(sign: str) -> None:
    assert read(f"He left.\n{sign}\n").text == "He left."
    assert read(f"He left.\n\n{sign}").text == "He left."


def test_notes_are_comments_and_not_text() -> None:
    source = "[lintnews: allow-file x]\n\nFloods close roads\n\nHe [lintnews: allow x -- so spelt] left the roads.\r\n"
    reading = read(source)
    assert blocks(reading) == [("headline", "Floods close roads"), ("paragraph", "He left the roads.")]
    assert [(c.words, c.source.of(source), c.at) for c in reading.comments] == [
        ("lintnews: allow-file x", "[lintnews: allow-file x]", 0),
        ("lintnews: allow x -- so spelt", "[lintnews: allow x -- so spelt]", 22),
    ]


@given(st.text(alphabet=st.sampled_from("ab \t\r\n.-30#\x0b\u2028\x85"), max_size=60))
def test_units_hold_all_words_in_order(source: str) -> None:
    spans = units(source, 0)
    assert all(span.of(source) == span.of(source).strip() != "" for span in spans)
    assert all(a.end < b.start for a, b in pairwise(spans))
    covered = "".join(span.of(source) for span in spans)
    assert covered.count("a") == source.count("a")


@given(st.text(max_size=80))
def test_any_text_is_read(source: str) -> None:
    read(source)


PIECES = st.sampled_from(
    ["date ", "2025-03-05", "\n", "\r\n", "\n\n", " ", "By Ann Lee", "Headline: x", "---\n", "a: b", "a: 'b''c'", "[lintnews: off]",
     "published: 2025-01-01", "title: |\n  x y\n", "+++\n", 'b = "c\\u00e9"', "-30-", "AB-CD", "Text goes on.", "\t", "é"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_anything_made_of_its_pieces_is_read(source: str) -> None:
    read(source)


@pytest.mark.parametrize("before", ["", "Mayor opens the pool\n\nBy Ann Lee\n\n"])
def test_a_date_line_with_the_wrong_weekday_stays_in_the_text(before: str) -> None:
    story = "\n\nThe mayor opened the pool in Oslo. It is open to all.\n"
    wrong, right = (read(f"{before}{day}, March 5, 2025{story}") for day in ("Tuesday", "Wednesday"))
    assert wrong.published == right.published == date(2025, 3, 5)
    assert [words for kind, words in blocks(wrong) if kind == "note"] == ["Tuesday, March 5, 2025"]
    assert "March" not in right.text
