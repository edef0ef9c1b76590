"""Statements of real stories that hold, each with one figure spoilt, that the rules must report."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from lintnews.checks.numbers.evidence.held import told_by_words
from lintnews.checks.numbers.judged import relations
from lintnews.checks.numbers.relations import Kind
from lintnews.engine import lint
from lintnews.mentions.numbers.conversions import Conversion
from lintnews.mentions.numbers.hedges import Hedge
from lintnews.mentions.numbers.placed import Passage
from lintnews.mentions.numbers.quantities import Quantity
from lintnews.mentions.numbers.rates import Rate
from lintnews.mentions.numbers.results import Outcome, Result
from lintnews.readers import READERS
from lintnews.rule import RuleSet
from lintnews.source import Span
from lintnews.story import Story

WANTED_RECALL = 0.95


def measure(folder: Path, rules: RuleSet, seed: int, show: int) -> bool:
    """Print how many spoilt statements of the stories in *folder* are reported; whether they are enough."""
    random = Random(seed)
    every: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for text in _stories(folder):
        story = _read(text)
        known = {f.span for f in lint(story, rules)}
        for kind, figure, place in _statements(story):
            if any(span.overlaps(place) for span in known):
                continue
            spoilt = _spoilt(random, story.words(figure), kind)
            if spoilt is None:
                continue
            start = story.map.to_source(figure)
            changed = text[: start.start] + spoilt + text[start.end :]
            grown = Span(place.start, place.end + max(0, len(spoilt) - len(figure)) + 1)
            hits = [
                f
                for f in lint(_read(changed), rules)
                if f.span.overlaps(grown) or any(n.span and n.span.overlaps(grown) for n in f.notes)
            ]
            every[kind] += 1
            found[kind] += bool(hits)
            if not hits and every[kind] - found[kind] <= show:
                print(f"MISSED  {kind} | {story.words(figure)} -> {spoilt} | …{story.words(place)}…".replace("\n", " "))
    for kind in every:
        print(f"spoilt real statements, {kind:<12}{found[kind]:>5}/{every[kind]}")
    total, reported = sum(every.values()), sum(found.values())
    print(f"spoilt real statements: {reported}/{total} = {reported / max(1, total):.3f} reported")
    return reported >= WANTED_RECALL * total


def _stories(folder: Path) -> Iterator[str]:
    seen: set[str] = set()
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row: dict[str, Any] = json.loads(line)
            body = row.get("text", "")
            if body and body not in seen:
                seen.add(body)
                headline = json.dumps(row.get("headline") or "", ensure_ascii=False)
                yield f"---\nheadline: {headline}\n---\n\n{body}\n"


def _read(text: str) -> Story:
    return Story(text, READERS["markdown"].load()(text))


def _firm(*quantities: Quantity) -> bool:
    """Whether no hedge leaves the figures open to one side."""
    return all(q.hedge in (Hedge.EXACT, Hedge.ABOUT) for q in quantities)


def _statements(story: Story) -> Iterator[tuple[str, Span, Span]]:
    """Kind, the figure to spoil and the place of each statement whose words tell each figure's part."""
    for passage in story.mentions(Passage):
        for relation in relations(passage):
            figures = [placed.quantity for placed in relation.figures]
            told = told_by_words(relation) or (relation.kind is Kind.SUM and len(figures) > 3)
            if relation.holds and told and _firm(*figures):
                ends = [edge for q in figures for edge in (q.span.start, q.span.end)]
                yield relation.kind.value, figures[0].figure, Span(min(ends), max(ends))
    for rate in story.mentions(Rate):
        if _firm(rate.rate, rate.total):
            yield "rate", rate.total.figure, rate.span
    conversions = [c for c in story.mentions(Conversion) if _firm(c.first, c.second)]
    money = Counter(frozenset((c.first.unit, c.second.unit)) for c in conversions if c.first.measure == "money")
    for conversion in conversions:
        pair = frozenset((conversion.first.unit, conversion.second.unit))
        if conversion.first.measure != "money" or money[pair] > 1:
            yield "conversion", conversion.second.figure, conversion.span
    for result in story.mentions(Result):
        if result.outcome in (Outcome.WON, Outcome.CARRIED) and result.first > result.second:
            yield "result", result.span, result.span


_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCORE = re.compile(r"(\d+)(\s?[-–]\s?)(\d+)$")


def _spoilt(random: Random, figure: str, kind: str) -> str | None:
    """*figure* with another number in it, far enough off to be wrong; None for words."""
    if kind == "result":
        score = _SCORE.match(figure)
        return f"{score[3]}{score[2]}{score[1]}" if score else None
    match = _DIGITS.search(figure)
    if match is None:
        return None
    digits = match.group()
    value = float(digits.replace(",", ""))
    ways = [
        _one_digit(random, digits),
        _swapped(digits),
        f"{value * 10:.{_places(digits)}f}",
        f"{value * 1.5:.{_places(digits)}f}",
    ]
    fit = [w for w in ways if w and _far(float(w.replace(",", "")), value, kind)]
    if not fit:
        return None
    new = random.choice(fit)
    return figure[: match.start()] + new + figure[match.end() :]


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])


def _far(new: float, old: float, kind: str) -> bool:
    least = 0.3 if kind == "conversion" else 0.2
    return new > 0 and abs(new - old) > max(least * old, 2.0 if kind in ("change", "share") else 0.0)


def _one_digit(random: Random, digits: str) -> str:
    at = next(i for i, c in enumerate(digits) if c.isdigit())
    new = random.choice([c for c in "123456789" if c != digits[at]])
    return digits[:at] + new + digits[at + 1 :]


def _swapped(digits: str) -> str:
    if len(digits) > 1 and digits[0] != digits[1] and digits[:2].isdigit() and digits[1] != "0":
        return digits[1] + digits[0] + digits[2:]
    return ""
