"""Run a rule's examples: passed, noisy, missing, misplaced or misfixed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .engine import lint
from .finding import Finding
from .house import DEFAULT_HOUSE, House
from .readers import read_text
from .rule import Example, Rule
from .story import Story


class Outcome(StrEnum):
    """PASSED; NOISY: fired on what is right; MISSING: did not fire; MISPLACED: fired elsewhere; MISFIXED: another fix.

    KNOWN_GAP is an example marked ``gap: true`` that does not pass, CLOSED_GAP one that now does.
    """

    PASSED = "passed"
    NOISY = "noisy"
    MISSING = "missing"
    MISPLACED = "misplaced"
    MISFIXED = "misfixed"
    KNOWN_GAP = "known gap"
    CLOSED_GAP = "closed gap"

    @property
    def fails(self) -> bool:
        return self not in (Outcome.PASSED, Outcome.KNOWN_GAP)


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """How one example of *rule* came out; ``found`` is what the rule flagged in it."""

    rule: Rule
    example: Example
    outcome: Outcome
    found: tuple[Finding, ...]
    fixed: str | None = None


def run_examples(rule: Rule, house: House = DEFAULT_HOUSE) -> Iterator[ExampleResult]:
    """Lint every example of *rule* with that rule alone."""
    for example in rule.examples:
        yield _run(rule, example, house)


def _run(rule: Rule, example: Example, house: House) -> ExampleResult:
    reading = read_text(example.source, format_of="markdown" if example.whole else "plain")
    story = Story(example.source, reading, house=example.house or house)
    found = lint(story, (rule,))
    fixed = _fixed(example.source, found, story)
    outcome = _outcome(example, found, fixed)
    if example.gap:
        outcome = Outcome.CLOSED_GAP if outcome is Outcome.PASSED else Outcome.KNOWN_GAP
    return ExampleResult(rule, example, outcome, found, fixed)


def _outcome(example: Example, found: tuple[Finding, ...], fixed: str) -> Outcome:
    places = sorted((f.source.start, f.source.end) for f in found)
    wanted = sorted(example.marks)
    if places == wanted:
        return Outcome.PASSED if example.fixed in (None, fixed) else Outcome.MISFIXED
    if example.valid:
        return Outcome.NOISY
    if len(places) == len(wanted):
        return Outcome.MISPLACED
    return Outcome.NOISY if len(places) > len(wanted) else Outcome.MISSING


def _fixed(source: str, found: tuple[Finding, ...], story: Story) -> str:
    """*source* after the first fix of every finding, whatever its safety."""
    edits = [(story.place_of(e), e.text) for f in found if f.fix for e in f.fix.edits]
    for span, text in sorted(edits, key=lambda edit: edit[0], reverse=True):
        source = source[: span.start] + text + source[span.end :]
    return source
