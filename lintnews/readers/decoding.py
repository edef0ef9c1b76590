"""Bytes → characters, and back in the same encoding."""

from __future__ import annotations

import codecs
import re

from ..problem import ReadError
from ..source import UTF_8, Encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PAGE = 8192
_CONTROLS = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f]")
_UNKNOWN_TO_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


Decoded = tuple[str, Encoding]
"""A file's characters, without its byte order mark, and how they are written back."""


def decode(data: bytes) -> Decoded:
    """The characters of a file: by its byte order mark, else UTF-8, UTF-16 without a mark, or Windows-1252.

    ReadError for bytes that are no text, or that are not what their mark says.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, encoding), Encoding(encoding, mark)
    if b"\0" in data[:_PAGE]:
        return _unmarked_wide(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _single_bytes(data, error)
    if "\0" in text:
        raise ReadError("this is not text: it holds zero bytes", *_place(text, text.index("\0")))
    return text, UTF_8


def _marked(data: bytes, mark: bytes, encoding: str) -> str:
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise ReadError(f"this begins as {name} but byte {len(mark) + error.start} is not: {error.reason}") from None


def _unmarked_wide(data: bytes) -> Decoded:
    """UTF-16 without a mark: almost every second byte of Latin text is zero."""
    page = data[: _PAGE - _PAGE % 2]
    even, odd = page[0::2].count(0), page[1::2].count(0)
    half = len(page) // 2
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if half and zeros > 0.7 * half and others == 0 and len(data) % 2 == 0:
            try:
                return data.decode(encoding), Encoding(encoding)
            except UnicodeDecodeError:
                break
    raise ReadError("this is not text: it holds zero bytes")


def _single_bytes(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """Windows-1252, unless the bytes speak for a damaged UTF-8 file or for no text at all."""
    if len(_CONTROLS.findall(data[:_PAGE])) > len(data[:_PAGE]) // 200:
        raise ReadError("this is not text: it holds control characters")
    sound = data.decode("utf-8", errors="ignore")
    wide = sum(1 for character in sound if character > "\x7f")
    stray = len(data) - len(sound.encode())
    if wide > 2 * stray or _UNKNOWN_TO_1252.search(data):
        text = data[: error.start].decode("utf-8")
        raise ReadError(f"byte {error.start} is neither UTF-8 nor Windows-1252", *_place(text, len(text)))
    return data.decode("cp1252"), Encoding("cp1252")


def _place(text: str, offset: int) -> tuple[int, int]:
    from ..source import Lines

    position = Lines(text).position(offset)
    return position.line, position.column
