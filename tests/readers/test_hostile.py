"""What no story is gets a line that says so; what a broken page says in excess is passed over."""

from __future__ import annotations

import io
import zipfile

import pytest

from lintnews.problem import ReadError
from lintnews.readers import read_bytes, read_text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<w:p/>" * 1_000_001, "this is no story's XML: more than 1,000,000 tags"),
        ("<w:p/>" * 100_001, "more than 100,000 paragraphs are no story"),
        (f"<w:p><w:r><w:t>{'a ' * 2_500_001}</w:t></w:r></w:p>", "more than 5,000,000 characters are no story"),
    ],
    ids=["tags", "paragraphs", "characters"],
)
def test_a_document_that_is_no_story(body: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_bytes(docx(body), path="a.docx")


def test_quotations_within_quotations_have_an_end() -> None:
    assert read_text("<p>" + "<q>a" * 1000, format_of="html").text.count("“") == 10


def test_a_thousand_lines_of_nested_quotations() -> None:
    with pytest.raises(ReadError, match="more than 5000 signs of quotations and lists in a paragraph"):
        read_text(("> " * 30 + "a\n") * 1000, format_of="markdown")
