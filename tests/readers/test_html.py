"""HTML pages: what is read, dates, and that any input is read back or refused in time."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.problem import ReadError
from lintnews.readers import read_text
from lintnews.readers.html_tokens import TokenKind, attributes, tokens
from lintnews.story import Reading

from .reading_back import assert_sound, blocks


def read(source: str) -> Reading:
    reading = read_text(source, format_of="html")
    assert_sound(source, reading)
    return reading


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Floods | The Daily</title><meta charset="utf-8">
<meta property="article:published_time" content="2025-03-05T10:00:00Z">
<style>p{color:red}</style></head><body><nav><a href="/">Home</a></nav><p>Outside</p>
<article><header><h1>Floods &amp; <em>storms</em></h1><p class="standfirst">Deck  here</p>
<div class="c-byline">By <a rel="author">Ann Lee</a></div><time datetime="2025-03-06">Published March 6, 2025</time></header>
<p>PORTO (AP) &mdash; The river
   rose on <time datetime="2025-03-04">Tuesday</time> caf&eacute;.<!-- lintnews: allow x -- y -->
<p>Second <b> bold </b> co&shy;op<br>line<br><br>third &nbsp; end<del>not this</del><code>nor()</code>
<blockquote>He said <q>no</q></blockquote>
<ul><li>One<li>Two <p>more</ul><h2>Sub</h2>
<figure><img alt="x"><figcaption>A boat. <span class="credit">Photo: Al</span></figcaption></figure>
<table><tr><td>a<td>b</table><div hidden>hidden</div>
<aside>Related</aside><script>var x = "<p>no</p>"</script></article><footer>foot</footer></body></html>"""


def test_a_page() -> None:
    reading = read(PAGE)
    assert blocks(reading) == [
        ("headline", "Floods & storms"),
        ("deck", "Deck here"),
        ("byline", "By Ann Lee"),
        ("paragraph", "PORTO (AP) — The river\nrose on Tuesday café."),
        ("paragraph", "Second bold coop\nline"),
        ("paragraph", "third \xa0 end\ufffc\ufffc"),
        ("blockquote", "He said “no”"),
        ("list-item", "One"),
        ("list-item", "Two"),
        ("list-item", "more"),
        ("subhead", "Sub"),
        ("caption", "A boat."),
        ("credit", "Photo: Al"),
        ("table-cell", "a"),
        ("table-cell", "b"),
    ]
    assert reading.published == date(2025, 3, 5)
    (comment,) = reading.comments
    assert comment.words == "lintnews: allow x -- y"
    assert reading.text[: comment.at].endswith("café.")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":"NewsArticle","datePublished":"2025-03-04T23:00:00-05:00"}]}</script><meta name="date" content="2025-03-05">', date(2025, 3, 4)),
        ('<script type="application/ld+json">{broken</script><meta itemprop="datePublished" content="2025-03-05">', date(2025, 3, 5)),
        ('<meta name="date" content="2025-03-06"><meta property="article:published_time" content="2025-03-05">', date(2025, 3, 5)),
        ('<time itemprop="datePublished" datetime="2025-03-05">Mar 5</time>', date(2025, 3, 5)),
        ('<p>On <time datetime="2025-03-04">Tuesday</time>', None),
        ('<meta name="date" content="soon">', None),
    ],
)  # fmt: skip
def test_the_publication_date(head: str, published: date | None) -> None:
    assert read(f"{head}<h1>A</h1><p>Text").published == published


def test_a_page_without_heading_has_its_title_as_headline() -> None:
    assert blocks(read("<title>Floods</title><main><p>Text</main><p>Other")) == [
        ("headline", "Floods"),
        ("paragraph", "Text"),
    ]


def test_a_reference_without_semicolon_ends_where_its_name_ends() -> None:
    assert blocks(read("&nbspJo &copy2025")) == [("paragraph", "Jo ©2025")]


def test_text_without_any_tag_is_a_paragraph() -> None:
    assert blocks(read("AT&T rose, R&amp;D < 5 &lt; 6")) == [("paragraph", "AT&T rose, R&D < 5 < 6")]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<p>Text</p>\n<p class='a", "line 2, column 1: the tag that begins here is not closed"),
        ("<p>Text <!-- note", "line 1, column 9: the comment that begins here is not closed"),
    ],
)
def test_a_truncated_page_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ReadError) as raised:
        read(source)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    "piece",
    ["<", "<a ", "<a b='", "<!--", "<!-- -->", "</", "&", "&#", "<!x ", "<?", "<div>", "</p>", "<script>", "<script></", "<p><b>", "<h1>a",
     "<br>", "<span class=byline>a", "<li>", "<td>", "<time>a", " ", "<q>", "<b></i>", "<time datetime=2025-01-01>", "<p>a<br><br>"],
)  # fmt: skip
def test_twenty_thousand_of_anything_take_a_second(piece: str) -> None:
    source = "<p>a</p>" + piece * 20_000
    try:
        reading = read_text(source, format_of="html")
    except ReadError:
        return
    assert reading.text.startswith("a")


PIECES = st.sampled_from(
    ["a", "é ", " ", "\n", "\r\n", "\t", "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>", "<br/>", "<li>", "<ul>", "</ul>", "<h1>", "</h1>", "<h2>",
     "<blockquote>", "</blockquote>", "<td>", "<tr>", "<table>", "</table>", "<!-- c -->", "&amp;", "&nbsp;", "&#10;", "&shy;", "&x;", "&", "<", ">", "<aside>",
     "</aside>", "<q>", "</q>", "<time>", "</time>", '<p class="byline">', "<article>", "</article>", "<title>", "</title>", "<script>", "</script>", "\xa0",
     "\u2028", "<span class=credit>", "</span>", "<p hidden>", "<figcaption>", "<body>", "\x0c", "\xad"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=24).map("".join))
def test_anything_made_of_tags_reads_back(source: str) -> None:
    with suppress(ReadError):  # a page that breaks off inside a tag
        read(source)


@given(st.text(alphabet=st.sampled_from("ab<>/&;#x\"'=! -\n"), max_size=40))
def test_tokens_follow_one_another(source: str) -> None:
    at = 0
    for token in tokens(source):
        assert token.start == at < token.end
        at = token.end
        if token.kind is TokenKind.START:
            assert all(name == name.lower() for name in attributes(source, token))
    assert at == len(source)


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data


PLAIN = st.sampled_from(["a", "é ", " b", "<p>", "</p>", "<b>", "</b>", "<i class='x>y'>", "</i>", "&amp;", "&eacute;", "&#65;", "&x;", "AT&T", "a < b", "<!-- c -->"])  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PLAIN, max_size=16).map("".join))
def test_the_words_are_those_that_the_standard_library_finds(source: str) -> None:
    oracle = Words()
    oracle.feed(source)
    oracle.close()
    assert "".join(read(source).text.split()) == "".join(oracle.words.split())


def test_far_too_many_tags_are_refused() -> None:
    with pytest.raises(ReadError, match="more than 300,000 tags"):
        read_text("<p>" * 300_001, format_of="html")
