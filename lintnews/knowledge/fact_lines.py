"""The plain part of YAML in which facts are written, read fast: mappings and lists by indentation, lists and mappings in brackets on one line."""

from __future__ import annotations

import re
from datetime import date
from typing import Any


class Unsure(ValueError):
    """The text has something that this reader doesn't know; YAML it may be all the same."""


_ENTRY = re.compile(r"([a-z_]+):(?: +|$)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
_NOT_TEXT = re.compile(r"[-+.]?\d|[~&*!|>%@`?#,\]}]|-$|- |(?:true|false|null|yes|no|on|off|inf|nan)$", re.I)
_PLAIN_IN_LIST = re.compile(r"[^,\[\]{}#:\"']+(?:['\"][^,\[\]{}#:\"']*)*")
_KEY = re.compile(r"([a-z_]+): +")


def read_lines(text: str) -> Any:
    """The values in *text*; Unsure where it is not of the plain part of YAML."""
    if "\t" in text:
        raise Unsure("a tab")
    lines: list[Line] = []
    for line in text.splitlines():
        stripped = line.strip()
        if stripped and stripped[0] != "#":
            if " #" in line or stripped in ("---", "..."):
                raise Unsure(line)
            lines.append((line.index(stripped[0]), stripped))
    if not lines:
        return None
    value, at = _block(lines, 0, 0)
    if at != len(lines):
        raise Unsure(lines[at][1])
    return value


Line = tuple[int, str]
"""The column at which a line begins, and what stands there."""


def _block(lines: list[Line], at: int, indent: int) -> tuple[Any, int]:
    """The mapping or the list whose lines begin at column *indent*."""
    return _list(lines, at, indent) if lines[at][1].startswith("- ") else _mapping(lines, at, indent)


def _list(lines: list[Line], at: int, indent: int) -> tuple[list[Any], int]:
    items: list[Any] = []
    most = len(lines)
    while at < most and lines[at][0] == indent and lines[at][1].startswith("- "):
        rest = lines[at][1][2:]
        if rest[:1] == " ":
            raise Unsure(rest)
        if _ENTRY.match(rest):
            lines[at] = (indent + 2, rest)
            item, at = _mapping(lines, at, indent + 2)
        else:
            item, at = _value(rest), at + 1
        items.append(item)
    return items, at


def _mapping(lines: list[Line], at: int, indent: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    most = len(lines)
    while at < most and lines[at][0] == indent and not lines[at][1].startswith("- "):
        match = _ENTRY.match(lines[at][1])
        if not match or match[1] in found:
            raise Unsure(lines[at][1])
        key, rest = match[1], lines[at][1][match.end() :]
        at += 1
        deeper = at < most and lines[at][0] > indent
        if rest:
            if deeper:
                raise Unsure(lines[at][1])
            found[key] = _value(rest)
        elif deeper or (at < most and lines[at][0] == indent and lines[at][1].startswith("- ")):
            found[key], at = _block(lines, at, lines[at][0])
        else:
            found[key] = None
    if at < most and lines[at][0] > indent:
        raise Unsure(lines[at][1])
    return found, at


def _value(text: str) -> Any:
    if text[0] in "[{":
        value, at = _flow(text, 0)
        if text[at:].strip():
            raise Unsure(text)
        return value
    return _scalar(text)


def _scalar(text: str) -> Any:
    if text[0] == '"':
        if len(text) < 2 or text[-1] != '"' or '"' in text[1:-1] or "\\" in text:
            raise Unsure(text)
        return text[1:-1]
    if text[0] == "'":
        inner = text[1:-1]
        if len(text) < 2 or text[-1] != "'" or "'" in inner.replace("''", ""):
            raise Unsure(text)
        return inner.replace("''", "'")
    if _DATE.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Unsure(text) from None
    if text.isdecimal() and text[0] != "0" and len(text) < 12:
        return int(text)
    if _NOT_TEXT.match(text) or ": " in text or text.endswith(":"):
        raise Unsure(text)
    return text


def _flow(text: str, at: int) -> tuple[Any, int]:
    """The list or mapping in brackets that begins at *at*, and where it ends."""
    opening, closing = text[at], "]" if text[at] == "[" else "}"
    items: list[Any] = []
    found: dict[str, Any] = {}
    at = _skip(text, at + 1)
    while text[at : at + 1] != closing:
        key = ""
        if opening == "{":
            match = _KEY.match(text, at)
            if not match or match.group(1) in found:
                raise Unsure(text)
            key, at = match.group(1), match.end()
        value, at = _flow_value(text, at)
        if opening == "{":
            found[key] = value
        else:
            items.append(value)
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != closing:
            raise Unsure(text)
    return (items if opening == "[" else found), at + 1


def _flow_value(text: str, at: int) -> tuple[Any, int]:
    if text[at : at + 1] in ("[", "{"):
        return _flow(text, at)
    if text[at : at + 1] in ('"', "'"):
        end = text.find(text[at], at + 1) + 1
        if not end or text[end : end + 1] == text[at]:
            raise Unsure(text)
        return _scalar(text[at:end]), end
    match = _PLAIN_IN_LIST.match(text, at)
    if not match:
        raise Unsure(text)
    return _scalar(match.group().rstrip()), match.end()


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at
