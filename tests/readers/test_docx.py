"""Word documents: paragraphs by style, tracked changes, limits."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from docx import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from lintnews.problem import ReadError
from lintnews.readers import read_bytes
from lintnews.readers.docx import read
from lintnews.readers.docx_parts import MOST_BYTES_OF_PART

from .reading_back import assert_sound, blocks

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(body: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def test_a_document_of_another_program_is_read_by_its_styles() -> None:
    word = WordDocument()
    word.add_paragraph("date 2025-03-05")
    word.add_heading("Floods close roads", 0)
    word.add_paragraph("In Porto", style="Subtitle")
    word.add_paragraph("By Ann Lee")
    paragraph = word.add_paragraph("The river ")
    paragraph.add_run("rose").bold = True
    paragraph.add_run(" on Tuesday,\nofficials\tsaid.")
    word.add_heading("More", 2)
    word.add_paragraph("One", style="List Bullet")
    word.add_paragraph("“No”", style="Quote")
    word.add_table(1, 2).cell(0, 1).text = "Cell"
    word.add_paragraph("A boat", style="Caption")
    buffer = io.BytesIO()
    word.save(buffer)
    document = read_bytes(buffer.getvalue(), path="story.docx")
    assert_sound(document.source, document)
    assert blocks(document) == [
        ("headline", "Floods close roads"),
        ("deck", "In Porto"),
        ("byline", "By Ann Lee"),
        ("paragraph", "The river rose on Tuesday,\nofficials\tsaid."),
        ("subhead", "More"),
        ("list-item", "One"),
        ("blockquote", "“No”"),
        ("table-cell", "Cell"),
        ("caption", "A boat"),
    ]
    assert document.published == date(2025, 3, 5)
    assert document.format == "docx"


def test_a_line_is_a_paragraph_and_a_column_a_character() -> None:
    source, reading = read(
        packed(f"<w:p/><w:p>{run('Zoë &amp; ')}<w:r><w:tab/><w:t>Bo</w:t><w:br/><w:t>x</w:t></w:r></w:p>")
    )
    assert source == "\nZoë & \tBo\vx"
    assert reading.text == "Zoë & \tBo\nx"
    assert_sound(source, reading)


def test_changes_are_read_as_accepted_and_comments_are_not_read() -> None:
    body = (
        "<w:p><w:pPr><w:pStyle w:val='A'/><w:tabs><w:tab w:pos='1'/></w:tabs><w:rPr><w:del w:id='1'/></w:rPr>"
        "<w:pPrChange><w:pPr><w:pStyle w:val='Title'/></w:pPr></w:pPrChange></w:pPr>"
        f"{run('She ')}<w:del>{run('went')}<w:r><w:delText>went</w:delText></w:r></w:del><w:ins>{run('left')}</w:ins>"
        f"<w:moveFrom>{run('again')}</w:moveFrom><w:commentRangeStart/>{run('.')}<w:commentReference/>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>{run('!')}</w:p>"
    )
    source, reading = read(packed(body, comments=f"<w:comments {W}><w:p>{run('Really?')}</w:p></w:comments>"))
    assert source == "She left.!"
    assert blocks(reading) == [("paragraph", "She left.!")]


def test_text_boxes_are_read_once_and_have_lines_of_their_own() -> None:
    box = f"<w:txbxContent><w:p>{run('Box')}</w:p></w:txbxContent>"
    body = f"<w:p>{run('Host')}<mc:AlternateContent xmlns:mc='m'><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>{run(' goes on')}</w:p>"
    source, _ = read(packed(body))
    assert source == "Host goes on\nBox"


def test_styles_are_what_they_are_based_on() -> None:
    styles = f"<w:styles {W}><w:style w:styleId='x1'><w:name w:val='Desk'/><w:basedOn w:val='x2'/></w:style><w:style w:styleId='x2'><w:name w:val='heading 1'/></w:style></w:styles>"
    body = f"<w:p><w:pPr><w:pStyle w:val='x1'/></w:pPr>{run('Floods')}</w:p><w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>{run('More')}</w:p>"
    assert blocks(read(packed(body, styles=styles))[1]) == [("headline", "Floods"), ("subhead", "More")]


def archive(name: str, data: bytes, flag: int = 0) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packer:
        packer.writestr(name, data)
    made = bytearray(buffer.getvalue())
    if flag:
        made[6] |= flag
        made[made.index(b"PK\x01\x02") + 8] |= flag
    return bytes(made)


GOOD = packed(f"<w:p>{run('Text.')}</w:p>")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Text.", "this is not a Word document, or a damaged one: file is not a zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "this is an old or an encrypted Word document; save it as .docx without a password"),
        (archive("a.txt", b"x"), "this archive is not a Word document: it has no word/document.xml"),
        (archive("word/document.xml", b"x", flag=1), "this Word document can't be unpacked: file 'word/document.xml' is encrypted, password required for extraction"),
        (archive("word/document.xml", b"\xff\x00"), "word/document.xml in this Word document is not UTF-8"),
        (archive("word/document.xml", b"<a><b></a>"), "word/document.xml in this Word document: this is not well-formed XML: mismatched tag"),
        (archive("word/document.xml", b" " * (MOST_BYTES_OF_PART + 1)), "word/document.xml in this Word document is larger than 30 MB"),
        (GOOD[: len(GOOD) // 2], "this is not a Word document, or a damaged one: file is not a zip file"),
        (
            archive("word/document.xml", b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"),
            "word/document.xml in this Word document: this declares the entity `x`: files that declare entities are not read",
        ),
    ],
    ids=["text", "old", "other-archive", "encrypted", "not-utf8", "not-xml", "too-large", "cut-off", "declares-an-entity"],
)  # fmt: skip
def test_one_reason_for_what_is_no_document(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_bytes(data, path="story.docx")
    assert str(raised.value) == reason


def test_elements_may_be_nested_100_000_deep() -> None:
    source, _ = read(packed("<w:x>" * 100_000 + f"<w:p>{run('Deep')}</w:p>" + "</w:x>" * 100_000))
    assert source == "Deep"


@given(st.data())
def test_damaged_documents_are_read_or_refused(data: st.DataObject) -> None:
    damaged = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        source, reading = read(bytes(damaged[: data.draw(st.integers(0, len(damaged)))]))
    except ReadError as error:
        assert "\n" not in str(error)
    else:
        assert_sound(source, reading)


TAGS = ["<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:del>", "</w:del>", "<w:br/>", "<w:tab/>", "<w:tc>", "</w:tc>", "<w:rPr>", "</w:rPr>", "<w:vanish/>"]  # fmt: skip


@given(
    st.lists(
        st.sampled_from([*TAGS, "a", " ", "é&amp;", "\u2028", "<w:p><w:r><w:t>x", "</w:t></w:r></w:p>"]), max_size=16
    )
)
def test_any_elements_are_read_or_refused(pieces: list[str]) -> None:
    try:
        source, reading = read(packed("".join(pieces)))
    except ReadError as error:
        assert "not well-formed" in str(error)
    else:
        assert_sound(source, reading)
