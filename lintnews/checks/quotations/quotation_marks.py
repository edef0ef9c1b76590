"""quotation-marks: a quotation is not closed, not opened, or has marks that don't belong together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...match import Certainty, Edit, Fix, Match, Note, Safety
from ...mentions.quotations.quotations import QuotationFault

if TYPE_CHECKING:
    from ...story import Story

_FIXES = {"mixed": Safety.SAFE, "apostrophe": Safety.SAFE}
_NOTES = {
    "mixed": "the mark that it belongs to",
    "nested": "the quotation around it opens here",
    "unclosed": "the closing mark stands here; each paragraph of a quotation opens with a mark",
}


class QuotationMarks(Check):
    """Flags the marks that have one kind of ``fault``."""

    kind: ClassVar[str] = "quotation-marks"
    values: ClassVar[tuple[str, ...]] = ("right", "words")
    fault: Literal["unclosed", "unopened", "mixed", "nested", "apostrophe"] = option(
        "`unclosed` and `unopened`: no partner. `mixed`: a mark of another shape than its partner. `nested`: the same "
        "marks inside a quotation. `apostrophe`: a double mark where an apostrophe belongs."
    )

    def matches(self, story: Story) -> Iterator[Match]:
        for found in story.mentions(QuotationFault):
            if found.fault == self.fault:
                edit = Edit(found.span, found.right)
                yield Match(
                    found.span,
                    values=(("right", found.right), ("words", _words_at(story, found))),
                    notes=(Note(_NOTES[found.fault], found.partner),) if found.partner else (),
                    fixes=(Fix((edit,), _FIXES[found.fault]),) if found.right and found.fault in _FIXES else (),
                    certainty=_certainty(found),
                )


def _certainty(found: QuotationFault) -> Certainty:
    """A quotation that ends paragraphs further on may be set so on purpose; a lone single mark may be no mark at all."""
    if found.single:
        return Certainty.LIKELY if found.sure else Certainty.POSSIBLE
    return Certainty.LIKELY if found.fault == "unclosed" and found.partner else Certainty.CERTAIN


def _words_at(story: Story, found: QuotationFault) -> str:
    """A few words from the mark on, or up to it for a closing one."""
    block = story.block_at(found.span.start)
    if found.fault == "unopened":
        start = max(block.span.start if block else 0, found.span.start - 60)
        return " ".join(story.text[start : found.span.end].split()[-5:])
    end = min(block.span.end if block else len(story.text), found.span.start + 60)
    return " ".join(story.text[found.span.start : end].split()[:5])
