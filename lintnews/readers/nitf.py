"""NITF, the News Industry Text Format of the IPTC, versions 2 and 3."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ..source import TextBuilder
from ..story import BlockKind, Reading
from .days import as_date
from .elements import Elements, Vocabulary
from .flow import Flow
from .xml_events import parse

_KINDS = {
    "title": BlockKind.HEADLINE,
    "hl1": BlockKind.HEADLINE,
    "hl2": BlockKind.SUBHEAD,
    "byline": BlockKind.BYLINE,
    "byttl": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "note": BlockKind.NOTE,
    "abstract": BlockKind.DECK,
    "bq": BlockKind.BLOCKQUOTE,
    "credit": BlockKind.CREDIT,
    "media-caption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "media-producer": BlockKind.CREDIT,
    "tagline": BlockKind.CREDIT,
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("p", "block", "body.content", "body.head", "body.end", "hedline", "table", "tr", "ul", "ol", "dl", "hr", "fn"), BlockKind.PARAGRAPH),
}  # fmt: skip
_INHERITED = (
    "abstract", "note", "media-caption", "caption", "media-producer", "tagline", "bq", "td", "th", "li", "dd"
)  # fmt: skip


def _kind_of(name: str, attributes: Mapping[str, str], elements: Elements) -> BlockKind | None:
    if name == "hl2" and elements.opened["hedline"]:
        return BlockKind.DECK
    kind = _KINDS.get(name)
    if kind is BlockKind.PARAGRAPH:
        return next((_KINDS[outer] for outer in _INHERITED if elements.opened[outer]), kind)
    if kind is BlockKind.HEADLINE and kind in elements.flow.kinds:
        return BlockKind.DECK
    return kind


NITF = Vocabulary(
    kind_of=_kind_of,
    left_out=frozenset(
        {"docdata", "pubdata", "meta", "tobject", "revision-history", "title", "distributor", "rights", "copyrite", "series", "iim",
         "media-metadata", "media-object", "media-reference", "bibliography", "pre", "custom-table", "script", "style", "del"}
    ),
    empty=frozenset({"meta", "media-reference"}),
    breaks=frozenset({"br"}),
    quotes=frozenset({"q"}),
)  # fmt: skip
NITF_WITHOUT_HEADLINE = replace(NITF, left_out=NITF.left_out - {"title"})
_HAS_HEADLINE = re.compile(r"<(?:[\w-]+:)?hl1[\s>]")
_DATES = (("date.issue", "norm"), ("pubdata", "date.publication"), ("date.release", "norm"), ("story.date", "norm"))


class NitfReader:
    """Takes the events of a NITF document, on its own or within NewsML-G2."""

    def __init__(self, flow: Flow, *, has_headline: bool) -> None:
        self.elements = Elements(flow, NITF if has_headline else NITF_WITHOUT_HEADLINE)
        self.slug = ""
        self._dates: dict[str, date] = {}

    @property
    def published(self) -> date | None:
        return next((self._dates[name] for name, _ in _DATES if name in self._dates), None)

    def start(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        for element, attribute in _DATES:
            if name == element and (day := as_date(attributes.get(attribute, ""))):
                self._dates.setdefault(name, day)
        if name == "du-key":
            self.slug = self.slug or attributes.get("key", "")
        self.elements.start(name, attributes, start, end)

    def end(self, name: str, start: int, end: int) -> None:
        self.elements.end(name, start, end)

    def text(self, start: int, end: int) -> None:
        self.elements.text(start, end)

    def replace(self, start: int, end: int, words: str) -> None:
        self.elements.replace(start, end, words)

    def comment(self, start: int, end: int, words: str) -> None:
        self.elements.flow.comment(start, end, words)


def has_headline(source: str) -> bool:
    """Whether the NITF in *source* has a headline beside its title."""
    return _HAS_HEADLINE.search(source) is not None


def read(source: str) -> Reading:
    """Read a NITF file."""
    flow = Flow(source, TextBuilder())
    reader = NitfReader(flow, has_headline=has_headline(source))
    parse(source, reader)
    reader.elements.finish()
    text, source_map = flow.builder.build()
    return Reading(
        text, source_map, tuple(flow.blocks), tuple(flow.comments), published=reader.published, slug=reader.slug
    )
