"""The paragraphs of a Word document: text as it would stand if all tracked changes were accepted, without comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..problem import ReadError
from .xml_events import parse

MOST_TAGS = 1_000_000
MOST_PARAGRAPHS = 100_000
MOST_CHARACTERS = 5_000_000
"""What a story of half a million words in Word stays well below; more would take minutes to read."""
BREAK = "\v"
"""A line break within a paragraph."""

_LEFT_OUT = frozenset(
    {
        "del",
        "movefrom",
        "deltext",
        "instrtext",
        "delinstrtext",
        "fallback",
        "pprchange",
        "rprchange",
        "rt",
        "annotation",
    }
)
_READ_AS = {"tab": "\t", "cr": BREAK, "nobreakhyphen": "\u2011", "ptab": "\t"}
_NO = frozenset({"0", "false", "off", "none"})


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its text, the id of its style, and ``level`` if it says itself that it is a heading (1 to 9, or 0)."""

    parts: list[str] = field(default_factory=list)
    style: str = ""
    level: int = 0
    in_table: bool = False
    is_numbered: bool = False

    @property
    def text(self) -> str:
        return "".join(self.parts)


def paragraphs_in(document: str) -> list[Paragraph]:
    """The paragraphs of a document's main part, in the order in which they begin; one in a text box has a place of its own."""
    reader = _Reader(document)
    try:
        parse(document, reader, MOST_TAGS)
    except ReadError as error:
        raise ReadError(f"word/document.xml in this Word document: {error.message}") from None
    return reader.paragraphs


class _Reader:
    def __init__(self, source: str) -> None:
        self.paragraphs: list[Paragraph] = []
        self._source = source
        self._open: list[Paragraph] = []
        self._left_out = 0
        self._properties = 0
        self._tables = 0
        self._in_text = 0
        self._hidden = False
        self._characters = 0

    def start(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        if name in _LEFT_OUT:
            self._left_out += 1
        if self._left_out:
            return
        match name:
            case "p":
                if len(self.paragraphs) == MOST_PARAGRAPHS:
                    raise ReadError(f"more than {MOST_PARAGRAPHS:,} paragraphs are no story")
                paragraph = Paragraph(in_table=self._tables > 0)
                self._open.append(paragraph)
                self.paragraphs.append(paragraph)
            case "r":
                self._hidden = False
            case "t":
                self._in_text += 1
            case "ppr" | "rpr":
                self._properties += 1
            case "tc":
                self._tables += 1
            case _ if self._properties:
                self._property(name, value_of(attributes))
            case "br":
                if attributes.get("w:type", "textWrapping") == "textWrapping":
                    self._add(BREAK)
            case _ if name in _READ_AS:
                self._add(_READ_AS[name])

    def end(self, name: str, start: int, end: int) -> None:
        if name in _LEFT_OUT:
            self._left_out -= 1
        elif self._left_out:
            return
        elif name == "p" and self._open:
            self._open.pop()
        elif name == "t":
            self._in_text -= 1
        elif name in ("ppr", "rpr"):
            self._properties -= 1
        elif name == "tc":
            self._tables -= 1
        elif name == "r":
            self._hidden = False

    def text(self, start: int, end: int) -> None:
        if self._in_text and not self._left_out:
            self._add(self._source[start:end])

    def replace(self, start: int, end: int, words: str) -> None:
        if self._in_text and not self._left_out:
            self._add(words)

    def comment(self, start: int, end: int, words: str) -> None:
        """A comment in the XML itself says nothing of the story."""

    def _add(self, words: str) -> None:
        if self._open and not self._hidden:
            clean = words.replace("\n", " ").replace("\r", " ").replace("\xad", "")
            self._open[-1].parts.append(clean)
            self._characters += len(clean)
            if self._characters > MOST_CHARACTERS:
                raise ReadError(f"more than {MOST_CHARACTERS:,} characters are no story")

    def _property(self, name: str, value: str) -> None:
        paragraph = self._open[-1] if self._open else None
        if name == "vanish":
            self._hidden = value not in _NO
        elif paragraph is None:
            return
        elif name == "pstyle":
            paragraph.style = value
        elif name == "outlinelvl" and value.isdecimal():
            paragraph.level = int(value) + 1 if int(value) < 9 else 0
        elif name == "numid":
            paragraph.is_numbered = value != "0"


def value_of(attributes: Mapping[str, str]) -> str:
    """The ``val`` attribute, whatever its prefix; empty where there is none."""
    return next((value for key, value in attributes.items() if key.rpartition(":")[2] == "val"), "")
