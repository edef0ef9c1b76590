"""The fact sheet: what a story states as a fact-checker's checklist, each fact with its places and its state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .facts.known import is_known
from .facts.table import Fact, State, facts, state
from .finding import Finding
from .source import Span
from .story import Story
from .suppressions.certified import certified_spans

FACTUAL = frozenset(["names", "dates", "datelines", "numbers", "package", "quotations", "world", "facts"])
"""Subjects whose findings are about facts rather than wording."""


def fact_sheet(story: Story, findings: Iterable[Finding]) -> Iterator[tuple[Fact, State]]:
    """The facts of *story*, in order of their first places, each with what *findings* and marks make of it."""
    contradicted = contradicted_spans(findings)
    certified = certified_spans(story)
    for fact in facts(story):
        found = state(fact, contradicted, certified)
        if found in (State.REPEATED, State.UNCHECKED) and is_known(fact, story.house):
            found = State.KNOWN
        yield fact, found


def told(fact: Fact, state: State, story: Story) -> dict[str, Any]:
    """*fact* as plain data, but for its places, which everyone counts in units of their own."""
    return {
        "attribute": fact.attribute,
        "text": " ".join(fact.text.split()),
        "value": fact.value,
        "what": fact.what,
        "firm": fact.firm,
        "quoted": fact.quoted,
        "state": state.value,
        "sentence": " ".join(story.words(fact.context).split()),
    }


def contradicted_spans(findings: Iterable[Finding]) -> Sequence[Span]:
    """The places of the text that *findings* about facts are about, and those that they contradict."""
    found: list[Span] = []
    for finding in findings:
        if finding.rule.subject in FACTUAL:
            found.append(finding.span)
        found += (note.span for note in finding.notes if note.span is not None)
    return found
