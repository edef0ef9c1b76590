"""Fit the weights by which a headline's word and a body's word are taken for two tellings of one thing.

    python -m benchmarks.fit_facts CORPORA [--write]

CORPORA is a folder of stories, one JSON object a line (``id headline text date dateline``). The data make themselves: stories of
half A (by a hash of the id) as they are give pairs that are false; the same stories with one word of the headline altered
(``headline_alterations``) give the true ones, of the new word and the body's old one. Half B is never read. The thresholds
are set by cross-validation in five parts, by story: so that of the unaltered stories as many are flagged as
``ALLOWED`` says for each family. ``--write`` puts weights and thresholds into ``lintnews/data/fact_evidence.json``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Sequence
from math import exp, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from lintnews.checks.package.headline_candidates import Candidate, rivals
from lintnews.checks.package.headline_features import is_plain
from lintnews.datafiles import DATA_FOLDER
from lintnews.readers import read_text
from lintnews.story import Story

from .halves import A, rows
from .headline_alterations import Pools, alterations
from .logistic import Case, fit

ALLOWED = {
    "name": (0.3, 20), "place": (1, 8), "day": (0.3, 3), "figure": (1, 8), "opposite": (1, 9), "kind": (0.5, 6),
    "name, kept": (0.5, 10), "place, kept": (0.5, 8), "day, kept": (0.3, 2), "figure, kept": (0.5, 6),
    "opposite, kept": (0.3, 2), "kind, kept": (0.3, 4)
}  # fmt: skip
"""Of the unaltered stories of half A: how many may be flagged as likely, and how many at all, by model."""
_PARTS = 5
_LEAST_LIKELY, _LEAST_FIGURE = 0.9, 0.8
"""The least likelihood of a warning, however few unaltered headlines come near it; figures are told apart more plainly."""
_PENALTY = 20.0


class Row(NamedTuple):
    """A story, unaltered or with an altered headline, and the pairs that its headline has."""

    story: str
    altered: bool
    pairs: tuple[Candidate, ...]


def read(row: dict[str, Any], headline: str) -> Story:
    head = ["---", *([f"published: {row['date']}"] if row.get("date") else [])]
    source = "\n".join([*head, f"headline: {json.dumps(headline, ensure_ascii=False)}", "---", "", row["text"], ""])
    return Story(source, read_text(source, format_of="plain" if "``" in row["text"] else "markdown"))


def collect(corpora: Path) -> list[Row]:
    """Every story with a headline as it is, and some alterations of each."""
    chance = random.Random(7)
    stories = [row for row in rows(corpora, A) if row.get("headline")]
    pools = Pools(stories)
    found = []
    for row in stories:
        story = read(row, row["headline"])
        found.append(Row(row["id"], False, tuple(rivals(story))))
        for altered in alterations(story, row, pools, chance):
            pairs = tuple(rivals(read(row, altered.headline)))
            found.append(Row(row["id"], True, tuple(p for p in pairs if altered.touches(p))))
    return found


def part(story: str) -> int:
    return int(hashlib.md5(story.encode()).hexdigest(), 16) % _PARTS


Model = dict[str, float]


def fitted(found: Sequence[Row], family: str) -> Model:
    """The weights of the features of *family*, each divided by its spread while the fit penalises large weights."""
    pairs = [(r, p.features) for r in found for p in r.pairs if p.model == family]
    if len({r.altered for r, _ in pairs}) < 2:
        return {"constant": -9.0}
    names = sorted({name for _, features in pairs for name in features})
    spread = {name: _spread([features.get(name, 0.0) for _, features in pairs]) for name in names}
    cases = [
        Case({name: f.get(name, 0.0) / spread[name] for name in names if spread[name]}, r.altered, 1.0, r.story)
        for r, f in pairs
    ]
    constant, weights = fit(cases, _PENALTY)
    return {"constant": constant} | {name: weight / spread[name] for name, weight in weights.items()}


def _spread(values: list[float]) -> float:
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / len(values))


def likelihood(model: Model, features: dict[str, float]) -> float:
    total = model["constant"] + sum(model.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def flagged(found: Sequence[Row], family: str, model: Model, *, plain: bool) -> list[float]:
    """The highest likelihood of each word with a pair of *family*; with *plain*, of what may be likely only."""
    best: dict[tuple[str, int], float] = {}
    for number, row in enumerate(found):
        for pair in row.pairs:
            if pair.model == family and (not plain or is_plain(pair)):
                key = (f"{number}", pair.stated.span.start)
                best[key] = max(best.get(key, 0.0), likelihood(model, pair.features))
    return list(best.values())


def thresholds(found: Sequence[Row], family: str) -> tuple[float, float]:
    """Likely and possible, by cross-validation."""
    false: tuple[list[float], list[float]] = ([], [])
    true: list[float] = []
    for left_out in range(_PARTS):
        model = fitted([r for r in found if part(r.story) != left_out], family)
        tested = [r for r in found if part(r.story) == left_out]
        for plain in (True, False):
            false[not plain].extend(flagged([r for r in tested if not r.altered], family, model, plain=plain))
        true += flagged([r for r in tested if r.altered], family, model, plain=False)
    likely, possible = (_limit(sorted(f, reverse=True), n) for f, n in zip(false, ALLOWED[family], strict=True))
    found_at = [sum(p > limit for p in true) / max(1, len(true)) for limit in (likely, possible)]
    print(f"{family:14} likely {likely:.4f} finds {found_at[0]:.2f}, possible {possible:.4f} finds {found_at[1]:.2f}")
    return max(likely, _LEAST_FIGURE if family == "figure" else _LEAST_LIKELY), possible


def _limit(false: list[float], allowed: float) -> float:
    """The threshold above which *allowed* false ones lie; between two where that is no whole number."""
    padded = [*false, *[0.5] * 20]
    whole = int(allowed)
    return padded[whole] + (allowed - whole) * (padded[max(0, whole - 1)] - padded[whole]) * 0.5 + 1e-4


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = collect(options.corpora)
    path = DATA_FOLDER / "fact_evidence.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    for family in ALLOWED:
        likely, possible = thresholds(found, family)
        weights = {name: round(w, 3) for name, w in sorted(fitted(found, family).items()) if abs(w) > 0.01}
        data["headline"][family] = {"likely": round(likely, 4), "possible": round(possible, 4), "weights": weights}
    if options.write:
        path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
