"""Aligning the words of a quotation with the words of a source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...record import Record
from .spoken_words import SpokenWord

COMMON = 400
"""Words that stand more often than this in the source don't help to find the place."""


class Difference(Record, frozen=True):
    """Words ``quoted[a:b]`` stand where the source has ``source[c:d]``; one of the two may be empty."""

    quoted: tuple[int, int]
    source: tuple[int, int]


class Alignment(Record, frozen=True):
    """Where in the source the quotation's words stand (``start``, ``end``), how many are the same, what differs."""

    start: int
    end: int
    same: int
    differences: tuple[Difference, ...]


class SourceWords:
    """The words of a source, with an index of where each stands."""

    def __init__(self, words: Sequence[SpokenWord]) -> None:
        self.words = tuple(word for word in words if word.key)
        self.keys = [word.key for word in self.words]
        self.places: dict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self.keys):
            self.places[key].append(at)

    def align(self, quoted: Sequence[SpokenWord]) -> Alignment | None:
        """The best alignment of *quoted* with a stretch of the source; None where nothing is alike."""
        best: tuple[int, Alignment] | None = None
        for start, end in self._stretches(quoted):
            cost, alignment = _aligned(quoted, self.keys, start, end)
            if best is None or cost < best[0]:
                best = cost, alignment
            if cost == 0:
                break
        return best[1] if best else None

    def _stretches(self, quoted: Sequence[SpokenWord]) -> Iterator[tuple[int, int]]:
        """Stretches of the source that share many, and rare, words with the quotation in its order, the likeliest first."""
        gaps = sum(word.gap for word in quoted)
        votes: Counter[int] = Counter()
        for at, word in enumerate(quoted):
            places = self.places.get(word.key, ()) if word.key else ()
            if 0 < len(places) <= COMMON:
                for place in places:
                    votes[(place - at) // 4] += 1000 // len(places) + 1
        scores = {bucket: votes[bucket - 1] + score + votes[bucket + 1] for bucket, score in votes.items()}
        tried: list[int] = []
        for bucket in sorted(scores, key=lambda bucket: (-scores[bucket], bucket)):
            if any(abs(bucket - other) < 4 for other in tried):
                continue
            tried.append(bucket)
            start = max(0, bucket * 4 - 12 - gaps)
            yield start, min(len(self.keys), bucket * 4 + len(quoted) + 16 + gaps)
            if len(tried) == 6:
                return


def _aligned(quoted: Sequence[SpokenWord], keys: Sequence[str], start: int, end: int) -> tuple[int, Alignment]:
    """Cheapest edits that make *quoted* of some stretch of ``keys[start:end]``: change 3, put in 2, leave out 1.

    What of the source stands before the first and behind the last quoted word costs nothing, nor does what gaps take,
    nor a word that is two on the other side ("health care").
    """
    width = end - start
    window = keys[start:end]
    pairs = [a + b for a, b in pairwise(window)]
    rows: list[list[int]] = [[0] * (width + 1)]
    for number, word in enumerate(quoted):
        above = rows[-1]
        row = [0] * (width + 1)
        if word.gap:
            for at in range(width + 1):
                row[at] = min(above[max(0, at - word.gap) : at + 1])
        else:
            row[0] = above[0] + 2
            key = word.key
            for at in range(1, width + 1):
                change = above[at - 1] + (0 if window[at - 1] == key else 3)
                row[at] = min(change, above[at] + 2, row[at - 1] + 1)
            if key in pairs:
                for at in (at for at, pair in enumerate(pairs, start=2) if pair == key):
                    _lower(row, at, above[at - 2])
            joined = _joined(quoted, number)
            if joined in window:
                for at in (at for at, one in enumerate(window, start=1) if one == joined):
                    _lower(row, at, rows[-2][at - 1])
        rows.append(row)
    last = rows[-1]
    at = min(range(width + 1), key=lambda i: (last[i], -i))
    return last[at], _traced(quoted, keys, rows, start, at)


def _lower(row: list[int], at: int, cost: int) -> None:
    """Reach place *at* at *cost*, if that is cheaper, and from there what follows."""
    while at < len(row) and row[at] > cost:
        row[at] = cost
        at, cost = at + 1, cost + 1


def _joined(quoted: Sequence[SpokenWord], number: int) -> str:
    """A quoted word with the one before it, as one word; "" where there is none."""
    before = quoted[number - 1].key if number else ""
    return before + quoted[number].key if before else ""


def _traced(quoted: Sequence[SpokenWord], keys: Sequence[str], rows: list[list[int]], start: int, at: int) -> Alignment:
    edits: list[tuple[int, int, int, int]] = []
    end, same, row = at, 0, len(quoted)
    while row:
        word, here = quoted[row - 1], rows[row][at]
        if word.gap:
            at = next(i for i in range(at, max(0, at - word.gap) - 1, -1) if rows[row - 1][i] == here)
            row -= 1
        elif at and keys[start + at - 1] == word.key and rows[row - 1][at - 1] == here:
            row, at, same = row - 1, at - 1, same + 1
        elif at > 1 and keys[start + at - 2] + keys[start + at - 1] == word.key and rows[row - 1][at - 2] == here:
            row, at, same = row - 1, at - 2, same + 1
        elif at and row > 1 and _joined(quoted, row - 1) == keys[start + at - 1] and rows[row - 2][at - 1] == here:
            row, at, same = row - 2, at - 1, same + 2
        elif at and rows[row - 1][at - 1] + 3 == here:
            row, at = row - 1, at - 1
            edits.append((row, row + 1, at, at + 1))
        elif rows[row - 1][at] + 2 == here:
            row -= 1
            edits.append((row, row + 1, at, at))
        else:
            at -= 1
            edits.append((row, row, at, at + 1))
    return Alignment(start + at, start + end, same, tuple(_grouped(edits, start)))


def _grouped(edits: list[tuple[int, int, int, int]], start: int) -> Iterator[Difference]:
    """Edits, found from the last to the first, joined where they touch."""
    joined: list[list[int]] = []
    for a, b, c, d in reversed(edits):
        if joined and joined[-1][1] == a and joined[-1][3] == c:
            joined[-1][1], joined[-1][3] = b, d
        else:
            joined.append([a, b, c, d])
    for a, b, c, d in joined:
        yield Difference((a, b), (c + start, d + start))
