"""Running text with markup in it → blocks: blanks are collapsed as a browser does, or kept within lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..mentions.words.lazy_pattern import LazyPattern
from ..record import Record
from ..source import Span, TextBuilder
from ..story import Block, BlockKind, Comment
from .paragraphs import begin_block

_BLANK = " \t\r\n\f"
_BLANKS = LazyPattern(r"([ \t\r\n\f]++)|[^ \t\r\n\f]++")
_UNEVEN = LazyPattern(r"[ \t\r\n\f]{2,}+|[\t\r\n\f]")
_LINE_ENDS = LazyPattern(r"[ \t]*+[\r\n\f][ \t\r\n\f]*+")


GAP = "\ufffc"
"""What stands in the text for code, struck-out words and the like, so that the words on both sides are no neighbours."""


class _Piece(Record, frozen=True):
    """``[start, end)`` of the source, read as it stands, or as ``words``, or as a comment."""

    start: int
    end: int
    words: str | None = None
    comment: str | None = None


@dataclass(slots=True)
class Flow:
    """Collects the pieces of one block at a time, in source order, and adds the block to the builder when it ends."""

    source: str
    builder: TextBuilder
    collapse: bool = True
    kind: BlockKind | None = None
    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    kinds: set[BlockKind] = field(default_factory=set)
    has_words: bool = False
    """Whether the block in hand has more than blanks so far."""
    _pieces: list[_Piece] = field(default_factory=list)
    _after_break: bool = False

    def open(self, kind: BlockKind) -> None:
        """End the block in hand; what comes belongs to one of *kind*."""
        self.close()
        self.kind = kind

    def close(self) -> None:
        """End the block in hand; without text in it there is none. What comes belongs to no block and is not read."""
        if self._pieces:
            self._commit()
        self.kind = None
        self.has_words = self._after_break = False

    def text(self, start: int, end: int) -> None:
        """Read ``source[start:end]`` as it stands; without ``collapse`` it must lie on one line."""
        if self.kind is not None and start < end:
            self._pieces.append(_Piece(start, end))
            self._note(self.source[start:end])

    def replace(self, start: int, end: int, words: str) -> None:
        """Read ``source[start:end]`` as *words*."""
        if self.kind is not None and words:
            self._pieces.append(_Piece(start, end, words))
            self._note(words)

    def gap(self, start: int, end: int) -> None:
        """``source[start:end]`` is not read, but the reader of the story sees something there."""
        if self.kind is not None and start < end:
            self._pieces.append(_Piece(start, end, GAP))
            self._after_break = False

    def line_break(self, start: int, end: int) -> None:
        """A forced line end; two in a row end the block and begin another of its kind."""
        if self.kind is not None and self._after_break:
            self.open(self.kind)
        elif self.kind is not None:
            self._pieces.append(_Piece(start, end, "\n"))
            self._after_break = True

    def comment(self, start: int, end: int, words: str) -> None:
        """A comment at ``source[start:end]``, in the block in hand or between blocks."""
        self._pieces.append(_Piece(start, end, comment=words.strip()))
        if self.kind is None:
            self._commit()

    @property
    def words(self) -> str:
        """What the block in hand would read, with its blanks as they stand."""
        return "".join(
            piece.words if piece.words is not None else self.source[piece.start : piece.end]
            for piece in self._pieces
            if piece.comment is None
        )

    def drop(self) -> None:
        """Forget the text of the block in hand, but not its comments."""
        self._pieces = [piece for piece in self._pieces if piece.comment is not None]

    def _note(self, words: str) -> None:
        if not words.isspace():
            self.has_words, self._after_break = True, False

    def _commit(self) -> None:
        pieces, self._pieces = self._pieces, []
        if not self.has_words:
            pieces = [piece for piece in pieces if piece.comment is not None]
        block = _BlockWriter(self)
        for piece in pieces:
            if piece.comment is not None:
                self.comments.append(Comment(piece.comment, Span(piece.start, piece.end), self.builder.length))
            elif piece.words is not None:
                block.add_read(piece.start, piece.end, piece.words)
            else:
                block.add_verbatim(piece.start, piece.end)
        if block.at is not None and self.kind is not None:
            self.blocks.append(Block(self.kind, Span(block.at, self.builder.length)))
            self.kinds.add(self.kind)


class _BlockWriter:
    """Writes one block: none of the blanks at its ends, and those between words as they are to be read."""

    def __init__(self, flow: Flow) -> None:
        self._source = flow.source
        self._builder = flow.builder
        self._collapse = flow.collapse
        self._blanks: list[tuple[int, int, str]] = []
        self.at: int | None = None

    def add_verbatim(self, start: int, end: int) -> None:
        piece = self._source[start:end]
        words = piece.strip()
        if not words:
            self._blanks.append((start, end, piece))
            return
        lead = len(piece) - len(piece.lstrip())
        first, last = start + lead, start + lead + len(words)
        if lead:
            self._blanks.append((start, first, piece[:lead]))
        self._begin_words()
        self._builder.pass_to(first)
        at = 0
        for match in _UNEVEN.finditer(words) if self._collapse else ():
            self._builder.text(words[at : match.start()])
            self._add_blank(first + match.start(), first + match.end(), match.group())
            at = match.end()
        self._builder.text(words[at:])
        if last < end:
            self._blanks.append((last, end, piece[lead + len(words) :]))

    def add_read(self, start: int, end: int, words: str) -> None:
        if not words.strip():
            self._blanks.append((start, end, words))
            return
        if self._source[start:end] == words:
            self.add_verbatim(start, end)
            return
        blanks = words[len(words.rstrip()) :]
        if blanks and self._source.endswith(blanks, start, end):
            self.add_read(start, end - len(blanks), words[: -len(blanks)])
            self._blanks.append((end - len(blanks), end, blanks))
            return
        self._begin_words()
        self._builder.pass_to(start)
        self._builder.replace(self._source[start:end], _LINE_ENDS.sub("\n", words))

    def _begin_words(self) -> None:
        """Write the blanks before the words that come, or, for the first words, begin the block."""
        blanks, self._blanks = self._blanks, []
        if self.at is None:
            self.at = begin_block(self._builder)
            return
        run: list[tuple[int, int, str]] = []
        for start, end, words, is_plain in _parts(blanks):
            if is_plain:
                run.append((start, end, words))
                continue
            self._add_run(run)
            self._builder.pass_to(start)
            if self._source[start:end] == words:
                self._builder.text(words)
            else:
                self._builder.replace(self._source[start:end], words)
        self._add_run(run)

    def _add_run(self, run: list[tuple[int, int, str]]) -> None:
        """Write blanks that stand side by side, perhaps with markup between them."""
        if not run:
            return
        words = "".join(part for _, _, part in run)
        start, end, _ = run[0]
        if self._collapse or _ends_line(words):
            self._builder.pass_to(start)
            self._add_blank(start, _line_end(run), words)
        else:
            self._builder.pass_to(start)
            self._add_blank(start, end, run[0][2])
        run.clear()

    def _add_blank(self, start: int, end: int, words: str) -> None:
        """Read the blanks at ``source[start:end]``, which with others make *words*, as they are to be read."""
        if _ends_line(words):
            read = "\n"
        else:
            read = " " if self._collapse else words
        piece = self._source[start:end]
        if piece == read:
            self._builder.text(piece)
        else:
            self._builder.replace(piece, read)


def _line_end(run: list[tuple[int, int, str]]) -> int:
    """Where the first of *run* ends, or the first line end, if nothing stands between the blanks before it."""
    _, end, words = run[0]
    for start, stop, part in run[1:]:
        if start != end or _ends_line(words):
            break
        end, words = stop, part
    return end


def _ends_line(words: str) -> bool:
    return "\n" in words or "\r" in words or "\f" in words


def _parts(blanks: list[tuple[int, int, str]]) -> Iterable[tuple[int, int, str, bool]]:
    """*blanks* cut where common blanks border on others, such as no-break spaces."""
    for start, end, words in blanks:
        if not words.strip(_BLANK) or end - start != len(words):
            yield start, end, words, not words.strip(_BLANK)
            continue
        for match in _BLANKS.finditer(words):
            yield start + match.start(), start + match.end(), match.group(), match[1] is not None
