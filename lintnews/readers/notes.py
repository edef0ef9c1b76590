"""Notes in square brackets, ``[lintnews: …]``, are set aside from the text: what every reader's text goes through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..source import SourceMap, Span
from ..story import Block, Comment, Reading

_NOTE = re.compile(r"\[((?:lintnews|Lintnews|LINTNEWS):(?:[^\[\]]|\[[^\[\]]*\])*)\]")

_OPENINGS = ("[lintnews:", "[Lintnews:", "[LINTNEWS:")


def set_aside(reading: Reading) -> Reading:
    """*reading* with its bracketed notes as comments, no longer part of the text."""
    if not any(opening in reading.text for opening in _OPENINGS):
        return reading
    notes = list(_NOTE.finditer(reading.text))
    if not notes:
        return reading
    cuts = _merged([_cut(Span(*note.span()), notes, reading) for note in notes])
    found = [
        Comment(note[1].strip(), reading.map.to_source(Span(*note.span())), _shifted(note.start(), cuts))
        for note in notes
    ]
    before = [replace(comment, at=_shifted(comment.at, cuts)) for comment in reading.comments]
    text = "".join(reading.text[span.start : span.end] for span in _kept(Span(0, len(reading.text)), cuts))
    return replace(
        reading,
        text=text,
        map=_map_without(reading.map, cuts, len(text)),
        blocks=_blocks_without(reading.blocks, cuts),
        comments=tuple(sorted([*before, *found], key=lambda comment: comment.source)),
    )


def _cut(note: Span, notes: Sequence[re.Match[str]], reading: Reading) -> Span:
    """What goes with *note*: the blanks before it, or after it at a block's start, or the whole of a block of notes."""
    text = reading.text
    for index, block in enumerate(reading.blocks):
        if not block.span.contains(note):
            continue
        inside = [Span(*n.span()) for n in notes if block.span.contains(Span(*n.span()))]
        if not "".join(text[s.start : s.end] for s in _kept(block.span, inside)).strip():
            if index + 1 < len(reading.blocks):
                return Span(block.span.start, reading.blocks[index + 1].span.start)
            return Span(reading.blocks[index - 1].span.end if index else 0, block.span.end)
        start = block.span.start + len(text[block.span.start : note.start].rstrip())
        if start == block.span.start:
            return Span(start, note.end + len(text[note.end :]) - len(text[note.end :].lstrip()))
        return Span(start, note.end)
    return note


def _merged(cuts: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for cut in sorted(cuts):
        if merged and cut.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, cut.end))
        else:
            merged.append(cut)
    return merged


def _kept(span: Span, cuts: Sequence[Span]) -> list[Span]:
    """What the sorted *cuts* leave of *span*."""
    kept, at = [], span.start
    for cut in cuts:
        if at < min(cut.start, span.end):
            kept.append(Span(at, min(cut.start, span.end)))
        at = max(at, cut.end)
    if at < span.end:
        kept.append(Span(at, span.end))
    return kept


def _shifted(offset: int, cuts: Sequence[Span]) -> int:
    return offset - sum(min(cut.end, offset) - cut.start for cut in cuts if cut.start < offset)


def _map_without(source_map: SourceMap, cuts: Sequence[Span], length: int) -> SourceMap:
    ends = (*source_map.text_starts[1:], source_map.text_length)
    runs = []
    for start, end, source_start, source_end, verbatim in zip(
        source_map.text_starts, ends, source_map.source_starts, source_map.source_ends, source_map.verbatim, strict=True
    ):
        for kept in _kept(Span(start, end), cuts):
            at = _shifted(kept.start, cuts)
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


def _blocks_without(blocks: Sequence[Block], cuts: Sequence[Span]) -> tuple[Block, ...]:
    kept = []
    for block in blocks:
        span = Span(_shifted(block.span.start, cuts), _shifted(block.span.end, cuts))
        if len(span) or not len(block.span):
            kept.append(Block(block.kind, span))
    return tuple(kept)
