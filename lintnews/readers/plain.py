"""Plain agency copy: header lines, slug, headline, byline and paragraphs, to the sign that it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..mentions.words.calendar_words import WEEKDAY_NAMES
from ..source import Span, TextBuilder
from ..story import Block, BlockKind, Reading
from .days import as_date
from .front_matter import TEXT_KEYS, FrontMatter, read_front_matter
from .paragraphs import add_block, begin_block
from .plain_units import units

_DATE_HEADER = re.compile(r"\s*(?:date:?[ \t]+)?(\d{4}-\d{2}-\d{2})(?=\s|\Z)", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"\s*((?:date(?:line)?:?[ \t]+)?(?:\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?|(?:[A-Z][a-z]+day,? )?"
    r"(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})))[ \t]*(?=[\r\n]|\Z)"
)
_WEEKDAY = re.compile(r"([A-Z][a-z]+day),? ")
_DATE_WORD = re.compile(r"date:?[ \t]+", re.IGNORECASE)
_HEADER = re.compile(r"\s*([A-Za-z]+):[ \t]*([^\s][^\r\n]*)")
_SLUG = re.compile(
    r"(?:[A-Z]{2}-)?[A-Z][\w.' -]*--[A-Z][\w.' -]*(?:,[^\r\n]*)?|[A-Z]{2,}(?:[-/][A-Z0-9]+)+(?: \([A-Z0-9 ,]+\))?"
)
_BYLINE = re.compile(r"(?:By|BY) [A-Z][^\r\n.!?]{2,78}")
_NOTE = re.compile(
    r"\[lintnews:[^\[\]]*\]|(?:Eds|EDS|Editors|EDITORS):[^\r\n]*(?:(?:\r\n|\r|\n)[^\r\n]+)*", re.IGNORECASE
)
"""What stands above the copy for the desk: a suppression, or an agency's advice."""
_LONGEST_HEADLINE = 120
_CLOSES = frozenset(".!?…\"'”’),:;-–—")


def read(source: str) -> Reading:
    """Read plain text."""
    builder = TextBuilder()
    front = read_front_matter(builder, source)
    _read_headers(builder, source, front)
    blocks = [
        add_block(builder, source, span.start, span.end, kind) for kind, span in _typed(source, builder.offset, front)
    ]
    builder.pass_to(len(source))
    return front.reading(builder, blocks)


def _read_headers(builder: TextBuilder, source: str, front: FrontMatter) -> None:
    """Read ``date 2025-03-05``, a date alone, and ``Slug: floods`` lines at the top."""
    while True:
        if date_header := _DATE_HEADER.match(source, builder.offset) or _DATE_LINE.match(source, builder.offset):
            day = as_date(_DATE_WORD.sub("", date_header[1], count=1))
            if day is None:
                return
            front.published = front.published or day
            if _is_other_weekday(date_header[1], day):
                builder.pass_to(date_header.start(1))
                begin_block(builder)
                front.blocks.append(Block(BlockKind.NOTE, builder.text(date_header[1])))
            builder.pass_to(date_header.end())
            continue
        header = _HEADER.match(source, builder.offset)
        if header is None or not _read_header(builder, source, front, header):
            return


def _is_other_weekday(line: str, day: date) -> bool:
    """Whether a date line names a weekday that isn't that of *day*: it then stays in the text, to be checked."""
    written = _WEEKDAY.search(line)
    return written is not None and written[1] in WEEKDAY_NAMES and WEEKDAY_NAMES.index(written[1]) != day.weekday()


def _read_header(builder: TextBuilder, source: str, front: FrontMatter, header: re.Match[str]) -> bool:
    key, words = header[1].lower(), header[2].rstrip()
    if key in ("published", "date", "updated"):
        day = as_date(words)
        if day is None:
            return False
        if key == "updated":
            front.updated = front.updated or day
        else:
            front.published = front.published or day
    elif key in TEXT_KEYS:
        builder.pass_to(header.start(2))
        at = begin_block(builder)
        front.blocks.append(Block(TEXT_KEYS[key], builder.text(words)))
        words = builder.words_from(at)
    elif key != "slug":
        return False
    front.data.setdefault(key, words)
    builder.pass_to(header.end())
    return True


def _typed(source: str, start: int, front: FrontMatter) -> Iterator[tuple[BlockKind, Span]]:
    """The parts of the copy with their kinds; the slug and the ending are not among them."""
    parts = units(source, start)
    at = 0
    if parts and _SLUG.fullmatch(words := parts[0].of(source)):
        front.data.setdefault("slug", words)
        at = 1
    at, notes = _past_notes(source, parts, at)
    yield from notes
    has_headline = any(block.kind is BlockKind.HEADLINE for block in front.blocks)
    if not has_headline and _is_headline(source, parts[at : at + 4]):
        yield BlockKind.HEADLINE, parts[at]
        at += 1
    if at < len(parts) and _BYLINE.fullmatch(parts[at].of(source)):
        yield BlockKind.BYLINE, parts[at]
        at += 1
    if at and at < len(parts) and (line := _DATE_LINE.fullmatch(parts[at].of(source))):
        day = as_date(_DATE_WORD.sub("", line[1], count=1))
        front.published = front.published or day
        if day and _is_other_weekday(line[1], day):
            yield BlockKind.NOTE, parts[at]
        at += 1
    at, notes = _past_notes(source, parts, at)
    yield from notes
    for part in parts[at:]:
        yield BlockKind.PARAGRAPH, part


def _past_notes(source: str, parts: list[Span], at: int) -> tuple[int, list[tuple[BlockKind, Span]]]:
    """The first of *parts* from *at* on that is no note to the desk, and the notes before it."""
    first = at
    while at < len(parts) and _NOTE.fullmatch(parts[at].of(source)):
        at += 1
    return at, [(BlockKind.NOTE, part) for part in parts[first:at]]


def _is_headline(source: str, parts: list[Span]) -> bool:
    """Whether the first of *parts* can be nothing but a headline: one short line without a full stop over full sentences."""
    if len(parts) < 2:
        return False
    words = parts[0].of(source)
    if "\n" in words or "\r" in words or len(words) > _LONGEST_HEADLINE or words[-1] in _CLOSES or words.count(" ") < 2:
        return False
    between = source[parts[0].end : parts[1].start].replace("\r\n", "\n").replace("\r", "\n")
    if between.count("\n") < 2:
        return False
    others = (part.of(source) for part in parts[1:])
    text = next((text for text in others if not _BYLINE.fullmatch(text) and not _DATE_LINE.fullmatch(text)), "")
    return len(text) > len(words) and text[-1] in _CLOSES
