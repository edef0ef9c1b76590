"""What suppressions leave out of the findings, and what is wrong with the suppressions themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..checks.furniture.suppression import FaultySuppression
from ..finding import Finding
from ..rule import Rule
from ..source import Span
from ..story import Story
from .certified import certified_spans, is_certified
from .directives import Allowed, Suppression, suppressions_in
from .removal import hole
from .terms import Terms

DATES = "dates"
"""The subject of rules that take the publication date for their clock."""


def suppressed(
    findings: list[Finding],
    story: Story,
    rules: Sequence[Rule],
    terms: Terms,
    told: Callable[[Finding, str], None] = lambda finding, reason: None,
) -> list[Finding]:
    """*findings* without those that the story suppresses, which are *told* with the reason that it gives.

    What is wrong with its suppressions is said to the story.
    """
    if certified_spans(story):
        uncertified = []
        for finding in findings:
            if is_certified(finding, story):
                told(finding, "marked CQ")
            else:
                uncertified.append(finding)
        findings = uncertified
    suppressions = suppressions_in(story)
    if not suppressions:
        return findings
    today = terms.today or story.published
    in_force = [one for one in suppressions if not one.fault and not one.ended(today)]
    used: set[tuple[Span, Allowed | None]] = set()
    kept = []
    for finding, reaching in _reaching(findings, story, in_force):
        serving = [
            (suppression, allowed)
            for suppression in reaching
            for allowed in suppression.allowed or (None,)
            if allowed is None or allowed.covers(finding)
        ]
        used.update((suppression.source, allowed) for suppression, allowed in serving)
        if serving:
            told(finding, next((suppression.reason for suppression, _ in serving if suppression.reason), ""))
        else:
            kept.append(finding)
    judging = _Judging(terms, None if terms.known is None else _ran(story, rules, terms), today)
    story.set_mentions(FaultySuppression, _faulty(suppressions, used, story, judging))
    return kept


def _reaching(
    findings: Iterable[Finding], story: Story, suppressions: Iterable[Suppression]
) -> Iterator[tuple[Finding, list[Suppression]]]:
    """Each finding, in order of the text, with the suppressions in whose scope it begins; in one sweep."""
    narrow: dict[Span, list[Suppression]] = {block.span: [] for block in story.blocks}
    wide: list[Suppression] = []
    for suppression in suppressions:
        narrow.get(suppression.scope, wide).append(suppression)
    wide.sort(key=lambda one: one.scope.start, reverse=True)
    open_now: list[Suppression] = []
    for finding in sorted(findings, key=lambda one: one.span.start):
        while wide and wide[-1].scope.start <= finding.span.start:
            open_now.append(wide.pop())
        open_now = [one for one in open_now if one.reaches(finding)]
        block = story.block_at(finding.span.start)
        yield finding, [*open_now, *(narrow[block.span] if block else ())]


def _faulty(
    suppressions: Iterable[Suppression], used: set[tuple[Span, Allowed | None]], story: Story, judging: _Judging
) -> Iterator[FaultySuppression]:
    for suppression in suppressions:
        for fault, said, about in _judged(suppression, used, judging):
            yield _faulty_one(suppression, fault, said, about, story)


def _ran(story: Story, rules: Sequence[Rule], terms: Terms) -> frozenset[str]:
    """The names of what would have found what there is to find.

    Subjects count where all their rules have run. Without a publication date, rules about dates can't tell.
    """
    able = [rule for rule in rules if story.published is not None or rule.subject != DATES]
    subjects = {rule.subject for rule in able} if terms.complete else set()
    return frozenset({rule.id for rule in able} | subjects)


@dataclass(frozen=True, slots=True)
class _Judging:
    """By what suppressions are judged: ``ran`` are the names of what would have found something; None for any name."""

    terms: Terms
    ran: frozenset[str] | None
    today: date | None


def _judged(
    suppression: Suppression, used: set[tuple[Span, Allowed | None]], judging: _Judging
) -> Iterator[tuple[str, str, tuple[Allowed, ...]]]:
    """What is wrong: the fault, what to say of it, and the names that it is about (none: the whole)."""
    terms, ran = judging.terms, judging.ran
    if suppression.fault:
        yield "unknown", suppression.fault, ()
        return
    if suppression.ended(judging.today):
        yield "expired", "", ()
        return
    unknown = [a for a in suppression.allowed if terms.known is not None and a.name not in terms.known]
    for allowed in unknown:
        yield "unknown", _unknown(allowed.name, terms.known or ()), (allowed,)
    if not suppression.reason:
        yield "without-reason", "", ()
    if not suppression.allowed:
        if terms.complete and (suppression.source, None) not in used:
            yield "unused", "", ()
        return
    unused = tuple(
        allowed
        for allowed in suppression.allowed
        if allowed not in unknown and (suppression.source, allowed) not in used and (ran is None or allowed.name in ran)
    )
    if len(unused) == len(suppression.allowed):
        yield "unused", "", ()
    else:
        yield from (("unused", "", (allowed,)) for allowed in unused)


def _unknown(name: str, known: Iterable[str]) -> str:
    from ..located import suggestion

    return f"`{name}` is not a rule or subject{suggestion(name, sorted(known))}"


def _faulty_one(
    suppression: Suppression, fault: str, said: str, about: tuple[Allowed, ...], story: Story
) -> FaultySuppression:
    return FaultySuppression(
        Span(suppression.scope.start, suppression.scope.start),
        fault,
        source=about[0].source or suppression.source if about else suppression.source,
        allowed=", ".join(map(str, about or suppression.allowed)) or "everything",
        until=suppression.until.isoformat() if suppression.until else "",
        said=said,
        hole=_hole(suppression, about, story) if fault in ("unused", "expired") else None,
    )


def _hole(suppression: Suppression, about: tuple[Allowed, ...], story: Story) -> Span | None:
    """What to delete of the file to be rid of the names that a fault is *about*, or of the whole suppression."""
    if not about:
        return suppression.hole or hole(story.source, suppression.source)
    return _with_comma(story.source, about[0].source, suppression.source) if about[0].source else None


def _with_comma(source: str, item: Span, whole: Span) -> Span:
    """*item* of a list in *whole*, with the comma after it, or before it if it is the last."""
    after = source[item.end : whole.end]
    behind = after.lstrip(" \t")
    if behind.startswith(","):
        rest = behind[1:].lstrip(" \t")
        return Span(item.start, item.end + len(after) - len(rest))
    before = source[whole.start : item.start].rstrip(" \t")
    return Span(whole.start + len(before.removesuffix(",").rstrip(" \t")), item.end)
