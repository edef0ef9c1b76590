"""Completion and hover in rule files and ``lintnews.yaml``, from the schemas that editors get too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lsprotocol import types

from ..config import FILE_NAMES
from ..schema import config_schema, rule_schema
from .rule_files import is_rule_file

Schema = Mapping[str, Any]
_KEY = re.compile(r"^(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[\w.-]+):(?:[ \t]|$)")
_KIND = re.compile(r"^check:[ \t]*([\w-]+)", re.MULTILINE)


class Place(NamedTuple):
    """Where in a YAML file something is written: below which keys, behind which key (or none), and what is there so far."""

    path: tuple[str, ...]
    key: str | None
    written: str


class Entry(NamedTuple):
    """One thing that may be written, and what it means."""

    word: str
    meaning: str
    is_key: bool


@cache
def _rules() -> Schema:
    return rule_schema()


@cache
def _config() -> Schema:
    return config_schema()


def schema_of(path: Path, text: str) -> tuple[Schema, Schema] | None:
    """The schema of the document, and the whole that its references lead into; None for YAML of others."""
    if path.name in FILE_NAMES:
        return _config(), _config()
    if not is_rule_file(path, text) and "lintnews.schema.json" not in text[:300]:
        return None
    kind = _KIND.search(text)
    return _rules()["definitions"].get(kind[1] if kind else "", _rules()), _rules()


def completions(path: Path, text: str, line: int, column: int) -> list[types.CompletionItem]:
    """What may be written at a place of the file, with what it means."""
    found = schema_of(path, text)
    if found is None:
        return []
    place = place_at(text, line, column)
    items = []
    for entry in dict.fromkeys(_entries(*found, place)):
        kind = types.CompletionItemKind.Property if entry.is_key else types.CompletionItemKind.EnumMember
        insert = f"{entry.word}: " if entry.is_key else entry.word
        items.append(types.CompletionItem(entry.word, kind=kind, documentation=entry.meaning, insert_text=insert))
    return items


def meaning(path: Path, text: str, line: int) -> str:
    """What the key in *line* means; empty where nobody says."""
    found = schema_of(path, text)
    lines = text.splitlines()
    written = _KEY.match(lines[line]) if line < len(lines) else None
    if found is None or written is None:
        return ""
    inside = place_at(text, line, len(lines[line])).path
    for part in _at(*found, inside):
        value = part.get("properties", {}).get(written["key"])
        if value is not None and value.get("description"):
            return f"**{written['key']}**: {value['description']}"
    return ""


def place_at(text: str, line: int, column: int) -> Place:
    """Where in the structure of *text* the place lies, by indentation: good for what is half written."""
    lines = text.splitlines()
    current = lines[line][:column] if line < len(lines) else ""
    key = _KEY.match(current)
    indent = len(current) - len(current.lstrip(" -"))
    path: list[str] = []
    for above in reversed(lines[:line]):
        found = _KEY.match(above)
        if found is None:
            continue
        at = len(found["indent"]) + len(found["dash"])
        if at < indent and (len(found["indent"]) < indent):
            path.insert(0, found["key"])
            indent = len(found["indent"])
        if indent == 0:
            break
    written = current[key.end() :] if key else current.lstrip(" -")
    return Place(tuple(path), key["key"] if key else None, written)


def _entries(schema: Schema, whole: Schema, place: Place) -> Iterator[Entry]:
    for part in _at(schema, whole, place.path):
        if place.key is None:
            for name, value in part.get("properties", {}).items():
                yield Entry(name, value.get("description", ""), True)
            yield from _values(part, whole)
        else:
            value = part.get("properties", {}).get(place.key) or part.get("additionalProperties")
            if isinstance(value, Mapping):
                yield from (entry for arm in _arms(value, whole) for entry in _values(arm, whole))


def _values(schema: Schema, whole: Schema) -> Iterator[Entry]:
    for word in schema.get("enum", ()):
        yield Entry(str(word), "", False)
    if "const" in schema:
        yield Entry(str(schema["const"]), schema.get("description", ""), False)
    if schema.get("type") == "boolean":
        yield from (Entry("true", "", False), Entry("false", "", False))


def _at(schema: Schema, whole: Schema, path: Iterable[str]) -> list[Schema]:
    """The parts of *schema* that describe what stands below *path*."""
    parts = list(_arms(schema, whole))
    for key in path:
        inner = [part.get("properties", {}).get(key) or part.get("additionalProperties") for part in parts]
        parts = [arm for found in inner if isinstance(found, Mapping) for arm in _arms(found, whole)]
    return parts


def _arms(schema: Schema, whole: Schema) -> Iterator[Schema]:
    """*schema* itself and all that it may be instead, lists as what their items are."""
    reference = schema.get("$ref")
    if reference:
        yield from _arms(whole["definitions"][reference.rsplit("/", 1)[1]], whole)
        return
    yield schema
    for several in ("anyOf", "oneOf", "allOf"):
        for arm in schema.get(several, ()):
            if schema is not whole or "definitions" not in schema:
                yield from _arms(arm, whole)
    if isinstance(schema.get("items"), Mapping):
        yield from _arms(schema["items"], whole)
