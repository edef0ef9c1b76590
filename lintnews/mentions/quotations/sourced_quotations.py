"""Quotations held against what was really said: the source texts that came with the story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...record import Record
from ...source import Span
from .quotations import Quotation
from .spoken_words import SpokenWord, source_words, spoken_words
from .word_alignment import Alignment, Difference, SourceWords

if TYPE_CHECKING:
    from ...story import SourceText, Story


class Change(Record, frozen=True):
    """``span`` of the story differs from its source: ``quoted`` stands where the source has ``said``; either may be "".

    Where words are missing, ``span`` covers the words on both sides.
    """

    span: Span
    quoted: str
    said: str

    @property
    def described(self) -> str:
        """What the quotation does, in words that go on after "The quotation"."""
        if not self.quoted:
            return f"leaves out “{self.said}”"
        if not self.said:
            return f"adds “{self.quoted}”"
        return f"has “{self.quoted}” where the source has “{self.said}”"


class SourcedQuotation(Mention, frozen=True):
    """A direct quotation and the passage of a source that it comes from.

    ``source`` is the source's name, ``line`` the passage's line there, 1-based; ``alike`` is the share of words that are
    the same. ``found`` is false where no source has anything like it; the rest is empty then.
    """

    kind: ClassVar[str] = "sourced-quotation"
    found: Annotated[bool, "Whether any of the source texts has it."]
    source: Annotated[str, "The name of the text that it comes from."] = ""
    line: Annotated[int, "The line of that text, from 1."] = 0
    passage: Annotated[str, "The passage there."] = ""
    alike: Annotated[float, "The share of words that are the same, 0 to 1."] = 0.0
    changes: Annotated[tuple[Change, ...], "The words that are different."] = ()

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        if not story.sources:
            return
        sources = [(source, SourceWords(tuple(source_words(source.text)))) for source in story.sources]
        for quotation in story.mentions(Quotation):
            quoted = _trimmed(tuple(spoken_words(story.text, quotation.inner.start, quotation.inner.end)))
            if quotation.depth or not quoted:
                continue
            best = _best(quoted, sources)
            if best is None:
                yield cls(quotation.span, False)
            else:
                source, words, alignment = best
                passage = Span(words.words[alignment.start].span.start, words.words[alignment.end - 1].span.end)
                yield cls(
                    quotation.span,
                    True,
                    source.name,
                    source.text.count("\n", 0, passage.start) + 1,
                    " ".join(passage.of(source.text).split()),
                    _alike(quoted, alignment),
                    tuple(_changes(story, quoted, source, words, alignment)),
                )


def _trimmed(words: tuple[SpokenWord, ...]) -> tuple[SpokenWord, ...]:
    """Without gaps at both ends: they say only that the quotation begins or ends in mid-sentence."""
    start, end = 0, len(words)
    while start < end and words[start].gap:
        start += 1
    while end > start and words[end - 1].gap:
        end -= 1
    return words[start:end]


_Best = tuple["SourceText", SourceWords, Alignment]


def _best(quoted: tuple[SpokenWord, ...], sources: list[tuple[SourceText, SourceWords]]) -> _Best | None:
    """The source, and the place in it, that is most like the quotation; None where nothing is like it."""
    best: _Best | None = None
    for source, words in sources:
        alignment = words.align(quoted)
        if alignment is None or not _is_like(quoted, alignment):
            continue
        if best is None or _alike(quoted, alignment) > _alike(quoted, best[2]):
            best = source, words, alignment
    return best


def _alike(quoted: tuple[SpokenWord, ...], alignment: Alignment) -> float:
    total = sum(1 for word in quoted if word.key)
    left_out = sum(d.source[1] - d.source[0] for d in alignment.differences if d.quoted[0] == d.quoted[1])
    return alignment.same / (total + left_out)


def _is_like(quoted: tuple[SpokenWord, ...], alignment: Alignment) -> bool:
    """Whether a quotation comes from this place: of few words all, of more words most are the same."""
    total = sum(1 for word in quoted if word.key)
    if total <= 2:
        return alignment.same == total
    return alignment.same >= 2 and _alike(quoted, alignment) >= (0.6 if total < 6 else 0.5)


def _changes(
    story: Story, quoted: tuple[SpokenWord, ...], source: SourceText, words: SourceWords, alignment: Alignment
) -> Iterator[Change]:
    for difference in alignment.differences:
        a, b = difference.quoted
        c, d = difference.source
        if _is_only_spelling(quoted, words, difference) or _is_stammer(words, difference):
            continue
        said = source.text[words.words[c].span.start : words.words[d - 1].span.end] if d > c else ""
        if b > a:
            span = Span(quoted[a].span.start, quoted[b - 1].span.end)
            yield Change(span, story.words(span), " ".join(said.split()))
        else:
            span = Span(quoted[max(0, a - 1)].span.start, quoted[min(a, len(quoted) - 1)].span.end)
            yield Change(span, "", " ".join(said.split()))


def _is_only_spelling(quoted: tuple[SpokenWord, ...], words: SourceWords, difference: Difference) -> bool:
    """Whether both sides have the same letters: "healthcare" and "health care"."""
    here = "".join(word.key for word in quoted[slice(*difference.quoted)])
    return here == "".join(words.keys[slice(*difference.source)])


def _is_stammer(words: SourceWords, difference: Difference) -> bool:
    """Whether what is left out of the source is said again at once: "we, we went"."""
    (a, b), (c, d) = difference.quoted, difference.source
    size = d - c
    return (
        a == b
        and size <= 3
        and (words.keys[c:d] == words.keys[d : d + size] or words.keys[c - size : c] == words.keys[c:d])
    )
