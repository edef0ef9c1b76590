"""Run a rule's examples: passed, noisy, missing, misplaced or misfixed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
        yield run_example(rule, example, house)


def run_example(rule: Rule, example: Example, house: House = DEFAULT_HOUSE) -> ExampleResult:
    """Lint *example* with *rule* alone."""
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


def described(result: ExampleResult) -> str:
    """What came out of an example, with ``[[…]]`` around what the rule flagged."""
    example = result.example
    lines = [f"{result.rule.path}:{example.line}: {result.outcome} [{result.rule.id}]"]
    lines.append(f"  example: {_marked(example.source, example.marks)}")
    if result.outcome is Outcome.MISFIXED:
        lines += [f"  fixed:   {_one_line(result.fixed or '')}", f"  wanted:  {_one_line(example.fixed or '')}"]
    elif result.outcome is Outcome.CLOSED_GAP:
        lines.append("  it passes now: take out `gap: true`")
    else:
        spans = [(finding.source.start, finding.source.end) for finding in result.found]
        lines.append("  flagged: " + (_marked(example.source, spans) if spans else "nothing"))
    return "\n".join(lines)


def _marked(source: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        source = f"{source[:start]}[[{source[start:end]}]]{source[end:]}"
    return _one_line(source)


def _one_line(text: str) -> str:
    return text.strip().replace("\n", "⏎")
