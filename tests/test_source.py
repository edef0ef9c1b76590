"""Positions: what is verbatim reads back the same characters, through one map or two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.source import Lines, SourceMap, Span, TextBuilder, compose, concatenate

Piece = tuple[str, str, str]
PIECES = st.lists(
    st.tuples(st.sampled_from(["text", "markup", "replace"]), st.text(max_size=5), st.text(max_size=3)), max_size=12
)


def built(pieces: list[Piece]) -> tuple[str, str, SourceMap]:
    builder = TextBuilder()
    for kind, piece, read_as in pieces:
        if kind == "replace":
            builder.replace(piece, read_as)
        else:
            getattr(builder, kind)(piece)
    return "".join(piece for _, piece, _ in pieces), *builder.build()


def assert_reads_back(source: str, text: str, source_map: SourceMap) -> None:
    assert source_map.text_length == len(text)
    for at in range(len(text)):
        span = Span(at, at + 1)
        place = source_map.to_source(span)
        assert 0 <= place.start <= place.end <= len(source)
        if source_map.is_verbatim(span):
            assert place.of(source) == span.of(text)
            assert source_map.to_text(place.start) == at


@given(PIECES)
def test_every_verbatim_character_reads_back(pieces: list[Piece]) -> None:
    source, text, source_map = built(pieces)
    assert_reads_back(source, text, source_map)


@given(PIECES, st.data())
def test_verbatim_spans_read_back(pieces: list[Piece], data: st.DataObject) -> None:
    source, text, source_map = built(pieces)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    place = source_map.to_source(span)
    assert 0 <= place.start <= place.end <= len(source)
    if source_map.is_verbatim(span):
        assert place.of(source) == span.of(text)


@given(PIECES, st.data())
def test_composed_maps_read_back(pieces: list[Piece], data: st.DataObject) -> None:
    source, middle, outer = built(pieces)
    builder = TextBuilder()
    while builder.offset < len(middle):
        size = data.draw(st.integers(1, len(middle) - builder.offset))
        piece = middle[builder.offset : builder.offset + size]
        kind = data.draw(st.sampled_from(["text", "markup", "replace"]))
        if kind == "replace":
            builder.replace(piece, data.draw(st.text(max_size=3)))
        else:
            getattr(builder, kind)(piece)
    text, inner = builder.build()
    composed = compose(outer, inner)
    assert composed.text_starts[:1] in ((), (0,))
    for at in range(len(text)):
        span = Span(at, at + 1)
        place = composed.to_source(span)
        assert 0 <= place.start <= place.end <= len(source)
        assert composed.is_verbatim(span) == (inner.is_verbatim(span) and outer.is_verbatim(inner.to_source(span)))
        if composed.is_verbatim(span):
            assert place.of(source) == span.of(text)


def test_composing_leads_through_an_escape_and_an_entity() -> None:
    source = r"Lee \u0026amp; Sons"
    outer = TextBuilder()
    outer.text("Lee ")
    outer.replace(r"\u0026", "&")
    outer.text("amp; Sons")
    middle, outer_map = outer.build()
    inner = TextBuilder()
    inner.text("Lee ")
    inner.replace("&amp;", "&")
    inner.text(" Sons")
    text, inner_map = inner.build()
    assert (middle, text) == ("Lee &amp; Sons", "Lee & Sons")
    composed = compose(outer_map, inner_map)
    assert composed.to_source(Span(4, 5)).of(source) == r"\u0026amp;"
    assert composed.to_source(Span(6, 10)).of(source) == "Sons"


def test_a_concatenation_may_go_back_in_the_file() -> None:
    source = "body|head"
    head, body = TextBuilder(), TextBuilder()
    head.pass_to(5)
    head.text("head")
    body.text("body")
    text, joined = concatenate([head.build(), body.build()])
    assert text == "head\n\nbody"
    assert not joined.in_order
    assert joined.to_source(Span(0, 4)).of(source) == "head"
    assert joined.to_source(Span(6, 10)).of(source) == "body"
    assert joined.to_source(Span(2, 8)) == Span(0, 9)
    assert [joined.to_text(offset) for offset in (0, 3, 5, 8)] == [6, 9, 0, 3]


def test_the_builder_does_not_go_back() -> None:
    builder = TextBuilder()
    builder.text("abc")
    with pytest.raises(ValueError, match="2 lies before 3"):
        builder.pass_to(2)


@given(st.text(alphabet="a\r\n\N{LINE SEPARATOR}é", max_size=20))
def test_lines_and_columns_lead_back(source: str) -> None:
    lines = Lines(source)
    for offset in range(len(source) + 1):
        position = lines.position(offset)
        assert lines.line_span(position.line).start + position.column - 1 == offset
    assert len(lines) == source.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
