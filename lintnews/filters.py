"""The way from what rules find to what is reported: functions from findings to findings, one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from msgspec.structs import replace

from .finding import Finding
from .match import Fix, Safety, Severity
from .mentions.quotations.quotations import Quotation
from .record import Record
from .rule import Rule
from .source import Span
from .story import Story
from .suppressions.terms import MARKS, Terms

Known = Callable[[str, list[Finding]], list[Finding]]
"""The findings in the story at a path that are not known yet, of those given."""


Allowed = Callable[[Finding, str], None]
"""Told of a finding that the story itself suppresses, and of the reason that it gives."""


class Linting(Record, frozen=True):
    """One story while it is linted: the rules that have run or will, what late rules find, and by what is left out."""

    story: Story
    rules: Sequence[Rule]
    late: Callable[[], list[Finding]]
    terms: Terms
    known: Known | None
    least: Severity
    allowed: Allowed


Filter = Callable[[list[Finding], Linting], list[Finding]]


def quoted(findings: list[Finding], linting: Linting) -> list[Finding]:
    """Leave out what rules with ``in_quotations: false`` find inside a direct quotation, and only show fixes there.

    A fix that would touch anything between quotation marks is only shown, wherever its finding stands; so is one where the
    file does not hold the words verbatim (entities, markup between) or can't be written at all.
    """
    if not findings:
        return findings
    story = linting.story
    inside = _Quoted(quotation.inner for quotation in story.mentions(Quotation))
    kept = []
    for finding in findings:
        if not finding.rule.in_quotations and inside.contains(finding.span):
            continue
        fixes = tuple(_safe(fix, inside, story) for fix in finding.fixes)
        kept.append(finding if fixes == finding.fixes else replace(finding, fixes=fixes))
    return kept


class _Quoted:
    """What is quoted, asked for by place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))

    def contains(self, span: Span) -> bool:
        return self._end(span.start) >= span.end

    def is_touched(self, span: Span) -> bool:
        """Whether an edit of *span* changes what is quoted, if only by adding to it."""
        return self._end(span.end - 1) > span.start if len(span) else self._end(span.start) >= span.start

    def _end(self, offset: int) -> int:
        """Where the last ends of the quotations that begin at or before *offset*; -1 where none does."""
        index = bisect_right(self._starts, offset)
        return self._ends[index - 1] if index else -1


def _safe(fix: Fix, inside: _Quoted, story: Story) -> Fix:
    if fix.safety is Safety.SHOWN:
        return fix
    if not story.writable:
        return replace(fix, safety=Safety.SHOWN)
    for edit in fix.edits:
        if edit.source is not None:
            continue
        if len(edit.span) and not story.map.is_verbatim(edit.span):
            return replace(fix, safety=Safety.SHOWN)
        if inside.is_touched(edit.span):
            return replace(fix, safety=Safety.SHOWN)
    return fix


def repeated(findings: list[Finding], linting: Linting) -> list[Finding]:
    """Leave out what the same rule found at the same place before."""
    return list({(finding.rule.id, finding.span): finding for finding in reversed(findings)}.values())[::-1]


def suppressed(findings: list[Finding], linting: Linting) -> list[Finding]:
    """Leave out what the story itself says must not be reported."""
    story = linting.story
    if not (story.comments or "lintnews" in story.front_matter or any(mark in story.text for mark in MARKS)):
        return findings
    from .suppressions.suppressed import suppressed

    return suppressed(findings, story, linting.rules, linting.terms, linting.allowed)


def judged(findings: list[Finding], linting: Linting) -> list[Finding]:
    """Add what late rules find: those that judge by what was left out so far."""
    return [*findings, *linting.late()]


def ordered(findings: list[Finding], linting: Linting) -> list[Finding]:
    """Put what is found in the order of the file."""
    return sorted(findings, key=lambda f: (f.source.start, f.source.end, f.rule.id, f.message))


def mild(findings: list[Finding], linting: Linting) -> list[Finding]:
    """Leave out what is milder than what is to be reported."""
    return [finding for finding in findings if finding.severity >= linting.least]


def baselined(findings: list[Finding], linting: Linting) -> list[Finding]:
    """Leave out what is known."""
    return findings if linting.known is None else linting.known(linting.story.path, findings)


FILTERS: tuple[Filter, ...] = (quoted, repeated, suppressed, judged, ordered, baselined, mild)
"""What is quoted goes first, so that a suppression of what would not be reported anyway counts as unused."""
