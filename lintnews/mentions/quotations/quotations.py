"""Direct quotations, and marks that don't make one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from msgspec.structs import replace

from ...mention import Mention
from ...source import Span
from ...story import BODY
from ..words.lazy_pattern import LazyPattern
from .quotation_marks import CLOSERS, Mark, Role, double_marks, is_apostrophe_typo, is_inch, single_marks
from .running_quotations import SAYING, goes_on

if TYPE_CHECKING:
    from ...story import Block, Story

FaultOf = Literal["unclosed", "unopened", "mixed", "nested", "apostrophe"]


class Quotation(Mention, frozen=True):
    """A direct quotation with its marks, as far as it stands in one paragraph; ``inner`` is what stands between them.

    ``mark`` is the opening mark; ``depth`` is 0 for a quotation in no other. An unclosed one reaches to the end of its
    paragraph, or to where the next begins; ``continued`` ones go on there by the news convention.
    """

    kind: ClassVar[str] = "quotation"
    inner: Annotated[Span, "What stands between the marks."]
    mark: Annotated[str, "The opening mark."] = '"'
    depth: Annotated[int, "0, or 1 for a quotation inside another."] = 0
    closed: Annotated[bool, "Whether its closing mark is there."] = True
    continued: Annotated[bool, "Whether it goes on in the next paragraph."] = False

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found = [item for item in story.once(read_quotations) if isinstance(item, cls)]
        return sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end))


class QuotationFault(Mention, frozen=True):
    """A mark that is wrong. ``partner`` is the mark that it belongs to, ``right`` the mark that would be right here.

    unclosed: the opening mark of a quotation without end. unopened: a closing mark without beginning. mixed: a mark of
    another shape than its partner, or turned the wrong way. nested: the same marks inside a quotation. apostrophe: a
    double mark where an apostrophe belongs. ``sure`` is false where a lone single mark may be part of a foreign or clipped
    word.
    """

    kind: ClassVar[str] = "quotation-fault"
    fault: Annotated[FaultOf, "What is wrong with the mark."]
    single: Annotated[bool, "Whether it is a single mark."] = False
    sure: Annotated[bool, "False where a single mark may be part of a foreign or clipped word."] = True
    partner: Annotated[Span | None, "The mark at the other end."] = None
    right: Annotated[str, "The mark that belongs here; empty where none does."] = ""

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found = [item for item in story.once(read_quotations) if isinstance(item, cls)]
        return sorted(found, key=lambda fault: fault.span)


_SENTENCE_END = LazyPattern(r"[.!?…][)\]'’*_]*\s*\Z")


_Found = Quotation | QuotationFault


def read_quotations(story: Story) -> Iterator[_Found]:
    """All quotations and faults, unsorted."""
    running: QuotationFault | None = None
    following: Block | None = None
    after: list[Block | None] = []
    for block in reversed(story.blocks):
        after.append(following if block.kind in BODY else None)
        following = block if block.kind in BODY else following
    for block, following in zip(story.blocks, reversed(after), strict=True):
        found = list(_doubles(story, block, following))
        found += list(_singles(story, block, following, found))
        found = _joined(story, found)
        faults = sorted((f for f in found if isinstance(f, QuotationFault) and not f.single), key=lambda f: f.span)
        if running is not None and faults and faults[0].fault == "unopened":
            running = None if _is_cut(story, block) else replace(running, partner=faults[0].span)
            found.remove(faults.pop(0))
        if running is not None:
            yield running
        running = faults[-1] if faults and faults[-1].fault == "unclosed" else None
        yield from (item for item in found if item is not running)
    if running is not None:
        yield running


def _is_cut(story: Story, block: Block) -> bool:
    """Whether *block* goes on with the sentence of the block before, by a line end that is none of the copy's."""
    return story.text[block.span.start].islower() and story.text[block.span.start - 3] not in ".!?…:”\"'’"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _doubles(story: Story, block: Block, following: Block | None) -> Iterator[_Found]:
    """Pair the double marks of one block."""
    text, end = story.text, block.span.end
    marks = list(double_marks(text, block.span.start, end))
    opened: Mark | None = None
    passed = -1
    for index, mark in enumerate(marks):
        if mark.span.start < passed or (is_inch(text, mark) and (opened is None or _closes_next(marks, index + 1))):
            continue
        if is_apostrophe_typo(text, mark, opened):
            yield QuotationFault(mark.span, "apostrophe", right="’" if "’" in text else "'")
        elif opened is None:
            if mark.role is Role.CLOSE and not _is_misplaced_opening(text, marks, index):
                if mark.text not in ("''", "’’"):
                    yield QuotationFault(mark.span, "unopened")
                continue
            opened = mark
            if mark.text in WRONG_OPENING:
                yield QuotationFault(mark.span, "mixed", right=WRONG_OPENING[mark.text])
        elif mark.role is not Role.OPEN:
            yield _quotation(opened, mark.span.start, mark)
            yield from _mixed(story, opened, mark)
            opened = None
        elif not _ends_sentence(text, opened, mark.span.start) and _balances(marks, index + 1):
            if mark.text == opened.text or {mark.text, opened.text} <= set('"“”'):
                yield QuotationFault(mark.span, "nested", partner=opened.span, right=INSIDE.get(mark.text, "'"))
            yield _quotation(mark, marks[index + 1].span.start, marks[index + 1], depth=1)
            passed = marks[index + 1].span.end
        else:
            joined = _ends_sentence(text, opened, mark.span.start) and goes_on(text, opened.span.end, mark.span.start)
            yield from _open_ended(text, opened, mark.span.start, joined)
            opened = mark
    if opened is not None:
        joined = following is not None and _begins_quotation(story, following, single=False)
        at = following.span.start if following else end
        yield from _open_ended(text, opened, end, joined and goes_on(text, opened.span.end, at))


WRONG_OPENING = {"”": "“", '""': '"'}
INSIDE = {'"': "'", "“": "‘", "„": "‚", "«": "“"}
"""Opening mark → the one that opens a quotation inside."""


def _quotation(opened: Mark, stop: int, closed: Mark, depth: int = 0) -> Quotation:
    return Quotation(Span(opened.span.start, closed.span.end), Span(opened.span.end, stop), opened.text, depth)


def _open_ended(text: str, opened: Mark, stop: int, joined: bool) -> Iterator[_Found]:
    stop = opened.span.end + len(text[opened.span.end : stop].rstrip())
    inner = Span(opened.span.end, stop)
    yield Quotation(Span(opened.span.start, stop), inner, opened.text, closed=False, continued=joined)
    if not joined:
        yield QuotationFault(opened.span, "unclosed")


def _ends_sentence(text: str, opened: Mark, stop: int) -> bool:
    return _SENTENCE_END.search(text, max(opened.span.end, stop - 6), stop) is not None


def _closes_next(marks: list[Mark], index: int) -> bool:
    return index < len(marks) and marks[index].role is not Role.OPEN


def _is_misplaced_opening(text: str, marks: list[Mark], index: int) -> bool:
    """Whether a blank has slipped behind an opening mark: ``She said," It rained.\"``"""
    start = marks[index].span.start
    return marks[index].text == '"' and text[start - 1 : start] in tuple(",:") and _closes_next(marks, index + 1)


def _balances(marks: list[Mark], index: int) -> bool:
    """Whether, with two quotations open before *index*, both are closed, perhaps after more inside the outer."""
    if not _closes_next(marks, index):
        return False
    index += 1
    while index < len(marks) and marks[index].role is Role.OPEN and _closes_next(marks, index + 1):
        index += 2
    return _closes_next(marks, index)


def _begins_quotation(story: Story, block: Block, single: bool) -> bool:
    begin = story.text[block.span.start : block.span.start + 5].lstrip("*_—–-• ([.…")
    marks = ("'", "‘", "`") if single else ('"', "“", "”", "„", "«", "``", "''", "‘‘")
    return begin.startswith(marks)


def _mixed(story: Story, opened: Mark, closed: Mark) -> Iterator[QuotationFault]:
    """The one of two partners that is wrong: the straight one in a story of curly marks, and the other way round."""
    rights = CLOSERS[opened.text]
    if closed.text in rights or opened.text in WRONG_OPENING:
        return
    if opened.text in "\"'" and closed.text in OPENERS and _curly_story(story) == (closed.text in "”’"):
        yield QuotationFault(opened.span, "mixed", opened.single, partner=closed.span, right=OPENERS[closed.text])
    else:
        yield QuotationFault(closed.span, "mixed", opened.single, partner=opened.span, right=rights[-1])


OPENERS = {"”": "“", "’": "‘", "»": "«"}


def _curly_story(story: Story) -> bool:
    return story.text.count("“") + story.text.count("”") > story.text.count('"')


FAR = 100
"""How many single marks further on the one that closes a quotation may stand."""


def _singles(story: Story, block: Block, following: Block | None, doubles: list[_Found]) -> Iterator[_Found]:
    """Pair the single marks of one block, each within the double quotation that it stands in."""
    text = story.text
    marks = list(single_marks(text, block.span.start, block.span.end))
    if not any(mark.role is Role.OPEN for mark in marks):
        return
    around = sorted(item.inner for item in doubles if isinstance(item, Quotation) and item.depth == 0)
    starts = [span.start for span in around]

    def within(mark: Mark) -> Span | None:
        index = bisect_right(starts, mark.span.start) - 1
        return around[index] if index >= 0 and around[index].end >= mark.span.end else None

    passed = block.span.start
    insides = [within(mark) for mark in marks]
    for index, mark in enumerate(marks):
        if mark.role is not Role.OPEN or mark.span.start < passed:
            continue
        inside = insides[index]
        others = range(index + 1, min(index + FAR, len(marks)))
        closer = _closer(text, mark, (marks[other] for other in others if insides[other] == inside))
        if closer is not None:
            passed = closer.span.end
            yield _quotation(mark, closer.span.start, closer, depth=int(inside is not None))
            yield from _mixed(story, mark, closer)
        elif _may_quote(text, mark, block):
            stop = inside.end if inside else block.span.end
            joined = (
                following is not None and stop == block.span.end and _begins_quotation(story, following, single=True)
            )
            if joined or inside is None:
                yield Quotation(Span(mark.span.start, stop), Span(mark.span.end, stop), mark.text, 0, False, joined)
            if not joined:
                yield QuotationFault(mark.span, "unclosed", single=True, sure=_introduces(text, mark, block))


_PERHAPS_POSSESSIVE = LazyPattern(r"(?:[sSzxX]|in|\b[oO])\Z")
_INTRODUCTION = rf"(?:\A|[,:]\s|\b{SAYING}\s|[\"“]|[.!?…][\"”]?\s)\Z"


_MOST_OPENINGS = 12
"""Openings in a row behind which no closing mark belongs to the first."""


def _closer(text: str, opened: Mark, candidates: Iterable[Mark]) -> Mark | None:
    """The mark that closes a single quotation: the first that is surely no apostrophe, else one that may be none.

    None where the reporter speaks before the next quotation opens.
    """
    perhaps: Mark | None = None
    openings = 0
    for mark in candidates:
        at = mark.span.start
        if mark.role is Role.OPEN:
            openings += 1
            if perhaps is not None or openings > _MOST_OPENINGS:
                return perhaps
            if _SENTENCE_END.search(text, max(opened.span.end, at - 6), at) and not goes_on(text, opened.span.end, at):
                return None
            continue
        before, after = text[at - 1], text[mark.span.end : mark.span.end + 1]
        if after in ("", *'",;:)”') or not _PERHAPS_POSSESSIVE.search(text, max(0, at - 2), at):
            if perhaps and before not in ".,!?…" and re.search(r"[.!?]\s", text[perhaps.span.end : at]):
                return perhaps
            return mark
        perhaps = perhaps or mark
    return perhaps


_NAME_BEFORE = r"\b[A-Z][\w-]*\s\Z"
_CLIPPED = re.compile(r"\w+")


def _may_quote(text: str, mark: Mark, block: Block) -> bool:
    """Whether a single mark without partner may open a quotation: it is no part of a name or of a word that recurs so."""
    word = _CLIPPED.match(text, mark.span.end)
    if word is None or not word.group()[0].isalpha():
        return False
    if word.group()[0].isupper() and _compiled(_NAME_BEFORE).search(
        text, max(block.span.start, mark.span.start - 30), mark.span.start
    ):
        return False
    clipped = mark.text + word.group().rstrip("s")
    return text.find(clipped, mark.span.end, block.span.end) < 0 > text.find(clipped, block.span.start, mark.span.start)


def _introduces(text: str, mark: Mark, block: Block) -> bool:
    """Whether a single mark without partner stands where speech begins; elsewhere it may be a foreign or clipped word."""
    start = max(block.span.start, mark.span.start - 14)
    before = _compiled(_INTRODUCTION).search(text[start : mark.span.start])
    if before is None:
        return False
    return before.group()[:1] not in ".!?…" or text[mark.span.end].isupper()


_SHUT_BY_SINGLE = r"(?:[.,!?][’']|[’']\Z|(?<![sS])[’'](?=[,;]\s))(?!\w)"


def _joined(story: Story, found: list[_Found]) -> list[_Found]:
    """Read an opening and a closing mark of different kinds, each without partner, as one mixed pair."""
    faults = [item for item in found if isinstance(item, QuotationFault)]
    unopened = [item for item in faults if item.fault == "unopened"]
    starts = [item.span.start for item in unopened]
    opened = {item.span.start: item for item in found if isinstance(item, Quotation)}
    for fault in faults:
        if fault.fault == "unclosed" and fault.single:
            index = bisect_right(starts, fault.span.start)
            if index < len(unopened):
                partner = unopened[index]
                right = "“" if story.words(partner.span) == "”" else '"'
                mixed = QuotationFault(fault.span, "mixed", partner=partner.span, right=right)
                return [mixed, *(item for item in found if item not in (fault, partner))]
        elif fault.fault == "unclosed":
            quotation = opened[fault.span.start]
            words = story.words(quotation.inner)
            shut = _compiled(_SHUT_BY_SINGLE).search(words)
            is_nested = any(mark in words for mark in "`‘")
            if (
                shut
                and not is_nested
                and words.count("'") + words.count("’") - len(re.findall(r"\w['’]\w", words)) == 1
            ):
                at = quotation.inner.start + shut.end()
                right = "”" if quotation.mark == "“" else '"'
                mixed = QuotationFault(Span(at - 1, at), "mixed", partner=fault.span, right=right)
                closed = replace(quotation, span=Span(quotation.span.start, at), closed=True)
                closed = replace(closed, inner=Span(quotation.inner.start, at - 1))
                return [mixed, closed, *(item for item in found if item not in (fault, quotation))]
    return found
