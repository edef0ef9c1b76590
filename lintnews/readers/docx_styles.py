"""The paragraph styles of a Word document: which are headlines, headings, captions and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..problem import ReadError
from ..story import BlockKind
from .docx_paragraphs import value_of
from .xml_events import parse

_KINDS = (
    (re.compile(r"(?:title|headline)\b"), BlockKind.HEADLINE),
    (re.compile(r"(?:subtitle|deck|dek|standfirst|subheadline)\b"), BlockKind.DECK),
    (re.compile(r"(?:sub-?head(?:ing)?|crosshead)\b"), BlockKind.SUBHEAD),
    (re.compile(r"(?:photo |picture |figure )?caption\b|cutline\b"), BlockKind.CAPTION),
    (re.compile(r"(?:intense |block )?quot(?:e|ation)\b|block text\b"), BlockKind.BLOCKQUOTE),
    (re.compile(r"by-?line\b|author\b"), BlockKind.BYLINE),
    (re.compile(r"dateline\b"), BlockKind.DATELINE),
    (re.compile(r"(?:photo )?credit\b"), BlockKind.CREDIT),
    (re.compile(r"list\b"), BlockKind.LIST_ITEM),
)
_HEADING = re.compile(r"heading (\d)")
_DEEPEST = 20


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    level: int = 0


@dataclass(slots=True)
class Styles:
    """Styles by id. A style that says nothing itself is what the one is that it is based on."""

    by_id: dict[str, _Style] = field(default_factory=dict)

    def kind(self, style: str) -> BlockKind | None:
        """The kind of block that paragraphs of *style* are; None where the style doesn't say."""
        for name in self._names(style):
            for pattern, kind in _KINDS:
                if pattern.match(name):
                    return kind
            if _HEADING.match(name):
                return None
        return None

    def level(self, style: str) -> int:
        """The level of heading that *style* is, 1 to 9; 0 where it is none."""
        for name in self._names(style):
            if match := _HEADING.match(name):
                return int(match[1])
        found = self.by_id.get(style)
        return found.level if found else 0

    def _names(self, style: str) -> list[str]:
        """The name of *style* and of those that it is based on, in lower case."""
        names: list[str] = []
        while style and len(names) < _DEEPEST:
            found = self.by_id.get(style)
            name = found.name if found else re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", style)
            names.append(name.lower())
            style = found.based_on if found else ""
        return names


def read_styles(xml: str) -> Styles:
    """The styles in *xml*; none where it is empty or broken."""
    reader = _Reader()
    if xml:
        try:
            parse(xml, reader)
        except ReadError:
            return Styles()
    return reader.styles


class _Reader:
    def __init__(self) -> None:
        self.styles = Styles()
        self._style: _Style | None = None

    def start(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        if name == "style":
            self._style = _Style()
            identity = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "styleId"), "")
            self.styles.by_id[identity] = self._style
        elif self._style is None:
            return
        elif name == "name":
            self._style.name = value_of(attributes)
        elif name == "basedon":
            self._style.based_on = value_of(attributes)
        elif name == "outlinelvl" and (value := value_of(attributes)).isdecimal():
            self._style.level = int(value) + 1 if int(value) < 9 else 0

    def end(self, name: str, start: int, end: int) -> None:
        if name == "style":
            self._style = None

    def text(self, start: int, end: int) -> None:
        """Text between the styles says nothing."""

    def replace(self, start: int, end: int, words: str) -> None:
        """Nor does this."""

    def comment(self, start: int, end: int, words: str) -> None:
        """Nor this."""
