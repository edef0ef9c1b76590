"""What is left out of the findings: pure functions from findings and their story to the findings that stay."""

from __future__ import annotations

from dataclasses import replace

from .finding import Finding, Fix, Safety
from .layers.quotations import Quotation
from .source import Span
from .story import Story


def quoted(findings: list[Finding], story: Story) -> list[Finding]:
    """Leave out what rules with ``in_quotations: false`` find inside a direct quotation, and show fixes there only.

    A fix is also only shown where the file does not hold the words verbatim (entities, markup between).
    """
    if not findings:
        return findings
    inside = [quotation.inner for quotation in story.mentions(Quotation)]

    def in_quotation(span: Span) -> bool:
        return any(quotation.contains(span) for quotation in inside)

    kept = []
    for finding in findings:
        if not finding.rule.in_quotations and in_quotation(finding.span):
            continue
        fixes = tuple(_safe(fix, in_quotation(finding.span), story) for fix in finding.fixes)
        kept.append(finding if fixes == finding.fixes else replace(finding, fixes=fixes))
    return kept


def _safe(fix: Fix, in_quotation: bool, story: Story) -> Fix:
    if fix.safety is Safety.SHOWN:
        return fix
    if in_quotation or not all(len(e.span) == 0 or story.map.is_verbatim(e.span) for e in fix.edits):
        return replace(fix, safety=Safety.SHOWN)
    return fix


def repeated(findings: list[Finding], story: Story) -> list[Finding]:
    """Leave out what the same rule found at the same place before."""
    seen: set[tuple[str, Span]] = set()
    kept = []
    for finding in findings:
        key = (finding.rule.id, finding.span)
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    return kept
