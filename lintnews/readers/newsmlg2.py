"""NewsML-G2 of the IPTC: one news item, or a message of items, with NITF, XHTML or plain text in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from ..problem import Problem
from ..record import replace
from ..source import TextBuilder
from ..story import BlockKind, Reading
from . import nitf
from .days import as_date
from .elements import Elements
from .flow import Flow
from .html_vocabulary import HTML
from .inline_data import InlineData
from .joining import joined
from .xml_events import parse

_TEXTS = {"headline": BlockKind.HEADLINE, "by": BlockKind.BYLINE, "dateline": BlockKind.DATELINE}
_DATES = ("versioncreated", "contentcreated", "firstcreated")
_HAS_HEADLINE = re.compile(r"<(?:[\w-]+:)?(?:hl1|h1)[\s>]", re.IGNORECASE)
_HAS_BYLINE = re.compile(r"<(?:[\w-]+:)?byline[\s>]", re.IGNORECASE)
_INLINE = ("inlinexml", "inlinedata")


class NewsMlReader:
    """Takes the events of a NewsML-G2 document; ``reading`` is what they make.

    Of several text items only the first is read, since they are different stories; captions of pictures are read.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[Reading] = []
        self._path: list[str] = []
        self._content: Elements | nitf.NitfReader | None = None
        self._content_depth = 0
        self._data: InlineData | None = None
        self._words: tuple[str, list[str]] | None = None
        self._dates: dict[str, date] = {}
        self._slug = ""
        self._items = 0
        self._stories: set[int] = set()
        self._left_out: set[BlockKind] = set()
        if _HAS_HEADLINE.search(source):
            self._left_out.add(BlockKind.HEADLINE)
        if _HAS_BYLINE.search(source):
            self._left_out.add(BlockKind.BYLINE)
        self._begin_flow(0)

    def start(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        if self._content is not None:
            self._content.start(name, attributes, start, end)
            return
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        self._items += name == "newsitem"
        if parent == "inlinexml":
            self._begin_xml(name, attributes, start, end)
        elif name == "inlinedata" and self._takes_story():
            self._data = InlineData(self._source, end, attributes.get("contenttype", "text/plain"))
        elif parent == "contentmeta" or (parent == "itemmeta" and name in _DATES):
            self._begin_field(name, attributes)

    def end(self, name: str, start: int, end: int) -> None:
        if self._content is not None and not (name == "inlinexml" and not self._is_open(name)):
            self._content.end(name, start, end)
            return
        if self._content is not None:
            self._end_xml(end)
        if self._data is not None and name == "inlinedata":
            self._end_flow()
            self._parts.append(self._data.reading())
            self._data = None
            self._begin_flow(end)
        if self._words is not None and self._words[0] == name:
            self._end_field()
        if self._path:
            self._path.pop()

    def text(self, start: int, end: int) -> None:
        if self._content is not None:
            self._content.text(start, end)
        elif self._data is not None:
            self._data.text(start, end)
        else:
            self._flow.text(start, end)
            if self._words is not None:
                self._words[1].append(self._source[start:end])

    def replace(self, start: int, end: int, words: str) -> None:
        if self._content is not None:
            self._content.replace(start, end, words)
        elif self._data is not None:
            self._data.replace(start, end, words)
        else:
            self._flow.replace(start, end, words)

    def comment(self, start: int, end: int, words: str) -> None:
        if self._data is None:
            self._flow.comment(start, end, words)

    @property
    def reading(self) -> Reading:
        """What the document says."""
        self._end_flow()
        published = next((self._dates[name] for name in _DATES if name in self._dates), None)
        message = f"this holds {len(self._stories)} stories; only the first is read"
        problems = (Problem("", message),) if len(self._stories) > 1 else ()
        return replace(joined(self._parts), published=published, slug=self._slug, problems=problems)

    def _is_open(self, name: str) -> bool:
        content = self._content
        elements = content.elements if isinstance(content, nitf.NitfReader) else content
        return elements is not None and elements.opened[name] > 0

    def _takes_story(self) -> bool:
        """Whether the content that begins is the first story."""
        is_first = not self._stories
        self._stories.add(self._items)
        return is_first

    def _begin_xml(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        if not self._takes_story():
            return
        if name == "nitf":
            self._content = nitf.NitfReader(self._flow, has_headline=BlockKind.HEADLINE in self._left_out)
        else:
            self._content = Elements(self._flow, HTML, kind=BlockKind.PARAGRAPH)
        self._path.pop()
        self._content.start(name, attributes, start, end)

    def _end_xml(self, end: int) -> None:
        content = self._content
        if isinstance(content, nitf.NitfReader):
            content.elements.finish()
            self._slug = self._slug or content.slug
            if content.published is not None:
                self._dates.setdefault("contentcreated", content.published)
        elif content is not None:
            content.finish()
        self._content = None

    def _begin_field(self, name: str, attributes: Mapping[str, str]) -> None:
        kind = _TEXTS.get(name)
        if name == "description" and "caption" in attributes.get("role", "").lower():
            kind = BlockKind.CAPTION
        if self._stories and kind is not BlockKind.CAPTION:
            return
        if kind is BlockKind.HEADLINE and kind in self._flow.kinds:
            kind = BlockKind.DECK
        if kind is not None and kind not in self._left_out:
            self._flow.open(kind)
        if name in _DATES or name in ("slugline", "description", *_TEXTS):
            self._words = (name, [])

    def _end_field(self) -> None:
        name, parts = self._words or ("", [])
        words = "".join(parts).strip()
        self._words = None
        self._flow.close()
        if name == "slugline":
            self._slug = self._slug or words
        elif name in _DATES and (day := as_date(words)):
            self._dates.setdefault(name, day)

    def _begin_flow(self, offset: int) -> None:
        builder = TextBuilder()
        builder.pass_to(offset)
        self._flow = Flow(self._source, builder)

    def _end_flow(self) -> None:
        self._flow.close()
        text, source_map = self._flow.builder.build()
        self._parts.append(Reading(text, source_map, tuple(self._flow.blocks), tuple(self._flow.comments)))


def read(source: str) -> Reading:
    """Read a NewsML-G2 file."""
    reader = NewsMlReader(source)
    parse(source, reader)
    return reader.reading
