"""The core: a story and rules in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .filters import FILTERS, Allowed, Filter, Known, Linting
from .finding import Finding, finding_of
from .match import Match, Severity
from .rule import Rule
from .story import Story
from .suppressions.terms import ANY_TERMS, Terms
from .unless import exceptions

Failed = Callable[[Rule, Exception], None]


def lint(
    story: Story,
    rules: Iterable[Rule],
    filters: Iterable[Filter] = FILTERS,
    terms: Terms = ANY_TERMS,
    known: Known | None = None,
    least: Severity = Severity.INFO,
    failed: Failed | None = None,
    allowed: Allowed = lambda finding, reason: None,
) -> tuple[Finding, ...]:
    """What *rules* find in *story*, passed through *filters*, which leave out what need not be told and put it in order.

    *terms* are what its suppressions are judged by, *known* leaves out known findings, and
    *least* is the least severity to report. A rule that raises is told to
    *failed* and the others go on; without *failed*, the exception is the caller's. *allowed* is told of what is suppressed.
    """
    early: list[Rule] = []
    late: list[Rule] = []
    for rule in rules:
        (late if rule.check.late else early).append(rule)
    findings, ran = _found(early, story, failed)
    linting = Linting(story, (*ran, *late), lambda: _found(late, story, failed)[0], terms, known, least, allowed)
    for keep in filters:
        findings = keep(findings, linting)
    return tuple(findings)


def _found(rules: Iterable[Rule], story: Story, failed: Failed | None) -> tuple[list[Finding], list[Rule]]:
    """What *rules* find, and those of them that did not break down."""
    findings: list[Finding] = []
    ran: list[Rule] = []
    for rule in rules:
        try:
            findings.extend(finding_of(rule, match, story) for match in _matches(rule, story))
            ran.append(rule)
        except Exception as error:
            if failed is None:
                raise
            failed(rule, error)
    return findings, ran


def _matches(rule: Rule, story: Story) -> Iterator[Match]:
    """What the check of *rule* finds, where the rule wants it found."""
    excepted = exceptions(rule.unless, story) if rule.unless else None
    for match in rule.matches(story):
        if _in_blocks(rule, match, story) and not (excepted and excepted(match.span)):
            yield match


def _in_blocks(rule: Rule, match: Match, story: Story) -> bool:
    if not rule.blocks:
        return True
    block = story.block_at(match.span.start)
    return block is not None and block.kind in rule.blocks and match.span.end <= block.span.end
