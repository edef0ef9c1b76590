"""Fit the weights of ``lintnews/data/name_evidence.json`` on judged pairs, near pairs that are two names, and made slips.

    python -m benchmarks.fit_names CORPORA [--findings judged_findings.jsonl] [--half A|B] [--cases FILE]

CORPORA is a folder of ``*.jsonl`` stories (``id``, ``text``, perhaps ``headline``) with ``judged_names.jsonl``. Every near pair of the
stories is a case: an inconsistency where a judge said so (in that file, of a finding, or in ``judged_pairs.tsv``, which knows pairs by a
digest only), else two names; pairs that nobody judged and that look like one name are left out. To these come slips made in the same
stories, all kinds of letters together as heavy as ``MADE`` cases. A logistic regression with a quadratic penalty gives the weights;
five-fold cross-validation by story gives the table that is printed. ``--half`` fits on half of the stories (by a hash of their ids) and
prints what that does on the other half, and writes nothing. No random numbers but seeded ones. ``--cases`` keeps the cases in a file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from lintnews.checks.names.name_slips import candidates, likelihood_of
from lintnews.checks.names.profiles import Profiles
from lintnews.checks.names.spelling_evidence import evidence, impossible, more_likely_right
from lintnews.datafiles import load_data
from lintnews.mentions.names.names import Name
from lintnews.mentions.names.spellings import find_spellings
from lintnews.readers.plain import read
from lintnews.source import Span
from lintnews.story import Story

from .corruptions import KINDS, LETTERS

HERE = Path(__file__).parent
DATA = HERE.parent / "lintnews" / "data" / "name_evidence.json"
MADE, MADE_OTHERS, MADE_WORDS = 100.0, 15.0, 1.0
PENALTY = 0.2
FOLDS = 5
OTHERS = ("real-word", "two-letters", "twin", "introduction")
"""Kinds of slips beside letters: ``introduction`` is a twin where someone is named in full, the surname standing alone later."""


SOME = 3
"""One story of so many has slips made in it."""
UNSURE = 0.35
"""Likelihood from which on a pair that nobody judged is left out: a judge would have to say."""


@dataclass
class Case:
    story: str
    features: dict[str, float]
    wrong: bool
    weight: float = 1.0
    judged: str = ""
    kind: str = ""
    words: tuple[str, str] = ("", "")


def digest(identity: str, a: str, b: str) -> str:
    """Stands for a pair in ``judged_pairs.tsv``, so that no story's words are kept."""
    return hashlib.blake2b("\0".join((identity, *sorted((a, b)))).encode(), digest_size=8).hexdigest()


def half(identity: str) -> str:
    return "AB"[int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 2]


Judgements = dict[str, tuple[str, str]]
"""Digest of a pair → (judgement, kind of name)."""


def judgements(corpora: Path, findings: Path | None) -> Judgements:
    judged: Judgements = {}
    for line in (HERE / "judged_pairs.tsv").read_text().splitlines():
        key, judgement = line.split("\t")
        judged[key] = (judgement, "unlisted")
    for line in findings.read_text(encoding="utf-8").splitlines() if findings else ():
        found = json.loads(line)
        pair = _of_finding(found["message"]) if found["rule"] == "inconsistent-name" else None
        if pair:
            judgement = {"true": "inconsistency", "false": "distinct"}.get(found["verdict"], "other")
            judged[digest(found["id"], *pair)] = (judgement, "finding")
    for line in (corpora / "judged_names.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        key = digest(case["id"], case["a"].casefold(), case["b"].casefold())
        judged[key] = (case["judgement"], case.get("name_kind") or "")
    return judged


def _of_finding(message: str) -> tuple[str, str] | None:
    """The two words of which the message of a finding says that they are one name."""
    match = re.fullmatch(r"(.+) is spelled (.+?) elsewhere in the story\.", message)
    first, second = (words.casefold().split() for words in match.groups()) if match else ([], [])
    off = [(a, b) for a, b in zip(first, second, strict=False) if a != b]
    return off[0] if len(first) == len(second) and len(off) == 1 else None


def stories(corpora: Path) -> Iterator[tuple[str, Story]]:
    for path in sorted(corpora.glob("*.jsonl")):
        if not path.stem.startswith(("judged", "corrections", "cq_")):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield row["id"], story_of(text_of(row))


def text_of(row: dict[str, Any]) -> str:
    """The text with its headline in front matter."""
    head = row.get("headline")
    return f"---\nheadline: {json.dumps(head, ensure_ascii=False)}\n---\n\n{row['text']}" if head else row["text"]


def story_of(source: str) -> Story:
    return Story(source, read(source))


def cases_of(identity: str, story: Story, judged: Judgements) -> Iterator[Case]:
    weights = load_data("name_evidence")["weights"]
    for pair in candidates(story):
        odd, right = more_likely_right(*pair)
        words = odd.text.casefold(), right.text.casefold()
        judgement, kind = judged.get(digest(identity, *words)) or judged.get(
            digest(identity, odd.text, right.text), ("", "")
        )
        if judgement == "other" or impossible(odd, right, story):
            continue
        features = evidence(odd, right, story)
        if judgement or likelihood_of(features, weights) < UNSURE:
            yield Case(identity, features, judgement == "inconsistency", 1.0, judgement, kind, words)


def made_slips(identity: str, story: Story) -> Iterator[Case]:
    """A slip of each kind in a name whose words all occur twice at least, and two of a person's surname alone."""
    rng = random.Random(identity)
    for kind in (*LETTERS, *OTHERS):
        name = mention_to_change(story, kind, rng)
        how = "twin" if kind == "introduction" else kind
        changed = KINDS[how](story.words(name.span), rng) if name else None
        if name and changed:
            yield from _made(identity, story, name.span, changed, kind)


def mention_to_change(story: Story, kind: str, rng: random.Random) -> Name | None:
    """A name whose words all occur twice at least; for a twin, a surname alone of someone whom the story names in full."""
    made = Profiles(story)
    profiles = [made[spelling] for spelling in story.once(find_spellings)]
    counts = Counter(token.text for name in story.mentions(Name) for token in name.tokens)
    if kind == "introduction":
        surnames = {profile.text for profile in profiles if profile.introduced and profile.alone}
        names = [n for n in story.mentions(Name) if len(n.tokens) > 1 and n.last in surnames]
        once = Counter(name.last for name in names)
        names = [name for name in names if once[name.last] == 1]
    elif kind == "twin":
        surnames = {profile.text for profile in profiles if profile.introduced}
        names = [n for n in story.mentions(Name) if len(n.tokens) == 1 and n.last in surnames and counts[n.last] > 2]
    else:
        names = [n for n in story.mentions(Name) if not n.in_capitals and all(counts[t.text] > 1 for t in n.tokens)]
    return rng.choice(names) if names else None


def _made(identity: str, story: Story, span: Span, changed: str, kind: str) -> Iterator[Case]:
    place = story.map.to_source(span)
    slipped = story_of(story.source[: place.start] + changed + story.source[place.end :])
    old, new = ({*words.casefold().split()} for words in (story.words(span), changed))
    for pair in candidates(slipped):
        odd, right = more_likely_right(*pair)
        words = odd.text.casefold(), right.text.casefold()
        if set(words) & (new - old) and set(words) & (old - new) and not impossible(odd, right, slipped):
            yield Case(identity, evidence(odd, right, slipped), True, 0.0, "", kind, words)


def weigh(made: list[Case]) -> None:
    """All letter slips together are as heavy as ``MADE`` cases, each other kind as heavy as ``MADE_OTHERS``; slips that make
    a word or a name are but ``MADE_WORDS``, since two known words that nothing ties are nearly always two names."""
    number = Counter("letters" if case.kind in LETTERS else case.kind for case in made)
    for case in made:
        every = MADE if case.kind in LETTERS else MADE_WORDS if case.kind == "real-word" else MADE_OTHERS
        case.weight = every / number["letters" if case.kind in LETTERS else case.kind]


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


def gathered(corpora: Path, findings: Path | None, kept: Path | None) -> list[Case]:
    if kept and kept.exists():
        cases: list[Case] = pickle.loads(kept.read_bytes())
        return cases
    judged = judgements(corpora, findings)
    natural: list[Case] = []
    made: list[Case] = []
    for number, (identity, story) in enumerate(stories(corpora)):
        natural += cases_of(identity, story, judged)
        if number % SOME == 0:
            made += made_slips(identity, story)
    weigh(made)
    if kept:
        kept.write_bytes(pickle.dumps(natural + made))
    return natural + made


@dataclass
class Table:
    """Cases as numbers: a column for each feature in ``names``, and one of ones for the constant."""

    names: list[str]
    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    offset: np.ndarray

    def fitted(self, chosen: np.ndarray) -> np.ndarray:
        return fit(self.x[chosen], self.y[chosen], self.weight[chosen], self.offset[chosen])

    def likely(self, beta: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(-self.x[chosen] @ beta - self.offset[chosen]))


def tabled(cases: list[Case], fixed: dict[str, float]) -> Table:
    names = sorted({feature for case in cases for feature in case.features} - fixed.keys())
    x = np.array([[case.features.get(name, 0.0) for name in names] + [1.0] for case in cases])
    y = np.array([float(case.wrong) for case in cases])
    weight = np.array([case.weight for case in cases])
    offset = np.array([sum(fixed[name] * case.features.get(name, 0.0) for name in fixed) for case in cases])
    return Table(names, x, y, weight, offset)


def main() -> None:
    arguments = argparse.ArgumentParser(description="Fit the weights of name evidence.")
    arguments.add_argument("corpora", type=Path)
    arguments.add_argument("--findings", type=Path)
    arguments.add_argument("--half", default="")
    arguments.add_argument("--cases", type=Path)
    options = arguments.parse_args()
    cases = gathered(options.corpora, options.findings, options.cases)
    shipped = json.loads(DATA.read_text(encoding="utf-8"))
    table = tabled(cases, shipped["set"])
    fold = np.array([int(hashlib.md5(case.story.encode()).hexdigest(), 16) % FOLDS for case in cases])
    halves = np.array([half(case.story) for case in cases])
    likely = np.zeros(len(cases))
    if options.half:
        held = halves != options.half
        likely[held] = table.likely(table.fitted(~held), held)
        report([case for case, out in zip(cases, held, strict=True) if out], likely[held])
        return
    for number in range(FOLDS):
        held = fold == number
        likely[held] = table.likely(table.fitted(~held), held)
    report(cases, likely)
    beta = table.fitted(fold >= 0)
    shipped["weights"] = shipped["set"] | {
        name: round(float(value), 3) for name, value in zip([*table.names, "constant"], beta, strict=True)
    }
    DATA.write_text(json.dumps(shipped, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _is_made(kind: str, case: Case) -> bool:
    return case.kind == kind


def report(cases: list[Case], likely: np.ndarray) -> None:
    groups = {
        "judged": lambda c: c.judged == "inconsistency" and c.kind not in ("unlisted", "finding"),
        "people": lambda c: c.judged == "inconsistency" and c.kind == "person",
        "two names": lambda c: c.judged in ("distinct", "derived"),
        "unjudged": lambda c: not c.judged and not c.wrong,
        **{kind: partial(_is_made, kind) for kind in (*LETTERS, *OTHERS)},
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
