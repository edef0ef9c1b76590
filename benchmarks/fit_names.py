"""Fit the weights of ``lintnews/data/name_evidence.json`` on judged pairs, near pairs that are two names, and made slips.

    python -m benchmarks.fit_names CORPORA

CORPORA is a folder of ``*.jsonl`` stories (``id``, ``text``) with ``judged_names.jsonl``. Every near pair of the stories is a case: an
inconsistency where a judge said so (in that file or in ``judged_pairs.tsv``, which knows pairs by a digest only), else two names.
To these come slips made in the same stories, all kinds of letters together as heavy as ``MADE`` cases. A logistic regression with a
quadratic penalty gives the weights; five-fold cross-validation by story gives the table that is printed. No random numbers but seeded ones.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from lintnews.checks.names.spelling_evidence import evidence, impossible, more_likely_right
from lintnews.mentions.names.names import Name
from lintnews.mentions.names.spellings import find_spellings, near_pairs
from lintnews.readers.plain import read
from lintnews.story import Story

from .corruptions import KINDS, LETTERS

HERE = Path(__file__).parent
DATA = HERE.parent / "lintnews" / "data" / "name_evidence.json"
MADE, MADE_REAL_WORDS = 100.0, 12.0
PENALTY = 0.2
FOLDS = 5


@dataclass
class Case:
    story: str
    features: dict[str, float]
    wrong: bool
    weight: float = 1.0
    judged: str = ""
    kind: str = ""


def digest(identity: str, a: str, b: str) -> str:
    """Stands for a pair in ``judged_pairs.tsv``, so that no story's words are kept."""
    return hashlib.blake2b("\0".join((identity, *sorted((a, b)))).encode(), digest_size=8).hexdigest()


def judgements(corpora: Path) -> dict[str, tuple[str, str]]:
    """Digest of a pair → (judgement, kind of name)."""
    judged = {}
    for line in (corpora / "judged_names.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        judged[digest(case["id"], case["a"], case["b"])] = (case["judgement"], case.get("name_kind") or "")
    for line in (HERE / "judged_pairs.tsv").read_text().splitlines():
        key, judgement = line.split("\t")
        judged.setdefault(key, (judgement, "unlisted"))
    return judged


def stories(corpora: Path) -> Iterator[tuple[str, Story]]:
    for path in sorted(corpora.glob("*.jsonl")):
        if not path.stem.startswith(("judged", "corrections", "cq_")):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield row["id"], Story(row["text"], read(row["text"]))


def cases_of(identity: str, story: Story, judged: dict[str, tuple[str, str]]) -> Iterator[Case]:
    for pair in near_pairs(story.once(find_spellings)):
        odd, right = more_likely_right(*pair)
        judgement, kind = judged.get(digest(identity, odd.text, right.text), ("", ""))
        if judgement != "other" and not impossible(odd, right, story):
            yield Case(identity, evidence(odd, right, story), judgement == "inconsistency", 1.0, judgement, kind)


def made_slips(identity: str, story: Story) -> Iterator[Case]:
    """A slip of each kind in a name whose words all occur twice at least."""
    rng = random.Random(identity)
    counts = Counter(token.text for name in story.mentions(Name) for token in name.tokens)
    names = [n for n in story.mentions(Name) if not n.in_capitals and all(counts[t.text] > 1 for t in n.tokens)]
    for kind in (*LETTERS, "real-word"):
        if not names:
            return
        name = rng.choice(names)
        written = story.words(name.span)
        changed = KINDS[kind](written, rng)
        if not changed:
            continue
        text = story.text[: name.span.start] + changed + story.text[name.span.end :]
        slipped = Story(text, read(text))
        new = {*changed.split()} - {*written.split()}
        old = {*written.split()} - {*changed.split()}
        for pair in near_pairs(slipped.once(find_spellings)):
            odd, right = more_likely_right(*pair)
            if {odd.text, right.text} & new and {odd.text, right.text} & old and not impossible(odd, right, slipped):
                yield Case(identity, evidence(odd, right, slipped), True, 0.0, "", kind)


def weigh(made: list[Case]) -> None:
    words = sum(case.kind == "real-word" for case in made)
    for case in made:
        real = case.kind == "real-word"
        case.weight = MADE_REAL_WORDS / words if real else MADE / (len(made) - words)


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, offset: np.ndarray) -> np.ndarray:
    """Weights of the columns of *x*, the last of which is the constant, by Newton's method; *offset* is what is set."""
    beta = np.zeros(x.shape[1])
    penalty = np.eye(x.shape[1]) * PENALTY
    penalty[-1, -1] = 0.01
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ beta - offset))
        gradient = x.T @ (weight * (p - y)) + penalty @ beta
        hessian = (x.T * (weight * p * (1 - p) + 1e-9)) @ x + penalty
        beta -= np.linalg.solve(hessian, gradient)
    return beta


def main() -> None:
    arguments = argparse.ArgumentParser(description="Fit the weights of name evidence.")
    arguments.add_argument("corpora", type=Path)
    corpora = arguments.parse_args().corpora
    judged = judgements(corpora)
    natural: list[Case] = []
    made: list[Case] = []
    for identity, story in stories(corpora):
        natural += cases_of(identity, story, judged)
        made += made_slips(identity, story)
    weigh(made)
    cases = natural + made
    fixed = json.loads(DATA.read_text(encoding="utf-8"))["set"]
    names = sorted({feature for case in cases for feature in case.features} - fixed.keys())
    x = np.array([[case.features.get(name, 0.0) for name in names] + [1.0] for case in cases])
    y = np.array([float(case.wrong) for case in cases])
    weight = np.array([case.weight for case in cases])
    fold = np.array([int(hashlib.md5(case.story.encode()).hexdigest(), 16) % FOLDS for case in cases])
    offset = np.array([sum(fixed[name] * case.features.get(name, 0.0) for name in fixed) for case in cases])
    likely = np.zeros(len(cases))
    for number in range(FOLDS):
        train, held = fold != number, fold == number
        beta = fit(x[train], y[train], weight[train], offset[train])
        likely[held] = 1 / (1 + np.exp(-x[held] @ beta - offset[held]))
    report(cases, likely)
    beta = fit(x, y, weight, offset)
    shipped = json.loads(DATA.read_text(encoding="utf-8"))
    shipped["weights"] = shipped["set"] | {
        name: round(float(value), 3) for name, value in zip([*names, "constant"], beta, strict=True)
    }
    DATA.write_text(json.dumps(shipped, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _is_made(kind: str, case: Case) -> bool:
    return case.kind == kind


def report(cases: list[Case], likely: np.ndarray) -> None:
    groups = {
        "judged": lambda c: c.judged == "inconsistency" and c.kind != "unlisted",
        "people": lambda c: c.judged == "inconsistency" and c.kind == "person",
        "two names": lambda c: c.judged in ("distinct", "derived"),
        "unjudged": lambda c: not c.judged and not c.wrong,
        **{kind: partial(_is_made, kind) for kind in (*LETTERS, "real-word")},
    }
    print("at", *groups, sep="\t")
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        row = []
        for chosen in groups.values():
            values = [p for case, p in zip(cases, likely, strict=True) if chosen(case)]
            above = sum(p >= threshold for p in values)
            row.append(f"{above}/{len(values)}" if len(values) < 2000 else f"{above / len(values):.3f}")
        print(threshold, *row, sep="\t")


if __name__ == "__main__":
    main()
