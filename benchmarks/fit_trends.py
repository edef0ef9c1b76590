"""Fit the weights by which two trends that go different ways are held to be one movement, on half of a folder of stories.

    python -m benchmarks.fit_trends CORPORA [--show N]

Positive cases make themselves: each trend of a story is turned round, and of the pairs that then disagree the likeliest is the fault.
Every pair of an unaltered story that disagrees is none. All made faults together weigh ``MADE`` cases.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from lintnews.checks.numbers.trend_links import MODEL, contrary, trend_pairs
from lintnews.checks.numbers.trends import trends

from .fit_dates import story_of
from .halves import rows
from .logistic import Case, fit, score

DATA = Path(__file__).parent.parent / "lintnews" / "data"
MADE = 300.0
ROUNDS = 4
PENALTY = 8.0
"""High, since features that count together are many and pairs few."""
MOST = 60
"""Trends of a story beyond which none is turned round."""
FIRST = {"head": 1.0, "pointing": 1.5, "apposed": 3.0, "levelled-to": 3.0, "lone": 0.5, "crossed": 0.3, "shared": 0.4}
MARKS = {"certain": 0.9, "likely": 0.7, "possible": 0.5}
PHRASES = {
    "head": "both tell of one thing", "pointing": "“the” points back to it", "apposed-most": "both tell of one movement in one sentence",
    "levelled-to": "it ends at the level", "apposed": "both stand in one sentence", "amount-same": "both have the same figure", "whole": "both name the same thing in full",
    "lone-against-many": "more of the story speaks against it", "known": "“the” says that it was told before"}  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpora", type=Path)
    arguments.add_argument("--show", type=int, default=30)
    options = arguments.parse_args()
    cases: list[Case] = []
    words: list[str] = []
    turned: list[list[dict[str, float]]] = []
    for row in rows(options.corpora):
        story = story_of(row)
        told = trends(story)
        pairs = trend_pairs(story, told)
        ways = [trend.way for trend in told]
        for pair, features, _ in contrary(pairs, ways):
            cases.append(Case(features, False, 1.0, row["id"]))
            one, other = told[pair.first], told[pair.second]
            words.append(
                f"{one.word.plain} {one.subject} | {other.word.plain} {other.subject} | {story.words(other.telling.span)[:200]}"
            )
        for at in range(len(told) if len(told) <= MOST else 0):
            turn = [-way if number == at else way for number, way in enumerate(ways)]
            bag = [features for pair, features, _ in contrary(pairs, turn) if at in (pair.first, pair.second)]
            if bag:
                turned.append(bag)
    constant, weights = 0.0, FIRST
    for _ in range(ROUNDS):
        likeliest = [max(bag, key=lambda features: score(constant, weights, features)) for bag in turned]
        made = [Case(features, True, MADE / len(turned), "") for features in likeliest]
        constant, weights = fit([*cases, *made], penalty=PENALTY)
    write(constant, weights, len(cases), len(turned))
    report(cases, words, turned, constant, weights, options.show)


def write(constant: float, weights: dict[str, float], unaltered: int, made: int) -> None:
    data = {
        "source": f"Fitted by benchmarks/fit_trends.py (python -m benchmarks.fit_trends) on {made} trends turned round, and on {unaltered} pairs of unaltered stories that go different ways.",
        "reason": "Two trends are told of one movement when the features of the pair, weighed and added to the constant, make that likelier than the threshold.",
        **MARKS, "phrases": PHRASES, "constant": round(constant, 3),
        "weights": {name: round(weight, 3) for name, weight in weights.items()},
    }  # fmt: skip
    (DATA / f"{MODEL}.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def report(
    cases: list[Case],
    words: list[str],
    turned: list[list[dict[str, float]]],
    constant: float,
    weights: dict[str, float],
    show: int,
) -> None:
    false = sorted(
        ((score(constant, weights, c.features), c.story, w) for c, w in zip(cases, words, strict=True)), reverse=True
    )
    found = [max(score(constant, weights, features) for features in bag) for bag in turned]
    for mark in (0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.47, 0.45, 0.4, 0.35):
        print(
            f"{mark}: {sum(s >= mark for s in found)} of {len(found)} turned, {sum(s >= mark for s, _, _ in false)} unaltered"
        )
    for likely, story, said in false[:show]:
        print(f"{likely:.2f} {story} {said}")


if __name__ == "__main__":
    main()
