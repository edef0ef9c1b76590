"""How many misspelled names are found, and how often a clean story is flagged.

    python -m benchmarks.names FOLDER [--only bbc,gum_news] [--seed 1] [--limit 0] [--judged]

FOLDER holds ``*.jsonl`` stories (``id``, ``text``, perhaps ``headline``). Of each story without a names finding, one mention of a
name is corrupted in each way of ``corruptions.KINDS`` that applies; the name's words all occur twice at least. It is found when a
finding of rules/names, or the place that its note points to, touches the corrupted words. Stories are linted in this process, so the
speed is that of one core with the rules of names alone. ``--judged`` adds recall and false alarms on FOLDER/judged_names.jsonl.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lintnews.engine import lint
from lintnews.finding import Finding
from lintnews.linter import load_rules
from lintnews.mentions.names.names import Name
from lintnews.mentions.names.word_frequency import familiarity
from lintnews.readers.plain import read
from lintnews.source import Span
from lintnews.story import Story

from .corruptions import KINDS, LETTERS

WHOLE_WORD = 3.0
"""Zipf frequency from which on a word that a letter slip makes is a word of its own: counted as real-word only."""


def rows(folder: Path, only: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl")):
        if not path.stem.startswith(("judged", "corrections", "cq_")) and (not only or path.stem in only.split(",")):
            yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def story_of(text: str) -> Story:
    return Story(text, read(text))


def touches(finding: Finding, span: Span) -> bool:
    return finding.span.overlaps(span) or any(note.span and note.span.overlaps(span) for note in finding.notes)


def corrupted(story: Story, kind: str, rng: random.Random) -> tuple[Story, Span] | None:
    counts = Counter(token.text for name in story.mentions(Name) for token in name.tokens)
    names = [
        name
        for name in story.mentions(Name)
        if not name.in_capitals and all(counts[token.text] > 1 for token in name.tokens)
    ]
    rng.shuffle(names)
    for name in names[:10]:
        written = story.words(name.span)
        changed = KINDS[kind](written, rng)
        if not changed:
            continue
        new = {*changed.split()} - {*written.split()}
        if kind in LETTERS and any(familiarity(word).zipf >= WHOLE_WORD for word in new):
            continue
        text = story.text[: name.span.start] + changed + story.text[name.span.end :]
        return story_of(text), Span(name.span.start, name.span.start + len(changed))
    return None


def main() -> None:
    arguments = argparse.ArgumentParser(description="Measure the rules of names.")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--only", default="")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--limit", type=int, default=0)
    arguments.add_argument("--judged", action="store_true")
    options = arguments.parse_args()
    rules = load_rules().selected(["names"])
    chosen = list(rows(options.folder, options.only))[: options.limit or None]
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    flagged, words, seconds = 0, 0, 0.0
    spans: dict[str, list[Finding]] = {}
    for row in chosen:
        story = story_of(row["text"])
        started = time.perf_counter()
        clean = lint(story, rules)
        seconds += time.perf_counter() - started
        words += len(row["text"].split())
        spans[row["id"]] = list(clean)
        flagged += len(clean)
        if clean:
            continue
        for kind in KINDS:
            made = corrupted(story, kind, random.Random(f"{options.seed} {kind} {row['id']}"))
            if made:
                tried[kind] += 1
                found[kind] += any(touches(finding, made[1]) for finding in lint(made[0], rules))
    print(f"{len(chosen)} stories, {words} words, {words / seconds:,.0f} words/s")
    print(f"findings on the stories as they are: {flagged} = {1000 * flagged / len(chosen):.1f} per 1,000 stories")
    for kind in KINDS:
        if tried[kind]:
            print(f"{kind:<12} {found[kind]:>6}/{tried[kind]:<6} {found[kind] / tried[kind]:.3f}")
    letters, hits = sum(tried[kind] for kind in LETTERS), sum(found[kind] for kind in LETTERS)
    print(f"{'all letters':<12} {hits:>6}/{letters:<6} {hits / max(1, letters):.3f}")
    if options.judged:
        judge(options.folder, chosen, spans)


def judge(folder: Path, chosen: list[dict[str, Any]], findings: dict[str, list[Finding]]) -> None:
    """Recall on judged inconsistencies and alarms on judged non-errors, by the stories' text alone."""
    tally: Counter[tuple[str, bool]] = Counter()
    for line in (folder / "judged_names.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["id"] not in findings:
            continue
        places = [Span(*offsets) for offsets in (case["offsets_a"] or []) + (case["offsets_b"] or [])]
        hit = any(finding.span.overlaps(place) for finding in findings[case["id"]] for place in places)
        tally[case["judgement"], hit] += 1
    for judgement in sorted({key[0] for key in tally}):
        total = tally[judgement, True] + tally[judgement, False]
        print(f"judged {judgement:<14} {tally[judgement, True]}/{total} flagged")


if __name__ == "__main__":
    main()
