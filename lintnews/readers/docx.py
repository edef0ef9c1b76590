"""Word documents (``.docx``). The text that positions refer to has a line for each paragraph of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..record import replace
from ..source import TextBuilder
from ..story import BlockKind, Reading
from .days import only_date
from .docx_paragraphs import BREAK, Paragraph, paragraphs_in
from .docx_parts import open_parts
from .docx_styles import Styles, read_styles
from .flow import Flow
from .headings import Headings

_BYLINE = re.compile(r"(?:By|BY) [A-Z][^.!?]{2,78}")


def read(data: bytes) -> tuple[str, Reading]:
    """The text of the document's paragraphs, joined by line ends, and its reading. ReadError for what is no document."""
    document, styles = open_parts(data)
    paragraphs = paragraphs_in(document)
    source = "\n".join(paragraph.text for paragraph in paragraphs)
    flow = Flow(source, TextBuilder(), collapse=False)
    published = None
    start = 0
    for paragraph, kind in _typed(paragraphs, read_styles(styles)):
        day = None if flow.blocks or published else only_date(paragraph.text)
        if day is None:
            _add(flow, start, paragraph, kind)
        published = published or day
        start += len(paragraph.text) + 1
    text, source_map = flow.builder.build()
    return source, replace(Reading(text, source_map, tuple(flow.blocks)), published=published)


def _add(flow: Flow, start: int, paragraph: Paragraph, kind: BlockKind) -> None:
    flow.open(kind)
    for number, line in enumerate(paragraph.text.split(BREAK)):
        if number:
            flow.line_break(start - 1, start)
        flow.text(start, start + len(line))
        start += len(line) + 1
    flow.close()


def _typed(paragraphs: list[Paragraph], styles: Styles) -> Iterator[tuple[Paragraph, BlockKind]]:
    headings = Headings(has_headline=False)
    after_headline = False
    for paragraph in paragraphs:
        level = paragraph.level or styles.level(paragraph.style)
        kind = styles.kind(paragraph.style)
        if kind is BlockKind.HEADLINE or (kind is None and level):
            kind = headings.kind(level or 1)
        elif kind is None and paragraph.in_table:
            kind = BlockKind.TABLE_CELL
        elif kind is None and paragraph.is_numbered:
            kind = BlockKind.LIST_ITEM
        elif kind is None and after_headline and _BYLINE.fullmatch(paragraph.text.strip()):
            kind = BlockKind.BYLINE
        headings.has_text |= bool(paragraph.text.strip())
        if paragraph.text.strip():
            after_headline = kind in (BlockKind.HEADLINE, BlockKind.DECK)
        yield paragraph, kind or BlockKind.PARAGRAPH
