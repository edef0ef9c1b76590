"""Fit ``lintnews/data/acronym_evidence.json`` and make ``known_acronyms.json``, on half of a folder of stories.

    python -m benchmarks.fit_acronyms CORPORA

An acronym is known when ``KNOWN`` stories use it. Cases: in each story acronyms are altered one at a time by one slip of the keys, and
what it was is the one right candidate; every candidate of the unaltered stories is none. All made slips together weigh ``MADE``.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from lintnews.checks.package.acronym_slips import acronym_slips
from lintnews.mentions.names.acronyms import Acronym
from lintnews.readers.plain import read
from lintnews.story import Story

from .halves import rows
from .logistic import Case, fit, score

DATA = Path(__file__).parent.parent / "lintnews" / "data"
KNOWN, MADE = 3, 150.0
PHRASES = {
    "initials-of-its-words": "the words beside it have these initials",
    "name-elsewhere": "the name in full stands here",
    "right-used": "the story uses the other letters",
    "right-used-often": "the story uses the other letters often",
    "right-explained": "the other letters are explained",
}


def story_of(row: dict[str, Any]) -> Story:
    return Story(row["text"], read(row["text"]))


def make_known(corpora: Path) -> list[str]:
    used: Counter[str] = Counter()
    for row in rows(corpora):
        used.update({acronym.text for acronym in story_of(row).mentions(Acronym)})
    return sorted(text for text, count in used.items() if count >= KNOWN and len(text) > 1)


def slips(text: str, known: list[str]) -> Iterator[tuple[str, str]]:
    """All slips of *text*, each with its sort; ``another`` is an acronym that is known."""
    for other in known:
        if len(other) == len(text) and sum(a != b for a, b in zip(text, other, strict=True)) == 1:
            yield other, "another"
    for at in range(len(text) - 1):
        if text[at] != text[at + 1]:
            yield text[:at] + text[at + 1] + text[at] + text[at + 2 :], "swapped"
    for at, letter in product(range(len(text)), "ABCDEFGHIJKLMNOPRSTUVWXYZ"):
        if letter != text[at]:
            yield text[:at] + letter + text[at + 1 :], "replaced"
    for at in range(len(text)):
        yield text[:at] + text[at] + text[at:], "doubled"
        if len(text) > 3:
            yield text[:at] + text[at + 1 :], "lost"


def cases(corpora: Path, known: list[str]) -> Iterator[tuple[Case, str]]:
    chance = random.Random(11)
    for row in rows(corpora):
        story = story_of(row)
        for slip in acronym_slips(story):
            yield Case(slip.features, False, 1.0, row["id"]), f"{slip.odd.text}/{slip.right} {slip.words}"
        uses: dict[str, list[Acronym]] = defaultdict(list)
        for acronym in story.mentions(Acronym):
            uses[acronym.text].append(acronym)
        for text, places in uses.items():
            if not (text.isalpha() and (len(places) > 1 or places[0].explained)):
                continue
            every = list(slips(text, known))
            for sort in ("swapped", "swapped", "another", "replaced", "doubled", "lost"):
                of_sort = [wrong for wrong, its in every if its == sort]
                if not of_sort:
                    continue
                place, wrong = chance.choice(places), chance.choice(of_sort)
                if not re.fullmatch(r"[A-Z]+", row["text"][place.span.start : place.span.end]):
                    continue
                altered = row["text"][: place.span.start] + wrong + row["text"][place.span.end :]
                for slip in acronym_slips(Story(altered, read(altered))):
                    if slip.odd.text == wrong and slip.right == text:
                        yield Case(slip.features, True, 1.0, row["id"]), f"{wrong} for {text}"
                        break


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    corpora = parser.parse_args().corpora
    known: dict[str, Any] = {
        "source": f"Acronyms that {KNOWN} or more stories of half of the research corpora use (python -m benchmarks.fit_acronyms).",
        "reason": "Letters that many stories use are no slip of others.",
        "acronyms": make_known(corpora),
    }
    (DATA / "known_acronyms.json").write_text(json.dumps(known, indent=1) + "\n")
    told = list(cases(corpora, known["acronyms"]))
    all_cases = [case for case, _ in told]
    right = sum(case.wrong for case in all_cases)
    for case in all_cases:
        case.weight = MADE / right if case.wrong else 1.0
    constant, weights = fit(all_cases)
    model = {
        "source": "Fitted by benchmarks/fit_acronyms.py (python -m benchmarks.fit_acronyms) on slips made in stories and on all pairs of unaltered ones.",
        "reason": "Letters are a slip of others of the story when the features of the pair, weighed and added to the constant, make that likelier than the threshold.",
        "certain": 0.93,
        "likely": 0.65,
        "possible": 0.4,
        "phrases": PHRASES,
        "constant": round(constant, 3),
        "weights": {name: round(weight, 3) for name, weight in weights.items()},
    }
    (DATA / "acronym_evidence.json").write_text(json.dumps(model, indent=1) + "\n")
    for name, weight in sorted(weights.items(), key=lambda pair: -pair[1]):
        print(f"{weight:7.2f} {name}")
    false = sorted(((score(constant, weights, c.features), t, c.story) for c, t in told if not c.wrong), reverse=True)
    for mark in (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.35, 0.3, 0.2):
        found = sum(score(constant, weights, c.features) >= mark for c in all_cases if c.wrong)
        print(
            f"{mark}: found {found / right:.3f} of {right}, in unaltered stories {sum(s >= mark for s, _, _ in false)}"
        )
    for found_score, text, story in false[:60]:
        print(f"{found_score:.2f} {text} {story}")


if __name__ == "__main__":
    main()
