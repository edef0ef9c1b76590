"""What can be done about a finding, as edits of the file: mend it, allow it, certify it, tell two names apart.

A fact is changed only by whom it concerns: its replacements are offered one by one, say so, and are never preferred, so
that nothing applies them by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from .fact_sheet import FACTUAL
from .finding import Finding
from .fixing import may_apply
from .match import Edit, Fix, Safety
from .source import Span
from .story import Story
from .suppressions.certified import is_mark
from .suppressions.front_matter import FRONT_MATTER

_COMMENT = ("<!-- ", " -->")
MARKS = {"plain": ("[", "]"), **dict.fromkeys(("markdown", "html", "nitf", "newsmlg2"), _COMMENT)}
"""Format → what stands around a suppression."""
NAMES = "names"
"""The subject whose findings are about how a name is spelled."""
CQ = " (CQ)"


class Does(StrEnum):
    """MENDS changes what stands there, EVERYWHERE wherever the story has it; ALLOWS keeps the finding from being reported.

    CERTIFIES says that it was checked, TELLS_APART that two names are two.
    """

    MENDS = "mends"
    EVERYWHERE = "everywhere"
    CERTIFIES = "certifies"
    TELLS_APART = "tells-apart"
    ALLOWS = "allows"


class Remedy(NamedTuple):
    """Something to do. ``edits`` are places of the file and what to put there; ``preferred``: it needs no second look.

    ``reason_at``: where in the text of the only edit a reason belongs, after `` -- ``; -1 where none does.
    """

    title: str
    does: Does
    edits: tuple[tuple[Span, str], ...]
    preferred: bool = False
    reason_at: int = -1


def mending(finding: Finding, story: Story) -> Iterator[Remedy]:
    """The fixes of *finding* that the file can take, and the likeliest replacement of a name wherever it stands."""
    preferred = True
    seen = set()
    for fix in finding.fixes:
        title = _title(fix) + _caution(fix)
        if title in seen or not all(_can_be_edited(edit, story) for edit in fix.edits):
            continue
        seen.add(title)
        places = tuple((story.place_of(edit), edit.text) for edit in fix.edits)
        yield Remedy(title, Does.MENDS, places, preferred and may_apply(fix, unsafe=False))
        preferred = False
    yield from _everywhere(finding, story)


def _caution(fix: Fix) -> str:
    if fix.safety is Safety.UNSAFE:
        return " (may change the meaning)"
    return " (check it first)" if fix.safety is Safety.SHOWN else ""


def _title(fix: Fix) -> str:
    if not any(edit.text for edit in fix.edits):
        return "Delete it"
    return ("Replace with " if fix.safety is Safety.SHOWN else "Change to ") + ", ".join(
        f"“{text}”" for text in dict.fromkeys(edit.text for edit in fix.edits)
    )


def _can_be_edited(edit: Edit, story: Story) -> bool:
    """Whether the file holds the words as the story reads them, so that putting others in their place does what it says."""
    return edit.source is not None or len(edit.span) == 0 or story.map.is_verbatim(edit.span)


def _everywhere(finding: Finding, story: Story) -> Iterator[Remedy]:
    fix = finding.fix
    if finding.rule.subject != NAMES or fix is None or not fix.edits or fix.edits[0].source is not None:
        return
    old, new = story.words(fix.edits[0].span), fix.edits[0].text
    if not old.strip():
        return
    found = [Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", story.text)]
    places = tuple((story.map.to_source(span), new) for span in found if story.map.is_verbatim(span))
    if len(places) > len(fix.edits):
        yield Remedy(f"Replace all {len(places)} “{old}” with “{new}”", Does.EVERYWHERE, places)


def two_names(finding: Finding, story: Story) -> tuple[str, str] | None:
    """The two spellings that *finding* takes for one name; None for what is no such finding."""
    found = _spellings(finding, story) if finding.rule.subject == NAMES else []
    return differing(*found[0]) if found else None


def _spellings(finding: Finding, story: Story) -> list[tuple[str, str]]:
    """The spelling that stands there and those that it was held against, the likeliest first."""
    fixes = [fix.edits[0] for fix in finding.fixes if fix.edits and fix.edits[0].source is None]
    notes = [(finding.text, story.words(note.span)) for note in finding.notes if note.span is not None]
    return [*((story.words(edit.span), edit.text) for edit in fixes), *notes]


def differing(one: str, other: str) -> tuple[str, str]:
    """The words in which two spellings of a name differ, or the whole spellings where these are not one word each."""
    words, others = one.split(), other.split()
    odd, right = [w for w in words if w not in others], [w for w in others if w not in words]
    return (odd[0], right[0]) if len(odd) == len(right) == 1 else (one, other)


def telling_apart(finding: Finding, story: Story, format_of: str) -> Remedy | None:
    """Say in the copy that the two names of *finding*, both of the story, are two people's; None where it is about no such names."""
    other = next((story.words(note.span) for note in finding.notes if note.span is not None), "")
    place, words = _behind_block(finding, story), _words_to_allow(finding)
    if finding.rule.subject != NAMES or not other or place is None or not words or format_of not in MARKS:
        return None
    pair = (" ".join(finding.text.split()), " ".join(other.split()))
    if pair[0] == pair[1] or set(pair[1]) & set("[]<>"):
        return None
    reason = f"{pair[0]} and {pair[1]} are two people"
    text = _suppression("allow-file", f"{finding.rule.id}|{words} -- {reason}", format_of)
    return Remedy(f"“{pair[0]}” and “{pair[1]}” are two people", Does.TELLS_APART, ((place, text),))


def certifying(finding: Finding, story: Story) -> Remedy | None:
    """Put a CQ mark behind the words of *finding*: they were checked. None where it is not about a fact of the text."""
    if finding.rule.subject not in FACTUAL or not finding.text.strip() or is_mark(finding.text):
        return None
    place = mark_place(story, finding.span)
    return Remedy("Mark CQ", Does.CERTIFIES, ((place, CQ),)) if place is not None else None


def mark_place(story: Story, span: Span) -> Span | None:
    """Where in the file a CQ mark for *span* of the text belongs; None in front matter, and behind what no mark can follow."""
    if not span.of(story.text)[-1:].isalnum():
        return None
    end = story.map.to_source(span).end
    return None if _in_front_matter(end, story) else Span(end, end)


def allowing(finding: Finding, story: Story, format_of: str) -> Remedy | None:
    """Allow *finding* in its block; None where no suppression can stand."""
    place = _behind_block(finding, story)
    if place is None or format_of not in MARKS or finding.rule.subject == "suppressions":
        return None
    words = _words_to_allow(finding)
    text = _suppression("allow", f"{finding.rule.id}|{words}" if words else finding.rule.id, format_of)
    reason_at = len(text) - len(MARKS[format_of][1])
    return Remedy(f"Allow {finding.rule.id} here", Does.ALLOWS, ((place, text),), reason_at=reason_at)


def _suppression(verb: str, said: str, format_of: str) -> str:
    opening, closing = MARKS[format_of]
    return f" {opening}lintnews: {verb} {said}{closing}"


def _words_to_allow(finding: Finding) -> str:
    return finding.text if len(finding.text) <= 40 and not set(finding.text) & set('|,"“”[]<>-\n') else ""


def _behind_block(finding: Finding, story: Story) -> Span | None:
    """Where a suppression of *finding* can stand: behind the block's last word; None for front matter."""
    block = story.block_at(finding.span.start)
    if block is None:
        return None
    end = story.map.to_source(block.span).end
    return None if _in_front_matter(end, story) else Span(end, end)


def _in_front_matter(offset: int, story: Story) -> bool:
    front = FRONT_MATTER.match(story.source)
    return front is not None and offset <= front.end()
