"""Front matter: the quick scanner, ruamel.yaml and tomllib agree; positions hold; mistakes are one problem each."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.readers import read_text
from lintnews.readers.entries import FrontMatterError
from lintnews.readers.front_matter_lines import simple_entries
from lintnews.readers.front_matter_yaml import yaml_entries
from lintnews.readers.scalars import add_value
from lintnews.source import Span, TextBuilder
from lintnews.story import Reading

from .reading_back import assert_sound, blocks


def read(source: str) -> Reading:
    reading = read_text(source, format_of="markdown")
    assert_sound(source, reading)
    return reading


def test_keys_are_read_as_blocks_dates_and_data() -> None:
    reading = read(
        "---\npublished: 2025-03-05\nupdated: 2025-03-06T10:00:00Z\nheadline: Floods “close” roads: Porto's worst\n"
        "deck: 'It''s high'\nbyline: \"Ann \\\"Al\\\" Lee\"\ndateline: PORTO\nslug: floods\ndesk: foreign\npage: 3\n---\nText.\n"
        .replace("roads: Porto", "roads; Porto")
    )  # fmt: skip
    assert blocks(reading) == [
        ("headline", "Floods “close” roads; Porto's worst"),
        ("deck", "It's high"),
        ("byline", 'Ann "Al" Lee'),
        ("dateline", "PORTO"),
        ("paragraph", "Text."),
    ]
    assert (reading.published, reading.updated, reading.slug) == (date(2025, 3, 5), date(2025, 3, 6), "floods")
    assert (reading.front_matter["desk"], reading.front_matter["page"]) == ("foreign", 3)
    assert not reading.problems


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        ("headline: Floods close\n  roads", "Floods close roads"),
        ("headline: >-\n  Floods close\n  roads\nslug: a", "Floods close roads"),
        ("headline: |\n  Floods close\n  roads\n", "Floods close\nroads"),
        ('headline: "Floods\n  close \\u201croads\\u201d"', "Floods close “roads”"),
        ("headline: 'Floods: it''s\n  close'", "Floods: it's close"),
        ("lintnews:\n  allow: [a, b]\nheadline: Floods # so far", "Floods"),
        ("title: Floods", "Floods"),
    ],
)
def test_any_scalar_is_read_at_its_place(lines: str, headline: str, line_end: str) -> None:
    source = f"---\n{lines}\n---\nText.".replace("\n", line_end)
    reading = read(source)
    assert blocks(reading)[0] == ("headline", headline)
    place = reading.map.to_source(Span(0, 6))
    assert "Floods" in place.of(source)
    assert len(reading.blocks) == 2


def test_nested_data_is_kept() -> None:
    assert read("---\nlintnews:\n  allow: [a, {b: 2}]\n---\n").front_matter == {"lintnews": {"allow": ["a", {"b": 2}]}}


def test_toml_is_read_with_places() -> None:
    source = "+++\nheadline = \"Caf\\u00e9 “opens”\"\ndeck = '''\nIn Porto'''\ndate = 2025-03-05\n[extra]\nheadline = \"no\"\n+++\nText."
    reading = read(source)
    assert blocks(reading) == [("headline", "Café “opens”"), ("deck", "In Porto"), ("paragraph", "Text.")]
    assert reading.map.to_source(Span(3, 4)).of(source) == "\\u00e9"
    assert reading.published == date(2025, 3, 5)
    assert reading.front_matter["extra"] == {"headline": "no"}


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("---\nheadline: a: b\n---\n", "2:12: the front matter is not valid YAML: a text with a colon in it must stand in quotes"),
        ("---\na: 1\na: 2\n---\n", "3:1: `a` stands twice in the front matter"),
        ("---\npublished: soon\n---\n", "2:12: `published` is not a date that can be read; write it as 2025-03-05"),
        ("---\na: [1\n---\n", "3:1: the front matter is not valid YAML: expected ',' or ']', but got '<stream end>'"),
        ("---\na: \x01\n---\n", "2:4: the front matter holds a character that YAML does not allow"),
        ("---\nheadline: a\n\nText.\n", "1:1: the front matter has no closing ---"),
        ("---\na: " + "[" * 3000 + "\n---\n", "2:1: the front matter is nested too deeply"),
        ("+++\na = \n+++\n", "2:5: the front matter is not valid TOML: Invalid value"),
        ("---\na: " + "x" * 100_000 + "\n---\n", "2:1: the front matter is longer than 100000 characters"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_problem_and_the_body_is_read(source: str, problem: str) -> None:
    reading = read(source + "\nText.")
    (found,) = reading.problems
    assert str(found).splitlines()[0] == f":{problem}"
    assert blocks(reading)[-1] == ("paragraph", "Text.")


def test_aliases_can_not_make_a_bomb() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    (problem,) = read("---\n" + "\n".join(lines) + "\n---\nText.").problems
    assert problem.message == "the front matter has more than 10000 values"


@pytest.mark.parametrize(
    "source", ["---\n\nText here.\n\n---\n", "---\nHe left, she said: no\n---\n", "--- a: b\n---\n"]
)
def test_a_rule_between_paragraphs_is_no_front_matter(source: str) -> None:
    assert not read_text(source).front_matter
    assert not read_text(source).problems


def test_the_quick_scanner_needs_no_yaml_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    assert read("---\na: b c\n# d\n\ne:\nf: 'g: h'\ni: \"j\"\nk: 2025-03-05\n---\n").front_matter == {
        "a": "b c",
        "e": None,
        "f": "g: h",
        "i": "j",
        "k": date(2025, 3, 5),
    }


VALUES = st.one_of(
    st.text(alphabet=st.sampled_from("ab12 :#'\"\\-,.[]{}&*!|>%@`?~é“ \t\n"), max_size=12),
    st.sampled_from(
        [
            "true",
            "null",
            "~",
            "2025-03-05",
            "2025-03-05 10:00",
            "012",
            "1e3",
            "0x1f",
            "yes",
            "1.5",
            "5 die",
            "'a'",
            '"b"',
            "a #b",
        ]
    ),
)
LINES = st.lists(
    st.tuples(st.sampled_from(["a", "b-c", "true", "headline", " d"]), st.sampled_from([": ", ":", ":  "]), VALUES),
    max_size=4,
)


@given(LINES)
def test_the_quick_scanner_reads_what_yaml_reads(lines: list[tuple[str, str, str]]) -> None:
    source = "".join(f"{key}{colon}{value}\n" for key, colon, value in lines)
    quick = simple_entries(source, 0, len(source))
    if quick is None:
        return
    found = yaml_entries(source, 0, len(source))
    assert [(e.key, e.value, e.quote) for e in quick] == [(e.key, e.value, e.quote) for e in found]
    assert [e.place.of(source) for e in quick if e.place and e.value is not None] == [
        e.place.of(source) for e in found if e.place and e.value is not None
    ]


@given(
    st.text(alphabet=st.sampled_from("abc12:#'\"\\-,[]{}&*|>\n\r \té="), max_size=50), st.sampled_from(["---", "+++"])
)
def test_any_front_matter_is_read_or_a_problem(words: str, fence: str) -> None:
    read(f"{fence}\nheadline: {words}\n{fence}\nText.")
    read(f"{fence}\na = 'b'\ntitle = {words}\n{fence}\nText.")


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["", '"', "'"]))
def test_a_value_is_read_from_whatever_stands_there(raw: str, value: str, quote: str) -> None:
    builder = TextBuilder()
    add_value(builder, raw, value, quote)
    text, source_map = builder.build()
    assert builder.offset == len(raw)
    assert text.split() == value.split()
    for at in range(len(text)):
        if source_map.is_verbatim(Span(at, at + 1)):
            assert source_map.to_source(Span(at, at + 1)).of(raw) == text[at]


def test_yaml_that_is_no_mapping() -> None:
    with pytest.raises(FrontMatterError, match="not made of `key: value` entries"):
        yaml_entries("- a\n", 0, 4)
