"""A story as checks see it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from .house import DEFAULT_HOUSE, House
from .mention import Mention
from .problem import Problem
from .record import Record, field, replace
from .source import UTF_8, Encoding, Lines, SourceMap, Span

if TYPE_CHECKING:
    from .match import Edit

M = TypeVar("M", bound=Mention)


class BlockKind(StrEnum):
    """What a block is. ``LIST_ITEM``, ``TABLE_CELL`` and ``BLOCKQUOTE`` are set off from the running text."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    CAPTION = "caption"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    BLOCKQUOTE = "blockquote"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    NOTE = "note"


SPACES = str.maketrans(
    dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
)
"""Tabs and no-break, narrow and other spaces → the plain one."""
ABOVE = (BlockKind.HEADLINE, BlockKind.DECK, BlockKind.CAPTION)
"""What is set above or beside the body and must agree with it."""
BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})


class Block(Record, frozen=True):
    """A typed part of the story. Blocks are in text order and don't overlap; between two stands a blank line."""

    kind: BlockKind
    span: Span


class Comment(Record, frozen=True):
    """A comment in the copy that is not part of the text: its words, its place in the file, and where in the text it stood."""

    words: str
    source: Span
    at: int


class Reading(Record, frozen=True):
    """What a reader makes of a file: text, map, blocks, comments and the story's own data.

    ``source`` are the characters of the file, which positions count, ``format`` is a name in ``readers.READERS``;
    ``encoding`` means nothing for formats that are not ``writable``. A reader leaves these four to ``read_bytes``.
    """

    text: str
    map: SourceMap
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    published: date | None = None
    updated: date | None = None
    slug: str = ""
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file but didn't keep it from being read; their path is empty."""
    source: str = ""
    format: str = "plain"
    encoding: Encoding = UTF_8
    writable: bool = True


class SourceText(Record, frozen=True):
    """What a story is held against: a transcript, a statement. ``name`` says which, as the editor knows it."""

    name: str
    text: str


class Story:
    """One piece of copy: plain text, its blocks, its publication date, what it mentions.

    ``text`` joins the blocks with blank lines (``\\n\\n``); line ends inside a block are ``\\n``. All offsets are code
    points of ``text``; ``map`` leads back to ``source``, the decoded file. Every space in it is a plain one; ``written``,
    which is as long, has no-break spaces, thin spaces and tabs as they stand. ``sources`` are the texts that its quotations
    are held against: those given, and the front matter's ``transcript``. ``lines`` makes lines and columns of offsets in
    ``source``.
    """

    def __init__(
        self,
        source: str,
        reading: Reading,
        *,
        path: str = "",
        house: House = DEFAULT_HOUSE,
        against: Iterable[SourceText] = (),
    ) -> None:
        self.source = source
        self.lines = Lines(source)
        self.path = path
        self.house = house
        self.written = reading.text
        self.text = (
            reading.text if reading.text.isascii() and "\t" not in reading.text else reading.text.translate(SPACES)
        )
        self.map = reading.map
        self.blocks = reading.blocks
        self.comments = reading.comments
        self.published = reading.published
        self.updated = reading.updated
        self.slug = reading.slug
        self.front_matter = reading.front_matter
        self.writable = reading.writable
        self.problems = tuple(replace(problem, path=path) for problem in reading.problems)
        transcript = reading.front_matter.get("transcript")
        own = (SourceText("transcript", transcript),) if isinstance(transcript, str) and transcript.strip() else ()
        self.sources = (*against, *own)
        self._block_starts = [block.span.start for block in self.blocks]
        self._once: dict[Any, Any] = {}

    def mentions(self, kind: type[M]) -> tuple[M, ...]:
        """All mentions of *kind* in text order; looked for once, when first asked."""
        found: tuple[M, ...] = self.once(kind.find, kind)
        return found

    def set_mentions(self, kind: type[M], found: Iterable[M]) -> None:
        """Say what the mentions of *kind* are, where the text alone doesn't tell."""
        self._once[kind] = tuple(found)

    def once(self, find: Callable[[Story], Any], key: Any = None) -> Any:
        """``tuple(find(self))``, kept: what several mentions or checks share is worked out once a story."""
        key = key or find
        if key not in self._once:
            self._once[key] = tuple(find(self))
        return self._once[key]

    def block_at(self, offset: int) -> Block | None:
        """The block in which *offset* lies; None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        return block if offset < block.span.end or offset == block.span.start else None

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind in kinds)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks of running copy: paragraphs, block quotations, list items, table cells."""
        return tuple(block for block in self.blocks if block.kind in BODY)

    def place_of(self, edit: Edit) -> Span:
        """Where *edit* stands in the file."""
        return self.map.to_source(edit.span) if edit.source is None else edit.source

    def words(self, span: Span) -> str:
        """The characters of *span*."""
        return self.text[span.start : span.end]


def is_above(story: Story, span: Span) -> bool:
    """Whether *span* begins in a headline, a deck or a caption."""
    block = story.block_at(span.start)
    return block is not None and block.kind in ABOVE


def is_body(story: Story, span: Span) -> bool:
    """Whether *span* begins in running copy."""
    block = story.block_at(span.start)
    return block is not None and block.kind in BODY
