"""Bytes to characters: encodings, marks, and what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.problem import ReadError
from lintnews.readers.decoding import decode

STORY = "Zoë Ng said “no” – again.\r\nThen she left.\n"
MARKS = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\0\0",
    "utf-32-be": b"\0\0\xfe\xff",
}


@pytest.mark.parametrize(("encoding", "mark"), MARKS.items())
def test_a_mark_says_the_encoding_and_is_no_text(encoding: str, mark: bytes) -> None:
    data = mark + STORY.encode(encoding)
    text, found = decode(data)
    assert (text, found.name, found.mark) == (STORY, encoding, mark)
    assert found.encode(text) == data


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_encodings_are_known_without_a_mark(encoding: str) -> None:
    data = STORY.encode(encoding)
    text, found = decode(data)
    assert (text, found.name) == (STORY, encoding)
    assert found.encode(text) == data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this is not text: it holds zero bytes"),
        (b"text " * 3000 + b"\0", "line 1, column 15001: this is not text: it holds zero bytes"),
        (b"\x80\x01\x02\x03\x04\x05", "this is not text: it holds control characters"),
        ("Zoë\nBjörn é".encode() + b" \xff", "line 2, column 9: byte 15 is neither UTF-8 nor Windows-1252"),
        (b"caf\xe9 \x81", "line 1, column 4: byte 3 is neither UTF-8 nor Windows-1252"),
        (b"\xff\xfea", "this begins as UTF-16 but byte 2 is not: truncated data"),
        (b"\xef\xbb\xbf\xff", "this begins as UTF-8 but byte 3 is not: invalid start byte"),
    ],
)
def test_one_reason_for_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as raised:
        decode(data)
    assert str(raised.value) == reason


@given(st.binary(max_size=60))
def test_any_bytes_are_decoded_and_encoded_back_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except ReadError:
        return
    assert encoding.encode(text) == data


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60))
def test_any_text_survives(text: str) -> None:
    assert decode("\ufeff".encode() + text.encode())[0] == text
