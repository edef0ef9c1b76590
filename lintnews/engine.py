"""The core: a story and rules in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .filters import quoted, repeated
from .finding import Finding, fingerprint
from .match import Match
from .rule import Rule
from .story import Story
from .suppressions.terms import ANY_TERMS, MARKS, Terms
from .unless import exceptions

Filter = Callable[[list[Finding], Story], list[Finding]]
Failed = Callable[[Rule, Exception], None]

FILTERS: tuple[Filter, ...] = (quoted, repeated)


def lint(
    story: Story,
    rules: Iterable[Rule],
    filters: Iterable[Filter] = FILTERS,
    terms: Terms = ANY_TERMS,
    failed: Failed | None = None,
) -> tuple[Finding, ...]:
    """What *rules* find in *story*, passed through *filters*, without what it suppresses, in the order of the file.

    A rule that raises is told to *failed* and the others go on; without *failed*, the exception is the caller's.
    """
    findings: list[Finding] = []
    ran: list[Rule] = []
    for rule in rules:
        try:
            findings += _findings(rule, story)
            ran.append(rule)
        except Exception as error:
            if failed is None:
                raise
            failed(rule, error)
    for keep in filters:
        findings = keep(findings, story)
    if story.comments or "lintnews" in story.front_matter or any(mark in story.text for mark in MARKS):
        from .suppressions.suppressed import suppressed

        findings = suppressed(findings, story, ran, terms)
    return tuple(sorted(findings, key=_order))


def _findings(rule: Rule, story: Story) -> Iterator[Finding]:
    excepted = exceptions(rule.unless, story) if rule.unless else None
    for match in rule.matches(story):
        if rule.blocks and not _in_blocks(rule, match, story):
            continue
        if excepted is None or not excepted(match.span):
            yield _finding(rule, match, story)


def _in_blocks(rule: Rule, match: Match, story: Story) -> bool:
    block = story.block_at(match.span.start)
    return block is not None and block.kind in rule.blocks and match.span.end <= block.span.end


def _finding(rule: Rule, match: Match, story: Story) -> Finding:
    text = story.words(match.span)
    return Finding(
        rule=rule,
        message=rule.message_of(match.case).format_map({"text": text, **dict(match.values)}),
        severity=rule.severity_of(match.certainty) if match.severity is None else min(rule.severity, match.severity),
        text=text,
        span=match.span,
        source=story.map.to_source(match.span),
        notes=match.notes,
        fixes=match.fixes,
        evidence=match.evidence,
        fingerprint=fingerprint(rule.id, story, match.span),
    )


def _order(finding: Finding) -> tuple[int, int, str, str]:
    return (finding.source.start, finding.source.end, finding.rule.id, finding.message)
