"""What XML and HTML can hold: text and attributes, escaped, without the characters that no XML may have."""

from __future__ import annotations

_ILLEGAL = dict.fromkeys(
    (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"
)
_TEXT: dict[int, str] = {**_ILLEGAL, ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_ATTRIBUTE = {**_TEXT, ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;", ord("\r"): "&#13;"}


def text(words: str) -> str:
    """*words* as the content of an element."""
    return words.translate(_TEXT)


def attributes(**values: str | int) -> str:
    """*values* as attributes, each with a blank before it; a ``_`` at the end of a name is left out."""
    return "".join(f' {name.rstrip("_")}="{str(value).translate(_ATTRIBUTE)}"' for name, value in values.items())
