"""A story as it reads, cut where findings begin and end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..source import SourceMap, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..story import Reading
    from ..wire import Result


@dataclass(slots=True)
class Passage:
    """One block: its words, and the places in it, each with what is there.

    ``marks`` are ``(span, finding)``, ``others`` ``(span, finding, note)``; spans are of ``words``, numbers are places
    in the lists that they come from. ``findings`` are those whose remarks belong beside the block.
    """

    kind: str
    words: str
    span: Span
    findings: list[int] = field(default_factory=list)
    marks: list[tuple[Span, int]] = field(default_factory=list)
    others: list[tuple[Span, int, int]] = field(default_factory=list)

    def segments(self) -> Iterator[tuple[str, list[int], list[tuple[int, int]], list[str]]]:
        """The words in pieces that the same findings and notes cover, with the names of the places that begin there."""
        cuts = {0, len(self.words)}
        for span in [*(mark[0] for mark in self.marks), *(other[0] for other in self.others)]:
            cuts |= {span.start, span.end}
        ordered = sorted(cuts)
        for start, end in zip(ordered, ordered[1:] or [len(self.words)], strict=False):
            piece = Span(start, end)
            found = [number for span, number in self.marks if span.contains(piece)]
            others = [(number, note) for span, number, note in self.others if span.contains(piece)]
            ids = [f"m{number}" for span, number in self.marks if span.start == start]
            ids += [f"o{number}n{note}" for span, number, note in self.others if span.start == start]
            yield self.words[start:end], found, others, ids


def passages(result: Result) -> tuple[list[int], list[Passage]]:
    """The blocks of a story with what was found in them, and the findings that stand in none of them."""
    reading = result.reading
    text = reading.text
    blocks = [
        Passage(str(block.kind.value), text[block.span.start : block.span.end], block.span)
        for block in reading.blocks
        if len(block.span)
    ]
    elsewhere = []
    for number, finding in enumerate(result.entry["findings"]):
        covered = _covered(reading, blocks, finding["start"]["offset"], finding["end"]["offset"])
        for block, span in covered:
            block.marks.append((span, number))
        if covered:
            covered[0][0].findings.append(number)
        else:
            elsewhere.append(number)
        for index, note in enumerate(finding["notes"]):
            if note["start"] and note["end"]:
                for block, span in _covered(reading, blocks, note["start"]["offset"], note["end"]["offset"]):
                    block.others.append((span, number, index))
    return elsewhere, blocks


def _covered(reading: Reading, blocks: list[Passage], start: int, end: int) -> list[tuple[Passage, Span]]:
    """The parts of blocks that stand at source ``[start, end)``, each as a span of its block's words."""
    span = _in_text(reading.map, start, end)
    if span is None:
        return []
    found = []
    for block in blocks:
        inner = Span(max(span.start, block.span.start), min(span.end, block.span.end))
        if inner.start < inner.end or (start == end and inner.start == inner.end == span.start):
            found.append((block, inner.shifted(-block.span.start)))
    return found


def _in_text(source_map: SourceMap, start: int, end: int) -> Span | None:
    """The span of the story's text that stands at source ``[start, end)``; None where that is no part of the text."""
    first = source_map.to_text(start)
    last = source_map.to_text(max(start, end - 1))
    if first >= source_map.text_length and end > start:
        return None
    place = source_map.to_source(Span(first, last + 1))
    if end > start and (place.end <= start or place.start >= end):
        return None
    return Span(first, max(first, last + 1) if end > start else first)
