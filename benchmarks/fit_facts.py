"""Fit the weights by which a headline's word and a body's word are taken for two tellings of one thing.

    python -m benchmarks.fit_facts CORPORA [--write]

CORPORA is a folder of stories, one JSON object a line (``id headline text date dateline``). The data make themselves: stories of
half A (by a hash of the id) as they are give candidates that are false; the same stories with one word of the headline
altered (another country, digit, day, name, opposite or word of its kind) give true ones. Both halves are scored, B is never
fitted on. ``--write`` puts the weights into ``lintnews/data/fact_evidence.json``; the thresholds there are set by hand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from lintnews.checks.package.headline_words import (
    DAYS,
    FAMILIES,
    HEADS,
    Body,
    Candidate,
    all_features,
    candidates,
    country,
    is_sentence_case,
    nations,
)
from lintnews.datafiles import DATA_FOLDER
from lintnews.facts.words import Telling, Word, dull, tellings
from lintnews.knowledge.relations import opposites, siblings
from lintnews.mentions.numbers.movements import directions
from lintnews.readers import read_text
from lintnews.story import Story

Row = tuple[bool, Candidate | None]
_PENALTY = 3.0
_ALTERED = 3
"""Words altered in each headline."""


def half(identity: str) -> int:
    """0 for half A, 1 for half B."""
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 2


def stories(folder: Path, wanted: int) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl")):
        if not path.stem.startswith("judged"):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if row.get("headline") and half(row["id"]) == wanted:
                    yield row


def read(row: dict[str, Any], headline: str) -> Story:
    head = ["---", *([f"published: {row['date']}"] if row.get("date") else [])]
    source = "\n".join([*head, f"headline: {json.dumps(headline, ensure_ascii=False)}", "---", "", row["text"], ""])
    return Story(source, read_text(source, format_of="plain" if "``" in row["text"] else "markdown"))


def rows(folder: Path, wanted: int) -> Iterator[Row]:
    chance = random.Random(7)
    every = list(stories(folder, wanted))
    names = [name for row in every for name in re.findall(r"(?<=[a-z] )[A-Z][a-z]{3,}\b", row["headline"])]
    places = sorted({word.capitalize() for word in nations() if len(word) > 3})
    for row in every:
        story = read(row, row["headline"])
        yield from ((False, candidate) for candidate in candidates(story))
        for old, new in alterations(story, names, places, chance):
            headline = row["headline"].replace(old, new, 1)
            if headline != row["headline"]:
                found = (c for c in candidates(read(row, headline)) if new in c.stated.text)
                yield True, next(found, None)


def alterations(story: Story, names: list[str], places: list[str], chance: random.Random) -> list[tuple[str, str]]:
    """Words of the headline that the body bears out, each with another of its family."""
    every = tellings(story)
    above = [t for t in every if (block := story.block_at(t.span.start)) and block.kind in HEADS]
    body = Body([t for t in every if t not in above])
    if not above or not body.sentences:
        return []
    inside = sorted({w.text for t in body.sentences for w in t.words if w.capital and w.text.isalpha()}) or names
    found = []
    for word in above[0].words:
        if word.plain not in dull() and (body.forms(word.plain) or word.text[0].isdigit()):
            new = other(word, above[0], names if chance.random() < 0.5 else inside, places, chance)
            if new and new.casefold() != word.text.casefold():
                found.append((word.text, new))
    chance.shuffle(found)
    return found[:_ALTERED]


def other(word: Word, head: Telling, names: list[str], places: list[str], chance: random.Random) -> str:
    """Another word of the family of *word*; "" where it has none."""
    ending = "'s" if word.text.endswith("'s") else ""
    if country(word.plain):
        return chance.choice(places) + ending
    if word.plain in DAYS:
        return chance.choice([day for day, kind in DAYS.items() if kind == DAYS[word.plain]]).capitalize()
    if word.text[0].isdigit():
        return other_digits(word.text, chance)
    cased = is_sentence_case(head)
    if word.capital and cased:
        return chance.choice(names) + ending
    kinds: list[list[str]] = [sorted(opposites(word.plain)), sorted(siblings(word.plain))]
    if word.plain in directions():
        kinds.append([w for w, way in directions().items() if way != directions()[word.plain]])
    kinds = [kind for kind in kinds if kind]
    new = chance.choice(chance.choice(kinds)) if kinds else ""
    return new.upper() if word.text.isupper() and not cased else new


def other_digits(figure: str, chance: random.Random) -> str:
    """*figure* with two digits swapped or one changed."""
    places = [at for at, letter in enumerate(figure) if letter.isdigit()]
    letters = list(figure)
    if len(places) > 1 and chance.random() < 0.5:
        at = chance.randrange(len(places) - 1)
        one, two = places[at], places[at + 1]
        letters[one], letters[two] = letters[two], letters[one]
    else:
        at = chance.choice(places)
        letters[at] = chance.choice([digit for digit in "123456789" if digit != letters[at]])
    return "" if letters[0] == "0" else "".join(letters)


def fitted(found: Iterable[Row], names: list[str]) -> np.ndarray[Any, Any]:
    """Weights of *names*, the constant last, by Newton's method with a penalty on large weights."""
    x, y = matrix(found, names)
    weights = np.zeros(x.shape[1])
    penalty = np.diag([_PENALTY] * len(names) + [0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (p - y) + penalty @ weights
        weights -= np.linalg.solve((x.T * (p * (1 - p))) @ x + penalty + 1e-6 * np.eye(len(weights)), slope)
    return weights


def matrix(found: Iterable[Row], names: list[str]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    pairs = [(true, all_features(c)) for true, c in found if c is not None]
    x = np.array([[*(features.get(name, 0.0) for name in names), 1.0] for _, features in pairs])
    return x, np.array([float(true) for true, _ in pairs])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    halves = [list(rows(options.corpora, wanted)) for wanted in (0, 1)]
    path = DATA_FOLDER / "fact_evidence.json"
    data = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"headline": {}}
    for family in FAMILIES:
        one, two = ([row for row in found if row[1] and row[1].family == family] for found in halves)
        names = sorted({name for _, c in one if c for name in all_features(c)})
        weights = fitted(one, names)
        kept = {
            name: round(float(w), 3) for name, w in zip([*names, "constant"], weights, strict=True) if abs(w) > 0.02
        }
        data["headline"].setdefault(family, {})["weights"] = kept
        report(family, weights, names, one, two)
    if options.write:
        path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def report(family: str, weights: np.ndarray[Any, Any], names: list[str], one: list[Row], two: list[Row]) -> None:
    """Of each half: altered words found and real ones flagged, at thresholds that flag few of half A's."""
    scored = []
    for found in (one, two):
        x, y = matrix(found, names)
        scored.append((1 / (1 + np.exp(-(x @ weights))), y))
    false = np.sort(scored[0][0][scored[0][1] == 0])[::-1]
    for flagged in (0, 2, 4, 8, 16, 32):
        threshold = false[flagged] if flagged < len(false) else 0.0
        told = [
            f"{int((p[y == 0] > threshold).sum())} false, {(p[y == 1] > threshold).mean():.2f} found" for p, y in scored
        ]
        print(f"{family:9} {threshold:.3f}  A {told[0]}  B {told[1]}")


if __name__ == "__main__":
    raise SystemExit(main())
