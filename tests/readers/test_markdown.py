"""Markdown: what is read, where it stands, and that the quick way reads what marko reads."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lintnews.problem import ReadError
from lintnews.readers import markdown, read_text
from lintnews.source import Span
from lintnews.story import Reading

from .reading_back import assert_sound, blocks


def read(source: str) -> Reading:
    reading = read_text(source, format_of="markdown")
    assert_sound(source, reading)
    return reading


STORY = """---
published: 2025-03-05
---
# Floods *close* roads

By **Ann Lee**

The river rose[^1] on [Tuesday](https://example.org/a_b?c=1&d=2 "A title"), the R&amp;D \\*chief\\* of ~~Foo~~ `code` Bar
said &mdash; twice.\x20\x20
Then he left<br>for *Porto*. <!-- lintnews: allow x -- so -->

![A boat on the _Douro_](boat.jpg)
[![Two boats](two.jpg)](two.html) The boats.

> “We won’t go,
> she said”
> > Never.

<!-- lintnews: off -->

- One **two**
  three

  four
1. Five

| Name | Age |
|------|-----|
| Lee \\| Co | *40* |

## More

<div class="x">In <b>HTML</b> &eacute;</div>

```
not read
```

    nor this
***
See [the report][1] and <https://example.org/x>.

[1]: https://example.org
"""

READ = [
    ("headline", "Floods close roads"),
    ("paragraph", "By Ann Lee"),
    (
        "paragraph",
        "The river rose[^1] on Tuesday, the R&D *chief* of \ufffc \ufffc Bar\nsaid — twice.\nThen he left\nfor Porto.",
    ),
    ("caption", "A boat on the Douro"),
    ("caption", "Two boats"),
    ("paragraph", "The boats."),
    ("blockquote", "“We won’t go,\nshe said”"),
    ("blockquote", "Never."),
    ("list-item", "One two\nthree"),
    ("list-item", "four"),
    ("list-item", "Five"),
    ("table-cell", "Name"),
    ("table-cell", "Age"),
    ("table-cell", "Lee | Co"),
    ("table-cell", "40"),
    ("subhead", "More"),
    ("paragraph", "In HTML é"),
    ("paragraph", "See the report and https://example.org/x."),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_all_sorts_of_markup(line_end: str) -> None:
    source = STORY.replace("\n", line_end)
    reading = read(source)
    assert blocks(reading) == READ
    assert [(c.words, c.source.of(source)) for c in reading.comments] == [
        ("lintnews: allow x -- so", "<!-- lintnews: allow x -- so -->"),
        ("lintnews: off", "<!-- lintnews: off -->"),
    ]
    assert reading.comments[0].at == reading.text.index("\n\nA boat")
    for words, place in (
        ("R&D", "R&amp;D"),
        ("*chief*", "\\*chief\\*"),
        ("Lee | Co", "Lee \\| Co"),
        ("— twice", "&mdash; twice"),
    ):
        at = reading.text.index(words)
        assert reading.map.to_source(Span(at, at + len(words))).of(source) == place


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("# A\n\nText.\n\n# B", ["headline", "paragraph", "subhead"]),
        ("## A\nText.", ["headline", "paragraph"]),
        ("Text.\n\n## A\n\n# B", ["paragraph", "subhead", "headline"]),
        ("---\nheadline: A\n---\n# B", ["headline", "subhead"]),
        ("<!-- c -->\n# A\n<!-- d -->\nText.", ["headline", "paragraph"]),
        ("A\n===\n\nB\n---", ["headline", "subhead"]),
        ("> # A", ["blockquote"]),
    ],
)
def test_the_first_heading_is_the_headline(source: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in blocks(read(source))] == kinds


def test_an_html_block_may_hold_blank_lines() -> None:
    assert blocks(read("<?x>a\n\nb  c"))[0] == ("paragraph", "a\nb c")


def test_a_plain_story_needs_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "marko", None)
    monkeypatch.delitem(sys.modules, "lintnews.readers.markdown_tree", raising=False)
    source = (
        "# Floods close roads #\nThe river [sic] rose\non *Tuesday* & **fell** _again_, [he](/x) said. <!-- lintnews: on -->\n\n"
        "<!-- lintnews: off -->\n\nAT&T (12) no?"
    )
    reading = read(source)
    assert blocks(reading) == [
        ("headline", "Floods close roads"),
        ("paragraph", "The river [sic] rose\non Tuesday & fell again, he said."),
        ("paragraph", "AT&T (12) no?"),
    ]
    assert [(c.words, c.at) for c in reading.comments] == [("lintnews: on", 74), ("lintnews: off", 74)]


PIECES = st.sampled_from(
    ["a", "Bo", "é", " ", "  ", "\n", "\n\n", "\n \n", "*", "**", "_", "__", "`", "[", "]", "](", "(", ")", "](/u)", "![", "<", ">", "<b>", "</b>",
     "<br>", "<!--", "-->", "<!-- c -->", "&", "&amp;", "&#233;", "&x;", "\\", "\\*", "#", "# ", "## ", "- ", "1. ", "> ", "|", "|-|-|\n", "~~", "~",
     "    ", "\t", "```", "---", "===", ".", ",", "“", "😀", "[a]: /b\n", "www.a.b", '"', "'", "!", ":", "\r\n", "\r", "\x0c", "\u2028", "\xa0"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=24).map("".join)


@settings(max_examples=300)
@given(TEXTS)
def test_anything_made_of_markup_reads_back(source: str) -> None:
    read(source)


@settings(max_examples=300)
@example("a \r\na")
@example("a \nb")
@given(TEXTS)
def test_the_quick_way_reads_what_marko_reads(source: str) -> None:
    quick = read_text(source, format_of="markdown")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "_reaches_over", lambda source, start: True)
        whole = read_text(source, format_of="markdown")
    assert blocks(quick) == blocks(whole)
    assert quick.comments == whole.comments
    for at in range(len(quick.text)):
        assert quick.map.to_source(Span(at, at + 1)) == whole.map.to_source(Span(at, at + 1))


@given(st.text(max_size=60))
def test_any_text_is_read(source: str) -> None:
    read(source)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("x\n\n" + "[a](b" * 5000, "line 3, column 1: this Markdown would take too long to read: more than 1000 brackets in a paragraph"),
        (">" * 100_000, "line 1, column 1: this Markdown would take too long to read: more than 40 quotations and lists within each other"),
        ("*a\n" * 5000, "line 3001, column 1: this Markdown would take too long to read: more than 3000 lines without a blank one"),
        ("*a" + " " * 50_000 + "b", "line 1, column 1: this Markdown would take too long to read: more than 1000 blanks in a row"),
        ("".join("  " * n + "- a\n" for n in range(300)), "line 62, column 1: this Markdown would take too long to read: more than 120 blanks before a line"),
        ("[a]: /b\n\n" * 1000, "line 1001, column 1: this Markdown would take too long to read: more than 500 definitions"),
    ],
)  # fmt: skip
def test_what_would_take_minutes_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_text(source, format_of="markdown")
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("The mill of <Company Name> Ltd., closed.", "The mill of <Company Name> Ltd., closed."),
        ("In <city>, <b>two</b> men and a <wbr>dog <x-note>ran</x-note>.", "In <city>, two men and a dog ran."),
        ("<Company Name>\nsays it is so.", "<Company Name>\nsays it is so."),
        ("Ask <Ann\nLee> now.", "Ask <Ann\nLee> now."),
        ("<div>\nTwo men.\n</div>", "Two men."),
    ],
)
def test_what_names_no_element_is_text(source: str, wanted: str) -> None:
    assert read(source).text == wanted


def test_words_on_both_sides_of_code_are_no_neighbours() -> None:
    reading = read_text("Every rule leaves a `valid` example.\n\n`only()`\n\n~~Gone~~\n", format_of="markdown")
    assert blocks(reading) == [("paragraph", "Every rule leaves a \ufffc example.")]


def test_old_wire_quotation_marks_are_no_code() -> None:
    reading = read_text("She said ``it rained'' and ``it snowed'' on Monday.\n", format_of="markdown")
    assert blocks(reading) == [("paragraph", "She said ``it rained'' and ``it snowed'' on Monday.")]


def test_a_comment_that_cuts_into_markup_leaves_no_blank_at_the_end() -> None:
    reading = read_text("The ~~caf&#233; <!-- =!>~~ b -->\n", format_of="markdown")
    assert [reading.text[block.span.start : block.span.end] for block in reading.blocks] == ["The ~~café"]
