"""Markdown with markup in it (CommonMark and GFM), parsed by marko, whose every inline element knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from marko import Markdown
from marko.ext.gfm import GFM

from ..problem import ReadError
from ..source import Lines
from ..story import BlockKind
from .elements import Elements
from .flow import Flow
from .headings import Headings
from .html import read_tokens
from .html_vocabulary import HTML, is_element
from .markdown_limits import check_limits

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG_NAME = re.compile(r"</?([A-Za-z][^\s/>]*+)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LEFT_OUT = frozenset(
    {"CodeSpan", "Strikethrough", "BlankLine", "LinkRefDef", "ThematicBreak", "FencedCode", "CodeBlock"}
)
_PARSER = Markdown(extensions=[GFM])


class _Walk:
    """Gives the elements of a parsed text to a flow."""

    def __init__(self, flow: Flow, headings: Headings, base: int) -> None:
        self._source = flow.source
        self._flow = flow
        self._headings = headings
        self._base = base

    def block(self, element: Any, kind: BlockKind) -> None:
        """A block element, whose paragraphs are of *kind*."""
        name = type(element).__name__
        match name:
            case "Document":
                self._blocks(element, kind)
            case "Heading" | "SetextHeading":
                is_heading = kind is BlockKind.PARAGRAPH
                self._leaf(element.children, self._headings.kind(element.level) if is_heading else kind)
            case "Paragraph":
                self._paragraph(element.children, kind)
            case "Quote":
                self._blocks(element, BlockKind.BLOCKQUOTE)
            case "List" | "ListItem":
                self._blocks(element, BlockKind.LIST_ITEM)
            case "Table":
                for row in element.children:
                    for cell in row.children:
                        self._leaf(cell.children, BlockKind.TABLE_CELL)
            case "HTMLBlock":
                self._html(element, kind)
            case _ if name in _LEFT_OUT:
                pass
            case _:
                self._blocks(element, kind)

    def _blocks(self, element: Any, kind: BlockKind) -> None:
        for child in element.children if isinstance(element.children, list) else ():
            self.block(child, kind)

    def _paragraph(self, children: Sequence[Any], kind: BlockKind) -> None:
        """A paragraph; images at its ends are captions of their own, those within the text are left out."""
        first, last = 0, len(children)
        while first < last and _is_image_or_blank(children[first]):
            first += 1
        while last > first and _is_image_or_blank(children[last - 1]):
            last -= 1
        for image in _images(children[:first]):
            self._leaf(image.children, BlockKind.CAPTION)
        self._leaf(children[first:last], kind)
        for image in _images(children[last:]):
            self._leaf(image.children, BlockKind.CAPTION)

    def _leaf(self, children: Sequence[Any], kind: BlockKind) -> None:
        self._flow.open(kind)
        for child in children:
            self._inline(child)
        self._headings.has_text |= self._flow.has_words
        self._flow.close()

    def _inline(self, element: Any) -> None:
        name = type(element).__name__
        start, end = (self._base + place for place in element.source_span)
        if name == "RawText":
            self._raw(element.children, start, end)
        elif name == "LineBreak":
            self._flow.replace(start, end, "\n")
        elif name == "Literal":
            self._flow.replace(start, end, element.children)
        elif name == "InlineHTML":
            self._tag(self._source[start:end], start, end)
        elif name == "CodeSpan" and _is_quotation(self._source[start:end]):
            self._lines(start, end)
        elif name in ("CodeSpan", "Strikethrough", "Image"):
            self._flow.gap(start, end)
        elif isinstance(element.children, str):
            self._raw(element.children, start, end)
        else:
            for child in element.children:
                self._inline(child)

    def _raw(self, words: str, start: int, end: int) -> None:
        """Text, perhaps with entities; in tables a pipe may stand escaped."""
        source = self._source[start:end]
        if "\n" in source or (source != words and source.replace("\\|", "|") != words):
            self._flow.replace(start, end, unescape(words))
            return
        at = start
        for match in _special(source):
            read = "|" if match.group() == "\\|" else unescape(match.group())
            if read != match.group():
                self._flow.text(at, start + match.start())
                self._flow.replace(start + match.start(), start + match.end(), read)
                at = start + match.end()
        self._flow.text(at, end)

    def _tag(self, tag: str, start: int, end: int) -> None:
        if tag.startswith("<!--"):
            self._flow.comment(start, end, tag[4:-3])
        elif _BREAK.fullmatch(tag):
            self._flow.line_break(start, end)
        elif _is_text(tag):
            self._lines(start, end)

    def _lines(self, start: int, end: int) -> None:
        """The source at ``[start, end)`` is text as it stands, line for line."""
        for line in self._source[start:end].splitlines(keepends=True):
            words = line.rstrip("\n")
            self._flow.text(start, start + len(words))
            self._flow.replace(start + len(words), start + len(line), line[len(words) :])
            start += len(line)

    def _html(self, element: Any, kind: BlockKind) -> None:
        start, end = (self._base + place for place in element.source_span)
        if self._source[start:end].strip() != str(element.body).strip():
            return
        if _is_text(self._source[start:end].lstrip()):
            self._flow.open(kind)
            self._lines(start, end - (len(self._source[start:end]) - len(self._source[start:end].rstrip())))
            self._flow.close()
            return
        self._flow.close()
        self._flow.collapse = True
        elements = Elements(self._flow, HTML, kind=kind)
        read_tokens(elements, self._source, start, end)
        elements.finish()
        self._flow.collapse = False
        self._headings.has_text |= bool(self._flow.blocks)


def _is_quotation(source: str) -> bool:
    """Whether what looks like code is a quotation that opens with two grave accents and closes with two apostrophes."""
    return source.startswith("``") and "''" in source and not source.startswith("```")


def _is_text(source: str) -> bool:
    """Whether *source* begins with what looks like a tag but names no element: ``<Company Name>``, say."""
    name = _TAG_NAME.match(source)
    return name is not None and not is_element(name[1])


def _special(source: str) -> Iterator[re.Match[str]]:
    return _ENTITY_OR_PIPE.finditer(source) if "&" in source or "\\" in source else iter(())


_ENTITY_OR_PIPE = re.compile(rf"{_ENTITY.pattern}|\\\|")


def _is_image_or_blank(element: Any) -> bool:
    return _is_image(element) or (isinstance(element.children, str) and not element.children.strip())


def _is_image(element: Any) -> bool:
    """Whether *element* is an image, or a link around one."""
    name = type(element).__name__
    return name == "Image" or (name == "Link" and len(element.children) == 1 and _is_image(element.children[0]))


def _images(children: Sequence[Any]) -> Iterator[Any]:
    for child in children:
        while _is_image(child) and type(child).__name__ == "Link":
            child = child.children[0]
        if _is_image(child):
            yield child


def read_tree(flow: Flow, headings: Headings, start: int, end: int) -> None:
    """Add the Markdown in ``[start, end)`` of the flow's source, which must have ``\n`` line ends only, to *flow*.

    ReadError for what would take marko minutes.
    """
    body = flow.source[start:end]
    check_limits(flow.source, start, end)
    try:
        document = _PARSER.parse(body)
        _Walk(flow, headings, start).block(document, BlockKind.PARAGRAPH)
    except RecursionError:
        raise ReadError("this Markdown is nested too deeply", Lines(flow.source).position(start).line, 1) from None
