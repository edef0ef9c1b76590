"""The formats of the news industry: ninjs, NITF, NewsML-G2."""

from __future__ import annotations

import json
import re
from datetime import date
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.problem import ReadError
from lintnews.readers import holds_story, read_bytes, read_text
from lintnews.readers.json_strings import read_string, string_places
from lintnews.source import Span
from lintnews.story import Reading

from .reading_back import assert_sound, blocks


def read(source: str, format_of: str) -> Reading:
    reading = read_text(source, format_of=format_of)
    assert_sound(source, reading)
    return reading


def place(source: str, reading: Reading, words: str) -> str:
    at = reading.text.index(words)
    return reading.map.to_source(Span(at, at + len(words))).of(source)


NINJS_3 = r"""{
  "uri": "urn:x", "type": "text", "versionCreated": "2025-03-05T10:00:00Z", "slugline": "floods",
  "bodies": [
    {"role": "main", "contentType": "text/plain", "value": "Plain.\nText."},
    {"role": "richtext", "contentType": "application/xhtml+xml",
     "value": "<p>Caf\u00e9 &amp; \"bar\" \ud83d\ude00<!-- lintnews: allow x --></p>\n<p>R\u0026amp;D \/ ok</p>"}],
  "by": "Ann Lee",
  "descriptions": [{"role": "summary", "value": "R&D \/ ok"}],
  "headlines": [{"role": "main", "value": "Floods \u2013 again"}, {"role": "sub", "value": "Deck"}, {"role": "seo", "value": "No"}],
  "associations": [{"type": "picture", "descriptions": [{"value": "A boat"}]}, {"type": "text", "bodies": [{"value": "No"}]}]
}"""


def test_ninjs_3() -> None:
    reading = read(NINJS_3, "ninjs")
    assert blocks(reading) == [
        ("headline", "Floods – again"),
        ("deck", "Deck"),
        ("byline", "Ann Lee"),
        ("paragraph", 'Café & "bar" 😀'),
        ("paragraph", "R&D / ok"),
        ("caption", "A boat"),
    ]
    assert (reading.published, reading.slug) == (date(2025, 3, 5), "floods")
    assert place(NINJS_3, reading, "Café &") == r"Caf\u00e9 &amp;"
    assert place(NINJS_3, reading, "😀") == r"\ud83d\ude00"
    assert place(NINJS_3, reading, "R&D") == r"R\u0026amp;D"
    (comment,) = reading.comments
    assert comment.source.of(NINJS_3) == "<!-- lintnews: allow x -->"
    assert reading.text[: comment.at].endswith("😀")


def test_ninjs_1() -> None:
    source = json.dumps(
        {
            "uri": "urn:x",
            "versioncreated": "2025-03-05T10:00:00Z",
            "headline": "Floods",
            "byline": "Ann Lee",
            "description_text": "In short",
            "body_text": "One.\r\n\r\nTwo\ngoes on.",
            "associations": {"photo": {"type": "picture", "description_text": "A boat"}},
        }
    )
    assert blocks(read(source, "ninjs")) == [
        ("headline", "Floods"),
        ("deck", "In short"),
        ("byline", "Ann Lee"),
        ("paragraph", "One."),
        ("paragraph", "Two\ngoes on."),
        ("caption", "A boat"),
    ]


def test_a_body_may_be_nitf() -> None:
    source = json.dumps(
        {"headline": "H", "body_nitf": "<nitf><body><body.content><p>R&amp;D “no”</p></body.content></body></nitf>"}
    )
    reading = read(source, "ninjs")
    assert blocks(reading)[1] == ("paragraph", "R&D “no”")
    assert place(source, reading, "R&D “") == r"R&amp;D \u201c"


NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd"><nitf><head><title>T</title><docdata><date.issue norm="20250305T100000Z"/><du-key key="floods"/></docdata></head>
<body><body.head><hedline><hl1>Flüt &amp; storm</hl1><hl2>Deck</hl2></hedline><byline>By <person>Ann Lee</person><byttl>Staff</byttl></byline>
<dateline><location>PORTO</location></dateline><abstract><p>Short.</p></abstract></body.head>
<body.content><p>Caf&eacute; &#8212;
 <em>two</em><![CDATA[ <x> ]]>end</p><hl2>Sub</hl2><bq><block><p>Said <q>no</q></p></block><credit>Al</credit></bq>
<media><media-reference/><media-caption><p>Boat</p></media-caption></media><table><tr><td>a</td></tr></table><!-- lintnews: off --></body.content>
<body.end><tagline>AP</tagline></body.end></body></nitf>"""


def test_nitf() -> None:
    reading = read(NITF, "nitf")
    assert blocks(reading) == [
        ("headline", "Flüt & storm"),
        ("deck", "Deck"),
        ("byline", "By Ann Lee"),
        ("byline", "Staff"),
        ("dateline", "PORTO"),
        ("deck", "Short."),
        ("paragraph", "Café —\ntwo <x> end"),
        ("subhead", "Sub"),
        ("blockquote", "Said “no”"),
        ("credit", "Al"),
        ("caption", "Boat"),
        ("table-cell", "a"),
        ("credit", "AP"),
    ]
    assert (reading.published, reading.slug) == (date(2025, 3, 5), "floods")
    assert place(NITF, reading, "Café —") == "Caf&eacute; &#8212;"
    assert [comment.words for comment in reading.comments] == ["lintnews: off"]


def newsml(content: str, more: str = "") -> str:
    return f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:x="http://www.w3.org/1999/xhtml"><itemSet>
<newsItem><itemMeta><firstCreated>2025-03-01T10:00:00Z</firstCreated><versionCreated>2025-03-05T10:00:00Z</versionCreated></itemMeta>
<contentMeta><slugline>flö</slugline><headline>Head &amp; x</headline><by>Ann Lee</by><subject><name>No</name></subject></contentMeta>
<contentSet>{content}</contentSet></newsItem>{more}</itemSet></newsMessage>"""


PICTURE = '<newsItem><contentMeta><headline>No</headline><description role="drol:caption">Boat é.</description></contentMeta></newsItem>'


@pytest.mark.parametrize(
    ("content", "read_as"),
    [
        (
            "<inlineXML><x:html><x:head><x:title>t</x:title></x:head><x:body><x:p>One é<x:br/>two</x:p></x:body></x:html></inlineXML>",
            "One é\ntwo",
        ),
        ("<inlineXML><nitf><body><body.content><p>One é</p></body.content></body></nitf></inlineXML>", "One é"),
        ('<inlineData contenttype="text/plain">R&amp;D é\n\n</inlineData>', "R&D é"),
        ('<inlineData contenttype="text/html">&lt;p&gt;R&amp;amp;D é&lt;/p&gt;</inlineData>', "R&D é"),
        ('<inlineData contenttype="text/html"><![CDATA[<p>R&amp;D é</p>]]></inlineData>', "R&D é"),
    ],
)
def test_newsml_g2(content: str, read_as: str) -> None:
    reading = read(newsml(content, PICTURE), "newsmlg2")
    assert blocks(reading) == [
        ("headline", "Head & x"),
        ("byline", "Ann Lee"),
        ("paragraph", read_as),
        ("caption", "Boat é."),
    ]
    assert (reading.published, reading.slug) == (date(2025, 3, 5), "flö")
    assert not reading.problems


def test_of_several_stories_the_first_is_read() -> None:
    data = '<inlineData contenttype="text/plain">Text.</inlineData>'
    reading = read(newsml(data, f"<newsItem><contentSet>{data}</contentSet></newsItem>"), "newsmlg2")
    assert reading.text == "Head & x\n\nAnn Lee\n\nText."
    assert [problem.message for problem in reading.problems] == ["this holds 2 stories; only the first is read"]


def test_the_headline_of_the_story_itself_is_read_once() -> None:
    nitf = "<inlineXML><nitf><body><body.head><hedline><hl1>Inner</hl1></hedline></body.head></body></nitf></inlineXML>"
    assert [words for _, words in blocks(read(newsml(nitf), "newsmlg2"))] == ["Ann Lee", "Inner"]


@pytest.mark.parametrize(
    ("source", "format_of", "reason"),
    [
        ('{"headline": "a",}', "ninjs", "line 1, column 18: this is not valid JSON: expecting property name enclosed in double quotes"),
        ('{"headline": "a', "ninjs", "line 1, column 14: this is not valid JSON: unterminated string starting at"),
        ('{"name": "a"}', "ninjs", "this JSON is not ninjs: it has neither a headline nor a body"),
        ("[" * 100_000, "ninjs", "this JSON is nested too deeply"),
        ("<nitf>\n<p>é</b></nitf>", "nitf", "line 2, column 7: this is not well-formed XML: mismatched tag"),
        ("<nitf><p>", "nitf", "line 1, column 10: this is not well-formed XML: no element found"),
        ("", "nitf", "line 1, column 1: this is not well-formed XML: no element found"),
        ("<nitf>&x;</nitf>", "nitf", "line 1, column 7: this is not well-formed XML: undefined entity"),
        (
            '<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;">]><a>&c;</a>',
            "newsmlg2",
            "line 1, column 14: this declares the entity `a`: files that declare entities are not read",
        ),
        (
            '<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>',
            "nitf",
            "line 1, column 17: this declares the entity `a`: files that declare entities are not read",
        ),
    ],
)  # fmt: skip
def test_one_reason_for_what_is_broken(source: str, format_of: str, reason: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_text(source, format_of=format_of)
    assert str(raised.value).replace("before end of object", "") == reason


def test_elements_may_be_nested_100_000_deep() -> None:
    source = f"<nitf><body.content>{'<p>' * 100_000}Deep{'</p>' * 100_000}</body.content></nitf>"
    assert read_text(source, format_of="nitf").text == "Deep"


@pytest.mark.parametrize(
    ("name", "text", "format_of"),
    [
        ("a.xml", NITF, "nitf"),
        ("a.xml", "<?xml version='1.0'?><!-- c -->\n<x:newsItem xmlns:x='y'/>", "newsmlg2"),
        ("a.XML", "<html><p>x</p></html>", "html"),
        ("a.json", NINJS_3, "ninjs"),
        ("a.ninjs", NINJS_3, "ninjs"),
        ("a.nitf", NITF, "nitf"),
    ],
)
def test_a_format_is_known_by_suffix_and_root(name: str, text: str, format_of: str) -> None:
    assert read_bytes(text.encode(), path=name).format == format_of


@pytest.mark.parametrize("text", ["<project/>", "", "no xml"])
def test_other_xml_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match="XML"):
        read_bytes(text.encode(), path="a.xml")


def test_only_stories_are_taken_from_a_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("stories")
    for name, text in (
        ("a.xml", NITF),
        ("b.xml", "<project/>"),
        ("c.json", NINJS_3),
        ("d.json", '{"name": "x"}'),
        ("e.xml", "\0"),
    ):
        (folder / name).write_text(text, "utf-8")
    assert [path.name for path in sorted(folder.iterdir()) if holds_story(str(path))] == ["a.xml", "c.json"]


MARKUP = st.lists(
    st.sampled_from(["a", "é", "😀", " ", "\n", "\r\n", "<p>", "</p>", "<br/>", "&amp;", "&#65;", '"', "\\", "/", "<em>", "</em>", "\u2028", "<!-- c -->", "]]>"]),
    max_size=14,
).map("".join)  # fmt: skip


@settings(max_examples=200)
@given(MARKUP, MARKUP, st.booleans(), st.booleans())
def test_any_strings_in_json_read_back(headline: str, body: str, escaped: bool, is_last: bool) -> None:
    fields = {"headline": headline, "body_xhtml": body}
    source = json.dumps(dict(sorted(fields.items(), reverse=is_last)), ensure_ascii=escaped)
    reading = read(source, "ninjs")
    assert reading.map.in_order or not is_last or "\n\n" in reading.text
    words = re.sub(r"<!--.*?-->|</?\w+/?>|\s", "", body)
    assert (
        len("".join(reading.text.split()))
        >= len(words.replace("&amp;", "&").replace("&#65;", "A")) - body.count("<!--") * 8
    )


@given(
    st.recursive(
        st.text(max_size=4) | st.integers() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    )
)
def test_every_string_in_json_is_found(data: object) -> None:
    source = json.dumps(data)
    for path, span in string_places(source).items():
        value = data
        for key in path:
            value = value[key]  # type: ignore[index]
        text, source_map = read_string(source, span)
        assert text == value
        assert source_map.text_length == len(text)


@settings(max_examples=200)
@given(MARKUP)
def test_any_xml_reads_back_or_is_refused(body: str) -> None:
    for source, format_of in (
        (f"<nitf><body><body.content>{body}</body.content></body></nitf>", "nitf"),
        (newsml(f"<inlineXML><div>{body}</div></inlineXML>"), "newsmlg2"),
        (newsml(f'<inlineData contenttype="text/html">{escape(body)}</inlineData>'), "newsmlg2"),
        (newsml(f'<inlineData contenttype="text/plain">{escape(body)}</inlineData>'), "newsmlg2"),
    ):
        try:
            read(source, format_of)
        except ReadError as error:
            assert "well-formed" in str(error)
            assert error.line


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(source: str) -> None:
    for format_of in ("ninjs", "nitf", "newsmlg2"):
        with pytest.raises(ReadError):
            read_text(source, format_of=format_of)
