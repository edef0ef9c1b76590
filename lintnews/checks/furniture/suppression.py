"""suppression: what is wrong with the suppressions in a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...match import Edit, Fix, Match, Safety
from ...mention import Mention
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story


class FaultySuppression(Mention, frozen=True):
    """A suppression, or a name in one, that should not stand in the story; ``span`` is empty, where its scope begins.

    ``source`` is its place in the file, ``hole`` what to delete of the file to be rid of it. They are known once all rules
    have run: the filter that leaves out what is suppressed says so.
    """

    fault: str
    source: Span
    allowed: str
    until: str = ""
    said: str = ""
    hole: Span | None = None

    @classmethod
    def find(cls, story: Story) -> Iterable[FaultySuppression]:
        return ()


class SuppressionFault(Check):
    """Flags suppressions (``<!-- lintnews: allow … -->``) that should not stand in the story."""

    kind: ClassVar[str] = "suppression"
    values: ClassVar[tuple[str, ...]] = ("allowed", "until", "fault")
    late: ClassVar[bool] = True
    fault: Literal["unused", "expired", "unknown", "without-reason"] = option(
        "unused: it suppresses nothing; expired: its `until` day is past; unknown: it can't be followed, or names no rule; "
        "without-reason: it doesn't say why."
    )

    def matches(self, story: Story) -> Iterator[Match]:
        for one in story.mentions(FaultySuppression):
            if one.fault == self.fault:
                values = (("allowed", one.allowed), ("until", one.until), ("fault", one.said))
                fixes = (Fix((Edit(one.span, "", one.hole),), Safety.SAFE),) if one.hole else ()
                yield Match(one.span, values, fixes=fixes, source=one.source)
