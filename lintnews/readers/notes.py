"""Notes in square brackets, ``[lintnews: …]``, are set aside from the text: what every reader's text goes through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from ..mentions.words.lazy_pattern import LazyPattern
from ..record import replace
from ..source import SourceMap, Span
from ..story import Block, Comment, Reading

_NOTE = LazyPattern(r"\[((?:lintnews|Lintnews|LINTNEWS):(?:[^\[\]]|\[[^\[\]]*\])*+)\]")
_OPENINGS = ("[lintnews:", "[Lintnews:", "[LINTNEWS:")


def set_aside(reading: Reading) -> Reading:
    """*reading* with its bracketed notes as comments, no longer part of the text."""
    if not any(opening in reading.text for opening in _OPENINGS):
        return reading
    notes = [(Span(*match.span()), match[1].strip()) for match in _NOTE.finditer(reading.text)]
    if not notes:
        return reading
    cuts = _Cuts(_cut([span for span, _ in notes], reading))
    found = [Comment(words, reading.map.to_source(span), cuts.shifted(span.start)) for span, words in notes]
    before = [replace(comment, at=cuts.shifted(comment.at)) for comment in reading.comments]
    text = "".join(reading.text[span.start : span.end] for span in cuts.kept(Span(0, len(reading.text))))
    return replace(
        reading,
        text=text,
        map=_map_without(reading.map, cuts, len(text)),
        blocks=tuple(_blocks_without(reading.blocks, cuts)),
        comments=tuple(sorted([*before, *found], key=lambda comment: comment.source)),
    )


class _Cuts:
    """Spans that go out of a text: in order, apart from each other."""

    def __init__(self, spans: Sequence[Span]) -> None:
        merged: list[Span] = []
        for span in sorted(spans):
            if merged and span.start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        self.spans = merged
        self._starts = [span.start for span in merged]
        self._before = [0, *accumulate(len(span) for span in merged)]

    def shifted(self, offset: int) -> int:
        """Where *offset* is once the spans are gone."""
        index = bisect_right(self._starts, offset - 1)
        if not index:
            return offset
        last = self.spans[index - 1]
        return offset - self._before[index] + max(0, last.end - offset)

    def kept(self, span: Span) -> Iterator[Span]:
        """What is left of *span*."""
        at = span.start
        for index in range(max(0, bisect_right(self._starts, at) - 1), len(self.spans)):
            cut = self.spans[index]
            if cut.start >= span.end:
                break
            if at < cut.start:
                yield Span(at, cut.start)
            at = max(at, cut.end)
        if at < span.end:
            yield Span(at, span.end)


def _cut(notes: Sequence[Span], reading: Reading) -> list[Span]:
    """What goes with *notes*: the blanks before each, or after it at a block's start, or the whole of a block of notes."""
    starts = [block.span.start for block in reading.blocks]
    by_block: dict[int, list[Span]] = {}
    cuts = []
    for note in notes:
        index = bisect_right(starts, note.start) - 1
        if index >= 0 and reading.blocks[index].span.contains(note):
            by_block.setdefault(index, []).append(note)
        else:
            cuts.append(note)
    for index, inside in by_block.items():
        if _is_all_notes(index, inside, reading):
            cuts.append(_cut_block(index, by_block, reading))
        else:
            cuts += _cut_in_block(index, inside, reading)
    return cuts


def _is_all_notes(index: int, notes: Sequence[Span], reading: Reading) -> bool:
    kept = _Cuts(notes).kept(reading.blocks[index].span)
    return not "".join(reading.text[span.start : span.end] for span in kept).strip()


def _cut_block(index: int, by_block: Mapping[int, Sequence[Span]], reading: Reading) -> Span:
    """The whole block and the blank line behind it, or, where only notes follow, the one after the last words."""
    blocks = reading.blocks

    def is_left(other: int) -> bool:
        return other not in by_block or not _is_all_notes(other, by_block[other], reading)

    if any(is_left(other) for other in range(index + 1, len(blocks))):
        return Span(blocks[index].span.start, blocks[index + 1].span.start)
    before = next((other for other in range(index - 1, -1, -1) if is_left(other)), None)
    return Span(0 if before is None else blocks[before].span.end, blocks[index].span.end)


def _cut_in_block(index: int, notes: Sequence[Span], reading: Reading) -> list[Span]:
    text, block = reading.text, reading.blocks[index].span
    cuts = []
    at = block.start
    is_opening = True
    for note in notes:
        start = at + len(text[at : note.start].rstrip())
        end = note.end
        is_opening = is_opening and start == at
        if is_opening:
            after = text[end : block.end]
            end += len(after) - len(after.lstrip())
        cuts.append(Span(start, end))
        at = end
    return cuts


def _map_without(source_map: SourceMap, cuts: _Cuts, length: int) -> SourceMap:
    ends = (*source_map.text_starts[1:], source_map.text_length)
    runs = []
    for start, end, source_start, source_end, verbatim in zip(
        source_map.text_starts, ends, source_map.source_starts, source_map.source_ends, source_map.verbatim, strict=True
    ):
        for kept in cuts.kept(Span(start, end)):
            at = cuts.shifted(kept.start)
            if verbatim:
                offset = source_start + kept.start - start
                runs.append((at, offset, offset + len(kept), True))
            else:
                runs.append((at, source_start, source_end, False))
    return SourceMap(
        tuple(run[0] for run in runs),
        tuple(run[1] for run in runs),
        tuple(run[2] for run in runs),
        tuple(run[3] for run in runs),
        length,
        source_map.in_order,
    )


def _blocks_without(blocks: Sequence[Block], cuts: _Cuts) -> Iterator[Block]:
    for block in blocks:
        span = Span(cuts.shifted(block.span.start), cuts.shifted(block.span.end))
        if len(span) or not len(block.span):
            yield Block(block.kind, span)
