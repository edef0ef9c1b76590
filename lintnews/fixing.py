"""Apply fixes to a text, and lint it again, until nothing changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .finding import Finding
from .match import Edit, Fix, Safety
from .source import Span
from .story import Block, BlockKind, Story
from .suppressions.front_matter import FRONT_MATTER

Lint = Callable[[str], tuple[Story, Sequence[Finding]]]
Choose = Callable[[Finding, Fix, Story], bool]

_RESERVED_IN_FRONT_MATTER = ":#[]{}&*!|>%@`\"'\\"

PASSES = 10
"""A rule whose fixes bring on fixes after so many passes does not settle."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its fixes.

    ``applied`` are the findings that were mended, in order; ``left`` what is found in ``text``. ``unsettled`` are rules
    whose fixes came back again and again: none of theirs was applied.
    """

    text: str
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]
    story: Story
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be done: ``unsafe`` fixes too; no ``reserved`` characters brought in; only text that is ``writable``.

    ``choose`` is asked about every fix that may be applied.
    """

    unsafe: bool = False
    reserved: str = ""
    writable: Callable[[str], bool] = lambda text: True
    choose: Choose = lambda finding, fix, story: True


SAFE_ONLY = Limits()


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A finding to mend, and what to put where in the file."""

    finding: Finding
    places: tuple[tuple[Span, str], ...]
    edits: tuple[Edit, ...]


def fix_text(source: str, lint: Lint, limits: Limits = SAFE_ONLY) -> Fixed:
    """*source* with the fixes that *limits* allow for what *lint* finds, again and again until nothing changes.

    A fix is applied whole or not at all, the first in the file before those that it overlaps. One that would change how
    the rest of the file is read (a colon in front matter, say) is left out.
    """
    unsettled: tuple[str, ...] = ()
    while True:
        fixed, unstable = _settle(source, lint, limits, unsettled)
        if not unstable:
            return replace(fixed, unsettled=unsettled)
        unsettled = tuple(sorted({*unsettled, *unstable}))


def _settle(source: str, lint: Lint, limits: Limits, without: Sequence[str]) -> tuple[Fixed, set[str]]:
    """The text after all passes, and the rules that kept it from settling."""
    story, findings = lint(source)
    applied: list[Finding] = []
    seen = {source: 0}
    for _ in range(PASSES):
        chosen = _chosen(story, findings, limits, without)
        done, story_after, findings_after = _applied(story, chosen, lint)
        if not done:
            return Fixed(story.source, tuple(applied), tuple(findings), story), set()
        applied += (one.finding for one in done)
        story, findings = story_after, findings_after
        if story.source in seen:
            return Fixed(source, (), (), story), {f.rule.id for f in applied[seen[story.source] :]}
        seen[story.source] = len(applied)
    chosen = _chosen(story, findings, limits, without)
    return Fixed(story.source, tuple(applied), tuple(findings), story), {one.finding.rule.id for one in chosen}


def _chosen(story: Story, findings: Sequence[Finding], limits: Limits, without: Sequence[str]) -> list[_Chosen]:
    chosen: list[_Chosen] = []
    taken: list[Span] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or finding.rule.id in without or not may_apply(fix, limits.unsafe):
            continue
        places = tuple(sorted((story.place_of(edit), _with_line_ends(edit.text, story.source)) for edit in fix.edits))
        if not _is_sound(places, story.source, limits) or any(_is_taken(place, taken) for place, _ in places):
            continue
        if limits.choose(finding, fix, story):
            chosen.append(_Chosen(finding, places, fix.edits))
            for place, _ in places:
                insort(taken, place)
    return chosen


def may_apply(fix: Fix, unsafe: bool) -> bool:
    """Whether a machine may apply *fix*: what is only shown (a fact, a quotation) never."""
    return fix.safety is Safety.SAFE or (unsafe and fix.safety is Safety.UNSAFE)


def _is_sound(places: Sequence[tuple[Span, str]], source: str, limits: Limits) -> bool:
    """Whether the edits lie in the file, change it, don't overlap, and hold nothing that it can't."""
    front = FRONT_MATTER.match(source)
    for place, text in places:
        if place.end > len(source) or not limits.writable(text):
            return False
        reserved = limits.reserved + (_RESERVED_IN_FRONT_MATTER if front and place.start < front.end() else "")
        if any(character in reserved and character not in place.of(source) for character in text):
            return False
    spans = [place for place, _ in places]
    if any(_collide(a, b) for i, a in enumerate(spans) for b in spans[i + 1 :]):
        return False
    return any(place.of(source) != text for place, text in places)


def _collide(one: Span, other: Span) -> bool:
    """Whether two edits touch the same characters, or an insertion stands at the other's edge."""
    if len(one) and len(other):
        return one.overlaps(other)
    return one.start <= other.end and other.start <= one.end


def _is_taken(place: Span, taken: Sequence[Span]) -> bool:
    """Whether an edit of *place* collides with one of *taken*, which are in order and apart from each other."""
    index = bisect_left(taken, place)
    return any(_collide(place, other) for other in taken[max(0, index - 1) : index + 1])


def _with_line_ends(text: str, source: str) -> str:
    return text.replace("\n", "\r\n") if "\n" in text and "\r\n" in source else text


def _applied(story: Story, chosen: Sequence[_Chosen], lint: Lint) -> tuple[Sequence[_Chosen], Story, Sequence[Finding]]:
    """Those of *chosen* that could be applied, and the text after them: all, or else those that can one by one."""
    if not chosen:
        return (), story, ()
    after = _read_after(story, chosen, lint)
    if after is not None:
        return chosen, *after
    sound = _sound(story, chosen, lint)
    while sound:
        after = _read_after(story, sound, lint)
        if after is not None:
            return sound, *after
        sound = sound[: len(sound) // 2]
    return (), story, ()


def _sound(story: Story, chosen: Sequence[_Chosen], lint: Lint) -> Sequence[_Chosen]:
    """Those of *chosen*, which can't be applied all together, that can be with their neighbours."""
    if len(chosen) == 1:
        return ()
    sound: list[_Chosen] = []
    for half in (chosen[: len(chosen) // 2], chosen[len(chosen) // 2 :]):
        sound += half if _read_after(story, half, lint) is not None else _sound(story, half, lint)
    return sound


def _read_after(story: Story, chosen: Sequence[_Chosen], lint: Lint) -> tuple[Story, Sequence[Finding]] | None:
    """The story after the edits, and what is found in it; None where it would not read as meant."""
    try:
        after, findings = lint(edited(story.source, [place for one in chosen for place in one.places]))
    except ValueError:  # it can't be read any more
        return None
    return (after, findings) if _reads_as_meant(story, chosen, after) else None


def edited(source: str, places: Sequence[tuple[Span, str]]) -> str:
    """*source* with the texts put in their places, which don't overlap."""
    parts: list[str] = []
    at = 0
    for place, text in sorted(places, key=lambda edit: edit[0]):
        parts += source[at : place.start], text
        at = place.end
    return "".join([*parts, source[at:]])


def _reads_as_meant(before: Story, chosen: Sequence[_Chosen], after: Story) -> bool:
    """Whether the story reads as the one before with the edits made in its text, block by block."""
    edits = sorted((edit.span, edit.text) for one in chosen for edit in one.edits if edit.source is None)
    return _blocks(before.blocks, before.text, edits) == _blocks(after.blocks, after.text, [])


def _blocks(blocks: Sequence[Block], text: str, edits: Sequence[tuple[Span, str]]) -> list[tuple[BlockKind, str]]:
    """The kind and the words of every block that isn't empty after *edits*, which are in order."""
    found = []
    for block in blocks:
        first = bisect_left(edits, block.span.start, key=lambda edit: edit[0].start)
        last = bisect_right(edits, block.span.end, key=lambda edit: edit[0].start)
        inside = [(s.shifted(-block.span.start), words) for s, words in edits[first:last] if block.span.contains(s)]
        words = " ".join(edited(text[block.span.start : block.span.end], inside).split())
        if words:
            found.append((block.kind, words))
    return found
