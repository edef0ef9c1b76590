"""Which format a file has whose suffix leaves that open."""

from __future__ import annotations

import re

from ..problem import ReadError
from .decoding import decode

_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_BEFORE_ROOT = re.compile(r"\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*)?>", re.DOTALL)
_FORMATS = {
    "nitf": "nitf",
    "newsitem": "newsmlg2",
    "newsmessage": "newsmlg2",
    "packageitem": "newsmlg2",
    "html": "html",
}
_NINJS_KEY = re.compile(r'"(?:headlines?|bodies|body_\w+|description_\w+|descriptions)"\s*:')
_NINJS_ADDRESS = re.compile(r'"(?:uri|version_?[cC]reated)"\s*:')


def xml_format(source: str) -> str:
    """The reader for the XML in *source*, by its outermost element. ReadError where it is none that holds news."""
    at = 0
    while match := _BEFORE_ROOT.match(source, at):
        at = match.end()
    root = _ROOT.match(source, at)
    if root is None:
        raise ReadError("this is not well-formed XML: it has no outermost element")
    name = root[1]
    if name.lower() not in _FORMATS:
        raise ReadError(f"this XML is no format for news that can be read: its outermost element is `{name}`")
    return _FORMATS[name.lower()]


def is_story(data: bytes, suffix: str) -> bool:
    """Whether a ``.json`` or ``.xml`` file that nobody named holds a story, by its look."""
    try:
        text = decode(data)[0]
        if suffix == ".xml":
            return bool(xml_format(text))
    except ReadError:
        return False
    return bool(_NINJS_KEY.search(text) and _NINJS_ADDRESS.search(text))
