"""Elements of HTML or XML, as they open and close → blocks of a Flow, by a vocabulary that says what each element is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ..story import BlockKind
from .flow import Flow

KindOf = Callable[[str, Mapping[str, str], "Elements"], BlockKind | None]
_FEW_WORDS = 3
_DEEPEST_QUOTATION = 10
"""No quotation stands deeper within others; tags that say so are broken."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What elements are. ``kind_of`` gives a block element's kind, or None for one within running text.

    ``left_out`` elements are not read at all, but where ``gaps`` stand the reader sees something; of ``closed_by`` an open element is closed when one of the named ones opens.
    """

    kind_of: KindOf
    left_out: frozenset[str]
    empty: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()
    gaps: frozenset[str] = frozenset()
    closed_by: Mapping[str, frozenset[str]] = field(default_factory=dict)
    scopes: frozenset[str] = frozenset()
    read_outside: frozenset[str] = frozenset()


class _Open(NamedTuple):
    """An open element: whether it is a block, whether it is left out, and the kind of text right in it."""

    name: str
    is_block: bool
    left_out: bool
    inner: BlockKind | None


class Elements:
    """Follows which elements are open and gives the text in them to ``flow``.

    With ``scope`` only what stands in an element of that name is read, and what ``read_outside`` names.
    """

    def __init__(self, flow: Flow, vocabulary: Vocabulary, *, scope: str = "", kind: BlockKind | None = None) -> None:
        self.flow = flow
        self.opened: Counter[str] = Counter()
        self._vocabulary = vocabulary
        self._scope = scope
        self._stack: list[_Open] = []
        self._outermost = kind
        self._left_out = 0
        self._in_time = 0
        self._time_words = 0
        self._open_block(kind)

    @property
    def reads(self) -> bool:
        """Whether text that came now would be read."""
        return not self._left_out and self.flow.kind is not None

    def start(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        """The element *name* opens with the tag at ``[start, end)``."""
        vocabulary = self._vocabulary
        if closes := vocabulary.closed_by.get(name):
            self._imply_end(closes)
        if name in vocabulary.breaks:
            if not self._left_out:
                self.flow.line_break(start, end)
            return
        if name in vocabulary.empty:
            return
        left_out = name in vocabulary.left_out or "hidden" in attributes
        self.opened[name] += 1
        if name in vocabulary.gaps and not self._left_out:
            self.flow.gap(start, end)
        kind = None
        if not left_out and not self._left_out:
            kind = vocabulary.kind_of(name, attributes, self)
            if kind is not None:
                self._open_block(kind)
            if name in vocabulary.quotes and self.opened[name] <= _DEEPEST_QUOTATION:
                self.flow.replace(start, end, "“")
            self._in_time += name == "time"
        self._left_out += left_out
        self._stack.append(_Open(name, kind is not None, left_out, kind or self._inner))

    def end(self, name: str, start: int, end: int) -> None:
        """The element *name* closes with the tag at ``[start, end)``; what is open within closes too."""
        if not self.opened[name]:
            return
        if name in self._vocabulary.quotes and not self._left_out and self.opened[name] <= _DEEPEST_QUOTATION:
            self.flow.replace(start, end, "”")
        self._pop_to(name)

    def text(self, start: int, end: int) -> None:
        """The source at ``[start, end)`` is text as it stands."""
        if not self._left_out:
            self.flow.text(start, end)
            self._count(self.flow.source[start:end] if self._in_time else "")

    def replace(self, start: int, end: int, words: str) -> None:
        """The source at ``[start, end)`` stands for *words*; soft hyphens are not read."""
        if not self._left_out:
            self.flow.replace(start, end, words.replace("\xad", ""))

    def finish(self) -> None:
        """The source is at its end."""
        self._close_block()

    def is_within(self, *names: str) -> bool:
        """Whether any element of these names is open."""
        return any(self.opened[name] for name in names)

    def _imply_end(self, closes: frozenset[str]) -> None:
        """Close the innermost elements that are among those that the next one closes."""
        while self._stack:
            for element in reversed(self._stack[-8:]):
                if element.name in closes:
                    self._pop_to(element.name)
                    break
                if element.is_block:
                    return
            else:
                return

    def _pop_to(self, name: str) -> None:
        ended_block = False
        while self._stack:
            element = self._stack.pop()
            self.opened[element.name] -= 1
            self._left_out -= element.left_out
            self._in_time -= element.name == "time" and self._in_time > 0
            ended_block |= element.is_block
            if element.name == name:
                break
        if ended_block:
            self._open_block(self._inner)

    @property
    def _inner(self) -> BlockKind | None:
        return self._stack[-1].inner if self._stack else self._outermost

    def _open_block(self, kind: BlockKind | None) -> None:
        self._close_block()
        in_scope = not self._scope or self.opened[self._scope] or self.is_within(*self._vocabulary.read_outside)
        if kind is not None and in_scope:
            self.flow.open(kind)

    def _close_block(self) -> None:
        """End the block in hand; one that holds just a time is no text."""
        if self._time_words and len(self.flow.words.split()) - self._time_words <= _FEW_WORDS:
            self.flow.drop()
        self._time_words = 0
        self.flow.close()

    def _count(self, words: str) -> None:
        self._time_words += len(words.split())
