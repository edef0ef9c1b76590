"""List the words of real stories that stand where words of rising and falling stand and are not in ``lintnews/data/directions.json``.

    python -m benchmarks.harvest_directions CORPORA [--half 0] [--least 2]

CORPORA is a folder of ``*.jsonl`` stories (``id``, ``text``). Each word comes with how often it stands there, and with how many of the pairs
"WORD to X from Y" go up and down. A reader then says which are directions; their inflected forms go into the table by hand.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from lintnews.mentions.numbers.movements import directions

from .fit_figures import stories

_PERCENT = r"(?:\d[\d.]*|[a-z]+(?:-[a-z]+)?) ?(?:%|percent|per cent|pct|percentage points?|basis points|points)\b"
_ADVERB = r"(?:sharply|slightly|steadily|dramatically|modestly|marginally|substantially|steeply|significantly|rapidly|again|further)"
_SIZE = r"(?:sharp|steep|slight|modest|dramatic|big|further|marked|steady|rapid|sudden|significant|substantial|huge|strong|gradual)"
_SLOTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b([a-z]+)(?: {_ADVERB})? by (?:about |nearly |more than |just |only )?{_PERCENT}",
        rf"\b([a-z]+) (?:about |nearly |more than |just |only |an? )?{_PERCENT}(?! of\b)",
        rf"\ban? {_PERCENT} ([a-z]+)",
        rf"\b([a-z]{{3,}}) {_ADVERB}\b",
        rf"\b{_SIZE} ([a-z]{{3,}}) (?:in|of|to|from)\b",
    )
)
_FIGURE = r"[$£€]?(\d[\d,]*(?:\.\d+)?)"
_PAIR = re.compile(rf"\b([a-z]+) to {_FIGURE}(?: [a-z%]+){{0,3}} from {_FIGURE}")


def main() -> None:
    arguments = argparse.ArgumentParser(description="Harvest words of rising and falling.")
    arguments.add_argument("corpora", type=Path)
    arguments.add_argument("--half", type=int, default=0)
    arguments.add_argument("--least", type=int, default=2)
    options = arguments.parse_args()
    found: Counter[str] = Counter()
    ways: dict[str, Counter[str]] = {}
    for _, text in stories(options.corpora, options.half):
        lower = text.lower()
        for slot in _SLOTS:
            found.update(match[1] for match in slot.finditer(lower))
        for match in _PAIR.finditer(lower):
            after, before = (float(match[group].replace(",", "")) for group in (2, 3))
            ways.setdefault(match[1], Counter())["up" if after > before else "down"] += 1
    for word, count in found.most_common():
        if count >= options.least and word not in directions():
            print(word, count, dict(ways.get(word, {})))


if __name__ == "__main__":
    main()
