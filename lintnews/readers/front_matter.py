"""Front matter: YAML between ``---`` lines, or TOML between ``+++`` lines, at the top of a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..problem import Problem
from ..source import Lines, Span, TextBuilder
from ..story import Block, BlockKind, Comment, Reading
from .days import as_date
from .entries import Entry, FrontMatterError
from .front_matter_lines import simple_entries
from .paragraphs import begin_block
from .scalars import add_value

_OPENING = re.compile(r"\s*(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_CLOSING = {
    "---": re.compile(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "+++": re.compile(r"(?:^|(?<=[\r\n]))\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"),
}
_BEFORE = r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*+"
_FIRST_KEY = {
    "---": re.compile(_BEFORE + r"[\"']?[A-Za-z_][\w-]*[\"']?[ \t]*:(?=\s)"),
    "+++": re.compile(_BEFORE + r"(?:[\"']?[\w.-]+[\"']?[ \t]*=|\[[\w.-]+\])"),
}
MOST_CHARACTERS = 100_000

TEXT_KEYS = {
    "headline": BlockKind.HEADLINE,
    "title": BlockKind.HEADLINE,
    "deck": BlockKind.DECK,
    "dek": BlockKind.DECK,
    "standfirst": BlockKind.DECK,
    "subtitle": BlockKind.DECK,
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
}
"""Keys whose value is read as a block. ``title`` counts only without ``headline``, and so on: one block a kind."""


@dataclass(slots=True)
class FrontMatter:
    """What the front matter says. ``builder.offset`` is left behind it."""

    data: dict[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    published: date | None = None
    updated: date | None = None

    def reading(self, builder: TextBuilder, blocks: Sequence[Block], comments: Sequence[Comment] = ()) -> Reading:
        """The whole story's reading, with *blocks* behind those of the front matter."""
        text, source_map = builder.build()
        return Reading(
            text,
            source_map,
            (*self.blocks, *blocks),
            tuple(comments),
            published=self.published,
            updated=self.updated,
            slug=str(self.data.get("slug") or ""),
            front_matter=self.data,
            problems=tuple(self.problems),
        )


def read_front_matter(builder: TextBuilder, source: str) -> FrontMatter:
    """Read the front matter at the top of *source*, if there is any, into *builder*.

    Front matter that is broken is a problem of the reading; it is passed over.
    """
    found = FrontMatter()
    opening = _OPENING.match(source)
    if opening is None or not _FIRST_KEY[opening[1]].match(source, opening.end()):
        closing = _CLOSING[opening[1]].search(source, opening.end()) if opening else None
        if opening and closing and not source[opening.end() : closing.start()].strip():
            builder.pass_to(closing.end())
        return found
    closing = _CLOSING[opening[1]].search(source, opening.end())
    if closing is None:
        _report(found, source, f"the front matter has no closing {opening[1]}", opening.start(1), 3)
        return found
    try:
        entries = _entries(source, opening[1], opening.end(), closing.start())
    except FrontMatterError as error:
        _report(found, source, error.message, error.offset)
    else:
        found.data = {entry.key: entry.value for entry in entries}
        _read_dates(found, entries, source)
        _read_blocks(found, entries, builder, source)
    builder.pass_to(closing.end())
    return found


def _entries(source: str, fence: str, start: int, end: int) -> Sequence[Entry]:
    if end - start > MOST_CHARACTERS:
        raise FrontMatterError(f"the front matter is longer than {MOST_CHARACTERS} characters", start)
    if fence == "---":
        entries = simple_entries(source, start, end)
        if entries is not None:
            return entries
        from .front_matter_yaml import yaml_entries

        return yaml_entries(source, start, end)
    from .front_matter_toml import toml_entries

    return toml_entries(source, start, end)


def _read_dates(found: FrontMatter, entries: Sequence[Entry], source: str) -> None:
    by_key = {entry.key: entry for entry in entries}
    if entry := by_key.get("published") or by_key.get("date"):
        found.published = _day(found, entry, source)
    if entry := by_key.get("updated"):
        found.updated = _day(found, entry, source)


def _day(found: FrontMatter, entry: Entry, source: str) -> date | None:
    day = as_date(entry.value)
    if day is None and entry.value not in (None, "") and entry.place is not None:
        message = f"`{entry.key}` is not a date that can be read; write it as 2025-03-05"
        _report(found, source, message, entry.place.start, len(entry.place))
    return day


def _read_blocks(found: FrontMatter, entries: Sequence[Entry], builder: TextBuilder, source: str) -> None:
    keys = {entry.key for entry in entries if _is_text(entry)}
    read: dict[BlockKind, str] = {}
    for key, kind in TEXT_KEYS.items():
        if key in keys:
            read.setdefault(kind, key)
    for entry in entries:
        if entry.key not in read.values() or entry.place is None:
            continue
        builder.pass_to(entry.place.start)
        at = begin_block(builder)
        add_value(builder, entry.place.of(source), str(entry.value), entry.quote)
        found.data[entry.key] = builder.words_from(at)
        found.blocks.append(Block(TEXT_KEYS[entry.key], Span(at, builder.length)))


def _is_text(entry: Entry) -> bool:
    return entry.place is not None and isinstance(entry.value, str) and bool(entry.value.strip())


def _report(found: FrontMatter, source: str, message: str, offset: int, length: int = 1) -> None:
    lines = Lines(source)
    position = lines.position(offset)
    line = lines.line_span(position.line).of(source)
    found.problems.append(Problem("", message, position.line, position.column, line[:200], length))
