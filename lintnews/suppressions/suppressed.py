"""What suppressions leave out of the findings, and what is wrong with the suppressions themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..cache.stamps import blake2b
from ..checks.furniture.suppression import SuppressionFault
from ..finding import Finding
from ..match import Edit, Fix, Safety
from ..rule import Rule
from ..source import Span
from ..story import Story
from .certified import certified_spans, is_certified
from .directives import Allowed, Suppression, suppressions_in
from .removal import hole
from .terms import Terms

DATES = "dates"
"""The subject of rules that take the publication date for their clock."""


def suppressed(findings: list[Finding], story: Story, rules: Sequence[Rule], terms: Terms) -> list[Finding]:
    """*findings* without those that the story suppresses, and with those about its suppressions."""
    if certified_spans(story):
        findings = [finding for finding in findings if not is_certified(finding, story)]
    suppressions = suppressions_in(story)
    if not suppressions:
        return findings
    today = terms.today or story.published
    in_force = [one for one in suppressions if not one.fault and not one.ended(today)]
    used: set[tuple[Span, Allowed | None]] = set()
    kept = []
    for finding, reaching in _reaching(findings, story, in_force):
        serving = [
            (suppression.source, allowed)
            for suppression in reaching
            for allowed in suppression.allowed or (None,)
            if allowed is None or allowed.covers(finding)
        ]
        used.update(serving)
        if not serving:
            kept.append(finding)
    return [*kept, *_faults(story, suppressions, used, rules, terms)]


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


def _faults(
    story: Story,
    suppressions: Iterable[Suppression],
    used: set[tuple[Span, Allowed | None]],
    rules: Sequence[Rule],
    terms: Terms,
) -> Iterator[Finding]:
    by_fault: dict[str, Rule] = {rule.check.fault: rule for rule in rules if isinstance(rule.check, SuppressionFault)}
    if not by_fault:
        return
    ran = None if terms.known is None else _ran(story, rules, terms)
    for suppression in suppressions:
        for fault, said, allowed in _judged(suppression, used, ran, terms, terms.today or story.published):
            rule = by_fault.get(fault)
            if rule is not None:
                yield _finding(rule, story, suppression, said, allowed)


def _ran(story: Story, rules: Sequence[Rule], terms: Terms) -> frozenset[str]:
    """The names of what would have found what there is to find.

    Subjects count where all their rules have run. Without a publication date, rules about dates can't tell.
    """
    able = [rule for rule in rules if story.published is not None or rule.subject != DATES]
    subjects = {rule.subject for rule in able} if terms.complete else set()
    return frozenset({rule.id for rule in able} | subjects)


def _judged(
    suppression: Suppression,
    used: set[tuple[Span, Allowed | None]],
    ran: frozenset[str] | None,
    terms: Terms,
    today: date | None,
) -> Iterator[tuple[str, str, tuple[Allowed, ...]]]:
    """What is wrong: the fault, what to say of it, and the names that it is about (none: the whole)."""
    if suppression.fault:
        yield "unknown", suppression.fault, ()
        return
    if suppression.ended(today):
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


def _finding(rule: Rule, story: Story, suppression: Suppression, said: str, about: tuple[Allowed, ...]) -> Finding:
    allowed = about or suppression.allowed
    source = about[0].source or suppression.source if about else suppression.source
    text = source.of(story.source)
    values = {
        "text": text,
        "allowed": ", ".join(map(str, allowed)) or "everything",
        "until": suppression.until.isoformat() if suppression.until else "",
        "fault": said,
    }
    at = Span(suppression.scope.start, suppression.scope.start)
    plain = "\x1f".join((rule.id, *values.values())).encode("utf-8", "surrogatepass")
    return Finding(
        rule=rule,
        message=rule.message.format_map(values),
        severity=rule.severity,
        text=text,
        span=at,
        source=source,
        notes=(),
        fixes=_removal(rule, story, suppression, about, at),
        evidence=(),
        fingerprint=blake2b(plain, digest_size=8).hexdigest(),
    )


def _removal(
    rule: Rule, story: Story, suppression: Suppression, about: tuple[Allowed, ...], at: Span
) -> tuple[Fix, ...]:
    if not isinstance(rule.check, SuppressionFault) or rule.check.fault not in ("unused", "expired"):
        return ()
    if not about:
        place: Span | None = suppression.hole or hole(story.source, suppression.source)
    else:
        place = _with_comma(story.source, about[0].source, suppression.source) if about[0].source else None
    return (Fix((Edit(at, "", place),), Safety.SAFE),) if place else ()


def _with_comma(source: str, item: Span, whole: Span) -> Span:
    """*item* of a list in *whole*, with the comma after it, or before it if it is the last."""
    after = source[item.end : whole.end]
    behind = after.lstrip(" \t")
    if behind.startswith(","):
        rest = behind[1:].lstrip(" \t")
        return Span(item.start, item.end + len(after) - len(rest))
    before = source[whole.start : item.start].rstrip(" \t")
    return Span(whole.start + len(before.removesuffix(",").rstrip(" \t")), item.end)
