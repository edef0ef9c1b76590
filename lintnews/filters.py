"""What is left out of the findings: pure functions from findings and their story to the findings that stay."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from .finding import Finding
from .match import Fix, Safety
from .mentions.quotations.quotations import Quotation
from .source import Span
from .story import Story


def quoted(findings: list[Finding], story: Story) -> list[Finding]:
    """Leave out what rules with ``in_quotations: false`` find inside a direct quotation, and only show fixes there.

    A fix that would touch anything between quotation marks is only shown, wherever its finding stands; so is one where the
    file does not hold the words verbatim (entities, markup between).
    """
    if not findings:
        return findings
    inside = [quotation.inner for quotation in story.mentions(Quotation)]
    kept = []
    for finding in findings:
        if not finding.rule.in_quotations and any(inner.contains(finding.span) for inner in inside):
            continue
        fixes = tuple(_safe(fix, inside, story) for fix in finding.fixes)
        kept.append(finding if fixes == finding.fixes else replace(finding, fixes=fixes))
    return kept


def _safe(fix: Fix, inside: Iterable[Span], story: Story) -> Fix:
    if fix.safety is Safety.SHOWN:
        return fix
    for edit in fix.edits:
        if edit.source is not None:
            continue
        if len(edit.span) and not story.map.is_verbatim(edit.span):
            return replace(fix, safety=Safety.SHOWN)
        if any(_touches(edit.span, inner) for inner in inside):
            return replace(fix, safety=Safety.SHOWN)
    return fix


def _touches(span: Span, inner: Span) -> bool:
    """Whether an edit of *span* changes what stands in *inner*, if only by adding to it."""
    return span.overlaps(inner) if len(span) else inner.start <= span.start <= inner.end


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
